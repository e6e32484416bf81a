package org.hopwarden.analysis.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import org.hopwarden.analysis.internal.WideSet.Span;
import org.hopwarden.analysis.internal.WideSet.Wide;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.net.IpVersion;

/**
 * The protocols of a plane's packets, each with how much of layer 4 is there, as consecutive numbers. Packets that are cut short
 * have heads of their own, so that a condition on a field holds for no packet in which the field is missing.
 */
final class Heads {

    /** How much of layer 4 is there. Each but the first has what the one before has. */
    enum Depth {
        /** Nothing that a condition looks at. */
        NONE,
        /** The source port, or the ICMP type. */
        FIRST,
        /** Both ports, or the ICMP type and code. */
        SECOND,
        /** Both ports and the TCP flags. */
        FLAGS
    }

    /** One head. */
    record Head(int protocol, Depth depth) {
    }

    private static final int PROTOCOLS = 256;
    private static final Heads V4 = new Heads(IpProtocol.ICMP, false);
    private static final Heads V6 = new Heads(IpProtocol.ICMPV6, false);
    private static final Heads LATER_V4 = new Heads(IpProtocol.ICMP, true);
    private static final Heads LATER_V6 = new Heads(IpProtocol.ICMPV6, true);

    private final int icmp;
    private final List<Head> heads = new ArrayList<>();
    /** By protocol, the number of its first head. */
    private final int[] firsts = new int[PROTOCOLS];

    private Heads(int icmp, boolean later) {
        this.icmp = icmp;
        for (int protocol = 0; protocol < PROTOCOLS; protocol++) {
            firsts[protocol] = heads.size();
            Depth deepest = later ? Depth.NONE : deepest(protocol);
            for (Depth depth : Depth.values()) {
                if (depth.compareTo(deepest) <= 0) {
                    heads.add(new Head(protocol, depth));
                }
            }
        }
    }

    static Heads of(Plane plane) {
        boolean v4 = plane.version() == IpVersion.V4;
        return plane.isLater() ? v4 ? LATER_V4 : LATER_V6 : v4 ? V4 : V6;
    }

    /** How much of layer 4 a whole packet of the protocol has. */
    Depth deepest(int protocol) {
        return protocol == IpProtocol.TCP ? Depth.FLAGS
                : IpProtocol.hasPorts(protocol) || protocol == icmp ? Depth.SECOND : Depth.NONE;
    }

    /** How many bytes of layer 4 there are at least. */
    int leastBytes(Head head) {
        boolean message = head.protocol() == icmp;
        return switch (head.depth()) {
            case NONE -> 0;
            case FIRST -> message ? 1 : 2;
            case SECOND -> message ? 2 : 4;
            case FLAGS -> 14;
        };
    }

    boolean isIcmp(int protocol) {
        return protocol == icmp;
    }

    /** The axis that heads are numbers of. */
    Axis axis() {
        return new Axis(Field.HEAD, 0, Wide.of(heads.size() - 1L));
    }

    /** The number of a head that there is. */
    int numberOf(Head head) {
        return firsts[head.protocol()] + head.depth().ordinal();
    }

    int count() {
        return heads.size();
    }

    Head get(int number) {
        return heads.get(number);
    }

    /** The numbers of the heads that meet a condition. */
    WideSet where(Predicate<Head> condition) {
        List<Span> spans = new ArrayList<>();
        for (int number = 0; number < heads.size(); number++) {
            if (condition.test(heads.get(number))) {
                spans.add(Span.of(number, number));
            }
        }
        return WideSet.union(spans);
    }
}
