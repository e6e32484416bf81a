package org.hopwarden.engine.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

import org.hopwarden.engine.PacketState;
import org.hopwarden.rulemodel.Schedule;
import org.hopwarden.rulemodel.Schedules;
import org.hopwarden.rulemodel.WeeklyPeriod;

/** Whether a schedule holds, worked out once for each stretch of time in which the answer does not change. */
final class ScheduleTest {

    /** The longest period ends so many days after it began. */
    private static final int MOST_DAYS = 7;

    private final Schedule schedule;
    private final ZoneId zone;
    private volatile Stretch known = new Stretch(1, 0, false);

    /** Both ends included, in nanoseconds since 1970-01-01 UTC. */
    private record Stretch(long first, long last, boolean holds) {

        boolean contains(long nanos) {
            return nanos >= first && nanos <= last;
        }

        /** Cut where something may change: from that moment on it may be otherwise. */
        Stretch cut(long nanos, long change) {
            return change > nanos ? new Stretch(first, Math.min(last, change - 1), holds)
                    : new Stretch(Math.max(first, change), last, holds);
        }
    }

    ScheduleTest(Schedule schedule, ZoneId zone) {
        this.schedule = schedule;
        this.zone = zone;
    }

    boolean holds(long nanos) {
        Stretch stretch = known;
        if (!stretch.contains(nanos)) {
            stretch = find(nanos);
            known = stretch;
        }
        return stretch.holds;
    }

    private Stretch find(long nanos) {
        Instant time = Instant.ofEpochSecond(Math.floorDiv(nanos, 1_000_000_000L), Math.floorMod(nanos, 1_000_000_000L));
        ZoneRules rules = zone.getRules();
        ZoneOffset offset = rules.getOffset(time);
        LocalDateTime local = LocalDateTime.ofInstant(time, offset);
        Stretch stretch = new Stretch(Long.MIN_VALUE, Long.MAX_VALUE, Schedules.holds(schedule, local));
        ZoneOffsetTransition before = rules.previousTransition(time.plusNanos(1));
        ZoneOffsetTransition after = rules.nextTransition(time);
        stretch = before == null ? stretch : stretch.cut(nanos, PacketState.nanos(before.getInstant()));
        stretch = after == null ? stretch : stretch.cut(nanos, PacketState.nanos(after.getInstant()));
        stretch = cut(stretch, nanos, schedule.getStart(), offset);
        stretch = cut(stretch, nanos, schedule.getEnd(), offset);
        if (!schedule.getPeriods().isEmpty()) {
            for (int day = -MOST_DAYS; day <= MOST_DAYS; day++) {
                LocalDate date = local.toLocalDate().plusDays(day);
                for (WeeklyPeriod period : schedule.getPeriods()) {
                    stretch = cut(stretch, nanos, date.atTime(period.getFrom()), offset);
                    stretch = cut(stretch, nanos, date.atTime(period.getTo()), offset);
                }
            }
            // further changes may lie behind the days that were looked at
            stretch = cut(stretch, nanos, local.toLocalDate().plusDays(MOST_DAYS).atStartOfDay(), offset);
            stretch = cut(stretch, nanos, local.toLocalDate().minusDays(MOST_DAYS).atStartOfDay(), offset);
        }
        return stretch;
    }

    private static Stretch cut(Stretch stretch, long nanos, LocalDateTime change, ZoneOffset offset) {
        if (change == null) {
            return stretch;
        }
        try {
            return stretch.cut(nanos, PacketState.nanos(change.toInstant(offset)));
        } catch (DateTimeException e) {
            // beyond all instants, so beyond all packets
            return stretch;
        }
    }
}
