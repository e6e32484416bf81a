package org.hopwarden.packetio.internal;

import org.hopwarden.net.IcmpType;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.packetio.TraceFilter;
import org.hopwarden.packetio.internal.LocalEnds.Ends;

/**
 * The filter of a trace for a cooked packet socket, where a packet starts with its IP header. The socket's buffer holds some thousand
 * packets, and a flood of others would drive the answers out of it: so what cannot be one of ours is dropped here.
 * <ul>
 * <li>TCP and UDP pass from and to the target, of TCP the headers alone; where the local ports are known, from and to these.
 * <li>An ICMP error passes that came in and quotes a packet to the target; where the local ports of the quoted protocol are known,
 * from one of these. Where a NAT has put an address of its own into a quoted UDP packet, its port is the NAT's as well.
 * <li>Other ICMP passes from and to the target, and echo replies from anywhere; where identifiers are known, with one of these.
 * </ul>
 * A packet with a VLAN tag is seen on the carrying interface as well as on the VLAN's own: only the latter passes. Of IPv6
 * extension headers one is looked behind, as classic BPF knows no loops.
 */
final class TracePrograms {

    private static final int WHOLE_PACKET = 0x40000;
    /** All headers and options of a TCP segment: a busy connection's data would only be copied for nothing. */
    private static final int SEGMENT_HEADERS = 512;
    private static final int IPV6_HEADER = 40;
    private static final int ICMP_HEADER = 8;

    private final IpAddress target;
    private final LocalEnds ends;
    private final FilterProgram program = new FilterProgram();
    private final int sourceOffset;
    private final int destinationOffset;

    private TracePrograms(IpAddress target, LocalEnds ends) {
        this.target = target;
        this.ends = ends;
        sourceOffset = target.isV4() ? 12 : 8;
        destinationOffset = target.isV4() ? 16 : 24;
    }

    static FilterProgram of(TraceFilter filter, LocalEnds ends) {
        TracePrograms making = new TracePrograms(filter.target(), ends);
        making.link();
        making.network();
        making.ported("tcp", ends.of(IpProtocol.TCP), SEGMENT_HEADERS);
        making.ported("udp", ends.of(IpProtocol.UDP), WHOLE_PACKET);
        making.icmp();
        making.quote();
        return making.program;
    }

    private void link() {
        program.word(FilterProgram.SKF_AD_OFF + FilterProgram.SKF_AD_PKTTYPE)
                .jumpIf(Linux.PACKET_HOST, "ours").jumpIf(Linux.PACKET_OUTGOING, "ours").returning(0)
                .label("ours").word(FilterProgram.SKF_AD_OFF + FilterProgram.SKF_AD_VLAN_TAG_PRESENT).jumpUnless(0, "not ours")
                .word(FilterProgram.SKF_AD_OFF + FilterProgram.SKF_AD_PROTOCOL)
                .jumpIf(target.isV4() ? Linux.ETH_P_IP : Linux.ETH_P_IPV6, "network")
                .label("not ours").returning(0)
                .label("network");
    }

    /** Makes X the place of the transport header, and goes where its protocol is looked at. */
    private void network() {
        if (target.isV4()) {
            program.xBehindIpv4Header().byteAt(9).jumpTo("protocol");
        } else {
            program.x(IPV6_HEADER).byteAt(6).jumpIf(IpProtocol.HOP_BY_HOP, "behind").jumpIf(IpProtocol.ROUTING, "behind")
                    .jumpIf(IpProtocol.DESTINATION_OPTIONS, "behind").jumpIf(IpProtocol.FRAGMENT, "behind").jumpTo("protocol")
                    // The length of a fragment header is 0, as that of others which are 8 bytes long.
                    .label("behind").byteAt(IPV6_HEADER + 1).plus(1).shiftedLeft(3).plus(IPV6_HEADER).toX().byteAt(IPV6_HEADER);
        }
        program.label("protocol").jumpIf(IpProtocol.TCP, "to tcp").jumpIf(IpProtocol.UDP, "to udp").jumpIf(icmpProtocol(), "to icmp")
                .returning(0)
                .label("to tcp").jumpTo("tcp").label("to udp").jumpTo("udp").label("to icmp").jumpTo("icmp");
    }

    private int icmpProtocol() {
        return target.isV4() ? IpProtocol.ICMP : IpProtocol.ICMPV6;
    }

    private void ported(String name, Ends local, int bytes) {
        program.label(name).address(target, sourceOffset, name + " out");
        if (local != null) {
            program.shortFromX(2);
            passPorts(local, name + " passes");
            program.jumpTo(name + " out");
        } else {
            program.returning(bytes);
        }
        program.label(name + " out").address(target, destinationOffset, name + " drops");
        if (local != null) {
            program.shortFromX(0);
            passPorts(local, name + " passes");
            program.returning(0);
        }
        program.label(name + " passes").returning(bytes).label(name + " drops").returning(0);
    }

    private void passPorts(Ends local, String label) {
        local.ports().forEach(port -> program.jumpIf(port, label));
    }

    private void icmp() {
        program.label("icmp").byteFromX(0);
        if (target.isV4()) {
            for (int error : new int[] { IcmpType.UNREACHABLE, 4, 5, IcmpType.TIME_EXCEEDED, IcmpType.PARAMETER_PROBLEM }) {
                program.jumpIf(error, "to error");
            }
        } else {
            // Errors are all types without the high bit (RFC 4443 section 2.1).
            program.jumpUnlessSet(0x80, "to error");
        }
        program.jumpIf(target.isV4() ? IcmpType.ECHO_REPLY : IcmpType.V6_ECHO_REPLY, "identifier")
                .address(target, sourceOffset, "icmp out").jumpTo("identifier")
                .label("icmp out").address(target, destinationOffset, "icmp drops")
                .label("identifier");
        Ends local = ends.of(icmpProtocol());
        if (local != null) {
            program.shortFromX(4);
            passPorts(local, "icmp passes");
            program.returning(0);
        }
        program.label("icmp passes").returning(WHOLE_PACKET).label("icmp drops").returning(0).label("to error").jumpTo("error");
    }

    private void quote() {
        program.label("error").word(FilterProgram.SKF_AD_OFF + FilterProgram.SKF_AD_PKTTYPE).jumpIf(Linux.PACKET_OUTGOING, "wrong")
                .addressFromX(target, ICMP_HEADER + destinationOffset, "wrong")
                .byteFromX(ICMP_HEADER + (target.isV4() ? 9 : 6))
                .jumpIf(IpProtocol.TCP, "to quoted tcp").jumpIf(IpProtocol.UDP, "to quoted udp")
                .jumpIf(icmpProtocol(), "to quoted icmp").returning(WHOLE_PACKET)
                .label("wrong").returning(0)
                .label("to quoted tcp").jumpTo("quoted tcp").label("to quoted udp").jumpTo("quoted udp")
                .label("to quoted icmp").jumpTo("quoted icmp");
        quoted("quoted tcp", ends.of(IpProtocol.TCP), 0, false);
        quoted("quoted udp", ends.of(IpProtocol.UDP), 0, true);
        quoted("quoted icmp", ends.of(icmpProtocol()), 4, false);
    }

    /** @param survivesNat whether a quote passes whose source is not ours */
    private void quoted(String name, Ends local, int portOffset, boolean survivesNat) {
        program.label(name);
        if (local != null) {
            program.addressFromX(local.address(), ICMP_HEADER + sourceOffset, name + (survivesNat ? " passes" : " drops"));
            if (target.isV4()) {
                program.byteFromX(ICMP_HEADER).and(0xf).shiftedLeft(2).plusX().toX().shortFromX(ICMP_HEADER + portOffset);
            } else {
                program.shortFromX(ICMP_HEADER + IPV6_HEADER + portOffset);
            }
            passPorts(local, name + " passes");
            program.label(name + " drops").returning(0);
        }
        program.label(name + " passes").returning(WHOLE_PACKET);
    }
}
