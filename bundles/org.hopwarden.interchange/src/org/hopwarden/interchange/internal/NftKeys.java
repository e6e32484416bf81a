package org.hopwarden.interchange.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.hopwarden.interchange.internal.NftBox.Kind;
import org.hopwarden.net.IpVersion;
import org.hopwarden.rulemodel.NumberRange;

/** Writes boxes as the keys, types and elements of sets. */
final class NftKeys {

    private final NftRanks ranks;

    /** A part of a key: where its bounds stand in a box. */
    record Field(int at) {
    }

    NftKeys(NftRanks ranks) {
        this.ranks = ranks;
    }

    /** What boxes of one kind have to be told apart by. */
    List<Field> fields(List<NftBox> boxes) {
        Kind kind = boxes.get(0).kind();
        List<Field> fields = new ArrayList<>();
        for (int at : new int[] { NftBox.SOURCE, NftBox.DESTINATION }) {
            if (isAskedFor(boxes, at, ranks.highest())) {
                fields.add(new Field(at));
            }
        }
        if (kind.hasProtocol()) {
            fields.add(new Field(NftBox.PROTOCOL));
        }
        boolean first = kind == Kind.PORTS ? isAskedFor(boxes, NftBox.FIRST, NumberRange.HIGHEST)
                : kind == Kind.SOURCE_PORT || kind.isIcmp();
        if (first) {
            fields.add(new Field(NftBox.FIRST));
        }
        if (kind == Kind.PORTS || kind == Kind.ICMP_CODE) {
            fields.add(new Field(NftBox.SECOND));
        }
        return fields;
    }

    private static boolean isAskedFor(List<NftBox> boxes, int at, int highest) {
        return boxes.stream().anyMatch(box -> box.bounds()[at] > 0 || box.bounds()[at + 1] < highest);
    }

    /** The conditions of a linear rule for one box; for its version alone. */
    String text(NftBox box, List<Field> fields) {
        String text = fields.stream().map(field -> expression(box, field) + " " + value(box, field))
                .collect(Collectors.joining(" "));
        return fields.isEmpty() || fields.get(0).at == NftBox.PROTOCOL ? NftText.ofVersion(box.version(), text) : text;
    }

    String key(NftBox box, List<Field> fields) {
        boolean said = fields.get(0).at != NftBox.PROTOCOL;
        return (said ? "" : NftText.nfproto(box.version()) + " ") + joined(fields, field -> expression(box, field));
    }

    String type(NftBox box, List<Field> fields) {
        return joined(fields, field -> switch (field.at) {
            case NftBox.SOURCE, NftBox.DESTINATION -> box.version() == IpVersion.V4 ? "ipv4_addr" : "ipv6_addr";
            case NftBox.PROTOCOL -> "inet_proto";
            case NftBox.FIRST -> box.kind().isIcmp() ? icmp(box) + "_type" : "inet_service";
            default -> box.kind().isIcmp() ? icmp(box) + "_code" : "inet_service";
        });
    }

    String element(NftBox box, List<Field> fields) {
        return joined(fields, field -> value(box, field));
    }

    private static String joined(List<Field> fields, Function<Field, String> text) {
        return fields.stream().map(text).collect(Collectors.joining(" . "));
    }

    private static String expression(NftBox box, Field field) {
        return switch (field.at) {
            case NftBox.SOURCE -> NftText.header(box.version()) + " saddr";
            case NftBox.DESTINATION -> NftText.header(box.version()) + " daddr";
            case NftBox.PROTOCOL -> "meta l4proto";
            case NftBox.FIRST -> box.kind().isIcmp() ? icmp(box) + " type" : "th sport";
            default -> box.kind().isIcmp() ? icmp(box) + " code" : "th dport";
        };
    }

    private static String icmp(NftBox box) {
        return box.version() == IpVersion.V4 ? "icmp" : "icmpv6";
    }

    private String value(NftBox box, Field field) {
        int low = box.bounds()[field.at];
        int high = box.bounds()[field.at + 1];
        return switch (field.at) {
            case NftBox.SOURCE, NftBox.DESTINATION -> NftText.span(ranks.span(low, high));
            case NftBox.PROTOCOL -> low == high ? NftText.protocol(low) : low + "-" + high;
            default -> NftText.number(new NumberRange(low, high));
        };
    }
}
