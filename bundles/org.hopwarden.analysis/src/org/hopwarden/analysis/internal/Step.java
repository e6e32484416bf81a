package org.hopwarden.analysis.internal;

import java.util.List;
import java.util.Map;

/**
 * One step of a policy's way to a verdict: packets in its boxes that no earlier step decided get its outcome.
 *
 * @param owner what the step comes from, such as a rule; several steps may have one owner
 * @param outcome what happens to the packets; outcomes that are equal are the same verdict. Null where the step decides nothing
 *            and is only looked at
 * @param boxes by plane
 */
record Step(Object owner, Object outcome, Map<Plane, List<RawBox>> boxes) {

    boolean decides() {
        return outcome != null;
    }

    List<RawBox> boxes(Plane plane) {
        return boxes.getOrDefault(plane, List.of());
    }
}
