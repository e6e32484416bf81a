package org.hopwarden.engine.connections;

import static org.hopwarden.engine.connections.TcpSide.isAfter;
import static org.hopwarden.engine.connections.TcpSide.isBefore;

/**
 * A TCP connection as Linux tracks it (nf_conntrack_proto_tcp.c of 6.18): its phase, and windows that segments must lie in. Not
 * done: simultaneous use with a SYN proxy, and sequence numbers that a translation moves.
 */
final class TcpFlow {

    /** What a segment means for its connection. */
    enum Outcome {
        /** It belongs to it. */
        TAKEN,
        /** It may belong to it, and has changed nothing. */
        IGNORED,
        /** It does not belong to it. */
        INVALID,
        /** It opens another connection between the same ends; this one is over. */
        REOPENS
    }

    private static final ConnectionPhase[] PHASES = ConnectionPhase.values();
    private static final int SYN_SENT = ConnectionPhase.SYN_SENT.ordinal();
    private static final int SYN_RECV = ConnectionPhase.SYN_RECV.ordinal();
    private static final int ESTABLISHED = ConnectionPhase.ESTABLISHED.ordinal();
    private static final int FIN_WAIT = ConnectionPhase.FIN_WAIT.ordinal();
    private static final int LAST_ACK = ConnectionPhase.LAST_ACK.ordinal();
    private static final int TIME_WAIT = ConnectionPhase.TIME_WAIT.ordinal();
    private static final int CLOSE = ConnectionPhase.CLOSE.ordinal();
    private static final int SYN_SENT2 = ConnectionPhase.SYN_SENT2.ordinal();

    /** Linux: where data is not acknowledged, or sent again and again, the connection is not kept for days. */
    private static final int IMPATIENT_SECONDS = 300;
    private static final int MOST_RETRANSMISSIONS = 3;
    private static final long NANOS = 1_000_000_000L;
    /** Linux: what a FIN or RST out of the window cannot shorten any more. */
    private static final long SHORT_NANOS = 120 * NANOS;

    private final TcpSide there = new TcpSide();
    private final TcpSide back = new TcpSide();
    private int phase;
    private boolean simultaneous;

    private boolean lastBack;
    private int lastWhat;
    private int lastSequence;
    /** Of the last pure acknowledgement, or segment that was ignored; as in Linux, no other sets it. */
    private int lastEnd;
    private int lastAcknowledged;
    private int lastWindow;
    private int lastScale;
    private boolean lastSackPermitted;
    /** The SYN that was let pass in LAST_ACK may be answered with an acknowledgement that is none of the FIN (RFC 5961). */
    private boolean challengeExpected;
    private int retransmissions;

    ConnectionPhase phase() {
        return PHASES[phase];
    }

    /** Whether it is over, or will be soon. */
    boolean isClosing() {
        return phase >= FIN_WAIT && phase <= CLOSE;
    }

    /**
     * Begins with the first segment that is seen.
     *
     * @return false where no connection begins with one like it
     */
    boolean open(TcpSegment first) {
        int next = TcpTransitions.next(false, first.what, TcpTransitions.NONE);
        if (next == TcpTransitions.INVALID) {
            return false;
        }
        there.clear();
        back.clear();
        phase = next;
        simultaneous = false;
        challengeExpected = false;
        retransmissions = 0;
        lastBack = false;
        lastWhat = first.what;
        lastSequence = 0;
        lastEnd = 0;
        lastAcknowledged = 0;
        lastWindow = 0;
        lastScale = 0;
        lastSackPermitted = false;
        if (next == SYN_SENT) {
            there.begin(first);
        } else {
            there.pickUp(first);
        }
        if (next != SYN_SENT || first.isFragment) {
            liberal();
        }
        window(first, false, TcpTransitions.NONE);
        return true;
    }

    private void liberal() {
        there.liberal = true;
        back.liberal = true;
        there.sackPermitted = true;
        back.sackPermitted = true;
    }

    /** How long the connection lasts after its first segment. */
    int firstSeconds() {
        return phase == ESTABLISHED ? IMPATIENT_SECONDS : PHASES[phase].timeoutSeconds();
    }

    /** A segment that follows the first. Sets when the flow expires, and whether it is assured. */
    Outcome follow(Flow flow, TcpSegment segment, boolean isBack, long nowNanos) {
        int old = phase;
        int next = TcpTransitions.next(isBack, segment.what, old);
        boolean unchecked = false;
        if (next == SYN_SENT && old >= TIME_WAIT && old <= CLOSE) {
            if (there.closed || back.closed || lastBack == isBack && lastWhat == TcpSegment.RST) {
                return Outcome.REOPENS;
            }
            next = TcpTransitions.IGNORED;
        }
        if (next == TcpTransitions.INVALID) {
            return Outcome.INVALID;
        }
        if (next == TcpTransitions.IGNORED) {
            if (!answersIgnoredSyn(segment, isBack)) {
                remember(segment, isBack, old);
                return Outcome.IGNORED;
            }
            next = synchronise(isBack);
            old = SYN_SENT;
        } else if (next == TIME_WAIT && old == LAST_ACK && segment.what == TcpSegment.ACK && lastBack != isBack
                && lastWhat == TcpSegment.SYN && challengeExpected) {
            challengeExpected = false;
            return Outcome.IGNORED;
        } else if (next == SYN_SENT2) {
            simultaneous = true;
        } else if (next == SYN_RECV && isBack && segment.what == TcpSegment.ACK && simultaneous) {
            next = ESTABLISHED;
        } else if (next == CLOSE && segment.what == TcpSegment.RST) {
            Reset reset = reset(flow, segment, isBack, old);
            if (reset == Reset.INVALID) {
                return Outcome.INVALID;
            }
            unchecked = reset == Reset.UNCHECKED;
            next = reset == Reset.CHALLENGED ? old : next;
        }
        if (!unchecked) {
            Window window = window(segment, isBack, old);
            if (window == Window.PASSED_BY) {
                return Outcome.IGNORED;
            }
            if (window == Window.OUTSIDE) {
                impatient(flow, segment, isBack, nowNanos);
                return Outcome.INVALID;
            }
            if (segment.isFragment) {
                // How far it reaches is not known. Only one that begins within the windows may end their watch.
                liberal();
            }
        }
        lastWhat = segment.what;
        lastBack = isBack;
        phase = next;
        if (old != next && next == FIN_WAIT) {
            (isBack ? back : there).closed = true;
        }
        keep(flow, segment, old, nowNanos);
        return Outcome.TAKEN;
    }

    /** A SYN-ACK that acknowledges a SYN which was let pass although the connection seemed open: both ends know better. */
    private boolean answersIgnoredSyn(TcpSegment segment, boolean isBack) {
        return segment.what == TcpSegment.SYN_ACK && lastWhat == TcpSegment.SYN && lastBack != isBack
                && segment.acknowledged == lastEnd;
    }

    private int synchronise(boolean isBack) {
        TcpSide opener = isBack ? there : back;
        opener.clear();
        opener.end = lastEnd;
        opener.mostEnd = lastEnd;
        opener.window = Math.max(1, lastWindow);
        opener.options(lastScale, lastSackPermitted);
        TcpSide answerer = isBack ? back : there;
        boolean stays = answerer.liberal;
        answerer.clear();
        // Linux 6.18 does so, as its answers tell: who was picked up in the middle stays so.
        answerer.liberal = stays;
        challengeExpected = false;
        phase = SYN_SENT;
        return SYN_RECV;
    }

    private void remember(TcpSegment segment, boolean isBack, int old) {
        lastWhat = segment.what;
        lastBack = isBack;
        lastSequence = segment.sequence;
        lastEnd = segment.end;
        lastWindow = segment.window;
        if (segment.what == TcpSegment.SYN && !isBack) {
            lastScale = segment.scale;
            lastSackPermitted = segment.sackPermitted;
            challengeExpected = old == LAST_ACK;
            simultaneous = false;
        }
        if (old == SYN_SENT && segment.what == TcpSegment.ACK && isBack) {
            lastAcknowledged = segment.acknowledged;
        }
    }

    private enum Reset {
        CHECKED, UNCHECKED, CHALLENGED, INVALID
    }

    /** Whether a reset is to be believed. */
    private Reset reset(Flow flow, TcpSegment segment, boolean isBack, int old) {
        if (old >= FIN_WAIT && old <= CLOSE) {
            return Reset.UNCHECKED;
        }
        TcpSide receiver = isBack ? there : back;
        if (receiver.hasAcknowledged && lastWhat != TcpSegment.SYN) {
            boolean settled = old == ESTABLISHED && flow.assured;
            if (segment.sequence == 0 && !settled) {
                return Reset.CHECKED;
            }
            if (isBefore(segment.sequence, receiver.acknowledged)) {
                return Reset.INVALID;
            }
            boolean exact = segment.sequence == receiver.acknowledged;
            boolean behindData = lastWhat == TcpSegment.ACK && lastBack == isBack && segment.sequence == lastEnd;
            return !settled || exact || behindData ? Reset.CHECKED : Reset.CHALLENGED;
        }
        // Only the other side's: who sent the SYN could else end a connection with any number (Linux since 2026).
        boolean answersSyn = flow.answered && lastWhat == TcpSegment.SYN && lastBack != isBack
                || !flow.assured && lastWhat == TcpSegment.ACK;
        boolean answersChallenge = old == SYN_SENT && lastWhat == TcpSegment.ACK && lastBack
                && segment.sequence == lastAcknowledged;
        if (answersSyn && segment.acknowledged == lastEnd || answersChallenge) {
            // The connection is over, whatever its windows say: the reset answers what was let pass unseen.
            return Reset.UNCHECKED;
        }
        return Reset.CHECKED;
    }

    private enum Window {
        INSIDE, PASSED_BY, OUTSIDE
    }

    /** Whether a segment lies in the windows; one that does moves them. */
    private Window window(TcpSegment segment, boolean isBack, int old) {
        TcpSide sender = isBack ? back : there;
        TcpSide receiver = isBack ? there : back;
        int sequence = segment.sequence;
        int end = segment.end;
        int ack = segment.acknowledged;
        int sack = receiver.sackPermitted ? segment.sack : ack;
        if (sender.window == 0) {
            if (segment.isSyn) {
                begin(sender, receiver, segment, isBack);
                if (!segment.isAck) {
                    return Window.INSIDE;
                }
            } else {
                sender.pickUp(segment);
                if (receiver.window == 0) {
                    receiver.end = sack;
                    receiver.mostEnd = sack;
                } else if (sack == receiver.end + 1) {
                    // Answers a keep-alive, most probably.
                    receiver.end++;
                }
            }
        } else if (segment.isSyn && isAfter(end, sender.end) && (old == SYN_SENT || old == SYN_RECV)) {
            begin(sender, receiver, segment, isBack);
            if (isBack && !segment.isAck) {
                return Window.INSIDE;
            }
        }
        if (!segment.isAck || segment.isRst && ack == 0) {
            ack = receiver.end;
            sack = receiver.end;
        }
        if (segment.isRst && sequence == 0 && old == SYN_SENT) {
            sequence = sender.end;
            end = sender.end;
        }
        Window place = place(sender, receiver, sequence, end, sack);
        if (place != Window.INSIDE) {
            return sender.liberal ? Window.INSIDE : place;
        }
        move(sender, receiver, segment, end, ack, sack);
        if (segment.what == TcpSegment.ACK) {
            countRetransmissions(segment, isBack, sequence, end, ack);
        }
        return Window.INSIDE;
    }

    private static void begin(TcpSide sender, TcpSide receiver, TcpSegment syn, boolean isBack) {
        sender.begin(syn);
        // Both sides scale, or none (RFC 7323 section 2.2).
        if (isBack && !(sender.scales && receiver.scales)) {
            sender.scale = 0;
            receiver.scale = 0;
        }
    }

    private static Window place(TcpSide sender, TcpSide receiver, int sequence, int end, int sack) {
        boolean ackNotOld = isAfter(sack, receiver.end - sender.ackWindow() - 1);
        boolean ackKnown = isBefore(sack, receiver.end + 1);
        boolean reachesWindow = isAfter(end, sender.end - receiver.window - 1);
        if (!isBefore(sequence, sender.mostEnd + 1)) {
            int overshot = end - sender.mostEnd + 1;
            boolean little = Integer.compareUnsigned(overshot, receiver.window) <= 0;
            if (receiver.window != 0 && reachesWindow && ackNotOld && little && ackKnown) {
                sender.end = end;
                sender.waits = true;
                return Window.PASSED_BY;
            }
            return Window.OUTSIDE;
        }
        if (!ackKnown) {
            return Window.OUTSIDE;
        }
        if (receiver.window != 0 && !reachesWindow || !ackNotOld) {
            // Sent again, or late.
            return Window.PASSED_BY;
        }
        return Window.INSIDE;
    }

    private static void move(TcpSide sender, TcpSide receiver, TcpSegment segment, int end, int ack, int sack) {
        int offered = segment.isSyn ? segment.window : segment.window << sender.scale;
        sender.window = maxUnsigned(sender.window, offered + (sack - ack));
        if (isAfter(end, sender.end)) {
            sender.end = end;
            sender.waits = true;
        }
        if (segment.isAck && (!sender.hasAcknowledged || isAfter(ack, sender.acknowledged))) {
            sender.acknowledged = ack;
            sender.hasAcknowledged = true;
        }
        if (receiver.window != 0 && isAfter(end, sender.mostEnd)) {
            receiver.window += end - sender.mostEnd;
        }
        if (isAfter(sack + offered, receiver.mostEnd - 1)) {
            receiver.mostEnd = sack + offered + (offered == 0 ? 1 : 0);
        }
        if (ack == receiver.end) {
            receiver.waits = false;
        }
    }

    private static int maxUnsigned(int one, int other) {
        return Integer.compareUnsigned(one, other) < 0 ? other : one;
    }

    private void countRetransmissions(TcpSegment segment, boolean isBack, int sequence, int end, int ack) {
        if (lastBack == isBack && lastSequence == sequence && lastAcknowledged == ack && lastEnd == end
                && lastWindow == segment.window) {
            retransmissions++;
        } else {
            lastBack = isBack;
            lastSequence = sequence;
            lastAcknowledged = ack;
            lastEnd = end;
            lastWindow = segment.window;
            retransmissions = 0;
        }
    }

    /** A FIN or RST out of the window may be true all the same: the connection is not kept for days then. */
    private void impatient(Flow flow, TcpSegment segment, boolean isBack, long nowNanos) {
        if (!flow.assured || segment.what != TcpSegment.RST && segment.what != TcpSegment.FIN) {
            return;
        }
        if (lastBack != isBack && (lastWhat == TcpSegment.FIN || lastWhat == TcpSegment.RST)) {
            long left = flow.expiresNanos - nowNanos;
            if (left >= SHORT_NANOS && left > IMPATIENT_SECONDS * NANOS) {
                flow.lasts(IMPATIENT_SECONDS, nowNanos);
            }
        } else {
            lastWhat = segment.what;
            lastBack = isBack;
        }
    }

    private void keep(Flow flow, TcpSegment segment, int old, long nowNanos) {
        int usual = PHASES[phase].timeoutSeconds();
        boolean stuck = retransmissions >= MOST_RETRANSMISSIONS || there.waits || back.waits || lastWindow == 0;
        int seconds = segment.what == TcpSegment.RST && !(retransmissions >= MOST_RETRANSMISSIONS && usual > IMPATIENT_SECONDS)
                ? PHASES[CLOSE].timeoutSeconds() : stuck ? Math.min(usual, IMPATIENT_SECONDS) : usual;
        if (!flow.answered) {
            if (segment.isRst) {
                flow.expiresNanos = nowNanos;
                return;
            }
            if (segment.what == TcpSegment.SYN && old == SYN_SENT) {
                // A SYN that is sent again and again does not keep what nobody answers.
                return;
            }
            if (phase == ESTABLISHED) {
                seconds = Math.min(seconds, IMPATIENT_SECONDS);
            }
        } else if (!flow.assured && (old == SYN_RECV || old == ESTABLISHED) && phase == ESTABLISHED) {
            flow.assured = true;
        }
        flow.lasts(seconds, nowNanos);
    }
}
