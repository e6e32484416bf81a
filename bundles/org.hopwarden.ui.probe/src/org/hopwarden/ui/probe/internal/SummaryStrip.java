package org.hopwarden.ui.probe.internal;

import java.util.List;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.hopwarden.ui.Themes;
import org.hopwarden.ui.probe.TraceTabs;
import org.hopwarden.ui.probe.internal.OpenTrace.Snapshot;

/** What came out of a trace: two lines, and one more for each thing found on the way. */
final class SummaryStrip {

    private final Composite control;
    private final Label headline;
    private final Label details;
    private final Label findings;

    SummaryStrip(Composite parent) {
        control = new Composite(parent, SWT.NONE);
        Themes.style(control, "hopwarden-pane");
        GridLayoutFactory.fillDefaults().extendedMargins(10, 10, 7, 7).spacing(0, 2).applyTo(control);
        headline = new Label(control, SWT.NONE);
        headline.setData(TraceTabs.WIDGET, "Headline");
        details = new Label(control, SWT.NONE);
        findings = new Label(control, SWT.WRAP);
        findings.setData(TraceTabs.WIDGET, "Findings");
        GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(findings);
        findings.setVisible(false);
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
        found(TraceText.findings(snapshot));
    }

    private void found(List<String> lines) {
        String text = String.join("\n", lines);
        if (text.equals(findings.getText())) {
            return;
        }
        findings.setText(text.replace("&", "&&"));
        findings.setVisible(!lines.isEmpty());
        ((GridData) findings.getLayoutData()).exclude = lines.isEmpty();
        control.getParent().layout(true, true);
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
