package org.hopwarden.enforce;

import static java.util.Objects.requireNonNull;

import java.lang.foreign.MemorySegment;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.hopwarden.engine.DescribedPacket;
import org.hopwarden.engine.Direction;
import org.hopwarden.engine.PacketContext.Program;
import org.hopwarden.engine.Verdict;
import org.hopwarden.net.PacketView;

/**
 * A question to a person: may this flow pass? It is a snapshot; where more packets join it, a new one with the same {@link #id} takes its place.
 *
 * @param id of this question among those of its broker
 * @param packet the first one that is asked about
 * @param bytes that packet from its IP header on, perhaps cut short; not to be changed
 * @param what what the packet is, such as {@code an ICMP echo request to 192.0.2.1}; the first word is in lower case
 * @param program what sends or receives it; empty where that is not known
 * @param verdict the rule or default that asks
 * @param place where the rule stands, such as {@code chain out, rule 3}
 * @param packets how many packets have come that this question is about, 1 or more
 * @param held how many of them wait for the answer now
 * @param choices what can be allowed or denied, the narrowest first; at least one
 * @param proposed the index of the narrowest choice that settles all packets of this question
 * @param asked when it was asked
 * @param deadline when it ends without an answer
 */
public record FlowQuestion(long id, DescribedPacket packet, byte[] bytes, String what, Optional<Program> program, Verdict verdict, String place,
        long packets, int held, List<FlowChoice> choices, int proposed, Instant asked, Instant deadline) {

    public FlowQuestion {
        requireNonNull(packet, "packet");
        requireNonNull(bytes, "bytes");
        requireNonNull(what, "what");
        requireNonNull(program, "program");
        requireNonNull(verdict, "verdict");
        requireNonNull(place, "place");
        choices = List.copyOf(choices);
        requireNonNull(asked, "asked");
        requireNonNull(deadline, "deadline");
        if (proposed < 0 || proposed >= choices.size()) {
            throw new IllegalArgumentException("choice " + proposed + " of " + choices.size());
        }
    }

    public Direction direction() {
        return packet.direction();
    }

    /** A new view of the packet. */
    public PacketView view() {
        return PacketView.of(MemorySegment.ofArray(bytes));
    }
}
