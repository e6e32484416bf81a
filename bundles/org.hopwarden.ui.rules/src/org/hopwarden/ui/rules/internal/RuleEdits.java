package org.hopwarden.ui.rules.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.eclipse.emf.common.command.Command;
import org.eclipse.emf.common.command.CompoundCommand;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.edit.command.AddCommand;
import org.eclipse.emf.edit.command.MoveCommand;
import org.eclipse.emf.edit.command.RemoveCommand;
import org.eclipse.emf.edit.command.SetCommand;
import org.eclipse.emf.edit.domain.EditingDomain;
import org.hopwarden.interchange.entry.RuleField;
import org.hopwarden.interchange.entry.RuleParser;
import org.hopwarden.interchange.entry.RuleParser.NoRule;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.ElementIds;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RulemodelFactory;
import org.hopwarden.rulemodel.RulemodelPackage.Literals;

/** What a user does to rules, each a step that can be undone. For the UI thread. */
final class RuleEdits {

    private static final RulemodelFactory MODEL = RulemodelFactory.eINSTANCE;

    private final PolicyDocument document;

    RuleEdits(PolicyDocument document) {
        this.document = document;
    }

    /** The policy that is edited. */
    Policy policy() {
        return document.policy();
    }

    /** Adds a rule that denies everything, behind another; at the end where there is none. */
    Rule add(Chain chain, Rule behind) {
        Rule rule = MODEL.createRule();
        rule.setMatch(MODEL.createMatch());
        rule.setAction(MODEL.createDeny());
        int index = behind == null ? chain.getRules().size() : chain.getRules().indexOf(behind) + 1;
        insert("Add rule", chain, List.of(rule), index);
        return rule;
    }

    /** Adds copies behind the last of the rules. */
    List<Rule> duplicate(Chain chain, List<Rule> rules) {
        List<Rule> ordered = inOrder(chain, rules);
        List<Rule> copies = new ArrayList<>(EcoreUtil.copyAll(ordered));
        copies.forEach(RuleParser::withoutIds);
        insert(copies.size() == 1 ? "Duplicate rule" : "Duplicate rules", chain, copies,
                chain.getRules().indexOf(ordered.getLast()) + 1);
        return copies;
    }

    private void insert(String label, Chain chain, List<Rule> rules, int index) {
        run(label, List.of(AddCommand.create(domain(), chain, Literals.CHAIN__RULES, rules, index)));
        ElementIds.assignMissing(document.policy());
    }

    void remove(Chain chain, List<Rule> rules) {
        run(rules.size() == 1 ? "Remove rule" : "Remove rules",
                List.of(RemoveCommand.create(domain(), chain, Literals.CHAIN__RULES, rules)));
    }

    /** Whether none of the rules is the first, or the last, of the chain. */
    static boolean canMove(Chain chain, List<Rule> rules, int by) {
        // By the rule at the end alone: to look up each of 10,000 chosen ones would be felt.
        return !rules.isEmpty() && !chain.getRules().isEmpty()
                && !rules.contains(by < 0 ? chain.getRules().getFirst() : chain.getRules().getLast());
    }

    /** @param by -1 for up, 1 for down */
    void move(Chain chain, List<Rule> rules, int by) {
        if (!canMove(chain, rules, by)) {
            return;
        }
        List<Rule> ordered = by < 0 ? inOrder(chain, rules) : inOrder(chain, rules).reversed();
        run(by < 0 ? "Move up" : "Move down", ordered.stream().map(rule -> MoveCommand.create(domain(), chain,
                Literals.CHAIN__RULES, rule, chain.getRules().indexOf(rule) + by)).toList());
    }

    private static List<Rule> inOrder(Chain chain, List<Rule> rules) {
        if (rules.size() < 2) {
            return List.copyOf(rules);
        }
        Map<Rule, Integer> places = new IdentityHashMap<>();
        chain.getRules().forEach(rule -> places.put(rule, places.size()));
        return rules.stream().sorted(Comparator.comparingInt(places::get)).toList();
    }

    /** Gives a rule the meaning of another, and keeps its ID, name, remarks and whether it is enabled. */
    void setText(Rule rule, Rule parsed) {
        run("Edit rule", List.of(set(rule, Literals.RULE__ACTION, parsed.getAction()),
                set(rule, Literals.RULE__MATCH, parsed.getMatch()), set(rule, Literals.RULE__LOG, parsed.getLog())));
    }

    void setEnabled(Rule rule, boolean enabled) {
        run(enabled ? "Enable rule" : "Disable rule", List.of(set(rule, Literals.RULE__ENABLED, enabled)));
    }

    /**
     * Gives a part of a rule another meaning.
     *
     * @throws IllegalStateException if the text cannot be that part, which the caller has looked at before
     */
    void setField(Rule rule, RuleField field, String text) {
        Rule changed;
        try {
            changed = field.changed(rule, text, policy());
        } catch (NoRule e) {
            throw new IllegalStateException("a text that was found to be wrong was taken", e);
        }
        List<Command> commands = switch (field) {
            case ACTION -> List.of(set(rule, Literals.RULE__ACTION, changed.getAction()));
            case LOG -> List.of(set(rule, Literals.RULE__LOG, changed.getLog()));
            case REMARK -> List.of(set(rule, Literals.RULE__NAME, changed.getName()),
                    set(rule, Literals.RULE__REMARKS, List.copyOf(changed.getRemarks())));
            default -> List.of(set(rule, Literals.RULE__MATCH, changed.getMatch()));
        };
        run("Change " + field.name().toLowerCase(Locale.ROOT), commands);
    }

    /** Enables or disables several rules in one step. */
    void setEnabled(List<Rule> rules, boolean enabled) {
        List<Command> commands = rules.stream().filter(rule -> rule.isEnabled() != enabled)
                .map(rule -> set(rule, Literals.RULE__ENABLED, enabled)).toList();
        if (!commands.isEmpty()) {
            run((enabled ? "Enable rule" : "Disable rule") + (commands.size() == 1 ? "" : "s"), commands);
        }
    }

    /** A person has looked at the rules that were proposed. */
    void setReviewed(List<Rule> rules) {
        List<Command> commands = rules.stream().filter(Rule::isUnderReview)
                .map(rule -> set(rule, Literals.RULE__UNDER_REVIEW, false)).toList();
        if (!commands.isEmpty()) {
            run("Accept reviewed rule" + (commands.size() == 1 ? "" : "s"), commands);
        }
    }

    /** Puts rules that belong to nobody yet behind another; at the end where there is none. */
    void paste(Chain chain, List<Rule> rules, Rule behind) {
        insert(rules.size() == 1 ? "Paste rule" : "Paste rules", chain, rules,
                behind == null ? chain.getRules().size() : chain.getRules().indexOf(behind) + 1);
    }

    /** Puts rules in front of the rule of this index. */
    void insertAt(String label, Chain chain, List<Rule> rules, int index) {
        insert(label, chain, rules, index);
    }

    private Command set(Rule rule, EStructuralFeature feature, Object value) {
        return SetCommand.create(domain(), rule, feature, value);
    }

    private void run(String label, List<Command> commands) {
        CompoundCommand step = new CompoundCommand(0, label, label, new ArrayList<>(commands));
        if (step.canExecute()) {
            document.execute(step);
        } else {
            throw new IllegalStateException(label + " is not possible here");
        }
    }

    private EditingDomain domain() {
        return document.domain();
    }
}
