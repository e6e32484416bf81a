package org.hopwarden.report.internal;

import java.util.ArrayList;
import java.util.List;

import org.hopwarden.report.ReportBlock;
import org.hopwarden.report.ReportSection;
import org.hopwarden.report.ReportSubject;
import org.hopwarden.report.TraceReport;
import org.hopwarden.rulemodel.Policy;

import com.samskivert.mustache.Template;

/** Fills the template {@code policy.mustache} with what sections say. */
public final class PolicyHtml {

    private static final System.Logger LOG = System.getLogger(PolicyHtml.class.getName());
    private static final Template TEMPLATE = Templates.compile("policy.mustache");

    /** What the template shows. */
    record Page(String title, String heading, String description, boolean contents, List<SectionView> sections, boolean several,
            boolean traces, String lightColors, String darkColors, String css) {
    }

    /** A section; {@code failure} says why it has no blocks, or is empty. */
    record SectionView(String anchor, String title, String failure, List<BlockView> blocks) {
    }

    /** A block; all parts but one are absent. */
    record BlockView(String heading, String paragraph, String warning, List<String> points, List<ReportBlock.Fact> facts,
            TableView table, List<TraceHtml.Group> groups) {

        static final String NO_TEXT = "";

        boolean hasPoints() {
            return !points.isEmpty();
        }

        boolean hasFacts() {
            return !facts.isEmpty();
        }
    }

    record TableView(String caption, List<ColumnView> columns, List<RowView> rows) {
    }

    record ColumnView(String title, String style) {
    }

    record RowView(String style, List<CellView> cells) {
    }

    /** A cell; {@code span} is empty for a cell of one column. */
    record CellView(String text, String style, String span) {
    }

    private PolicyHtml() {
    }

    public static String page(ReportSubject subject, List<ReportSection> sections) {
        Policy policy = subject.policy();
        String name = policy.getName() == null || policy.getName().isBlank() ? "(no name)" : policy.getName();
        List<SectionView> views = new ArrayList<>();
        int[] traces = { 0 };
        for (ReportSection section : sections) {
            SectionView view = section(section, subject, traces);
            if (view != null) {
                views.add(view);
            }
        }
        String description = policy.getDescription() == null ? "" : policy.getDescription();
        // Each trace has a heading of its own here, however few there are.
        return TEMPLATE.execute(new Page("Policy " + name, name, description, views.size() > 1, views, true, traces[0] > 0,
                Templates.LIGHT_COLORS, Templates.DARK_COLORS, Templates.CSS));
    }

    /** @return null where the section does not apply */
    private static SectionView section(ReportSection section, ReportSubject subject, int[] traces) {
        String anchor = "section-" + section.id();
        try {
            if (!section.appliesTo(subject)) {
                return null;
            }
            List<BlockView> blocks = new ArrayList<>();
            int known = traces[0];
            for (ReportBlock block : section.content(subject)) {
                blocks.add(view(block, known));
                known += block instanceof ReportBlock.Traces more ? more.traces().size() : 0;
            }
            String title = section.title();
            traces[0] = known;
            return new SectionView(anchor, title == null || title.isBlank() ? section.id() : title, "", blocks);
        } catch (RuntimeException | LinkageError e) {
            // The plug-in's fault: a reader must know that something is missing, and the rest of the report goes on.
            LOG.log(System.Logger.Level.WARNING, "The report section " + section.id() + " of " + section.getClass().getName()
                    + " failed and is left out: " + e);
            LOG.log(System.Logger.Level.DEBUG, "Where it went wrong", e);
            return new SectionView(anchor, section.id(), "This section is missing: " + section.getClass().getName()
                    + " could not make it (" + e + ").", List.of());
        }
    }

    private static BlockView view(ReportBlock block, int tracesBefore) {
        String none = BlockView.NO_TEXT;
        return switch (block) {
            case ReportBlock.Heading heading -> new BlockView(heading.text(), none, none, List.of(), List.of(), null, List.of());
            case ReportBlock.Paragraph paragraph -> new BlockView(none, paragraph.text(), none, List.of(), List.of(), null,
                    List.of());
            case ReportBlock.Warning warning -> new BlockView(none, none, warning.text(), List.of(), List.of(), null, List.of());
            case ReportBlock.Points points -> new BlockView(none, none, none, points.points(), List.of(), null, List.of());
            case ReportBlock.Facts facts -> new BlockView(none, none, none, List.of(), facts.facts(), null, List.of());
            case ReportBlock.Table table -> new BlockView(none, none, none, List.of(), List.of(), table(table), List.of());
            case ReportBlock.Traces traces -> new BlockView(none, none, none, List.of(), List.of(), null,
                    List.of(TraceHtml.Group.of(new TraceReport.Section(traces.title(), traces.note(), traces.traces()),
                            tracesBefore + 1)));
        };
    }

    private static TableView table(ReportBlock.Table table) {
        List<String> styles = table.columns().stream().map(column -> switch (column.kind()) {
            case TEXT -> "text";
            case NUMBER -> "number";
            case CODE -> "code";
        }).toList();
        List<ColumnView> columns = new ArrayList<>();
        for (int i = 0; i < styles.size(); i++) {
            columns.add(new ColumnView(table.columns().get(i).title(), styles.get(i).equals("code") ? "text" : styles.get(i)));
        }
        List<RowView> rows = new ArrayList<>();
        for (ReportBlock.Row row : table.rows()) {
            List<CellView> cells = new ArrayList<>();
            for (int i = 0; i < row.cells().size(); i++) {
                boolean note = row.kind() == ReportBlock.Row.Kind.NOTE;
                cells.add(new CellView(row.cells().get(i), note ? "text" : styles.get(i),
                        note ? Integer.toString(styles.size()) : ""));
            }
            rows.add(new RowView(switch (row.kind()) {
                case NORMAL -> "";
                case MUTED -> "muted";
                case NOTE -> "note";
            }, cells));
        }
        return new TableView(table.caption(), columns, rows);
    }
}
