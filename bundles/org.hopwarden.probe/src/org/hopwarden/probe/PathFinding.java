package org.hopwarden.probe;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Something on the way that changes packets, and where. It stands behind the last hop whose quotes do not show it and not behind
 * the first whose quotes do.
 *
 * @param kind what it does
 * @param afterTtl the last hop that saw packets as they were before it; 0: the source
 * @param ttl the first hop that saw its work
 * @param detail what was changed, for people
 */
public record PathFinding(Kind kind, int afterTtl, int ttl, String detail) {

    /** What is told apart. */
    public enum Kind {
        /** The quoted checksum changed and nothing else that it covers: addresses or ports were translated. */
        NAT("nat", "NAT"),
        /** The target's address said Time Exceeded: it is a translator's, and there are hops behind it. */
        DNAT("dnat", "Destination NAT"),
        /** A header field was rewritten. */
        REWRITE("rewrite", "Rewritten header");

        private final String id;
        private final String label;

        Kind(String id, String label) {
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
    }

    public PathFinding {
        requireNonNull(kind, "kind");
        requireNonNull(detail, "detail");
    }

    /** What the replies of a trace show, by place and kind. */
    public static List<PathFinding> of(Trace trace) {
        List<PathFinding> findings = new ArrayList<>();
        int lastQuoting = 0;
        int natId = 0;
        boolean translated = false;
        Map<Rewrite.Field, String> seen = new EnumMap<>(Rewrite.Field.class);
        for (Hop hop : trace.hops()) {
            // Where one hop speaks with the target's address, those behind it may as well: their errors pass the same NAT.
            if (!translated && hop.replies().stream().anyMatch(reply -> reply.kind() == ReplyKind.TIME_EXCEEDED
                    && reply.address().equals(trace.request().address()))) {
                translated = true;
                findings.add(new PathFinding(Kind.DNAT, hop.ttl() - 1, hop.ttl(),
                        "the target's own address reports that the TTL ran out, so there are hops behind it"));
            }
            // Each query of a hop should see the same; the first that quotes speaks for it.
            Optional<Quoted> quote = hop.replies().stream().map(reply -> reply.detail().quoted().orElse(null))
                    .filter(Objects::nonNull).findFirst();
            if (quote.isEmpty()) {
                continue;
            }
            Quoted quoted = quote.get();
            if (quoted.natId() >= 0 && quoted.natId() != natId) {
                natId = quoted.natId();
                if (isTranslation(quoted)) {
                    findings.add(new PathFinding(Kind.NAT, lastQuoting, hop.ttl(),
                            natId == 0 ? "the checksum is as it was sent again"
                                    : String.format("the checksum differs by 0x%04x (its NAT id)", natId)));
                }
            }
            Map<Rewrite.Field, String> now = new EnumMap<>(Rewrite.Field.class);
            for (Rewrite rewrite : quoted.rewritten()) {
                if (rewrite.field() != Rewrite.Field.CHECKSUM) {
                    // An identification differs from probe to probe anyhow.
                    boolean identification = rewrite.field() == Rewrite.Field.IP_ID;
                    String found = identification ? "rewritten" : rewrite.found();
                    now.put(rewrite.field(), found);
                    if (!found.equals(seen.get(rewrite.field()))) {
                        findings.add(new PathFinding(Kind.REWRITE, lastQuoting, hop.ttl(),
                                identification ? "IP ID rewritten" : rewrite.toString()));
                    }
                }
            }
            seen = now;
            lastQuoting = hop.ttl();
        }
        return List.copyOf(findings);
    }

    /** Whether all that the checksum covers and the quote shows is as it was, but for the source that a NAT replaces. */
    private static boolean isTranslation(Quoted quoted) {
        return quoted.rewritten().stream().map(Rewrite::field).noneMatch(field -> switch (field) {
            case TCP_SEQUENCE, TCP_ACKNOWLEDGEMENT, TCP_FLAGS, TCP_WINDOW, TCP_OPTIONS, PAYLOAD, LENGTH -> true;
            default -> false;
        });
    }

    /** Such as {@code NAT between hops 2 and 3: ...}. */
    @Override
    public String toString() {
        String place = kind == Kind.DNAT ? "at hop " + ttl
                : afterTtl == 0 ? ttl == 1 ? "before or at hop 1" : "not behind hop " + ttl
                        : "between hops " + afterTtl + " and " + ttl;
        return kind.label + " " + place + ": " + detail;
    }
}
