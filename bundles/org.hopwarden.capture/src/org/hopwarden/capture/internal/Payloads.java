package org.hopwarden.capture.internal;

import java.lang.foreign.MemorySegment;
import java.util.Optional;

import org.hopwarden.capture.LinkType;
import org.hopwarden.capture.PayloadDissector;
import org.hopwarden.capture.PayloadDissector.Payload;
import org.hopwarden.capture.ProtocolNode;
import org.hopwarden.net.PacketView;
import org.hopwarden.net.Plugins;

/** Finds the dissector that knows what a segment or datagram carries. */
final class Payloads {

    private static final System.Logger LOG = System.getLogger(Payloads.class.getName());

    private Payloads() {
    }

    /**
     * The tree of the data that starts here, if it is the payload of a whole TCP or UDP header and a dissector knows it.
     *
     * @param at where data starts behind the headers that were taken apart
     */
    static Optional<ProtocolNode> dissect(int linkType, byte[] frame, int at, int lengthBytes) {
        MemorySegment bytes = MemorySegment.ofArray(frame);
        int ip = LinkType.ipOffset(linkType, bytes, 0, frame.length);
        PacketView view = new PacketView();
        if (ip < 0 || lengthBytes < 1 || !view.wrap(bytes, ip, frame.length - ip) || !(view.isTcp() || view.isUdp())
                || view.isLaterFragment() || ip + view.payloadOffset() != at) {
            return Optional.empty();
        }
        Payload payload = new Payload(frame, at, lengthBytes, view.protocol(), view.sourcePort(), view.destinationPort());
        return Plugins.load(PayloadDissector.class, PayloadDissector::id).stream()
                .flatMap(dissector -> dissect(dissector, payload).stream()).findFirst();
    }

    private static Optional<ProtocolNode> dissect(PayloadDissector dissector, Payload payload) {
        try {
            Optional<ProtocolNode> node = dissector.dissect(payload);
            if (node.isPresent() && !liesIn(node.get(), payload)) {
                LOG.log(System.Logger.Level.WARNING, "The dissector {0} marks bytes outside of its payload; it is left out",
                        dissector.id());
                return Optional.empty();
            }
            return node;
        } catch (RuntimeException | StackOverflowError e) {
            LOG.log(System.Logger.Level.WARNING, "The dissector " + dissector.id() + " failed; the payload is shown as bytes", e);
            return Optional.empty();
        }
    }

    private static boolean liesIn(ProtocolNode node, Payload payload) {
        return node.offset() >= payload.offset() && node.lengthBytes() >= 0
                && node.offset() + node.lengthBytes() <= payload.offset() + payload.lengthBytes()
                && node.children().stream().allMatch(child -> liesIn(child, payload));
    }
}
