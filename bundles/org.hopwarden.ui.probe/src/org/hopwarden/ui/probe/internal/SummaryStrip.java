package org.hopwarden.ui.probe.internal;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.hopwarden.ui.Themes;
import org.hopwarden.ui.probe.TraceTabs;
import org.hopwarden.ui.probe.internal.OpenTrace.Snapshot;

/** What came out of a trace, in two lines. */
final class SummaryStrip {

    private final Composite control;
    private final Label headline;
    private final Label details;

    SummaryStrip(Composite parent) {
        control = new Composite(parent, SWT.NONE);
        Themes.style(control, "hopwarden-pane");
        GridLayoutFactory.fillDefaults().extendedMargins(10, 10, 7, 7).spacing(0, 2).applyTo(control);
        headline = new Label(control, SWT.NONE);
        headline.setData(TraceTabs.WIDGET, "Headline");
        details = new Label(control, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(headline);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(details);
        Themes.style(details, "hopwarden-muted");
    }

    Composite control() {
        return control;
    }

    /** @param note stands before the figures; may be empty */
    void show(Snapshot snapshot, String note, String network) {
        String figures = TraceText.details(snapshot, network);
        show(TraceState.of(snapshot), TraceText.headline(snapshot), note.isEmpty() ? figures : note + " \u00b7 " + figures);
    }

    void show(TraceState state, String firstLine, String secondLine) {
        set(headline, firstLine);
        set(details, secondLine);
        details.setToolTipText(details.getText());
        Themes.style(headline, switch (state) {
            case RUNNING, PAUSED, STOPPED -> "hopwarden-heading";
            case REACHED -> "hopwarden-good";
            case MISSED -> "hopwarden-warning";
            case FAILED -> "hopwarden-error";
        });
    }

    private static void set(Label label, String text) {
        String escaped = text.replace("&", "&&");
        if (!escaped.equals(label.getText())) {
            label.setText(escaped);
        }
    }
}
