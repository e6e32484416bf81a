package org.hopwarden.enforce.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

import org.hopwarden.packetio.FramePort;
import org.hopwarden.packetio.PacketPortException;
import org.hopwarden.packetio.PacketPorts;

/** The two ports of a bridge and the threads between them, from their opening until one of them fails or they are closed. */
public final class BridgeSpan implements AutoCloseable {

    private final FramePort first;
    private final FramePort second;
    private final List<BridgeDirection> directions;
    private final List<Thread> threads = new ArrayList<>();
    private final Ending end = new Ending("the bridge failed");

    private BridgeSpan(FramePort first, FramePort second, List<PacketDecider> deciders, BooleanSupplier guarded) {
        this.first = first;
        this.second = second;
        directions = List.of(new BridgeDirection(first, second, deciders.getFirst(), guarded),
                new BridgeDirection(second, first, deciders.getLast(), guarded));
    }

    /**
     * Opens both ports and starts: when this returns, frames pass.
     *
     * @param deciders two, one for each direction
     * @param guarded whether frames that waited while this program stood still are thrown away, because others passed them on
     * @throws PacketPortException where an interface is missing, is down or is no Ethernet interface, or this process lacks the right
     */
    public static BridgeSpan open(String firstInterface, String secondInterface, List<PacketDecider> deciders, BooleanSupplier guarded)
            throws PacketPortException {
        FramePort first = PacketPorts.openFrames(firstInterface);
        FramePort second;
        try {
            second = PacketPorts.openFrames(secondInterface);
        } catch (PacketPortException | RuntimeException e) {
            first.close();
            throw e;
        }
        BridgeSpan span = new BridgeSpan(first, second, deciders, guarded);
        for (BridgeDirection direction : span.directions) {
            span.threads.add(Thread.ofPlatform().daemon().name("bridge " + direction.name()).start(() -> span.run(direction)));
        }
        return span;
    }

    private void run(BridgeDirection direction) {
        try {
            direction.run();
            end.reached();
        } catch (PacketPortException | RuntimeException | Error e) {
            end.failed(e);
        } finally {
            // One direction alone is no use: the other ends with it.
            first.close();
            second.close();
        }
    }

    /** How it ended: by {@link #close}, because this program had stood still, or by a failure. */
    public Ending end() {
        return end;
    }

    /** Whether both directions have gone on lately. */
    public boolean goesOn() {
        return directions.stream().allMatch(BridgeDirection::goesOn);
    }

    /** How many frames were lost because they came in too fast, or while this program stood still. */
    public long lostFrames() {
        return first.lostFrames() + second.lostFrames() + directions.stream().mapToLong(BridgeDirection::overtakenFrames).sum();
    }

    /** Ends it; returns when no frame passes any more. */
    @Override
    public void close() {
        first.close();
        second.close();
        Ending.join(threads);
    }
}
