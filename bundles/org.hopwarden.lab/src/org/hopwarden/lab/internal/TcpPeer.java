package org.hopwarden.lab.internal;

import java.io.ByteArrayOutputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.util.Arrays;

import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpHeader;
import org.hopwarden.net.PacketBuilder;
import org.hopwarden.net.PacketView;
import org.hopwarden.net.TcpFlags;
import org.hopwarden.net.TcpOptions;

/**
 * One end of a TCP connection (RFC 9293, with the challenge acknowledgements of RFC 5961): small, but whole as to the stream. Data
 * out of order is not kept, and what is lost is sent again after a fixed time that doubles. No options but the maximum segment size, and
 * SACK for the one thing that there is to say with it: which segment came twice (RFC 2883).
 */
final class TcpPeer {

    enum State {
        SYN_SENT, SYN_RECEIVED, ESTABLISHED,
        /** Both sides have said their last word, and this one waits for the acknowledgement of its own, or for repetitions. */
        CLOSING, CLOSED
    }

    /** What a peer does with data: sends it back, only acknowledges it, or keeps it for a program. */
    enum Service {
        ECHO, DISCARD, PROGRAM
    }

    record Key(IpAddress local, int localPort, IpAddress remote, int remotePort) {
    }

    private static final int MAX_BUFFER = 64_240;
    private static final int TTL = 64;
    private static final long FIRST_TIMEOUT_NANOS = 1_000_000_000L;
    private static final int MAX_ATTEMPTS = 6;

    final Key key;
    private final SimNode node;
    private final TcpStack stack;
    private final Service service;
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private State state;
    private int sendUnacknowledged;
    private int sendNext;
    /** Behind all that was ever sent. */
    private int sendMost;
    private int receiveNext;
    private int peerMss = 536;
    /** Whether the other side knows SACK. */
    private boolean sacks;
    private int peerWindow;
    /** What is not acknowledged yet, and what is not sent yet behind it. */
    private byte[] buffer = {};
    private boolean peerFinished;
    private boolean finishWanted;
    private boolean finishSent;
    private int attempts;
    /** Tells the timer that was set last from those before. */
    private long timer;

    private TcpPeer(Key key, SimNode node, TcpStack stack, Service service, State state, int initialSequence) {
        this.key = key;
        this.node = node;
        this.stack = stack;
        this.service = service;
        this.state = state;
        this.sendUnacknowledged = initialSequence;
        this.sendNext = initialSequence + 1;
        this.sendMost = sendNext;
    }

    /** The side that a SYN has come to. */
    static TcpPeer accept(Key key, SimNode node, TcpStack stack, Service service, PacketView syn, int initialSequence,
            long nowNanos) {
        TcpPeer peer = new TcpPeer(key, node, stack, service, State.SYN_RECEIVED, initialSequence);
        peer.takeSyn(syn);
        peer.sendSyn(nowNanos);
        return peer;
    }

    /** The side that begins. */
    static TcpPeer connect(Key key, SimNode node, TcpStack stack, int initialSequence, long nowNanos) {
        TcpPeer peer = new TcpPeer(key, node, stack, Service.PROGRAM, State.SYN_SENT, initialSequence);
        peer.sendSyn(nowNanos);
        peer.setTimer(nowNanos);
        return peer;
    }

    SimNode node() {
        return node;
    }

    State state() {
        return state;
    }

    /** What came in and was kept, in order. */
    byte[] received() {
        return received.toByteArray();
    }

    boolean hasPeerFinished() {
        return peerFinished;
    }

    /** Whether this SYN is the one that made this peer, once more. */
    boolean isRepetition(PacketView syn) {
        return state == State.SYN_RECEIVED && (int) syn.tcpSequence() + 1 == receiveNext;
    }

    boolean isHalfOpen() {
        return state == State.SYN_RECEIVED;
    }

    private void takeSyn(PacketView syn) {
        receiveNext = (int) syn.tcpSequence() + 1;
        peerWindow = syn.tcpWindow();
        sacks = TcpOptions.find(syn, TcpOptions.SACK_PERMITTED, 2) >= 0;
        int mss = TcpOptions.find(syn, TcpOptions.MSS, 4);
        if (mss >= 0) {
            peerMss = Math.max(64, syn.shortAt(mss + 2));
        }
    }

    void sendSyn(long nowNanos) {
        int mss = key.local.isV6() ? 1440 : 1460;
        boolean answers = state == State.SYN_RECEIVED;
        byte[] options = answers && !sacks ? new byte[] { 2, 4, (byte) (mss >>> 8), (byte) mss }
                : new byte[] { 2, 4, (byte) (mss >>> 8), (byte) mss, 1, 1, 4, 2 };
        segment(sendUnacknowledged, answers ? TcpFlags.SYN | TcpFlags.ACK : TcpFlags.SYN, options, new byte[0], nowNanos);
    }

    /** Takes a segment of this connection whose checksum holds. */
    void take(PacketView packet, long nowNanos) {
        int flags = packet.tcpFlags();
        if (state == State.SYN_SENT) {
            takeAnswer(packet, flags, nowNanos);
            return;
        }
        int sequence = (int) packet.tcpSequence();
        int data = packet.transportLengthBytes() - packet.tcpHeaderLength();
        int length = data + ((flags & TcpFlags.FIN) != 0 ? 1 : 0);
        if ((flags & TcpFlags.RST) != 0) {
            if (sequence == receiveNext) {
                end();
            } else if (isInWindow(sequence)) {
                acknowledge(nowNanos);
            }
            return;
        }
        if ((flags & TcpFlags.SYN) != 0 || !isAcceptable(sequence, length)) {
            boolean twice = sacks && data > 0 && receiveNext - (sequence + data) >= 0;
            acknowledge(twice ? duplicate(sequence, sequence + data) : new byte[0], nowNanos);
            return;
        }
        if ((flags & TcpFlags.ACK) == 0 || !takeAcknowledgement(packet, nowNanos)) {
            return;
        }
        takeData(packet, sequence, data, (flags & TcpFlags.FIN) != 0, nowNanos);
        sendMore(nowNanos);
        if (peerFinished && finishSent && buffer.length == 0 && sendUnacknowledged == sendNext) {
            end();
        }
    }

    private void takeAnswer(PacketView packet, int flags, long nowNanos) {
        boolean mine = (flags & TcpFlags.ACK) != 0 && (int) packet.tcpAcknowledgement() == sendNext;
        if ((flags & TcpFlags.RST) != 0) {
            if (mine) {
                end();
            }
        } else if (mine && (flags & TcpFlags.SYN) != 0) {
            takeSyn(packet);
            state = State.ESTABLISHED;
            sendUnacknowledged = sendNext;
            attempts = 0;
            timer++;
            acknowledge(nowNanos);
            sendMore(nowNanos);
        }
    }

    private int window() {
        return service == Service.ECHO ? Math.max(0, MAX_BUFFER - buffer.length) : MAX_BUFFER;
    }

    private boolean isInWindow(int sequence) {
        int offset = sequence - receiveNext;
        return offset >= 0 && offset < Math.max(1, window());
    }

    /** RFC 9293 section 3.10.7.4, first check. */
    private boolean isAcceptable(int sequence, int length) {
        return length == 0 ? sequence == receiveNext || isInWindow(sequence)
                : isInWindow(sequence) || isInWindow(sequence + length - 1);
    }

    /** Whether the segment is worth looking at any further. */
    private boolean takeAcknowledgement(PacketView packet, long nowNanos) {
        int acknowledged = (int) packet.tcpAcknowledgement();
        int news = acknowledged - sendUnacknowledged;
        if (state == State.SYN_RECEIVED) {
            if (acknowledged != sendNext) {
                stack.reset(node, packet, nowNanos);
                return false;
            }
            state = State.ESTABLISHED;
            sendUnacknowledged = acknowledged;
            peerWindow = packet.tcpWindow();
            return true;
        }
        if (acknowledged - sendMost > 0) {
            acknowledge(nowNanos);
            return false;
        }
        peerWindow = packet.tcpWindow();
        if (news > 0) {
            finishSent |= news > buffer.length;
            buffer = Arrays.copyOfRange(buffer, Math.min(news, buffer.length), buffer.length);
            sendUnacknowledged = acknowledged;
            sendNext = acknowledged - sendNext > 0 ? acknowledged : sendNext;
            attempts = 0;
            timer++;
            if (sendNext != sendUnacknowledged) {
                setTimer(nowNanos);
            }
        }
        return true;
    }

    private void takeData(PacketView packet, int sequence, int length, boolean finishes, long nowNanos) {
        if (length == 0 && !finishes) {
            return;
        }
        int known = receiveNext - sequence;
        if (known < 0 || peerFinished) {
            // A gap: the sender learns from the acknowledgement where to go on.
            acknowledge(nowNanos);
            return;
        }
        int fresh = Math.min(Math.max(0, length - known), window());
        if (fresh > 0) {
            byte[] bytes = packet.segment().asSlice(packet.base() + packet.payloadOffset() + known, fresh)
                    .toArray(ValueLayout.JAVA_BYTE);
            receiveNext += fresh;
            switch (service) {
                case ECHO -> append(bytes);
                case PROGRAM -> received.writeBytes(bytes);
                case DISCARD -> { }
            }
        }
        if (finishes && receiveNext == sequence + length) {
            receiveNext++;
            peerFinished = true;
            finishWanted |= service != Service.PROGRAM;
        }
        acknowledge(nowNanos);
    }

    private void append(byte[] bytes) {
        int before = buffer.length;
        buffer = Arrays.copyOf(buffer, before + bytes.length);
        System.arraycopy(bytes, 0, buffer, before, bytes.length);
    }

    /** Whether all that was to be sent is acknowledged, and no end is under way. */
    boolean isIdle() {
        return buffer.length == 0 && !finishWanted;
    }

    /** Sends data of a program as soon as it can be. */
    void send(byte[] bytes, long nowNanos) {
        if (finishWanted || state == State.CLOSED) {
            throw new IllegalStateException("the connection is closed for sending");
        }
        append(bytes);
        sendMore(nowNanos);
    }

    /** The program has no more to say. */
    void finish(long nowNanos) {
        finishWanted = true;
        sendMore(nowNanos);
    }

    private void sendMore(long nowNanos) {
        if (state != State.ESTABLISHED && state != State.CLOSING) {
            return;
        }
        boolean idle = sendNext == sendUnacknowledged;
        int largest = Math.min(peerMss, stack.largestData(node, key));
        for (int sent = sendNext - sendUnacknowledged; !finishSent && sent < buffer.length; sent = sendNext - sendUnacknowledged) {
            // A closed window is asked again with one byte, by the timer.
            int room = Math.min(Math.max(peerWindow, sent == 0 && attempts > 0 ? 1 : 0) - sent, largest);
            if (room <= 0) {
                break;
            }
            byte[] data = Arrays.copyOfRange(buffer, sent, Math.min(buffer.length, sent + room));
            segment(sendNext, TcpFlags.ACK | TcpFlags.PSH, new byte[0], data, nowNanos);
            sendNext += data.length;
            sendMost = Math.max(0, sendNext - sendMost) + sendMost;
        }
        if (finishWanted && !finishSent && sendNext - sendUnacknowledged == buffer.length) {
            segment(sendNext, TcpFlags.ACK | TcpFlags.FIN, new byte[0], new byte[0], nowNanos);
            sendNext++;
            sendMost = Math.max(0, sendNext - sendMost) + sendMost;
            finishSent = true;
            state = State.CLOSING;
        }
        if (idle && (sendNext != sendUnacknowledged || buffer.length > 0)) {
            setTimer(nowNanos);
        }
    }

    private void setTimer(long nowNanos) {
        long mine = ++timer;
        stack.at(nowNanos + (FIRST_TIMEOUT_NANOS << attempts), now -> {
            if (timer == mine) {
                repeat(now);
            }
        });
    }

    /** Nothing was acknowledged for a while: all of it once more. */
    private void repeat(long nowNanos) {
        if (state == State.CLOSED) {
            return;
        }
        attempts++;
        if (attempts > MAX_ATTEMPTS) {
            end();
            return;
        }
        if (state == State.SYN_SENT) {
            sendSyn(nowNanos);
            setTimer(nowNanos);
            return;
        }
        sendNext = sendUnacknowledged;
        finishSent = false;
        sendMore(nowNanos);
    }

    private void end() {
        state = State.CLOSED;
        timer++;
        stack.forget(this);
    }

    private void acknowledge(long nowNanos) {
        acknowledge(new byte[0], nowNanos);
    }

    private void acknowledge(byte[] options, long nowNanos) {
        segment(sendNext, TcpFlags.ACK, options, new byte[0], nowNanos);
    }

    /** A SACK option with one block, which lies before what is acknowledged: that came twice. */
    private static byte[] duplicate(int left, int right) {
        return ByteBuffer.allocate(12).put(new byte[] { 1, 1, 5, 10 }).putInt(left).putInt(right).array();
    }

    private void segment(int sequence, int flags, byte[] options, byte[] data, long nowNanos) {
        IpHeader ip = IpHeader.of(key.local, key.remote, TTL);
        if (key.local.isV4()) {
            ip = ip.withIdentification(state == State.SYN_RECEIVED ? 0 : node.identification()).withDontFragment();
        }
        boolean acknowledges = (flags & TcpFlags.ACK) != 0;
        MemorySegment packet = PacketBuilder.tcp(ip, key.localPort, key.remotePort, sequence & 0xffff_ffffL,
                acknowledges ? receiveNext & 0xffff_ffffL : 0, flags, window(), options, data);
        stack.send(node, packet, nowNanos);
    }
}
