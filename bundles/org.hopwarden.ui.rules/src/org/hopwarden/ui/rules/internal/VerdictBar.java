package org.hopwarden.ui.rules.internal;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.hopwarden.enforce.VerdictFilter;
import org.hopwarden.enforce.VerdictFilter.NotUnderstoodException;
import org.hopwarden.ui.Themes;
import org.hopwarden.ui.WidgetNames;

/** Which of the packets that are decided are shown. */
final class VerdictBar {

    private static final int[] SAMPLES = { 1, 10, 100, 1000 };
    private static final String HELP = "Words that must all hold, such as: deny, udp, port 53, from 192.0.2.0/24, rule 3, rule end, on eth0,"
            + " state new, not icmp. Commas between values are alternatives.";

    private final Composite control;
    private final Text words;
    private final Combo sample;
    private final Button pause;
    private final Choice onChoice;
    private VerdictFilter filter = VerdictFilter.ALL;

    /** Is told what the user chooses. */
    interface Choice {

        /** @param problem why the words are not understood, with the filter as it was; empty where they are */
        void filtered(VerdictFilter filter, String problem);

        /** @param everyNth one packet in so many is shown */
        void sampled(int everyNth);

        void paused(boolean paused);
    }

    VerdictBar(Composite parent, Choice onChoice) {
        this.onChoice = onChoice;
        control = new Composite(parent, SWT.NONE);
        Themes.style(control, "hopwarden-view");
        GridLayoutFactory.fillDefaults().numColumns(3).margins(4, 2).spacing(4, 0).applyTo(control);
        words = WidgetNames.name(new Text(control, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL), "Filter verdicts");
        words.setMessage("Filter: deny udp port 53");
        words.setToolTipText(HELP);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).hint(80, SWT.DEFAULT).applyTo(words);
        words.addListener(SWT.Modify, event -> read());
        sample = WidgetNames.name(new Combo(control, SWT.READ_ONLY), "Sample verdicts");
        sample.setToolTipText("How many of the packets are shown, drawn by lot. Of what one rule decides no more is shown than has room.");
        for (int each : SAMPLES) {
            sample.add(each == 1 ? "All" : "1 in " + each);
        }
        sample.select(0);
        sample.addListener(SWT.Selection, event -> onChoice.sampled(everyNth()));
        pause = WidgetNames.name(new Button(control, SWT.TOGGLE), "Pause verdicts");
        pause.setText("Pause");
        pause.setToolTipText("Lets the rows stand still. Packets are decided and counted all the same.");
        Themes.style(pause, "hopwarden-button");
        pause.addListener(SWT.Selection, event -> onChoice.paused(pause.getSelection()));
    }

    Composite control() {
        return control;
    }

    private void read() {
        String problem = "";
        try {
            filter = VerdictFilter.parse(words.getText());
        } catch (NotUnderstoodException e) {
            problem = e.getMessage();
        }
        onChoice.filtered(filter, problem);
    }

    /** Replaces the words, as if the user had typed them. */
    void filter(String text) {
        words.setText(text);
        words.setFocus();
    }

    VerdictFilter filter() {
        return filter;
    }

    int everyNth() {
        return SAMPLES[Math.max(0, sample.getSelectionIndex())];
    }

    boolean isPaused() {
        return pause.getSelection();
    }
}
