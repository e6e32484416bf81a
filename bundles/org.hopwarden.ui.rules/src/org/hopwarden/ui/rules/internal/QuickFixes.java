package org.hopwarden.ui.rules.internal;

import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.eclipse.emf.common.command.Command;
import org.eclipse.emf.common.command.CompoundCommand;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.edit.command.AddCommand;
import org.eclipse.emf.edit.command.MoveCommand;
import org.eclipse.emf.edit.command.RemoveCommand;
import org.eclipse.emf.edit.domain.EditingDomain;
import org.hopwarden.analysis.Fix;
import org.hopwarden.interchange.entry.RuleParser;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.ElementIds;
import org.hopwarden.rulemodel.NamedElement;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RulemodelPackage.Literals;

/** Makes the changes that findings propose, each a step that can be undone. For the UI thread. */
final class QuickFixes {

    private final PolicyDocument document;

    QuickFixes(PolicyDocument document) {
        this.document = document;
    }

    /** Whether a fix is still for the policy as it is: its rules are known by numbers, which any edit may have changed. */
    boolean isFor(PolicyFindings findings) {
        return findings.state() == document.state();
    }

    /**
     * Makes a change.
     *
     * @param fix of findings for which {@link #isFor} holds
     */
    void apply(Fix fix) {
        CompoundCommand step = new CompoundCommand(0, fix.label(), fix.label(), List.of(command(fix)));
        if (!step.canExecute()) {
            throw new IllegalStateException(fix.label() + " is not possible here");
        }
        document.execute(step);
        ElementIds.assignMissing(document.policy());
    }

    private Command command(Fix fix) {
        EditingDomain domain = document.domain();
        return switch (fix) {
            case Fix.RemoveRule remove -> RemoveCommand.create(domain, chain(remove.chain()), Literals.CHAIN__RULES,
                    rule(remove.chain(), remove.number()));
            case Fix.MoveRule move -> MoveCommand.create(domain, chain(move.chain()), Literals.CHAIN__RULES,
                    rule(move.chain(), move.number()), move.before() - (move.before() > move.number() ? 2 : 1));
            case Fix.InsertRule insert -> AddCommand.create(domain, chain(insert.chain()), Literals.CHAIN__RULES,
                    ofThisPolicy(insert.rule()), insert.before() - 1);
            case Fix.RemoveElement remove -> {
                NamedElement element = elements().filter(each -> remove.equals(Fix.RemoveElement.of(each))).findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("the policy has no " + remove.kind() + " " + remove.name()));
                yield RemoveCommand.create(domain, document.policy(), element.eContainingFeature(), element);
            }
        };
    }

    private Chain chain(String name) {
        return document.policy().getChains().stream().filter(each -> Objects.equals(each.getName(), name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the policy has no chain " + name));
    }

    private Rule rule(String chain, int number) {
        return chain(chain).getRules().get(number - 1);
    }

    private Stream<? extends NamedElement> elements() {
        Policy policy = document.policy();
        return Stream.of(policy.getAddressObjects(), policy.getServiceObjects(), policy.getInterfaceObjects(), policy.getApplications(),
                policy.getSchedules(), policy.getChains()).flatMap(List::stream);
    }

    /** A copy of a rule of a checked copy that refers to the objects of the edited policy, by their kinds and names. */
    private Rule ofThisPolicy(Rule rule) {
        Rule copy = RuleParser.withoutIds(EcoreUtil.copy(rule));
        retarget(copy);
        for (Iterator<EObject> parts = copy.eAllContents(); parts.hasNext();) {
            retarget(parts.next());
        }
        return copy;
    }

    @SuppressWarnings("unchecked")
    private void retarget(EObject part) {
        for (EStructuralFeature feature : part.eClass().getEAllStructuralFeatures()) {
            if (feature instanceof EReference reference && !reference.isContainment() && !reference.isContainer() && part.eIsSet(feature)) {
                if (reference.isMany()) {
                    ((List<EObject>) part.eGet(feature)).replaceAll(this::own);
                } else {
                    part.eSet(feature, own((EObject) part.eGet(feature)));
                }
            }
        }
    }

    private EObject own(EObject other) {
        return elements().filter(each -> each.eClass() == other.eClass() && other instanceof NamedElement named
                && Objects.equals(each.getName(), named.getName())).map(EObject.class::cast).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the policy has nothing like " + other));
    }
}
