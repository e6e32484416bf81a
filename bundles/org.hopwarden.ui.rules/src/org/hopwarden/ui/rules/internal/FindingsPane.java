package org.hopwarden.ui.rules.internal;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.hopwarden.analysis.Finding;
import org.hopwarden.analysis.Severity;
import org.hopwarden.ui.TableColumns;
import org.hopwarden.ui.Themes;
import org.hopwarden.ui.WidgetNames;
import org.hopwarden.ui.rules.internal.PolicyFindings.Found;
import org.hopwarden.visualization.ColorRole;

/** What the checks found in the policy, a row each, with what can be done about the chosen one. */
final class FindingsPane {

    private static final String NOTHING = "The checks found nothing.";

    private final Label summary;
    private final Button show;
    private final Button fix;
    private final TableViewer rows;
    private final Label details;
    private final Label witness;
    private PolicyFindings findings = PolicyFindings.NONE;

    /** What a user asks for here. */
    interface Listener {

        /** Go to where it is. */
        void choose(Found found);

        void showWitness(Found found);

        void fix(Found found);

        /** Fills a menu with what can be done about it. */
        void fill(IMenuManager menu, Found found);

        /** Offers what can be done about it, as Ctrl+1 does. */
        void offer(Found found);
    }

    FindingsPane(Composite parent, Listener listener) {
        Composite control = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(control);
        Composite head = new Composite(control, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(3).extendedMargins(10, 6, 3, 3).spacing(6, 0).applyTo(head);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(head);
        summary = WidgetNames.name(new Label(head, SWT.NONE), "Findings summary");
        Themes.style(summary, "hopwarden-muted");
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(summary);
        show = button(head, "Show in Verdict", "Describes the packet that shows this finding in the verdict panel");
        fix = button(head, "Quick Fix", "Ctrl+1");
        Composite area = new Composite(control, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, true).hint(SWT.DEFAULT, 60).applyTo(area);
        rows = new TableViewer(area, SWT.FULL_SELECTION | SWT.V_SCROLL | SWT.H_SCROLL | SWT.VIRTUAL);
        WidgetNames.name(rows.getTable(), "Findings");
        rows.getTable().setHeaderVisible(true);
        rows.setContentProvider(ArrayContentProvider.getInstance());
        ColumnViewerToolTipSupport.enableFor(rows);
        columns();
        Composite foot = new Composite(control, SWT.NONE);
        GridLayoutFactory.fillDefaults().extendedMargins(10, 10, 3, 5).spacing(0, 2).applyTo(foot);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(foot);
        details = WidgetNames.name(new Label(foot, SWT.WRAP), "Finding");
        GridDataFactory.fillDefaults().grab(true, false).hint(200, SWT.DEFAULT).applyTo(details);
        witness = WidgetNames.name(new Label(foot, SWT.NONE), "Finding witness");
        GridDataFactory.fillDefaults().grab(true, false).applyTo(witness);
        Themes.style(witness, "hopwarden-muted");
        rows.addSelectionChangedListener(event -> chosen().ifPresent(found -> {
            describe();
            if (rows.getTable().isFocusControl() || !event.getStructuredSelection().isEmpty()) {
                listener.choose(found);
            }
        }));
        show.addListener(SWT.Selection, event -> chosen().ifPresent(listener::showWitness));
        fix.addListener(SWT.Selection, event -> chosen().ifPresent(listener::fix));
        rows.getTable().addListener(SWT.KeyDown, event -> key(event, listener));
        MenuManager menu = new MenuManager();
        menu.setRemoveAllWhenShown(true);
        menu.addMenuListener(shown -> chosen().ifPresent(found -> listener.fill(shown, found)));
        rows.getTable().setMenu(menu.createContextMenu(rows.getTable()));
        rows.getTable().addDisposeListener(event -> menu.dispose());
        Themes.onSwitch(rows.getTable(), rows::refresh);
        describe();
    }

    private static Button button(Composite parent, String text, String tooltip) {
        Button button = WidgetNames.name(new Button(parent, SWT.PUSH), text);
        button.setText(text);
        button.setToolTipText(tooltip);
        Themes.style(button, "hopwarden-button");
        return button;
    }

    private void columns() {
        Function<Found, ColorRole> plain = found -> null;
        Function<Found, ColorRole> colour = found -> switch (found.finding().severity()) {
            case ERROR -> ColorRole.REFUSED;
            case WARNING -> ColorRole.LOSS;
            case INFO -> null;
        };
        new TableColumns<Found>(rows)
                .picture("", "", 28, (gc, found, cell, selected) -> draw(gc, cell, RuleIcons.of(found.finding().severity())))
                .text("Severity", "Error: the author cannot have wanted it. Warning: probably a mistake. Note: may well be meant.",
                        "Warning", 0, found -> word(found.finding().severity()), colour)
                .text("Place", "Where it is", "chain 101, rule 10", 0, Found::place, plain)
                .text("Check", "Which check found it; rules check --only runs one alone", "inconsistent-directions", 0,
                        found -> found.finding().check(), plain)
                .text("What is wrong, and why", "", "", 4, found -> found.finding().message(), plain);
    }

    private static void draw(org.eclipse.swt.graphics.GC gc, Rectangle cell, Image image) {
        Rectangle size = image.getBounds();
        gc.drawImage(image, cell.x + (cell.width - size.width) / 2, cell.y + (cell.height - size.height) / 2);
    }

    private static String word(Severity severity) {
        return switch (severity) {
            case ERROR -> "Error";
            case WARNING -> "Warning";
            case INFO -> "Note";
        };
    }

    private void key(Event event, Listener listener) {
        if (event.keyCode == '1' && (event.stateMask & SWT.MOD1) != 0) {
            chosen().ifPresent(listener::offer);
        }
    }

    private Optional<Found> chosen() {
        return Optional.ofNullable((Found) rows.getStructuredSelection().getFirstElement());
    }

    /** Shows what was found; what was chosen stays chosen where it was found again. */
    void show(PolicyFindings found) {
        Optional<Found> before = chosen();
        findings = found;
        summary.setText(!found.objection().isEmpty() ? found.objection() : found.all().isEmpty() ? NOTHING
                : found.count() + ". Choose one to go to it; Ctrl+1 offers what can be done.");
        rows.setInput(found.all());
        before.flatMap(old -> found.all().stream().filter(each -> isSame(each, old)).findFirst()).ifPresent(this::select);
        describe();
    }

    /** What is shown is of a policy that was edited since. */
    void outdated() {
        summary.setText("The checks are at work\u2026");
    }

    private static boolean isSame(Found one, Found other) {
        Finding a = one.finding();
        Finding b = other.finding();
        return one.element() == other.element() && a.check().equals(b.check()) && a.message().equals(b.message());
    }

    /** Chooses a finding without going to its place. */
    void select(Found found) {
        int index = findings.all().indexOf(found);
        if (index >= 0) {
            rows.getTable().setSelection(index);
            rows.getTable().showSelection();
            describe();
        }
    }

    private void describe() {
        Optional<Finding> chosen = chosen().map(Found::finding);
        details.setText(chosen.map(Finding::message).orElse("").replace("&", "&&"));
        witness.setText(chosen.map(Finding::witness).map(packet -> "A packet that shows it: " + packet).orElse("").replace("&", "&&"));
        show.setEnabled(chosen.map(Finding::witness).isPresent());
        fix.setEnabled(chosen.map(Finding::fix).isPresent());
        fix.setText(chosen.map(Finding::fix).map(one -> "Quick Fix: " + one.label()).orElse("Quick Fix").replace("&", "&&"));
        details.getParent().getParent().layout(true, true);
    }

    void setFocus() {
        rows.getTable().setFocus();
    }
}
