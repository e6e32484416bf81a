package org.hopwarden.analysis.internal.checks;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.eclipse.emf.ecore.EObject;
import org.hopwarden.analysis.CheckedPolicy;
import org.hopwarden.analysis.Finding;
import org.hopwarden.analysis.Fix;
import org.hopwarden.analysis.PolicyCheck;
import org.hopwarden.analysis.Severity;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.Chains;
import org.hopwarden.rulemodel.NamedElement;
import org.hopwarden.rulemodel.Policy;

/** Objects that no rule uses, straight or through others, and chains that no packet meets. */
public final class UnusedObjects implements PolicyCheck {

    @Override
    public String id() {
        return "unused-object";
    }

    @Override
    public String description() {
        return "objects that no chain uses, and chains that are neither bound nor called where others are bound";
    }

    @Override
    public List<Finding> find(CheckedPolicy checked) {
        Policy policy = checked.policy();
        boolean bound = Chains.anyBound(policy);
        Set<EObject> used = new HashSet<>();
        List<Chain> uncalled = Chains.uncalled(policy);
        for (Chain chain : policy.getChains()) {
            if (!bound || !chain.getBindings().isEmpty()) {
                use(chain, used);
            }
        }
        List<Finding> findings = new ArrayList<>();
        for (Chain chain : policy.getChains()) {
            if (!used.contains(chain)) {
                findings.add(new Finding(id(), Severity.INFO, chain.getName(), 0, uncalled.contains(chain)
                        ? "No packet meets this chain: it is bound to nothing, and no rule calls it."
                        : "No packet meets this chain: only chains call it that no packet meets.", List.of(), null,
                        uncalled.contains(chain) ? Fix.RemoveElement.of(chain) : null));
                // what it uses is spoken of with the chain, not by itself
                use(chain, used);
            }
        }
        Stream.of(policy.getAddressObjects(), policy.getServiceObjects(), policy.getInterfaceObjects(),
                policy.getApplications(), policy.getSchedules()).flatMap(List::stream).filter(one -> !used.contains(one))
                .forEach(one -> findings.add(unused(one)));
        return findings;
    }

    private Finding unused(NamedElement element) {
        Fix.RemoveElement fix = Fix.RemoveElement.of(element);
        return new Finding(id(), Severity.INFO, null, 0, "No rule uses the " + fix.kind() + " " + element.getName() + ".",
                List.of(), null, fix);
    }

    /** Follows references, of rules that are not enabled as well: these may come back. */
    private static void use(EObject element, Set<EObject> used) {
        if (!used.add(element)) {
            return;
        }
        element.eCrossReferences().forEach(other -> use(other, used));
        element.eContents().forEach(part -> use(part, used));
    }
}
