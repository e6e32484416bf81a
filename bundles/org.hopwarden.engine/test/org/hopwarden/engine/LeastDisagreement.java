package org.hopwarden.engine;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.hopwarden.engine.WholeModelAgreementTest.Seen;
import org.hopwarden.rulemodel.ConnectionState;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.PolicyFileException;
import org.hopwarden.rulemodel.PolicyFiles;
import org.hopwarden.rulemodel.PolicyProblems;
import org.hopwarden.rulemodel.RulemodelPackage;

/** Takes away from a policy and from the packets before the last, as long as both ways of deciding disagree about that one. */
final class LeastDisagreement {

    private final BiPredicate<Policy, List<Seen>> disagree;
    private Policy policy;
    private List<Seen> seen;

    LeastDisagreement(Policy policy, List<Seen> seen) {
        this(policy, seen, (some, packets) -> {
            List<Verdict> both = WholeModelAgreementTest.verdicts(some, packets);
            return !both.get(0).equals(both.get(1));
        });
    }

    LeastDisagreement(Policy policy, List<Seen> seen, BiPredicate<Policy, List<Seen>> disagree) {
        this.policy = policy;
        this.seen = List.copyOf(seen);
        this.disagree = disagree;
    }

    Policy policy() {
        return policy;
    }

    List<Seen> seen() {
        return seen;
    }

    void shrink() {
        boolean smaller = true;
        while (smaller) {
            smaller = shrinkSeen() | shrinkPolicy();
        }
        shrinkLast();
    }

    private boolean shrinkSeen() {
        int before = seen.size();
        for (int part = seen.size() / 2; part > 0; part = part == 1 ? 0 : (part + 1) / 2) {
            for (int from = 0; from + part < seen.size();) {
                List<Seen> fewer = new ArrayList<>(seen);
                fewer.subList(from, from + part).clear();
                if (disagree.test(policy, fewer)) {
                    seen = List.copyOf(fewer);
                } else {
                    from += part;
                }
            }
        }
        return seen.size() < before;
    }

    private boolean shrinkPolicy() {
        boolean any = false;
        for (int i = contents(policy).size() - 1; i >= 0; i--) {
            Policy smaller = EcoreUtil.copy(policy);
            EcoreUtil.delete(contents(smaller).get(i), true);
            any |= take(smaller);
            i = Math.min(i, contents(policy).size());
        }
        for (int i = contents(policy).size() - 1; i >= 0; i--) {
            for (EStructuralFeature feature : contents(policy).get(i).eClass().getEAllStructuralFeatures()) {
                if (contents(policy).get(i).eIsSet(feature) && !feature.isMany()
                        && feature != RulemodelPackage.Literals.NAMED_ELEMENT__NAME) {
                    Policy smaller = EcoreUtil.copy(policy);
                    contents(smaller).get(i).eUnset(feature);
                    any |= take(smaller);
                }
            }
        }
        return any;
    }

    private boolean take(Policy smaller) {
        boolean taken;
        try {
            taken = PolicyProblems.of(smaller).isEmpty() && disagree.test(smaller, seen);
        } catch (AssertionError e) {
            taken = false; // without its chains it cannot be asked
        }
        policy = taken ? smaller : policy;
        return taken;
    }

    /** The last packet loses bytes, and what is known of it. */
    private void shrinkLast() {
        Seen last = seen.getLast();
        PacketContext c = last.context();
        takeLast(last.bytes(), c.withInterfaces("", c.outInterface()));
        c = seen.getLast().context();
        takeLast(last.bytes(), c.withInterfaces(c.inInterface(), ""));
        takeLast(last.bytes(), seen.getLast().context().withState(ConnectionState.UNTRACKED));
        takeLast(last.bytes(), seen.getLast().context().withMark(0));
        takeLast(last.bytes(), seen.getLast().context().at(Instant.EPOCH));
        c = seen.getLast().context();
        takeLast(last.bytes(), new PacketContext(c.direction(), c.inInterface(), c.outInterface(), c.state(), Optional.empty(),
                c.mark(), c.time()));
        while (seen.getLast().bytes().length > 1
                && takeLast(Arrays.copyOf(seen.getLast().bytes(), seen.getLast().bytes().length - 1), seen.getLast().context())) {
            continue;
        }
        for (int i = 0; i < seen.getLast().bytes().length; i++) {
            byte[] zeroed = seen.getLast().bytes().clone();
            zeroed[i] = 0;
            takeLast(zeroed, seen.getLast().context());
        }
    }

    private boolean takeLast(byte[] bytes, PacketContext context) {
        List<Seen> other = new ArrayList<>(seen.subList(0, seen.size() - 1));
        other.add(new Seen(bytes, context));
        boolean taken = disagree.test(policy, other);
        seen = taken ? List.copyOf(other) : seen;
        return taken;
    }

    private static List<EObject> contents(Policy policy) {
        List<EObject> contents = new ArrayList<>();
        policy.eAllContents().forEachRemaining(contents::add);
        return contents;
    }

    String report(long seed) {
        shrink();
        StringBuilder text = new StringBuilder("the matcher disagrees with the reference; seed " + seed + "\n");
        try {
            text.append(new String(PolicyFiles.toBytes(policy, Path.of("least.hwpolicy")), StandardCharsets.UTF_8)).append('\n');
        } catch (PolicyFileException e) {
            text.append(policy).append(' ').append(e.getMessage()).append('\n');
        }
        for (Seen each : seen) {
            text.append(each.context()).append(' ').append(HexFormat.of().formatHex(each.bytes())).append('\n');
        }
        List<Verdict> both = WholeModelAgreementTest.verdicts(policy, seen);
        return text.append("reference ").append(both.get(0)).append("\ncompiled  ").append(both.get(1)).toString();
    }
}
