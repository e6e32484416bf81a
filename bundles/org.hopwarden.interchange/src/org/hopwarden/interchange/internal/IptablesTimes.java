package org.hopwarden.interchange.internal;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import org.hopwarden.interchange.internal.NftConditions.Unsayable;
import org.hopwarden.rulemodel.Schedule;
import org.hopwarden.rulemodel.Weekday;
import org.hopwarden.rulemodel.WeeklyPeriod;

/**
 * Writes schedules as conditions of {@code -m time}, which counts whole seconds, takes the last one for part of the time (xt_time.c),
 * and with {@code --kerneltz} looks at the clock of the host.
 */
final class IptablesTimes {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    static final LocalDateTime FIRST = LocalDateTime.of(1970, 1, 1, 0, 0);
    /** The last second of 31 bits, which iptables-save writes where no end was given. */
    static final LocalDateTime LAST = LocalDateTime.of(2038, 1, 19, 3, 14, 7);
    static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);

    private IptablesTimes() {
    }

    /** Texts of which one is to hold, each with a blank at its end; one that is empty where the schedule holds always. */
    static List<String> of(Schedule schedule) throws Unsayable {
        String dates = dates(schedule);
        if (schedule.getPeriods().isEmpty()) {
            return List.of(text(dates));
        }
        List<String> texts = new ArrayList<>();
        for (WeeklyPeriod period : schedule.getPeriods()) {
            if (period.getFrom().getNano() != 0 || period.getTo().getNano() != 0) {
                throw new Unsayable("a time of schedule " + schedule.getName() + " is no whole second, which is all that iptables counts");
            }
            if (period.getDaysLater() == 1 && !period.getTo().isAfter(period.getFrom()) && !period.getTo().equals(LocalTime.MIN)) {
                texts.add(text(times(schedule, period.getFrom(), period.getTo().minusSeconds(1)) + days(period.getDays()) + dates)
                        + "--contiguous ");
                continue;
            }
            for (int later = 0; later <= period.getDaysLater(); later++) {
                LocalTime from = later == 0 ? period.getFrom() : LocalTime.MIN;
                boolean last = later == period.getDaysLater();
                if (!last || period.getTo().isAfter(from)) {
                    int shift = later;
                    texts.add(text(times(schedule, from, last ? period.getTo().minusSeconds(1) : LAST_SECOND)
                            + days(period.getDays().stream().map(day -> Weekday.values()[(day.ordinal() + shift) % 7]).toList()) + dates));
                }
            }
        }
        return texts;
    }

    private static String text(String conditions) {
        return conditions.isEmpty() ? "" : "-m time " + conditions + "--kerneltz ";
    }

    private static String times(Schedule schedule, LocalTime start, LocalTime stop) throws Unsayable {
        if (start.equals(stop)) {
            throw new Unsayable("a period of schedule " + schedule.getName() + " lasts a second, which iptables takes for the whole day");
        }
        return (start.equals(LocalTime.MIN) ? "" : "--timestart " + TIME.format(start) + " ")
                + (stop.equals(LAST_SECOND) ? "" : "--timestop " + TIME.format(stop) + " ");
    }

    private static String days(List<Weekday> days) {
        Set<Weekday> all = EnumSet.copyOf(days);
        return all.size() == Weekday.values().length ? "" : "--weekdays " + all.stream()
                .map(day -> day.getLiteral().substring(0, 1).toUpperCase(Locale.ROOT) + day.getLiteral().substring(1, 3))
                .collect(Collectors.joining(",")) + " ";
    }

    private static String dates(Schedule schedule) throws Unsayable {
        LocalDateTime start = schedule.getStart();
        LocalDateTime stop = schedule.getEnd() == null ? null : schedule.getEnd().minusSeconds(1);
        return date(schedule, "--datestart ", start) + date(schedule, "--datestop ", stop);
    }

    private static String date(Schedule schedule, String option, LocalDateTime time) throws Unsayable {
        if (time == null) {
            return "";
        }
        if (time.isBefore(FIRST) || time.isAfter(LAST) || time.getNano() != 0) {
            throw new Unsayable("schedule " + schedule.getName() + " has a bound that iptables cannot count: whole seconds from 1970 to"
                    + " 19 January 2038; take it out");
        }
        return option + DATE.format(time) + " ";
    }
}
