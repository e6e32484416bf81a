package org.hopwarden.capture.internal;

import org.hopwarden.capture.CaptureFileException;

/** Walks over the frames of a capture file in memory. */
public interface FrameReader {

    /** Goes to the next frame; false at the end. */
    boolean next() throws CaptureFileException;

    long offset();

    int capturedBytes();

    long originalBytes();

    long timeNanos();

    int linkType();
}
