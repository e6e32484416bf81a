package org.hopwarden.probe;

import java.util.List;

import org.hopwarden.net.IpAddress;

/**
 * What a watch knows of one distance.
 *
 * @param sent how many probes were sent with this TTL
 * @param received how many of them were answered
 * @param lost how many are known to have no answer; the rest may still be answered
 * @param limited whether the router keeps back answers by a limit on its ICMP: see {@link LimitTest}
 * @param forwardLossRatio the share, 0 to 1, of what passes this hop that is lost up to here: see {@link PathLoss}
 * @param flaps how often the address was another one than before, without a change of the route: a balancer by packet
 * @param addresses who answered, in the order of their first answer
 */
public record WatchedHop(int ttl, long sent, long received, long lost, boolean limited, double forwardLossRatio, RttStatistics rtt,
        long flaps, List<Answerer> addresses) {

    /** The standard normal quantile for an interval that holds 95 % of the time. */
    private static final double Z = 1.959963984540054;

    /**
     * One address that answered.
     *
     * @param target whether it answered as the target
     */
    public record Answerer(IpAddress address, boolean target, RttStatistics rtt) {
    }

    public WatchedHop {
        addresses = List.copyOf(addresses);
    }

    WatchedHop judged(PathLoss.Verdict verdict) {
        return new WatchedHop(ttl, sent, received, lost, verdict.limited(), verdict.forwardLossRatio(), rtt, flaps, addresses);
    }

    public boolean isTarget() {
        return addresses.stream().anyMatch(Answerer::target);
    }

    /** The share of settled probes that were lost, 0 to 1; 0 where none is settled. */
    public double lossRatio() {
        return lost + received == 0 ? 0 : (double) lost / (lost + received);
    }

    /** The least loss that the numbers speak for, 0 to 1: the lower end of Wilson's 95 % interval. */
    public double leastLossRatio() {
        return wilson(-1);
    }

    /** The greatest loss that the numbers speak for, 0 to 1: the upper end of Wilson's 95 % interval. */
    public double greatestLossRatio() {
        return wilson(1);
    }

    /** E. B. Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22 (1927). */
    private double wilson(int side) {
        double n = lost + received;
        if (n == 0) {
            return side < 0 ? 0 : 1;
        }
        double p = lost / n;
        double middle = p + Z * Z / (2 * n);
        double reach = Z * Math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n));
        return Math.clamp((middle + side * reach) / (1 + Z * Z / n), 0, 1);
    }
}
