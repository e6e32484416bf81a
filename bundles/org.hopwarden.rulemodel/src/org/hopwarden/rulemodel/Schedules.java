package org.hopwarden.rulemodel;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** When schedules hold. */
public final class Schedules {

    private static final int DAYS_A_WEEK = 7;

    private Schedules() {
    }

    /** Whether a local time lies within a schedule without problems. */
    public static boolean holds(Schedule schedule, LocalDateTime time) {
        return (schedule.getStart() == null || !time.isBefore(schedule.getStart()))
                && (schedule.getEnd() == null || time.isBefore(schedule.getEnd()))
                && (schedule.getPeriods().isEmpty()
                        || schedule.getPeriods().stream().anyMatch(period -> holds(period, time)));
    }

    /** A period that began on any of the last days may still last. */
    private static boolean holds(WeeklyPeriod period, LocalDateTime time) {
        for (int ago = 0; ago <= period.getDaysLater(); ago++) {
            LocalDate day = time.toLocalDate().minusDays(ago);
            if (period.getDays().contains(weekday(day.getDayOfWeek()))
                    && !time.isBefore(day.atTime(period.getFrom()))
                    && time.isBefore(day.plusDays(period.getDaysLater()).atTime(period.getTo()))) {
                return true;
            }
        }
        return false;
    }

    /** How long a period lasts, less than or equal to nothing for one that is none. */
    static Duration length(WeeklyPeriod period) {
        return Duration.between(period.getFrom(), period.getTo()).plusDays(period.getDaysLater());
    }

    /** Whether so many days later is still the same week. */
    static boolean withinAWeek(int days) {
        return days >= 0 && days < DAYS_A_WEEK;
    }

    private static Weekday weekday(DayOfWeek day) {
        return Weekday.values()[day.ordinal()];
    }
}
