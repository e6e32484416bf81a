package org.hopwarden.analysis.internal;

import java.util.List;
import java.util.function.LongPredicate;

import org.hopwarden.analysis.Traffic;
import org.hopwarden.analysis.internal.Heads.Head;
import org.hopwarden.analysis.internal.WideSet.Wide;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpVersion;
import org.hopwarden.rulemodel.ConnectionState;

/** Traffic as a box of a universe. Values lie in intervals that no rule tells apart, so a whole interval stands for its value. */
final class Region {

    private static final String LOOPBACK = "lo";

    private Region() {
    }

    static Plane plane(Traffic traffic) {
        return traffic.version() == IpVersion.V4 ? traffic.laterFragment() ? Plane.V4_LATER : Plane.V4
                : traffic.laterFragment() ? Plane.V6_LATER : Plane.V6;
    }

    /** The traffic's box; null where there is no such packet in the universe. */
    static int[][] of(Universe universe, Traffic traffic) {
        Layout layout = universe.layout(plane(traffic));
        int[][] box = layout.whole();
        for (int axis = 0; axis < box.length; axis++) {
            int[] set = set(universe, layout, axis, traffic);
            if (set != null) {
                box[axis] = Sets.intersection(box[axis], set);
                if (Sets.isEmpty(box[axis])) {
                    return null;
                }
            }
        }
        return box;
    }

    private static int[] set(Universe universe, Layout layout, int axis, Traffic traffic) {
        return switch (layout.axis(axis).field()) {
            case SOURCE -> traffic.source() == null ? null : address(layout, axis, traffic.source());
            case DESTINATION -> traffic.destination() == null ? null : address(layout, axis, traffic.destination());
            case HEAD -> heads(layout, axis, traffic);
            case FIRST -> one(layout, axis, traffic.first());
            case SECOND -> one(layout, axis, traffic.second());
            case TCP_FLAGS -> one(layout, axis, traffic.tcpFlags());
            case DIRECTION -> one(layout, axis, traffic.direction() == null ? null : traffic.direction().ordinal());
            case STATE -> states(layout, axis, traffic);
            case IN_INTERFACE -> interfaces(universe, layout, axis, traffic.inInterface());
            case OUT_INTERFACE -> interfaces(universe, layout, axis, traffic.outInterface());
            default -> null;
        };
    }

    private static int[] interfaces(Universe universe, Layout layout, int axis, String name) {
        return where(layout, axis, number -> {
            String example = universe.interfaces().example((int) number);
            return !example.equals(LOOPBACK) && (name == null || universe.interfaces().areAlike(example, name));
        });
    }

    private static int[] one(Layout layout, int axis, Integer value) {
        return value == null ? null : interval(layout, axis, Wide.of(value));
    }

    private static int[] interval(Layout layout, int axis, Wide value) {
        int interval = layout.intervalOf(axis, value);
        return Sets.range(interval, interval);
    }

    private static int[] address(Layout layout, int axis, IpAddress address) {
        return interval(layout, axis, layout.isBytes(axis) ? Wide.of(AddressShape.byteOf(address, layout.axis(axis).part()))
                : Wide.of(address));
    }

    private static int[] heads(Layout layout, int axis, Traffic traffic) {
        Heads heads = Heads.of(layout.plane());
        return where(layout, axis, number -> {
            Head head = heads.get((int) number);
            return (traffic.protocol() == null || head.protocol() == traffic.protocol())
                    && (layout.plane().isLater() || head.depth() == heads.deepest(head.protocol()));
        });
    }

    private static int[] states(Layout layout, int axis, Traffic traffic) {
        return traffic.states().isEmpty() ? null
                : where(layout, axis, number -> traffic.states().contains(ConnectionState.values()[(int) number]));
    }

    private static int[] where(Layout layout, int axis, LongPredicate condition) {
        int[] set = Sets.EMPTY;
        for (long value = 0; value <= layout.axis(axis).highest().low(); value++) {
            if (condition.test(value)) {
                set = Sets.union(set, interval(layout, axis, Wide.of(value)));
            }
        }
        return set;
    }

    /** What the traffic says of a field, as the value to take for an example; empty where it says nothing. */
    static List<Integer> wanted(Traffic traffic, Field field) {
        Integer value = traffic == null ? null : switch (field) {
            case FIRST -> traffic.first();
            case SECOND -> traffic.second();
            case TCP_FLAGS -> traffic.tcpFlags();
            default -> null;
        };
        return value == null ? List.of() : List.of(value);
    }
}
