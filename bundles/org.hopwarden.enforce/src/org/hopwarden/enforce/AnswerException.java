package org.hopwarden.enforce;

import static java.util.Objects.requireNonNull;

/** An answer cannot have the effect that is asked for. The question is still open unless the message says otherwise. */
public final class AnswerException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String remedy;

    /**
     * @param message what is wrong, a sentence without its full stop
     * @param remedy what the person can do; empty where nothing is known
     */
    public AnswerException(String message, String remedy) {
        super(message);
        this.remedy = requireNonNull(remedy, "remedy");
    }

    /** As the other, with what caused it. */
    public AnswerException(String message, String remedy, Throwable cause) {
        super(message, cause);
        this.remedy = requireNonNull(remedy, "remedy");
    }

    /** What the person can do, or an empty text. */
    public String remedy() {
        return remedy;
    }
}
