package org.hopwarden.probe;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

import org.hopwarden.net.IpAddress;

/**
 * What was learned of the TCP ports of a host.
 *
 * @param request what was asked for
 * @param source the address that the probes come from
 * @param ports in rising order
 * @param path the hops on the way, where one port that answers was traced: else empty
 * @param probes how many SYNs were sent
 * @param status how the scan ended
 * @param message what went wrong, or an empty text
 */
public record PortScan(PortScanRequest request, IpAddress source, List<Port> ports, List<Hop> path, int probes,
        Trace.Status status, String message) {

    /** What is known of a port. */
    public enum State {
        /** A SYN is answered with a SYN-ACK. */
        OPEN,
        /** A SYN is answered with a RST. */
        CLOSED,
        /** Nobody answers, or a router says that the packet does not get there. */
        FILTERED
    }

    /** A distance and who answers there. */
    public record Hop(int ttl, IpAddress address) {

        public Hop {
            requireNonNull(address, "address");
        }
    }

    /**
     * How a port answered.
     *
     * @param reply what kind of answer it was, its TTL and time; its {@code query} is the number of the attempt, from 0
     * @param hops how many hops away its sender is, guessed from the TTL that it came with: senders begin with 64, 128 or 255
     * @param fromMiddleBox whether it bears the target's address, but comes from another distance than the target's own answers
     */
    public record Answer(Reply reply, int hops, boolean fromMiddleBox) {

        public Answer {
            requireNonNull(reply, "reply");
        }
    }

    /**
     * One port.
     *
     * @param answer empty where nobody answered
     * @param lastHop the last hop that the probes to a filtered port pass, where that was traced
     * @param nextHop the hop behind it on the way to a port that answers, where that is known: there, or on the way there, the
     *            probes end
     */
    public record Port(int port, State state, Optional<Answer> answer, Optional<Hop> lastHop, Optional<Hop> nextHop) {

        public Port {
            requireNonNull(state, "state");
            requireNonNull(answer, "answer");
            requireNonNull(lastHop, "lastHop");
            requireNonNull(nextHop, "nextHop");
        }

        /** Why the port has its state, in a word: {@code syn-ack}, {@code rst}, {@code no-answer}, or the kind of an ICMP error. */
        public String reason() {
            return answer.map(known -> known.reply().kind().id()).orElse("no-answer");
        }
    }

    public PortScan {
        requireNonNull(request, "request");
        requireNonNull(source, "source");
        requireNonNull(status, "status");
        requireNonNull(message, "message");
        ports = List.copyOf(ports);
        path = List.copyOf(path);
    }

    /** How many ports are in a state. */
    public int count(State state) {
        return (int) ports.stream().filter(port -> port.state() == state).count();
    }
}
