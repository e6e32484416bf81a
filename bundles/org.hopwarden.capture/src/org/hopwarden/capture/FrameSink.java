package org.hopwarden.capture;

import java.io.IOException;

/** Takes the frames of a live capture, one after the other, on the thread of the capture. */
@FunctionalInterface
public interface FrameSink {

    /**
     * Takes one frame. While this runs no other is taken; what does not fit into the kernel's buffer meanwhile is dropped and
     * counted.
     *
     * @throws IOException ends the capture
     */
    void take(CapturedFrame frame) throws IOException;
}
