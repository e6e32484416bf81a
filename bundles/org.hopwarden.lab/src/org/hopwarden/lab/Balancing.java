package org.hopwarden.lab;

import static java.util.Objects.requireNonNull;

import java.util.EnumSet;
import java.util.Set;

/**
 * How a node chooses among paths of equal cost.
 *
 * @param by what a choice is made for
 * @param fields what makes a flow; not used but for flows
 */
public record Balancing(By by, Set<Field> fields) {

    /** As Linux does with {@code fib_multipath_hash_policy=1}: by addresses, protocol, ports, and the identifier of an echo. */
    public static final Balancing BY_FLOW = new Balancing(By.FLOW,
            EnumSet.of(Field.SOURCE, Field.DESTINATION, Field.PROTOCOL, Field.PORTS, Field.ICMP_ID));

    public Balancing {
        requireNonNull(by, "by");
        fields = Set.copyOf(fields);
    }

    /** What one choice holds for. */
    public enum By {
        /** All packets of a flow go the same way. */
        FLOW,
        /** Each packet goes its own way, at random by the weights. */
        PACKET,
        /** All packets to one address go the same way. */
        DESTINATION
    }

    /** A part of a packet that can tell flows apart. What a packet does not have counts as zero. */
    public enum Field {
        SOURCE, DESTINATION, PROTOCOL,
        /** Source and destination port of TCP, UDP and the like; none in fragments. */
        PORTS,
        /** The identifier of an echo. */
        ICMP_ID,
        /**
         * Type, code and checksum of ICMP: what stands where other protocols have their ports, as routers read it that do not know
         * the difference.
         */
        ICMP_CHECKSUM,
        /** The traffic class byte. */
        TRAFFIC_CLASS,
        /** The flow label of IPv6. */
        FLOW_LABEL
    }
}
