package org.hopwarden.probe;

import static java.util.Objects.requireNonNull;

/**
 * A header field that was another one when a router saw the probe than when it left.
 *
 * @param field which
 * @param sent its value as it left, for people
 * @param found its value as the router quoted it, for people
 */
public record Rewrite(Field field, String sent, String found) {

    /** The fields that are compared. */
    public enum Field {
        SOURCE("source", "source address"),
        DSCP("dscp", "DSCP"),
        ECN("ecn", "ECN"),
        LENGTH("length", "length"),
        IP_ID("ip-id", "IP ID"),
        DONT_FRAGMENT("dont-fragment", "don't fragment"),
        TTL("ttl", "TTL"),
        FLOW_LABEL("flow-label", "flow label"),
        SOURCE_PORT("source-port", "source port"),
        CHECKSUM("checksum", "checksum"),
        TCP_SEQUENCE("tcp-sequence", "TCP sequence"),
        TCP_ACKNOWLEDGEMENT("tcp-acknowledgement", "TCP acknowledgement"),
        TCP_FLAGS("tcp-flags", "TCP flags"),
        TCP_WINDOW("tcp-window", "TCP window"),
        TCP_OPTIONS("tcp-options", "TCP options"),
        PAYLOAD("payload", "payload");

        private final String id;
        private final String label;

        Field(String id, String label) {
            this.id = id;
            this.label = label;
        }

        /** The name in JSON. */
        public String id() {
            return id;
        }

        /** The name that people read. */
        public String label() {
            return label;
        }

        /** The field of this {@link #id}. */
        public static Field ofId(String id) {
            for (Field field : values()) {
                if (field.id.equals(id)) {
                    return field;
                }
            }
            throw new IllegalArgumentException("unknown header field '" + id + "'");
        }
    }

    public Rewrite {
        requireNonNull(field, "field");
        requireNonNull(sent, "sent");
        requireNonNull(found, "found");
    }

    /** Such as {@code DSCP 46 -> 0}. */
    @Override
    public String toString() {
        return field.label + " " + sent + " -> " + found;
    }
}
