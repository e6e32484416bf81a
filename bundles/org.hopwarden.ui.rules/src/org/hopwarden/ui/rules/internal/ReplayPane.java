package org.hopwarden.ui.rules.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.hopwarden.enforce.gate.Gate;
import org.hopwarden.enforce.gate.Gate.Candidate;
import org.hopwarden.enforce.gate.VerdictChanges;
import org.hopwarden.engine.PolicyCompileException;
import org.hopwarden.engine.Verdict;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.PolicyFiles;
import org.hopwarden.ui.Background;
import org.hopwarden.ui.FileChooser;
import org.hopwarden.ui.FileChooser.Kind;
import org.hopwarden.ui.Problem;
import org.hopwarden.ui.Themes;
import org.hopwarden.ui.WidgetNames;
import org.hopwarden.visualization.ColorRole;

/** Decides captured packets by what is in force and by a new policy, in the background, and lists those that get another verdict. */
final class ReplayPane {

    private static final int MOST_ROWS = 500;
    private static final int TABLE_HEIGHT = 110;
    private static final String LAST = "what was last put in force here";
    private static final String NOTHING = "nothing: everything passes";
    private static final String FILE = "a policy file...";

    private final Composite control;
    private final EnforcementGate.Passage passage;
    private final Runnable onChange;
    private final Label files;
    private final Combo against;
    private final Button stop;
    private final Button flows;
    private final Label result;
    private final Label notes;
    private final MonitorTable<Row> table;
    private List<Path> captures = List.of();
    /** Policies that packets can be held against, behind the other choices. */
    private final List<Path> oldFiles = new ArrayList<>();
    private int chosenAgainst;
    /** Of the replay that runs; null where none does. */
    private AtomicBoolean stopping;
    private VerdictChanges changes;

    /** @param packets 1 where each packet has a row of its own */
    private record Row(long packets, VerdictChanges.Packet packet) {

        String place() {
            return packet.file() + " frame " + packet.frame();
        }

        ColorRole color() {
            return packet.after().kind() == Verdict.Kind.ALLOW ? ColorRole.TARGET : ColorRole.REFUSED;
        }
    }

    /** @param onChange is told when there is another result, or none any more */
    ReplayPane(Composite parent, EnforcementGate.Passage passage, Runnable onChange) {
        this.passage = passage;
        this.onChange = onChange;
        control = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 4).applyTo(control);
        Composite choice = new Composite(control, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(5).spacing(8, 0).applyTo(choice);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(choice);
        Button choose = WidgetNames.name(new Button(choice, SWT.PUSH), "Choose captures");
        choose.setText("&Choose Captures...");
        choose.setToolTipText("Decides the packets of these files by what is in force and by this policy, and lists those that get another verdict");
        choose.addListener(SWT.Selection, event -> choose());
        files = WidgetNames.name(new Label(choice, SWT.NONE), "Chosen captures");
        files.setText("none chosen");
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(files);
        Label held = new Label(choice, SWT.NONE);
        held.setText("Held against");
        GridDataFactory.fillDefaults().align(SWT.END, SWT.CENTER).applyTo(held);
        against = WidgetNames.name(new Combo(choice, SWT.READ_ONLY), "Replay against");
        against.setToolTipText("What decides the captured packets now");
        passage.last().ifPresent(policy -> against.add(LAST));
        against.add(NOTHING);
        against.add(FILE);
        against.select(0);
        against.addListener(SWT.Selection, event -> chooseAgainst());
        stop = WidgetNames.name(new Button(choice, SWT.PUSH), "Stop replay");
        stop.setText("S&top");
        stop.setToolTipText("Ends the replay; what was found until then stands");
        stop.setEnabled(false);
        stop.addListener(SWT.Selection, event -> cancel());
        result = WidgetNames.name(new Label(control, SWT.WRAP), "Replay result");
        GridDataFactory.fillDefaults().grab(true, false).hint(GateDialog.TEXT_WIDTH, SWT.DEFAULT).applyTo(result);
        Composite by = new Composite(control, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(12, 0).applyTo(by);
        flows = by(by, "By &flow", "Rows by flow");
        flows.setSelection(true);
        by(by, "Each &packet", "Rows by packet");
        table = new MonitorTable<>(control, "Changed packets", ReplayPane::columns);
        GridDataFactory.fillDefaults().grab(true, true).hint(SWT.DEFAULT, TABLE_HEIGHT).applyTo(table.control());
        notes = WidgetNames.name(new Label(control, SWT.WRAP), "Replay notes");
        Themes.style(notes, "hopwarden-muted");
        GridDataFactory.fillDefaults().grab(true, false).hint(GateDialog.TEXT_WIDTH, SWT.DEFAULT).exclude(true).applyTo(notes);
        notes.setVisible(false);
        control.addDisposeListener(event -> cancel());
        tell("No captured packets were replayed.", "hopwarden-muted");
    }

    private Button by(Composite parent, String text, String name) {
        Button button = WidgetNames.name(new Button(parent, SWT.RADIO), name);
        button.setText(text);
        button.addListener(SWT.Selection, event -> {
            if (button.getSelection()) {
                showRows();
            }
        });
        return button;
    }

    private static void columns(org.hopwarden.ui.TableColumns<Row> columns) {
        Function<Row, ColorRole> plain = row -> null;
        columns.compact().number("Packets", "How many packets of the flow get another verdict", "10000",
                        row -> String.format(Locale.ROOT, "%,d", row.packets()), plain)
                .text("Packet", "The packet, or the first one of its flow", "udp 192.0.2.1 5300 > 192.0.2.2 53", 2,
                        row -> VerdictTable.text(row.packet().packet().view()), plain)
                .tooltip(row -> row.packet().packet().withoutTime().words())
                .text("Before", "What is in force says", "allow (edge 10)", 0, row -> GateText.verdict(row.packet().before()), plain)
                .tooltip(row -> row.packet().before().text())
                .text("Now", "What the new policy says", "deny (edge 10)", 0, row -> GateText.verdict(row.packet().after()), Row::color)
                .text("Deciding rule", "What in the new policy decides", "permit icmp any any", 2, row -> row.packet().after().text(), plain)
                .text("Seen in", "Where the packet is", "border.pcap frame 10", 1, Row::place, plain);
    }

    Composite control() {
        return control;
    }

    boolean isRunning() {
        return stopping != null;
    }

    /** What was found; empty where nothing was replayed. */
    Optional<VerdictChanges> changes() {
        return Optional.ofNullable(changes);
    }

    private void choose() {
        List<Path> chosen = FileChooser.openSeveral(control.getShell(), "Captures to Replay", new Kind("Captures (*.pcap, *.pcapng)",
                "*.pcap;*.pcapng;*.cap"), Kind.ALL);
        if (!chosen.isEmpty()) {
            captures = chosen;
            String names = chosen.stream().map(file -> file.getFileName().toString()).collect(Collectors.joining(", "));
            files.setText(names.replace("&", "&&"));
            files.setToolTipText(chosen.stream().map(Path::toString).collect(Collectors.joining("\n")));
            replay();
        }
    }

    private void chooseAgainst() {
        if (against.getText().equals(FILE)) {
            Optional<Path> file = FileChooser.open(control.getShell(), "Policy in Force", new Kind("Policies (*." + PolicyFiles.EXTENSION + ")",
                    "*." + PolicyFiles.EXTENSION), Kind.ALL);
            if (file.isEmpty()) {
                against.select(chosenAgainst);
                return;
            }
            oldFiles.add(file.get());
            int index = against.getItemCount() - 1;
            against.add(file.get().getFileName().toString(), index);
            against.select(index);
        }
        chosenAgainst = against.getSelectionIndex();
        if (!captures.isEmpty()) {
            replay();
        }
    }

    private void cancel() {
        if (stopping != null) {
            stopping.set(true);
        }
    }

    /**
     * What the packets are held against.
     *
     * @param file is read; null where none was chosen
     */
    private static Optional<Candidate> before(EnforcementGate.Passage passage, String word, Path file) throws IOException {
        if (file == null) {
            return passage.last().filter(policy -> word.equals(LAST)).map(policy -> new Candidate(policy, null));
        }
        Policy old = PolicyFiles.load(file);
        String chain = passage.choice().chain().orElse(null);
        boolean named = old.getChains().stream().map(Chain::getName).anyMatch(name -> name != null && name.equals(chain));
        return Optional.of(new Candidate(old, named ? chain : null));
    }

    private void replay() {
        cancel();
        AtomicBoolean mine = new AtomicBoolean();
        stopping = mine;
        changes = null;
        stop.setEnabled(true);
        showRows();
        tell("Replaying\u2026", "hopwarden-muted");
        onChange.run();
        Display display = control.getDisplay();
        String word = against.getText();
        int index = against.getSelectionIndex() - (against.getItemCount() - 1 - oldFiles.size());
        Path file = index < 0 ? null : oldFiles.get(index);
        Gate gate = new Gate(passage.place(), List.of(), new GateCaptures(captures, mine::get, frames -> Background.onDisplay(display, () -> {
            if (stopping == mine && !control.isDisposed()) {
                tell("Replaying\u2026 " + String.format(Locale.ROOT, "%,d", frames) + " frames", "hopwarden-muted");
            }
        })));
        Job.create("Replay captures", monitor -> {
            try {
                VerdictChanges found = gate.replay(passage.candidate(), before(passage, word, file));
                Background.onDisplay(display, () -> ended(mine, found, ""));
            } catch (IOException | PolicyCompileException | RuntimeException e) {
                Problem problem = Problem.of(e instanceof PolicyCompileException ? new IOException(e.getMessage(), e) : e);
                Background.onDisplay(display, () -> ended(mine, null, "Nothing was replayed. " + problem.what()));
            }
        }).schedule();
    }

    private void ended(AtomicBoolean run, VerdictChanges found, String failure) {
        if (stopping != run || control.isDisposed()) {
            return;
        }
        stopping = null;
        stop.setEnabled(false);
        changes = found;
        if (found == null) {
            tell(failure, "hopwarden-error");
        } else {
            tell(GateText.changes(found, run.get()), found.total() == 0 ? "hopwarden-good" : "hopwarden-warning");
        }
        String told = found == null ? "" : GateText.notes(found);
        notes.setText(told.replace("&", "&&"));
        notes.setVisible(!told.isEmpty());
        ((GridData) notes.getLayoutData()).exclude = told.isEmpty();
        showRows();
        control.layout(true, true);
        onChange.run();
    }

    private void showRows() {
        if (changes == null) {
            table.show(List.of(), "");
            return;
        }
        List<Row> all = new ArrayList<>();
        if (flows.getSelection()) {
            changes.flows().stream().limit(MOST_ROWS).forEach(flow -> all.add(new Row(flow.packets(), flow.first())));
        } else {
            changes.details().stream().limit(MOST_ROWS).forEach(packet -> all.add(new Row(1, packet)));
        }
        long shown = all.stream().mapToLong(Row::packets).sum();
        table.show(all, shown == changes.total() ? "" : GateText.count(changes.total() - shown, "more packet")
                + (changes.total() - shown == 1 ? " gets" : " get") + " another verdict and "
                + (changes.total() - shown == 1 ? "is" : "are") + " not listed.");
    }

    private void tell(String text, String style) {
        result.setText(text.replace("&", "&&"));
        Themes.style(result, style);
    }
}
