package org.hopwarden.engine;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.hopwarden.engine.Explanation.Field;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.Match;
import org.hopwarden.rulemodel.Rule;

/**
 * What a policy asks of packets that does not stand in their bytes, so that who decides them can say what they do not know.
 *
 * @param rules how many rules ask for each, and the first of them
 */
public record PolicyQuestions(Map<Field, Asked> rules) {

    /**
     * Who asks.
     *
     * @param first such as {@code chain input, rule 3}
     * @param count at least 1
     */
    public record Asked(String first, int count) {
    }

    static PolicyQuestions of(FrozenPolicy policy, List<Chain> chains) {
        Map<Field, Asked> rules = new EnumMap<>(Field.class);
        for (Chain chain : chains) {
            Chain settings = policy.settings(chain);
            if (!settings.getApplications().isEmpty()) {
                add(rules, Field.APPLICATION, "chain " + settings.getName());
            }
            int number = 0;
            for (Rule rule : policy.rules(chain)) {
                String place = "chain " + settings.getName() + ", rule " + ++number;
                if (rule.isEnabled()) {
                    add(rules, rule.getMatch(), place);
                }
            }
        }
        return new PolicyQuestions(Map.copyOf(rules));
    }

    private static void add(Map<Field, Asked> rules, Match match, String place) {
        if (!match.getStates().isEmpty()) {
            add(rules, Field.STATE, place);
        }
        if (!match.getInInterface().isEmpty()) {
            add(rules, Field.IN_INTERFACE, place);
        }
        if (!match.getOutInterface().isEmpty()) {
            add(rules, Field.OUT_INTERFACE, place);
        }
        if (match.getMark() != null) {
            add(rules, Field.MARK, place);
        }
        if (!match.getApplications().isEmpty()) {
            add(rules, Field.APPLICATION, place);
        }
    }

    private static void add(Map<Field, Asked> rules, Field field, String place) {
        rules.merge(field, new Asked(place, 1), (old, one) -> new Asked(old.first, old.count + 1));
    }

    /** For each thing that rules ask for and that is not known, a sentence that says what holds instead. */
    public List<String> notes(Set<Field> known) {
        List<String> notes = new ArrayList<>();
        for (Field field : Field.values()) {
            Asked asked = rules.get(field);
            if (asked != null && !known.contains(field)) {
                notes.add(asked.first + (asked.count == 1 ? " asks" : " and " + (asked.count - 1) + " more ask") + " for the "
                        + what(field));
            }
        }
        return notes;
    }

    private static String what(Field field) {
        return switch (field) {
            case STATE -> "state of connections, which are not tracked here: every packet counts as untracked";
            case IN_INTERFACE -> "interface that packets come in by, which is not known here: they count as having none";
            case OUT_INTERFACE -> "interface that packets leave by, which is not known here: they count as having none";
            case MARK -> "mark of packets, which is not known here: it counts as 0";
            case APPLICATION -> "application of packets, which is not known here: they count as belonging to none";
            default -> throw new IllegalStateException("not asked for: " + field);
        };
    }
}
