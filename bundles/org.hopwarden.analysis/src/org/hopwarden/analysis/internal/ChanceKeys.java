package org.hopwarden.analysis.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.eclipse.emf.ecore.EObject;
import org.hopwarden.rulemodel.AddressName;
import org.hopwarden.rulemodel.AddressTerms;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.Limit;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.RateLimit;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RuleText;
import org.hopwarden.rulemodel.Schedule;
import org.hopwarden.rulemodel.Weekday;
import org.hopwarden.rulemodel.WeeklyPeriod;

/**
 * What may hold or not, whatever the packet is: rates, schedules, and whether a name still stands for the addresses it last
 * stood for. Each is an axis of two values, of which 1 is that it holds. The same schedule and the same name are one axis
 * wherever they stand. Each rate has a bucket of its own; in another policy that one is taken for the same which has the same
 * place among the rates of rules with the same text.
 */
final class ChanceKeys {

    private static final long DAY_NANOS = Duration.ofDays(1).toNanos();
    private static final long WEEK_NANOS = 7 * DAY_NANOS;

    /** One of them. */
    record Chance(Kind kind, EObject element, String text) {
    }

    /** What may hold. */
    enum Kind {
        RATE, SCHEDULE, NAME
    }

    private final List<Chance> chances = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<EObject, Integer> rates = new IdentityHashMap<>();

    ChanceKeys(List<Policy> policies) {
        for (Policy policy : policies) {
            Map<String, Integer> seen = new HashMap<>();
            for (Chain chain : policy.getChains()) {
                for (Rule rule : chain.getRules()) {
                    if (rule.getMatch().getRate() != null) {
                        addRate(rule, rule.getMatch().getRate(), seen);
                    }
                    if (rule.getAction() instanceof Limit limit) {
                        addRate(rule, limit.getRate(), seen);
                    }
                    if (rule.getMatch().getSchedule() != null) {
                        place(schedule(rule.getMatch().getSchedule()));
                    }
                    addNames(rule);
                }
            }
        }
    }

    private void addRate(Rule rule, RateLimit rate, Map<String, Integer> seen) {
        String text = RuleText.of(rule);
        int place = seen.merge(text, 1, Integer::sum);
        rates.put(rate, place(new Chance(Kind.RATE, rate, text + " #" + place)));
    }

    private void addNames(Rule rule) {
        AddressTerms.forEach(rule.getMatch().getSource(), this::addName);
        AddressTerms.forEach(rule.getMatch().getDestination(), this::addName);
    }

    private void addName(EObject term) {
        if (term instanceof AddressName name) {
            place(name(name));
        }
    }

    private int place(Chance chance) {
        return places.computeIfAbsent(chance.kind() + " " + chance.text(), none -> {
            chances.add(chance);
            return chances.size() - 1;
        });
    }

    private static Chance schedule(Schedule schedule) {
        return new Chance(Kind.SCHEDULE, schedule, schedule.getStart() + "-" + schedule.getEnd() + " "
                + (schedule.getPeriods().isEmpty() ? "" : weeklyTimes(schedule)));
    }

    /** The times of a week in which a schedule with periods holds, the same however its periods divide them. */
    private static String weeklyTimes(Schedule schedule) {
        TreeMap<Long, Long> spans = new TreeMap<>();
        for (WeeklyPeriod period : schedule.getPeriods()) {
            long length = period.getTo().toNanoOfDay() - period.getFrom().toNanoOfDay() + period.getDaysLater() * DAY_NANOS;
            for (Weekday day : period.getDays()) {
                long start = day.ordinal() * DAY_NANOS + period.getFrom().toNanoOfDay();
                spans.merge(start, Math.min(start + length, WEEK_NANOS), Math::max);
                if (start + length > WEEK_NANOS) {
                    spans.merge(0L, start + length - WEEK_NANOS, Math::max);
                }
            }
        }
        StringBuilder text = new StringBuilder();
        long end = -1;
        for (Map.Entry<Long, Long> span : spans.entrySet()) {
            if (span.getKey() > end) {
                text.append(end < 0 ? "" : "-" + end).append(' ').append(span.getKey());
            }
            end = Math.max(end, span.getValue());
        }
        return text.append('-').append(end).toString();
    }

    private static Chance name(AddressName name) {
        return new Chance(Kind.NAME, name, name.getName());
    }

    /** The axis of a rate. */
    Axis axis(RateLimit rate) {
        return axis(rates.get(rate));
    }

    Axis axis(Schedule schedule) {
        return axis(place(schedule(schedule)));
    }

    Axis axis(AddressName name) {
        return axis(place(name(name)));
    }

    private static Axis axis(int place) {
        return new Axis(Field.CHANCE, place, Field.CHANCE.highest());
    }

    /** Whether there are rates among them. */
    boolean haveRates() {
        return !rates.isEmpty();
    }

    /** What an axis stands for. */
    Chance get(int part) {
        return chances.get(part);
    }
}
