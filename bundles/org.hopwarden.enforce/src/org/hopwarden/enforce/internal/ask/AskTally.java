package org.hopwarden.enforce.internal.ask;

import java.util.concurrent.atomic.LongAdder;

import org.hopwarden.enforce.AskCounts;

/** Counts what a broker does. Safe for use by any thread. */
public final class AskTally {

    private final LongAdder questions = new LongAdder();
    private final LongAdder packets = new LongAdder();
    private final LongAdder answered = new LongAdder();
    private final LongAdder unanswered = new LongAdder();
    private final LongAdder turnedAway = new LongAdder();
    private final LongAdder displaced = new LongAdder();

    void question() {
        questions.increment();
    }

    public void packet() {
        packets.increment();
    }

    public void answered() {
        answered.increment();
    }

    void unanswered() {
        unanswered.increment();
    }

    public void turnedAway() {
        turnedAway.increment();
    }

    void displaced() {
        displaced.increment();
    }

    public AskCounts counts() {
        return new AskCounts(questions.sum(), packets.sum(), answered.sum(), unanswered.sum(), turnedAway.sum(), displaced.sum());
    }
}
