package org.hopwarden.engine;

import static java.util.Objects.requireNonNull;

import org.hopwarden.rulemodel.RejectType;

/**
 * What a policy says of a packet, and what in it says so.
 *
 * @param kind what happens to the packet
 * @param basis what decided
 * @param chain the name of the chain that decided; null where none did
 * @param rule which of the chain's rules decided, counted from 1; 0 for its implicit end and where no chain decided
 * @param rejectType how the sender of a rejected packet is told; null for other kinds
 * @param logged whether the rule wants it logged
 * @param text the deciding rule in one line, or what else decided in words
 */
public record Verdict(Kind kind, Basis basis, String chain, int rule, RejectType rejectType, boolean logged, String text) {

    public Verdict {
        requireNonNull(kind, "kind");
        requireNonNull(basis, "basis");
        requireNonNull(text, "text");
    }

    /** The same, of a packet that is to be logged. */
    Verdict withLogged() {
        return new Verdict(kind, basis, chain, rule, rejectType, true, text);
    }

    /** What happens to a packet. */
    public enum Kind {
        /** Nothing is said: it is no IP packet. */
        NONE("none"), ALLOW("allow"), DENY("deny"), REJECT("reject"),
        /** A person is to be asked; where nobody answers the packet is dropped. */
        ASK("ask");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** The word in output: {@code none}, {@code allow}, {@code deny}, {@code reject}, {@code ask}. */
        public String word() {
            return word;
        }
    }

    /** What decided. */
    public enum Basis {
        /** The packet is no IP packet, or its IP header is not whole. */
        NOT_IP,
        /** A rule. */
        RULE,
        /** The implicit end of a chain. */
        CHAIN_END,
        /** No chain speaks of the packet, or its end leaves it to the policy. */
        POLICY_DEFAULT
    }
}
