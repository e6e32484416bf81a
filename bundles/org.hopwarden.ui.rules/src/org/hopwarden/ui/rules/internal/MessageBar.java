package org.hopwarden.ui.rules.internal;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.hopwarden.ui.Themes;
import org.hopwarden.ui.WidgetNames;

/** A question above the content that does not stand in the way of work; hidden while there is none. */
final class MessageBar {

    private final Composite control;
    private final Label label;

    MessageBar(Composite parent) {
        control = WidgetNames.name(new Composite(parent, SWT.NONE), "Question");
        Themes.style(control, "hopwarden-bar");
        GridLayoutFactory.fillDefaults().numColumns(3).extendedMargins(10, 10, 5, 5).spacing(8, 0).applyTo(control);
        GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(control);
        label = new Label(control, SWT.WRAP);
        Themes.style(label, "hopwarden-warning");
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).applyTo(label);
        control.setVisible(false);
    }

    boolean isShown() {
        return !((GridData) control.getLayoutData()).exclude;
    }

    /** Asks; either answer ends the question. */
    void ask(String question, String first, Runnable onFirst, String second, Runnable onSecond) {
        for (Control child : control.getChildren()) {
            if (child != label) {
                child.dispose();
            }
        }
        label.setText(question.replace("&", "&&"));
        button(first, onFirst);
        button(second, onSecond);
        setShown(true);
    }

    private void button(String text, Runnable run) {
        Button button = WidgetNames.name(new Button(control, SWT.PUSH), text);
        button.setText(text);
        Themes.style(button, "hopwarden-button");
        button.addListener(SWT.Selection, event -> {
            setShown(false);
            run.run();
        });
    }

    private void setShown(boolean shown) {
        ((GridData) control.getLayoutData()).exclude = !shown;
        control.setVisible(shown);
        control.getParent().layout(true, true);
    }
}
