package org.hopwarden.enforce;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * How much an {@link AskBroker} keeps.
 *
 * @param answerTime how long a question waits for its answer, more than 0
 * @param questions how many wait at the most; what would be one more is dropped. At least 1
 * @param heldPerQuestion how many packets of a question wait; a newer one takes the place of the oldest. At least 1
 * @param held how many packets wait in all. At least 1
 */
public record AskLimits(Duration answerTime, int questions, int heldPerQuestion, int held) {

    /** 60 s for an answer, 64 questions, 96 packets each, which a whole trace of 30 hops by three probes fits into, 512 in all. */
    public static final AskLimits DEFAULT = new AskLimits(Duration.ofSeconds(60), 64, 96, 512);

    public AskLimits {
        requireNonNull(answerTime, "answerTime");
        if (!answerTime.isPositive() || questions < 1 || heldPerQuestion < 1 || held < 1) {
            throw new IllegalArgumentException("limits are greater than 0: " + answerTime + ", " + questions + ", " + heldPerQuestion + ", " + held);
        }
    }

    /** The same with another time for answers. */
    public AskLimits withAnswerTime(Duration time) {
        return new AskLimits(time, questions, heldPerQuestion, held);
    }
}
