package org.hopwarden.ui.rules.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.emf.common.util.Enumerator;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EEnumLiteral;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.edit.provider.IItemPropertyDescriptor;
import org.eclipse.emf.edit.provider.IItemPropertySource;
import org.hopwarden.interchange.entry.BindingText;
import org.hopwarden.interchange.entry.RuleField;
import org.hopwarden.interchange.entry.ScheduleText;
import org.hopwarden.interchange.entry.TermParser;
import org.hopwarden.rulemodel.AddressObject;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.ChainScope;
import org.hopwarden.rulemodel.InterfaceObject;
import org.hopwarden.rulemodel.IosNamedList;
import org.hopwarden.rulemodel.IosNumberedList;
import org.hopwarden.rulemodel.IptablesChain;
import org.hopwarden.rulemodel.NamedElement;
import org.hopwarden.rulemodel.NftChain;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RulemodelPackage.Literals;
import org.hopwarden.rulemodel.Schedule;
import org.hopwarden.rulemodel.ServiceObject;

/**
 * The properties of rules, chains, objects and the policy in words. Which attributes there are, and which can be set, the item
 * providers of the model say; parts that are no attributes, such as addresses, are here the texts that are typed elsewhere too.
 */
final class PolicyProperties {

    private static final String GENERAL = "General";
    private static final String MATCH = "What it matches";
    private static final String FACTS = "To be read only";
    private static final List<String> TRUTH = List.of("no", "yes");
    private static final List<String> FIRST = List.of(Literals.NAMED_ELEMENT__NAME.getName(), Literals.RULE__ENABLED.getName(), RuleField.ACTION.name());
    private static final int MOST_USERS = 8;

    /** The words of the field for attributes; what is not here has the item provider's. */
    private static final Map<EStructuralFeature, String> WORDS = Map.ofEntries(Map.entry(Literals.RULE__ENABLED, "On"),
            Map.entry(Literals.RULE__NUMBER, "Sequence number"), Map.entry(Literals.RULE__UNDER_REVIEW, "Under review"),
            Map.entry(Literals.POLICY__DEFAULT_IN, "Default in"), Map.entry(Literals.POLICY__DEFAULT_OUT, "Default out"),
            Map.entry(Literals.POLICY__DEFAULT_FORWARD, "Default forward"), Map.entry(Literals.POLICY__FAIL_MODE, "Fail mode"),
            Map.entry(Literals.CHAIN__IP_VERSION, "IP version"), Map.entry(Literals.CHAIN__END, "No rule matches"),
            Map.entry(Literals.CHAIN__FRAGMENT_READING, "Later fragments"), Map.entry(Literals.CHAIN__END_REMARKS, "Remarks at the end"),
            Map.entry(Literals.SCHEDULE__START, "From"), Map.entry(Literals.SCHEDULE__END, "Until"));

    private final PolicyDocument document;
    private final PolicyEdits edits;
    private final RuleEdits rules;

    PolicyProperties(PolicyDocument document) {
        this.document = document;
        edits = new PolicyEdits(document);
        rules = new RuleEdits(document);
    }

    /** The properties of an element, in the order in which they are shown; none for what is not in the policy any more. */
    List<Property> of(EObject element) {
        if (element != document.policy() && element.eContainer() == null) {
            return List.of();
        }
        List<Property> properties = new ArrayList<>();
        attributes(element, properties);
        switch (element) {
            case Rule rule -> addParts(rule, properties);
            case Chain chain -> addParts(chain, properties);
            case Schedule schedule -> properties.add(Property.typed("periods", GENERAL, "Every week", "Times of the week: weekdays 08:00-17:30",
                    () -> ScheduleText.of(schedule.getPeriods()), ScheduleText::readPeriods, text -> edits.setPeriods(schedule, text)));
            case AddressObject object -> properties.add(terms(object, text -> TermParser.addresses(text, document.policy())));
            case ServiceObject object -> properties.add(terms(object, text -> TermParser.services(text, document.policy())));
            case InterfaceObject object -> properties.add(terms(object, text -> TermParser.interfaces(text, document.policy())));
            default -> {
            }
        }
        if (element instanceof NamedElement named && !(element instanceof Policy)) {
            properties.add(Property.read("users", FACTS, "Used by", "The rules, chains and objects that refer to it", () -> users(named)));
        }
        properties.sort(java.util.Comparator.comparingInt(PolicyProperties::rank));
        return properties;
    }

    /** What people look for first, and what they cannot change last. */
    private static int rank(Property property) {
        return FIRST.contains(property.id()) ? 0 : property.category().equals(FACTS) ? 2 : 1;
    }

    private void attributes(EObject element, List<Property> properties) {
        IItemPropertySource source = document.propertySource(element);
        for (IItemPropertyDescriptor descriptor : source.getPropertyDescriptors(element)) {
            if (descriptor.getFeature(element) instanceof EStructuralFeature feature && feature != Literals.ELEMENT__ID) {
                String label = WORDS.getOrDefault(feature, descriptor.getDisplayName(element));
                properties.add(attribute(element, feature, label, descriptor.canSetProperty(element)));
            }
        }
    }

    private Property attribute(EObject element, EStructuralFeature feature, String label, boolean settable) {
        String id = feature.getName();
        if (feature == Literals.NAMED_ELEMENT__NAME) {
            return Property.typed(id, GENERAL, label, "Its name", () -> (String) element.eGet(feature), text -> { },
                    text -> edits.rename((NamedElement) element, text)).alone();
        }
        if (feature == Literals.CHAIN__APPLICATIONS) {
            return Property.typed(id, GENERAL, label, "In the scope of applications: whose packets the chain speaks of; empty for all",
                    () -> PolicyEdits.applications((Chain) element), text -> TermParser.applications(text, document.policy()),
                    text -> edits.setApplications((Chain) element, text));
        }
        if (feature == Literals.CHAIN__SCOPE) {
            return Property.chosen(id, GENERAL, label, "global: for all packets; application: for those of programs",
                    ChainScope.VALUES.stream().map(Enumerator::getLiteral).toList(), () -> ((Chain) element).getScope().getLiteral(),
                    text -> edits.setScope((Chain) element, ChainScope.get(text)));
        }
        if (feature == Literals.SCHEDULE__START || feature == Literals.SCHEDULE__END) {
            return Property.typed(id, GENERAL, label, "A local time such as 2026-01-31 08:00; empty for ever",
                    () -> ScheduleText.of((java.time.LocalDateTime) element.eGet(feature)), ScheduleText::readMoment,
                    text -> edits.setMoment((Schedule) element, (EAttribute) feature, text));
        }
        if (feature.getEType() instanceof EEnum words) {
            List<String> choices = words.getELiterals().stream().map(EEnumLiteral::getLiteral).toList();
            return Property.chosen(id, GENERAL, label, label, choices, () -> ((Enumerator) element.eGet(feature)).getLiteral(),
                    text -> edits.set("Change " + label.toLowerCase(java.util.Locale.ROOT), element, feature,
                            words.getEEnumLiteralByLiteral(text).getInstance()));
        }
        if (feature.getEType().getInstanceClass() == boolean.class) {
            return Property.chosen(id, GENERAL, label, label, TRUTH, () -> TRUTH.get((Boolean) element.eGet(feature) ? 1 : 0),
                    text -> edits.set("Change " + label.toLowerCase(java.util.Locale.ROOT), element, feature, text.equals("yes")));
        }
        if (feature.getEType().getInstanceClass() != String.class || !settable) {
            return Property.read(id, FACTS, label, label, () -> number(element.eGet(feature)));
        }
        return feature.isMany() ? lines(element, feature, label) : Property.typed(id, GENERAL, label, label,
                () -> (String) element.eGet(feature), text -> { }, text -> edits.set("Change " + label.toLowerCase(java.util.Locale.ROOT),
                        element, feature, text.isEmpty() ? null : text));
    }

    private static String number(Object value) {
        return value == null || value.equals(0) ? "" : value.toString();
    }

    @SuppressWarnings("unchecked")
    private Property lines(EObject element, EStructuralFeature feature, String label) {
        return Property.typed(feature.getName(), GENERAL, label, "/ between several", () -> String.join(" / ", (List<String>) element.eGet(feature)),
                text -> { }, text -> edits.set("Change " + label.toLowerCase(java.util.Locale.ROOT), element, feature,
                        text.isEmpty() ? List.of() : List.of(text.split(" / "))));
    }

    private void addParts(Rule rule, List<Property> properties) {
        for (RuleColumn column : RuleColumn.values()) {
            RuleField field = column.field();
            if (field == null || field == RuleField.LOG || field == RuleField.REMARK) {
                continue;
            }
            String category = field == RuleField.ACTION ? GENERAL : MATCH;
            properties.add(rule.getOpaque() != null ? Property.read(field.name(), category, column.title(), column.help(), () -> column.text(rule))
                    : Property.typed(field.name(), category, column.title(), column.help(), () -> field.text(rule),
                            text -> field.changed(rule, text, document.policy()), text -> rules.setField(rule, field, text)));
        }
        properties.add(Property.read("place", FACTS, "Place", "The chain, and the number by which the engine counts", () -> Uses.place(rule)));
    }

    private void addParts(Chain chain, List<Property> properties) {
        properties.add(Property.typed("bindings", GENERAL, "Bound to", "in on eth0; out on ppp*; forward from eth0 to @dmz",
                () -> BindingText.of(chain.getBindings()), text -> BindingText.read(text, document.policy()),
                text -> edits.setBindings(chain, text)));
        properties.add(Property.read("rules", FACTS, "Rules", "How many rules it has", () -> Integer.toString(chain.getRules().size())));
        properties.add(Property.read("dialect", FACTS, "Language", "What it is in the language it was written for", () -> dialect(chain)));
    }

    private static String dialect(Chain chain) {
        return switch (chain.getDialect()) {
            case IosNumberedList list -> "access list " + list.getNumber() + " of Cisco IOS, " + list.getKind().getLiteral();
            case IosNamedList list -> "named access list of Cisco IOS, " + list.getKind().getLiteral();
            case IptablesChain iptables -> "iptables, table " + Objects.toString(iptables.getTable(), "filter");
            case NftChain nft -> "nftables, table " + nft.getFamily() + " " + nft.getTable();
            case null, default -> "";
        };
    }

    private Property terms(NamedElement object, Property.Words check) {
        return Property.typed("terms", GENERAL, "Holds", "What it stands for, with commas between",
                () -> PolicyEdits.terms(object), text -> {
                    if (!text.isBlank()) {
                        check.take(text);
                    }
                }, text -> edits.setTerms(object, text));
    }

    private String users(NamedElement element) {
        List<EObject> users = Uses.of(element, document.policy());
        return users.stream().limit(MOST_USERS).map(Uses::place).collect(Collectors.joining("; "))
                + (users.size() > MOST_USERS ? " and " + (users.size() - MOST_USERS) + " more" : "");
    }

    /** One of the properties of an element by its ID. */
    Optional<Property> of(EObject element, Object id) {
        return of(element).stream().filter(property -> property.id().equals(id)).findFirst();
    }

    /** Makes changes of several elements one step. */
    void together(Runnable changes) {
        document.together(changes);
    }
}
