package org.hopwarden.analysis;

import static java.util.Objects.requireNonNull;

import java.util.Set;

import org.hopwarden.engine.Direction;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.net.IpVersion;
import org.hopwarden.rulemodel.ConnectionState;

/**
 * Packets to ask a policy about, by values of their fields; null where a field does not matter. Those of the loopback interface
 * are never meant. Packets are complete: what their protocol has is there.
 *
 * @param version never null
 * @param laterFragment whether fragments other than the first are meant, or all other packets
 * @param protocol 0 to 255
 * @param first the source port or the ICMP type
 * @param second the destination port or the ICMP code
 * @param tcpFlags as in {@link org.hopwarden.net.TcpFlags}
 * @param inInterface the name of the interface it comes in by
 * @param outInterface of that it leaves by
 * @param states the states that the connection may have; empty for any
 */
public record Traffic(IpVersion version, boolean laterFragment, Integer protocol, IpAddress source, IpAddress destination,
        Integer first, Integer second, Integer tcpFlags, Direction direction, String inInterface, String outInterface,
        Set<ConnectionState> states) {

    public Traffic {
        requireNonNull(version, "version");
        states = Set.copyOf(states);
    }

    /** All whole packets and first fragments of an IP version. */
    public static Traffic of(IpVersion version) {
        return new Traffic(version, false, null, null, null, null, null, null, null, null, null, Set.of());
    }

    /** Messages of ICMP in IPv4, of ICMPv6 in IPv6. */
    public static Traffic icmp(IpVersion version, int type, Integer code) {
        return of(version).withProtocol(version == IpVersion.V4 ? IpProtocol.ICMP : IpProtocol.ICMPV6).withLayer4(type, code);
    }

    public Traffic withProtocol(int newProtocol) {
        return new Traffic(version, laterFragment, newProtocol, source, destination, first, second, tcpFlags, direction,
                inInterface, outInterface, states);
    }

    /** With ports, or an ICMP type and code. */
    public Traffic withLayer4(Integer newFirst, Integer newSecond) {
        return new Traffic(version, laterFragment, protocol, source, destination, newFirst, newSecond, tcpFlags, direction,
                inInterface, outInterface, states);
    }

    public Traffic withTcpFlags(int newFlags) {
        return new Traffic(version, laterFragment, protocol, source, destination, first, second, newFlags, direction,
                inInterface, outInterface, states);
    }

    public Traffic from(IpAddress newSource) {
        return new Traffic(version, laterFragment, protocol, newSource, destination, first, second, tcpFlags, direction,
                inInterface, outInterface, states);
    }

    public Traffic to(IpAddress newDestination) {
        return new Traffic(version, laterFragment, protocol, source, newDestination, first, second, tcpFlags, direction,
                inInterface, outInterface, states);
    }

    public Traffic in(Direction newDirection) {
        return new Traffic(version, laterFragment, protocol, source, destination, first, second, tcpFlags, newDirection,
                inInterface, outInterface, states);
    }

    /** By certain interfaces; null where it does not matter by which, empty for none. */
    public Traffic by(String newInInterface, String newOutInterface) {
        return new Traffic(version, laterFragment, protocol, source, destination, first, second, tcpFlags, direction,
                newInInterface, newOutInterface, states);
    }

    public Traffic withStates(ConnectionState... newStates) {
        return new Traffic(version, laterFragment, protocol, source, destination, first, second, tcpFlags, direction,
                inInterface, outInterface, Set.of(newStates));
    }

    /** Fragments other than the first instead. */
    public Traffic laterFragments() {
        return new Traffic(version, true, protocol, source, destination, null, null, null, direction,
                inInterface, outInterface, states);
    }
}
