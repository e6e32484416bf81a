package org.hopwarden.capture;

/**
 * What became of the frames that a live capture saw.
 *
 * @param taken handed to the sink
 * @param received seen by the kernel and let through by the filter, those that it had to drop included
 * @param droppedByKernel lost because the buffer was full
 * @param droppedByInterface lost by the interface or its driver, where these tell
 */
public record CaptureStatistics(long taken, long received, long droppedByKernel, long droppedByInterface) {

    @Override
    public String toString() {
        return taken + " frames taken, " + received + " received, " + droppedByKernel + " dropped by the kernel, "
                + droppedByInterface + " dropped by the interface";
    }
}
