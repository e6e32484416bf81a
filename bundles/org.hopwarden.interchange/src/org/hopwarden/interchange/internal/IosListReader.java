package org.hopwarden.interchange.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.hopwarden.interchange.ImportException.Problem;
import org.hopwarden.interchange.ImportNote.Severity;
import org.hopwarden.interchange.internal.IosSection.Kind;
import org.hopwarden.interchange.internal.IosTokens.Stop;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.IosListKind;
import org.hopwarden.rulemodel.OpaqueText;
import org.hopwarden.rulemodel.PolicyProblems;
import org.hopwarden.rulemodel.Rule;

/** Reads the access lists of a configuration, one chain for each. */
final class IosListReader {

    /** What {@code ip access-list} can be followed by beside lists: settings of the router. */
    private static final Set<String> SETTINGS = Set.of("logging", "log-update", "helper", "persistent", "resequence",
            "match-local-traffic", "compiled", "dynamic-extended");

    private static final int LONGEST_NUMBER = 9;
    private static final int FIRST_OTHER = 200;
    private static final int LAST_OTHER = 1199;

    private final IosObjects objects;
    private final IosNotes notes;
    private final List<Problem> problems;
    private final List<OpaqueText> unknown;
    private final Map<String, IosOpenList> lists = new LinkedHashMap<>();
    private IosOpenList last;
    private int padded;

    /** @param unknown where lists of other kinds are kept */
    IosListReader(IosObjects objects, IosNotes notes, List<Problem> problems, List<OpaqueText> unknown) {
        this.objects = objects;
        this.notes = notes;
        this.problems = problems;
        this.unknown = unknown;
    }

    /** Reads a section that is about a list. Further sections about the same list go on where it ended. */
    void read(IosSection section) {
        try {
            IosTokens tokens = new IosTokens(section.header());
            if (section.kind() == Kind.NUMBERED) {
                readNumbered(section, tokens);
            } else {
                readBlock(section, tokens);
            }
        } catch (Stop e) {
            problems.add(e.problem());
        }
    }

    /** The chains of the lists, in the order in which these begin. */
    List<Chain> chains() {
        return lists.values().stream().map(list -> list.finish(notes)).toList();
    }

    /** How many lines come back with other blanks. IOS itself puts three of them behind deny. */
    int paddedLines() {
        return padded;
    }

    private void readNumbered(IosSection section, IosTokens tokens) throws Stop {
        IosLine line = section.header();
        tokens.take("access-list");
        if (SETTINGS.contains(tokens.peek())) {
            keep(section, "a setting of the router");
            return;
        }
        int number = listNumber(tokens);
        if (number >= FIRST_OTHER && number <= LAST_OTHER) {
            keep(section, "list " + number + " is not of IP");
            return;
        }
        tokens.take();
        IosListKind kind = PolicyProblems.isIosStandard(number) ? IosListKind.STANDARD : IosListKind.EXTENDED;
        IosOpenList list = open(Integer.toString(number), kind, line.number(), tokens);
        list.becomesNumbered(number);
        if (tokens.take("remark")) {
            String remark = tokens.rest();
            list.addRemark(remark, 0);
            noteSpelling(line, IosListText.numbered(list.name()).remark(0, remark));
        } else {
            IosEntryReader reader = new IosEntryReader(tokens, kind, objects);
            Rule rule = reader.read(line.number());
            list.add(rule, line.number(), 0);
            noteEntry(line, reader, IosListText.numbered(list.name()), kind, rule);
        }
    }

    private static int listNumber(IosTokens tokens) throws Stop {
        String word = tokens.peek();
        String expected = "the number of an access list of IP (standard 1-99, 1300-1999; extended 100-199, 2000-2699)";
        if (!IosNumberWords.isNumber(word) || word.length() > LONGEST_NUMBER) {
            throw tokens.unexpected(expected, List.of());
        }
        int number = Integer.parseInt(word);
        if (!PolicyProblems.isIosExtended(number) && !PolicyProblems.isIosStandard(number)
                && (number < FIRST_OTHER || number > LAST_OTHER)) {
            throw tokens.stop(number + " is not " + expected);
        }
        return number;
    }

    private void readBlock(IosSection section, IosTokens tokens) throws Stop {
        boolean v6 = tokens.take().equals("ipv6");
        tokens.take();
        IosListKind kind = v6 ? IosListKind.IPV6 : blockKind(section, tokens);
        if (kind == null || SETTINGS.contains(tokens.peek()) && v6) {
            keep(section, "neither a standard nor an extended list");
            return;
        }
        if (!tokens.hasNext()) {
            throw tokens.unexpected("the name of the list", List.of());
        }
        String name = tokens.raw();
        checkNumber(tokens, kind);
        IosOpenList list = open(name, kind, section.header().number(), tokens);
        tokens.takeRaw();
        if (tokens.hasNext()) {
            throw tokens.unexpected("the end of the line", List.of());
        }
        noteSpelling(section.header(), IosListText.block(kind).header(name));
        for (IosLine line : section.body()) {
            try {
                readLine(list, kind, line);
            } catch (Stop e) {
                problems.add(e.problem());
            }
        }
    }

    /** Standard or extended; null for what is kept as it stands. */
    private static IosListKind blockKind(IosSection section, IosTokens tokens) throws Stop {
        if (tokens.take("standard")) {
            return IosListKind.STANDARD;
        }
        if (tokens.take("extended")) {
            return IosListKind.EXTENDED;
        }
        List<String> known = List.of("standard", "extended");
        if (!tokens.hasNext() || !NearestWord.hint(tokens.peek(), known).isEmpty()) {
            throw tokens.unexpected("standard or extended", known);
        }
        return null;
    }

    private static void checkNumber(IosTokens tokens, IosListKind kind) throws Stop {
        if (IosNumberWords.isNumber(tokens.peek()) && kind != IosListKind.IPV6) {
            int number = listNumber(tokens);
            boolean fits = kind == IosListKind.STANDARD ? PolicyProblems.isIosStandard(number)
                    : PolicyProblems.isIosExtended(number);
            if (!fits) {
                throw tokens.stop(number + " is no number of " + (kind == IosListKind.STANDARD
                        ? "a standard list (1-99, 1300-1999)" : "an extended list (100-199, 2000-2699)"));
            }
        }
    }

    private void readLine(IosOpenList list, IosListKind kind, IosLine line) throws Stop {
        IosTokens tokens = new IosTokens(line);
        if (tokens.isNext("no")) {
            throw tokens.stop("commands that take something away are not read; leave the line out, and what it takes away");
        }
        int column = tokens.column();
        boolean word = tokens.take("sequence");
        int number = 0;
        if (word || IosNumberWords.isNumber(tokens.peek())) {
            number = IosNumberWords.take(tokens, Integer.MAX_VALUE, "a sequence number, 1 to " + Integer.MAX_VALUE, List.of());
            if (number == 0) {
                throw tokens.stopBack("sequence numbers begin at 1");
            }
        }
        IosListText text = IosListText.block(kind);
        if (tokens.take("remark")) {
            String remark = tokens.rest();
            list.addRemark(remark, number);
            noteSpelling(line, text.remark(number, remark));
            return;
        }
        IosEntryReader reader = new IosEntryReader(tokens, kind, objects);
        Rule rule = reader.read(line.number());
        rule.setNumber(number);
        if (!list.add(rule, line.number(), number)) {
            throw tokens.stopAtColumn(column, "the sequence number " + number + " stands a second time in list " + list.name()
                    + "; IOS refuses the second entry");
        }
        noteEntry(line, reader, text, kind, rule);
    }

    private IosOpenList open(String name, IosListKind kind, int line, IosTokens tokens) throws Stop {
        IosOpenList list = lists.get(name);
        if (list == null) {
            list = new IosOpenList(name, kind, line);
            lists.put(name, list);
        } else if (list.kind() != kind) {
            throw tokens.stop("'" + name + "' is the name of another kind of list in line " + list.firstLine()
                    + "; give one of them another name");
        } else if (last != list) {
            notes.add(Severity.INFO, line, "list " + name + " goes on after list " + last.name() + "; it comes back in one piece");
        }
        last = list;
        return list;
    }

    private void keep(IosSection section, String reason) {
        unknown.add(IosOpaque.of(section, section.body()));
        notes.add(Severity.WARNING, section.header().number(), "kept as it stands, and not understood: " + reason);
    }

    private void noteEntry(IosLine line, IosEntryReader reader, IosListText text, IosListKind kind, Rule rule) {
        noteSpelling(line, text.entry(rule.getNumber(), IosEntries.single(rule, kind)));
        if (reader.whyOpaque() != null) {
            notes.add(Severity.WARNING, line.number(), "not understood, so the entry is kept as it stands and matches nothing: "
                    + reader.whyOpaque());
        }
        if (reader.clearedBits()) {
            notes.add(Severity.INFO, line.number(), kind == IosListKind.IPV6
                    ? "address bits behind the length of the prefix are cleared, as IOS does"
                    : "address bits that the wildcard mask leaves open are cleared, as IOS does");
        }
    }

    private void noteSpelling(IosLine line, String canonical) {
        if (line.offset() == 0 && line.text().equals(canonical)) {
            return;
        }
        if (line.text().strip().replaceAll("[ \\t]+", " ").equals(canonical.strip().replaceAll(" +", " "))) {
            padded++;
        } else {
            notes.add(Severity.INFO, line.number(), "comes back as: " + canonical.stripLeading());
        }
    }
}
