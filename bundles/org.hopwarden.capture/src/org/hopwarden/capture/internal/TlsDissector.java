package org.hopwarden.capture.internal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.hopwarden.capture.PayloadDissector;
import org.hopwarden.capture.ProtocolNode;
import org.hopwarden.net.IpProtocol;

/** The first TLS record of a TCP segment (RFC 8446, sections 4 and 5), and the server name that a client asks for (RFC 6066). */
public final class TlsDissector implements PayloadDissector {

    private static final int RECORD_HEADER = 5;
    private static final int HANDSHAKE = 22;
    private static final int CLIENT_HELLO = 1;
    private static final int HANDSHAKE_HEADER = 4;
    private static final int VERSION_AND_RANDOM = 34;
    private static final int SERVER_NAME = 0;
    /** The greatest length of a record's data with all that ciphers may add. */
    private static final int GREATEST_RECORD = (1 << 14) + 2048;

    @Override
    public String id() {
        return "tls";
    }

    @Override
    public Optional<ProtocolNode> dissect(Payload payload) {
        int type = payload.byteAt(0);
        int version = payload.shortAt(1);
        int length = payload.shortAt(3);
        boolean tls = payload.protocol() == IpProtocol.TCP && type >= 20 && type <= 23 && version >>> 8 == 3 && (version & 0xff) <= 4
                && length > 0 && length <= GREATEST_RECORD;
        if (!tls) {
            return Optional.empty();
        }
        int at = payload.offset();
        List<ProtocolNode> fields = new ArrayList<>(List.of(
                ProtocolNode.field("Content type", type(type), at, 1),
                ProtocolNode.field("Version of the record", version(version), at + 1, 2),
                ProtocolNode.field("Length", Integer.toString(length), at + 3, 2)));
        String value = type(type);
        if (type == HANDSHAKE && payload.byteAt(RECORD_HEADER) == CLIENT_HELLO) {
            value = "Client Hello";
            fields.add(ProtocolNode.field("Handshake", value, at + RECORD_HEADER, 1));
            Optional<ProtocolNode> name = serverName(payload);
            if (name.isPresent()) {
                fields.add(name.get());
                value += " to " + name.get().value();
            }
        }
        return Optional.of(new ProtocolNode("TLS", value, at, payload.lengthBytes(), false, fields));
    }

    /** Empty where the hello has none, or is not whole up to it. */
    private static Optional<ProtocolNode> serverName(Payload payload) {
        int session = RECORD_HEADER + HANDSHAKE_HEADER + VERSION_AND_RANDOM;
        int ciphers = session + 1 + payload.byteAt(session);
        int compression = ciphers + 2 + payload.shortAt(ciphers);
        int extensions = compression + 1 + payload.byteAt(compression);
        int at = extensions + 2;
        // A length behind the end reads as -1, so each step goes forward all the same, and the loop ends.
        while (payload.shortAt(at + 2) >= 0) {
            int length = payload.shortAt(at + 2);
            if (payload.shortAt(at) == SERVER_NAME) {
                int nameLength = payload.shortAt(at + 7);
                int start = at + 9;
                if (payload.byteAt(at + 6) != 0 || nameLength <= 0 || start + nameLength > payload.lengthBytes()) {
                    return Optional.empty();
                }
                String name = new String(payload.frame(), payload.offset() + start, nameLength, StandardCharsets.US_ASCII);
                return Optional.of(ProtocolNode.field("Server name", name, payload.offset() + start, nameLength));
            }
            at += HANDSHAKE_HEADER + length;
        }
        return Optional.empty();
    }

    private static String type(int type) {
        return switch (type) {
            case 20 -> "Change Cipher Spec";
            case 21 -> "Alert";
            case HANDSHAKE -> "Handshake";
            default -> "Application Data";
        };
    }

    private static String version(int version) {
        return version == 0x0300 ? "SSL 3.0" : "TLS 1." + ((version & 0xff) - 1);
    }
}
