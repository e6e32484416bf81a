package org.hopwarden.engine;

import java.util.List;

/**
 * Why a policy says what it says of a packet.
 *
 * @param verdict what it says, and the rule or default that decided
 * @param packet the packet in words
 * @param misses for each rule in front of the deciding one, in order, why it did not match; all rules where none decided
 */
public record Explanation(Verdict verdict, String packet, List<Miss> misses) {

    public Explanation {
        misses = List.copyOf(misses);
    }

    /**
     * Why a rule did not match: its first condition that does not hold.
     *
     * @param rule counted from 1
     * @param text the rule in one line
     * @param field what the condition looks at
     * @param packetValue what the packet has there, in words
     * @param ruleValue what the rule wants, in words
     */
    public record Miss(int rule, String text, Field field, String packetValue, String ruleValue) {
    }

    /** What a condition looks at, in the order in which conditions are tried. */
    public enum Field {
        ENABLED("enabled"), IP_VERSION("IP version"), FRAGMENT("fragment"), SOURCE("source"), DESTINATION("destination"),
        /** None of several services matched. */
        SERVICE("service"), PROTOCOL("protocol"),
        /** The rule denies by layer 4 and the packet is a fragment without it. */
        LAYER_4("layer 4"), SOURCE_PORT("source port"), DESTINATION_PORT("destination port"), ICMP_TYPE("ICMP type"),
        ICMP_CODE("ICMP code"), TCP_FLAGS("TCP flags");

        private final String word;

        Field(String word) {
            this.word = word;
        }

        /** The field's name in output. */
        public String word() {
            return word;
        }
    }
}
