package org.hopwarden.ui.rules.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.eclipse.emf.common.command.Command;
import org.eclipse.emf.common.command.CompoundCommand;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.edit.command.AddCommand;
import org.eclipse.emf.edit.command.RemoveCommand;
import org.eclipse.emf.edit.command.SetCommand;
import org.hopwarden.interchange.entry.TermParser;
import org.hopwarden.rulemodel.AddressObject;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.ChainEnd;
import org.hopwarden.rulemodel.ElementIds;
import org.hopwarden.rulemodel.IosNumberedList;
import org.hopwarden.rulemodel.IpFamily;
import org.hopwarden.rulemodel.NamedElement;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.PolicyProblems;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RuleText;
import org.hopwarden.rulemodel.RulemodelFactory;
import org.hopwarden.rulemodel.RulemodelPackage.Literals;
import org.hopwarden.rulemodel.ServiceObject;
import org.hopwarden.interchange.entry.RuleParser.NoRule;

/** What a user does to a policy beside its rules, each a step that can be undone. For the UI thread. */
final class PolicyEdits {

    private static final RulemodelFactory MODEL = RulemodelFactory.eINSTANCE;
    private static final int FIRST_LIST = 101;
    private static final int LAST_LIST = 199;

    private final PolicyDocument document;

    PolicyEdits(PolicyDocument document) {
        this.document = document;
    }

    private Policy policy() {
        return document.policy();
    }

    /** Sets a default of the policy, what holds at its failing, or how a chain ends. Nothing is done where it is so already. */
    void set(String label, EObject element, EStructuralFeature feature, Object value) {
        if (!Objects.equals(element.eGet(feature), value)) {
            run(label, SetCommand.create(document.domain(), element, feature, value));
        }
    }

    /**
     * Renames the policy, a chain or an object. A chain that is a numbered list becomes the list of the number that it is named.
     *
     * @throws NoRule if the name cannot be; the message says why
     */
    void rename(NamedElement element, String name) throws NoRule {
        if (name.isBlank()) {
            throw new NoRule("A name is missing.");
        }
        if (name.matches(".*[\\s,{}@].*") && !(element instanceof Policy)) {
            throw new NoRule("The name '" + name + "' cannot stand in a rule: no blanks, commas, braces or @.");
        }
        if (siblings(element).stream().anyMatch(other -> other != element && name.equals(other.getName()))) {
            throw new NoRule("Another one is named " + name + " already.");
        }
        if (name.equals(element.getName())) {
            return;
        }
        List<Command> step = new ArrayList<>();
        step.add(SetCommand.create(document.domain(), element, Literals.NAMED_ELEMENT__NAME, name));
        if (element instanceof Chain chain && chain.getDialect() instanceof IosNumberedList list && name.matches("\\d{1,4}")
                && PolicyProblems.isIosExtended(Integer.parseInt(name))) {
            step.add(SetCommand.create(document.domain(), list, Literals.IOS_NUMBERED_LIST__NUMBER, Integer.parseInt(name)));
        }
        run("Rename " + element.getName(), step.toArray(Command[]::new));
    }

    private List<? extends NamedElement> siblings(NamedElement element) {
        return switch (element) {
            case Chain chain -> policy().getChains();
            case AddressObject object -> policy().getAddressObjects();
            case ServiceObject object -> policy().getServiceObjects();
            default -> List.of();
        };
    }

    /** Adds a chain without rules that denies what it speaks of, numbered as a list. */
    Chain addChain() {
        Chain chain = MODEL.createChain();
        int number = IntStream.rangeClosed(FIRST_LIST, LAST_LIST).filter(each -> isFree(policy().getChains(), Integer.toString(each)))
                .findFirst().orElse(FIRST_LIST);
        chain.setName(Integer.toString(number));
        chain.setIpVersion(IpFamily.V4);
        chain.setEnd(ChainEnd.DENY);
        IosNumberedList list = MODEL.createIosNumberedList();
        list.setNumber(number);
        chain.setDialect(list);
        add("Add chain", Literals.POLICY__CHAINS, chain);
        return chain;
    }

    AddressObject addAddressObject() {
        AddressObject object = MODEL.createAddressObject();
        object.setName(freeName(policy().getAddressObjects(), "addresses"));
        add("Add address object", Literals.POLICY__ADDRESS_OBJECTS, object);
        return object;
    }

    ServiceObject addServiceObject() {
        ServiceObject object = MODEL.createServiceObject();
        object.setName(freeName(policy().getServiceObjects(), "services"));
        add("Add service object", Literals.POLICY__SERVICE_OBJECTS, object);
        return object;
    }

    private static boolean isFree(List<? extends NamedElement> all, String name) {
        return all.stream().noneMatch(each -> name.equals(each.getName()));
    }

    private static String freeName(List<? extends NamedElement> all, String stem) {
        return IntStream.iterate(1, n -> n + 1).mapToObj(n -> stem + n).filter(name -> isFree(all, name)).findFirst().orElseThrow();
    }

    private void add(String label, EReference where, EObject element) {
        run(label, AddCommand.create(document.domain(), policy(), where, element));
        ElementIds.assignMissing(policy());
    }

    /**
     * Takes a chain or an object out.
     *
     * @throws NoRule if rules use the object; the message names them
     */
    void remove(NamedElement element) throws NoRule {
        List<String> users = EcoreUtil.UsageCrossReferencer.find(element, policy()).stream()
                .map(setting -> user(setting.getEObject())).distinct().toList();
        if (!users.isEmpty()) {
            throw new NoRule("@" + element.getName() + " is used by " + users.stream().limit(3).collect(Collectors.joining("; "))
                    + (users.size() > 3 ? " and " + (users.size() - 3) + " more" : "") + ". Change that first.");
        }
        run("Remove " + element.getName(), RemoveCommand.create(document.domain(), policy(), element.eContainingFeature(), element));
    }

    private static String user(EObject use) {
        for (EObject each = use; each != null; each = each.eContainer()) {
            if (each instanceof Rule rule) {
                return "rule " + RuleText.of(rule);
            }
            if (each instanceof NamedElement object && !(each instanceof Policy)) {
                return "@" + object.getName();
            }
        }
        return "the policy";
    }

    /** @throws NoRule if the text has no such terms */
    void setTerms(NamedElement object, String text) throws NoRule {
        boolean addresses = object instanceof AddressObject;
        if (text.equals(terms(object))) {
            return;
        }
        List<? extends EObject> terms = text.isBlank() ? List.of()
                : addresses ? TermParser.addresses(text, policy()) : TermParser.services(text, policy());
        run("Change @" + object.getName(), SetCommand.create(document.domain(), object,
                addresses ? Literals.ADDRESS_OBJECT__TERMS : Literals.SERVICE_OBJECT__TERMS, terms));
    }

    /** The terms of an object as they are typed; empty for what is no object. */
    static String terms(NamedElement element) {
        return switch (element) {
            case AddressObject object -> object.getTerms().stream().map(RuleText::address).collect(Collectors.joining(", "));
            case ServiceObject object -> object.getTerms().stream().map(RuleText::service).collect(Collectors.joining(", "));
            default -> "";
        };
    }

    private void run(String label, Command... commands) {
        CompoundCommand step = new CompoundCommand(0, label, label, List.of(commands));
        if (!step.canExecute()) {
            throw new IllegalStateException(label + " is not possible here");
        }
        document.execute(step);
    }
}
