package org.hopwarden.ui.rules.internal;

import java.util.List;
import java.util.function.Consumer;

import org.eclipse.nebula.widgets.nattable.config.AbstractUiBindingConfiguration;
import org.eclipse.nebula.widgets.nattable.config.CellConfigAttributes;
import org.eclipse.nebula.widgets.nattable.config.IConfigRegistry;
import org.eclipse.nebula.widgets.nattable.config.IEditableRule;
import org.eclipse.nebula.widgets.nattable.data.convert.DisplayConverter;
import org.eclipse.nebula.widgets.nattable.data.validate.DataValidator;
import org.eclipse.nebula.widgets.nattable.data.validate.ValidationFailedException;
import org.eclipse.nebula.widgets.nattable.edit.EditConfigAttributes;
import org.eclipse.nebula.widgets.nattable.edit.action.MouseEditAction;
import org.eclipse.nebula.widgets.nattable.edit.config.RenderErrorHandling;
import org.eclipse.nebula.widgets.nattable.edit.editor.ICellEditor;
import org.eclipse.nebula.widgets.nattable.edit.editor.TextCellEditor;
import org.eclipse.nebula.widgets.nattable.grid.GridRegion;
import org.eclipse.nebula.widgets.nattable.style.DisplayMode;
import org.eclipse.nebula.widgets.nattable.ui.binding.UiBindingRegistry;
import org.eclipse.nebula.widgets.nattable.ui.matcher.CellLabelMouseEventMatcher;
import org.eclipse.nebula.widgets.nattable.ui.matcher.KeyEventMatcher;
import org.eclipse.nebula.widgets.nattable.ui.matcher.MouseEventMatcher;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.hopwarden.interchange.entry.RuleField;
import org.hopwarden.interchange.entry.RuleParser.NoRule;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.ui.Themes;
import org.hopwarden.ui.WidgetNames;
import org.hopwarden.visualization.ColorRole;

/** How the cells of the rule table are edited: in the words in which they are shown, wrong ones told while they are typed. */
final class RuleCells extends AbstractUiBindingConfiguration {

    private static final int LEFT = 1;

    private final RuleTable rules;
    private final RuleEdits edits;
    private final Consumer<String> message;

    RuleCells(RuleTable rules, RuleEdits edits, Consumer<String> message) {
        this.rules = rules;
        this.edits = edits;
        this.message = message;
    }

    @Override
    public void configureRegistry(IConfigRegistry registry) {
        registry.registerConfigAttribute(CellConfigAttributes.DISPLAY_CONVERTER, new AsText());
        for (RuleColumn column : RuleColumn.values()) {
            if (column.field() != null) {
                configure(registry, column);
            }
        }
    }

    private void configure(IConfigRegistry registry, RuleColumn column) {
        String label = column.name();
        registry.registerConfigAttribute(EditConfigAttributes.CELL_EDITABLE_RULE, IEditableRule.ALWAYS_EDITABLE, DisplayMode.EDIT, label);
        registry.registerConfigAttribute(EditConfigAttributes.DATA_VALIDATOR, new Validator(column.field()), DisplayMode.EDIT, label);
        registry.registerConfigAttribute(EditConfigAttributes.CELL_EDITOR, new Editor(column), DisplayMode.EDIT, label);
        registry.registerConfigAttribute(EditConfigAttributes.VALIDATION_ERROR_HANDLER, new Telling(), DisplayMode.EDIT, label);
    }

    @Override
    public void configureUiBindings(UiBindingRegistry bindings) {
        // Enter goes to the line above the table, and Space switches rules: neither is to move the selection.
        bindings.registerFirstKeyBinding(new KeyEventMatcher(SWT.NONE, SWT.CR), (table, event) -> { });
        bindings.registerFirstKeyBinding(new KeyEventMatcher(SWT.NONE, ' '), (table, event) -> { });
        bindings.registerDoubleClickBinding(new MouseEventMatcher(SWT.NONE, GridRegion.BODY, LEFT), new MouseEditAction());
        bindings.registerFirstSingleClickBinding(new CellLabelMouseEventMatcher(GridRegion.BODY, LEFT, RuleColumn.ON.name()),
                (table, event) -> {
                    Rule rule = rules.rule(table.getRowIndexByPosition(table.getRowPositionByY(event.y)));
                    if (rule != null) {
                        edits.setEnabled(rule, !rule.isEnabled());
                    }
                });
        markBinding(bindings, rules);
    }

    private static void markBinding(UiBindingRegistry bindings, RuleTable rules) {
        bindings.registerFirstSingleClickBinding(new CellLabelMouseEventMatcher(GridRegion.BODY, LEFT, RuleMarks.LABEL),
                (table, event) -> {
                    Rule rule = rules.rule(table.getRowIndexByPosition(table.getRowPositionByY(event.y)));
                    if (rule != null && rules.isMarked(rule)) {
                        rules.select(List.of(rule));
                        rules.marked();
                    }
                });
    }

    private static final class AsText extends DisplayConverter {

        @Override
        public Object canonicalToDisplayValue(Object value) {
            return value == null ? "" : value.toString();
        }

        @Override
        public Object displayToCanonicalValue(Object value) {
            return value == null ? "" : value.toString();
        }
    }

    private final class Validator extends DataValidator {

        private final RuleField field;

        Validator(RuleField field) {
            this.field = field;
        }

        @Override
        public boolean validate(int column, int row, Object value) {
            try {
                Rule rule = rules.rule(row);
                if (rule != null) {
                    field.changed(rule, String.valueOf(value), edits.policy());
                }
                return true;
            } catch (NoRule e) {
                throw new ValidationFailedException(e.getMessage());
            }
        }
    }

    /** Says what is wrong below the table and at the cell, which has the colour of what is refused. */
    private final class Telling extends RenderErrorHandling {

        @Override
        public void displayError(ICellEditor editor, IConfigRegistry registry, Exception error) {
            mark(editor, error.getMessage());
        }

        @Override
        public void removeError(ICellEditor editor) {
            mark(editor, "");
        }

        private void mark(ICellEditor editor, String problem) {
            message.accept(problem);
            if (editor.getEditorControl() instanceof Text text && !text.isDisposed()) {
                text.setToolTipText(problem.isEmpty() ? null : problem);
                text.setForeground(problem.isEmpty() ? Themes.color(ColorRole.TEXT) : Themes.color(ColorRole.REFUSED));
            }
        }
    }

    private final class Editor extends TextCellEditor {

        private final RuleColumn column;

        Editor(RuleColumn column) {
            this.column = column;
            enableContentProposal(new WordAdapter(), Completing.provider(edits::policy, column.field()), Completing.KEY,
                    Completing.AUTO_ACTIVATION);
        }

        @Override
        protected Text createEditorControl(Composite parent, int style) {
            Text text = super.createEditorControl(parent, style);
            text.setBackground(Themes.color(ColorRole.SURFACE));
            text.setForeground(Themes.color(ColorRole.TEXT));
            return WidgetNames.name(text, column.title());
        }

        @Override
        public boolean openInline(IConfigRegistry registry, java.util.List<String> labels) {
            return true;
        }

        @Override
        public void close() {
            super.close();
            message.accept("");
        }
    }
}
