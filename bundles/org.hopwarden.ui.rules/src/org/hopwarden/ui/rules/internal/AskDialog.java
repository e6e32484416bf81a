package org.hopwarden.ui.rules.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.hopwarden.enforce.AnswerException;
import org.hopwarden.enforce.FlowAnswer;
import org.hopwarden.enforce.FlowAsker;
import org.hopwarden.enforce.FlowQuestion;
import org.hopwarden.ui.Background;
import org.hopwarden.ui.Themes;
import org.hopwarden.ui.WidgetNames;

/**
 * Asks a person about flows, in a small window in a corner of the workbench. It takes no keyboard: whoever types goes on typing where they
 * were, and no key meant for something else answers. {@link #activate} gives it the keyboard, when the user wants that. Questions wait in
 * it, one is shown at a time.
 */
final class AskDialog implements FlowAsker {

    private static final int WIDTH = 600;
    private static final int MARGIN = 16;
    private static final int BORDER = 2;
    private static final int TICK_MILLIS = 250;

    private final Display display;
    private final Shell parent;
    private final Answering answering;
    private final Runnable onChange;
    /** The questions that wait, oldest first. */
    private final List<FlowQuestion> questions = new ArrayList<>();
    private int shown;
    private boolean hidden;
    private boolean ended;
    private Shell shell;
    private QuestionPane pane;

    /** Takes an answer; may take time. */
    @FunctionalInterface
    interface Answering {

        /** @throws AnswerException if it cannot be; the question is still open */
        void answer(long question, FlowAnswer answer) throws AnswerException;
    }

    /** @param onChange is told when there are more or fewer questions; on the UI thread */
    AskDialog(Shell parent, Answering answering, Runnable onChange) {
        this.display = parent.getDisplay();
        this.parent = parent;
        this.answering = answering;
        this.onChange = onChange;
    }

    @Override
    public void asked(FlowQuestion question) {
        Background.onDisplay(display, () -> {
            if (!ended && !parent.isDisposed()) {
                questions.add(question);
                hidden = false;
                show();
            }
        });
    }

    @Override
    public void changed(FlowQuestion question) {
        Background.onDisplay(display, () -> {
            int index = indexOf(question.id());
            if (index >= 0) {
                questions.set(index, question);
                if (index == shown && pane != null) {
                    pane.update(question);
                }
            }
        });
    }

    @Override
    public void ended(FlowQuestion question, End end, Optional<FlowAnswer> answer) {
        Background.onDisplay(display, () -> {
            int index = indexOf(question.id());
            if (index >= 0) {
                questions.remove(index);
                if (index < shown || shown >= questions.size()) {
                    shown = Math.max(0, shown - 1);
                }
                show();
            }
        });
    }

    private int indexOf(long id) {
        for (int i = 0; i < questions.size(); i++) {
            if (questions.get(i).id() == id) {
                return i;
            }
        }
        return -1;
    }

    /** How many questions wait. */
    int count() {
        return questions.size();
    }

    /** Brings it into view and gives it the keyboard. */
    void activate() {
        if (!questions.isEmpty()) {
            hidden = false;
            show();
            shell.setActive();
            pane.setFocus();
        }
    }

    /** The enforcement has ended, and so have all questions. */
    void end() {
        ended = true;
        questions.clear();
        show();
    }

    private void show() {
        onChange.run();
        if (questions.isEmpty() || hidden || parent.isDisposed()) {
            if (shell != null) {
                shell.dispose();
                shell = null;
                pane = null;
            }
            return;
        }
        boolean isNew = shell == null;
        if (isNew) {
            open();
        }
        pane.show(questions.get(shown), shown, questions.size());
        place();
        if (isNew) {
            // Not opened: that would take the keyboard from where the user is typing.
            shell.setVisible(true);
            tick();
        }
    }

    private void open() {
        shell = WidgetNames.name(new Shell(parent, SWT.ON_TOP | SWT.NO_FOCUS | SWT.TOOL | SWT.BORDER), "Question");
        shell.setText("A question about a packet");
        Themes.style(shell, "hopwarden-question");
        // What shows of it is its border.
        FillLayout layout = new FillLayout();
        layout.marginWidth = BORDER;
        layout.marginHeight = BORDER;
        shell.setLayout(layout);
        pane = new QuestionPane(shell, new QuestionPane.Listener() {
            @Override
            public void answered(FlowQuestion question, FlowAnswer answer) {
                answer(question, answer);
            }

            @Override
            public void turned(int step) {
                shown = Math.floorMod(shown + step, questions.size());
                show();
            }

            @Override
            public void hidden() {
                hidden = true;
                show();
            }
        });
        Shell opened = shell;
        org.eclipse.swt.widgets.Listener follow = event -> {
            if (!opened.isDisposed()) {
                place();
            }
        };
        parent.addListener(SWT.Resize, follow);
        parent.addListener(SWT.Move, follow);
        opened.addDisposeListener(event -> {
            if (!parent.isDisposed()) {
                parent.removeListener(SWT.Resize, follow);
                parent.removeListener(SWT.Move, follow);
            }
        });
    }

    /** In the lower right corner of the workbench, as high as its content wants it. */
    private void place() {
        Rectangle around = parent.getBounds();
        int width = Math.min(WIDTH, around.width - 2 * MARGIN);
        Point size = shell.computeSize(width, SWT.DEFAULT);
        int height = Math.min(size.y, around.height - 2 * MARGIN);
        Rectangle wanted = new Rectangle(around.x + around.width - width - MARGIN, around.y + around.height - height - MARGIN, width, height);
        if (!wanted.equals(shell.getBounds())) {
            shell.setBounds(wanted);
        }
    }

    private void tick() {
        Shell ticking = shell;
        if (ticking != null && !ticking.isDisposed() && shown < questions.size()) {
            FlowQuestion question = questions.get(shown);
            pane.showTime(Duration.between(Instant.now(), question.deadline()), Duration.between(question.asked(), question.deadline()));
            display.timerExec(TICK_MILLIS, () -> {
                if (shell == ticking) {
                    tick();
                }
            });
        }
    }

    private void answer(FlowQuestion question, FlowAnswer answer) {
        Job.create("Answer a question about a packet", monitor -> {
            try {
                answering.answer(question.id(), answer);
            } catch (AnswerException e) {
                Background.onDisplay(display, () -> {
                    if (pane != null && shown < questions.size() && questions.get(shown).id() == question.id()) {
                        pane.fail(e.getMessage() + ". " + e.remedy());
                        place();
                    }
                });
            }
        }).schedule();
    }
}
