package org.hopwarden.interchange.entry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

import org.hopwarden.interchange.entry.RuleParser.NoRule;
import org.hopwarden.rulemodel.Application;
import org.hopwarden.rulemodel.ConnectionState;
import org.hopwarden.rulemodel.InterfaceTerm;
import org.hopwarden.rulemodel.IosWords;
import org.hopwarden.rulemodel.IpFamily;
import org.hopwarden.rulemodel.LogMode;
import org.hopwarden.rulemodel.MarkTest;
import org.hopwarden.rulemodel.Match;
import org.hopwarden.rulemodel.NumberSet;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.RateKey;
import org.hopwarden.rulemodel.RateLimit;
import org.hopwarden.rulemodel.RateUnit;
import org.hopwarden.rulemodel.RulemodelFactory;
import org.hopwarden.rulemodel.Schedule;

/** Reads the conditions behind addresses and services, in the manner of {@link org.hopwarden.rulemodel.ConditionText}. */
final class ConditionReader {

    /** The words with which a condition begins. */
    static final List<String> FIRST_WORDS = List.of("ipv4", "ipv6", "fragments", "in", "out", "ttl", "dscp", "length", "state", "mark",
            "application", "time-range", "within", "over");

    private static final RulemodelFactory MODEL = RulemodelFactory.eINSTANCE;
    private static final int MOST_RATE = 1_000_000_000;

    private ConditionReader() {
    }

    /** Reads all that is left but a final {@code log}. */
    static void all(Words words, Match match, Policy policy) throws NoRule {
        while (!words.isEmpty() && LogMode.get(words.peek()) == null) {
            one(words, match, policy);
        }
    }

    static void one(Words words, Match match, Policy policy) throws NoRule {
        String word = words.take("A condition");
        switch (word) {
            case "ipv4" -> match.setIpVersion(IpFamily.V4);
            case "ipv6" -> match.setIpVersion(IpFamily.V6);
            case "fragments" -> match.setFragments(true);
            case "in" -> {
                match.setInInterfaceNegated(words.takeIf("not"));
                set(match.getInInterface(), interfaces(words, policy));
            }
            case "out" -> {
                match.setOutInterfaceNegated(words.takeIf("not"));
                set(match.getOutInterface(), interfaces(words, policy));
            }
            case "ttl" -> match.setTtl(numbers(words, "a TTL"));
            case "dscp" -> match.setDscp(numbers(words, "a DSCP"));
            case "length" -> match.setLength(numbers(words, "a length"));
            case "state" -> set(match.getStates(), states(list(words, "A connection state")));
            case "mark" -> match.setMark(mark(words.take("A mark")));
            case "application" -> applications(words, match, policy);
            case "time-range" -> match.setSchedule(schedule(words.take("The name of a schedule"), policy));
            case "within", "over" -> {
                RateLimit rate = rate(words);
                rate.setOver(word.equals("over"));
                match.setRate(rate);
            }
            default -> {
                List<String> known = new ArrayList<>(FIRST_WORDS);
                IosWords.icmpWords().forEach(known::add);
                throw Words.unknown("condition", word, known);
            }
        }
    }

    private static <T> void set(List<T> all, List<T> read) {
        all.clear();
        all.addAll(read);
    }

    private static List<InterfaceTerm> interfaces(Words words, Policy policy) throws NoRule {
        return TermParser.interfaces(words.take("An interface"), policy);
    }

    private static NumberSet numbers(Words words, String what) throws NoRule {
        String text = words.take("A number");
        try {
            return NumberSet.parse(text);
        } catch (IllegalArgumentException e) {
            throw new NoRule("'" + text + "' is not " + what + ", such as 64 or 1-5,255.");
        }
    }

    /** The words of a list with commas between them, whether or not blanks stand behind these. */
    private static List<String> list(Words words, String what) throws NoRule {
        StringBuilder all = new StringBuilder(words.take(what));
        while (all.charAt(all.length() - 1) == ',' || words.peek().startsWith(",")) {
            all.append(words.take(what));
        }
        return Arrays.stream(all.toString().split(",", -1)).toList();
    }

    static List<ConnectionState> states(List<String> words) throws NoRule {
        List<ConnectionState> states = new ArrayList<>();
        for (String word : words) {
            ConnectionState state = ConnectionState.get(word.strip());
            if (state == null) {
                throw Words.unknown("connection state", word.strip(), ConnectionState.VALUES.stream().map(ConnectionState::getLiteral).toList());
            }
            states.add(state);
        }
        return states;
    }

    private static MarkTest mark(String text) throws NoRule {
        try {
            return MarkTest.parse(text);
        } catch (IllegalArgumentException e) {
            throw new NoRule("The mark is wrong: " + e.getMessage() + ".");
        }
    }

    private static void applications(Words words, Match match, Policy policy) throws NoRule {
        List<Application> found = new ArrayList<>();
        for (String name : list(words, "An application")) {
            found.add(TermParser.object(name, "application", policy.getApplications(), Application::getName));
        }
        set(match.getApplications(), found);
    }

    private static Schedule schedule(String name, Policy policy) throws NoRule {
        return TermParser.object("@" + name.replaceFirst("^@", ""), "schedule", policy.getSchedules(), Schedule::getName);
    }

    /** Reads {@code 3/hour burst 5 per source}. */
    static RateLimit rate(Words words) throws NoRule {
        String text = words.take("A rate, such as 3/second burst 5,");
        String[] parts = text.split("/", 2);
        RateUnit unit = parts.length < 2 ? null : RateUnit.get(parts[1]);
        if (unit == null) {
            throw new NoRule("'" + text + "' is no rate, such as 3/second, 20/minute, 5/hour or 100/day.");
        }
        RateLimit rate = MODEL.createRateLimit();
        rate.setUnit(unit);
        rate.setCount(Words.number(parts[0], "a rate", MOST_RATE));
        rate.setBurst(words.takeIf("burst") ? words.takeNumber("A burst", MOST_RATE) : Math.max(1, rate.getCount()));
        if (words.takeIf("per")) {
            String key = words.take("What is counted by");
            RateKey per = RateKey.get(key);
            if (per == null) {
                throw Words.unknown("key of a rate", key, RateKey.VALUES.stream().map(RateKey::getLiteral).toList());
            }
            rate.setPer(per);
        }
        return rate;
    }

    /** Calls back where there is no problem but that nothing more may follow. */
    static void end(Words words, Consumer<LogMode> log) throws NoRule {
        if (!words.isEmpty()) {
            log.accept(LogMode.get(words.take("log")));
        }
        if (!words.isEmpty()) {
            throw new NoRule("'" + words.peek() + "' stands behind the end of the rule.");
        }
    }
}
