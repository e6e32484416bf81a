package org.hopwarden.ui.rules.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.hopwarden.analysis.Finding;
import org.hopwarden.analysis.Severity;
import org.hopwarden.enforce.gate.GateChecks;
import org.hopwarden.enforce.gate.GateReport;
import org.hopwarden.enforce.gate.GateReport.Refusal;
import org.hopwarden.enforce.gate.OwnConnections.Kept;
import org.hopwarden.ui.Latest;
import org.hopwarden.ui.Themes;
import org.hopwarden.ui.WidgetNames;
import org.hopwarden.visualization.ColorRole;

/**
 * Shows what the gate found about a policy, before it is put to work: checks, the connections that it would end, captured packets that get
 * another verdict, how it fails; and asks whether it is to be started, and taken back unless it is kept.
 */
final class GateDialog extends TitleAreaDialog {

    static final int TEXT_WIDTH = 600;

    private static final int WIDTH = 960;
    private static final int HEIGHT = 740;
    /** Of findings that are in sight at once. */
    private static final int MOST_LINES = 3;
    private static final int CONNECTION_LINES = 7;
    private static final int MARGIN = 6;
    private static final int MOST_FINDINGS = 500;
    private static final int LEAST_SECONDS = 5;
    private static final int MOST_SECONDS = 3600;
    private static final int USUAL_SECONDS = 60;

    private final EnforcementGate.Passage passage;
    private final EnforcementGate.Answer answer;
    private EnforcementGate.Connections connections;
    /** Null where there are no findings. */
    private MonitorTable<Finding> table;
    private ReplayPane replay;
    private Text connectionText;
    private Button confirm;
    private Spinner seconds;
    private Latest<List<Kept>, EnforcementGate.Connections> latest;
    private String keptProblem = "";

    private GateDialog(Shell parent, EnforcementGate.Passage passage, EnforcementGate.Answer answer) {
        super(parent);
        this.passage = passage;
        this.answer = answer;
        connections = new EnforcementGate.Connections(passage.report().connections(), passage.report().lockOuts(), List.of());
        setShellStyle(SWT.CLOSE | SWT.TITLE | SWT.BORDER | SWT.RESIZE | SWT.PRIMARY_MODAL);
        setBlockOnOpen(false);
    }

    /** Asks; the answer comes later. */
    static void open(Shell parent, EnforcementGate.Passage passage, EnforcementGate.Answer answer) {
        new GateDialog(parent, passage, answer).open();
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText("Before It Is Enforced");
    }

    /** As large as the screen lets it be, and no larger than it needs. */
    @Override
    protected Point getInitialSize() {
        Rectangle screen = getParentShell().getMonitor().getClientArea();
        return new Point(Math.min(WIDTH, screen.width - 40), Math.min(passage.isReal() ? HEIGHT : HEIGHT - 110, screen.height - 40));
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        setTitle(passage.choice().file().getFileName() + " at: " + passage.choice().backEnd().label());
        Composite area = new Composite((Composite) super.createDialogArea(parent), SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(1).margins(12, 8).spacing(0, 4).applyTo(area);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
        Label fails = WidgetNames.name(new Label(area, SWT.NONE), "Fail mode");
        fails.setText(GateText.failMode(passage.report().failMode()));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(fails);
        addChecks(area);
        if (passage.isReal()) {
            addConnections(area);
        }
        heading(area, "Captured packets", "");
        replay = new ReplayPane(area, passage, this::judge);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(replay.control());
        addConfirmation(area);
        return area;
    }

    private static Label heading(Composite parent, String title, String text) {
        Composite row = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(8, 0).extendedMargins(0, 0, 6, 0).applyTo(row);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
        Label label = new Label(row, SWT.NONE);
        label.setText(title);
        Themes.style(label, "hopwarden-heading");
        Label more = new Label(row, SWT.NONE);
        more.setText(text.replace("&", "&&"));
        Themes.style(more, "hopwarden-muted");
        GridDataFactory.fillDefaults().grab(true, false).applyTo(more);
        return more;
    }

    private void addChecks(Composite parent) {
        GateChecks checks = passage.report().checks();
        WidgetNames.name(heading(parent, "Checks", GateText.checks(checks)), "Checks");
        if (checks.findings().isEmpty()) {
            return;
        }
        Function<Finding, ColorRole> plain = finding -> null;
        table = new MonitorTable<>(parent, "Gate findings", columns -> columns
                .text("Severity", "An error keeps the policy from being started", "warning", 0, finding -> GateText.severity(finding.severity()),
                        GateDialog::color)
                .text("Place", "Where it is", "edge, rule 10", 0, GateDialog::place, plain)
                .text("What is wrong, and why", "", "", 4, Finding::message, plain));
        Table rows = table.viewer().getTable();
        int height = rows.getHeaderHeight() + rows.getItemHeight() * Math.min(MOST_LINES, checks.findings().size());
        GridDataFactory.fillDefaults().grab(true, false).hint(SWT.DEFAULT, height + MARGIN).applyTo(table.control());
        List<Finding> sorted = new ArrayList<>();
        for (Severity severity : List.of(Severity.ERROR, Severity.WARNING, Severity.INFO)) {
            sorted.addAll(checks.of(severity));
        }
        int left = sorted.size() - MOST_FINDINGS;
        table.show(sorted.subList(0, Math.min(sorted.size(), MOST_FINDINGS)), left <= 0 ? "" : "And " + left
                + " more: they are in the policy's tab, under Findings.");
    }

    private static ColorRole color(Finding finding) {
        return switch (finding.severity()) {
            case ERROR -> ColorRole.REFUSED;
            case WARNING -> ColorRole.LOSS;
            case INFO -> null;
        };
    }

    private static String place(Finding finding) {
        return finding.chain() == null ? "policy" : finding.rule() == 0 ? finding.chain() : finding.chain() + ", rule " + finding.rule();
    }

    private void addConnections(Composite parent) {
        Label more = heading(parent, "The connection you sit on", "and others that must live on:");
        Text kept = WidgetNames.name(new Text(more.getParent(), SWT.BORDER | SWT.SINGLE), "Keep connections");
        GridLayoutFactory.fillDefaults().numColumns(3).spacing(8, 0).extendedMargins(0, 0, 6, 0).applyTo(more.getParent());
        GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.CENTER).applyTo(more);
        kept.setMessage("their other ends, such as 192.0.2.9 or 192.0.2.9:22");
        kept.setToolTipText("Addresses with or without a port, with blanks between. Connections with these other ends must live on as well.");
        GridDataFactory.fillDefaults().grab(true, false).applyTo(kept);
        connectionText = WidgetNames.name(new Text(parent, SWT.BORDER | SWT.MULTI | SWT.READ_ONLY | SWT.V_SCROLL | SWT.WRAP), "Own connections");
        GridDataFactory.fillDefaults().grab(true, false).applyTo(connectionText);
        latest = new Latest<>("Which connections a policy would end", parent, ends -> EnforcementGate.connections(passage, ends), this::show);
        kept.addListener(SWT.Modify, event -> keep(kept.getText()));
        showConnections();
    }

    /** With as many lines as there are, but not too many. */
    private void showConnections() {
        String text = GateText.connections(connections);
        connectionText.setText(text);
        int lines = Math.clamp(text.lines().count(), 1, CONNECTION_LINES);
        GridDataFactory.createFrom((GridData) connectionText.getLayoutData()).hint(TEXT_WIDTH, lines * connectionText.getLineHeight() + MARGIN)
                .applyTo(connectionText);
        connectionText.getParent().layout(true, true);
    }

    private void keep(String words) {
        List<Kept> ends = new ArrayList<>();
        keptProblem = "";
        for (String word : words.strip().split("[\\s,;]+")) {
            if (!word.isEmpty()) {
                Kept.tryParse(word).ifPresentOrElse(ends::add, () -> keptProblem = "'" + word + "' is no ADDRESS or ADDRESS:PORT.");
            }
        }
        if (keptProblem.isEmpty()) {
            latest.take(ends);
        }
        judge();
    }

    private void show(EnforcementGate.Connections now) {
        boolean before = isLockOut();
        connections = now;
        showConnections();
        if (isLockOut() && !before) {
            confirm.setSelection(true);
            seconds.setEnabled(true);
        }
        judge();
    }

    private void addConfirmation(Composite parent) {
        Composite row = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(3).spacing(8, 0).extendedMargins(0, 0, 6, 0).applyTo(row);
        confirm = WidgetNames.name(new Button(row, SWT.CHECK), "Take back");
        confirm.setText("&Take it back unless I press Keep within");
        confirm.setToolTipText("Without Keep the enforcement ends after this time, and packets pass as before it: so a policy that cuts you off does"
                + " not stay");
        confirm.setSelection(isLockOut());
        seconds = WidgetNames.name(new Spinner(row, SWT.BORDER), "Take back seconds");
        seconds.setValues(USUAL_SECONDS, LEAST_SECONDS, MOST_SECONDS, 0, 5, 60);
        seconds.setEnabled(confirm.getSelection());
        Label unit = new Label(row, SWT.NONE);
        unit.setText("seconds");
        confirm.addListener(SWT.Selection, event -> {
            seconds.setEnabled(confirm.getSelection());
            judge();
        });
        seconds.addListener(SWT.Modify, event -> judge());
    }

    private GateReport report() {
        return new GateReport(passage.report().failMode(), passage.report().checks(), replay.changes(), connections.held(), connections.lockOuts());
    }

    private boolean isLockOut() {
        return connections.lockOuts().stream().anyMatch(org.hopwarden.enforce.gate.LockOut::certain);
    }

    /** What stands against it now, and what the buttons would do. */
    private void judge() {
        Button start = getButton(IDialogConstants.OK_ID);
        Button cancel = getButton(IDialogConstants.CANCEL_ID);
        if (start == null || cancel == null) {
            return;
        }
        List<Refusal> refusals = report().refusals();
        boolean errors = refusals.contains(Refusal.ERRORS);
        boolean waits = replay.isRunning();
        start.setEnabled(!errors && !waits);
        start.setText(refusals.isEmpty() ? "Start" : "Start Anyway");
        // Nobody starts with Enter what something stands against.
        getShell().setDefaultButton(refusals.isEmpty() ? start : cancel);
        if (errors) {
            setMessage("The checks find errors. Mend the policy first.", IMessageProvider.ERROR);
        } else if (!keptProblem.isEmpty()) {
            setMessage(keptProblem, IMessageProvider.WARNING);
        } else if (waits) {
            setMessage("Captured packets are being replayed. Stop ends that.", IMessageProvider.NONE);
        } else if (refusals.isEmpty()) {
            setMessage("Nothing stands against it. Start puts it in force, Cancel changes nothing.", IMessageProvider.NONE);
        } else {
            setMessage(against(refusals), IMessageProvider.WARNING);
        }
    }

    private String against(List<Refusal> refusals) {
        List<String> parts = new ArrayList<>();
        if (refusals.contains(Refusal.LOCK_OUT)) {
            parts.add("It would end a connection that must live on" + (confirm.getSelection() ? "; without Keep it is taken back after "
                    + seconds.getSelection() + " s." : ", and nothing would take it back."));
        }
        if (refusals.contains(Refusal.CHANGES)) {
            parts.add(GateText.count(replay.changes().orElseThrow().total(), "captured packet") + " would get another verdict.");
        }
        return String.join(" ", parts) + " Start Anyway accepts that.";
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        Button start = createButton(parent, IDialogConstants.OK_ID, "Start Anyway", true);
        start.setToolTipText("Puts the policy in force now");
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false).setToolTipText("Changes nothing");
        judge();
        Button first = getShell().getDefaultButton();
        first.getDisplay().asyncExec(() -> {
            if (!first.isDisposed()) {
                first.setFocus();
                if (table != null) {
                    // The platform has chosen its first row, when it gave the table the keyboard.
                    table.viewer().getTable().deselectAll();
                }
            }
        });
    }

    @Override
    protected void okPressed() {
        Optional<Duration> takeBackAfter = confirm.getSelection() ? Optional.of(Duration.ofSeconds(seconds.getSelection())) : Optional.empty();
        super.okPressed();
        answer.passed(passage, takeBackAfter);
    }

    /** By its button, by Escape, or because the window closes. */
    @Override
    public boolean close() {
        boolean open = getShell() != null && !getShell().isDisposed();
        boolean closed = super.close();
        if (open && closed && getReturnCode() != OK) {
            answer.cancelled();
        }
        return closed;
    }
}
