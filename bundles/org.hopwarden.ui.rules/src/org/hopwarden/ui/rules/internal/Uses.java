package org.hopwarden.ui.rules.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import org.eclipse.emf.ecore.EObject;
import org.hopwarden.rulemodel.AddressObject;
import org.hopwarden.rulemodel.AddressTerm;
import org.hopwarden.rulemodel.AddressUse;
import org.hopwarden.rulemodel.Application;
import org.hopwarden.rulemodel.Call;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.InterfaceObject;
import org.hopwarden.rulemodel.InterfaceTerm;
import org.hopwarden.rulemodel.InterfaceUse;
import org.hopwarden.rulemodel.Match;
import org.hopwarden.rulemodel.NamedElement;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.Schedule;
import org.hopwarden.rulemodel.ServiceObject;
import org.hopwarden.rulemodel.ServiceTerm;
import org.hopwarden.rulemodel.ServiceUse;

/** Who refers to a chain or an object. Only those parts of rules are looked at that can, so that 10,000 rules take a moment. */
final class Uses {

    private Uses() {
    }

    /** The rules, the chains (by their bindings and scopes) and the objects that refer to an element, rules first. */
    static List<EObject> of(NamedElement element, Policy policy) {
        List<EObject> users = new ArrayList<>();
        switch (element) {
            case Chain chain -> addRules(users, policy, rule -> rule.getAction() instanceof Call call && call.getChain() == chain);
            case AddressObject object -> {
                addMatches(users, policy, match -> addresses(match.getSource(), object) || addresses(match.getDestination(), object));
                policy.getAddressObjects().stream().filter(each -> addresses(each.getTerms(), object)).forEach(users::add);
            }
            case ServiceObject object -> {
                addMatches(users, policy, match -> services(match.getService(), object));
                policy.getServiceObjects().stream().filter(each -> services(each.getTerms(), object)).forEach(users::add);
            }
            case InterfaceObject object -> {
                addMatches(users, policy, match -> interfaces(match.getInInterface(), object) || interfaces(match.getOutInterface(), object));
                policy.getChains().stream().filter(chain -> chain.getBindings().stream().anyMatch(binding ->
                        interfaces(binding.getInInterface(), object) || interfaces(binding.getOutInterface(), object))).forEach(users::add);
                policy.getInterfaceObjects().stream().filter(each -> interfaces(each.getTerms(), object)).forEach(users::add);
            }
            case Application application -> {
                addMatches(users, policy, match -> match.getApplications().contains(application));
                policy.getChains().stream().filter(chain -> chain.getApplications().contains(application)).forEach(users::add);
            }
            case Schedule schedule -> addMatches(users, policy, match -> match.getSchedule() == schedule);
            default -> {
            }
        }
        return users;
    }

    private static void addMatches(List<EObject> users, Policy policy, Predicate<Match> uses) {
        addRules(users, policy, rule -> rule.getMatch() != null && uses.test(rule.getMatch()));
    }

    private static void addRules(List<EObject> users, Policy policy, Predicate<Rule> uses) {
        for (Chain chain : policy.getChains()) {
            for (Rule rule : chain.getRules()) {
                if (uses.test(rule)) {
                    users.add(rule);
                }
            }
        }
    }

    private static boolean addresses(List<AddressTerm> terms, AddressObject object) {
        return terms.stream().anyMatch(term -> term instanceof AddressUse use && use.getObject() == object);
    }

    private static boolean services(List<ServiceTerm> terms, ServiceObject object) {
        return terms.stream().anyMatch(term -> term instanceof ServiceUse use && use.getObject() == object);
    }

    private static boolean interfaces(List<InterfaceTerm> terms, InterfaceObject object) {
        return terms.stream().anyMatch(term -> term instanceof InterfaceUse use && use.getObject() == object);
    }

    /** Where a user stands, in words: {@code chain 101, rule 3}, {@code @group}. */
    static String place(EObject user) {
        return switch (user) {
            case Rule rule when rule.eContainer() instanceof Chain chain -> "chain " + chain.getName() + ", rule "
                    + (chain.getRules().indexOf(rule) + 1);
            case Chain chain -> "chain " + chain.getName();
            case NamedElement named -> "@" + named.getName();
            default -> user.eClass().getName();
        };
    }
}
