package org.hopwarden.ui.rules.internal;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.hopwarden.analysis.PolicyDiff;
import org.hopwarden.analysis.PolicyDiff.Change;
import org.hopwarden.engine.PolicyCompileException;
import org.hopwarden.ui.Latest;
import org.hopwarden.ui.Pane;
import org.hopwarden.ui.TableColumns;
import org.hopwarden.ui.Themes;
import org.hopwarden.ui.WidgetNames;
import org.hopwarden.ui.rules.internal.Comparison.Question;
import org.hopwarden.visualization.ColorRole;

/** Which packets two policies treat differently, however their rules are written. Found out in the background. */
final class MeaningPane {

    private static final int BUTTON_WIDTH = 70;

    private final Pane pane;
    private final Label headline;
    private final Label note;
    private final Button stop;
    private final TableViewer changes;
    private final Latest<Question, Answer> latest;
    private final Action showLeft;
    private final Action showRight;
    private volatile Question stopped;
    private Question asked;

    /** @param problem why there is no difference; null where there is one */
    private record Answer(Question question, PolicyDiff diff, String problem) {
    }

    /** @param show takes a change whose packet the user wants to look at, and whether in the policy on the left */
    MeaningPane(Composite parent, BiConsumer<Change, Boolean> show) {
        pane = new Pane(parent, "Difference in meaning");
        Composite all = new Composite(pane.body(), SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(all);
        Composite top = new Composite(all, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).extendedMargins(10, 8, 5, 5).spacing(8, 2).applyTo(top);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(top);
        headline = WidgetNames.name(new Label(top, SWT.NONE), "Meaning");
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).applyTo(headline);
        stop = WidgetNames.name(new Button(top, SWT.PUSH), "Stop comparing");
        stop.setText("Stop");
        GridDataFactory.fillDefaults().span(1, 2).align(SWT.END, SWT.CENTER).hint(BUTTON_WIDTH, SWT.DEFAULT).applyTo(stop);
        note = WidgetNames.name(new Label(top, SWT.NONE), "Meaning details");
        Themes.style(note, "hopwarden-muted");
        GridDataFactory.fillDefaults().grab(true, false).applyTo(note);
        Composite area = new Composite(all, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, true).hint(SWT.DEFAULT, 60).applyTo(area);
        changes = new TableViewer(area, SWT.FULL_SELECTION | SWT.V_SCROLL | SWT.H_SCROLL | SWT.VIRTUAL);
        WidgetNames.name(changes.getTable(), "Changes");
        changes.getTable().setHeaderVisible(true);
        changes.setContentProvider(ArrayContentProvider.getInstance());
        ColumnViewerToolTipSupport.enableFor(changes);
        addColumns();
        showLeft = action("Show the Packet in the Left Policy", () -> chosen(show, true));
        showRight = action("Show the Packet in the Right Policy", () -> chosen(show, false));
        MenuManager menu = new MenuManager();
        List.of(showLeft, showRight).forEach(menu::add);
        changes.getTable().setMenu(menu.createContextMenu(changes.getTable()));
        changes.getTable().addDisposeListener(event -> menu.dispose());
        changes.addDoubleClickListener(event -> (showRight.isEnabled() ? showRight : showLeft).run());
        latest = new Latest<>("Comparing what two policies do to packets", all, this::answer, this::show);
        stop.addListener(SWT.Selection, event -> stop());
        stop.setVisible(false);
        Themes.onSwitch(all, changes::refresh);
    }

    private void addColumns() {
        Function<Change, ColorRole> plain = change -> null;
        new TableColumns<Change>(changes)
                .text("Chain", "The chains that were compared; empty where the policies were compared as a whole", "chain 1", 0,
                        change -> change.chain() == null ? "" : change.chain(), plain)
                .text("Left", "What the policy on the left does to these packets", "reject with", 0, Change::from,
                        change -> color(change.from()))
                .text("Right", "What the policy on the right does to them", "reject with", 0, Change::to, change -> color(change.to()))
                .text("Packets", "Which packets; a field that is not named does not matter", "source 192.0.2.0/24, protocol tcp", 3,
                        change -> change.packets().toString(), plain)
                .text("For example", "One of them; a double-click asks the policy on the right for its verdict", "192.0.2.1 > 198.51.100.2", 3,
                        change -> change.witness().toString(), change -> ColorRole.TEXT_MUTED);
    }

    private static ColorRole color(String verdict) {
        return verdict.startsWith("allow") ? ColorRole.TARGET : ColorRole.REFUSED;
    }

    private static Action action(String text, Runnable run) {
        return new Action(text) {
            @Override
            public void run() {
                if (isEnabled()) {
                    run.run();
                }
            }
        };
    }

    private void chosen(BiConsumer<Change, Boolean> show, boolean left) {
        if (changes.getStructuredSelection().getFirstElement() instanceof Change change) {
            show.accept(change, left);
        }
    }

    /** Names the two, and says which of them have a tab in which a packet can be shown. */
    void name(ComparedSide left, ComparedSide right) {
        showLeft.setText("Show the Packet in " + left.label());
        showRight.setText("Show the Packet in " + right.label());
        showLeft.setEnabled(!left.saved());
        showRight.setEnabled(!right.saved());
        pane.setNote("from " + left.label() + " to " + right.label());
    }

    /** Compares; what is known of an older state goes. */
    void compare(Question question) {
        asked = question;
        tell("Comparing what the two do to packets \u2026", "hopwarden-muted", "", List.of());
        stop.setVisible(true);
        latest.take(question);
    }

    /** Nothing can be compared. */
    void clear(String why) {
        asked = null;
        stop.setVisible(false);
        tell("", "hopwarden-muted", why, List.of());
    }

    private void stop() {
        stopped = asked;
        stop.setVisible(false);
        tell("Not compared: stopped", "hopwarden-muted", "Refresh, above, compares again.", List.of());
    }

    private Answer answer(Question question) {
        try {
            boolean whole = question.leftChain().isEmpty() && question.rightChain().isEmpty();
            PolicyDiff diff = whole ? PolicyDiff.of(question.left(), question.right(), () -> isUnwanted(question))
                    : PolicyDiff.of(question.left(), emptyToFirst(question.left(), question.leftChain()), question.right(),
                            emptyToFirst(question.right(), question.rightChain()), () -> isUnwanted(question));
            return new Answer(question, diff, null);
        } catch (PolicyCompileException e) {
            return new Answer(question, null, e.getMessage());
        }
    }

    private static String emptyToFirst(org.hopwarden.rulemodel.Policy policy, String chain) {
        return !chain.isEmpty() ? chain : policy.getChains().isEmpty() ? null : policy.getChains().get(0).getName();
    }

    private boolean isUnwanted(Question question) {
        return stopped == question || latest.isOvertaken();
    }

    private void show(Answer answer) {
        if (answer.question() != asked || answer.question() == stopped) {
            return;
        }
        stop.setVisible(false);
        if (answer.diff() == null) {
            tell("The meaning cannot be compared", "hopwarden-warning", answer.problem(), List.of());
        } else if (answer.diff().isEqual()) {
            tell("Same meaning: every packet gets the same verdict from both", "hopwarden-good",
                    "Looked at all packets there can be, not at samples. What is logged or counted does not matter here.", List.of());
        } else {
            int count = answer.diff().changes().size();
            tell((answer.diff().isComplete() ? "" : "At least ") + count + (count == 1 ? " set" : " sets") + " of packets get"
                    + (count == 1 ? "s" : "") + " another verdict", "hopwarden-warning",
                    "No packet is in two of them. A double-click shows the example in the verdict panel of a policy.",
                    answer.diff().changes());
        }
    }

    private void tell(String text, String style, String details, List<Change> all) {
        headline.setText(text.replace("&", "&&"));
        headline.setToolTipText(text.isEmpty() ? null : text);
        Themes.style(headline, style);
        note.setText(details.replace("&", "&&"));
        note.setToolTipText(details.isEmpty() ? null : details);
        changes.setInput(all);
    }
}
