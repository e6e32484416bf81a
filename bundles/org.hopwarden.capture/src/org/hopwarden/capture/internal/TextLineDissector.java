package org.hopwarden.capture.internal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import org.hopwarden.capture.PayloadDissector;
import org.hopwarden.capture.ProtocolNode;

/** Protocols that begin with a line of text: HTTP, SSH, SMTP, FTP and their like. */
public final class TextLineDissector implements PayloadDissector {

    /** As long as a request line must be taken at the least (RFC 9112, section 3). */
    private static final int LONGEST_LINE = 8000;
    private static final int SHORTEST_LINE = 4;

    @Override
    public String id() {
        return "text-line";
    }

    @Override
    public Optional<ProtocolNode> dissect(Payload payload) {
        int end = lineEnd(payload);
        if (end < SHORTEST_LINE) {
            return Optional.empty();
        }
        String line = new String(payload.frame(), payload.offset(), end, StandardCharsets.US_ASCII);
        return Optional.of(new ProtocolNode(name(line), line, payload.offset(), payload.lengthBytes(), false,
                List.of(ProtocolNode.field("First line", line, payload.offset(), end))));
    }

    private static String name(String line) {
        return line.startsWith("HTTP/") || line.matches("[A-Z]+ \\S+ HTTP/\\d(\\.\\d)?") ? "HTTP"
                : line.startsWith("SSH-") ? "SSH" : "Text";
    }

    /** Where a line of printable ASCII ends that CR or LF closes; -1 where there is none. */
    private static int lineEnd(Payload payload) {
        int most = Math.min(payload.lengthBytes(), LONGEST_LINE);
        for (int i = 0; i < most; i++) {
            int character = payload.byteAt(i);
            if (character == '\r' || character == '\n') {
                return i;
            }
            if (character != '\t' && (character < ' ' || character > '~')) {
                return -1;
            }
        }
        return -1;
    }
}
