package org.hopwarden.probe;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.hopwarden.net.IcmpType;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.MplsLabel;

/**
 * One reply to one probe.
 *
 * @param query which of the hop's probes it answers, from 0
 * @param address who sent it
 * @param rttNanos from the probe's leaving to the reply's arrival, both on one clock; at least 0
 * @param kind what it says
 * @param icmpType 0 to 255, or -1 where the reply is no ICMP message
 * @param icmpCode 0 to 255, or -1 where the reply is no ICMP message
 * @param fromTarget whether it shows that the probe arrived: an answer of the target itself, known by its type
 * @param ttl the TTL or hop limit that the reply came in with, 0 to 255
 * @param detail what an ICMP error tells beyond its type and code; {@link IcmpDetail#NONE} where the reply is none
 */
public record Reply(int query, IpAddress address, long rttNanos, ReplyKind kind, int icmpType, int icmpCode,
        boolean fromTarget, int ttl, IcmpDetail detail) {

    public Reply {
        requireNonNull(address, "address");
        requireNonNull(kind, "kind");
        requireNonNull(detail, "detail");
    }

    /** A reply without detail. */
    public Reply(int query, IpAddress address, long rttNanos, ReplyKind kind, int icmpType, int icmpCode, boolean fromTarget,
            int ttl) {
        this(query, address, rttNanos, kind, icmpType, icmpCode, fromTarget, ttl, IcmpDetail.NONE);
    }

    public double rttMillis() {
        return rttNanos / 1e6;
    }

    /** What traceroute would put behind the time, such as {@code !H}; empty where the reply is none of the errors it marks. */
    public String mark() {
        return switch (kind) {
            case UNREACHABLE, PARAMETER_PROBLEM, ADMIN_PROHIBITED, PACKET_TOO_BIG -> icmpType < 0 ? ""
                    : IcmpType.mark(address.version(), icmpType, icmpCode, detail.mtuBytes());
            default -> "";
        };
    }

    /** What the reply tells besides, each such as {@code MTU 1400} or {@code DSCP 46 -> 0}; empty for most replies. */
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (detail.mtuBytes() >= 0) {
            notes.add("MTU " + detail.mtuBytes());
        }
        if (!detail.extensions().labels().isEmpty()) {
            notes.add("MPLS " + detail.extensions().labels().stream().map(MplsLabel::toString)
                    .collect(Collectors.joining("/")));
        }
        detail.extensions().interfaces().forEach(info -> notes.add(info.toString()));
        detail.quoted().ifPresent(quoted -> {
            for (Rewrite rewrite : quoted.rewritten()) {
                switch (rewrite.field()) {
                    case CHECKSUM -> notes.add(String.format("checksum off by 0x%04x", quoted.natId()));
                    // Differs from probe to probe: what it was tells little.
                    case IP_ID -> notes.add("IP ID rewritten");
                    default -> notes.add(rewrite.toString());
                }
            }
        });
        return notes;
    }

    /** The kind with its ICMP meaning where that says more, such as {@code Unreachable: port unreachable}. */
    public String describe() {
        return switch (kind) {
            case UNREACHABLE, PARAMETER_PROBLEM, ADMIN_PROHIBITED -> {
                String meaning = icmpType < 0 ? "" : IcmpType.text(address.version(), icmpType, icmpCode);
                yield meaning.isEmpty() || meaning.equalsIgnoreCase(kind.label()) ? kind.label() : kind.label() + ": " + meaning;
            }
            default -> kind.label();
        };
    }
}
