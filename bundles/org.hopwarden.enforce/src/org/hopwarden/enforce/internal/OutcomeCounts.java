package org.hopwarden.enforce.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;

import org.hopwarden.enforce.BridgeFilter.Outcome;
import org.hopwarden.enforce.EnforcementStatistics;
import org.hopwarden.enforce.EnforcementStatistics.RuleCount;

/** What one thread has done with packets. That thread alone adds, so an addition needs no atomic instruction; any thread may sum up. */
public final class OutcomeCounts {

    /** What is counted beside the outcomes. */
    public enum Count {
        ALLOWED, DENIED, REJECTED, ASKED, FAILED, ANSWERS
    }

    private final AtomicLongArray counts = new AtomicLongArray(Count.values().length);
    private final AtomicLongArray packets;
    private final AtomicLongArray bytes;

    OutcomeCounts(int outcomes) {
        packets = new AtomicLongArray(outcomes);
        bytes = new AtomicLongArray(outcomes);
    }

    void add(Count count, long value) {
        add(counts, count.ordinal(), value);
    }

    /** A packet has an outcome. */
    void decided(int outcome, long lengthBytes) {
        add(packets, outcome, 1);
        add(bytes, outcome, lengthBytes);
    }

    private static void add(AtomicLongArray array, int index, long value) {
        if (value != 0) {
            array.setRelease(index, array.getPlain(index) + value);
        }
    }

    /** The sum of one count. */
    public static long sum(Collection<OutcomeCounts> all, Count count) {
        return all.stream().mapToLong(each -> each.counts.getAcquire(count.ordinal())).sum();
    }

    /** @param outcomes of the filter, in its order */
    public static EnforcementStatistics statistics(Collection<OutcomeCounts> all, List<Outcome> outcomes) {
        List<RuleCount> rules = new ArrayList<>();
        for (int i = 0; i < outcomes.size(); i++) {
            Outcome outcome = outcomes.get(i);
            int index = i;
            if (outcome.chain() != null) {
                rules.add(new RuleCount(outcome.chain(), outcome.rule(), all.stream().mapToLong(each -> each.packets.getAcquire(index)).sum(),
                        all.stream().mapToLong(each -> each.bytes.getAcquire(index)).sum()));
            }
        }
        long allowed = sum(all, Count.ALLOWED);
        long denied = sum(all, Count.DENIED);
        long rejected = sum(all, Count.REJECTED);
        long asked = sum(all, Count.ASKED);
        long failed = sum(all, Count.FAILED);
        return new EnforcementStatistics(allowed + denied + rejected + asked + failed, allowed, denied, rejected, asked, failed, rules);
    }
}
