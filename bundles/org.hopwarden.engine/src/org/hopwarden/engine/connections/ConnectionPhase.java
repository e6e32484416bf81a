package org.hopwarden.engine.connections;

/** How far a tracked connection has come. The names of TCP's are those that Linux prints. */
public enum ConnectionPhase {

    /** TCP: its first SYN was seen. */
    SYN_SENT(120),
    /** TCP: SYN and SYN-ACK were seen. */
    SYN_RECV(60),
    /** TCP: the handshake is complete, or the connection was picked up in its middle. */
    ESTABLISHED(432_000),
    /** TCP: a FIN was seen. */
    FIN_WAIT(120),
    /** TCP: a FIN was seen, and acknowledged. */
    CLOSE_WAIT(60),
    /** TCP: FINs of both sides were seen. */
    LAST_ACK(30),
    /** TCP: both FINs were acknowledged. */
    TIME_WAIT(120),
    /** TCP: it was reset. */
    CLOSE(10),
    /** TCP: both sides have sent a SYN (simultaneous open). */
    SYN_SENT2(120),
    /** Not TCP: no answer was seen. */
    UNREPLIED(30),
    /** Not TCP: an answer was seen. */
    REPLIED(30),
    /** UDP: both sides send for more than two seconds. */
    STREAM(120);

    private final int seconds;

    ConnectionPhase(int seconds) {
        this.seconds = seconds;
    }

    /**
     * After how many seconds without a packet a connection in this phase is forgotten: the defaults of Linux
     * (nf_conntrack_proto_tcp.c, nf_conntrack_proto_udp.c, nf_conntrack_proto_icmp.c). Protocols other than TCP, UDP and ICMP
     * have 600 in place of what {@link #UNREPLIED} and {@link #REPLIED} say.
     */
    public int timeoutSeconds() {
        return seconds;
    }

    /** Whether the phase is one of TCP. */
    public boolean isTcp() {
        return ordinal() <= SYN_SENT2.ordinal();
    }
}
