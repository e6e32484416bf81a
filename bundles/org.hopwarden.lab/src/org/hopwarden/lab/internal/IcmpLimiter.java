package org.hopwarden.lab.internal;

import org.hopwarden.lab.IcmpLimit;
import org.hopwarden.net.PacketView;

/** Says of each ICMP message of one node whether its limit lets it out. */
interface IcmpLimiter {

    IcmpLimiter UNLIMITED = (_, _, _, _, _) -> true;

    /**
     * Whether a message may be sent; if so, it counts.
     *
     * @param about the packet that it answers; it goes to the source of that
     * @param error whether it is an error, which quotes the packet
     */
    boolean allows(PacketView about, boolean error, int type, int code, long nowNanos);

    static IcmpLimiter of(IcmpLimit limit, Graph graph, long seed) {
        return switch (limit) {
            case IcmpLimit.None _ -> UNLIMITED;
            case IcmpLimit.Fixed fixed -> new Fixed(fixed);
            case IcmpLimit.Linux linux -> new LinuxIcmpLimiter(linux, graph, seed);
        };
    }

    /** One bucket for all errors. */
    final class Fixed implements IcmpLimiter {

        private final double tokensPerNano;
        private final int burst;
        private double tokens;
        private long lastNanos = Long.MIN_VALUE;

        Fixed(IcmpLimit.Fixed limit) {
            this.tokensPerNano = limit.ratePerSecond() / 1e9;
            this.burst = limit.burst();
            this.tokens = burst;
        }

        @Override
        public boolean allows(PacketView about, boolean error, int type, int code, long nowNanos) {
            if (!error) {
                return true;
            }
            if (lastNanos != Long.MIN_VALUE) {
                tokens = Math.min(burst, tokens + (nowNanos - lastNanos) * tokensPerNano);
            }
            lastNanos = nowNanos;
            // A token that is there but for what floating point lost counts as whole.
            if (tokens < 1 - 1e-9) {
                return false;
            }
            tokens -= 1;
            return true;
        }
    }
}
