package org.hopwarden.report;

import java.util.List;

/**
 * One section of the report of a policy. Other teams add sections with a plain class of their own: it has a public constructor
 * without parameters, is named in {@code META-INF/services/org.hopwarden.report.ReportSection}, and works headless and in the
 * window alike. The built-in sections are found in the same way.
 * <p>
 * A section says what is to be read, in {@link ReportBlock blocks}; how it looks is the report's business. All text is plain: it
 * is escaped, and cannot break the page. A section is made once and used for many reports, by any thread, so it keeps nothing
 * between calls. It must not change the policy, and it gives the same blocks for the same subject: no clock, no chance, no network.
 * <p>
 * Example:
 *
 * <pre>{@code
 * public final class RuleCountSection implements ReportSection {
 *     public String id() { return "rule-count"; }
 *     public String title() { return "How large it is"; }
 *     public int place() { return 450; }
 *     public boolean appliesTo(ReportSubject subject) { return !subject.policy().getChains().isEmpty(); }
 *     public List<ReportBlock> content(ReportSubject subject) {
 *         int rules = subject.policy().getChains().stream().mapToInt(chain -> chain.getRules().size()).sum();
 *         return List.of(new ReportBlock.Paragraph("The policy has " + rules + " rules."));
 *     }
 * }
 * }</pre>
 */
public interface ReportSection {

    /** A name for machines: lower case letters and digits with single dots or dashes between. Unique; it is the anchor in the page. */
    String id();

    /** The heading, for people. */
    String title();

    /**
     * Where the section stands: sections are sorted by this number, then by ID. The built-in ones are: the summary 100, the chains
     * with their rules 200, the objects 300, the notes for the author 400, the enforcement 500, the traces 600.
     */
    int place();

    /** Whether the section has something to say of this subject; if not it is left out. */
    boolean appliesTo(ReportSubject subject);

    /**
     * What the section says. If this fails, the report says that the section is missing and why, and the other sections go on.
     *
     * @param subject one that the section applies to
     */
    List<ReportBlock> content(ReportSubject subject);
}
