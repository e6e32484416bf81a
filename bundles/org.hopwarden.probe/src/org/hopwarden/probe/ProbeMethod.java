package org.hopwarden.probe;

import static java.util.Objects.requireNonNull;

import java.lang.foreign.MemorySegment;
import java.time.Duration;
import java.util.Optional;

import org.hopwarden.net.IpAddress;
import org.hopwarden.net.PacketView;
import org.hopwarden.packetio.PacketPort;
import org.hopwarden.packetio.PacketPortException;

/**
 * How the probes of a trace are built and their replies known; which probes are sent when is the tracer's business. Other teams
 * add methods with a plain class of their own: it has a public constructor without parameters, is named in
 * {@code META-INF/services/org.hopwarden.probe.ProbeMethod}, and works on the command line and in the window alike. The built-in
 * methods are found in the same way.
 * <p>
 * A method is made once and used for many traces, by any thread: it keeps nothing between calls, and what belongs to one trace
 * lives in its {@link Session}. It sends nothing itself, and takes no time.
 */
public interface ProbeMethod {

    /** The name on the command line and in JSON: lower case letters and dashes. */
    String id();

    /** The name that people read, such as {@code TCP SYN}. */
    String label();

    /** One sentence: what is sent, and when to choose this method. */
    String description();

    /** The destination port when none is asked for; 0 for a method that has none of its own. */
    int defaultPort();

    /** Whether a request may name a destination port. */
    default boolean hasPorts() {
        return defaultPort() != 0;
    }

    /**
     * Whether this host has what a trace by this method needs. Where all methods are tried at once, one that has nothing to try
     * is left out; {@link #open} says what is missing.
     */
    default boolean suits(TraceRequest request, PacketPort port) throws PacketPortException {
        return true;
    }

    /**
     * Prepares a trace.
     *
     * @param request what is asked for; its port is 0 where the method's own default is meant
     * @param source the address to send from
     * @param port where local ports, or identifiers of ICMP, can be reserved, so that replies to others are not taken for ours
     * @throws PacketPortException if none can be had
     */
    Session open(TraceRequest request, IpAddress source, PacketPort port) throws PacketPortException;

    /** The part of a method that belongs to one trace. Used by one thread. */
    interface Session {

        /**
         * What must be heard before the first probe can be built, as a clause such as {@code a segment of the connection}; empty
         * once it has been, and for methods that need nothing. Meanwhile the packets of the port are shown to {@link #ownProbe}
         * and {@link #match}.
         */
        default String awaits() {
            return "";
        }

        /** How long that may take, counted from the start of the trace; then the trace fails. */
        default Duration patience() {
            return Duration.ZERO;
        }

        /** The greatest number of probes that can be told apart, at least 1. A trace that needs more is refused. */
        int capacity();

        /**
         * Builds a probe: a whole packet from its IP header on, with all checksums. Each call gives memory of its own.
         * Probes of one trace should differ in nothing that routers balance by (addresses, ports, and the first four bytes of
         * ICMP), or each may take a path of its own.
         *
         * @param ttl 1 to 255
         * @param probe the number of the probe, 0 to {@link #capacity()} - 1
         */
        MemorySegment build(int ttl, int probe);

        /**
         * The number of the probe that a packet of this host is, so that the time it truly left is known.
         *
         * @return -1 where it is no probe of this trace
         */
        int ownProbe(PacketView packet);

        /**
         * What a packet that came in says of a probe of this trace; empty where it is no reply to one. Packets of others come
         * here too, and damaged ones: an ICMP error may quote as little as the IP header and 8 bytes. Nothing is thrown.
         *
         * @param packet valid during the call only
         */
        Optional<Match> match(PacketView packet);
    }

    /**
     * A packet was a reply.
     *
     * @param probe the number of the probe that it answers, or {@link #UNNUMBERED}
     * @param icmpType 0 to 255, or -1 where the reply is no ICMP message
     * @param icmpCode 0 to 255, or -1 where the reply is no ICMP message
     * @param fromTarget whether it shows that the probe arrived at the target
     * @param detail what an ICMP error tells beyond its type and code
     */
    record Match(int probe, ReplyKind kind, int icmpType, int icmpCode, boolean fromTarget, IcmpDetail detail) {

        public Match {
            requireNonNull(kind, "kind");
            requireNonNull(detail, "detail");
        }

        /** A match without detail. */
        public Match(int probe, ReplyKind kind, int icmpType, int icmpCode, boolean fromTarget) {
            this(probe, kind, icmpType, icmpCode, fromTarget, IcmpDetail.NONE);
        }

        /**
         * The reply answers one of the probes, but does not tell which, as an answer over UDP. The tracer then finds out
         * by probes sent one at a time.
         */
        public static final int UNNUMBERED = -1;
    }
}
