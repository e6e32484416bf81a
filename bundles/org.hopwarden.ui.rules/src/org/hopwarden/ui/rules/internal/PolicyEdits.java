package org.hopwarden.ui.rules.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.eclipse.emf.common.command.Command;
import org.eclipse.emf.common.command.CompoundCommand;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.edit.command.AddCommand;
import org.eclipse.emf.edit.command.RemoveCommand;
import org.eclipse.emf.edit.command.SetCommand;
import org.hopwarden.interchange.entry.BindingText;
import org.hopwarden.interchange.entry.RuleParser.NoRule;
import org.hopwarden.interchange.entry.ScheduleText;
import org.hopwarden.interchange.entry.TermParser;
import org.hopwarden.rulemodel.AddressObject;
import org.hopwarden.rulemodel.Application;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.ChainEnd;
import org.hopwarden.rulemodel.ChainScope;
import org.hopwarden.rulemodel.ConditionText;
import org.hopwarden.rulemodel.ElementIds;
import org.hopwarden.rulemodel.InterfaceObject;
import org.hopwarden.rulemodel.IosNumberedList;
import org.hopwarden.rulemodel.IpFamily;
import org.hopwarden.rulemodel.NamedElement;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.PolicyProblems;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RuleText;
import org.hopwarden.rulemodel.RulemodelFactory;
import org.hopwarden.rulemodel.RulemodelPackage.Literals;
import org.hopwarden.rulemodel.Schedule;
import org.hopwarden.rulemodel.ServiceObject;

/** What a user does to a policy beside its rules, each a step that can be undone. For the UI thread. */
final class PolicyEdits {

    private static final RulemodelFactory MODEL = RulemodelFactory.eINSTANCE;
    private static final int FIRST_LIST = 101;
    private static final int LAST_LIST = 199;
    private static final int MOST_USERS = 5;

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
            case InterfaceObject object -> policy().getInterfaceObjects();
            case Application application -> policy().getApplications();
            case Schedule schedule -> policy().getSchedules();
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

    InterfaceObject addInterfaceObject() {
        InterfaceObject object = MODEL.createInterfaceObject();
        object.setName(freeName(policy().getInterfaceObjects(), "zone"));
        add("Add interface object", Literals.POLICY__INTERFACE_OBJECTS, object);
        return object;
    }

    Application addApplication() {
        Application application = MODEL.createApplication();
        application.setName(freeName(policy().getApplications(), "application"));
        add("Add application", Literals.POLICY__APPLICATIONS, application);
        return application;
    }

    Schedule addSchedule() {
        Schedule schedule = MODEL.createSchedule();
        schedule.setName(freeName(policy().getSchedules(), "times"));
        add("Add schedule", Literals.POLICY__SCHEDULES, schedule);
        return schedule;
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
     * @throws NoRule if it is referred to; the message says where
     */
    void remove(NamedElement element) throws NoRule {
        List<String> users = EcoreUtil.UsageCrossReferencer.find(element, policy()).stream()
                .map(setting -> user(setting.getEObject())).distinct().toList();
        if (!users.isEmpty()) {
            throw new NoRule((element instanceof Chain ? "Chain " : "@") + element.getName() + " is used by "
                    + users.stream().limit(MOST_USERS).collect(Collectors.joining("; "))
                    + (users.size() > MOST_USERS ? " and " + (users.size() - MOST_USERS) + " more" : "") + ". Change that first.");
        }
        run("Remove " + element.getName(), RemoveCommand.create(document.domain(), policy(), element.eContainingFeature(), element));
    }

    private static String user(EObject use) {
        for (EObject each = use; each != null; each = each.eContainer()) {
            if (each instanceof Rule rule) {
                return "rule " + RuleText.of(rule) + " (" + Uses.place(rule) + ")";
            }
            if (each instanceof Chain chain) {
                return "chain " + chain.getName();
            }
            if (each instanceof NamedElement object && !(each instanceof Policy)) {
                return "@" + object.getName();
            }
        }
        return "the policy";
    }

    /** @throws NoRule if the text has no such terms */
    void setTerms(NamedElement object, String text) throws NoRule {
        if (text.equals(terms(object))) {
            return;
        }
        boolean none = text.isBlank();
        switch (object) {
            case AddressObject addresses -> change(object, Literals.ADDRESS_OBJECT__TERMS,
                    none ? List.of() : TermParser.addresses(text, policy()));
            case ServiceObject services -> change(object, Literals.SERVICE_OBJECT__TERMS,
                    none ? List.of() : TermParser.services(text, policy()));
            case InterfaceObject interfaces -> change(object, Literals.INTERFACE_OBJECT__TERMS,
                    none ? List.of() : TermParser.interfaces(text, policy()));
            default -> throw new IllegalArgumentException(object + " has no terms");
        }
    }

    private void change(NamedElement element, EStructuralFeature feature, Object value) {
        run("Change " + (element instanceof Chain ? "chain " : "@") + element.getName(),
                SetCommand.create(document.domain(), element, feature, value));
    }

    /** @throws NoRule if the text does not say where a chain is bound, see {@link BindingText} */
    void setBindings(Chain chain, String text) throws NoRule {
        if (!text.equals(BindingText.of(chain.getBindings()))) {
            change(chain, Literals.CHAIN__BINDINGS, BindingText.read(text, policy()));
        }
    }

    /** Says for whose packets a chain speaks; one that speaks for all names no applications. */
    void setScope(Chain chain, ChainScope scope) {
        if (chain.getScope() != scope) {
            List<Command> step = new ArrayList<>();
            step.add(SetCommand.create(document.domain(), chain, Literals.CHAIN__SCOPE, scope));
            if (scope == ChainScope.GLOBAL && !chain.getApplications().isEmpty()) {
                step.add(SetCommand.create(document.domain(), chain, Literals.CHAIN__APPLICATIONS, List.of()));
            }
            run("Change scope", step.toArray(Command[]::new));
        }
    }

    /** @throws NoRule if the text does not name applications of the policy */
    void setApplications(Chain chain, String text) throws NoRule {
        if (!text.equals(applications(chain))) {
            change(chain, Literals.CHAIN__APPLICATIONS, TermParser.applications(text, policy()));
        }
    }

    /** The applications of a chain as they are typed. */
    static String applications(Chain chain) {
        return chain.getApplications().stream().map(each -> "@" + each.getName()).collect(Collectors.joining(", "));
    }

    /** @throws NoRule if the text has no times of the week, see {@link ScheduleText} */
    void setPeriods(Schedule schedule, String text) throws NoRule {
        if (!text.equals(ScheduleText.of(schedule.getPeriods()))) {
            change(schedule, Literals.SCHEDULE__PERIODS, ScheduleText.readPeriods(text));
        }
    }

    /** @throws NoRule if the text is no date and time */
    void setMoment(Schedule schedule, EAttribute bound, String text) throws NoRule {
        Object moment = ScheduleText.readMoment(text);
        if (!Objects.equals(schedule.eGet(bound), moment)) {
            change(schedule, bound, moment);
        }
    }

    /** Sets a text that may be absent, which an empty one is. */
    void setText(NamedElement element, EAttribute feature, String text) {
        String value = text.isBlank() ? null : text;
        if (!Objects.equals(element.eGet(feature), value)) {
            change(element, feature, value);
        }
    }

    /** The terms of an object as they are typed; empty for what is no object. */
    static String terms(NamedElement element) {
        return switch (element) {
            case AddressObject object -> object.getTerms().stream().map(RuleText::address).collect(Collectors.joining(", "));
            case ServiceObject object -> object.getTerms().stream().map(RuleText::service).collect(Collectors.joining(", "));
            case InterfaceObject object -> withoutBraces(ConditionText.interfaces(object.getTerms()));
            default -> "";
        };
    }

    private static String withoutBraces(String text) {
        return text.startsWith("{") ? text.substring(1, text.length() - 1) : text;
    }

    private void run(String label, Command... commands) {
        CompoundCommand step = new CompoundCommand(0, label, label, List.of(commands));
        if (!step.canExecute()) {
            throw new IllegalStateException(label + " is not possible here");
        }
        document.execute(step);
    }
}
