package org.hopwarden.analysis.internal;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.hopwarden.net.IpVersion;
import org.hopwarden.rulemodel.Allow;
import org.hopwarden.rulemodel.AddressTerm;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.IpFamily;
import org.hopwarden.rulemodel.Match;
import org.hopwarden.rulemodel.Reject;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.engine.Verdict.Kind;

/** Chains as lists of steps. */
final class ChainSteps {

    private final Map<IpVersion, AddressShape> shapes = new EnumMap<>(IpVersion.class);

    /** @param chains all whose steps are to be held against each other */
    ChainSteps(List<Chain> chains) {
        List<AddressTerm> terms = new ArrayList<>();
        for (Chain chain : chains) {
            for (Rule rule : chain.getRules()) {
                terms.addAll(rule.getMatch().getSource());
                terms.addAll(rule.getMatch().getDestination());
            }
        }
        for (IpVersion version : IpVersion.values()) {
            shapes.put(version, AddressShape.of(version, terms));
        }
    }

    /** One step for each rule in order, and one that decides what they leave. */
    List<Step> of(Chain chain, Outcome end) {
        List<Step> steps = new ArrayList<>();
        for (Rule rule : chain.getRules()) {
            steps.add(new Step(rule, outcome(rule), boxes(rule)));
        }
        Map<Plane, List<RawBox>> all = new EnumMap<>(Plane.class);
        for (Plane plane : Plane.values()) {
            all.put(plane, List.of(RawBox.ALL));
        }
        steps.add(new Step(chain, end, all));
        return steps;
    }

    private static Outcome outcome(Rule rule) {
        return rule.getAction() instanceof Allow ? Outcome.ALLOW
                : rule.getAction() instanceof Reject reject ? new Outcome(Kind.REJECT, reject.getType()) : Outcome.DENY;
    }

    Map<Plane, List<RawBox>> boxes(Rule rule) {
        Map<Plane, List<RawBox>> boxes = new EnumMap<>(Plane.class);
        Match match = rule.getMatch();
        for (Plane plane : Plane.values()) {
            if (rule.isEnabled() && isAbout(match.getIpVersion(), plane.version())
                    && (plane.isLater() || !match.isFragments())) {
                AddressShape shape = shapes.get(plane.version());
                boxes.put(plane, RawBox.product(
                        RawBox.product(shape.boxes(Field.SOURCE, match.getSource()),
                                shape.boxes(Field.DESTINATION, match.getDestination())),
                        ServiceBoxes.of(match.getService(), rule.getAction() instanceof Allow, plane)));
            }
        }
        return boxes;
    }

    private static boolean isAbout(IpFamily family, IpVersion version) {
        return family == IpFamily.ANY || (family == IpFamily.V4) == (version == IpVersion.V4);
    }
}
