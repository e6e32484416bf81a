package org.hopwarden.ui.rules.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

import org.eclipse.emf.ecore.EObject;
import org.hopwarden.analysis.Finding;
import org.hopwarden.analysis.Fix;
import org.hopwarden.analysis.PolicyChecks;
import org.hopwarden.analysis.Severity;
import org.hopwarden.engine.PolicyCompileException;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.NamedElement;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.Rule;

/**
 * What the checks found in one state of a policy.
 *
 * @param state the document's state that was checked
 * @param checked a copy of the policy as it was then, which nobody changes
 * @param all the gravest first, then by chain and rule
 * @param marks what is to be said at an element of the edited model: a rule, an object, or a chain, which counts those of its rules too
 * @param objection why nothing was checked; empty where it was
 */
record PolicyFindings(long state, Policy checked, List<Found> all, Map<EObject, Mark> marks, String objection) {

    /**
     * A finding with the element of the edited model that it is about.
     *
     * @param element a rule, a chain, an object, or the policy
     */
    record Found(Finding finding, EObject element) {

        /** Where it is, in words. */
        String place() {
            if (element instanceof NamedElement named && finding.chain() == null && !(element instanceof Policy)) {
                return "@" + named.getName();
            }
            return finding.chain() == null ? "policy"
                    : "chain " + finding.chain() + (finding.rule() == 0 ? "" : ", rule " + finding.rule());
        }
    }

    /**
     * What stands at an element.
     *
     * @param severity the gravest of what there is to say
     * @param text a line for each finding
     */
    record Mark(Severity severity, String text) {
    }

    /** Nothing is known yet. */
    static final PolicyFindings NONE = new PolicyFindings(-1, null, List.of(), Map.of(), "");

    /**
     * Runs all checks; in the background.
     *
     * @return null where it became unwanted meanwhile
     */
    static PolicyFindings of(PolicyDocument.Snapshot snapshot, long state, BooleanSupplier unwanted) {
        try {
            Places places = new Places(snapshot);
            List<Found> all = new ArrayList<>();
            for (Finding finding : PolicyChecks.of(snapshot.policy(), PolicyChecks.all(), unwanted)) {
                all.add(new Found(finding, places.of(finding)));
            }
            all.sort(Comparator.comparing(found -> found.finding().severity()));
            return new PolicyFindings(state, snapshot.policy(), List.copyOf(all), marks(all), "");
        } catch (PolicyCompileException e) {
            return new PolicyFindings(state, snapshot.policy(), List.of(), Map.of(),
                    "Nothing is checked while problems keep the policy from being used: see Problems.");
        } catch (CancellationException e) {
            return null;
        }
    }

    private static final class Places {

        private final PolicyDocument.Snapshot snapshot;

        Places(PolicyDocument.Snapshot snapshot) {
            this.snapshot = snapshot;
        }

        EObject of(Finding finding) {
            Policy policy = snapshot.policy();
            EObject place = policy;
            if (finding.chain() != null) {
                Chain chain = policy.getChains().stream().filter(each -> Objects.equals(each.getName(), finding.chain())).findFirst()
                        .orElse(null);
                boolean ofRule = chain != null && finding.rule() > 0 && finding.rule() <= chain.getRules().size();
                place = ofRule ? chain.getRules().get(finding.rule() - 1) : chain == null ? policy : chain;
            } else if (finding.fix() instanceof Fix.RemoveElement remove) {
                place = objects(policy).filter(each -> remove.equals(Fix.RemoveElement.of(each))).findFirst().map(EObject.class::cast)
                        .orElse(policy);
            }
            return snapshot.originals().getOrDefault(place, place);
        }
    }

    private static Stream<? extends NamedElement> objects(Policy policy) {
        return Stream.of(policy.getAddressObjects(), policy.getServiceObjects(), policy.getInterfaceObjects(), policy.getApplications(),
                policy.getSchedules()).flatMap(List::stream);
    }

    private static Map<EObject, Mark> marks(List<Found> all) {
        Map<EObject, Mark> marks = new IdentityHashMap<>();
        Map<Chain, List<Finding>> ofChains = new IdentityHashMap<>();
        for (Found found : all) {
            Finding finding = found.finding();
            String line = finding.message() + (finding.fix() == null ? "" : "\nCtrl+1: " + finding.fix().label());
            marks.merge(found.element(), new Mark(finding.severity(), line), PolicyFindings::both);
            if (found.element() instanceof Rule rule && rule.eContainer() instanceof Chain chain) {
                ofChains.computeIfAbsent(chain, each -> new ArrayList<>()).add(finding);
            }
        }
        ofChains.forEach((chain, findings) -> marks.merge(chain, new Mark(worst(findings), count(findings) + " in its rules"),
                PolicyFindings::both));
        return marks;
    }

    private static Mark both(Mark one, Mark other) {
        return new Mark(one.severity().compareTo(other.severity()) <= 0 ? one.severity() : other.severity(),
                one.text() + "\n\n" + other.text());
    }

    private static Severity worst(List<Finding> findings) {
        return findings.stream().map(Finding::severity).min(Comparator.naturalOrder()).orElseThrow();
    }

    /** The gravest there is; null where nothing was found. */
    Severity worst() {
        return all.isEmpty() ? null : all.getFirst().finding().severity();
    }

    /** What was found at an element itself. */
    List<Found> at(EObject element) {
        return all.stream().filter(found -> found.element() == element).toList();
    }

    /** How many there are of each severity, in words: {@code 1 error, 2 warnings, 3 notes}. */
    String count() {
        return count(all.stream().map(Found::finding).toList());
    }

    private static String count(List<Finding> findings) {
        StringJoiner words = new StringJoiner(", ");
        for (Severity severity : Severity.values()) {
            long count = findings.stream().filter(finding -> finding.severity() == severity).count();
            if (count > 0) {
                String word = severity == Severity.INFO ? "note" : severity.word();
                words.add(count + " " + word + (count == 1 ? "" : "s"));
            }
        }
        return words.toString();
    }
}
