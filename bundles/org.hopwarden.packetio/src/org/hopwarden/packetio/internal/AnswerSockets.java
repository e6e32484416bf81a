package org.hopwarden.packetio.internal;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

import org.hopwarden.net.IpVersion;
import org.hopwarden.packetio.AnswerPort;
import org.hopwarden.packetio.PacketPortException;
import org.hopwarden.packetio.PacketPortException.Reason;

/** An answer port through raw sockets, whose packets bear a mark by which the host's own rules know them. */
public final class AnswerSockets implements AnswerPort {

    private final Arena arena = Arena.ofShared();
    private WakeUp wakeUp;
    private RawSender v4;
    private RawSender v6;
    private boolean closed;

    public AnswerSockets(int mark) throws PacketPortException {
        try {
            wakeUp = new WakeUp(arena);
            v4 = new RawSender(arena, IpVersion.V4, wakeUp, Optional.empty());
            v4.mark(mark);
            v6 = v6(mark);
        } catch (PacketPortException | RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Null on a host without IPv6. */
    private RawSender v6(int mark) throws PacketPortException {
        try {
            RawSender sender = new RawSender(arena, IpVersion.V6, wakeUp, Optional.empty());
            sender.mark(mark);
            return sender;
        } catch (PacketPortException e) {
            if (e.reason() == Reason.NOT_AVAILABLE) {
                return null;
            }
            throw e;
        }
    }

    @Override
    public synchronized boolean send(MemorySegment packet) {
        RawSender sender = (packet.get(JAVA_BYTE, 0) >>> 4 & 0xf) == 4 ? v4 : v6;
        if (closed || sender == null) {
            return false;
        }
        try {
            sender.send(packet);
            return true;
        } catch (PacketPortException e) {
            // One answer that finds no way is no reason to end anything.
            return false;
        }
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (v4 != null) {
            v4.close();
        }
        if (v6 != null) {
            v6.close();
        }
        if (wakeUp != null) {
            wakeUp.close();
        }
        arena.close();
    }
}
