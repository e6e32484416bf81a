package org.hopwarden.capture;

import java.io.IOException;

/** A capture file is damaged or of a kind that cannot be read. What was read before the place remains good. */
public final class CaptureFileException extends IOException {

    private static final long serialVersionUID = 1L;

    private final long offsetBytes;

    /**
     * @param message what is wrong, with the file's name
     * @param offsetBytes where in the file
     */
    public CaptureFileException(String message, long offsetBytes) {
        super(message + " (at byte " + offsetBytes + ")");
        this.offsetBytes = offsetBytes;
    }

    /** Where in the file, from 0. */
    public long offsetBytes() {
        return offsetBytes;
    }
}
