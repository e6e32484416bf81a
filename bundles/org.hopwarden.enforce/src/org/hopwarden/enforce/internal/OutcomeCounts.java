package org.hopwarden.enforce.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;

import org.hopwarden.enforce.EnforcementStatistics;
import org.hopwarden.enforce.EnforcementStatistics.RuleCount;
import org.hopwarden.engine.CompiledPolicy;

/**
 * What one thread has done with packets. That thread alone adds, so an addition needs no atomic instruction; any thread may sum up. The counts
 * of rules are those of the policy in force; those of a rule that an earlier one had as well go on.
 */
public final class OutcomeCounts {

    /** What is counted beside the rules. What came in is counted by itself, so that it tells where an outcome is forgotten. */
    public enum Count {
        SEEN, ALLOWED, DENIED, REJECTED, ASKED, FAILED, ANSWERS
    }

    private final AtomicLongArray counts = new AtomicLongArray(Count.values().length);
    /** What other threads add. */
    private final AtomicLongArray shared = new AtomicLongArray(Count.values().length);
    private volatile OfRules rules;

    /** By the policy's slots; there may be room for more. */
    private record OfRules(CompiledPolicy policy, AtomicLongArray packets, AtomicLongArray bytes) {

        /** An edit brings one slot or none, and there may be many of them: not each is to copy the counts of all rules. */
        private static final int LEAST_ROOM = 64;
        private static final int ROOM_SHARE = 8;

        OfRules(CompiledPolicy policy) {
            this(policy, new AtomicLongArray(policy.slots()), new AtomicLongArray(policy.slots()));
        }

        /** The same counts by the slots of another policy, without those of rules that it does not have. */
        OfRules of(CompiledPolicy other) {
            if (other == policy) {
                return this;
            }
            if (other.continuesSlots(policy)) {
                return new OfRules(other, withRoom(packets, other.slots()), withRoom(bytes, other.slots()));
            }
            OfRules counts = new OfRules(other);
            int[] before = other.slotsBefore(policy);
            for (int slot = 0; slot < before.length; slot++) {
                if (before[slot] >= 0) {
                    counts.packets.setPlain(slot, packets.getAcquire(before[slot]));
                    counts.bytes.setPlain(slot, bytes.getAcquire(before[slot]));
                }
            }
            return counts;
        }

        private static AtomicLongArray withRoom(AtomicLongArray counts, int slots) {
            if (slots <= counts.length()) {
                return counts;
            }
            AtomicLongArray more = new AtomicLongArray(slots + Math.max(LEAST_ROOM, slots / ROOM_SHARE));
            for (int i = 0; i < counts.length(); i++) {
                more.setPlain(i, counts.getAcquire(i));
            }
            return more;
        }
    }

    OutcomeCounts(CompiledPolicy policy) {
        rules = new OfRules(policy);
    }

    /** From now on another policy decides. */
    void begin(CompiledPolicy policy) {
        rules = rules.of(policy);
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
        // Behind the outcomes, so that none of them is of a packet that has not come.
        long seen = sum(all, Count.SEEN);
        return new EnforcementStatistics(seen, allowed, denied, rejected, asked, failed, rules(all, inForce.policy()));
    }

    private static List<RuleCount> rules(Collection<OutcomeCounts> all, CompiledPolicy policy) {
        List<OfRules> counted = all.stream().map(each -> each.rules.of(policy)).toList();
        List<RuleCount> rules = new ArrayList<>();
        for (String chain : policy.chains()) {
            for (int rule = 0; rule <= policy.ruleCount(chain); rule++) {
                int slot = policy.slotOfRule(chain, rule);
                if (policy.verdictOfSlot(slot) != null) {
                    rules.add(new RuleCount(chain, rule, counted.stream().mapToLong(each -> each.packets.getAcquire(slot)).sum(),
                            counted.stream().mapToLong(each -> each.bytes.getAcquire(slot)).sum()));
                }
            }
        }
        return rules;
    }
}
