package org.hopwarden.enforce;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.hopwarden.enforce.StateHosts.Fragments;
import org.hopwarden.enforce.StateHosts.Packet;
import org.hopwarden.net.IpHeader;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.net.IpVersion;
import org.hopwarden.net.PacketBuilder;
import org.hopwarden.net.PacketView;
import org.hopwarden.net.TcpFlags;

/** Random packets that come in fragments. */
final class FragmentedStatePackets {

    private static final int FIRST_LONE_PORT = 20_000;
    private static final int LONE_PORTS = 10_000;

    private final StateHosts hosts;

    FragmentedStatePackets(StateHosts hosts) {
        this.hosts = hosts;
    }

    Packet next() {
        boolean west = hosts.random.nextBoolean();
        IpHeader ip = hosts.header(west);
        Fragments kind = switch (hosts.random.nextInt(12)) {
            case 0 -> Fragments.BEFORE_FIRST;
            case 1, 2 -> Fragments.NEVER_WHOLE;
            case 3 -> Fragments.HEADER_IN_PIECES;
            default -> Fragments.USUAL;
        };
        // What becomes whole for one alone must not be mistaken later: it has ports that nobody else has.
        MemorySegment whole = kind == Fragments.NEVER_WHOLE || kind == Fragments.BEFORE_FIRST ? lone(ip)
                : kind == Fragments.HEADER_IN_PIECES ? PacketBuilder.tcp(ip, lonePort(), 7, 1, 0, TcpFlags.SYN, 1_000, new byte[0], new byte[100])
                        : usual(ip, west);
        int transport = PacketView.of(whole).transportOffset();
        int more = kind == Fragments.HEADER_IN_PIECES ? hosts.any(8, 16) : 24 + 8 * hosts.random.nextInt(8);
        List<MemorySegment> pieces = new ArrayList<>(PacketBuilder.fragments(whole, transport + (ip.version() == IpVersion.V4 ? 0 : 8) + more,
                hosts.number()));
        if (pieces.size() == 1) {
            return new Packet(pieces, west, ip.ttl() == StateHosts.DROPPED_TTL, Fragments.USUAL);
        }
        Collections.shuffle(pieces.subList(1, pieces.size()), hosts.random);
        switch (kind) {
            case USUAL -> {
                if (hosts.seldom(4)) {
                    // A copy, which changes nothing.
                    pieces.add(1 + hosts.random.nextInt(pieces.size() - 1), pieces.getFirst());
                }
            }
            case BEFORE_FIRST -> Collections.swap(pieces, 0, 1 + hosts.random.nextInt(pieces.size() - 1));
            case NEVER_WHOLE -> {
                if (pieces.size() > 2 && hosts.random.nextBoolean()) {
                    pieces.removeLast();
                } else {
                    pieces.add(1, PacketBuilder.asFragment(PacketBuilder.raw(ip, PacketView.of(whole).protocol(), new byte[16]), more - 8, true,
                            hosts.number()));
                }
            }
            case HEADER_IN_PIECES -> {
                // As they are.
            }
        }
        return new Packet(List.copyOf(pieces), west, ip.ttl() == StateHosts.DROPPED_TTL, kind);
    }

    private int lonePort() {
        return FIRST_LONE_PORT + hosts.number() % LONE_PORTS;
    }

    private MemorySegment lone(IpHeader ip) {
        return PacketBuilder.udp(ip, lonePort(), 7, new byte[100 + hosts.random.nextInt(200)]);
    }

    private MemorySegment usual(IpHeader ip, boolean west) {
        byte[] payload = new byte[60 + hosts.random.nextInt(300)];
        int westPort = 50_000 + hosts.random.nextInt(6);
        return switch (hosts.random.nextInt(6)) {
            case 0 -> PacketBuilder.echoRequest(ip, hosts.random.nextInt(5), hosts.random.nextInt(100), payload);
            case 1 -> PacketBuilder.echoReply(ip, hosts.random.nextInt(5), hosts.random.nextInt(100), payload);
            case 2 -> PacketBuilder.raw(ip, hosts.any(IpProtocol.ESP, IpProtocol.GRE, 253), payload);
            default -> PacketBuilder.udp(ip, west ? westPort : 53, west ? 53 : westPort, payload);
        };
    }
}
