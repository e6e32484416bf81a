package org.hopwarden.analysis;

import java.util.List;
import java.util.stream.Stream;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.Element;
import org.hopwarden.rulemodel.NamedElement;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RuleText;

/** A change of the model that removes the cause of a finding. Rules are counted from 1, as they stand before the change. */
public sealed interface Fix {

    /** What the change does, in a few words that name it in a menu. */
    String label();

    /**
     * Makes the change.
     *
     * @throws IllegalArgumentException if the policy has no such place
     */
    void apply(Policy policy);

    /** Takes a rule out. */
    record RemoveRule(String chain, int number) implements Fix {

        @Override
        public String label() {
            return "Remove rule " + number;
        }

        @Override
        public void apply(Policy policy) {
            rules(policy, chain).remove(index(policy, chain, number));
        }
    }

    /** Puts a rule in front of another. */
    record MoveRule(String chain, int number, int before) implements Fix {

        @Override
        public String label() {
            return "Move rule " + number + " in front of rule " + before;
        }

        @Override
        public void apply(Policy policy) {
            Rule rule = rules(policy, chain).remove(index(policy, chain, number));
            rules(policy, chain).add(before - (before > number ? 2 : 1), rule);
        }
    }

    /** Puts a copy of a rule in front of another; at the end where that one's number is one more than there are rules. */
    record InsertRule(String chain, int before, Rule rule) implements Fix {

        @Override
        public String label() {
            return "Insert " + RuleText.of(rule);
        }

        @Override
        public void apply(Policy policy) {
            rules(policy, chain).add(before - 1, EcoreUtil.copy(rule));
        }
    }

    /** Takes an object of the policy out that nothing uses. */
    record RemoveElement(String kind, String name) implements Fix {

        @Override
        public String label() {
            return "Remove the " + kind + " " + name;
        }

        @Override
        public void apply(Policy policy) {
            Stream<? extends NamedElement> all = Stream.of(policy.getAddressObjects(), policy.getServiceObjects(),
                    policy.getInterfaceObjects(), policy.getApplications(), policy.getSchedules(), policy.getChains())
                    .flatMap(List::stream);
            Element element = all.filter(one -> one.getName().equals(name) && kindOf(one).equals(kind)).findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("the policy has no " + kind + " " + name));
            EcoreUtil.remove(element);
        }

        /** The word for a kind of element: {@code address object}, {@code chain}. */
        static String kindOf(EObject element) {
            return element.eClass().getName().replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(java.util.Locale.ROOT);
        }

        /** The fix that removes an element. */
        public static RemoveElement of(NamedElement element) {
            return new RemoveElement(kindOf(element), element.getName());
        }
    }

    private static List<Rule> rules(Policy policy, String name) {
        return policy.getChains().stream().filter(chain -> chain.getName().equals(name)).findFirst().map(Chain::getRules)
                .orElseThrow(() -> new IllegalArgumentException("the policy has no chain " + name));
    }

    private static int index(Policy policy, String chain, int number) {
        int rules = rules(policy, chain).size();
        if (number < 1 || number > rules) {
            throw new IllegalArgumentException("chain " + chain + " has the rules 1.." + rules + ", not " + number);
        }
        return number - 1;
    }
}
