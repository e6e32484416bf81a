package org.hopwarden.cli.internal;

import java.util.EnumSet;
import java.util.Set;

import org.hopwarden.engine.DescribedPacket.Draft;
import org.hopwarden.engine.Direction;
import org.hopwarden.engine.Explanation.Field;
import org.hopwarden.engine.PacketContext;
import org.hopwarden.engine.PacketField;
import org.hopwarden.rulemodel.ConnectionState;

import picocli.CommandLine.Option;

/** The options that say what is known of packets beside their bytes, where the packets do not say it themselves. */
final class ContextOptions {

    @Option(names = "--direction", paramLabel = "DIRECTION", converter = RulesCommand.DirectionConverter.class,
            description = "in, out or forward (default)")
    private Direction direction;

    @Option(names = "--in-interface", paramLabel = "IF", description = "the interface they come in by")
    private String inInterface;

    @Option(names = "--out-interface", paramLabel = "IF", description = "the interface they leave by")
    private String outInterface;

    @Option(names = "--state", paramLabel = "STATE", converter = RulesCommand.StateConverter.class,
            description = "of their connections: new, established, related, invalid or untracked (default)")
    private ConnectionState state;

    /** At a time that the caller sets, if it knows one. */
    PacketContext context() {
        return PacketContext.of(direction == null ? Direction.FORWARD : direction)
                .withInterfaces(inInterface == null ? "" : inInterface, outInterface == null ? "" : outInterface)
                .withState(state == null ? ConnectionState.UNTRACKED : state);
    }

    /** What the options say of a packet. */
    Draft draft() {
        Draft draft = new Draft();
        draft = direction == null ? draft : draft.with(PacketField.DIRECTION, direction.word());
        draft = inInterface == null ? draft : draft.with(PacketField.IN_INTERFACE, inInterface);
        draft = outInterface == null ? draft : draft.with(PacketField.OUT_INTERFACE, outInterface);
        return state == null ? draft : draft.with(PacketField.STATE, state.getLiteral());
    }

    /** The draft, with what the options say where it says nothing. */
    Draft completed(Draft draft) {
        Draft completed = draft;
        for (var option : draft().texts().entrySet()) {
            completed = completed.withDefault(option.getKey(), option.getValue());
        }
        return completed;
    }

    /** What the options say. */
    Set<Field> known() {
        Set<Field> known = EnumSet.noneOf(Field.class);
        if (inInterface != null) {
            known.add(Field.IN_INTERFACE);
        }
        if (outInterface != null) {
            known.add(Field.OUT_INTERFACE);
        }
        if (state != null) {
            known.add(Field.STATE);
        }
        return known;
    }
}
