package org.hopwarden.capture;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * One line of a protocol tree: a header, or a field of one.
 *
 * @param name what it is
 * @param value its value in words, or an empty text
 * @param offset where its bytes start in the frame
 * @param lengthBytes how many bytes it takes; a field narrower than a byte takes the whole one
 * @param malformed whether these bytes are not what they claim to be
 * @param children the fields, or an empty list
 */
public record ProtocolNode(String name, String value, int offset, int lengthBytes, boolean malformed,
        List<ProtocolNode> children) {

    public ProtocolNode {
        requireNonNull(name, "name");
        requireNonNull(value, "value");
        children = List.copyOf(children);
    }

    /** A field without parts. */
    public static ProtocolNode field(String name, String value, int offset, int lengthBytes) {
        return new ProtocolNode(name, value, offset, lengthBytes, false, List.of());
    }

    /** The line as a tree shows it. */
    public String text() {
        return value.isEmpty() ? name : name + ": " + value;
    }
}
