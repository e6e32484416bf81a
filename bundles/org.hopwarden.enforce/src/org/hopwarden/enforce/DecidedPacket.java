package org.hopwarden.enforce;

import static java.util.Objects.requireNonNull;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.time.Instant;

import org.hopwarden.engine.CompiledPolicy;
import org.hopwarden.engine.DescribedPacket;
import org.hopwarden.engine.Direction;
import org.hopwarden.engine.Explanation;
import org.hopwarden.engine.PacketContext;
import org.hopwarden.engine.PacketState;
import org.hopwarden.engine.Verdict;
import org.hopwarden.net.PacketView;

/**
 * A packet that was decided, kept for somebody who looks on.
 *
 * @param context what was known of it beside its bytes, with the time at which it was decided by this process's clock
 * @param policy that decided
 * @param verdict what in it decided, and how
 * @param bytes the packet from its IP header on, perhaps cut short; not to be changed
 */
public record DecidedPacket(PacketContext context, CompiledPolicy policy, Verdict verdict, byte[] bytes) {

    /** Of a packet, what a look at its headers needs. */
    private static final int MOST_BYTES = 512;

    public DecidedPacket {
        requireNonNull(context, "context");
        requireNonNull(policy, "policy");
        requireNonNull(verdict, "verdict");
        requireNonNull(bytes, "bytes");
    }

    /**
     * A copy of what is there only during a call.
     *
     * @param packet as it was decided
     * @param state with which it was decided
     */
    static DecidedPacket of(PacketView packet, PacketState state, CompiledPolicy policy, int decision) {
        byte[] bytes = packet.isValid() ? packet.segment().asSlice(packet.base(), Math.min(packet.lengthBytes(), MOST_BYTES))
                .toArray(ValueLayout.JAVA_BYTE) : new byte[0];
        return new DecidedPacket(state.known(Instant.now()), policy, policy.verdict(decision), bytes);
    }

    public Instant time() {
        return context.time();
    }

    public Direction direction() {
        return context.direction();
    }

    /** Not valid where it was no IP packet. */
    public PacketView packet() {
        return PacketView.of(MemorySegment.ofArray(bytes));
    }

    /**
     * Why it was decided so. Slow.
     *
     * @throws IllegalStateException if it is no IP packet
     */
    public Explanation explanation() {
        return policy.explain(packet(), context);
    }

    /**
     * The packet by what rules look at.
     *
     * @throws IllegalStateException if it is no IP packet
     */
    public DescribedPacket described() {
        PacketView packet = packet();
        if (!packet.isValid()) {
            throw new IllegalStateException("no IP packet, so nothing of it can be described");
        }
        return DescribedPacket.of(packet, context);
    }
}
