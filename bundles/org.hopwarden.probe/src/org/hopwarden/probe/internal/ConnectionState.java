package org.hopwarden.probe.internal;

import org.hopwarden.net.PacketView;
import org.hopwarden.net.TcpFlags;
import org.hopwarden.net.TcpOptions;

/**
 * What segments heard on the way tell of a connection of this host (the variables of RFC 9293 section 3.3.1). Every number errs
 * towards the past: a segment that was not heard, or comes out of order, leaves a number behind the true one and never ahead
 * of it. What is older than the true number was acknowledged before, so a probe made of it can never become data, and never
 * acknowledges what did not arrive.
 */
final class ConnectionState {

    /** No window is larger (RFC 7323 section 2.3). A number that far off is not of this connection, or not of our time. */
    private static final int MOST_WINDOW = 1 << 30;
    private static final int NO_OPERATIONS = 0x01010000;

    private boolean sentHeard;
    private boolean receivedHeard;
    private boolean ended;
    /** The end of what this host has sent; the true SND.NXT may be further on. */
    private int sendNext;
    /** The least byte that the other end has not acknowledged; the true SND.UNA may be further on. */
    private int unacknowledged;
    /** What this host has acknowledged itself; the true RCV.NXT may be further on. */
    private int receiveNext;
    private int window;
    private boolean timestamps;
    private int timestampValue;
    private int timestampEcho;
    private int trafficClass;
    private int flowLabel;
    private int receivedWindow = -1;
    /** An acknowledgement that was heard before anything this host sent, and cannot be judged yet. */
    private int unjudged;
    private boolean hasUnjudged;

    /** A segment of this host. */
    void sent(PacketView segment) {
        int flags = segment.tcpFlags();
        if (flags < 0) {
            return;
        }
        int end = (int) segment.tcpSequence() + lengthOf(segment, flags);
        ended |= (flags & TcpFlags.RST) != 0;
        if (!sentHeard || isAfter(end, sendNext)) {
            sendNext = end;
        }
        if ((flags & TcpFlags.ACK) != 0) {
            acknowledged(segment);
        }
        if (hasUnjudged) {
            hasUnjudged = false;
            judge(unjudged);
        }
    }

    /** Takes over what a segment of this host, unless it is older than others, says of what it received. */
    private void acknowledged(PacketView segment) {
        int acknowledgement = (int) segment.tcpAcknowledgement();
        if (sentHeard && isAfter(receiveNext, acknowledgement)) {
            return;
        }
        sentHeard = true;
        receiveNext = acknowledgement;
        window = segment.tcpWindow();
        trafficClass = segment.trafficClass();
        flowLabel = Math.max(0, segment.flowLabel());
        int option = TcpOptions.find(segment, TcpOptions.TIMESTAMPS, 10);
        if (option >= 0) {
            int value = (int) segment.intAt(option + 2);
            if (!timestamps || !isAfter(timestampValue, value)) {
                timestampValue = value;
                timestampEcho = (int) segment.intAt(option + 6);
            }
            timestamps = true;
        }
    }

    /** A segment of the other end. */
    void received(PacketView segment) {
        int flags = segment.tcpFlags();
        if (flags < 0 || sentHeard && Math.abs((int) segment.tcpSequence() - receiveNext) > MOST_WINDOW) {
            return;
        }
        ended |= (flags & TcpFlags.RST) != 0 && sentHeard && (int) segment.tcpSequence() == receiveNext;
        if ((flags & TcpFlags.ACK) == 0 || (flags & TcpFlags.RST) != 0) {
            return;
        }
        if (sentHeard) {
            judge((int) segment.tcpAcknowledgement());
        } else {
            unjudged = (int) segment.tcpAcknowledgement();
            hasUnjudged = true;
        }
        receivedWindow = segment.tcpWindow();
    }

    /** Believes no acknowledgement of what was never sent: it would make new data of an old byte. */
    private void judge(int acknowledgement) {
        int behind = sendNext - acknowledgement;
        if (sentHeard && behind >= 0 && behind <= MOST_WINDOW
                && (!receivedHeard || isAfter(acknowledgement, unacknowledged))) {
            unacknowledged = acknowledgement;
            receivedHeard = true;
        }
    }

    /** Whether a segment each way was heard, so that a probe can be made. */
    boolean isKnown() {
        return sentHeard && receivedHeard && !ended;
    }

    /**
     * Whether this is the other end's answer to a segment that it had before, where it does not tell which: everything it got is
     * acknowledged already, it brings no data, and its window is as it was. Heard before {@link #received} is told of it.
     */
    boolean isDuplicateAcknowledgement(PacketView segment) {
        return isKnown() && segment.tcpFlags() == TcpFlags.ACK && lengthOf(segment, TcpFlags.ACK) == 0
                && unacknowledged == sendNext && (int) segment.tcpAcknowledgement() == unacknowledged
                && segment.tcpWindow() == receivedWindow;
    }

    /** The first byte that may not have arrived at the other end. What stands before it has. */
    int unacknowledged() {
        return unacknowledged;
    }

    int receiveNext() {
        return receiveNext;
    }

    int window() {
        return window;
    }

    int trafficClass() {
        return trafficClass;
    }

    int flowLabel() {
        return flowLabel;
    }

    /**
     * The options that each segment of this connection must have: time stamps, where they were agreed on. Their value is one that
     * was sent before, for a newer one would make the other end drop the connection's own segments (RFC 7323 section 5.3).
     */
    byte[] options() {
        if (!timestamps) {
            return new byte[0];
        }
        byte[] options = new byte[12];
        write(options, 0, NO_OPERATIONS | TcpOptions.TIMESTAMPS << 8 | 10);
        write(options, 4, timestampValue);
        write(options, 8, timestampEcho);
        return options;
    }

    private static void write(byte[] bytes, int at, int value) {
        for (int i = 0; i < 4; i++) {
            bytes[at + i] = (byte) (value >>> 24 - 8 * i);
        }
    }

    private static int lengthOf(PacketView segment, int flags) {
        int payload = segment.payloadOffset() < 0 ? 0
                : Math.max(0, segment.statedLengthBytes() - segment.payloadOffset());
        return payload + ((flags & TcpFlags.SYN) != 0 ? 1 : 0) + ((flags & TcpFlags.FIN) != 0 ? 1 : 0);
    }

    /** In sequence space, where numbers wrap. */
    private static boolean isAfter(int one, int other) {
        return one - other > 0;
    }
}
