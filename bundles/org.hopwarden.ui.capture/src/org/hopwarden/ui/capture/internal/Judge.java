package org.hopwarden.ui.capture.internal;

import java.lang.foreign.MemorySegment;

import org.hopwarden.capture.CapturedFrame;
import org.hopwarden.capture.LinkType;
import org.hopwarden.engine.CompiledPolicy;
import org.hopwarden.engine.Direction;
import org.hopwarden.engine.Verdict;
import org.hopwarden.net.PacketView;

/**
 * Says what a policy makes of frames.
 *
 * @param policy with the chain that decides
 * @param direction which way the packets are taken to go
 */
record Judge(CompiledPolicy policy, Direction direction) {

    Verdict verdict(PacketView view, CapturedFrame frame) {
        MemorySegment bytes = MemorySegment.ofArray(frame.bytes());
        int ip = LinkType.ipOffset(frame.linkType(), bytes, 0, frame.bytes().length);
        if (ip < 0 || !view.wrap(bytes, ip, frame.bytes().length - ip)) {
            view.wrap(bytes, 0, 0);
        }
        return policy.verdict(policy.decide(view, direction));
    }
}
