package org.hopwarden.ui.rules.internal;

import java.nio.charset.StandardCharsets;
import java.util.Iterator;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.hopwarden.interchange.ImportException;
import org.hopwarden.interchange.ImportOptions;
import org.hopwarden.interchange.Interchange;
import org.hopwarden.rulemodel.Element;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.Reject;
import org.hopwarden.rulemodel.RejectType;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RulemodelFactory;

/** Reads a rule as an entry of an access list, in the manner of {@link org.hopwarden.rulemodel.RuleText}. */
final class RuleParser {

    private static final String LIST = "access-list 101 ";
    private static final String REJECT = "reject ";
    private static final String IMPORTER = "ios";

    private RuleParser() {
    }

    /** A text that is no rule. The message says where and why. */
    static final class NoRule extends Exception {

        private static final long serialVersionUID = 1L;

        NoRule(String message) {
            super(message);
        }
    }

    /** Reads a rule. Its parts have no IDs. */
    static Rule parse(String text) throws NoRule {
        String line = text.strip().replaceFirst("^access-list +\\d+ +", "");
        if (line.isEmpty()) {
            throw new NoRule("A rule begins with permit, deny or reject.");
        }
        if (line.lines().count() > 1) {
            throw new NoRule("A rule is one line.");
        }
        if (line.matches(".*[@{].*")) {
            throw new NoRule("Objects (@name) and several terms ({a, b}) cannot be typed as text: name one address or port.");
        }
        return line.startsWith(REJECT) ? reject(line.substring(REJECT.length()).stripLeading()) : entry(line, 0);
    }

    private static Rule reject(String rest) throws NoRule {
        String word = rest.split(" ", 2)[0];
        RejectType type = RejectType.get(word);
        if (type == null) {
            StringBuilder types = new StringBuilder();
            RejectType.VALUES.forEach(each -> types.append(types.isEmpty() ? "" : ", ").append(each.getLiteral()));
            throw new NoRule("After reject comes how the sender is told: " + types + ".");
        }
        Rule rule = entry("deny" + rest.substring(word.length()), REJECT.length() + word.length() - "deny".length());
        Reject action = RulemodelFactory.eINSTANCE.createReject();
        action.setType(type);
        rule.setAction(action);
        return rule;
    }

    /** @param shift how many characters stand in front of the entry in what the user typed */
    private static Rule entry(String line, int shift) throws NoRule {
        if (!line.startsWith("permit") && !line.startsWith("deny")) {
            throw new NoRule("A rule begins with permit, deny or reject.");
        }
        try {
            Policy policy = Interchange.importer(IMPORTER).orElseThrow(() -> new NoRule("The importer '" + IMPORTER
                    + "' is missing, so rules cannot be read.")).read((LIST + line + "\n").getBytes(StandardCharsets.UTF_8),
                            ImportOptions.named("rule")).policy();
            Rule rule = policy.getChains().get(0).getRules().get(0);
            EcoreUtil.remove(rule);
            return withoutIds(rule);
        } catch (ImportException e) {
            ImportException.Problem first = e.problems().get(0);
            throw new NoRule("Column " + Math.max(1, first.column() - LIST.length() + shift) + ": " + first.message()
                    + (first.message().endsWith("?") ? "" : "."));
        }
    }

    /** Removes all IDs, so that the policy into which the rule goes can give its own. */
    static Rule withoutIds(Rule rule) {
        rule.setId(null);
        for (Iterator<EObject> all = rule.eAllContents(); all.hasNext();) {
            if (all.next() instanceof Element element) {
                element.setId(null);
            }
        }
        return rule;
    }
}
