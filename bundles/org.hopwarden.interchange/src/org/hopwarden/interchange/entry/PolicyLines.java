package org.hopwarden.interchange.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.hopwarden.rulemodel.AddressTerm;
import org.hopwarden.rulemodel.Binding;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.ChainScope;
import org.hopwarden.rulemodel.ConditionText;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.RuleText;
import org.hopwarden.rulemodel.Schedule;
import org.hopwarden.rulemodel.ServiceTerm;
import org.hopwarden.rulemodel.Weekday;

/** What a policy has beside its rules, a line each. */
final class PolicyLines {

    private PolicyLines() {
    }

    /** A chain in one line, with all that decides when and how it is asked. */
    static String chain(Chain chain) {
        return "Chain " + chain.getName() + ", end " + chain.getEnd().getLiteral()
                + (chain.getScope() == ChainScope.GLOBAL ? "" : ", of applications")
                + chain.getBindings().stream().map(PolicyLines::binding).collect(Collectors.joining());
    }

    private static String binding(Binding binding) {
        StringBuilder text = new StringBuilder(", bound to ").append(binding.getHook().getLiteral());
        if (!binding.getInInterface().isEmpty()) {
            text.append(" in by ").append(ConditionText.interfaces(binding.getInInterface()));
        }
        if (!binding.getOutInterface().isEmpty()) {
            text.append(" out by ").append(ConditionText.interfaces(binding.getOutInterface()));
        }
        return text.toString();
    }

    static List<String> addresses(Policy policy) {
        return policy.getAddressObjects().stream().map(object -> "@" + object.getName() + ": "
                + object.getTerms().stream().map((AddressTerm term) -> RuleText.address(term)).collect(Collectors.joining(", "))).toList();
    }

    static List<String> services(Policy policy) {
        return policy.getServiceObjects().stream().map(object -> "@" + object.getName() + ": "
                + object.getTerms().stream().map((ServiceTerm term) -> RuleText.service(term)).collect(Collectors.joining(", "))).toList();
    }

    /** Interfaces, applications and schedules. */
    static List<String> others(Policy policy) {
        List<String> lines = new ArrayList<>();
        policy.getInterfaceObjects().forEach(object -> lines.add("interfaces @" + object.getName() + ": "
                + ConditionText.interfaces(object.getTerms())));
        policy.getApplications().forEach(application -> lines.add(Stream.of("application @" + application.getName() + ":",
                application.getPath(), application.getUser(), application.getSigner()).filter(Objects::nonNull)
                .collect(Collectors.joining(" "))));
        policy.getSchedules().forEach(schedule -> lines.add(schedule(schedule)));
        return lines;
    }

    private static String schedule(Schedule schedule) {
        StringBuilder text = new StringBuilder("time-range ").append(schedule.getName()).append(":");
        if (schedule.getStart() != null) {
            text.append(" from ").append(schedule.getStart());
        }
        if (schedule.getEnd() != null) {
            text.append(" until ").append(schedule.getEnd());
        }
        schedule.getPeriods().forEach(period -> text.append(' ').append(period.getDays().stream().map(Weekday::getLiteral)
                .collect(Collectors.joining(","))).append(' ').append(period.getFrom()).append('-').append(period.getTo())
                .append(period.getDaysLater() == 0 ? "" : " " + period.getDaysLater() + " days later"));
        return text.toString();
    }

    static List<String> defaults(Policy policy) {
        List<String> lines = new ArrayList<>();
        lines.add("in: " + policy.getDefaultIn().getLiteral());
        lines.add("out: " + policy.getDefaultOut().getLiteral());
        lines.add("forward: " + policy.getDefaultForward().getLiteral());
        lines.add("when the filter fails: " + Objects.toString(policy.getFailMode().getLiteral(), "?"));
        return lines;
    }
}
