package org.hopwarden.analysis.internal;

import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.hopwarden.analysis.Traffic;
import org.hopwarden.analysis.Witness;
import org.hopwarden.analysis.internal.Heads.Depth;
import org.hopwarden.analysis.internal.Heads.Head;
import org.hopwarden.analysis.internal.WideSet.Wide;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.net.IpVersion;
import org.hopwarden.net.TcpFlags;
import org.hopwarden.rulemodel.ConnectionState;

/** Finds the packet of a box that people would take for an example: complete, of a usual protocol, with usual values. */
final class Points {

    private static final List<Integer> PROTOCOLS = List.of(IpProtocol.TCP, IpProtocol.UDP, IpProtocol.ICMP, IpProtocol.ICMPV6,
            IpProtocol.GRE, IpProtocol.ESP, IpProtocol.SCTP);
    private static final List<Integer> CLIENT_PORTS = List.of(40_000, 50_000, 1024);
    private static final List<Integer> SERVER_PORTS = List.of(80, 443, 22, 53);
    private static final List<Integer> V4_TYPES = List.of(8, 0, 11, 3);
    private static final List<Integer> V6_TYPES = List.of(128, 129, 3, 1, 2);
    private static final List<Integer> FLAGS = List.of(TcpFlags.SYN, TcpFlags.ACK, TcpFlags.SYN | TcpFlags.ACK,
            TcpFlags.RST, TcpFlags.FIN | TcpFlags.ACK, TcpFlags.PSH | TcpFlags.ACK);
    private static final List<IpAddress> V4_SOURCES = addresses("192.0.2.1", "10.0.0.1");
    private static final List<IpAddress> V4_DESTINATIONS = addresses("198.51.100.7", "203.0.113.7", "10.0.0.7");
    private static final List<IpAddress> V6_SOURCES = addresses("2001:db8::1", "2001:db8:1::1");
    private static final List<IpAddress> V6_DESTINATIONS = addresses("2001:db8:ffff::7", "2001:db8::7");

    private static List<IpAddress> addresses(String... texts) {
        return Stream.of(texts).map(IpAddress::parse).toList();
    }

    private final Layout layout;
    private final int[][] box;
    private final IpVersion version;

    private final Traffic wanted;

    private Points(Layout layout, int[][] box, Traffic wanted) {
        this.layout = layout;
        this.box = box;
        this.wanted = wanted;
        version = layout.plane().version();
    }

    /** For each axis of a layout, the intervals of usual values, the best first. */
    static int[][] usual(Layout layout) {
        int[][] usual = new int[layout.axes()][];
        for (int axis = 0; axis < usual.length; axis++) {
            int place = axis;
            usual[axis] = usual(layout, layout.axis(axis), layout.isBytes(axis)).distinct()
                    .filter(value -> value.compareTo(layout.axis(place).highest()) <= 0)
                    .mapToInt(value -> layout.intervalOf(place, value)).distinct().toArray();
        }
        return usual;
    }

    private static Stream<Wide> usual(Layout layout, Axis axis, boolean bytes) {
        boolean v4 = layout.plane().version() == IpVersion.V4;
        return switch (axis.field()) {
            case SOURCE -> addresses(v4 ? V4_SOURCES : V6_SOURCES, axis, bytes);
            case DESTINATION -> addresses(v4 ? V4_DESTINATIONS : V6_DESTINATIONS, axis, bytes);
            case HEAD -> PROTOCOLS.stream().filter(protocol -> protocol != (v4 ? IpProtocol.ICMPV6 : IpProtocol.ICMP))
                    .map(protocol -> Wide.of(Heads.of(layout.plane()).numberOf(new Head(protocol,
                            layout.plane().isLater() ? Depth.NONE : Heads.of(layout.plane()).deepest(protocol)))));
            case FIRST -> Stream.concat(CLIENT_PORTS.stream(), (v4 ? V4_TYPES : V6_TYPES).stream()).map(Wide::of);
            case SECOND -> Stream.concat(SERVER_PORTS.stream(), Stream.of(0)).map(Wide::of);
            case TCP_FLAGS -> FLAGS.stream().map(Wide::of);
            case TTL -> Stream.of(Wide.of(PacketPoint.TTL));
            case LENGTH -> Stream.of(40, 60, 100, 1500).map(Wide::of);
            case STATE -> Stream.of(ConnectionState.UNTRACKED, ConnectionState.NEW).map(state -> Wide.of(state.ordinal()));
            case IN_INTERFACE, USER, CHANCE -> Stream.of(Wide.of(1));
            case OUT_INTERFACE, DIRECTION, DSCP, MARK, PROGRAM -> Stream.of(Wide.of(0));
        };
    }

    private static Stream<Wide> addresses(List<IpAddress> usual, Axis axis, boolean bytes) {
        return usual.stream().map(address -> bytes ? Wide.of(AddressShape.byteOf(address, axis.part())) : Wide.of(address));
    }

    /** A packet that lies in the box, which is not empty, without what is not in its bytes. */
    static PacketPoint of(Layout layout, int[][] box) {
        return new Points(layout, box, null).find();
    }

    /** A packet that lies in the box, which is not empty. */
    static Witness of(Universe universe, Plane plane, int[][] box) {
        return of(universe, plane, box, null);
    }

    /** As {@link #of(Universe, Plane, int[][])}, with the values that the traffic names, in whose box the box lies. */
    static Witness of(Universe universe, Plane plane, int[][] box, Traffic wanted) {
        Points points = new Points(universe.layout(plane), box, wanted);
        return new Witness(points.find().bytes().toArray(ValueLayout.JAVA_BYTE),
                new Contexts(universe, points).find(), new Contexts(universe, points).provided());
    }

    private PacketPoint find() {
        boolean v4 = version == IpVersion.V4;
        Head head = head();
        IpAddress source = address(Field.SOURCE, v4 ? V4_SOURCES : V6_SOURCES);
        IpAddress destination = address(Field.DESTINATION, v4 ? V4_DESTINATIONS : V6_DESTINATIONS);
        Heads heads = Heads.of(layout.plane());
        boolean icmp = heads.isIcmp(head.protocol());
        int first = 0;
        int second = 0;
        if (head.depth() != Depth.NONE) {
            first = icmp ? Math.min(255, (int) value(Field.FIRST, v4 ? V4_TYPES : V6_TYPES))
                    : (int) value(Field.FIRST, CLIENT_PORTS);
            second = icmp ? Math.min(255, (int) value(Field.SECOND, List.of(0))) : (int) value(Field.SECOND, SERVER_PORTS);
        }
        return new PacketPoint(source, destination, layout.plane().isLater(), head.protocol(), head.depth(), first, second,
                (int) value(Field.TCP_FLAGS, FLAGS), (int) value(Field.TTL, List.of(PacketPoint.TTL, 1)),
                (int) value(Field.DSCP, List.of(0)), length(source, destination, head, first, second));
    }

    /** The length without a payload, the shortest one above it, or the shortest there is. */
    private int length(IpAddress source, IpAddress destination, Head head, int first, int second) {
        int axis = layout.placeOf(Field.LENGTH);
        if (axis < 0) {
            return -1;
        }
        int least = (int) new PacketPoint(source, destination, layout.plane().isLater(), head.protocol(), head.depth(), first,
                second, 0).bytes().byteSize();
        for (int i = 0; i < box[axis].length; i += 2) {
            int low = (int) layout.first(axis, box[axis][i]).low();
            if (least <= layout.last(axis, box[axis][i + 1]).low()) {
                return Math.max(low, least);
            }
        }
        int lowest = (int) layout.first(axis, box[axis][0]).low();
        int highest = (int) layout.last(axis, box[axis][1]).low();
        return Math.max(lowest, highest);
    }

    private Head head() {
        Heads heads = Heads.of(layout.plane());
        if (wanted != null && wanted.protocol() != null) {
            int protocol = wanted.protocol();
            return new Head(protocol, layout.plane().isLater() ? Depth.NONE : heads.deepest(protocol));
        }
        for (int protocol : PROTOCOLS) {
            Head whole = new Head(protocol, layout.plane().isLater() ? Depth.NONE : heads.deepest(protocol));
            boolean usual = protocol != (version == IpVersion.V4 ? IpProtocol.ICMPV6 : IpProtocol.ICMP);
            if (usual && contains(Field.HEAD, Wide.of(heads.numberOf(whole)))) {
                return whole;
            }
        }
        Head cut = null;
        for (int number = 0; number < heads.count(); number++) {
            if (contains(Field.HEAD, Wide.of(number))) {
                Head head = heads.get(number);
                boolean whole = layout.plane().isLater() || head.depth() == heads.deepest(head.protocol());
                boolean header = version == IpVersion.V6 && IpProtocol.isExtensionHeader(head.protocol());
                if (whole && !header) {
                    return head;
                }
                cut = cut == null ? head : cut;
            }
        }
        return cut;
    }

    boolean contains(Field field, Wide value) {
        int axis = layout.placeOf(field);
        return axis < 0 || Sets.contains(box[axis], layout.intervalOf(axis, value));
    }

    /** The box's set on an axis; null where the axis does not matter. */
    int[] set(Axis axis) {
        int place = layout.placeOf(axis);
        return place < 0 ? null : box[place];
    }

    /** The places of the axes of a field. */
    List<Axis> axes(Field field) {
        List<Axis> axes = new ArrayList<>();
        for (int axis = 0; axis < layout.axes(); axis++) {
            if (layout.axis(axis).field() == field) {
                axes.add(layout.axis(axis));
            }
        }
        return axes;
    }

    /** Whether a value of an axis lies in the box. */
    boolean contains(Axis axis, long value) {
        int place = layout.placeOf(axis);
        return place < 0 || Sets.contains(box[place], layout.intervalOf(place, Wide.of(value)));
    }

    /** The lowest value of an axis in the box. */
    long lowest(Axis axis) {
        int place = layout.placeOf(axis);
        return layout.first(place, box[place][0]).low();
    }

    /** The first of the usual values that lies in the box, else its lowest one that is not 0. */
    long value(Field field, List<Integer> usual) {
        List<Integer> named = Region.wanted(wanted, field);
        if (!named.isEmpty()) {
            return named.getFirst();
        }
        for (int value : usual) {
            if (contains(field, Wide.of(value))) {
                return value;
            }
        }
        int axis = layout.placeOf(field);
        return axis < 0 ? usual.getFirst() : some(axis).low();
    }

    /** The lowest value of the axis in the box; the one above 0 where there is one. */
    private Wide some(int axis) {
        Wide first = layout.first(axis, box[axis][0]);
        Wide last = layout.last(axis, box[axis][0]);
        return first.isZero() && first.compareTo(last) < 0 ? Wide.of(1) : first;
    }

    private IpAddress address(Field field, List<IpAddress> usual) {
        IpAddress named = wanted == null ? null : field == Field.SOURCE ? wanted.source() : wanted.destination();
        if (named != null) {
            return named;
        }
        for (IpAddress address : usual) {
            if (holds(field, address)) {
                return address;
            }
        }
        int axis = layout.placeOf(field);
        if (layout.isBytes(axis)) {
            return assembled(field);
        }
        // the first address of a network is no host's
        Wide first = layout.first(axis, box[axis][0]);
        Wide last = layout.last(axis, box[axis][0]);
        Wide host = (first.low() & 0xff) == 0 && first.compareTo(last) < 0 ? first.next() : first;
        return new IpAddress(version, host.high(), host.low());
    }

    private boolean holds(Field field, IpAddress address) {
        for (int axis = 0; axis < layout.axes(); axis++) {
            if (layout.axis(axis).field() == field) {
                Wide value = layout.isBytes(axis)
                        ? Wide.of(AddressShape.byteOf(address, layout.axis(axis).part())) : Wide.of(address);
                if (!Sets.contains(box[axis], layout.intervalOf(axis, value))) {
                    return false;
                }
            }
        }
        return true;
    }

    private IpAddress assembled(Field field) {
        int bits = version.addressBits();
        long high = 0;
        long low = 0;
        for (int axis = 0; axis < layout.axes(); axis++) {
            if (layout.axis(axis).field() == field) {
                long value = layout.first(axis, box[axis][0]).low();
                int shift = bits - 8 - 8 * layout.axis(axis).part();
                high |= shift >= 64 ? value << shift - 64 : 0;
                low |= shift < 64 ? value << shift : 0;
            }
        }
        return new IpAddress(version, high, low);
    }
}
