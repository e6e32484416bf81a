package org.hopwarden.lab;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.BitSet;

/** How many ICMP messages a node sends at the most. What is over the limit is never sent, and nobody is told. */
public sealed interface IcmpLimit {

    /** No limit. */
    IcmpLimit NONE = new None();

    /** The limits of a Linux system where nobody has changed them. */
    IcmpLimit LINUX = new Linux(Duration.ofSeconds(1), 6168, 1000, 50, Duration.ofSeconds(1), Linux.DEFAULT_TYPES_V6);

    /** No limit. */
    record None() implements IcmpLimit {
    }

    /**
     * One token bucket for all ICMP errors of the node, whoever gets them. It is full at first.
     *
     * @param ratePerSecond errors a second in the long run, 0 to 1,000,000; 0 sends the burst and then nothing any more
     * @param burst errors at once, at least 1
     */
    record Fixed(double ratePerSecond, int burst) implements IcmpLimit {

        public Fixed {
            if (!(ratePerSecond >= 0 && ratePerSecond <= 1_000_000) || burst < 1) {
                throw new IllegalArgumentException("a rate of " + ratePerSecond + " and a burst of " + burst);
            }
        }
    }

    /**
     * The limits of Linux (net/ipv4/icmp.c, net/ipv6/icmp.c, {@code inet_peer_xrlim_allow} in net/ipv4/inetpeer.c), under the
     * names of its system controls: a bucket for the whole node and both IP versions, and behind it one for each address that is
     * spoken to, with a burst of six. Time is reckoned to the nanosecond here, and in ticks there.
     *
     * @param ratelimit {@code net.ipv4.icmp_ratelimit}: the time for one message to one address; zero for no such limit
     * @param ratemask {@code net.ipv4.icmp_ratemask}: bit N limits ICMP type N; fragmentation needed is never limited
     * @param messagesPerSecond {@code net.ipv4.icmp_msgs_per_sec} of the whole node
     * @param messagesBurst {@code net.ipv4.icmp_msgs_burst} of the whole node
     * @param ratelimitV6 {@code net.ipv6.icmp.ratelimit}: the time for one message to one address behind a host route; a wider
     *            route halves it for each 32 bits that it is wider by
     * @param typesV6 {@code net.ipv6.icmp.ratemask}: the limited ICMPv6 types; packet too big is never limited
     */
    record Linux(Duration ratelimit, long ratemask, int messagesPerSecond, int messagesBurst, Duration ratelimitV6,
            BitSet typesV6) implements IcmpLimit {

        private static final BitSet DEFAULT_TYPES_V6 = new BitSet();

        static {
            DEFAULT_TYPES_V6.set(0, 128);
            DEFAULT_TYPES_V6.clear(2);
        }

        public Linux {
            requireNonNull(ratelimit, "ratelimit");
            requireNonNull(ratelimitV6, "ratelimitV6");
            typesV6 = (BitSet) typesV6.clone();
            if (ratelimit.isNegative() || ratelimitV6.isNegative() || messagesPerSecond < 0 || messagesBurst < 0) {
                throw new IllegalArgumentException("a limit is not negative");
            }
        }

        @Override
        public BitSet typesV6() {
            return (BitSet) typesV6.clone();
        }
    }
}
