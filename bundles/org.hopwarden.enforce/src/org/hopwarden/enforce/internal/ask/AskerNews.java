package org.hopwarden.enforce.internal.ask;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import org.hopwarden.enforce.FlowAnswer;
import org.hopwarden.enforce.FlowAsker;
import org.hopwarden.enforce.FlowAsker.End;
import org.hopwarden.enforce.FlowQuestion;

/**
 * Tells an asker what becomes of questions, on a thread of its own: however long it takes, no packet waits for it. Packets that join a question faster
 * than that is told are told as one change.
 */
public final class AskerNews {

    private static final Logger LOGGER = System.getLogger(AskerNews.class.getName());
    private static final long BETWEEN_CHANGES_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    /** Who shows questions and hangs must not hold up the end of an enforcement. */
    private static final long CLOSE_MILLIS = 2_000;

    private final QuestionList questions;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition more = lock.newCondition();
    private final Deque<Runnable> events = new ArrayDeque<>();
    private final Set<OpenQuestion> changed = new LinkedHashSet<>();
    private FlowAsker asker;
    private Thread thread;
    private long changesNanos = System.nanoTime();
    private boolean closed;

    public AskerNews(QuestionList questions) {
        this.questions = questions;
    }

    /** Begins to tell. */
    public void begin(FlowAsker whom) {
        asker = whom;
        thread = Thread.ofPlatform().daemon().name("news of questions").start(this::run);
    }

    void asked(FlowQuestion question) {
        add(() -> asker.asked(question));
    }

    public void ended(FlowQuestion question, End end, Optional<FlowAnswer> answer) {
        add(() -> asker.ended(question, end, answer));
    }

    private void add(Runnable event) {
        lock.lock();
        try {
            events.add(event);
            more.signal();
        } finally {
            lock.unlock();
        }
    }

    void changed(OpenQuestion question) {
        lock.lock();
        try {
            changed.add(question);
            more.signal();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        try {
            for (Runnable next = next(); next != null; next = next()) {
                tell(next);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** An asker that fails must not end all asking. */
    private static void tell(Runnable event) {
        try {
            event.run();
        } catch (RuntimeException e) {
            LOGGER.log(Level.ERROR, "Who shows questions about flows failed", e);
        }
    }

    /** What is to be told next, changes behind all else; null at the end. */
    private Runnable next() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (true) {
                if (!events.isEmpty()) {
                    return events.poll();
                }
                if (closed) {
                    return null;
                }
                long wait = changesNanos - System.nanoTime();
                if (changed.isEmpty()) {
                    more.await();
                } else if (wait > 0) {
                    more.awaitNanos(wait);
                } else {
                    List<OpenQuestion> joined = List.copyOf(changed);
                    changed.clear();
                    changesNanos = System.nanoTime() + BETWEEN_CHANGES_NANOS;
                    return () -> joined.forEach(each -> questions.snapshot(each).ifPresent(asker::changed));
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /** Ends it when all is told that is not a change. */
    public void close() {
        lock.lock();
        try {
            closed = true;
            more.signalAll();
        } finally {
            lock.unlock();
        }
        if (thread != null && thread != Thread.currentThread()) {
            join();
        }
    }

    private void join() {
        try {
            thread.join(CLOSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
