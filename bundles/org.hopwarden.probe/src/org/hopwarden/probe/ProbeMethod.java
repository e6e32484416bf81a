package org.hopwarden.probe;

import java.lang.foreign.MemorySegment;
import java.util.Optional;

import org.hopwarden.net.IpAddress;
import org.hopwarden.net.PacketView;
import org.hopwarden.packetio.PacketPort;
import org.hopwarden.packetio.PacketPortException;

/**
 * How the probes of a trace are built and their replies known. Methods are found by {@link java.util.ServiceLoader}; an
 * implementation is stateless, and what belongs to one trace lives in its {@link Session}.
 */
public interface ProbeMethod {

    /** The name on the command line and in JSON: lower case letters and dashes. */
    String id();

    /** The name that people read, such as {@code TCP SYN}. */
    String label();

    /** One sentence: what is sent, and when to choose this method. */
    String description();

    /** The destination port when none is asked for; 0 for a method without ports. */
    int defaultPort();

    /**
     * Prepares a trace.
     *
     * @param source the address to send from
     * @param port where local ports can be reserved
     */
    Session open(TraceRequest request, IpAddress source, PacketPort port) throws PacketPortException;

    /** The part of a method that belongs to one trace. Used by one thread. */
    interface Session {

        /** The greatest number of probes that can be told apart. */
        int capacity();

        /**
         * Builds a probe.
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

        /** What a packet that came in says of a probe of this trace; empty where it is no reply to one. */
        Optional<Match> match(PacketView packet);
    }

    /**
     * A packet was a reply.
     *
     * @param probe the number of the probe that it answers, or {@link #UNNUMBERED}
     * @param icmpType 0 to 255, or -1 where the reply is no ICMP message
     * @param icmpCode 0 to 255, or -1 where the reply is no ICMP message
     * @param fromTarget whether it shows that the probe arrived at the target
     */
    record Match(int probe, ReplyKind kind, int icmpType, int icmpCode, boolean fromTarget) {

        /**
         * The reply answers one of the probes, but does not tell which, as an answer over UDP. The tracer then finds out
         * by probes sent one at a time.
         */
        public static final int UNNUMBERED = -1;
    }
}
