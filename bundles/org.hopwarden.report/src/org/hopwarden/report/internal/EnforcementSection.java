package org.hopwarden.report.internal;

import java.util.ArrayList;
import java.util.List;

import org.hopwarden.report.EnforcementCounts;
import org.hopwarden.report.ReportBlock;
import org.hopwarden.report.ReportSection;
import org.hopwarden.report.ReportSubject;

/** What an enforcement of the policy did to packets. */
public final class EnforcementSection implements ReportSection {

    @Override
    public String id() {
        return "enforcement";
    }

    @Override
    public String title() {
        return "What enforcing it did";
    }

    @Override
    public int place() {
        return 500;
    }

    @Override
    public boolean appliesTo(ReportSubject subject) {
        return subject.enforcement().isPresent();
    }

    @Override
    public List<ReportBlock> content(ReportSubject subject) {
        EnforcementCounts counts = subject.enforcement().orElseThrow();
        List<ReportBlock> blocks = new ArrayList<>();
        if (!counts.totals().isEmpty()) {
            blocks.add(new ReportBlock.Facts(counts.totals().stream()
                    .map(total -> new ReportBlock.Fact(name(total.name()), Numbers.grouped(total.packets()))).toList()));
        }
        long unused = counts.rules().stream().filter(count -> count.rule() > 0 && count.packets() == 0).count();
        String rules = counts.rules().isEmpty() ? "No chain was enforced: the defaults decided."
                : "The counts of each rule stand in its row above. " + (unused == 0 ? "Every rule decided at least one packet."
                        : unused == 1 ? "One rule decided no packet." : unused + " rules decided no packet.");
        blocks.add(new ReportBlock.Paragraph(rules));
        return blocks;
    }

    /** The words of the counters' file are short; a reader of the page gets a phrase. */
    private static String name(String word) {
        return switch (word) {
            case "seen" -> "Frames seen";
            case "allowed" -> "Allowed";
            case "denied" -> "Denied";
            case "rejected" -> "Rejected";
            case "asked" -> "Dropped while somebody is asked";
            case "failed" -> "Failed";
            case "lost" -> "Lost before they were seen";
            case "answers" -> "Answers to rejected packets";
            default -> word;
        };
    }
}
