package org.hopwarden.ui.rules.internal;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Widget;
import org.hopwarden.ui.Latest;

/**
 * Runs the checks of a policy in the background once it has not been edited for a moment. A newer state overtakes an older one, whose
 * checks end early. For the UI thread.
 */
final class FindingsRun {

    /** Nobody reads findings while typing, and the checks of a large policy take seconds. */
    private static final int REST_MILLIS = 350;

    private final Widget owner;
    private final Display display;
    private final AtomicLong wanted = new AtomicLong();
    private final Latest<Question, Optional<PolicyFindings>> latest;
    private final Runnable begin = this::begin;
    private Question next;

    private record Question(PolicyDocument.Snapshot snapshot, long state, long number) {
    }

    /** @param show runs on the UI thread */
    FindingsRun(Widget owner, Consumer<PolicyFindings> show) {
        this.owner = owner;
        display = owner.getDisplay();
        latest = new Latest<>("Check the policy for mistakes", owner, this::find, found -> found.ifPresent(show));
        owner.addDisposeListener(event -> wanted.incrementAndGet());
    }

    /** Takes a newer state. */
    void take(PolicyDocument.Snapshot snapshot, long state) {
        next = new Question(snapshot, state, wanted.incrementAndGet());
        display.timerExec(REST_MILLIS, begin);
    }

    private void begin() {
        if (!owner.isDisposed()) {
            latest.take(next);
        }
    }

    private Optional<PolicyFindings> find(Question question) {
        return Optional.ofNullable(PolicyFindings.of(question.snapshot(), question.state(), () -> wanted.get() != question.number()));
    }
}
