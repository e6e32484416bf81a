package org.hopwarden.engine;

import java.util.List;
import java.util.stream.Stream;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.NamedElement;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.RulemodelPackage;

/** Copies parts of a policy that somebody edits into one that nobody changes: what they use is found there by kind and name. */
final class FrozenCopier extends EcoreUtil.Copier {

    private static final long serialVersionUID = 1L;

    private final transient Policy frozen;

    private FrozenCopier(Policy frozen) {
        this.frozen = frozen;
    }

    /**
     * A copy of a part. Chains are copied without their rules.
     *
     * @throws PolicyCompileException if it uses what the policy does not have
     */
    static <T extends EObject> T copy(T part, Policy frozen) throws PolicyCompileException {
        FrozenCopier copier = new FrozenCopier(frozen);
        @SuppressWarnings("unchecked")
        T copy = (T) copier.copy(part);
        copier.copyReferences();
        for (List<EObject> open = List.of(copy); !open.isEmpty(); open = open.stream().flatMap(o -> o.eContents().stream()).toList()) {
            for (EObject each : open) {
                for (EObject used : each.eCrossReferences()) {
                    copier.check(used);
                }
            }
        }
        return copy;
    }

    private void check(EObject used) throws PolicyCompileException {
        if (used.eContainer() != frozen) {
            throw new PolicyCompileException("the policy in force has no " + used.eClass().getName() + " with the name "
                    + (used instanceof NamedElement named ? named.getName() : "of " + used)
                    + "; replace the policy as a whole to bring it in");
        }
    }

    @Override
    public EObject get(Object part) {
        EObject copy = super.get(part);
        return copy == null && part instanceof NamedElement used ? named(used) : copy;
    }

    /** Null where there is none. */
    private EObject named(NamedElement used) {
        return Stream.of(frozen.getAddressObjects(), frozen.getServiceObjects(), frozen.getInterfaceObjects(),
                frozen.getApplications(), frozen.getSchedules(), frozen.getChains()).flatMap(List::stream)
                .filter(own -> own.eClass() == used.eClass() && own.getName().equals(used.getName())).findFirst().orElse(null);
    }

    @Override
    protected void copyContainment(EReference reference, EObject part, EObject copy) {
        if (reference != RulemodelPackage.Literals.CHAIN__RULES) {
            super.copyContainment(reference, part, copy);
        }
    }
}
