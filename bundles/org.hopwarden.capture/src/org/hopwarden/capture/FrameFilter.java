package org.hopwarden.capture;

import org.hopwarden.capture.internal.LibPcap;
import org.pcap4j.core.BpfProgram;

/**
 * A filter in the words of pcap-filter(7), applied to frames that are in memory. It is compiled by the system's capture library
 * for one link type. Used by one thread.
 */
public final class FrameFilter implements AutoCloseable {

    private final BpfProgram program;

    private FrameFilter(BpfProgram program) {
        this.program = program;
    }

    /**
     * Compiles an expression.
     *
     * @throws CaptureException BAD_FILTER where it is not understood, NO_LIBRARY where there is nothing to compile it
     */
    public static FrameFilter compile(String expression, int linkType) throws CaptureException {
        return new FrameFilter(LibPcap.compile(expression, linkType));
    }

    /** Whether the filter lets a frame through. */
    public boolean matches(byte[] frame, long originalBytes) {
        return program.applyFilter(frame, (int) Math.min(originalBytes, Integer.MAX_VALUE), frame.length);
    }

    @Override
    public void close() {
        program.free();
    }
}
