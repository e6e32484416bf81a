package org.hopwarden.ui.rules.internal;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.config.DefaultNatTableStyleConfiguration;
import org.eclipse.nebula.widgets.nattable.coordinate.Range;
import org.eclipse.nebula.widgets.nattable.data.IDataProvider;
import org.eclipse.nebula.widgets.nattable.data.IRowDataProvider;
import org.eclipse.nebula.widgets.nattable.edit.command.EditCellCommand;
import org.eclipse.nebula.widgets.nattable.edit.config.DefaultEditConfiguration;
import org.eclipse.nebula.widgets.nattable.grid.GridRegion;
import org.eclipse.nebula.widgets.nattable.grid.layer.ColumnHeaderLayer;
import org.eclipse.nebula.widgets.nattable.layer.CompositeLayer;
import org.eclipse.nebula.widgets.nattable.layer.DataLayer;
import org.eclipse.nebula.widgets.nattable.layer.LabelStack;
import org.eclipse.nebula.widgets.nattable.layer.cell.ILayerCell;
import org.eclipse.nebula.widgets.nattable.layer.event.RowStructuralRefreshEvent;
import org.eclipse.nebula.widgets.nattable.selection.SelectionLayer;
import org.eclipse.nebula.widgets.nattable.selection.command.SelectRowsCommand;
import org.eclipse.nebula.widgets.nattable.selection.config.RowOnlySelectionBindings;
import org.eclipse.nebula.widgets.nattable.selection.config.RowOnlySelectionConfiguration;
import org.eclipse.nebula.widgets.nattable.selection.event.ISelectionEvent;
import org.eclipse.nebula.widgets.nattable.tooltip.NatTableContentTooltip;
import org.eclipse.nebula.widgets.nattable.viewport.ViewportLayer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RuleText;
import org.hopwarden.ui.Themes;
import org.hopwarden.ui.WidgetNames;

/**
 * The rules of a chain as rows, edited in place. Only what is seen is drawn and asked for, so that a chain of 100,000 rules scrolls
 * as one of ten does.
 */
final class RuleTable {

    private static final RuleColumn[] COLUMNS = RuleColumn.values();
    private static final int CELL_PADDING = 12;

    private final NatTable table;
    private final DataLayer body;
    private final SelectionLayer selection;
    private final ViewportLayer viewport;
    private final RuleEdits edits;
    private final Consumer<String> message;
    private final List<Runnable> selectionListeners = new ArrayList<>();
    private List<Rule> rules = List.of();
    /** Those that the filter lets through. */
    private List<Rule> shown = List.of();
    private Map<Rule, Integer> numbers = Map.of();
    private Map<Rule, String> problems = Map.of();
    private Map<Rule, Long> hits = Map.of();
    private Map<EObject, PolicyFindings.Mark> marks = Map.of();
    private Runnable markListener = () -> { };
    private String filter = "";
    private Rule deciding;
    private final RuleFilter filters;
    private boolean selecting;

    /**
     * @param edits of the document that is shown
     * @param message takes what is wrong with a text that is being typed; empty when nothing is
     */
    RuleTable(Composite parent, RuleEdits edits, Consumer<String> message) {
        this.edits = edits;
        this.message = message;
        TableLibraries.prepare();
        body = new DataLayer(new Rows());
        body.setConfigLabelAccumulator(this::label);
        selection = new SelectionLayer(body, false);
        selection.addConfiguration(new RowOnlySelectionConfiguration());
        selection.addConfiguration(new RowOnlySelectionBindings());
        viewport = new ViewportLayer(selection);
        DataLayer head = new DataLayer(new Titles());
        ColumnHeaderLayer header = new ColumnHeaderLayer(head, viewport, selection);
        CompositeLayer all = new CompositeLayer(1, 2);
        all.setChildLayer(GridRegion.COLUMN_HEADER, header, 0, 0);
        all.setChildLayer(GridRegion.BODY, viewport, 0, 1);
        all.addConfiguration(new DefaultEditConfiguration());
        table = new NatTable(parent, SWT.NO_BACKGROUND | SWT.NO_REDRAW_RESIZE | SWT.DOUBLE_BUFFERED | SWT.V_SCROLL | SWT.H_SCROLL, all,
                false);
        WidgetNames.name(table, "Rules");
        filters = new RuleFilter(table);
        Themes.style(table, "hopwarden-paper");
        int height = textHeight() + CELL_PADDING;
        body.setDefaultRowHeight(height);
        head.setDefaultRowHeight(height);
        table.addConfiguration(new DefaultNatTableStyleConfiguration());
        RuleTableLook look = new RuleTableLook(table);
        table.addConfiguration(look);
        table.addConfiguration(new RuleCells(this, edits, message));
        table.configure();
        look.apply();
        selection.addLayerListener(event -> {
            if (event instanceof ISelectionEvent && !selecting) {
                List.copyOf(selectionListeners).forEach(Runnable::run);
            }
        });
        table.addListener(SWT.Resize, event -> fit());
        new Tips();
        Themes.onSwitch(table, () -> {
            look.apply();
            table.redraw();
        });
    }

    private int textHeight() {
        GC gc = new GC(table);
        try {
            return gc.getFontMetrics().getHeight();
        } finally {
            gc.dispose();
        }
    }

    /** Shares the width out among the columns that have use for more. */
    private void fit() {
        int width = table.getClientArea().width;
        int least = 0;
        int weights = 0;
        for (RuleColumn column : COLUMNS) {
            least += column.leastWidth();
            weights += weight(column);
        }
        int left = Math.max(0, width - least);
        for (RuleColumn column : COLUMNS) {
            // The last one tells of all. To refresh the table instead would take the selection away.
            body.setColumnWidthByPosition(column.ordinal(),
                    column.leastWidth() + (weights == 0 ? 0 : left * weight(column) / weights), column.ordinal() == COLUMNS.length - 1);
        }
        table.redraw();
    }

    /** Columns without a text in the first rules want no more than their title. */
    private int weight(RuleColumn column) {
        return column.weight() != 1 || rules.stream().limit(200).anyMatch(rule -> !column.text(rule).isEmpty()) ? column.weight() : 0;
    }

    private final class Rows implements IRowDataProvider<Rule> {

        @Override
        public Object getDataValue(int column, int row) {
            return row < shown.size() ? cell(COLUMNS[column], shown.get(row)) : "";
        }

        @Override
        public void setDataValue(int column, int row, Object value) {
            edits.setField(shown.get(row), COLUMNS[column].field(), value == null ? "" : value.toString());
            message.accept("");
        }

        @Override
        public int getColumnCount() {
            return COLUMNS.length;
        }

        @Override
        public int getRowCount() {
            return shown.size();
        }

        @Override
        public Rule getRowObject(int row) {
            return shown.get(row);
        }

        @Override
        public int indexOfRowObject(Rule rule) {
            return shown.indexOf(rule);
        }
    }

    private static final class Titles implements IDataProvider {

        @Override
        public Object getDataValue(int column, int row) {
            return COLUMNS[column].title();
        }

        @Override
        public void setDataValue(int column, int row, Object value) {
            throw new IllegalStateException("titles are not edited");
        }

        @Override
        public int getColumnCount() {
            return COLUMNS.length;
        }

        @Override
        public int getRowCount() {
            return 1;
        }
    }

    private String cell(RuleColumn column, Rule rule) {
        return switch (column) {
            case MARK -> RuleMarks.word(problems.get(rule), marks.get(rule));
            case ON -> rule.isEnabled() ? "\u2713" : "\u2013";
            case NUMBER -> (rule == deciding ? "\u25b6 " : "") + numbers.get(rule);
            case HITS -> {
                Long counted = hits.isEmpty() ? rule.getPackets() : hits.get(rule);
                yield counted == null ? "" : Long.toString(counted);
            }
            default -> column.text(rule);
        };
    }

    private void label(LabelStack labels, int column, int row) {
        if (row < shown.size()) {
            RuleTableLook.label(labels, COLUMNS[column], shown.get(row), problems.containsKey(shown.get(row)),
                    shown.get(row) == deciding);
        }
    }

    /** What a cell hides, and what is wrong with its rule. */
    private final class Tips extends NatTableContentTooltip {

        Tips() {
            super(table, GridRegion.BODY, GridRegion.COLUMN_HEADER);
        }

        @Override
        protected String getText(Event event) {
            int column = table.getColumnIndexByPosition(table.getColumnPositionByX(event.x));
            int position = table.getRowPositionByY(event.y);
            if (column < 0 || position < 0) {
                return null;
            }
            if (position == 0) {
                return COLUMNS[column].help();
            }
            int row = table.getRowIndexByPosition(position);
            if (row < 0 || row >= shown.size()) {
                return null;
            }
            Rule rule = shown.get(row);
            String wrong = problems.get(rule);
            if (column == RuleColumn.MARK.ordinal()) {
                return RuleMarks.text(wrong, marks.get(rule));
            }
            if (wrong != null) {
                return wrong;
            }
            return column == RuleColumn.NUMBER.ordinal()
                    ? RuleText.of(rule) + (rule.isUnderReview() ? "\nUnder review: not yet looked over by a person" : "")
                    : super.getText(event);
        }
    }

    /** Opens a cell of a rule for typing. */
    void edit(Rule rule, RuleColumn column) {
        int row = shown.indexOf(rule);
        if (row < 0) {
            return;
        }
        select(List.of(rule));
        viewport.moveCellPositionIntoViewport(column.ordinal(), row);
        int columnPosition = column.ordinal() - viewport.getOriginColumnPosition();
        int rowPosition = row - viewport.getOriginRowPosition() + 1;
        ILayerCell cell = table.getCellByPosition(columnPosition, rowPosition);
        if (cell != null) {
            table.doCommand(new EditCellCommand(table, table.getConfigRegistry(), cell));
        }
    }

    /** The column that was clicked last. */
    RuleColumn column() {
        int column = selection.getSelectionAnchor().getColumnPosition();
        return column >= 0 && column < COLUMNS.length ? COLUMNS[column] : RuleColumn.ACTION;
    }

    /** Shows a chain, null for none, as it is now; the selection stays where its rules do. */
    void show(Chain chain) {
        filters.forget();
        List<Rule> next = chain == null ? List.of() : List.copyOf(chain.getRules());
        if (same(next)) {
            table.redraw();
            return;
        }
        boolean first = rules.isEmpty();
        List<Rule> selected = selected();
        rules = next;
        Map<Rule, Integer> counted = new IdentityHashMap<>();
        for (int i = 0; i < rules.size(); i++) {
            counted.put(rules.get(i), i + 1);
        }
        numbers = counted;
        filtered(selected);
        if (first) {
            fit();
        }
    }

    private boolean same(List<Rule> next) {
        if (next.size() != rules.size()) {
            return false;
        }
        for (int i = 0; i < next.size(); i++) {
            if (next.get(i) != rules.get(i)) {
                return false;
            }
        }
        return true;
    }

    /** Shows only rules whose line, name or remarks have these words, all of them; empty for all rules. */
    void filter(String words) {
        filter = words.strip().toLowerCase(Locale.ROOT);
        filtered(selected());
    }

    private void filtered(List<Rule> selected) {
        filters.apply(rules, filter, found -> showFiltered(found, selected));
    }

    private void showFiltered(List<Rule> next, List<Rule> selected) {
        shown = next;
        selecting = true;
        try {
            // Selected anew below: to move the selection with the rows takes the table long.
            selection.clear(false);
            body.fireLayerEvent(new RowStructuralRefreshEvent(body));
        } finally {
            selecting = false;
        }
        choose(selected.stream().filter(numbers::containsKey).toList());
    }

    /** How many rules the filter lets through. */
    int shownRules() {
        return shown.size();
    }

    /**
     * Selects the next rule that has the words, from the selection on and round.
     *
     * @param step 1 for the next, -1 for the one before
     * @return whether there is one
     */
    boolean find(String words, int step) {
        String wanted = words.strip().toLowerCase(Locale.ROOT);
        List<Rule> selected = selected();
        int from = selected.isEmpty() ? step < 0 ? 0 : -1 : shown.indexOf(step < 0 ? selected.getFirst() : selected.getLast());
        for (int i = 1; i <= shown.size(); i++) {
            Rule rule = shown.get(Math.floorMod(from + step * i, shown.size()));
            if (filters.matches(rule, wanted)) {
                select(List.of(rule));
                return true;
            }
        }
        return false;
    }

    /** Marks rules that have problems, and says these. */
    void markWrong(Map<Rule, String> rulesWithProblems) {
        problems = rulesWithProblems;
        table.redraw();
    }

    /** Marks rules of which the checks have something to say. */
    void markFindings(Map<EObject, PolicyFindings.Mark> found) {
        marks = found;
        table.redraw();
    }

    /** Calls back when a mark is clicked, whose rule is selected then. */
    void onMark(Runnable listener) {
        markListener = listener;
    }

    boolean isMarked(Rule rule) {
        return marks.containsKey(rule);
    }

    void marked() {
        markListener.run();
    }

    /** Where something belongs that is about the selected rule, on the display: below its row, as far as that is in view. */
    Point below() {
        int row = selected().isEmpty() ? -1 : shown.indexOf(selected().getFirst());
        int position = row - viewport.getOriginRowPosition() + 1;
        boolean inView = row >= 0 && position >= 1 && position < table.getRowCount();
        return table.toDisplay(24, inView ? table.getStartYOfRowPosition(position) + table.getRowHeightByPosition(position)
                : table.getStartYOfRowPosition(1));
    }

    /** Marks the rule that decides the packet, null for none. */
    void markDeciding(Rule rule) {
        if (deciding != rule) {
            deciding = rule;
            table.redraw();
        }
    }

    /** Shows how often rules decided; empty for what the policy itself has of that. */
    void showHits(Map<Rule, Long> counted) {
        if (!hits.equals(counted)) {
            hits = counted;
            table.redraw();
        }
    }

    /** In the order of the chain. */
    List<Rule> selected() {
        List<Rule> selected = new ArrayList<>();
        for (Range range : selection.getSelectedRowPositions()) {
            for (int row = range.start; row < range.end && row < shown.size(); row++) {
                selected.add(shown.get(row));
            }
        }
        selected.sort((a, b) -> Integer.compare(numbers.get(a), numbers.get(b)));
        return selected;
    }

    /** Selects rules, those of them that are shown. */
    void select(List<Rule> chosen) {
        choose(chosen);
        if (!chosen.isEmpty()) {
            int row = shown.indexOf(chosen.getFirst());
            if (row >= 0) {
                viewport.moveRowPositionIntoViewport(row);
            }
        }
    }

    private void choose(List<Rule> chosen) {
        if (!chosen.isEmpty() && chosen.size() == shown.size()) {
            selectAll();
            return;
        }
        Set<Rule> wanted = Set.copyOf(chosen);
        int[] rows = wanted.isEmpty() ? new int[0]
                : java.util.stream.IntStream.range(0, shown.size()).filter(row -> wanted.contains(shown.get(row))).toArray();
        int anchor = Math.max(0, selection.getSelectionAnchor().getColumnPosition());
        selecting = true;
        try {
            selection.clear(false);
            if (rows.length > 0) {
                // As with Ctrl held: without it each row of the command would take the place of the one before.
                selection.doCommand(new SelectRowsCommand(selection, anchor, rows, false, true, rows[0]));
            }
        } finally {
            selecting = false;
        }
        List.copyOf(selectionListeners).forEach(Runnable::run);
    }

    void selectAll() {
        selecting = true;
        try {
            selection.selectAll();
        } finally {
            selecting = false;
        }
        List.copyOf(selectionListeners).forEach(Runnable::run);
    }

    void onSelection(Runnable listener) {
        selectionListeners.add(listener);
    }

    /** The rule in a row that is shown; null where there is none. */
    Rule rule(int row) {
        return row >= 0 && row < shown.size() ? shown.get(row) : null;
    }

    boolean isEditing() {
        return table.getActiveCellEditor() != null;
    }

    NatTable table() {
        return table;
    }
}
