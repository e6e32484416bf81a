package org.hopwarden.ui.rules.internal;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnViewerEditor;
import org.eclipse.jface.viewers.ColumnViewerEditorActivationEvent;
import org.eclipse.jface.viewers.ColumnViewerEditorActivationListener;
import org.eclipse.jface.viewers.ColumnViewerEditorActivationStrategy;
import org.eclipse.jface.viewers.ColumnViewerEditorDeactivationEvent;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerEditor;
import org.eclipse.jface.viewers.ViewerCell;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.hopwarden.rulemodel.Allow;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.LogMode;
import org.hopwarden.rulemodel.Reject;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RuleText;
import org.hopwarden.ui.Background;
import org.hopwarden.ui.TableColumns;
import org.hopwarden.ui.Themes;
import org.hopwarden.ui.WidgetNames;
import org.hopwarden.visualization.ColorRole;

/** The rules of a chain as rows, edited in place. */
final class RuleTable {

    static final int NUMBER = 0;
    static final int ENABLED = 1;
    static final int ACTION = 2;
    static final int TEXT = 3;

    private final TableViewer viewer;
    private final TableColumns<Rule> columns;
    private final Consumer<String> message;
    private List<Rule> rules = List.of();
    private Map<Rule, Integer> numbers = Map.of();
    private Set<Rule> wrong = Set.of();
    private Rule deciding;
    private boolean refreshLater;

    /**
     * @param edits of the document that is shown
     * @param message takes what is wrong with a text that is being typed; empty when nothing is
     */
    RuleTable(Composite parent, RuleEdits edits, Consumer<String> message) {
        this.message = message;
        Composite area = new Composite(parent, SWT.NONE);
        viewer = new TableViewer(area, SWT.FULL_SELECTION | SWT.MULTI | SWT.V_SCROLL | SWT.H_SCROLL | SWT.VIRTUAL);
        Table table = WidgetNames.name(viewer.getTable(), "Rules");
        table.setHeaderVisible(true);
        viewer.setContentProvider(ArrayContentProvider.getInstance());
        viewer.setUseHashlookup(true);
        Function<Rule, ColorRole> plain = rule -> rule.isEnabled() ? null : ColorRole.TEXT_MUTED;
        Function<Rule, ColorRole> meaning = rule -> wrong.contains(rule) ? ColorRole.REFUSED : plain.apply(rule);
        RuleCells cells = new RuleCells(viewer, edits, message);
        columns = new TableColumns<Rule>(viewer)
                .number("Rule", "The number by which the engine counts: the first rule that matches decides", "\u25b6 10000",
                        rule -> (rule == deciding ? "\u25b6 " : "") + numbers.get(rule), meaning)
                .text("On", "Whether the rule is enabled; a click changes it", "\u2713", 0,
                        rule -> rule.isEnabled() ? "\u2713" : "\u2013", plain)
                .editing(cells.enabled())
                .text("Action", "What happens to a packet that matches", "reject", 0, RuleTable::action,
                        rule -> rule.isEnabled() ? color(rule) : ColorRole.TEXT_MUTED)
                .editing(cells.action())
                .text("Text", "The rule as an access list writes it; double-click or F2 to edit",
                        "permit tcp 192.0.2.0 0.0.0.255 any eq www", 3, RuleText::of, meaning)
                .editing(cells.text())
                .text("Log", "Whether packets that match are logged", "log-input", 0,
                        rule -> rule.getLog() == LogMode.NONE ? "" : rule.getLog().getLiteral(), plain)
                .editing(cells.log())
                .text("Remark", "Why the rule is there", "Remark", 2, rule -> String.join(" / ", rule.getRemarks()),
                        rule -> ColorRole.TEXT_MUTED)
                .editing(cells.remark());
        TableViewerEditor.create(viewer, new Activation(viewer), ColumnViewerEditor.TABBING_HORIZONTAL);
        viewer.getColumnViewerEditor().addEditorActivationListener(new ColumnViewerEditorActivationListener() {
            @Override
            public void beforeEditorActivated(ColumnViewerEditorActivationEvent event) {
            }

            @Override
            public void afterEditorActivated(ColumnViewerEditorActivationEvent event) {
            }

            @Override
            public void beforeEditorDeactivated(ColumnViewerEditorDeactivationEvent event) {
            }

            @Override
            public void afterEditorDeactivated(ColumnViewerEditorDeactivationEvent event) {
                if (refreshLater) {
                    refreshLater = false;
                    Background.onDisplay(table.getDisplay(), () -> {
                        if (!table.isDisposed()) {
                            refresh();
                        }
                    });
                }
            }
        });
        table.addListener(SWT.KeyDown, this::key);
        Themes.onSwitch(table, viewer::refresh);
    }

    /** Text is edited by a double-click, a switch is changed by a click. */
    private static final class Activation extends ColumnViewerEditorActivationStrategy {

        Activation(TableViewer viewer) {
            super(viewer);
        }

        @Override
        protected boolean isEditorActivationEvent(ColumnViewerEditorActivationEvent event) {
            return switch (event.eventType) {
                case ColumnViewerEditorActivationEvent.MOUSE_CLICK_SELECTION ->
                    event.getSource() instanceof ViewerCell cell && cell.getColumnIndex() == ENABLED;
                case ColumnViewerEditorActivationEvent.MOUSE_DOUBLE_CLICK_SELECTION ->
                    event.getSource() instanceof ViewerCell cell && cell.getColumnIndex() != ENABLED;
                case ColumnViewerEditorActivationEvent.PROGRAMMATIC, ColumnViewerEditorActivationEvent.TRAVERSAL -> true;
                default -> false;
            };
        }
    }

    private static String action(Rule rule) {
        return rule.getAction() == null ? "?" : rule.getAction() instanceof Reject ? "reject"
                : RuleText.action(rule.getAction());
    }

    private static ColorRole color(Rule rule) {
        return rule.getAction() instanceof Allow ? ColorRole.TARGET : ColorRole.REFUSED;
    }

    private void key(Event event) {
        boolean command = (event.stateMask & SWT.MOD1) != 0;
        if (event.keyCode == SWT.F2 || event.keyCode == SWT.CR) {
            selected().stream().findFirst().ifPresent(this::edit);
        } else if (command && event.keyCode == 'c') {
            columns.copy(selected());
        }
    }

    /** Opens the text of a rule for editing. */
    void edit(Rule rule) {
        viewer.editElement(rule, TEXT);
    }

    /** Shows a chain, null for none, as it is now; the selection stays where its rules do. */
    void show(Chain chain) {
        List<Rule> next = chain == null ? List.of() : List.copyOf(chain.getRules());
        boolean same = next.equals(rules);
        rules = next;
        if (!same) {
            Map<Rule, Integer> counted = new IdentityHashMap<>();
            for (int i = 0; i < rules.size(); i++) {
                counted.put(rules.get(i), i + 1);
            }
            numbers = counted;
            List<Rule> selected = selected();
            viewer.setInput(rules);
            select(selected.stream().filter(counted::containsKey).toList());
        } else {
            refresh();
        }
    }

    /** Refreshing ends the editing of a cell and throws away what was typed: it waits until that is done. */
    private void refresh() {
        if (viewer.isCellEditorActive()) {
            refreshLater = true;
        } else {
            viewer.refresh();
        }
    }

    /** Marks rules that have problems. */
    void markWrong(Set<Rule> rulesWithProblems) {
        if (!wrong.equals(rulesWithProblems)) {
            wrong = rulesWithProblems;
            refresh();
        }
    }

    /** Marks the rule that decides the packet, null for none. */
    void markDeciding(Rule rule) {
        if (deciding != rule) {
            deciding = rule;
            refresh();
        }
    }

    @SuppressWarnings("unchecked")
    List<Rule> selected() {
        return viewer.getStructuredSelection().toList();
    }

    void select(List<Rule> chosen) {
        viewer.setSelection(new StructuredSelection(chosen), true);
    }

    void onSelection(Runnable listener) {
        viewer.addSelectionChangedListener(event -> listener.run());
    }

    Table table() {
        return viewer.getTable();
    }
}
