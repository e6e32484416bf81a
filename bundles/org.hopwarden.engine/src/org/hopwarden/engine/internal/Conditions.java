package org.hopwarden.engine.internal;

import java.time.ZoneId;
import java.util.Map;
import java.util.WeakHashMap;

import org.hopwarden.rulemodel.RateLimit;
import org.hopwarden.rulemodel.Schedule;

/**
 * What the parts of a compiled policy have in common, and those of policies that follow it by edits: the tables of rates, and when
 * schedules hold. What no rule uses any more is forgotten. Safe for use by several threads.
 */
public final class Conditions {

    private final ZoneId zone;
    /** Parts of the model are equal to themselves alone. */
    private final Map<Schedule, ScheduleTest> schedules = new WeakHashMap<>();
    private final Map<RateLimit, RateTable> rates = new WeakHashMap<>();

    /** @param zone in which schedules are read */
    public Conditions(ZoneId zone) {
        this.zone = zone;
    }

    synchronized ScheduleTest schedule(Schedule schedule) {
        return schedule == null ? null : schedules.computeIfAbsent(schedule, made -> new ScheduleTest(made, zone));
    }

    /** The buckets of a rate, which are the same for packets of both IP versions. */
    public synchronized RateTable rate(RateLimit rate) {
        return rate == null ? null : rates.computeIfAbsent(rate, RateTable::new);
    }

    /** Lets a copy of a rate have the buckets of what it was copied from. */
    public synchronized void share(RateLimit original, RateLimit copy) {
        if (original != null) {
            rates.put(copy, rate(original));
        }
    }
}
