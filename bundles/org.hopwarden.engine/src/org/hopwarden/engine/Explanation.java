package org.hopwarden.engine;

import java.util.List;

import org.hopwarden.rulemodel.Action;
import org.hopwarden.rulemodel.Call;
import org.hopwarden.rulemodel.Log;
import org.hopwarden.rulemodel.Limit;
import org.hopwarden.rulemodel.Return;

/**
 * Why a policy says what it says of a packet.
 *
 * @param verdict what it says, and the rule or default that decided
 * @param packet the packet in words
 * @param steps the rules that were tried and did not decide, in order, with what became of each
 */
public record Explanation(Verdict verdict, String packet, List<Step> steps) {

    public Explanation {
        steps = List.copyOf(steps);
    }

    /** For each rule that did not match, in order, why. */
    public List<Miss> misses() {
        return steps.stream().filter(Miss.class::isInstance).map(Miss.class::cast).toList();
    }

    /** A rule that was tried and did not decide. */
    public sealed interface Step permits Miss, Passage {

        /** The name of the rule's chain. */
        String chain();

        /** The rule, counted from 1. */
        int rule();

        /** The rule in one line. */
        String text();
    }

    /**
     * A rule that matched, or the end of a chain (rule 0), that left the decision to others.
     *
     * @param what why it did not decide
     */
    public record Passage(String chain, int rule, String text, What what) implements Step {

        /** Why a rule that matched did not decide. */
        public enum What {
            /** It called a chain; the steps behind it are that chain's. */
            CALLED("called"),
            /** It went back to the rule behind the call. */
            RETURNED("returned"), LOGGED("logged"), COUNTED("counted"),
            /** The packet kept within its limit. */
            WITHIN_LIMIT("within the limit"),
            /** Its chain allowed the packet, and another chain was asked as well. */
            ALLOWED("allowed, and the next chain is asked as well"),
            /** Its chain wants a person asked, and another chain was asked before. */
            ASKED("asks, and the next chain is asked before");

            private final String word;

            What(String word) {
                this.word = word;
            }

            /** The word in output. */
            public String word() {
                return word;
            }

            static What of(Action action) {
                return switch (action) {
                    case Call call -> CALLED;
                    case Return back -> RETURNED;
                    case Log log -> LOGGED;
                    case Limit limit -> WITHIN_LIMIT;
                    default -> COUNTED;
                };
            }
        }
    }

    /**
     * Why a rule did not match: its first condition that does not hold.
     *
     * @param chain the name of the rule's chain
     * @param rule counted from 1
     * @param text the rule in one line
     * @param field what the condition looks at
     * @param packetValue what the packet has there, in words
     * @param ruleValue what the rule wants, in words
     */
    public record Miss(String chain, int rule, String text, Field field, String packetValue, String ruleValue)
            implements Step {
    }

    /** What a condition looks at, in the order in which conditions are tried. */
    public enum Field {
        ENABLED("enabled"), IP_VERSION("IP version"), IN_INTERFACE("in-interface"), OUT_INTERFACE("out-interface"), FRAGMENT("fragment"), SOURCE("source"), DESTINATION("destination"),
        /** None of several services matched. */
        SERVICE("service"), PROTOCOL("protocol"),
        /** The rule denies by layer 4 and the packet is a fragment without it. */
        LAYER_4("layer 4"), SOURCE_PORT("source port"), DESTINATION_PORT("destination port"), ICMP_TYPE("ICMP type"),
        ICMP_CODE("ICMP code"), TCP_FLAGS("TCP flags"), TTL("TTL"), DSCP("DSCP"), LENGTH("length"), STATE("state"), MARK("mark"),
        APPLICATION("application"), SCHEDULE("schedule"), RATE("rate");

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
