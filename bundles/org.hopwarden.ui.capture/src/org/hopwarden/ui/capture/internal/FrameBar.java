package org.hopwarden.ui.capture.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IEditorReference;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.PartInitException;
import org.hopwarden.engine.CompiledPolicy;
import org.hopwarden.engine.Direction;
import org.hopwarden.engine.PolicyCompileException;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.Chains;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.PolicyFileException;
import org.hopwarden.rulemodel.PolicyFiles;
import org.hopwarden.ui.Background;
import org.hopwarden.ui.FileChooser;
import org.hopwarden.ui.FileChooser.Kind;
import org.hopwarden.ui.Themes;
import org.hopwarden.ui.WidgetNames;

/** Which frames are shown, and by which policy, chain and direction they are judged. */
final class FrameBar {

    private static final String NO_POLICY = "No policy";
    private static final String CHOOSE = "Choose a file...";
    private static final String SUFFIX = ".hwpolicy";
    /** The whole policy, as its chains are bound. */
    private static final String BY_BINDINGS = "By bindings";

    /** A policy as compiled by one of its chains. */
    private record Compiled(CompiledPolicy policy, List<String> chains) {
    }

    private final Composite control;
    private final Text filter;
    private final Combo policies;
    private final Combo chains;
    private final Combo directions;
    private final IWorkbenchPage page;
    private final Consumer<Judge> judged;
    private final List<Path> offered = new ArrayList<>();
    private Path chosen;
    private CompiledPolicy compiled;
    /** Tells an answer that was overtaken by another choice. */
    private int request;

    /**
     * @param filtered is told an expression; empty for all frames
     * @param judged is told by what frames are to be judged; null for by nothing
     */
    FrameBar(Composite parent, IWorkbenchPage page, Consumer<String> filtered, Consumer<Judge> judged) {
        this.page = page;
        this.judged = judged;
        control = new Composite(parent, SWT.NONE);
        Themes.style(control, "hopwarden-bar");
        GridLayoutFactory.fillDefaults().numColumns(6).extendedMargins(10, 6, 3, 3).spacing(8, 0).applyTo(control);
        label("Filter:");
        filter = WidgetNames.name(new Text(control, SWT.BORDER | SWT.SEARCH | SWT.ICON_CANCEL), "Filter");
        filter.setMessage("all frames; or as in: tcp port 443 and host 192.0.2.1");
        filter.addListener(SWT.DefaultSelection, event -> filtered.accept(filter.getText().strip()));
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).hint(120, SWT.DEFAULT).applyTo(filter);
        label("Verdicts:");
        policies = combo("Verdicts by policy", 170);
        chains = combo("Verdicts by chain", 110);
        directions = combo("Verdicts for direction", 90);
        directions.setItems(Arrays.stream(Direction.values()).map(Direction::word).toArray(String[]::new));
        directions.select(Direction.FORWARD.ordinal());
        directions.setToolTipText("Which way the packets go as seen from the host that decides");
        directions.setEnabled(false);
        chains.setEnabled(false);
        policies.addListener(SWT.Selection, event -> choosePolicy());
        chains.addListener(SWT.Selection, event -> compile(chains.getText()));
        directions.addListener(SWT.Selection, event -> tell());
        offerPolicies();
        listenToTabs();
    }

    private void label(String text) {
        Label label = new Label(control, SWT.NONE);
        label.setText(text);
        Themes.style(label, "hopwarden-muted");
    }

    private Combo combo(String name, int width) {
        Combo combo = WidgetNames.name(new Combo(control, SWT.DROP_DOWN | SWT.READ_ONLY), name);
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).hint(width, SWT.DEFAULT).applyTo(combo);
        return combo;
    }

    Control control() {
        return control;
    }

    /** Judges by a policy file, by its first chain. */
    void judgeBy(Path policy) {
        chosen = policy.toAbsolutePath().normalize();
        offerPolicies();
        compile("");
    }

    private void listenToTabs() {
        IPartListener2 listener = new IPartListener2() {
            @Override
            public void partOpened(IWorkbenchPartReference reference) {
                offerPolicies();
            }

            @Override
            public void partClosed(IWorkbenchPartReference reference) {
                offerPolicies();
            }
        };
        page.addPartListener(listener);
        control.addDisposeListener(event -> page.removePartListener(listener));
    }

    /** The policies that are open in tabs, and the one that is chosen. */
    private void offerPolicies() {
        if (policies.isDisposed()) {
            return;
        }
        List<Path> open = new ArrayList<>();
        for (IEditorReference reference : page.getEditorReferences()) {
            try {
                String path = reference.getEditorInput().getToolTipText();
                if (path.endsWith(SUFFIX)) {
                    open.add(Path.of(path));
                }
            } catch (PartInitException e) {
                // A tab that cannot be built says so itself, and offers nothing.
                continue;
            }
        }
        if (chosen != null && !open.contains(chosen)) {
            open.add(chosen);
        }
        if (!open.equals(offered) || policies.getItemCount() == 0) {
            offered.clear();
            offered.addAll(open);
            List<String> items = new ArrayList<>(List.of(NO_POLICY));
            open.forEach(path -> items.add(path.getFileName().toString()));
            items.add(CHOOSE);
            policies.setItems(items.toArray(String[]::new));
        }
        policies.select(chosen == null ? 0 : offered.indexOf(chosen) + 1);
        policies.setToolTipText(chosen == null ? "By which policy the frames are judged" : chosen.toString());
    }

    private void choosePolicy() {
        int item = policies.getSelectionIndex();
        if (item == policies.getItemCount() - 1) {
            Optional<Path> file = FileChooser.open(control.getShell(), "Verdicts of Policy", new Kind("", "*" + SUFFIX), Kind.ALL);
            if (file.isEmpty()) {
                offerPolicies();
                return;
            }
            chosen = file.get();
        } else {
            chosen = item <= 0 ? null : offered.get(item - 1);
        }
        offerPolicies();
        compile("");
    }

    /** @param chain empty for the first */
    private void compile(String chain) {
        int asked = ++request;
        Path file = chosen;
        if (file == null) {
            take(null);
            return;
        }
        Background.run("Compiling " + file.getFileName(), file + " was not used.", control.getDisplay(),
                monitor -> compile(file, chain), answer -> {
                    if (asked == request && !control.isDisposed()) {
                        take(answer);
                    }
                });
    }

    private static Compiled compile(Path file, String chain) throws PolicyFileException {
        Policy policy = PolicyFiles.load(file);
        List<String> names = policy.getChains().stream().map(Chain::getName).toList();
        try {
            if (names.contains(chain)) {
                return new Compiled(CompiledPolicy.compile(policy, chain), choices(policy, names));
            }
            boolean whole = names.isEmpty() || Chains.anyBound(policy);
            return new Compiled(whole ? CompiledPolicy.compile(policy) : CompiledPolicy.compile(policy, names.getFirst()),
                    choices(policy, names));
        } catch (PolicyCompileException e) {
            // Its message says what to change.
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** Where chains are bound, each can still be asked alone. */
    private static List<String> choices(Policy policy, List<String> names) {
        return Chains.anyBound(policy) ? Stream.concat(Stream.of(BY_BINDINGS), names.stream()).toList() : names;
    }

    private void take(Compiled answer) {
        compiled = answer == null ? null : answer.policy();
        chains.setItems(answer == null ? new String[0] : answer.chains().toArray(String[]::new));
        if (compiled != null && compiled.chain() != null) {
            chains.setText(compiled.chain());
        } else if (chains.getItemCount() > 0) {
            chains.select(0);
        }
        chains.setEnabled(chains.getItemCount() > 1);
        directions.setEnabled(compiled != null);
        tell();
    }

    private void tell() {
        judged.accept(compiled == null ? null : new Judge(compiled, Direction.values()[directions.getSelectionIndex()]));
    }
}
