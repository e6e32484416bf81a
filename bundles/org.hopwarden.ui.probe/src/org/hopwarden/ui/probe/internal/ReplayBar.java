package org.hopwarden.ui.probe.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.LongConsumer;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Scale;
import org.hopwarden.ui.Themes;
import org.hopwarden.ui.probe.TraceTabs;

/** Pauses a watch, and turns back to any moment of it. */
final class ReplayBar {

    static final long LATEST = -1;

    private static final int STEPS = 1000;
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());

    private final Composite control;
    private final Button pause;
    private final Scale slider;
    private final Label time;
    private final Button latest;
    private final LongConsumer turnTo;
    private long elapsedNanos;
    private long momentNanos = LATEST;

    /**
     * @param pause runs when the user pauses or goes on
     * @param turnTo told the moment that the user turns to, in nanoseconds since the start, or {@link #LATEST}
     */
    ReplayBar(Composite parent, Runnable pause, LongConsumer turnTo) {
        this.turnTo = turnTo;
        control = new Composite(parent, SWT.NONE);
        Themes.style(control, "hopwarden-bar");
        GridLayoutFactory.fillDefaults().numColumns(4).extendedMargins(10, 10, 2, 2).spacing(10, 0).applyTo(control);
        this.pause = button("&Pause", "Pause", "Rest, and go on later with the next round");
        this.pause.addListener(SWT.Selection, event -> pause.run());
        slider = new Scale(control, SWT.HORIZONTAL);
        slider.setMaximum(STEPS);
        slider.setIncrement(STEPS / 200);
        slider.setPageIncrement(STEPS / 20);
        slider.setSelection(STEPS);
        TargetBar.name(slider, "Moment", "Turn back to a moment: table, graph and charts show how it stood then");
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(slider);
        slider.addListener(SWT.Selection, event -> slid());
        time = new Label(control, SWT.RIGHT);
        time.setData(TraceTabs.WIDGET, "Time");
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).hint(250, SWT.DEFAULT).applyTo(time);
        latest = button("&Latest", "Latest", "Show how it stands now");
        latest.addListener(SWT.Selection, event -> {
            slider.setSelection(STEPS);
            slid();
        });
    }

    private Button button(String text, String name, String tooltip) {
        Button button = new Button(control, SWT.PUSH);
        button.setText(text);
        button.setToolTipText(tooltip);
        button.setData(TraceTabs.WIDGET, name);
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).hint(80, SWT.DEFAULT).applyTo(button);
        return button;
    }

    private void slid() {
        int at = slider.getSelection();
        momentNanos = at >= STEPS ? LATEST : elapsedNanos / STEPS * at;
        turnTo.accept(momentNanos);
    }

    /** The moment that is shown, {@link #LATEST} for the newest. */
    long momentNanos() {
        return momentNanos;
    }

    /**
     * @param start null before the first probe
     */
    void show(boolean running, boolean paused, boolean recorded, Instant start, long newElapsedNanos) {
        elapsedNanos = newElapsedNanos;
        enable(pause, running);
        String word = paused ? "&Resume" : "&Pause";
        if (!pause.getText().equals(word)) {
            pause.setText(word);
        }
        boolean back = momentNanos != LATEST;
        if (back) {
            // The moment stays where it is while time goes on behind it.
            slider.setSelection((int) Math.min(STEPS - 1, momentNanos * STEPS / Math.max(1, elapsedNanos)));
        }
        if (slider.getEnabled() != (recorded && elapsedNanos > 0)) {
            slider.setEnabled(recorded && elapsedNanos > 0);
        }
        enable(latest, back);
        String text = start == null ? "" : back ? "then: " + clock(start, momentNanos) + " \u00b7 "
                + span(momentNanos).split(" ")[0] + " of " + span(elapsedNanos) : (running ? paused ? "paused: " : "now: " : "end: ") + clock(start, elapsedNanos) + " \u00b7 "
                + span(elapsedNanos);
        if (!text.equals(time.getText())) {
            time.setText(text);
        }
        Themes.style(time, back ? "hopwarden-warning" : "hopwarden-muted");
    }

    private static void enable(Button button, boolean enabled) {
        if (button.getEnabled() != enabled) {
            button.setEnabled(enabled);
        }
        Themes.style(button, enabled ? "hopwarden-button" : "hopwarden-disabled");
    }

    private static String clock(Instant start, long nanos) {
        return CLOCK.format(start.plusNanos(nanos));
    }

    static String span(long nanos) {
        Duration span = Duration.ofNanos(nanos);
        return span.toHours() > 0
                ? String.format(Locale.ROOT, "%d:%02d:%02d h", span.toHours(), span.toMinutesPart(), span.toSecondsPart())
                : String.format(Locale.ROOT, "%d:%02d min", span.toMinutes(), span.toSecondsPart());
    }

    Composite control() {
        return control;
    }
}
