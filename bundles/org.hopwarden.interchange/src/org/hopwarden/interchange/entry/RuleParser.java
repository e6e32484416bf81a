package org.hopwarden.interchange.entry;

import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;

import org.hopwarden.interchange.ImportException;
import org.hopwarden.interchange.ImportNote.Severity;
import org.hopwarden.interchange.ImportOptions;
import org.hopwarden.interchange.ImportResult;
import org.hopwarden.interchange.Interchange;
import org.hopwarden.interchange.internal.NearestWord;
import org.hopwarden.net.IpAddress;
import org.hopwarden.rulemodel.Action;
import org.hopwarden.rulemodel.Call;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.Element;
import org.hopwarden.rulemodel.Limit;
import org.hopwarden.rulemodel.Log;
import org.hopwarden.rulemodel.Match;
import org.hopwarden.rulemodel.NumberRange;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.Reject;
import org.hopwarden.rulemodel.RejectType;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RulemodelFactory;
import org.hopwarden.rulemodel.Service;

/** Reads a rule as an entry of an access list, in the manner of {@link org.hopwarden.rulemodel.RuleText}, whose text of any rule it takes. */
public final class RuleParser {

    private static final String LIST = "access-list 101 ";
    /** What the importer of access lists reads, by the characters and words that it cannot read. */
    private static final String PLAIN = "(permit|deny) (?!.*([@{/:]|\\d-\\d|(?<![\\w-])(ipv[46]|not|in|out|ttl|dscp|length|state|mark|application|time-range"
            + "|within|over|flags|icmpv6|name)(?![\\w-]))).*";
    static final List<String> ACTION_WORDS = List.of("permit", "deny", "reject", "ask", "log", "count", "limit", "call", "goto", "return");
    private static final RulemodelFactory MODEL = RulemodelFactory.eINSTANCE;
    private static final String IMPORTER = "ios";

    private RuleParser() {
    }

    /** A text that is no rule. The message says where and why. */
    public static final class NoRule extends Exception {

        private static final long serialVersionUID = 1L;

        public NoRule(String message) {
            super(message);
        }
    }

    /**
     * Reads a rule. Its parts have no IDs.
     *
     * @param policy whose objects the text may name
     */
    public static Rule parse(String text, Policy policy) throws NoRule {
        String line = text.strip().replaceFirst("^access-list +\\d+ +", "");
        if (line.isEmpty()) {
            throw new NoRule("A rule begins with permit, deny or reject.");
        }
        if (line.lines().count() > 1) {
            throw new NoRule("A rule is one line.");
        }
        return line.matches(PLAIN) ? entry(line) : withoutIds(parts(line, policy));
    }

    /** Reads an action: {@code permit}, {@code reject tcp-reset}, {@code call NAME}, {@code limit 3/second burst 5}, and so on. */
    public static Action action(String text, Policy policy) throws NoRule {
        Words words = new Words(text.strip());
        Action action = action(words, policy);
        if (!words.isEmpty()) {
            throw new NoRule("'" + words.peek() + "' is not understood behind the action.");
        }
        return action;
    }

    private static Action action(Words words, Policy policy) throws NoRule {
        String word = words.take("The action");
        return switch (word) {
            case "permit" -> MODEL.createAllow();
            case "deny" -> MODEL.createDeny();
            case "ask" -> MODEL.createAsk();
            case "count" -> MODEL.createCount();
            case "return" -> MODEL.createReturn();
            case "reject" -> reject(words);
            case "log" -> log(words);
            case "limit" -> {
                Limit limit = MODEL.createLimit();
                limit.setRate(ConditionReader.rate(words));
                yield limit;
            }
            case "call", "goto" -> call(words, word.equals("goto"), policy);
            default -> throw new NoRule("A rule begins with permit, deny or reject, or else with ask, log, count, limit, call, goto or"
                    + " return" + NearestWord.hint(word, ACTION_WORDS) + ".");
        };
    }

    private static Reject reject(Words words) throws NoRule {
        RejectType type = RejectType.get(words.peek());
        if (type == null) {
            throw new NoRule("After reject comes how the sender is told: "
                    + RejectType.VALUES.stream().map(RejectType::getLiteral).collect(Collectors.joining(", ")) + ".");
        }
        words.take("How the sender is told");
        Reject reject = MODEL.createReject();
        reject.setType(type);
        return reject;
    }

    private static Log log(Words words) throws NoRule {
        Log log = MODEL.createLog();
        if (words.peek().startsWith("\"") && words.peek().length() > 1) {
            String quoted = words.take("A prefix");
            log.setPrefix(quoted.substring(1, quoted.length() - 1));
        }
        if (words.takeIf("group")) {
            log.setGroup(words.takeNumber("A group", NumberRange.HIGHEST));
        }
        return log;
    }

    private static Call call(Words words, boolean tail, Policy policy) throws NoRule {
        Call call = MODEL.createCall();
        call.setTail(tail);
        String name = words.take("The name of a chain");
        call.setChain(policy.getChains().stream().filter(chain -> name.equals(chain.getName())).findFirst()
                .orElseThrow(() -> Words.unknown("chain of the policy", name,
                        policy.getChains().stream().map(Chain::getName).filter(Objects::nonNull).toList())));
        return call;
    }

    private static Rule parts(String line, Policy policy) throws NoRule {
        Words words = new Words(line);
        Rule rule = MODEL.createRule();
        rule.setAction(action(words, policy));
        Match match = MODEL.createMatch();
        rule.setMatch(match);
        if (words.isEmpty()) {
            throw new NoRule("A rule has an action, a protocol, a source and a destination.");
        }
        match.setServiceNegated(words.takeIf("not"));
        boolean several = words.peek().startsWith("@") || words.peek().startsWith("{");
        Service service = null;
        if (several) {
            match.getService().addAll(TermParser.services(words.take("A service"), policy));
        } else {
            service = ServiceReader.protocol(words);
        }
        match.setSourceNegated(words.takeIf("not"));
        match.getSource().addAll(TermParser.addresses(address(words, "source"), policy));
        if (service != null && ServiceReader.OPERATORS.contains(words.peek())) {
            service.setSourcePort(ServiceReader.ports(words, service));
        }
        match.setDestinationNegated(words.takeIf("not"));
        match.getDestination().addAll(TermParser.addresses(address(words, "destination"), policy));
        if (service != null) {
            if (ServiceReader.OPERATORS.contains(words.peek())) {
                service.setDestinationPort(ServiceReader.ports(words, service));
            }
            ServiceReader.rest(words, service);
            if (service.getProtocol() != null) {
                match.getService().add(service);
            }
        }
        ConditionReader.all(words, match, policy);
        ConditionReader.end(words, rule::setLog);
        return rule;
    }

    private static String address(Words words, String side) throws NoRule {
        if (words.isEmpty()) {
            throw new NoRule("A rule has an action, a protocol, a source and a destination; the " + side + " is missing.");
        }
        String first = words.take("The " + side);
        boolean two = first.equals("host") || first.equals("name")
                || IpAddress.tryParse(first).isPresent() && IpAddress.tryParse(words.peek()).isPresent();
        return two ? first + " " + words.take("An address behind '" + first + "'") : first;
    }

    /** An entry that an access list could hold is read as one, so that what is wrong with it is told with its column. */
    private static Rule entry(String line) throws NoRule {
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
            String place = "Column " + Math.max(1, first.column() - LIST.length()) + ": ";
            throw new NoRule(place + first.message()
                    + (first.message().endsWith("?") ? "" : "."));
        }
    }

    /** Removes all IDs, so that the policy into which the rule goes can give its own. */
    public static Rule withoutIds(Rule rule) {
        rule.setId(null);
        for (Iterator<EObject> all = rule.eAllContents(); all.hasNext();) {
            if (all.next() instanceof Element element) {
                element.setId(null);
            }
        }
        return rule;
    }
}
