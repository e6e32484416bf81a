package org.hopwarden.ui.probe.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Text;
import org.hopwarden.packetio.TcpConnection;
import org.hopwarden.probe.ProbeMethod;
import org.hopwarden.probe.TraceRequest;
import org.hopwarden.ui.Background;
import org.hopwarden.ui.Themes;
import org.hopwarden.ui.probe.TraceTabs;

/**
 * The fields that say what to trace, where and how; a line below says what is wrong with them, or what the method does. Several
 * targets, with blanks or commas between them, are as many traces.
 */
final class TargetBar {

    private static final String EVERY_METHOD = "Every method";
    private static final String IN_CONNECTION = "in-connection";
    private static final String ALL_PATHS = "All paths that routers share flows out over. Most share out UDP and TCP by their ports, few echo "
            + "requests.";
    private static final String PICK = "Pick a connection\u2026";
    private static final String OPEN_TOPOLOGY = "Open topology\u2026";
    private static final int MOST_TARGETS = 100;
    private static final int COLUMNS = 9;

    private final Networks networks;
    private final List<ProbeMethod> methods;
    private final Composite control;
    private final Combo target;
    private final Combo network;
    private final Combo method;
    private final Text port;
    private final Text maxTtl;
    private final Text queries;
    private final Button start;
    private final Button watch;
    private final Button stop;
    private final Label message;
    private final Link more;
    private final OptionsRow options;
    private List<Network> listed = List.of();
    private BiConsumer<List<TraceSpec>, Boolean> startListener = (specs, watched) -> {
    };
    private Runnable topologyListener = () -> {
    };
    private Runnable stopListener = () -> {
    };
    private int lastNetwork;
    private boolean untouched = true;
    private boolean filling;

    TargetBar(Composite parent, Networks networks, List<ProbeMethod> methods) {
        this.networks = networks;
        this.methods = methods;
        control = new Composite(parent, SWT.NONE);
        Themes.style(control, "hopwarden-bar");
        GridLayoutFactory.fillDefaults().numColumns(COLUMNS).extendedMargins(10, 10, 6, 4).spacing(8, 2).applyTo(control);
        for (String text : new String[] { "&Target", "Network", "Method", "Port", "Max TTL", "Queries" }) {
            Label label = new Label(control, SWT.NONE);
            label.setText(text);
        }
        GridDataFactory.fillDefaults().span(3, 1).applyTo(new Label(control, SWT.NONE));
        target = new Combo(control, SWT.DROP_DOWN);
        name(target, "Target", "A name or an address, or several; Enter starts");
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).hint(220, SWT.DEFAULT).applyTo(target);
        network = choice("Network", "Where the probes go: a simulated network in this process, or the real one", 170);
        method = choice("Method", "How the probes are built", 150);
        port = number("Port", "The destination port; empty for the method's own", 5);
        maxTtl = number("Max TTL", "The greatest distance to probe, 1 to 255", 4);
        queries = number("Queries", "Probes for each distance, 1 to 100", 4);
        start = button("&Start", "Start the trace (Enter)");
        watch = button("&Watch", "Go on tracing until you stop it: losses, route changes and times over time");
        stop = button("Sto&p", "End the running trace; what it has learned stays");
        enable(stop, false);
        message = new Label(control, SWT.NONE);
        message.setData(TraceTabs.WIDGET, "Message");
        GridDataFactory.fillDefaults().span(COLUMNS - 4, 1).align(SWT.FILL, SWT.CENTER).grab(true, false).indent(0, 2)
                .applyTo(message);
        more = new Link(control, SWT.NONE);
        more.setData(TraceTabs.WIDGET, "More options");
        GridDataFactory.fillDefaults().span(4, 1).align(SWT.END, SWT.CENTER).applyTo(more);
        options = new OptionsRow(control, this::touched, () -> start(false));
        GridDataFactory.fillDefaults().span(COLUMNS, 1).grab(true, false).applyTo(options.control());
        showOptions(false);
        fillNetworks();
        methods.forEach(each -> method.add(each.label()));
        method.add(EVERY_METHOD);
        method.setVisibleItemCount(methods.size() + 1);
        listen();
    }

    private Combo choice(String name, String tooltip, int width) {
        Combo combo = new Combo(control, SWT.DROP_DOWN | SWT.READ_ONLY);
        name(combo, name, tooltip);
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).hint(width, SWT.DEFAULT).applyTo(combo);
        return combo;
    }

    private Text number(String name, String tooltip, int digits) {
        Text text = new Text(control, SWT.BORDER | SWT.SINGLE | SWT.RIGHT);
        name(text, name, tooltip);
        GC gc = new GC(text);
        int width = gc.textExtent("0".repeat(digits)).x;
        gc.dispose();
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).hint(width + 6, SWT.DEFAULT).applyTo(text);
        text.setTextLimit(5);
        return text;
    }

    private Button button(String text, String tooltip) {
        Button button = new Button(control, SWT.PUSH);
        button.setText(text);
        button.setToolTipText(tooltip);
        button.setData(TraceTabs.WIDGET, text.replace("&", ""));
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).hint(70, SWT.DEFAULT).applyTo(button);
        return button;
    }

    /** For assistive tools and tests. */
    static void name(Control control, String name, String tooltip) {
        control.setToolTipText(tooltip);
        control.setData(TraceTabs.WIDGET, name);
        control.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = name;
            }
        });
    }

    private void listen() {
        Runnable networksChanged = () -> Background.onDisplay(control.getDisplay(), this::networksChanged);
        networks.onChange(networksChanged);
        control.addDisposeListener(event -> networks.removeListener(networksChanged));
        network.addListener(SWT.Selection, event -> networkChosen());
        more.addListener(SWT.Selection, event -> linkChosen(event.text));
        target.addListener(SWT.Selection, event -> takeSuggestion());
        method.addListener(SWT.Selection, event -> touched());
        for (Control field : new Control[] { target, port, maxTtl, queries }) {
            field.addListener(SWT.Modify, event -> touched());
            field.addListener(SWT.DefaultSelection, event -> start(false));
        }
        start.addListener(SWT.Selection, event -> start(false));
        watch.addListener(SWT.Selection, event -> start(true));
        stop.addListener(SWT.Selection, event -> stopListener.run());
    }

    private void showOptions(boolean shown) {
        options.control().setVisible(shown);
        ((GridData) options.control().getLayoutData()).exclude = !shown;
        writeLinks();
        control.getParent().layout(true, true);
    }

    private void writeLinks() {
        String pick = chosenMethod().filter(chosen -> chosen.id().equals(IN_CONNECTION)).isPresent() ? "<a>" + PICK + "</a>   " : "";
        String text = pick + (options.control().getVisible() ? "<a>Fewer options</a>" : "<a>More options</a>");
        if (!text.equals(more.getText())) {
            more.setText(text);
            more.getParent().layout();
        }
    }

    private void linkChosen(String word) {
        if (PICK.equals(word)) {
            ConnectionDialog.ask(control.getShell(), this::take);
        } else {
            showOptions(!options.control().getVisible());
        }
    }

    /** Puts a connection of this host into the fields. */
    void take(TcpConnection connection) {
        choose(HostNetwork.ID);
        target.setText(connection.remote().toString());
        port.setText(Integer.toString(connection.remotePort()));
        RunOptions chosen = options.options();
        options.fill(chosen.withProbe(chosen.probe().withSourcePort(connection.localPort())));
        touched();
    }

    private boolean isEveryMethod() {
        return method.getSelectionIndex() == methods.size();
    }

    private void fillNetworks() {
        listed = networks.all();
        List<String> items = new ArrayList<>(listed.stream().map(Network::label).toList());
        items.add(OPEN_TOPOLOGY);
        network.setItems(items.toArray(String[]::new));
        network.setVisibleItemCount(items.size());
    }

    private void networksChanged() {
        if (control.isDisposed()) {
            return;
        }
        Optional<Network> chosen = chosenNetwork();
        fillNetworks();
        chosen.ifPresent(before -> choose(before.id()));
        touched();
    }

    /** Chooses a network, if it is there. */
    void choose(String networkId) {
        for (int i = 0; i < listed.size(); i++) {
            if (listed.get(i).id().equals(networkId)) {
                network.select(i);
                lastNetwork = i;
                network.setToolTipText(listed.get(i).description());
            }
        }
    }

    private void networkChosen() {
        if (network.getSelectionIndex() == listed.size()) {
            network.select(lastNetwork);
            topologyListener.run();
            return;
        }
        lastNetwork = network.getSelectionIndex();
        network.setToolTipText(listed.get(lastNetwork).description());
        fillTargets();
        touched();
    }

    /** Calls back when the user wants to open a topology file. */
    void onOpenTopology(Runnable listener) {
        topologyListener = listener;
    }

    Composite control() {
        return control;
    }

    void setFocus() {
        target.setFocus();
    }

    /** GTK marks the whole text when the field gets the focus, and leaves it marked when it loses it. */
    void unmark() {
        target.clearSelection();
    }

    /** Calls back with the traces to start, at least one, and whether they go on until they are stopped. */
    void onStart(BiConsumer<List<TraceSpec>, Boolean> listener) {
        startListener = listener;
    }

    void onStop(Runnable listener) {
        stopListener = listener;
    }

    void setRunning(boolean running) {
        enable(stop, running);
    }

    /** The style sheets know a disabled button only by its class. */
    private static void enable(Button button, boolean enabled) {
        button.setEnabled(enabled);
        Themes.style(button, enabled ? "hopwarden-button" : "hopwarden-disabled");
    }

    /** Puts a trace into the fields. */
    void fill(TraceSpec spec) {
        filling = true;
        try {
            choose(spec.network());
            fillTargets();
            target.setText(spec.target());
            if (spec.isEveryMethod()) {
                method.select(methods.size());
            }
            for (int i = 0; i < methods.size(); i++) {
                if (methods.get(i).id().equals(spec.method())) {
                    method.select(i);
                }
            }
            port.setText(spec.port() == 0 ? "" : Integer.toString(spec.port()));
            maxTtl.setText(Integer.toString(spec.maxTtl()));
            queries.setText(Integer.toString(spec.queries()));
            options.fill(spec.options());
            untouched = spec.target().isEmpty();
        } finally {
            filling = false;
        }
        validate();
    }

    private void fillTargets() {
        chosenNetwork().ifPresent(chosen -> {
            String text = target.getText();
            Set<String> items = new LinkedHashSet<>(TargetHistory.of(chosen.id()));
            chosen.suggestions().forEach(suggestion -> items.add(suggestion.spec().target()));
            target.setItems(items.toArray(String[]::new));
            target.setText(text);
        });
    }

    /** A target of the lab is worth a certain method. */
    private void takeSuggestion() {
        String text = target.getText();
        chosenNetwork().stream().flatMap(chosen -> chosen.suggestions().stream()).map(Network.Suggestion::spec)
                .filter(spec -> spec.target().equals(text)).findFirst().ifPresent(this::fill);
    }

    private Optional<Network> chosenNetwork() {
        int index = network.getSelectionIndex();
        return index < 0 || index >= listed.size() ? Optional.empty() : Optional.of(listed.get(index));
    }

    private Optional<ProbeMethod> chosenMethod() {
        int index = method.getSelectionIndex();
        return index < 0 || index >= methods.size() ? Optional.empty() : Optional.of(methods.get(index));
    }

    private void touched() {
        if (!filling) {
            untouched = false;
            validate();
        }
    }

    /** Says what is wrong or what the method does; whether all is right. */
    private boolean validate() {
        boolean ports = isEveryMethod() || chosenMethod().map(ProbeMethod::hasPorts).orElse(false);
        if (port.getEnabled() != ports) {
            port.setEnabled(ports);
        }
        if (queries.getEnabled() == options.isAllPaths()) {
            queries.setEnabled(!options.isAllPaths());
        }
        port.setMessage(chosenMethod().filter(chosen -> chosen.defaultPort() > 0).map(chosen -> "" + chosen.defaultPort()).orElse(""));
        writeLinks();
        Optional<String> objection = objection();
        boolean empty = target.getText().isBlank() && untouched;
        String text = objection.filter(wrong -> !empty)
                .orElseGet(() -> options.isAllPaths() ? ALL_PATHS : isEveryMethod() ? "All methods at once, taking turns; the overview compares them."
                        : chosenMethod().map(ProbeMethod::description).orElse(""));
        message.setToolTipText(text);
        message.setText(text.replace("&", "&&"));
        Themes.style(message, objection.isPresent() && !empty ? "hopwarden-error" : "hopwarden-muted");
        enable(start, objection.isEmpty());
        enable(watch, objection.isEmpty() && !isEveryMethod() && !options.isAllPaths());
        return objection.isEmpty();
    }

    private Optional<String> objection() {
        List<String> targets = targets();
        Optional<Network> where = chosenNetwork();
        if (where.isEmpty()) {
            return Optional.of("Network: choose where to trace.");
        }
        if (targets.isEmpty()) {
            return Optional.of("Target: type a name or an address.");
        }
        if (targets.size() > MOST_TARGETS) {
            return Optional.of("Target: " + targets.size() + " at once are too many; up to " + MOST_TARGETS + " are fine.");
        }
        if (chosenMethod().isEmpty() && !isEveryMethod()) {
            return Optional.of("Method: choose how to probe.");
        }
        if (options.isAllPaths() && isEveryMethod()) {
            return Optional.of("Paths: all paths are traced by one method; choose it.");
        }
        return targets.stream().flatMap(text -> where.get().objection(text).stream()).findFirst()
                .or(() -> port.getEnabled() && !port.getText().isBlank() ? range("Port", port, 1, 65535) : Optional.empty())
                .or(() -> range("Max TTL", maxTtl, 1, 255))
                .or(() -> queries.getEnabled() ? range("Queries", queries, 1, 100) : Optional.empty())
                .or(() -> options.objection(number(maxTtl).orElse(TraceRequest.DEFAULT_MAX_TTL)));
    }

    private List<String> targets() {
        return Arrays.stream(target.getText().strip().split("[\\s,;]+")).filter(text -> !text.isEmpty()).distinct().toList();
    }

    private static Optional<String> range(String name, Text field, int least, int greatest) {
        Optional<Integer> value = number(field);
        return value.filter(number -> number >= least && number <= greatest).isPresent() ? Optional.empty()
                : Optional.of(name + ": a number from " + least + " to " + greatest + ".");
    }

    private static Optional<Integer> number(Text field) {
        String text = field.getText().strip();
        return text.matches("\\d{1,9}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    private void start(boolean watched) {
        untouched = false;
        if (!validate()) {
            return;
        }
        TraceSpec spec = new TraceSpec(chosenNetwork().orElseThrow().id(), "", isEveryMethod() ? TraceSpec.EVERY_METHOD : chosenMethod().orElseThrow().id(),
                port.getEnabled() ? number(port).orElse(0) : 0, number(maxTtl).orElse(TraceRequest.DEFAULT_MAX_TTL),
                number(queries).orElse(TraceRequest.DEFAULT_QUERIES), options.options());
        startListener.accept(targets().stream().map(spec::withTarget).toList(), watched);
    }
}
