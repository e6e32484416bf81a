package org.hopwarden.ui.rules.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ProgressBar;
import org.hopwarden.enforce.FlowAnswer;
import org.hopwarden.enforce.FlowAnswer.Term;
import org.hopwarden.enforce.FlowChoice;
import org.hopwarden.enforce.FlowQuestion;
import org.hopwarden.ui.Themes;
import org.hopwarden.ui.WidgetNames;

/** A question about a flow: what it is, what can be allowed or denied, and for how long. No key answers unless a button has the keyboard. */
final class QuestionPane {

    private static final int TIME_STEPS = 1000;
    private static final int LEAST_CHOICES = 60;
    private static final int TEXT_WIDTH = 520;

    private final Composite control;
    private final Listener listener;
    private final Label count;
    private final Button previous;
    private final Button next;
    private final Label what;
    private final Label program;
    private final Label place;
    /** Holds the choices: where there are many, they must not push the answers out of sight. */
    private final ScrolledComposite scroll;
    private final Composite choices;
    private final Label rules;
    private final Label problem;
    private final Label time;
    private final ProgressBar timeBar;
    private final Map<Term, Button> terms = new EnumMap<>(Term.class);
    private final List<Button> answers = new ArrayList<>();
    private List<Button> choiceButtons = new ArrayList<>();
    private FlowQuestion question;

    /** Is told what the user does. */
    interface Listener {

        void answered(FlowQuestion question, FlowAnswer answer);

        /** Another question is wanted: 1 for the next one, -1 for the one before. */
        void turned(int step);

        /** It is to be out of the way; the question still waits. */
        void hidden();
    }

    QuestionPane(Composite parent, Listener listener) {
        this.listener = listener;
        control = new Composite(parent, SWT.NONE);
        Themes.style(control, "hopwarden-view");
        GridLayoutFactory.fillDefaults().margins(14, 12).spacing(6, 6).applyTo(control);
        Composite head = row(4);
        Label title = new Label(head, SWT.NONE);
        title.setText("May this pass?");
        Themes.style(title, "hopwarden-heading");
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(title);
        count = WidgetNames.name(new Label(head, SWT.NONE), "Questions waiting");
        Themes.style(count, "hopwarden-muted");
        GridDataFactory.fillDefaults().align(SWT.END, SWT.CENTER).applyTo(count);
        previous = turn(head, "<", "Previous question", -1);
        next = turn(head, ">", "Next question", 1);
        what = text("Asked about", "");
        program = text("Asking program", "");
        place = text("Asking rule", "hopwarden-muted");
        scroll = new ScrolledComposite(control, SWT.V_SCROLL);
        scroll.setExpandHorizontal(true);
        scroll.setExpandVertical(true);
        scroll.setShowFocusedControl(true);
        GridDataFactory.fillDefaults().grab(true, true).minSize(SWT.DEFAULT, LEAST_CHOICES).applyTo(scroll);
        choices = new Composite(scroll, SWT.NONE);
        Themes.style(choices, "hopwarden-view");
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(6, 2).applyTo(choices);
        scroll.setContent(choices);
        scroll.addListener(SWT.Resize, event -> measureChoices());
        rules = text("Rules of the choice", "hopwarden-muted");
        addTerms();
        problem = text("Answer problem", "hopwarden-error");
        addAnswers();
        time = text("Time left", "hopwarden-muted");
        timeBar = WidgetNames.name(new ProgressBar(control, SWT.HORIZONTAL | SWT.SMOOTH), "Time left bar");
        timeBar.setMaximum(TIME_STEPS);
        GridDataFactory.fillDefaults().grab(true, false).hint(SWT.DEFAULT, 6).applyTo(timeBar);
    }

    private Composite row(int columns) {
        Composite row = new Composite(control, SWT.NONE);
        Themes.style(row, "hopwarden-view");
        GridLayoutFactory.fillDefaults().numColumns(columns).spacing(6, 2).applyTo(row);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
        return row;
    }

    private Button turn(Composite parent, String text, String name, int step) {
        Button button = WidgetNames.name(new Button(parent, SWT.PUSH), name);
        button.setText(text);
        button.setToolTipText(name);
        Themes.style(button, "hopwarden-button");
        button.addListener(SWT.Selection, event -> listener.turned(step));
        return button;
    }

    private Label text(String name, String style) {
        Label label = WidgetNames.name(new Label(control, SWT.WRAP), name);
        GridDataFactory.fillDefaults().grab(true, false).hint(TEXT_WIDTH, SWT.DEFAULT).applyTo(label);
        if (!style.isEmpty()) {
            Themes.style(label, style);
        }
        return label;
    }

    private void addTerms() {
        Composite row = row(Term.values().length);
        for (Term term : Term.values()) {
            Button button = WidgetNames.name(new Button(row, SWT.RADIO), "Answer " + term.name());
            button.setText(switch (term) {
                case ONCE -> "&Once";
                case SESSION -> "This &session";
                case REMEMBERED -> "&Remember";
            });
            button.setToolTipText(switch (term) {
                case ONCE -> "For the flows that wait, until they have been silent for a while";
                case SESSION -> "Until this enforcement ends";
                case REMEMBERED -> "As a rule under review in the policy; in its tab it can be undone";
            });
            terms.put(term, button);
        }
        terms.get(Term.ONCE).setSelection(true);
    }

    private void addAnswers() {
        Composite row = row(4);
        Label gap = new Label(row, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(gap);
        answer(row, "&Later", "Answer later", listener::hidden, "Puts this window away. The question waits for as long as it has time.");
        answers.add(answer(row, "&Deny", "Deny flow", () -> answer(false), "Lets none of the chosen packets in"));
        answers.add(answer(row, "&Allow", "Allow flow", () -> answer(true), "Lets the chosen packets in, their answers and the ICMP errors about them"));
    }

    private static Button answer(Composite row, String text, String name, Runnable action, String tooltip) {
        Button button = WidgetNames.name(new Button(row, SWT.PUSH), name);
        button.setText(text);
        button.setToolTipText(tooltip);
        Themes.style(button, "hopwarden-button");
        GridDataFactory.fillDefaults().hint(84, SWT.DEFAULT).applyTo(button);
        button.addListener(SWT.Selection, event -> action.run());
        return button;
    }

    private void answer(boolean allow) {
        Term term = terms.entrySet().stream().filter(each -> each.getValue().getSelection()).map(Map.Entry::getKey).findFirst()
                .orElse(Term.ONCE);
        answers.forEach(button -> button.setEnabled(false));
        set(problem, "");
        listener.answered(question, new FlowAnswer(allow, chosen(), term));
    }

    private int chosen() {
        for (int i = 0; i < choiceButtons.size(); i++) {
            if (choiceButtons.get(i).getSelection()) {
                return i;
            }
        }
        return question.proposed();
    }

    /** To the choices, not to a button that answers. */
    void setFocus() {
        choiceButtons.get(chosen()).setFocus();
    }

    /**
     * Shows a question; the answer to another one must not be given to it by somebody who is still reading, so nothing is kept but its own.
     *
     * @param index of it among those that wait
     */
    void show(FlowQuestion asked, int index, int all) {
        boolean another = question == null || question.id() != asked.id();
        count.setText(all == 1 ? "" : (index + 1) + " of " + all);
        for (Button button : List.of(previous, next)) {
            button.setVisible(all > 1);
        }
        if (another) {
            question = asked;
            set(what, capitalised(asked.what()) + ".");
            set(program, asked.program().map(each -> (asked.direction() == org.hopwarden.engine.Direction.IN ? "For " : "By ") + each.path()
                    + (each.user().isEmpty() ? "" : ", run by " + each.user())).orElse("Its program is not known."));
            addChoices(asked);
            terms.forEach((term, button) -> button.setSelection(term == Term.ONCE));
            set(problem, "");
            answers.forEach(button -> button.setEnabled(true));
        }
        update(asked);
        control.layout(true, true);
    }

    /** More packets have come. */
    void update(FlowQuestion asked) {
        question = asked;
        set(place, capitalised(asked.place()) + " asks.  " + (asked.packets() == 1 ? "One packet" : asked.packets() + " packets")
                + (asked.held() == 0 ? ", dropped until it is answered." : ", " + asked.held() + " of them waiting."));
    }

    private void addChoices(FlowQuestion asked) {
        for (org.eclipse.swt.widgets.Control each : choices.getChildren()) {
            each.dispose();
        }
        choiceButtons = new ArrayList<>();
        for (int i = 0; i < asked.choices().size(); i++) {
            FlowChoice choice = asked.choices().get(i);
            Button button = WidgetNames.name(new Button(choices, SWT.RADIO), "Choice " + (i + 1));
            button.setSelection(i == asked.proposed());
            // Said for who cannot see the text beside it.
            button.setToolTipText(choice.what());
            GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.BEGINNING).applyTo(button);
            Label label = WidgetNames.name(new Label(choices, SWT.WRAP), "Choice text " + (i + 1));
            set(label, choice.what() + (choice.more().isEmpty() ? "" : "\nLets in as well: " + choice.more()));
            GridDataFactory.fillDefaults().grab(true, false).hint(TEXT_WIDTH - 50, SWT.DEFAULT).applyTo(label);
            Themes.style(label, choice.more().isEmpty() ? "hopwarden-view" : "hopwarden-muted");
            label.addListener(SWT.MouseUp, event -> choose(button));
            button.addListener(SWT.Selection, event -> showRules());
            choiceButtons.add(button);
        }
        measureChoices();
        scroll.setOrigin(0, 0);
        showRules();
    }

    private void measureChoices() {
        int width = scroll.getClientArea().width;
        scroll.setMinHeight(choices.computeSize(width > 0 ? width : TEXT_WIDTH, SWT.DEFAULT).y);
    }

    private void choose(Button button) {
        choiceButtons.forEach(each -> each.setSelection(each == button));
        showRules();
    }

    private void showRules() {
        set(rules, String.join("\n", question.choices().get(chosen()).rules()));
        control.layout(true, true);
    }

    /** The answer had no effect; another one can be given. */
    void fail(String reason) {
        set(problem, reason);
        answers.forEach(button -> button.setEnabled(true));
        control.layout(true, true);
    }

    void showTime(Duration left, Duration all) {
        long seconds = Math.max(0, (left.toMillis() + 999) / 1000);
        set(time, seconds + " s left; without an answer it is denied once.");
        timeBar.setSelection((int) Math.clamp(TIME_STEPS * left.toMillis() / Math.max(1, all.toMillis()), 0, TIME_STEPS));
    }

    private static String capitalised(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private static void set(Label label, String text) {
        String shown = text.replace("&", "&&");
        if (!shown.equals(label.getText())) {
            label.setText(shown);
        }
        boolean empty = text.isEmpty();
        if (label.getLayoutData() instanceof org.eclipse.swt.layout.GridData data && data.exclude != empty) {
            data.exclude = empty;
            label.setVisible(!empty);
        }
    }
}
