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

    void addRemark(String remark) {
        remarks.add(remark);
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
