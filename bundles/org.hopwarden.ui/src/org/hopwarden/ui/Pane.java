package org.hopwarden.ui;

import org.eclipse.jface.action.ToolBarManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** A part of a tab: a heading with a note and tools beside it, and a body. */
public final class Pane {

    private final Composite control;
    private final Composite body;
    private final Label note;
    private final Composite choices;
    private final ToolBarManager tools = new ToolBarManager(SWT.FLAT);

    public Pane(Composite parent, String heading) {
        control = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(control);
        Composite head = new Composite(control, SWT.NONE);
        Themes.style(head, "hopwarden-bar");
        GridDataFactory.fillDefaults().grab(true, false).hint(SWT.DEFAULT, 30).applyTo(head);
        GridLayoutFactory.fillDefaults().numColumns(4).extendedMargins(10, 6, 0, 0).spacing(10, 0).applyTo(head);
        Label title = new Label(head, SWT.NONE);
        title.setText(heading);
        Themes.style(title, "hopwarden-heading");
        GridDataFactory.fillDefaults().align(SWT.LEFT, SWT.CENTER).grab(false, true).applyTo(title);
        note = new Label(head, SWT.NONE);
        Themes.style(note, "hopwarden-muted");
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, true).applyTo(note);
        choices = new Composite(head, SWT.NONE);
        choices.setLayout(new FillLayout());
        GridDataFactory.fillDefaults().align(SWT.RIGHT, SWT.CENTER).applyTo(choices);
        GridDataFactory.fillDefaults().align(SWT.RIGHT, SWT.CENTER).applyTo(tools.createControl(head));
        body = new Composite(control, SWT.NONE);
        body.setLayout(new FillLayout());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(body);
    }

    public Composite control() {
        return control;
    }

    /** Where the content goes. */
    public Composite body() {
        return body;
    }

    /** Between note and tools, for one control such as a link. */
    public Composite choices() {
        return choices;
    }

    /** Beside the heading; call {@link ToolBarManager#update} after adding to it. */
    public ToolBarManager tools() {
        return tools;
    }

    /** A short text beside the heading. */
    public void setNote(String text) {
        if (!text.equals(note.getText())) {
            note.setText(text);
        }
    }
}
