package org.hopwarden.ui.rules.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.RowData;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IEditorReference;
import org.eclipse.ui.IWorkbenchPage;
import org.hopwarden.lab.ExampleTopologies;
import org.hopwarden.lab.Topology;
import org.hopwarden.packetio.NetworkInterfaces;
import org.hopwarden.packetio.PacketPortException;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.ui.Background;
import org.hopwarden.ui.Problem;
import org.hopwarden.ui.Problems;
import org.hopwarden.ui.Themes;
import org.hopwarden.ui.WidgetNames;

/** Which policy is put to work, and where. */
final class EnforcementBar {

    private static final String CHOOSE = "Choose a file...";

    private final Composite control;
    private final IWorkbenchPage page;
    private final Combo policy;
    private final Combo place;
    private final Combo topology;
    private final Combo router;
    private final Combo first;
    private final Combo second;
    private final Button start;
    private final Button stop;
    private final List<Path> files = new ArrayList<>();
    private Path chosenFile;

    /** Where a policy is put to work. */
    sealed interface Place {
    }

    /** At a router of a simulated network. */
    record Lab(Topology topology, String router) implements Place {
    }

    /** Between two interfaces of this host. */
    record Bridge(String first, String second) implements Place {
    }

    /**
     * What the user has chosen.
     *
     * @param policy a copy of an open policy that nobody changes; empty where the file is to be read
     * @param chain the name of the chain that is shown in the tab
     */
    record Choice(Path file, Optional<Policy> policy, Optional<String> chain, Place place) {
    }

    EnforcementBar(Composite parent, IWorkbenchPage page, Consumer<Choice> onStart, Runnable onStop) {
        this.page = page;
        control = new Composite(parent, SWT.NONE);
        Themes.style(control, "hopwarden-bar");
        RowLayout row = new RowLayout(SWT.HORIZONTAL);
        row.marginLeft = 10;
        row.spacing = 8;
        row.center = true;
        control.setLayout(row);
        policy = combo("Policy", "An open policy as it stands, or a file", 190);
        place = combo("Back end", "Where the policy decides packets", 190);
        place.setItems("Simulated in the lab", "Bridge of two interfaces");
        topology = combo("Network", "The simulated network", 190);
        ExampleTopologies.all().forEach(example -> topology.add(example.topology().name().split(":", 2)[0]));
        router = combo("Router", "The router that forwards by the policy", 130);
        first = combo("Interface", "One side of the bridge", 110);
        second = combo("and", "The other side of the bridge", 110);
        start = button("Start");
        stop = button("Stop");
        place.addListener(SWT.Selection, event -> update());
        topology.addListener(SWT.Selection, event -> fillRouters());
        policy.addListener(SWT.FocusIn, event -> fillPolicies());
        policy.addListener(SWT.Selection, event -> chooseFile());
        start.addListener(SWT.Selection, event -> choice().ifPresent(onStart));
        stop.addListener(SWT.Selection, event -> onStop.run());
        place.select(0);
        topology.select(0);
        fillRouters();
        fillPolicies();
        setRunning(false);
        update();
        fillInterfaces();
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
        Button button = WidgetNames.name(new Button(control, SWT.PUSH), text + " enforcement");
        button.setText(text);
        return button;
    }

    Composite control() {
        return control;
    }

    void setFocus() {
        fillPolicies();
        start.setFocus();
    }

    void setRunning(boolean running) {
        for (Combo combo : new Combo[] { policy, place, topology, router, first, second }) {
            combo.setEnabled(!running);
        }
        enable(start, !running);
        enable(stop, running);
    }

    private static void enable(Button button, boolean enabled) {
        button.setEnabled(enabled);
        Themes.style(button, enabled ? "hopwarden-button" : "hopwarden-disabled");
    }

    private void update() {
        boolean lab = place.getSelectionIndex() == 0;
        for (Combo combo : new Combo[] { topology, router, first, second }) {
            boolean visible = (combo == topology || combo == router) == lab;
            ((RowData) combo.getParent().getLayoutData()).exclude = !visible;
            combo.getParent().setVisible(visible);
        }
        control.getParent().layout(true, true);
    }

    private Topology topology() {
        return ExampleTopologies.all().get(topology.getSelectionIndex()).topology();
    }

    /** The routers, and of these the one next to where traces start. */
    private void fillRouters() {
        Topology network = topology();
        router.removeAll();
        network.nodes().stream().filter(Topology.Node::isRouter).map(Topology.Node::name).forEach(router::add);
        network.links().stream().filter(link -> link.end(network.viewpoint()).isPresent())
                .flatMap(link -> link.ends().stream()).map(end -> router.indexOf(end.node())).filter(index -> index >= 0)
                .findFirst().ifPresentOrElse(router::select, () -> router.select(0));
    }

    /** Open policies, the one in front chosen where none was, and a file that was chosen. */
    private void fillPolicies() {
        int selected = policy.getSelectionIndex();
        Path before = selected >= 0 && selected < files.size() ? files.get(selected) : null;
        List<Path> now = new ArrayList<>();
        for (IEditorReference reference : page.getEditorReferences()) {
            if (reference.getEditor(false) instanceof PolicyEditor editor) {
                now.add(editor.file());
            }
        }
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
    }

    private void chooseFile() {
        if (policy.getSelectionIndex() < files.size()) {
            return;
        }
        FileDialog dialog = new FileDialog(control.getShell(), SWT.OPEN);
        dialog.setText("Policy to Enforce");
        dialog.setFilterExtensions(new String[] { "*.hwpolicy", "*" });
        String file = dialog.open();
        policy.deselectAll();
        if (file != null) {
            chosenFile = Path.of(file);
            fillPolicies();
            policy.select(files.indexOf(chosenFile));
        } else {
            fillPolicies();
        }
    }

    /** The interfaces of this host, read in the background. */
    private void fillInterfaces() {
        Job.createSystem("List interfaces", monitor -> {
            try {
                List<String> names = NetworkInterfaces.list().stream().filter(each -> !each.loopback())
                        .map(NetworkInterfaces.Interface::name).toList();
                Background.onDisplay(control.getDisplay(), () -> {
                    if (!control.isDisposed()) {
                        names.forEach(first::add);
                        names.forEach(second::add);
                        first.select(0);
                        second.select(Math.min(1, names.size() - 1));
                    }
                });
            } catch (PacketPortException e) {
                Problems.log(Problem.of(e));
            }
        }).schedule();
    }

    private Optional<Choice> choice() {
        fillPolicies();
        int index = policy.getSelectionIndex();
        if (index < 0 || index >= files.size()) {
            Problems.show(new Problem("There is no policy to enforce.", "Open one, or choose a file.", null));
            return Optional.empty();
        }
        Path file = files.get(index);
        Place where = place.getSelectionIndex() == 0 ? new Lab(topology(), router.getText())
                : new Bridge(first.getText(), second.getText());
        Optional<PolicyEditor> editor = editorOf(file);
        return Optional.of(new Choice(file, editor.flatMap(PolicyEditor::document).map(each -> each.snapshot().policy()),
                editor.flatMap(PolicyEditor::chain), where));
    }

    private Optional<PolicyEditor> editorOf(Path file) {
        for (IEditorReference reference : page.getEditorReferences()) {
            IEditorPart part = reference.getEditor(false);
            if (part instanceof PolicyEditor editor && editor.file().equals(file)) {
                return Optional.of(editor);
            }
        }
        return Optional.empty();
    }
}
