package org.hopwarden.analysis.internal;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.hopwarden.analysis.internal.ChanceKeys.Chance;
import org.hopwarden.engine.Direction;
import org.hopwarden.engine.PacketContext;
import org.hopwarden.engine.PacketContext.Program;
import org.hopwarden.rulemodel.ConnectionState;
import org.hopwarden.rulemodel.Schedule;
import org.hopwarden.rulemodel.Schedules;

/** Finds what is usual beside the bytes of a packet: where it comes from, its state, the time. */
final class Contexts {

    /** A Monday at noon. */
    private static final LocalDateTime FIRST_TIME = LocalDateTime.of(2026, 1, 5, 12, 0);
    private static final int QUARTERS_A_WEEK = 7 * 24 * 4;
    private static final int QUARTER_MINUTES = 15;

    private final Universe universe;
    private final Points points;

    Contexts(Universe universe, Points points) {
        this.universe = universe;
        this.points = points;
    }

    PacketContext find() {
        Direction direction = Direction.values()[(int) points.value(Field.DIRECTION,
                List.of(Direction.IN.ordinal(), Direction.OUT.ordinal(), Direction.FORWARD.ordinal()))];
        ConnectionState state = ConnectionState.values()[(int) points.value(Field.STATE,
                List.of(ConnectionState.UNTRACKED.ordinal(), ConnectionState.NEW.ordinal()))];
        return new PacketContext(direction, interfaceName(Field.IN_INTERFACE, direction != Direction.OUT),
                interfaceName(Field.OUT_INTERFACE, direction != Direction.IN), state, program(), mark(),
                time().atZone(ZoneId.systemDefault()).toInstant());
    }

    private String interfaceName(Field field, boolean some) {
        if (points.axes(field).isEmpty()) {
            return "";
        }
        int number = (int) points.value(field, some ? List.of(1) : List.of(0));
        return universe.interfaces().example(number);
    }

    private Optional<Program> program() {
        if (points.axes(Field.PROGRAM).isEmpty()) {
            return Optional.empty();
        }
        int number = (int) points.value(Field.PROGRAM, List.of(0));
        int user = points.axes(Field.USER).isEmpty() ? 1 : (int) points.value(Field.USER, List.of(1));
        return number == 0 ? Optional.empty()
                : Optional.of(new Program(universe.programs().example(number), universe.users().example(user)));
    }

    private int mark() {
        int mark = 0;
        for (Axis axis : points.axes(Field.MARK)) {
            mark |= (int) points.lowest(axis) << 8 * (3 - axis.part());
        }
        return mark;
    }

    /** A time at which each schedule holds that the box wants to hold, and no other; the first one where there is none. */
    private LocalDateTime time() {
        List<Axis> schedules = points.axes(Field.CHANCE).stream()
                .filter(axis -> universe.chances().get(axis.part()).kind() == ChanceKeys.Kind.SCHEDULE).toList();
        return schedules.isEmpty() ? FIRST_TIME
                : times(schedules).filter(time -> schedules.stream().allMatch(axis -> suits(axis, time))).findFirst()
                        .orElse(FIRST_TIME);
    }

    private boolean suits(Axis axis, LocalDateTime time) {
        Schedule schedule = (Schedule) universe.chances().get(axis.part()).element();
        return points.contains(axis, Schedules.holds(schedule, time) ? 1 : 0);
    }

    private Stream<LocalDateTime> times(List<Axis> axes) {
        List<LocalDateTime> starts = new ArrayList<>(List.of(FIRST_TIME));
        for (Axis axis : axes) {
            Schedule schedule = (Schedule) universe.chances().get(axis.part()).element();
            Stream.of(Optional.ofNullable(schedule.getStart()), Optional.ofNullable(schedule.getEnd()))
                    .flatMap(Optional::stream).forEach(time -> {
                        starts.add(time);
                        starts.add(time.minusWeeks(1));
                        starts.add(time.minus(1, ChronoUnit.MINUTES));
                    });
        }
        return starts.stream().flatMap(start -> Stream.iterate(start, time -> time.plusMinutes(QUARTER_MINUTES))
                .limit(QUARTERS_A_WEEK));
    }

    /** What no packet can show by itself. */
    List<String> provided() {
        List<String> provided = new ArrayList<>();
        for (Axis axis : points.axes(Field.CHANCE)) {
            Chance chance = universe.chances().get(axis.part());
            if (chance.kind() != ChanceKeys.Kind.SCHEDULE && !points.contains(axis, 1)) {
                provided.add(chance.kind() == ChanceKeys.Kind.RATE ? "while a rate is exceeded"
                        : "while " + chance.text() + " stands for other addresses");
            }
        }
        return provided;
    }
}
