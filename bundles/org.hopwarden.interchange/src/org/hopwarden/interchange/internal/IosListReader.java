package org.hopwarden.interchange.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.hopwarden.interchange.ImportException;
import org.hopwarden.interchange.ImportException.Problem;
import org.hopwarden.interchange.ImportNote;
import org.hopwarden.interchange.ImportNote.Severity;
import org.hopwarden.interchange.ImportOptions;
import org.hopwarden.interchange.ImportResult;
import org.hopwarden.interchange.internal.IosTokens.Stop;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.ChainEnd;
import org.hopwarden.rulemodel.ElementIds;
import org.hopwarden.rulemodel.IosNumberedList;
import org.hopwarden.rulemodel.IpFamily;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.PolicyProblems;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RuleNotes;
import org.hopwarden.rulemodel.RuleText;
import org.hopwarden.rulemodel.RulemodelFactory;

/** Reads the lines of access lists into a policy, one chain for each number. */
final class IosListReader {

    private static final RulemodelFactory MODEL = RulemodelFactory.eINSTANCE;

    private static final int MOST_PROBLEMS = 50;

    private final ImportOptions options;
    private final Map<Integer, OpenList> lists = new LinkedHashMap<>();
    private final List<ImportNote> notes = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private OpenList last;
    private int notKept;

    /** A list that is being read: its chain, the lines of its rules, and the remarks that wait for the next rule. */
    private static final class OpenList {

        private final int firstLine;
        private final Chain chain = MODEL.createChain();
        private final List<Integer> ruleLines = new ArrayList<>();
        private final List<String> remarks = new ArrayList<>();

        OpenList(int number, int firstLine) {
            this.firstLine = firstLine;
            chain.setName(Integer.toString(number));
            chain.setIpVersion(IpFamily.V4);
            chain.setEnd(ChainEnd.DENY);
            IosNumberedList dialect = MODEL.createIosNumberedList();
            dialect.setNumber(number);
            chain.setDialect(dialect);
        }
    }

    IosListReader(ImportOptions options) {
        this.options = options;
    }

    ImportResult read(List<String> lines) throws ImportException {
        for (int i = 0; i < lines.size() && problems.size() < MOST_PROBLEMS; i++) {
            try {
                readLine(lines.get(i), i + 1);
            } catch (Stop e) {
                problems.add(e.problem());
            }
        }
        if (problems.isEmpty() && lists.isEmpty()) {
            problems.add(new Problem(1, 1, "there is no access list; one has lines such as"
                    + " 'access-list 101 permit icmp any any echo'"));
        }
        if (!problems.isEmpty()) {
            throw new ImportException(problems);
        }
        return new ImportResult(policy(), notes);
    }

    private void readLine(String line, int number) throws Stop {
        IosTokens tokens = new IosTokens(number, line);
        if (!tokens.hasNext()) {
            notKept++;
            return;
        }
        if (tokens.peek().startsWith("!")) {
            note(Severity.INFO, number, "the comment is not kept; a remark would be");
            return;
        }
        if (!tokens.take("access-list")) {
            throw notAList(tokens);
        }
        int listNumber = listNumber(tokens);
        OpenList list = lists.computeIfAbsent(listNumber, n -> new OpenList(n, number));
        if (last != null && last != list && list.firstLine != number) {
            note(Severity.INFO, number, "list " + listNumber + " goes on after list " + last.chain.getName()
                    + "; it comes back in one piece");
        }
        last = list;
        if (tokens.take("remark")) {
            readRemark(tokens, list, line, number);
        } else {
            readEntry(tokens, list, line, number);
        }
    }

    private static Stop notAList(IosTokens tokens) {
        return switch (tokens.peek()) {
            case "ip", "ipv6" -> tokens.stop("named access lists and other commands of a configuration are not read yet;"
                    + " write the list as lines 'access-list NUMBER ...' and leave out the rest");
            case "no" -> tokens.stop("commands that take something away are not read; leave the line out");
            default -> tokens.unexpected("'access-list'", List.of("access-list"));
        };
    }

    private static int listNumber(IosTokens tokens) throws Stop {
        String word = tokens.peek();
        String expected = "the number of an extended access list (100-199, 2000-2699)";
        if (word.isEmpty() || word.length() > 9 || !word.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw tokens.unexpected(expected, List.of());
        }
        int number = Integer.parseInt(word);
        if (number >= 1 && number <= 99 || number >= 1300 && number <= 1999) {
            throw tokens.stop(number + " is the number of a standard access list, which is not read yet; extended ones have"
                    + " 100-199 and 2000-2699");
        }
        if (!PolicyProblems.isIosExtended(number)) {
            throw tokens.stop(number + " is not " + expected);
        }
        tokens.take();
        return number;
    }

    private void readRemark(IosTokens tokens, OpenList list, String line, int number) {
        String remark = tokens.rest();
        list.remarks.add(remark);
        noteSpelling(line, IosExporter.remarkLine(list.chain.getName(), remark), number);
    }

    private void readEntry(IosTokens tokens, OpenList list, String line, int number) throws Stop {
        IosEntryReader reader = new IosEntryReader(tokens);
        Rule rule = reader.read();
        rule.getRemarks().addAll(list.remarks);
        list.remarks.clear();
        list.chain.getRules().add(rule);
        list.ruleLines.add(number);
        noteSpelling(line, IosExporter.entryLine(list.chain.getName(), RuleText.of(rule)), number);
        if (reader.clearedBits()) {
            note(Severity.INFO, number, "address bits that the wildcard mask leaves open are cleared, as IOS does");
        }
        RuleNotes.ofLast(list.chain.getRules()).forEach(message -> note(Severity.WARNING, number, message));
    }

    private void noteSpelling(String line, String canonical, int number) {
        if (!line.equals(canonical)) {
            note(Severity.INFO, number, "comes back as: " + canonical);
        }
    }

    private Policy policy() {
        Policy policy = MODEL.createPolicy();
        policy.setName(options.policyName());
        policy.setDefaultIn(options.elsewhere());
        policy.setDefaultOut(options.elsewhere());
        policy.setDefaultForward(options.elsewhere());
        String elsewhere = "The lists are of IPv4 and say nothing of IPv6: there the policy's default action holds, which is "
                + options.elsewhere().getLiteral() + " for in, out and forward.";
        policy.setDescription("Imported from Cisco IOS. " + elsewhere);
        note(Severity.INFO, 0, elsewhere);
        if (notKept > 0) {
            note(Severity.INFO, 0, notKept + (notKept == 1 ? " blank line is" : " blank lines are") + " not kept.");
        }
        for (OpenList list : lists.values()) {
            list.chain.getEndRemarks().addAll(list.remarks);
            if (list.chain.getRules().isEmpty()) {
                note(Severity.WARNING, list.firstLine, "list " + list.chain.getName() + " has remarks alone. IOS lets"
                        + " everything pass an empty list; here its implicit end denies");
            }
            policy.getChains().add(list.chain);
        }
        ElementIds.assignMissing(policy);
        return policy;
    }

    private void note(Severity severity, int line, String message) {
        notes.add(new ImportNote(severity, line, message));
    }
}
