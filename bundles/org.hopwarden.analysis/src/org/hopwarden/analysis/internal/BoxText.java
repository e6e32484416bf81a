package org.hopwarden.analysis.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongFunction;
import java.util.stream.Collectors;

import org.hopwarden.analysis.PacketBox;
import org.hopwarden.analysis.internal.ChanceKeys.Chance;
import org.hopwarden.analysis.internal.Heads.Depth;
import org.hopwarden.analysis.internal.Heads.Head;
import org.hopwarden.analysis.internal.WideSet.Wide;
import org.hopwarden.engine.Direction;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.net.IpVersion;
import org.hopwarden.net.TcpFlags;
import org.hopwarden.rulemodel.ConnectionState;

/** Boxes in words. */
final class BoxText {

    private static final int MOST_PARTS = 12;

    private final Universe universe;
    private final Layout layout;
    private final int[][] box;
    private final Map<String, String> conditions = new LinkedHashMap<>();

    private BoxText(Universe universe, Plane plane, int[][] box) {
        this.universe = universe;
        this.box = box;
        layout = universe.layout(plane);
    }

    static PacketBox of(Universe universe, Plane plane, int[][] box) {
        BoxText text = new BoxText(universe, plane, box);
        text.conditions.put("version", plane.version() == IpVersion.V4 ? "IPv4" : "IPv6");
        if (plane.isLater()) {
            text.conditions.put("fragment", "not the first");
        }
        text.add();
        return new PacketBox(text.conditions);
    }

    private void add() {
        boolean icmp = heads().stream().allMatch(head -> Heads.of(layout.plane()).isIcmp(head.protocol()));
        for (int axis = 0; axis < layout.axes(); axis++) {
            if (Sets.size(box[axis]) < layout.size(axis)) {
                add(axis, icmp);
            }
        }
    }

    private void add(int axis, boolean icmp) {
        Field field = layout.axis(axis).field();
        switch (field) {
            case SOURCE, DESTINATION -> {
                String name = field.name().toLowerCase(Locale.ROOT);
                if (layout.isBytes(axis)) {
                    conditions.put(name + " byte " + (layout.axis(axis).part() + 1), ranges(axis, Long::toString));
                } else {
                    conditions.put(name, addresses(axis));
                }
            }
            case HEAD -> conditions.put("protocol", protocols());
            case FIRST -> conditions.put(icmp ? "ICMP type" : "source port", ranges(axis, this::number));
            case SECOND -> conditions.put(icmp ? "ICMP code" : "destination port", ranges(axis, this::number));
            case TCP_FLAGS -> conditions.put("TCP flags", flags(axis));
            case DIRECTION -> conditions.put("direction", each(axis, n -> Direction.values()[(int) n].word()));
            case IN_INTERFACE -> conditions.put("in interface", each(axis, n -> name(universe.interfaces(), n)));
            case OUT_INTERFACE -> conditions.put("out interface", each(axis, n -> name(universe.interfaces(), n)));
            case TTL, DSCP, LENGTH -> conditions.put(field == Field.LENGTH ? "length" : field.name(), ranges(axis, Long::toString));
            case STATE -> conditions.put("state", each(axis, n -> ConnectionState.values()[(int) n].getLiteral()));
            case MARK -> conditions.put("mark byte " + (layout.axis(axis).part() + 1), ranges(axis, n -> "0x" + Long.toHexString(n)));
            case PROGRAM -> conditions.put("program", each(axis, n -> name(universe.programs(), n)));
            case USER -> conditions.put("user", each(axis, n -> name(universe.users(), n)));
            case CHANCE -> addChance(axis);
        }
    }

    private void addChance(int axis) {
        Chance chance = universe.chances().get(layout.axis(axis).part());
        boolean holds = Sets.contains(box[axis], layout.intervalOf(axis, Wide.of(1)));
        conditions.put(switch (chance.kind()) {
            case RATE -> "rate of (" + chance.text() + ")";
            case SCHEDULE -> "schedule " + chance.text();
            case NAME -> "addresses of " + chance.text();
        }, switch (chance.kind()) {
            case RATE -> holds ? "kept" : "exceeded";
            case SCHEDULE -> holds ? "holds" : "does not hold";
            case NAME -> holds ? "unchanged" : "changed";
        });
    }

    private String number(long value) {
        return Long.toString(value);
    }

    private static String name(Names names, long number) {
        return number == 0 ? "none" : names.example((int) number);
    }

    private List<Head> heads() {
        List<Head> heads = new ArrayList<>();
        int axis = layout.placeOf(Field.HEAD);
        Heads all = Heads.of(layout.plane());
        for (int number = 0; number < all.count(); number++) {
            if (axis < 0 || Sets.contains(box[axis], layout.intervalOf(axis, Wide.of(number)))) {
                heads.add(all.get(number));
            }
        }
        return heads;
    }

    /** Protocols by name, those of which only packets cut short are meant with a word. */
    private String protocols() {
        Map<Integer, List<Depth>> depths = new TreeMap<>();
        heads().forEach(head -> depths.computeIfAbsent(head.protocol(), none -> new ArrayList<>()).add(head.depth()));
        Heads all = Heads.of(layout.plane());
        List<String> words = new ArrayList<>();
        depths.forEach((protocol, some) -> {
            boolean whole = layout.plane().isLater() || some.contains(all.deepest(protocol));
            words.add(IpProtocol.name(protocol) + (whole ? "" : " cut short"));
        });
        return words.size() <= MOST_PARTS ? String.join(", ", words)
                : "all but " + String.join(", ", others(depths));
    }

    private static List<String> others(Map<Integer, List<Depth>> protocols) {
        List<String> words = new ArrayList<>();
        for (int protocol = 0; protocol < 256; protocol++) {
            if (!protocols.containsKey(protocol)) {
                words.add(IpProtocol.name(protocol));
            }
        }
        return words.isEmpty() ? List.of("some cut short") : words;
    }

    private String addresses(int axis) {
        IpVersion version = layout.plane().version();
        return parts(axis, (first, last) -> {
            IpAddress from = new IpAddress(version, first.high(), first.low());
            IpAddress to = new IpAddress(version, last.high(), last.low());
            return from.equals(to) ? from.toString() : prefix(from, to);
        });
    }

    private static String prefix(IpAddress from, IpAddress to) {
        long high = from.high() ^ to.high();
        long low = from.low() ^ to.low();
        boolean aligned = (from.high() & high) == 0 && (from.low() & low) == 0 && (low & low + 1) == 0 && (high & high + 1) == 0
                && (high == 0 || low == -1);
        int free = Long.bitCount(high) + Long.bitCount(low);
        return aligned ? from + "/" + (from.version().addressBits() - free) : from + "-" + to;
    }

    private String ranges(int axis, LongFunction<String> text) {
        return parts(axis, (first, last) -> first.equals(last) ? text.apply(first.low())
                : text.apply(first.low()) + "-" + text.apply(last.low()));
    }

    private interface RangeText {
        String of(Wide first, Wide last);
    }

    private String parts(int axis, RangeText text) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < box[axis].length && parts.size() <= MOST_PARTS; i += 2) {
            parts.add(parts.size() == MOST_PARTS ? "and " + (box[axis].length / 2 - MOST_PARTS) + " more"
                    : text.of(layout.first(axis, box[axis][i]), layout.last(axis, box[axis][i + 1])));
        }
        return String.join(", ", parts);
    }

    private String each(int axis, LongFunction<String> text) {
        List<String> words = new ArrayList<>();
        for (int place = 0; place < Sets.size(box[axis]); place++) {
            int interval = Sets.at(box[axis], place);
            for (long n = layout.first(axis, interval).low(); n <= layout.last(axis, interval).low(); n++) {
                words.add(text.apply(n));
            }
        }
        return words.stream().distinct().limit(MOST_PARTS).collect(Collectors.joining(", "))
                + (words.size() > MOST_PARTS ? " and more" : "");
    }

    private String flags(int axis) {
        List<Integer> values = new ArrayList<>();
        for (int flags = 0; flags < 256; flags++) {
            if (Sets.contains(box[axis], layout.intervalOf(axis, Wide.of(flags)))) {
                values.add(flags);
            }
        }
        int always = values.stream().reduce(0xff, (a, b) -> a & b);
        int ever = values.stream().reduce(0, (a, b) -> a | b);
        boolean simple = values.size() == 1 << Integer.bitCount(ever & ~always);
        return simple ? (always == 0 ? "" : "with " + TcpFlags.text(always)) + (always != 0 && ever != 0xff ? ", " : "")
                + (ever == 0xff ? "" : "without " + TcpFlags.text(~ever & 0xff)) : values.size() + " of 256 combinations";
    }
}
