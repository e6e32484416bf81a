package org.hopwarden.enforce;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Something that an answer can speak of: the packet that was asked about, or more. What is allowed are these packets, what answers them, and the
 * ICMP errors about them; what is denied are these packets alone.
 *
 * @param what the packets, such as {@code TCP from 198.51.100.7 to 203.0.113.5 port 443 (https), sent by /usr/bin/curl as alice}
 * @param more what it lets in beside the narrowest choice, such as {@code every other port of 203.0.113.5}; empty for the narrowest
 * @param rules the rules that allowing it puts into the policy, each in one line with its chain in front, such as
 *            {@code chain out: permit tcp host 198.51.100.7 host 203.0.113.5 eq 443}
 */
public record FlowChoice(String what, String more, List<String> rules) {

    public FlowChoice {
        requireNonNull(what, "what");
        requireNonNull(more, "more");
        rules = List.copyOf(rules);
    }
}
