package org.hopwarden.interchange.internal;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.hopwarden.rulemodel.RulemodelFactory;
import org.hopwarden.rulemodel.Schedule;
import org.hopwarden.rulemodel.Weekday;
import org.hopwarden.rulemodel.WeeklyPeriod;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The times that conditions on {@code meta time}, {@code day} and {@code hour} hold at.
 *
 * @param start from which on; null from ever
 * @param end up to which, itself not included; null for ever
 * @param days on which days of the week
 * @param hours in which seconds of a day
 */
record NftTime(LocalDateTime start, LocalDateTime end, Set<Weekday> days, List<Seconds> hours) {

    private static final int LAST_SECOND = 24 * 60 * 60 - 1;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    /** Seconds since midnight, both ends included. */
    record Seconds(int first, int last) {
    }

    private static final NftTime ALWAYS = new NftTime(null, null, EnumSet.allOf(Weekday.class),
            List.of(new Seconds(0, LAST_SECOND)));

    NftTime {
        days = Set.copyOf(days);
        hours = List.copyOf(hours);
    }

    /** What a comparison holds at. */
    static NftTime of(String key, String operator, JsonNode right, NftValues values) throws NftUnknown {
        return switch (key) {
            case "day" -> ALWAYS.withDays(days(operator, right, values));
            case "hour" -> ALWAYS.withHours(hours(operator, right));
            default -> time(operator, right);
        };
    }

    private NftTime withDays(Set<Weekday> some) {
        return new NftTime(start, end, some, hours);
    }

    private NftTime withHours(List<Seconds> some) {
        return new NftTime(start, end, days, some);
    }

    private static Set<Weekday> days(String operator, JsonNode right, NftValues values) throws NftUnknown {
        Set<Weekday> days = EnumSet.noneOf(Weekday.class);
        for (JsonNode element : values.elements(right)) {
            Weekday day = Weekday.get(element.asText().toLowerCase(Locale.ROOT));
            if (day == null) {
                throw new NftUnknown("the day " + element);
            }
            days.add(day);
        }
        return switch (operator) {
            case "==", "in" -> days;
            case "!=" -> EnumSet.complementOf(EnumSet.copyOf(days));
            default -> throw new NftUnknown("the comparison " + operator + " of days");
        };
    }

    /** A range whose end lies before its beginning goes over midnight. */
    private static List<Seconds> hours(String operator, JsonNode right) throws NftUnknown {
        JsonNode range = right.path("range");
        int first = second(range.size() == 2 ? range.get(0) : right);
        int last = range.size() == 2 ? second(range.get(1)) : first;
        boolean over = last < first;
        if (range.size() == 2 && !operator.equals("==") && !operator.equals("!=")) {
            throw new NftUnknown("the comparison " + operator + " with several hours");
        }
        return switch (operator) {
            case "==" -> over ? spans(0, last, first, LAST_SECOND) : spans(first, last);
            case "!=" -> over ? spans(last + 1, first - 1) : spans(0, first - 1, last + 1, LAST_SECOND);
            case "<" -> spans(0, first - 1);
            case "<=" -> spans(0, first);
            case ">" -> spans(first + 1, LAST_SECOND);
            case ">=" -> spans(first, LAST_SECOND);
            default -> throw new NftUnknown("the comparison " + operator + " of hours");
        };
    }

    private static List<Seconds> spans(int... bounds) {
        List<Seconds> spans = new ArrayList<>();
        for (int i = 0; i < bounds.length; i += 2) {
            if (bounds[i] <= bounds[i + 1]) {
                spans.add(new Seconds(bounds[i], bounds[i + 1]));
            }
        }
        return spans;
    }

    private static int second(JsonNode value) throws NftUnknown {
        try {
            return LocalTime.parse(value.asText()).toSecondOfDay();
        } catch (DateTimeException e) {
            throw new NftUnknown("the hour " + value);
        }
    }

    private static NftTime time(String operator, JsonNode right) throws NftUnknown {
        JsonNode range = right.path("range");
        LocalDateTime first = moment(range.size() == 2 ? range.get(0) : right);
        LocalDateTime last = range.size() == 2 ? moment(range.get(1)) : first;
        if (range.size() == 2 && !operator.equals("==")) {
            throw new NftUnknown("the comparison " + operator + " with several times");
        }
        return switch (operator) {
            case "==" -> between(first, last.plusNanos(1));
            case "<" -> between(null, first);
            case "<=" -> between(null, first.plusNanos(1));
            case ">" -> between(first.plusNanos(1), null);
            case ">=" -> between(first, null);
            default -> throw new NftUnknown("the comparison " + operator + " of times");
        };
    }

    private static NftTime between(LocalDateTime start, LocalDateTime end) {
        return new NftTime(start, end, ALWAYS.days, ALWAYS.hours);
    }

    private static LocalDateTime moment(JsonNode value) throws NftUnknown {
        try {
            return LocalDateTime.parse(value.asText(), TIME);
        } catch (DateTimeException e) {
            throw new NftUnknown("the time " + value);
        }
    }

    /** When both hold. */
    NftTime and(NftTime other) {
        Set<Weekday> both = EnumSet.noneOf(Weekday.class);
        days.stream().filter(other.days::contains).forEach(both::add);
        List<Seconds> common = new ArrayList<>();
        for (Seconds a : hours) {
            for (Seconds b : other.hours) {
                if (a.first <= b.last && b.first <= a.last) {
                    common.add(new Seconds(Math.max(a.first, b.first), Math.min(a.last, b.last)));
                }
            }
        }
        return new NftTime(start == null || other.start != null && other.start.isAfter(start) ? other.start : start,
                end == null || other.end != null && other.end.isBefore(end) ? other.end : end, both, common);
    }

    boolean isNever() {
        return days.isEmpty() || hours.isEmpty() || start != null && end != null && !start.isBefore(end);
    }

    /** Whether it depends on the day of the week or the hour. */
    boolean isWeekly() {
        return !days.equals(ALWAYS.days) || !hours.equals(ALWAYS.hours);
    }

    Schedule toSchedule(String name) {
        Schedule schedule = RulemodelFactory.eINSTANCE.createSchedule();
        schedule.setName(name);
        schedule.setStart(start);
        schedule.setEnd(end);
        if (isWeekly()) {
            for (Seconds span : hours) {
                WeeklyPeriod period = RulemodelFactory.eINSTANCE.createWeeklyPeriod();
                days.stream().sorted().forEach(period.getDays()::add);
                period.setFrom(LocalTime.ofSecondOfDay(span.first));
                period.setTo(LocalTime.ofSecondOfDay((span.last + 1) % (LAST_SECOND + 1)));
                period.setDaysLater(span.last == LAST_SECOND ? 1 : 0);
                schedule.getPeriods().add(period);
            }
        }
        return schedule;
    }
}
