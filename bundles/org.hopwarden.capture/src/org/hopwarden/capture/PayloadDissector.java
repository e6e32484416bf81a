package org.hopwarden.capture;

import java.util.Optional;

/**
 * Takes apart what a TCP segment or a UDP datagram carries, for a person to look at. Other teams add dissectors with a plain class
 * of their own: it has a public constructor without parameters and is named in
 * {@code META-INF/services/org.hopwarden.capture.PayloadDissector}. The built-in ones are found in the same way. Of several that know
 * a payload the first is taken, built-in ones before those of plug-ins.
 * <p>
 * A dissector is made once, keeps nothing between calls, and is used by any thread.
 */
public interface PayloadDissector {

    /** Lower case letters, digits and dashes. */
    String id();

    /**
     * The tree of a payload; empty where it is not of this protocol. Any bytes may come, those of a frame that was cut short when
     * captured too. What is thrown is logged, and the payload is shown as bytes.
     *
     * @return a node whose byte ranges lie in the payload, counted from the frame's start
     */
    Optional<ProtocolNode> dissect(Payload payload);

    /**
     * A payload in its frame.
     *
     * @param frame the whole frame; not to be changed
     * @param offset where the payload starts in it
     * @param lengthBytes how many of its bytes are there, at least 1
     * @param protocol TCP (6) or UDP (17)
     * @param sourcePort 0 to 65535
     * @param destinationPort 0 to 65535
     */
    record Payload(byte[] frame, int offset, int lengthBytes, int protocol, int sourcePort, int destinationPort) {

        /** An unsigned byte, counted from the payload's start; -1 behind its end. */
        public int byteAt(int index) {
            return index >= 0 && index < lengthBytes ? frame[offset + index] & 0xff : -1;
        }

        /** An unsigned number of two bytes, the greater one first; -1 where it is not whole. */
        public int shortAt(int index) {
            return index >= 0 && index + 1 < lengthBytes ? byteAt(index) << 8 | byteAt(index + 1) : -1;
        }
    }
}
