package org.hopwarden.enforce.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;

import org.hopwarden.enforce.EnforcementStatistics;
import org.hopwarden.enforce.EnforcementStatistics.RuleCount;
import org.hopwarden.engine.Verdict;

/**
 * What one thread has done with packets. That thread alone adds, so an addition needs no atomic instruction; any thread may sum up. The counts
 * of rules are those of the policy in force, and begin with it; the others go on.
 */
public final class OutcomeCounts {

    /** What is counted beside the rules. */
    public enum Count {
        ALLOWED, DENIED, REJECTED, ASKED, FAILED, ANSWERS
    }

    private final AtomicLongArray counts = new AtomicLongArray(Count.values().length);
    /** What other threads add. */
    private final AtomicLongArray shared = new AtomicLongArray(Count.values().length);
    private volatile OfRules rules;

    /** By the policy's slots. */
    private record OfRules(PolicyOutcomes outcomes, AtomicLongArray packets, AtomicLongArray bytes) {

        OfRules(PolicyOutcomes outcomes) {
            this(outcomes, new AtomicLongArray(outcomes.slots()), new AtomicLongArray(outcomes.slots()));
        }
    }

    OutcomeCounts(PolicyOutcomes outcomes) {
        begin(outcomes);
    }

    /** From now on another policy decides. */
    void begin(PolicyOutcomes outcomes) {
        rules = new OfRules(outcomes);
    }

    void add(Count count, long value) {
        add(counts, count.ordinal(), value);
    }

    /** As {@link #add}, for any thread. */
    void addShared(Count count, long value) {
        shared.addAndGet(count.ordinal(), value);
    }

    /** A slot has decided a packet. */
    void decided(int slot, long lengthBytes) {
        OfRules now = rules;
        add(now.packets, slot, 1);
        add(now.bytes, slot, lengthBytes);
    }

    private static void add(AtomicLongArray array, int index, long value) {
        if (value != 0) {
            array.setRelease(index, array.getPlain(index) + value);
        }
    }

    /** The sum of one count. */
    public static long sum(Collection<OutcomeCounts> all, Count count) {
        return all.stream().mapToLong(each -> each.counts.getAcquire(count.ordinal()) + each.shared.get(count.ordinal())).sum();
    }

    /** All counts together, those of the rules by the policy in force. */
    public static EnforcementStatistics statistics(Collection<OutcomeCounts> all, PolicyInForce inForce) {
        long allowed = sum(all, Count.ALLOWED);
        long denied = sum(all, Count.DENIED);
        long rejected = sum(all, Count.REJECTED);
        long asked = sum(all, Count.ASKED);
        long failed = sum(all, Count.FAILED);
        return new EnforcementStatistics(allowed + denied + rejected + asked + failed, allowed, denied, rejected, asked, failed,
                rules(all, inForce.current()));
    }

    private static List<RuleCount> rules(Collection<OutcomeCounts> all, PolicyOutcomes outcomes) {
        List<OfRules> counted = all.stream().map(each -> each.rules).filter(each -> each.outcomes == outcomes).toList();
        List<RuleCount> rules = new ArrayList<>();
        for (int slot = 0; slot < outcomes.slots(); slot++) {
            Verdict verdict = outcomes.policy().verdictOfSlot(slot);
            int at = slot;
            if (verdict != null && verdict.chain() != null) {
                rules.add(new RuleCount(verdict.chain(), verdict.rule(), counted.stream().mapToLong(each -> each.packets.getAcquire(at)).sum(),
                        counted.stream().mapToLong(each -> each.bytes.getAcquire(at)).sum()));
            }
        }
        return rules;
    }
}
