package org.hopwarden.cli.kernel;

import static java.util.Objects.requireNonNull;

import java.util.HexFormat;

import java.lang.foreign.MemorySegment;

import org.hopwarden.engine.Direction;
import org.hopwarden.engine.PacketContext;
import org.hopwarden.net.PacketView;

/**
 * A packet as a filter sees it. Where it is forwarded the kernel has lowered its TTL already; and the judge uses an IPv4 packet's
 * identification and an IPv6 packet's flow label to know it again, so these have no meaning.
 *
 * @param direction which hook it passes
 * @param inInterface one of {@link KernelHost#INTERFACES}; empty for one that this host sends
 * @param outInterface one of {@link KernelHost#INTERFACES}; empty for one to this host
 * @param mark one of {@link KernelHost#MARKS}
 * @param bytes the IP packet; the IPv4 header's checksum is set by the judge
 */
public record HookPacket(Direction direction, String inInterface, String outInterface, int mark, byte[] bytes) {

    public HookPacket {
        requireNonNull(direction, "direction");
        if (inInterface.isEmpty() != (direction == Direction.OUT) || outInterface.isEmpty() != (direction == Direction.IN)) {
            throw new IllegalArgumentException("a packet " + direction.word() + " has no interfaces such as '" + inInterface
                    + "' and '" + outInterface + "'");
        }
    }

    /** What an evaluator is to know beside the bytes; the state is untracked. */
    public PacketContext context() {
        return PacketContext.of(direction).withInterfaces(inInterface, outInterface).withMark(mark);
    }

    /** The packet for an evaluator. */
    public PacketView view() {
        return PacketView.of(MemorySegment.ofArray(bytes));
    }

    boolean isV6() {
        return (bytes[0] & 0xf0) == 0x60;
    }

    @Override
    public String toString() {
        return direction.word() + (inInterface.isEmpty() ? "" : " from " + inInterface)
                + (outInterface.isEmpty() ? "" : " to " + outInterface) + (mark == 0 ? "" : " mark 0x" + Integer.toHexString(mark))
                + " ttl " + view().ttl() + ": " + view() + " [" + HexFormat.of().formatHex(bytes) + "]";
    }
}
