package org.hopwarden.probe;

import java.util.List;
import java.util.LongSummaryStatistics;

import org.hopwarden.net.IpAddress;

/**
 * What is known of one distance from the source.
 *
 * @param ttl the TTL of its probes, 1 to 255
 * @param sent how many probes were sent with it
 * @param lost how many of them are known to have no reply; those that may still be answered are neither lost nor replied
 * @param replies in the order of their probes
 * @param limited whether the lost replies look as if the router kept them back by a limit on its ICMP: they say nothing of loss on
 *            the path then
 */
public record Hop(int ttl, int sent, int lost, List<Reply> replies, boolean limited) {

    public Hop {
        replies = List.copyOf(replies);
    }

    /** A hop of which no limit is known. */
    public Hop(int ttl, int sent, int lost, List<Reply> replies) {
        this(ttl, sent, lost, replies, false);
    }

    /** Whether no reply came. */
    public boolean isSilent() {
        return replies.isEmpty();
    }

    /** The distinct addresses that replied, in the order of their first reply. */
    public List<IpAddress> addresses() {
        return replies.stream().map(Reply::address).distinct().toList();
    }

    /** Whether one of the replies came from the target itself. */
    public boolean isTarget() {
        return replies.stream().anyMatch(Reply::fromTarget);
    }

    /** Count, least, mean and greatest round-trip time in nanoseconds. */
    public LongSummaryStatistics rttNanos() {
        return replies.stream().mapToLong(Reply::rttNanos).summaryStatistics();
    }

    /** The share of settled probes that were lost, 0 to 1; 0 where none is settled. */
    public double lossRatio() {
        int settled = lost + replies.size();
        return settled == 0 ? 0 : (double) lost / settled;
    }
}
