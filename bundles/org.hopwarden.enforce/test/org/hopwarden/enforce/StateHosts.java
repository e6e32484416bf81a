package org.hopwarden.enforce;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Random;

import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpHeader;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.net.IpVersion;
import org.hopwarden.net.PacketView;

/** The hosts west and east of a router that random packets go between, and the random numbers that they are made of. */
final class StateHosts {

    /** Packets that set out with it are dropped by the router. */
    static final int DROPPED_TTL = 99;

    final Random random;
    private int number;

    /**
     * @param pieces the packet, or its fragments in the order in which they are sent
     * @param west whether it comes in at the west
     * @param fragments what is to be said about them where they are no usual ones
     */
    record Packet(List<MemorySegment> pieces, boolean west, boolean dropped, Fragments fragments) {

        MemorySegment bytes() {
            return pieces.getFirst();
        }
    }

    /** How a packet comes in fragments, as far as what Linux does with it cannot be done by who does not put them together first. */
    enum Fragments {
        /** It is whole, or its fragments come behind their first and fit: no difference. */
        USUAL,
        /** Some come before their first. They are invalid, and share its fate only behind it. */
        BEFORE_FIRST,
        /** Its fragments overlap or one is missing: Linux sees nothing of it, and here its first fragment was a packet. */
        NEVER_WHOLE,
        /** The transport header is in pieces: invalid, and what cuts it does not pass. */
        HEADER_IN_PIECES
    }

    StateHosts(long seed) {
        random = new Random(seed);
    }

    /** Each packet carries its number, counted from 1: as its identification in IPv4, as its flow label in IPv6. */
    void count() {
        number++;
    }

    int number() {
        return number;
    }

    int any(int... values) {
        return values[random.nextInt(values.length)];
    }

    /** Once in so many times. */
    boolean seldom(int times) {
        return random.nextInt(times) == 0;
    }

    IpVersion version() {
        return random.nextBoolean() ? IpVersion.V4 : IpVersion.V6;
    }

    private static IpAddress address(IpVersion version, boolean west, int host) {
        String text = version == IpVersion.V4 ? (west ? "10.8.1." : "10.8.2.") : west ? "fd08:1::" : "fd08:2::";
        return IpAddress.parse(text + host);
    }

    IpHeader header(IpVersion version, boolean fromWest, int west, int east) {
        int ttl = seldom(12) ? DROPPED_TTL : 64;
        return new IpHeader(address(version, fromWest, fromWest ? west : east), address(version, !fromWest, fromWest ? east : west),
                ttl, 0, version == IpVersion.V4 ? number : 0, false, version == IpVersion.V6 ? number : 0);
    }

    /** Between any two of four hosts. */
    IpHeader header(boolean fromWest) {
        return header(version(), fromWest, 1 + random.nextInt(2), 1 + random.nextInt(2));
    }

    /** A whole one, of IPv6 at times with extension headers. */
    Packet packet(IpHeader ip, boolean west, MemorySegment bytes) {
        MemorySegment sent = ip.version() == IpVersion.V6 && seldom(6) ? extended(bytes) : bytes;
        return new Packet(List.of(sent), west, ip.ttl() == DROPPED_TTL, Fragments.USUAL);
    }

    /** Puts up to three headers of options in front of what the packet carries. */
    private MemorySegment extended(MemorySegment packet) {
        int count = 1 + random.nextInt(3);
        int header = PacketView.of(packet).transportOffset();
        int added = 8 * count;
        MemorySegment longer = MemorySegment.ofArray(new byte[(int) packet.byteSize() + added]);
        MemorySegment.copy(packet, 0, longer, 0, header);
        MemorySegment.copy(packet, header, longer, header + added, packet.byteSize() - header);
        int payload = (int) longer.byteSize() - header;
        put(longer, 4, payload >>> 8, payload & 0xff);
        int next = packet.get(ValueLayout.JAVA_BYTE, 6);
        for (int i = count; i > 0; i--) {
            int at = header + 8 * (i - 1);
            // Six bytes of padding (RFC 8200 section 4.2).
            put(longer, at, next, 0, 1, 4);
            next = i == 1 && random.nextBoolean() ? IpProtocol.HOP_BY_HOP : IpProtocol.DESTINATION_OPTIONS;
        }
        put(longer, 6, next);
        return longer;
    }

    private static void put(MemorySegment packet, int at, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            packet.set(ValueLayout.JAVA_BYTE, at + i, (byte) bytes[i]);
        }
    }
}
