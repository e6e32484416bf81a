package org.hopwarden.interchange.internal;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import org.hopwarden.interchange.internal.IosTokens.Opaque;
import org.hopwarden.interchange.internal.IosTokens.Stop;
import org.hopwarden.rulemodel.RulemodelFactory;
import org.hopwarden.rulemodel.Schedule;
import org.hopwarden.rulemodel.Weekday;
import org.hopwarden.rulemodel.WeeklyPeriod;

/** Reads {@code time-range}. An end is the moment from which it holds no more. */
final class IosTimeRanges {

    private static final RulemodelFactory MODEL = RulemodelFactory.eINSTANCE;

    static final Set<Weekday> DAILY = EnumSet.allOf(Weekday.class);
    static final Set<Weekday> WEEKEND = EnumSet.of(Weekday.SATURDAY, Weekday.SUNDAY);
    static final Set<Weekday> WEEKDAYS = EnumSet.complementOf(EnumSet.of(Weekday.SATURDAY, Weekday.SUNDAY));

    static final int FIRST_YEAR = 1993;
    static final int LAST_YEAR = 2035;

    private IosTimeRanges() {
    }

    /** Reads one line inside a time range. */
    static void readLine(IosTokens tokens, Schedule schedule) throws Stop, Opaque {
        if (tokens.take("absolute")) {
            if (schedule.getStart() != null || schedule.getEnd() != null) {
                throw new Opaque("a second absolute time");
            }
            readAbsolute(tokens, schedule);
        } else if (tokens.take("periodic")) {
            schedule.getPeriods().add(readPeriodic(tokens));
        } else {
            List<String> known = List.of("absolute", "periodic");
            if (!NearestWord.hint(tokens.peek(), known).isEmpty()) {
                throw tokens.unexpected("absolute or periodic", known);
            }
            throw new Opaque("'" + tokens.quoted() + "' is not known");
        }
        if (tokens.hasNext()) {
            throw tokens.unexpected("the end of the line", List.of());
        }
    }

    private static void readAbsolute(IosTokens tokens, Schedule schedule) throws Stop {
        boolean start = tokens.take("start");
        if (start) {
            schedule.setStart(dateTime(tokens));
        }
        if (tokens.take("end")) {
            schedule.setEnd(dateTime(tokens));
            if (schedule.getStart() != null && !schedule.getStart().isBefore(schedule.getEnd())) {
                throw tokens.stopBack("the time range ends before it starts");
            }
        } else if (!start) {
            throw tokens.unexpected("start or end", List.of("start", "end"));
        }
    }

    private static LocalDateTime dateTime(IosTokens tokens) throws Stop {
        LocalTime time = time(tokens);
        int day = IosNumberWords.take(tokens, 31, "a day of the month", List.of());
        List<String> months = Stream.of(Month.values()).map(month -> month.name().toLowerCase(Locale.ROOT)).toList();
        String word = tokens.peek();
        List<String> found = months.stream().filter(month -> word.length() >= 3 && month.startsWith(word)).toList();
        if (found.size() != 1) {
            throw tokens.unexpected("a month such as January", months);
        }
        tokens.take();
        int year = IosNumberWords.take(tokens, LAST_YEAR, "a year, " + FIRST_YEAR + " to " + LAST_YEAR, List.of());
        if (year < FIRST_YEAR) {
            throw tokens.stopBack("the years of time ranges are " + FIRST_YEAR + " to " + LAST_YEAR);
        }
        try {
            return LocalDateTime.of(year, months.indexOf(found.get(0)) + 1, day, time.getHour(), time.getMinute());
        } catch (DateTimeException e) {
            throw tokens.stopBack("there is no " + day + " " + word + " in the year " + year);
        }
    }

    private static LocalTime time(IosTokens tokens) throws Stop {
        String word = tokens.peek();
        if (!word.matches("[0-9]{1,2}:[0-9]{2}")) {
            throw tokens.unexpected("a time such as 8:00", List.of());
        }
        int hour = Integer.parseInt(word.substring(0, word.indexOf(':')));
        int minute = Integer.parseInt(word.substring(word.indexOf(':') + 1));
        if (hour > 23 || minute > 59) {
            throw tokens.unexpected("a time from 0:00 to 23:59", List.of());
        }
        tokens.take();
        return LocalTime.of(hour, minute);
    }

    /** Days and two times, the second perhaps on another day. */
    private static WeeklyPeriod readPeriodic(IosTokens tokens) throws Stop, Opaque {
        EnumSet<Weekday> days = EnumSet.noneOf(Weekday.class);
        while (days(tokens.peek()) != null) {
            days.addAll(days(tokens.take()));
        }
        if (days.isEmpty()) {
            throw tokens.unexpected("a day, daily, weekdays or weekend", dayWords());
        }
        LocalTime from = time(tokens);
        if (!tokens.take("to")) {
            throw tokens.unexpected("'to'", List.of("to"));
        }
        Set<Weekday> last = days(tokens.peek());
        if (last != null) {
            tokens.take();
        }
        LocalTime to = time(tokens);
        int daysLater = 0;
        if (last != null && !last.equals(days)) {
            if (last.size() != 1 || days.size() != 1) {
                throw new Opaque("days from several to several");
            }
            daysLater = Math.floorMod(last.iterator().next().ordinal() - days.iterator().next().ordinal(), DAILY.size());
        }
        if (daysLater == 0 && !from.isBefore(to)) {
            throw tokens.stopBack("the period ends before it begins, at " + from
                    + "; one that lasts over midnight names the day of its end: periodic monday 22:00 to tuesday 6:00");
        }
        WeeklyPeriod period = MODEL.createWeeklyPeriod();
        period.getDays().addAll(days);
        period.setFrom(from);
        period.setTo(to);
        period.setDaysLater(daysLater);
        return period;
    }

    private static Set<Weekday> days(String word) {
        return switch (word) {
            case "daily" -> DAILY;
            case "weekdays" -> WEEKDAYS;
            case "weekend" -> WEEKEND;
            default -> Weekday.get(word) == null ? null : EnumSet.of(Weekday.get(word));
        };
    }

    private static List<String> dayWords() {
        List<String> words = new ArrayList<>(List.of("daily", "weekdays", "weekend"));
        Weekday.VALUES.forEach(day -> words.add(day.getLiteral()));
        return words;
    }
}
