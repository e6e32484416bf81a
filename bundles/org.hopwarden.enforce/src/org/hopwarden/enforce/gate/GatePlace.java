package org.hopwarden.enforce.gate;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.hopwarden.enforce.EnforcementBackEnd;
import org.hopwarden.engine.Direction;
import org.hopwarden.engine.Explanation.Field;

/**
 * Which packets a policy will decide.
 *
 * @param name tells places apart, such as {@code nfqueue hook=in,out}
 * @param directions of the packets
 * @param tracked whether the states of connections are known there
 * @param interfaces the two between which all packets go; empty where there are others
 */
public record GatePlace(String name, Kind kind, Set<Direction> directions, boolean tracked, List<String> interfaces) {

    /** Whose packets they are. */
    public enum Kind {
        /** Those to, from and through this host. */
        HOST,
        /** Those that cross this host unseen by its own network stack, as on a bridge. */
        CROSSING,
        /** None of this host's, as in a simulated network. */
        ELSEWHERE
    }

    private static final Set<String> OF_THIS_HOST = Set.of("nfqueue", "kernel");
    private static final List<Direction> ORDER = List.of(Direction.IN, Direction.OUT, Direction.FORWARD);

    public GatePlace {
        requireNonNull(name, "name");
        requireNonNull(kind, "kind");
        directions = Set.copyOf(directions);
        interfaces = List.copyOf(interfaces);
    }

    /** One whose interfaces are not known. */
    public GatePlace(String name, Kind kind, Set<Direction> directions, boolean tracked) {
        this(name, kind, directions, tracked, List.of());
    }

    /**
     * The place of a back end. Those of plug-ins count as being elsewhere: what they decide is not known.
     *
     * @param values of its options; hooks that are not known are left out, for the back end refuses them itself
     */
    public static GatePlace of(EnforcementBackEnd backEnd, Map<String, String> values) {
        String name = backEnd.id() + backEnd.options().stream().filter(option -> values.containsKey(option.name()))
                .map(option -> " " + option.name() + "=" + values.get(option.name())).collect(Collectors.joining());
        boolean tracked = backEnd.known().contains(Field.STATE);
        if (OF_THIS_HOST.contains(backEnd.id())) {
            Set<Direction> hooks = hooks(values.getOrDefault("hook", ""));
            // By what is decided, in whatever order it was said.
            return new GatePlace(backEnd.id() + " hook=" + ORDER.stream().filter(hooks::contains).map(Direction::word).collect(Collectors.joining(",")),
                    Kind.HOST, hooks, tracked);
        }
        if (backEnd.id().equals("bridge")) {
            List<String> both = backEnd.options().stream().limit(2).map(option -> values.getOrDefault(option.name(), "")).toList();
            return new GatePlace(name, Kind.CROSSING, Set.of(Direction.FORWARD), tracked, both.contains("") ? List.of() : both);
        }
        return new GatePlace(name, Kind.ELSEWHERE, Set.of(Direction.FORWARD), tracked);
    }

    private static Set<Direction> hooks(String words) {
        Set<Direction> hooks = EnumSet.noneOf(Direction.class);
        for (String word : words.split(",")) {
            Arrays.stream(Direction.values()).filter(each -> each.word().equals(word.strip())).forEach(hooks::add);
        }
        return hooks;
    }
}
