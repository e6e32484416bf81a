package org.hopwarden.ui.rules.internal;

import java.util.function.Consumer;

import org.eclipse.jface.fieldassist.ContentProposalAdapter;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.hopwarden.interchange.entry.RuleParser;
import org.hopwarden.interchange.entry.RuleParser.NoRule;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RuleText;
import org.hopwarden.ui.Themes;
import org.hopwarden.ui.WidgetNames;
import org.hopwarden.visualization.ColorRole;

/** The chosen rule as one line, as an access list writes it, which can be typed over; and beside it the filter of the table. */
final class RuleLine {

    private final RuleEdits edits;
    private final RuleTable table;
    private final Consumer<String> message;
    private final Composite control;
    private final Text text;
    private final Text filter;
    private Rule rule;
    private String shown = "";
    private boolean filling;

    /** @param message takes what is wrong with the line; empty when nothing is */
    RuleLine(Composite parent, RuleEdits edits, Consumer<String> message, java.util.function.Function<Composite, RuleTable> makeTable) {
        this.edits = edits;
        this.message = message;
        control = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(3).extendedMargins(10, 6, 3, 3).spacing(8, 0).applyTo(control);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(control);
        Label label = new Label(control, SWT.NONE);
        label.setText("Rule");
        Themes.style(label, "hopwarden-muted");
        text = WidgetNames.name(new Text(control, SWT.SINGLE | SWT.BORDER), "Rule text");
        text.setMessage("Choose a rule to see it as one line");
        text.setToolTipText("The chosen rule as an access list writes it: permit tcp any @servers eq www. Enter takes it, Escape gives"
                + " it up, Ctrl+Space offers words.");
        GridDataFactory.fillDefaults().grab(true, false).applyTo(text);
        filter = WidgetNames.name(new Text(control, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL), "Rule filter");
        filter.setMessage("Filter rules (Ctrl+F)");
        filter.setToolTipText("Shows only rules that have all these words. Enter goes to the next of them, Shift+Enter to the one before,"
                + " Escape shows all rules.");
        GridDataFactory.fillDefaults().hint(170, SWT.DEFAULT).applyTo(filter);
        Composite area = new Composite(parent, SWT.NONE);
        area.setLayout(new org.eclipse.swt.layout.FillLayout());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
        table = makeTable.apply(area);
        ContentProposalAdapter words = new ContentProposalAdapter(text, new WordAdapter(), Completing.provider(edits::policy, null),
                Completing.KEY, Completing.AUTO_ACTIVATION);
        words.setProposalAcceptanceStyle(ContentProposalAdapter.PROPOSAL_INSERT);
        text.addListener(SWT.Modify, event -> typed());
        text.addListener(SWT.DefaultSelection, event -> {
            if (!words.isProposalPopupOpen()) {
                take(true);
            }
        });
        text.addListener(SWT.FocusOut, event -> {
            if (!words.isProposalPopupOpen()) {
                take(false);
            }
        });
        text.addListener(SWT.KeyDown, this::key);
        filter.addListener(SWT.Modify, event -> table.filter(filter.getText()));
        filter.addListener(SWT.KeyDown, this::filterKey);
        filter.addListener(SWT.DefaultSelection, event -> {
            if (event.detail != SWT.ICON_CANCEL) {
                table.find(filter.getText(), 1);
            }
        });
        table.onSelection(this::choose);
    }

    RuleTable table() {
        return table;
    }

    /** Goes to the filter, as Ctrl+F does. */
    void toFilter() {
        filter.setFocus();
        filter.selectAll();
    }

    /** Lets all rules through again. */
    void showAll() {
        if (!filter.getText().isEmpty()) {
            filter.setText("");
        }
    }

    /** Goes to the line, to type another rule over it. */
    void edit() {
        text.setFocus();
        text.selectAll();
    }

    private void choose() {
        java.util.List<Rule> selected = table.selected();
        Rule next = selected.isEmpty() ? null : selected.getLast();
        if (next != rule) {
            rule = next;
            fill();
        } else {
            refresh();
        }
    }

    /** The rule may have been changed elsewhere. What is being typed stays. */
    void refresh() {
        if (rule != null && rule.eContainer() == null) {
            rule = null;
        }
        if (rule == null || text.getText().equals(shown) && !RuleText.of(rule).equals(shown)) {
            fill();
        }
    }

    private void fill() {
        shown = rule == null ? "" : RuleText.of(rule);
        filling = true;
        if (!text.getText().equals(shown)) {
            text.setText(shown);
        }
        filling = false;
        text.setEnabled(rule != null && rule.getOpaque() == null);
        mark("");
    }

    private void typed() {
        if (!filling && rule != null) {
            try {
                RuleParser.parse(text.getText(), edits.policy());
                mark("");
            } catch (NoRule e) {
                mark(e.getMessage());
            }
        }
    }

    private void take(boolean stay) {
        if (rule == null || text.getText().equals(shown)) {
            return;
        }
        try {
            Rule parsed = RuleParser.parse(text.getText(), edits.policy());
            shown = text.getText();
            edits.setText(rule, parsed);
            fill();
        } catch (NoRule e) {
            if (stay) {
                mark(e.getMessage());
            } else {
                String typed = text.getText();
                fill();
                message.accept("Not taken: \u201c" + typed + "\u201d. " + e.getMessage());
            }
        }
    }

    private void key(Event event) {
        if (event.keyCode == SWT.ESC) {
            fill();
            table.table().setFocus();
        } else if (event.keyCode == SWT.ARROW_DOWN && event.stateMask == 0) {
            table.table().setFocus();
            event.doit = false;
        }
    }

    private void filterKey(Event event) {
        if (event.keyCode == SWT.ESC) {
            filter.setText("");
            table.table().setFocus();
        } else if ((event.keyCode == SWT.CR || event.keyCode == SWT.KEYPAD_CR) && (event.stateMask & SWT.SHIFT) != 0) {
            table.find(filter.getText(), -1);
            event.doit = false;
        } else if (event.keyCode == SWT.ARROW_DOWN) {
            table.table().setFocus();
            event.doit = false;
        }
    }

    private void mark(String problem) {
        message.accept(problem);
        text.setForeground(problem.isEmpty() ? null : Themes.color(ColorRole.REFUSED));
    }
}
