package org.hopwarden.capture;

import java.util.List;

import org.hopwarden.capture.internal.Dissector;

/**
 * Takes one frame apart for a person to look at. This is made for the frame that is looked at, not for each one of a million: a
 * table's line comes from {@link FrameSummary}.
 */
public final class Dissection {

    private Dissection() {
    }

    /**
     * The headers of a frame from the outermost on, each with its fields, and the data behind them. Any bytes may be given: where
     * they do not hold what they claim, a node says so. Every byte range lies in the frame.
     *
     * @param originalBytes how long the frame was on the wire
     */
    public static List<ProtocolNode> of(int linkType, byte[] frame, long originalBytes) {
        return new Dissector(linkType, frame, originalBytes).nodes();
    }
}
