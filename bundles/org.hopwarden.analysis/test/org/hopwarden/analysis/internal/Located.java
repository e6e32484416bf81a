package org.hopwarden.analysis.internal;

import java.time.LocalDateTime;
import java.time.ZoneId;

import org.hopwarden.analysis.internal.Heads.Head;
import org.hopwarden.analysis.internal.WideSet.Wide;
import org.hopwarden.engine.PacketContext;
import org.hopwarden.net.IpAddress;
import org.hopwarden.rulemodel.AddressName;
import org.hopwarden.rulemodel.InterfaceTerms;
import org.hopwarden.rulemodel.Schedule;
import org.hopwarden.rulemodel.Schedules;

/** Where a packet lies in a universe: the other way round than {@link Points}, and written apart from it. */
final class Located {

    private Located() {
    }

    static Plane plane(PacketPoint packet) {
        return packet.source().isV4() ? packet.later() ? Plane.V4_LATER : Plane.V4 : packet.later() ? Plane.V6_LATER : Plane.V6;
    }

    /** The packet's elementary interval on each axis. Rates are kept, and names stand for the addresses they have. */
    static int[] point(Universe universe, PacketPoint packet, PacketContext context) {
        Layout layout = universe.layout(plane(packet));
        int[] point = new int[layout.axes()];
        for (int axis = 0; axis < point.length; axis++) {
            point[axis] = layout.intervalOf(axis, value(universe, layout, layout.axis(axis), axis, packet, context));
        }
        return point;
    }

    private static Wide value(Universe universe, Layout layout, Axis axis, int place, PacketPoint packet, PacketContext context) {
        return switch (axis.field()) {
            case SOURCE -> address(layout, axis, place, packet.source());
            case DESTINATION -> address(layout, axis, place, packet.destination());
            case HEAD -> Wide.of(head(layout, packet));
            case FIRST -> Wide.of(packet.first());
            case SECOND -> Wide.of(packet.second());
            case TCP_FLAGS -> Wide.of(packet.tcpFlags());
            case DIRECTION -> Wide.of(context.direction().ordinal());
            case IN_INTERFACE -> Wide.of(kind(universe.interfaces(), context.inInterface()));
            case OUT_INTERFACE -> Wide.of(kind(universe.interfaces(), context.outInterface()));
            case TTL -> Wide.of(packet.ttl());
            case DSCP -> Wide.of(packet.dscp());
            case LENGTH -> Wide.of(packet.lengthBytes() < 0 ? packet.bytes().byteSize() : packet.lengthBytes());
            case STATE -> Wide.of(context.state().ordinal());
            case MARK -> Wide.of(context.mark() >>> 8 * (3 - axis.part()) & 0xff);
            case PROGRAM -> Wide.of(context.program().map(program -> kind(universe.programs(), program.path())).orElse(0));
            case USER -> Wide.of(context.program().map(program -> kind(universe.users(), program.user())).orElse(0));
            case CHANCE -> Wide.of(chance(universe, axis, context));
        };
    }

    private static Wide address(Layout layout, Axis axis, int place, IpAddress address) {
        return layout.isBytes(place) ? Wide.of(AddressShape.byteOf(address, axis.part())) : Wide.of(address);
    }

    private static int head(Layout layout, PacketPoint packet) {
        Heads heads = Heads.of(layout.plane());
        for (int number = 0; number < heads.count(); number++) {
            if (heads.get(number).equals(new Head(packet.protocol(), packet.depth()))) {
                return number;
            }
        }
        throw new AssertionError("no head for " + packet);
    }

    /** The kind whose example the same patterns hold. */
    private static int kind(Names names, String name) {
        for (int number = 0; number < names.count(); number++) {
            if (names.example(number).equals(name)) {
                return number;
            }
        }
        for (int number = 1; number < names.count(); number++) {
            String example = names.example(number);
            if (!name.isEmpty() && names.patterns().stream().allMatch(pattern ->
                    InterfaceTerms.matches(pattern, example) == InterfaceTerms.matches(pattern, name))) {
                return number;
            }
        }
        throw new AssertionError("no kind for " + name);
    }

    private static int chance(Universe universe, Axis axis, PacketContext context) {
        return switch (universe.chances().get(axis.part()).element()) {
            case Schedule schedule -> Schedules.holds(schedule, LocalDateTime.ofInstant(context.time(), ZoneId.systemDefault()))
                    ? 1 : 0;
            case AddressName name -> 1;
            default -> 1;
        };
    }
}
