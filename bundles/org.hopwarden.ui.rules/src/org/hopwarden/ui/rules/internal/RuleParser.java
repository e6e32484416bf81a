package org.hopwarden.ui.rules.internal;

import java.nio.charset.StandardCharsets;
import java.util.Iterator;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.hopwarden.interchange.ImportException;
import org.hopwarden.interchange.ImportNote.Severity;
import org.hopwarden.interchange.ImportOptions;
import org.hopwarden.interchange.ImportResult;
import org.hopwarden.interchange.Interchange;
import org.hopwarden.rulemodel.Element;
import org.hopwarden.rulemodel.Match;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.Reject;
import org.hopwarden.rulemodel.RejectType;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RulemodelFactory;
import org.hopwarden.rulemodel.Service;

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

    /**
     * Reads a rule. Its parts have no IDs.
     *
     * @param policy whose objects the text may name
     */
    static Rule parse(String text, Policy policy) throws NoRule {
        String line = text.strip().replaceFirst("^access-list +\\d+ +", "");
        if (line.isEmpty()) {
            throw new NoRule("A rule begins with permit, deny or reject.");
        }
        if (line.lines().count() > 1) {
            throw new NoRule("A rule is one line.");
        }
        return line.startsWith(REJECT) ? reject(line.substring(REJECT.length()).stripLeading(), policy) : entry(line, 0, policy);
    }

    /** Reads a service as it stands in braces and objects: {@code tcp from gt 1023 to eq www}. */
    static Service service(String text) throws NoRule {
        String line = (text + " ").replaceFirst("^(\\S+) +", "$1 any ");
        line = line.replaceFirst(" any from ", " any ");
        line = line.contains(" to ") ? line.replaceFirst(" to ", " any ") : line.replaceFirst("^(\\S+) any ((eq|neq|lt|gt|range) .*)$",
                "$1 any $2 any");
        if (line.split(" any\\b", -1).length < 3) {
            line = line.replaceFirst(" any ", " any any ");
        }
        Rule rule = entry("permit " + line.strip(), Integer.MIN_VALUE);
        if (rule.getMatch().getService().size() != 1 || !(rule.getMatch().getService().get(0) instanceof Service service)) {
            throw new NoRule("'" + text + "' is no service, such as tcp to eq www.");
        }
        EcoreUtil.remove(service);
        return service;
    }

    /** An entry that may have what lists cannot say: objects, several terms, prefixes, ranges. */
    private static Rule entry(String line, int shift, Policy policy) throws NoRule {
        if (!line.matches(".*[@{/:].*|.*\\d-\\d.*|.* ipv[46]\\b.*")) {
            return entry(line, shift);
        }
        EntryParts parts = EntryParts.of(line);
        Rule rule = entry(parts.plain(), Integer.MIN_VALUE);
        Match match = rule.getMatch();
        if (parts.hasServices()) {
            match.getService().clear();
            match.getService().addAll(TermParser.services(parts.service(), policy));
        }
        match.getSource().clear();
        match.getSource().addAll(TermParser.addresses(parts.source(), policy));
        match.getDestination().clear();
        match.getDestination().addAll(TermParser.addresses(parts.destination(), policy));
        match.setIpVersion(parts.family());
        return withoutIds(rule);
    }

    private static Rule reject(String rest, Policy policy) throws NoRule {
        String word = rest.split(" ", 2)[0];
        RejectType type = RejectType.get(word);
        if (type == null) {
            StringBuilder types = new StringBuilder();
            RejectType.VALUES.forEach(each -> types.append(types.isEmpty() ? "" : ", ").append(each.getLiteral()));
            throw new NoRule("After reject comes how the sender is told: " + types + ".");
        }
        Rule rule = entry("deny" + rest.substring(word.length()), REJECT.length() + word.length() - "deny".length(),
                policy);
        Reject action = RulemodelFactory.eINSTANCE.createReject();
        action.setType(type);
        rule.setAction(action);
        return rule;
    }

    /**
     * @param shift how many characters stand in front of the entry in what the user typed; the least number where the entry is not
     *            as it was typed, so that columns say nothing
     */
    private static Rule entry(String line, int shift) throws NoRule {
        if (!line.startsWith("permit") && !line.startsWith("deny")) {
            throw new NoRule("A rule begins with permit, deny or reject.");
        }
        try {
            ImportResult read = Interchange.importer(IMPORTER).orElseThrow(() -> new NoRule("The importer '" + IMPORTER
                    + "' is missing, so rules cannot be read.")).read((LIST + line + "\n").getBytes(StandardCharsets.UTF_8),
                            ImportOptions.named("rule"));
            Rule rule = read.policy().getChains().get(0).getRules().get(0);
            if (rule.getOpaque() != null) {
                throw new NoRule(read.notes().stream().filter(note -> note.severity() == Severity.WARNING && note.line() == 1)
                        .map(note -> note.message().replaceFirst("^not understood[^:]*: ", "This is not understood: ") + ".")
                        .findFirst().orElse("This is not understood."));
            }
            EcoreUtil.remove(rule);
            return withoutIds(rule);
        } catch (ImportException e) {
            ImportException.Problem first = e.problems().get(0);
            String place = shift == Integer.MIN_VALUE ? ""
                    : "Column " + Math.max(1, first.column() - LIST.length() + shift) + ": ";
            throw new NoRule(place + first.message()
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
