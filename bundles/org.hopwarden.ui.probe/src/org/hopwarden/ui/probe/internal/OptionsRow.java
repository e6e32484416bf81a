package org.hopwarden.ui.probe.internal;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.layout.RowData;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.hopwarden.probe.MultipathAlgorithm;
import org.hopwarden.probe.MultipathRequest;
import org.hopwarden.probe.ProbeOptions;
import org.hopwarden.probe.TraceStrategies;
import org.hopwarden.probe.TraceStrategy;

/** The fields of what few users change. */
final class OptionsRow {

    private final Composite control;
    private final List<TraceStrategy> strategies = TraceStrategies.all();
    private final Combo paths;
    private final Text confidence;
    private final Combo strategy;
    private final Text wait;
    private final Text interval;
    private final Text firstTtl;
    private final Text size;
    private final Text trafficClass;
    private final Text sourcePort;
    private final Button limits;
    private final Button dontFragment;
    private RunOptions filled = RunOptions.DEFAULT;

    OptionsRow(Composite parent, Runnable touched, Runnable start) {
        control = new Composite(parent, SWT.NONE);
        RowLayout layout = new RowLayout(SWT.HORIZONTAL);
        layout.marginLeft = layout.marginRight = 0;
        layout.spacing = 6;
        layout.center = true;
        layout.wrap = true;
        control.setLayout(layout);
        label("Paths");
        paths = new Combo(control, SWT.DROP_DOWN | SWT.READ_ONLY);
        TargetBar.name(paths, "Paths", "The path of one flow, or all paths that routers share flows out over: MDA asks each router on its "
                + "own and takes more probes than MDA-Lite");
        paths.add("One flow");
        for (MultipathAlgorithm algorithm : MultipathAlgorithm.values()) {
            paths.add("All paths: " + AllPaths.label(algorithm));
        }
        confidence = number("Sure %", "The probability that all paths are found where flows are shared out evenly, in percent: 50 to 99.99", 4);
        label("Strategy");
        strategy = new Combo(control, SWT.DROP_DOWN | SWT.READ_ONLY);
        TargetBar.name(strategy, "Strategy", "The order in which the probes are sent");
        strategies.forEach(each -> strategy.add(each.label()));
        wait = number("Wait s", "How long to wait for a reply at the most, in seconds: more than 0, up to 60", 4);
        interval = number("Interval s", "From one round of a watch to the next, in seconds: 0.1 to 3600", 4);
        firstTtl = number("First TTL", "The least distance to probe, 1 to 255", 3);
        size = number("Size", "The length of a probe in bytes with its IP header, 28 to 65535; empty for the usual one", 5);
        trafficClass = number("Class", "Traffic class: DSCP and ECN in one byte, 0 to 255", 3);
        sourcePort = number("From port", "The port to send from, 1 to 65535; empty for a free one", 5);
        limits = check("Slow at limits", "Slow down at a router that limits its ICMP, so that no reply of it is missed");
        dontFragment = check("Don't fragment", "Set the bit of IPv4 that keeps routers from fragmenting the probe");
        for (Control field : control.getChildren()) {
            if (field instanceof Text) {
                field.addListener(SWT.Modify, event -> touched.run());
                field.addListener(SWT.DefaultSelection, event -> start.run());
            } else if (!(field instanceof Label)) {
                field.addListener(SWT.Selection, event -> touched.run());
            }
        }
    }

    private void label(String text) {
        Label label = new Label(control, SWT.NONE);
        label.setText(text);
    }

    private Text number(String name, String tooltip, int digits) {
        label(name);
        Text text = new Text(control, SWT.BORDER | SWT.SINGLE | SWT.RIGHT);
        TargetBar.name(text, name, tooltip);
        GC gc = new GC(text);
        text.setLayoutData(new RowData(gc.textExtent("0".repeat(digits)).x + 4, SWT.DEFAULT));
        gc.dispose();
        text.setTextLimit(6);
        return text;
    }

    private Button check(String name, String tooltip) {
        Button button = new Button(control, SWT.CHECK);
        button.setText(name);
        TargetBar.name(button, name, tooltip);
        return button;
    }

    Composite control() {
        return control;
    }

    void fill(RunOptions options) {
        filled = options;
        paths.select(options.allPaths().map(chosen -> 1 + chosen.algorithm().ordinal()).orElse(0));
        confidence.setText(AllPaths.percent(options.allPaths().map(AllPaths::confidence).orElse(MultipathRequest.DEFAULT_CONFIDENCE)));
        for (int i = 0; i < strategies.size(); i++) {
            if (strategies.get(i).id().equals(options.strategy())) {
                strategy.select(i);
                strategy.setToolTipText(strategies.get(i).description());
            }
        }
        ProbeOptions probe = options.probe();
        wait.setText(seconds(options.maxWait()));
        interval.setText(seconds(options.interval()));
        firstTtl.setText(Integer.toString(probe.firstTtl()));
        size.setText(probe.sizeBytes() == 0 ? "" : Integer.toString(probe.sizeBytes()));
        trafficClass.setText(Integer.toString(probe.trafficClass()));
        sourcePort.setText(probe.sourcePort() == 0 ? "" : Integer.toString(probe.sourcePort()));
        limits.setSelection(options.respectsLimits());
        dontFragment.setSelection(probe.dontFragment());
    }

    private static String seconds(Duration duration) {
        return BigDecimal.valueOf(duration.toMillis(), 3).stripTrailingZeros().toPlainString();
    }

    /** What is wrong with the fields; empty where nothing is. */
    Optional<String> objection(int maxTtl) {
        List<String> wrong = new ArrayList<>();
        if (confidence.getEnabled() != isAllPaths()) {
            confidence.setEnabled(isAllPaths());
            strategy.setEnabled(!isAllPaths());
            limits.setEnabled(!isAllPaths());
        }
        if (isAllPaths() && confidence().isEmpty()) {
            wrong.add("Sure: a number of percent from 50 to 99.99.");
        }
        if (isAllPaths() && !sourcePort.getText().isBlank()) {
            wrong.add("From port: from one port there is one flow, and all paths need many. Leave it empty.");
        }
        millis(wait, 1, 60_000, "Wait: seconds, more than 0 and up to 60.", wrong);
        millis(interval, (int) RunOptions.LEAST_INTERVAL.toMillis(), 3_600_000, "Interval: seconds, from 0.1 to 3600.", wrong);
        whole(firstTtl, 1, Math.min(255, maxTtl), false, "First TTL: a number from 1 to " + Math.min(255, maxTtl) + ".", wrong);
        whole(size, 28, 65535, true, "Size: bytes, from 28 to 65535, or nothing.", wrong);
        whole(trafficClass, 0, 255, false, "Class: a number from 0 to 255.", wrong);
        whole(sourcePort, 1, 65535, true, "From port: a number from 1 to 65535, or nothing.", wrong);
        return wrong.stream().findFirst();
    }

    /** What the fields say; where one is wrong, its value from before. */
    RunOptions options() {
        List<String> ignored = new ArrayList<>();
        int index = strategy.getSelectionIndex();
        ProbeOptions before = filled.probe();
        return new RunOptions(
                Duration.ofMillis(millis(wait, 1, 60_000, "", ignored).orElse((int) filled.maxWait().toMillis())),
                index < 0 ? filled.strategy() : strategies.get(index).id(), limits.getSelection(), false,
                Duration.ofMillis(millis(interval, 100, 3_600_000, "", ignored).orElse((int) filled.interval().toMillis())),
                before.withSourcePort(whole(sourcePort, 1, 65535, true, "", ignored).orElse(0))
                        .withFirstTtl(whole(firstTtl, 1, 255, false, "", ignored).orElse(before.firstTtl()))
                        .withSizeBytes(whole(size, 28, 65535, true, "", ignored).orElse(0))
                        .withTrafficClass(whole(trafficClass, 0, 255, false, "", ignored).orElse(before.trafficClass()))
                        .withDontFragment(dontFragment.getSelection()),
                !isAllPaths() ? Optional.empty() : Optional.of(new AllPaths(MultipathAlgorithm.values()[paths.getSelectionIndex() - 1],
                        confidence().orElse(MultipathRequest.DEFAULT_CONFIDENCE))));
    }

    boolean isAllPaths() {
        return paths.getSelectionIndex() > 0;
    }

    /** From 0.5 to 0.9999. */
    private Optional<Double> confidence() {
        String text = confidence.getText().strip().replace(',', '.');
        if (!text.matches("\\d{1,2}(\\.\\d{0,2})?")) {
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(text).movePointLeft(2).doubleValue()).filter(share -> share >= 0.5);
    }

    private static Optional<Integer> whole(Text field, int least, int greatest, boolean mayBeEmpty, String wrong,
            List<String> found) {
        String text = field.getText().strip();
        if (text.matches("\\d{1,6}") && Integer.parseInt(text) >= least && Integer.parseInt(text) <= greatest) {
            return Optional.of(Integer.valueOf(text));
        }
        if (!text.isEmpty() || !mayBeEmpty) {
            found.add(wrong);
        }
        return Optional.empty();
    }

    private static Optional<Integer> millis(Text field, int least, int greatest, String wrong, List<String> found) {
        String text = field.getText().strip().replace(',', '.');
        if (text.matches("\\d{1,4}(\\.\\d{0,3})?")) {
            int value = new BigDecimal(text).movePointRight(3).intValue();
            if (value >= least && value <= greatest) {
                return Optional.of(value);
            }
        }
        found.add(wrong);
        return Optional.empty();
    }
}
