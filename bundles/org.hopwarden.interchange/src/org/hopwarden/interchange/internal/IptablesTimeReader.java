package org.hopwarden.interchange.internal;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.hopwarden.interchange.internal.IptablesRuleReader.Unknown;
import org.hopwarden.interchange.internal.IptablesWords.Stop;
import org.hopwarden.rulemodel.RulemodelFactory;
import org.hopwarden.rulemodel.Schedule;
import org.hopwarden.rulemodel.Weekday;
import org.hopwarden.rulemodel.WeeklyPeriod;

/** Reads the options of {@code -m time}. The kernel counts whole seconds, and the last one is part of the time (xt_time.c). */
final class IptablesTimeReader {

    private static final RulemodelFactory MODEL = RulemodelFactory.eINSTANCE;
    private static final Pattern DATE = Pattern.compile("(\\d{4})(?:-(\\d{1,2})(?:-(\\d{1,2})(?:T(\\d{1,2})(?::(\\d{1,2})(?::(\\d{1,2}))?)?)?)?)?");
    private static final Pattern TIME = Pattern.compile("(\\d{1,2}):(\\d{1,2})(?::(\\d{1,2}))?");

    private final IptablesWords words;
    private LocalDateTime dateStart;
    private LocalDateTime dateStop;
    private LocalTime start = LocalTime.MIN;
    private LocalTime stop = IptablesTimes.LAST_SECOND;
    private Set<Weekday> days = EnumSet.allOf(Weekday.class);
    private boolean contiguous;
    private boolean local;
    private boolean any;

    IptablesTimeReader(IptablesWords words) {
        this.words = words;
    }

    /** Reads an option; false where it is none of these. */
    boolean option(String option, boolean negated) throws Stop, Unknown {
        if (negated && !option.equals("--weekdays") && !option.equals("--monthdays")) {
            return false;
        }
        switch (option) {
            case "--datestart" -> dateStart = date(option);
            case "--datestop" -> dateStop = date(option);
            case "--timestart" -> start = time(option);
            case "--timestop" -> stop = time(option);
            case "--weekdays" -> days = days(negated);
            case "--monthdays" -> throw new Unknown("days of the month are not known");
            case "--contiguous" -> contiguous = true;
            case "--kerneltz" -> local = true;
            case "--utc" -> local = false;
            default -> {
                return false;
            }
        }
        any |= !option.equals("--kerneltz") && !option.equals("--utc") && !option.equals("--contiguous");
        return true;
    }

    /** Whether the times are those of Greenwich, and not of the host's clock. */
    boolean isUtc() {
        return !local;
    }

    /** The schedule, without a name. */
    Schedule schedule() throws Unknown {
        if (!any || days.isEmpty()) {
            throw new Unknown("-m time names no time");
        }
        if (contiguous && start.equals(stop)) {
            throw new Unknown("the time ends in the second in which it starts");
        }
        Schedule schedule = MODEL.createSchedule();
        schedule.setStart(IptablesTimes.FIRST.equals(dateStart) ? null : dateStart);
        schedule.setEnd(dateStop == null || IptablesTimes.LAST.equals(dateStop) ? null : dateStop.plusSeconds(1));
        if (dateStart != null && dateStop != null && dateStop.isBefore(dateStart)) {
            throw new Unknown("the time ends before it starts");
        }
        boolean wholeDays = start.equals(stop) || start.equals(LocalTime.MIN) && stop.equals(IptablesTimes.LAST_SECOND);
        if (wholeDays && days.size() == Weekday.values().length) {
            return schedule;
        }
        if (wholeDays) {
            add(schedule, LocalTime.MIN, IptablesTimes.LAST_SECOND);
        } else if (start.isBefore(stop)) {
            add(schedule, start, stop);
        } else if (contiguous) {
            add(schedule, start, stop).setDaysLater(1);
        } else {
            add(schedule, LocalTime.MIN, stop);
            add(schedule, start, IptablesTimes.LAST_SECOND);
        }
        return schedule;
    }

    private WeeklyPeriod add(Schedule schedule, LocalTime from, LocalTime last) {
        WeeklyPeriod period = MODEL.createWeeklyPeriod();
        period.getDays().addAll(days);
        period.setFrom(from);
        period.setTo(last.plusSeconds(1));
        period.setDaysLater(last.equals(IptablesTimes.LAST_SECOND) ? 1 : 0);
        schedule.getPeriods().add(period);
        return period;
    }

    private LocalDateTime date(String option) throws Stop {
        String text = words.value(option);
        Matcher matcher = DATE.matcher(text);
        try {
            if (matcher.matches()) {
                return LocalDateTime.of(number(matcher.group(1), 0), number(matcher.group(2), 1), number(matcher.group(3), 1),
                        number(matcher.group(4), 0), number(matcher.group(5), 0), number(matcher.group(6), 0));
            }
        } catch (DateTimeException e) {
            // told below, as what is no date at all
        }
        throw words.stopLast("not a date, such as 2026-01-31T08:00:00: " + IptablesWords.shown(text));
    }

    private LocalTime time(String option) throws Stop {
        String text = words.value(option);
        Matcher matcher = TIME.matcher(text);
        try {
            if (matcher.matches()) {
                return LocalTime.of(number(matcher.group(1), 0), number(matcher.group(2), 0), number(matcher.group(3), 0));
            }
        } catch (DateTimeException e) {
            // told below, as what is no time at all
        }
        throw words.stopLast("not a time, such as 08:00: " + IptablesWords.shown(text));
    }

    private static int number(String digits, int absent) {
        return digits == null ? absent : Integer.parseInt(digits);
    }

    /** Days by number from Monday, 1, or by the first letters of their names. */
    private Set<Weekday> days(boolean negated) throws Stop {
        Set<Weekday> named = EnumSet.noneOf(Weekday.class);
        for (String word : words.value("--weekdays").split(",", -1)) {
            String lower = word.toLowerCase(Locale.ROOT);
            List<Weekday> meant = List.of(Weekday.values()).stream().filter(day -> lower.equals(Integer.toString(day.ordinal() + 1))
                    || lower.length() > 1 && lower.length() < 4 && day.getLiteral().startsWith(lower)).toList();
            if (meant.size() != 1) {
                throw words.stopLast("not a day of the week, such as Mon or 1: " + IptablesWords.shown(word));
            }
            named.add(meant.getFirst());
        }
        return negated ? EnumSet.complementOf(EnumSet.copyOf(named)) : named;
    }
}
