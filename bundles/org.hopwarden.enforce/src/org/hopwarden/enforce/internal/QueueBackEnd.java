package org.hopwarden.enforce.internal;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.hopwarden.enforce.EnforcementBackEnd;
import org.hopwarden.enforce.Enforcer;
import org.hopwarden.engine.Direction;
import org.hopwarden.engine.Explanation.Field;
import org.hopwarden.packetio.PacketPortException;
import org.hopwarden.packetio.PacketPorts;

/** The {@link QueueEnforcer} as a back end. */
public final class QueueBackEnd implements EnforcementBackEnd {

    /** What the kernel tells of packets beside their bytes; the application of those to and from this host. */
    private static final Set<Field> KNOWN = Set.of(Field.IN_INTERFACE, Field.OUT_INTERFACE, Field.STATE, Field.MARK, Field.APPLICATION);
    private static final Option HOOK = new Option("hook", "Packets", "Which packets are decided: in, out, forward, with commas between");

    @Override
    public String id() {
        return "nfqueue";
    }

    @Override
    public String label() {
        return "This host (NFQUEUE)";
    }

    @Override
    public String description() {
        return "The kernel holds the packets to, from and through this host until the policy has decided. Its own firewall decides as well, and"
                + " is left as it is.";
    }

    @Override
    public Optional<Obstacle> obstacle() {
        try {
            PacketPorts.openQueues(1, false, QueueHooks.allStanding()).getFirst().close();
            return Optional.empty();
        } catch (PacketPortException e) {
            return Optional.of(new Obstacle(e.getMessage(), e.remedy()));
        }
    }

    @Override
    public List<Option> options() {
        return List.of(HOOK);
    }

    @Override
    public List<String> choices(Option option, Map<String, String> chosen) {
        return List.of("in,out,forward", "in,out", "in", "out", "forward");
    }

    @Override
    public Set<Field> known() {
        return KNOWN;
    }

    @Override
    public boolean runsDry() {
        return true;
    }

    @Override
    public void check(Request request) throws OptionException {
        directions(request);
    }

    @Override
    public Enforcer start(Request request) throws OptionException, PacketPortException {
        return QueueEnforcer.start(request, directions(request));
    }

    /** Whose packets are to be decided. */
    static Set<Direction> directions(Request request) throws OptionException {
        Set<Direction> directions = EnumSet.noneOf(Direction.class);
        for (String word : request.value(HOOK).split(",", -1)) {
            directions.add(Arrays.stream(Direction.values()).filter(each -> each.word().equals(word.strip())).findFirst()
                    .orElseThrow(() -> new OptionException(HOOK, "'" + word.strip() + "' is no hook", "There are in, out and forward, with commas"
                            + " between.")));
        }
        return directions;
    }
}
