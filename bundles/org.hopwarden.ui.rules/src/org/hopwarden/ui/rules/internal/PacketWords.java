package org.hopwarden.ui.rules.internal;

import java.util.Map;
import java.util.Optional;

import org.hopwarden.engine.DescribedPacket;
import org.hopwarden.engine.DescribedPacket.Draft;
import org.hopwarden.engine.PacketField;
import org.hopwarden.engine.PacketFieldException;

/** What is known of a packet beyond the fields that are shown for it, in the words in which packets are described. */
final class PacketWords {

    /** The words by which values are told, in the order in which they are written. */
    private static final Map<PacketField, String> WORDS = new java.util.EnumMap<>(Map.ofEntries(
            Map.entry(PacketField.IN_INTERFACE, "in-interface"), Map.entry(PacketField.OUT_INTERFACE, "out-interface"),
            Map.entry(PacketField.FRAGMENT_OFFSET, "fragment"), Map.entry(PacketField.TTL, "ttl"), Map.entry(PacketField.DSCP, "dscp"),
            Map.entry(PacketField.LENGTH, "length"), Map.entry(PacketField.CAPTURED, "captured"), Map.entry(PacketField.STATE, "state"),
            Map.entry(PacketField.MARK, "mark"), Map.entry(PacketField.APPLICATION, "application"), Map.entry(PacketField.USER, "user"),
            Map.entry(PacketField.TIME, "at")));

    /** A protocol (RFC 3692). */
    private static final String FOR_EXPERIMENTS = "253";

    private PacketWords() {
    }

    /**
     * The same packet with what words say of it beside.
     *
     * @throws PacketFieldException if a word is not known
     */
    static Draft add(Draft draft, String words) {
        if (words.isBlank()) {
            return draft;
        }
        // Words begin with a protocol, here one that has none of its own, and the direction says which interface "on" means.
        Draft read = DescribedPacket.draft(FOR_EXPERIMENTS + " " + draft.texts().get(PacketField.DIRECTION) + " " + words);
        Draft both = draft;
        for (Map.Entry<PacketField, String> said : read.texts().entrySet()) {
            if (said.getKey() != PacketField.PROTOCOL) {
                both = both.with(said.getKey(), said.getValue());
            }
        }
        return both;
    }

    /** Words for all in which a packet differs from what a draft describes; empty where that cannot be compared. */
    static String beyond(Draft draft, DescribedPacket packet) {
        DescribedPacket usual;
        try {
            usual = draft.build();
        } catch (PacketFieldException e) {
            return "";
        }
        StringBuilder words = new StringBuilder();
        WORDS.forEach((field, word) -> {
            Optional<String> value = packet.text(field);
            if (value.isPresent() && !value.equals(usual.text(field))) {
                words.append(' ').append(word).append(' ').append(value.get().contains(" ") ? '"' + value.get() + '"' : value.get());
            }
        });
        if (packet.moreFragments() && !usual.moreFragments()) {
            words.append(" more");
        }
        return words.toString().strip();
    }
}
