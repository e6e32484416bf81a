package org.hopwarden.ui.rules.internal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.RowData;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IWorkbenchPage;
import org.hopwarden.enforce.EnforcementBackEnd;
import org.hopwarden.enforce.EnforcementBackEnd.Obstacle;
import org.hopwarden.enforce.EnforcementBackEnds;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.ui.FileChooser;
import org.hopwarden.ui.FileChooser.Kind;
import org.hopwarden.ui.Problem;
import org.hopwarden.ui.Problems;
import org.hopwarden.ui.Themes;
import org.hopwarden.ui.WidgetNames;

/** Which policy is put to work, and where. */
final class EnforcementBar {

    private static final String CHOOSE = "Choose a file...";
    private static final String PREFERRED = "simulated";

    private final Composite control;
    private final IWorkbenchPage page;
    private final Listener listener;
    private final Combo policy;
    private final Combo chain;
    private final Combo place;
    private final Button start;
    private final Button gate;
    private final Button stop;
    private final Button keep;
    private final Button questions;
    private final List<Path> files = new ArrayList<>();
    private final List<EnforcementBackEnd> backEnds = EnforcementBackEnds.all();
    private OptionFields options;
    private Path chosenFile;
    private Path chainsOf;
    private boolean running;
    /** Whether all is there that is to be laid out. */
    private boolean complete;

    /**
     * What the user has chosen.
     *
     * @param policy a copy of an open policy that nobody changes; empty where the file is to be read
     * @param chain the name of the chain that decides; empty where the policy has at most one
     * @param values of the back end's options
     */
    record Choice(Path file, Optional<Policy> policy, Optional<String> chain, EnforcementBackEnd backEnd,
            Map<String, String> values) {
    }

    /** Is told what the user wants. */
    interface Listener {

        void start(Choice choice);

        /** The policy is to be seen at the gate before it is started, whatever stands against it. */
        void showGate(Choice choice);

        void stop();

        /** What was started is not to be taken back. */
        void keep();

        /** What keeps the chosen back end from working, or that nothing is known to. */
        void obstacle(Optional<Obstacle> obstacle);

        /** To the questions that wait for an answer. */
        void showQuestions();
    }

    EnforcementBar(Composite parent, IWorkbenchPage page, Listener listener) {
        this.page = page;
        this.listener = listener;
        control = new Composite(parent, SWT.NONE);
        Themes.style(control, "hopwarden-bar");
        RowLayout row = new RowLayout(SWT.HORIZONTAL);
        row.marginLeft = 10;
        row.spacing = 6;
        row.center = true;
        control.setLayout(row);
        policy = combo("Policy", "An open policy as it stands, or a file", 140);
        chain = combo("Chain", "The chain that decides", 80);
        place = combo("Back end", "Where the policy decides packets", 195);
        start = button("Start");
        gate = button("Gate...");
        gate.setToolTipText("Shows checks, captured packets that would get another verdict, and connections that would end, before it is started");
        stop = button("Stop");
        keep = passing("Keep", "Lets the policy stay in force; without it, it is taken back when this time is over");
        questions = passing("Questions", "Goes to the questions that wait for an answer");
        keep.addListener(SWT.Selection, event -> listener.keep());
        questions.addListener(SWT.Selection, event -> listener.showQuestions());
        showQuestions(0);
        showKeep(Optional.empty());
        place.addListener(SWT.Selection, event -> chooseBackEnd());
        policy.addListener(SWT.FocusIn, event -> fillPolicies());
        policy.addListener(SWT.Selection, event -> chooseFile());
        chain.addListener(SWT.FocusIn, event -> fillChains());
        start.addListener(SWT.Selection, event -> choice().ifPresent(listener::start));
        gate.addListener(SWT.Selection, event -> choice().ifPresent(listener::showGate));
        stop.addListener(SWT.Selection, event -> listener.stop());
        fillPolicies();
        setRunning(false);
        backEnds.forEach(each -> place.add(each.label()));
        place.select(Math.max(0, backEnds.stream().map(EnforcementBackEnd::id).toList().indexOf(PREFERRED)));
        chooseBackEnd();
        complete = true;
    }

    private void chooseBackEnd() {
        if (options != null) {
            options.dispose();
        }
        EnforcementBackEnd chosen = backEnds.get(place.getSelectionIndex());
        place.setToolTipText(chosen.description());
        options = new OptionFields(control, chosen, () -> {
            layout();
            listener.obstacle(running ? Optional.empty() : options.obstacle());
        });
        for (Button each : List.of(start, gate, stop, keep, questions)) {
            each.moveBelow(null);
        }
        setRunning(running);
        layout();
    }

    private void layout() {
        if (complete && !control.isDisposed()) {
            control.getParent().layout(true, true);
        }
    }

    private Combo combo(String label, String tooltip, int width) {
        Composite pair = new Composite(control, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(5, 0).applyTo(pair);
        pair.setLayoutData(new RowData());
        Label name = new Label(pair, SWT.NONE);
        name.setText(label);
        GridDataFactory.fillDefaults().align(SWT.LEFT, SWT.CENTER).applyTo(name);
        Combo combo = WidgetNames.name(new Combo(pair, SWT.READ_ONLY), "Enforce " + label);
        combo.setToolTipText(tooltip);
        GridDataFactory.fillDefaults().hint(width, SWT.DEFAULT).applyTo(combo);
        return combo;
    }

    private Button button(String text) {
        Button button = WidgetNames.name(new Button(control, SWT.PUSH), text.replace(".", "") + " enforcement");
        button.setText(text);
        return button;
    }

    /** One that is there only at times. */
    private Button passing(String name, String tooltip) {
        Button button = WidgetNames.name(new Button(control, SWT.PUSH), name);
        button.setToolTipText(tooltip);
        Themes.style(button, "hopwarden-button");
        button.setLayoutData(new RowData());
        return button;
    }

    Composite control() {
        return control;
    }

    void setFocus() {
        fillPolicies();
        if (options != null && !running) {
            options.refresh();
        }
        start.setFocus();
    }

    void setRunning(boolean nowRunning) {
        running = nowRunning;
        for (Combo combo : new Combo[] { policy, chain, place }) {
            combo.setEnabled(!running);
        }
        if (options != null) {
            options.setEnabled(!running);
        }
        enable(start, !running);
        enable(gate, !running);
        enable(stop, running);
    }

    /** @param count how many questions wait for an answer */
    void showQuestions(int count) {
        questions.setText(count == 1 ? "1 question" : count + " questions");
        show(questions, count > 0);
    }

    /** @param left how long what runs can still be kept; empty where it stays */
    void showKeep(Optional<Duration> left) {
        String text = left.map(time -> "Keep (" + (time.toMillis() + 999) / 1000 + " s)").orElse("");
        if (!text.equals(keep.getText())) {
            keep.setText(text);
        }
        if (left.isPresent() != keep.getVisible()) {
            show(keep, left.isPresent());
        }
    }

    private void show(Button button, boolean shown) {
        ((RowData) button.getLayoutData()).exclude = !shown;
        button.setVisible(shown);
        layout();
    }

    private static void enable(Button button, boolean enabled) {
        button.setEnabled(enabled);
        Themes.style(button, enabled ? "hopwarden-button" : "hopwarden-disabled");
    }

    /** Open policies, the one in front chosen where none was, and a file that was chosen. */
    private void fillPolicies() {
        Path before = file().orElse(null);
        List<Path> now = new ArrayList<>();
        PolicyEditor.all(page).forEach(editor -> now.add(editor.file()));
        if (chosenFile != null && !now.contains(chosenFile)) {
            now.add(chosenFile);
        }
        if (!now.equals(files) || policy.getItemCount() == 0) {
            files.clear();
            files.addAll(now);
            policy.removeAll();
            files.forEach(file -> policy.add(file.getFileName().toString()));
            policy.add(CHOOSE);
        }
        Path front = page.getActiveEditor() instanceof PolicyEditor editor ? editor.file() : null;
        int index = files.indexOf(before != null ? before : front);
        if (index < 0 && !files.isEmpty()) {
            index = 0;
        }
        if (index >= 0) {
            policy.select(index);
        }
        fillChains();
    }

    private Optional<Path> file() {
        int selected = policy.getSelectionIndex();
        return selected >= 0 && selected < files.size() ? Optional.of(files.get(selected)) : Optional.empty();
    }

    private Optional<PolicyEditor> editor() {
        return file().flatMap(file -> PolicyEditor.of(page, file));
    }

    /** The chains of an open policy, if there is a choice; the one that its tab shows is proposed. */
    private void fillChains() {
        List<String> names = editor().flatMap(PolicyEditor::document).map(document -> document.policy().getChains().stream()
                .map(Chain::getName).map(String::valueOf).toList()).orElse(List.of());
        Path now = file().orElse(null);
        String before = now != null && now.equals(chainsOf) ? chain.getText() : "";
        if (!names.equals(List.of(chain.getItems()))) {
            chain.setItems(names.toArray(String[]::new));
        }
        chainsOf = now;
        String proposed = names.contains(before) ? before : editor().flatMap(PolicyEditor::chain).orElse("");
        chain.select(Math.max(0, names.indexOf(proposed)));
        RowData data = (RowData) chain.getParent().getLayoutData();
        boolean shown = names.size() > 1;
        if (data.exclude == shown) {
            data.exclude = !shown;
            chain.getParent().setVisible(shown);
            layout();
        }
    }

    private void chooseFile() {
        if (policy.getSelectionIndex() < files.size()) {
            fillChains();
            return;
        }
        Optional<Path> file = FileChooser.open(control.getShell(), "Policy to Enforce", new Kind("", "*.hwpolicy"), Kind.ALL);
        policy.deselectAll();
        if (file.isPresent()) {
            chosenFile = file.get();
            fillPolicies();
            policy.select(files.indexOf(chosenFile));
        }
        fillPolicies();
    }

    private Optional<Choice> choice() {
        fillPolicies();
        if (file().isEmpty()) {
            Problems.show(new Problem("There is no policy to enforce.", "Open one, or choose a file.", null));
            return Optional.empty();
        }
        Optional<String> chosenChain = Optional.of(chain.getText()).filter(name -> chain.getItemCount() > 0);
        return Optional.of(new Choice(file().get(), editor().flatMap(PolicyEditor::document).map(each -> each.snapshot().policy()),
                chosenChain, options.backEnd(), options.values()));
    }
}
