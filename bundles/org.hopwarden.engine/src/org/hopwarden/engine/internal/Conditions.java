package org.hopwarden.engine.internal;

import java.time.ZoneId;
import java.util.IdentityHashMap;
import java.util.Map;

import org.hopwarden.rulemodel.RateLimit;
import org.hopwarden.rulemodel.Schedule;

/** What the parts of a compiled policy have in common: the tables of rates, and when schedules hold. */
public final class Conditions {

    private final ZoneId zone;
    private final Map<Schedule, ScheduleTest> schedules = new IdentityHashMap<>();
    private final Map<RateLimit, RateTable> rates = new IdentityHashMap<>();

    /** @param zone in which schedules are read */
    public Conditions(ZoneId zone) {
        this.zone = zone;
    }

    ScheduleTest schedule(Schedule schedule) {
        return schedule == null ? null : schedules.computeIfAbsent(schedule, made -> new ScheduleTest(made, zone));
    }

    /** The buckets of a rate, which are the same for packets of both IP versions. */
    public RateTable rate(RateLimit rate) {
        return rate == null ? null : rates.computeIfAbsent(rate, RateTable::new);
    }
}
