package org.hopwarden.interchange.entry;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.hopwarden.interchange.entry.RuleParser.NoRule;
import org.hopwarden.rulemodel.RulemodelFactory;
import org.hopwarden.rulemodel.WeeklyPeriod;
import org.hopwarden.rulemodel.Weekday;

/** Times of schedules in words: {@code weekdays 08:00-17:30; saturday, sunday 22:00-06:00}, {@code 2026-01-31 08:00}. */
public final class ScheduleText {

    private static final List<Weekday> ALL = Arrays.asList(Weekday.values());
    private static final List<Weekday> WEEKDAYS = ALL.subList(0, 5);
    private static final List<Weekday> WEEKEND = ALL.subList(5, 7);
    private static final String MIDNIGHT = "24:00";
    private static final int MOST_DAYS = 6;
    private static final Pattern PERIOD = Pattern.compile("(.*?)\\s*(\\d{1,2}:\\d{2})\\s*-\\s*(\\d{1,2}:\\d{2})(?:\\s*\\+(\\d))?");
    private static final String HELP = "Times of the week are written as in: weekdays 08:00-17:30; saturday, sunday 22:00-06:00;"
            + " friday 18:00-08:00 +3 for until the third day behind.";

    private ScheduleText() {
    }

    /** The periods of a week, empty for none; {@link #readPeriods} takes them. */
    public static String of(List<WeeklyPeriod> periods) {
        return periods.stream().map(ScheduleText::of).collect(Collectors.joining("; "));
    }

    private static String of(WeeklyPeriod period) {
        boolean midnight = period.getDaysLater() == 1 && LocalTime.MIDNIGHT.equals(period.getTo());
        String to = midnight ? MIDNIGHT : String.valueOf(period.getTo());
        int usual = midnight || isNextDay(period.getFrom(), period.getTo()) ? 1 : 0;
        return days(period.getDays()) + " " + period.getFrom() + "-" + to
                + (period.getDaysLater() == usual ? "" : " +" + period.getDaysLater());
    }

    private static boolean isNextDay(LocalTime from, LocalTime to) {
        return from != null && to != null && !to.isAfter(from);
    }

    private static String days(List<Weekday> days) {
        Set<Weekday> set = days.isEmpty() ? Set.of() : EnumSet.copyOf(days);
        if (set.size() == ALL.size()) {
            return "daily";
        }
        if (set.equals(Set.copyOf(WEEKDAYS))) {
            return "weekdays";
        }
        if (set.equals(Set.copyOf(WEEKEND))) {
            return "weekend";
        }
        return ALL.stream().filter(set::contains).map(Weekday::getLiteral).collect(Collectors.joining(", "));
    }

    /**
     * Reads periods of a week. One that ends at or before the time of its beginning ends on the next day.
     *
     * @throws NoRule if a part is none; the message says what it can be
     */
    public static List<WeeklyPeriod> readPeriods(String text) throws NoRule {
        List<WeeklyPeriod> periods = new ArrayList<>();
        if (text.isBlank()) {
            return periods;
        }
        for (String part : text.split(";", -1)) {
            Matcher matcher = PERIOD.matcher(part.strip());
            if (!matcher.matches()) {
                throw new NoRule("'" + part.strip() + "' is no time of the week. " + HELP);
            }
            WeeklyPeriod period = RulemodelFactory.eINSTANCE.createWeeklyPeriod();
            period.getDays().addAll(readDays(matcher.group(1)));
            boolean midnight = matcher.group(3).equals(MIDNIGHT);
            period.setFrom(time(matcher.group(2)));
            period.setTo(midnight ? LocalTime.MIDNIGHT : time(matcher.group(3)));
            int usual = isNextDay(period.getFrom(), period.getTo()) ? 1 : 0;
            period.setDaysLater(matcher.group(4) == null ? usual : Words.number(matcher.group(4), "A number of days", MOST_DAYS));
            if (period.getDaysLater() < usual) {
                throw new NoRule("'" + part.strip() + "' ends before it begins.");
            }
            periods.add(period);
        }
        return periods;
    }

    private static List<Weekday> readDays(String text) throws NoRule {
        EnumSet<Weekday> days = EnumSet.noneOf(Weekday.class);
        for (String word : text.toLowerCase(Locale.ROOT).strip().split("[,\\s]+")) {
            switch (word) {
                case "daily" -> days.addAll(ALL);
                case "weekdays" -> days.addAll(WEEKDAYS);
                case "weekend" -> days.addAll(WEEKEND);
                case "" -> throw new NoRule("The days are missing in front of a time. " + HELP);
                default -> days.addAll(range(word));
            }
        }
        return List.copyOf(days);
    }

    private static List<Weekday> range(String word) throws NoRule {
        String[] ends = word.split("-", 2);
        int first = day(ends[0]).ordinal();
        int last = day(ends[ends.length - 1]).ordinal();
        List<Weekday> days = new ArrayList<>(List.of(ALL.get(first)));
        for (int day = first; day != last;) {
            day = (day + 1) % ALL.size();
            days.add(ALL.get(day));
        }
        return days;
    }

    private static Weekday day(String word) throws NoRule {
        for (Weekday day : ALL) {
            if (day.getLiteral().equals(word) || word.length() == 3 && day.getLiteral().startsWith(word)) {
                return day;
            }
        }
        List<String> known = new ArrayList<>(List.of("daily", "weekdays", "weekend"));
        ALL.forEach(day -> known.add(day.getLiteral()));
        throw Words.unknown("day", word, known);
    }

    private static LocalTime time(String text) throws NoRule {
        try {
            return LocalTime.parse(text.length() == 4 ? "0" + text : text);
        } catch (DateTimeParseException e) {
            throw new NoRule("'" + text + "' is no time of day, such as 08:00.");
        }
    }

    /** A local time such as {@code 2026-01-31 08:00}, empty for none; {@link #readMoment} takes it. */
    public static String of(LocalDateTime moment) {
        return moment == null ? "" : moment.toLocalDate() + " " + moment.toLocalTime();
    }

    /**
     * Reads a local time; a date alone is its midnight.
     *
     * @return null for an empty text
     * @throws NoRule if it is none
     */
    public static LocalDateTime readMoment(String text) throws NoRule {
        String plain = text.strip().replaceFirst("\\s+", "T");
        if (plain.isEmpty()) {
            return null;
        }
        try {
            return plain.contains("T") ? LocalDateTime.parse(plain) : LocalDate.parse(plain).atStartOfDay();
        } catch (DateTimeParseException e) {
            throw new NoRule("'" + text.strip() + "' is no date and time, such as 2026-01-31 08:00.");
        }
    }
}
