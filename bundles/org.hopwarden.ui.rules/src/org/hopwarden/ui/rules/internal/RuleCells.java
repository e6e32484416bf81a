package org.hopwarden.ui.rules.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

import org.eclipse.jface.viewers.CellEditor;
import org.eclipse.jface.viewers.CheckboxCellEditor;
import org.eclipse.jface.viewers.ComboBoxCellEditor;
import org.eclipse.jface.viewers.EditingSupport;
import org.eclipse.jface.viewers.ICellEditorListener;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TextCellEditor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionEvent;
import org.eclipse.swt.widgets.Composite;
import org.hopwarden.rulemodel.LogMode;
import org.hopwarden.rulemodel.RejectType;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RuleText;
import org.hopwarden.ui.Themes;
import org.hopwarden.ui.WidgetNames;
import org.hopwarden.interchange.entry.RuleParser.NoRule;
import org.hopwarden.visualization.ColorRole;

/** How the cells of the rule table are edited. */
final class RuleCells {

    private static final List<String> ACTIONS = actions();
    private static final List<String> LOGS = LogMode.VALUES.stream().map(LogMode::getLiteral).toList();

    private final TableViewer viewer;
    private final RuleEdits edits;
    private final Consumer<String> message;

    RuleCells(TableViewer viewer, RuleEdits edits, Consumer<String> message) {
        this.viewer = viewer;
        this.edits = edits;
        this.message = message;
    }

    private static List<String> actions() {
        List<String> actions = new ArrayList<>(List.of("permit", "deny"));
        RejectType.VALUES.forEach(type -> actions.add("reject " + type.getLiteral()));
        return List.copyOf(actions);
    }

    EditingSupport enabled() {
        return support(() -> new CheckboxCellEditor(viewer.getTable()), Rule::isEnabled,
                (rule, value) -> edits.setEnabled(rule, (Boolean) value));
    }

    EditingSupport action() {
        return choice(ACTIONS, rule -> RuleText.action(rule.getAction()), edits::setAction);
    }

    EditingSupport log() {
        return choice(LOGS, rule -> rule.getLog().getLiteral(), (rule, word) -> edits.setLog(rule, LogMode.get(word)));
    }

    EditingSupport remark() {
        return support(() -> {
            TextCellEditor editor = new TextCellEditor(viewer.getTable());
            WidgetNames.name(editor.getControl(), "Remark");
            return editor;
        }, rule -> String.join(" / ", rule.getRemarks()), (rule, value) -> {
            String text = value.toString().strip();
            edits.setRemarks(rule, text.isEmpty() ? List.of() : List.of(text.split(" / ")));
        });
    }

    EditingSupport text() {
        return support(() -> new RuleEditor(viewer.getTable()), RuleText::of, (rule, value) -> {
            try {
                edits.setText(rule, RuleParser.parse(value.toString(), edits.policy()));
                message.accept("");
            } catch (NoRule e) {
                throw new IllegalStateException("a text that was found to be wrong was taken", e);
            }
        });
    }

    private EditingSupport choice(List<String> words, Function<Rule, String> get, BiConsumer<Rule, String> set) {
        return support(() -> {
            ComboBoxCellEditor editor = new ComboBoxCellEditor(viewer.getTable(), words.toArray(String[]::new), SWT.READ_ONLY);
            editor.setActivationStyle(ComboBoxCellEditor.DROP_DOWN_ON_PROGRAMMATIC_ACTIVATION
                    | ComboBoxCellEditor.DROP_DOWN_ON_MOUSE_ACTIVATION);
            return editor;
        }, rule -> Math.max(0, words.indexOf(get.apply(rule))), (rule, value) -> {
            int index = (Integer) value;
            if (index >= 0) {
                set.accept(rule, words.get(index));
            }
        });
    }

    /** @param maker called when a cell is edited for the first time: most tables are only read */
    private EditingSupport support(Supplier<CellEditor> maker, Function<Rule, Object> get, BiConsumer<Rule, Object> set) {
        return new EditingSupport(viewer) {

            private CellEditor editor;

            @Override
            protected CellEditor getCellEditor(Object element) {
                if (editor == null) {
                    editor = maker.get();
                }
                return editor;
            }

            @Override
            protected boolean canEdit(Object element) {
                return true;
            }

            @Override
            protected Object getValue(Object element) {
                return get.apply((Rule) element);
            }

            @Override
            protected void setValue(Object element, Object value) {
                // A cell editor gives null for a text that is not valid, and it has told so.
                if (value != null && !value.equals(get.apply((Rule) element))) {
                    set.accept((Rule) element, value);
                }
            }
        };
    }

    /** Stays open at Enter while the text is no rule, and says why; leaving it then keeps the rule as it was. */
    private final class RuleEditor extends TextCellEditor {

        RuleEditor(Composite parent) {
            super(parent);
            WidgetNames.name(text, "Rule text");
            setValidator(value -> {
                try {
                    RuleParser.parse(value.toString(), edits.policy());
                    return null;
                } catch (NoRule e) {
                    return e.getMessage();
                }
            });
            addListener(new ICellEditorListener() {
                @Override
                public void applyEditorValue() {
                    boolean valid = isValueValid();
                    mark("");
                    message.accept(valid ? "" : "Not taken: \u201c" + text.getText() + "\u201d. " + getErrorMessage());
                }

                @Override
                public void cancelEditor() {
                    mark("");
                }

                @Override
                public void editorValueChanged(boolean oldValid, boolean newValid) {
                    mark(newValid ? "" : getErrorMessage());
                }
            });
        }

        /** The reason stands below the table and at the cell, which has the colour of what is refused. */
        private void mark(String problem) {
            message.accept(problem);
            text.setToolTipText(problem.isEmpty() ? null : problem);
            text.setForeground(problem.isEmpty() ? null : Themes.color(ColorRole.REFUSED));
        }

        @Override
        protected void handleDefaultSelection(SelectionEvent event) {
            if (isValueValid()) {
                super.handleDefaultSelection(event);
            } else {
                mark(getErrorMessage());
            }
        }
    }
}
