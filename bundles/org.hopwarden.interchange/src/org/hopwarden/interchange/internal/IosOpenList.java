package org.hopwarden.interchange.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.hopwarden.interchange.ImportNote.Severity;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.ChainEnd;
import org.hopwarden.rulemodel.FragmentReading;
import org.hopwarden.rulemodel.IosListKind;
import org.hopwarden.rulemodel.IosNamedList;
import org.hopwarden.rulemodel.IosNumberedList;
import org.hopwarden.rulemodel.IpFamily;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RuleNotes;
import org.hopwarden.rulemodel.RulemodelFactory;

/** A list that is being read: its entries with their places, and the remarks that wait for the next entry. */
final class IosOpenList {

    private static final RulemodelFactory MODEL = RulemodelFactory.eINSTANCE;

    /** How far behind the last entry IOS puts one without a number. */
    private static final int STEP = 10;

    private final String name;
    private final IosListKind kind;
    private final int firstLine;
    private final Chain chain = MODEL.createChain();
    private final List<Entry> entries = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private final List<Integer> remarkNumbers = new ArrayList<>();
    private final Set<Long> places = new HashSet<>();
    private long highest;

    /** @param place its sequence number, given or by IOS */
    private record Entry(Rule rule, int line, long place) {
    }

    IosOpenList(String name, IosListKind kind, int firstLine) {
        this.name = name;
        this.kind = kind;
        this.firstLine = firstLine;
        IosNamedList dialect = MODEL.createIosNamedList();
        dialect.setKind(kind);
        chain.setDialect(dialect);
        chain.setName(name);
        chain.setIpVersion(kind == IosListKind.IPV6 ? IpFamily.V6 : IpFamily.V4);
        chain.setEnd(ChainEnd.DENY);
        chain.setFragmentReading(FragmentReading.ALLOWED);
    }

    String name() {
        return name;
    }

    IosListKind kind() {
        return kind;
    }

    int firstLine() {
        return firstLine;
    }

    /** The list is written as lines {@code access-list NUMBER}, unless it began as a block. */
    void becomesNumbered(int number) {
        if (entries.isEmpty() && remarks.isEmpty()) {
            IosNumberedList dialect = MODEL.createIosNumberedList();
            dialect.setKind(kind);
            dialect.setNumber(number);
            chain.setDialect(dialect);
        }
    }

    /** @param number its sequence number; 0 for none */
    void addRemark(String remark, int number) {
        remarks.add(remark);
        remarkNumbers.add(number);
    }

    /** The numbers of the remarks that wait; none where none has one. */
    private List<Integer> takeRemarkNumbers() {
        List<Integer> taken = remarkNumbers.stream().allMatch(number -> number == 0) ? List.of() : List.copyOf(remarkNumbers);
        remarkNumbers.clear();
        return taken;
    }

    /**
     * Adds an entry.
     *
     * @param number its sequence number; 0 for none
     * @return whether the number is free
     */
    boolean add(Rule rule, int line, int number) {
        long place = number > 0 ? number : highest + STEP;
        if (!places.add(place)) {
            return false;
        }
        rule.getRemarks().addAll(remarks);
        rule.getRemarkNumbers().addAll(takeRemarkNumbers());
        remarks.clear();
        entries.add(new Entry(rule, line, place));
        highest = Math.max(highest, place);
        return true;
    }

    /** Where some entries have no number, their places could be lost once the order is another; so they get those of IOS. */
    private static void giveNumbers(List<Entry> ordered) {
        for (Entry entry : ordered) {
            if (entry.rule().getNumber() == 0 && entry.place() <= Integer.MAX_VALUE) {
                entry.rule().setNumber((int) entry.place());
            }
        }
    }

    /** Remarks stand by their numbers between the entries around them, or their numbers could not be written back. */
    private void keepRemarkNumbers(List<Integer> atEnd, IosNotes notes) {
        IosNamedList named = chain.getDialect() instanceof IosNamedList list ? list : null;
        boolean suit = atEnd.isEmpty() || named != null;
        long last = 0;
        long highest = 0;
        for (Rule rule : chain.getRules()) {
            for (int number : rule.getRemarkNumbers()) {
                suit &= number == 0 || number > last && number >= highest;
                highest = Math.max(highest, number);
            }
            last = rule.getNumber() == 0 ? last + STEP : rule.getNumber();
            suit &= last >= highest;
            highest = last;
        }
        for (int number : atEnd) {
            suit &= number == 0 || number > last && number >= highest;
            highest = Math.max(highest, number);
        }
        if (suit && named != null) {
            named.getEndRemarkNumbers().addAll(atEnd);
        } else if (!suit) {
            chain.getRules().forEach(rule -> rule.getRemarkNumbers().clear());
            notes.add(Severity.INFO, firstLine, "the sequence numbers of remarks in list " + name + " are not kept: they do not lie"
                    + " between those of the entries around them");
        }
    }

    /** The chain, with the entries in the order of their numbers. */
    Chain finish(IosNotes notes) {
        List<Entry> ordered = entries.stream().sorted(Comparator.comparingLong(Entry::place)).toList();
        if (!ordered.equals(entries)) {
            notes.add(Severity.INFO, firstLine, "the entries of list " + name + " are put in the order of their numbers");
            giveNumbers(ordered);
        }
        for (Entry entry : ordered) {
            chain.getRules().add(entry.rule());
            if (entry.rule().getOpaque() == null) {
                RuleNotes.ofLast(chain.getRules()).forEach(note -> notes.add(Severity.WARNING, entry.line(), note));
            }
        }
        chain.getEndRemarks().addAll(remarks);
        keepRemarkNumbers(takeRemarkNumbers(), notes);
        if (entries.isEmpty()) {
            chain.setEnd(ChainEnd.ALLOW);
            notes.add(Severity.WARNING, firstLine, "list " + name + (remarks.isEmpty() ? " has no entries"
                    : " has remarks alone") + ". IOS lets everything pass an empty list, so its end is to allow");
        } else if (kind == IosListKind.IPV6) {
            IosNeighbourDiscovery.addImplicit(chain);
        }
        return chain;
    }
}
