package org.hopwarden.enforce;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.hopwarden.engine.CompiledPolicy;
import org.hopwarden.engine.Direction;
import org.hopwarden.engine.Explanation.Field;
import org.hopwarden.engine.PacketState;
import org.hopwarden.engine.RejectWith;
import org.hopwarden.engine.Verdict;
import org.hopwarden.net.PacketView;

/**
 * A compiled policy as the filter of a bridge: each packet is decided as a forwarded one between the bridge's interfaces. Nobody
 * tracks connections or knows programs and marks here: see {@link #KNOWN}.
 */
public final class PolicyFilter implements BridgeFilter {

    /** What a bridge knows of packets beside their bytes. */
    public static final Set<Field> KNOWN = Set.of(Field.IN_INTERFACE, Field.OUT_INTERFACE);

    private static final Outcome UNDECIDED = new Outcome(Action.UNDECIDED, null, null, 0);

    private final CompiledPolicy policy;
    private final VerdictListener verdicts;
    private final List<Outcome> outcomes;
    /** The bridge's threads each go one way. */
    private final ThreadLocal<PacketState> states = ThreadLocal.withInitial(() -> new PacketState(Direction.FORWARD));

    public PolicyFilter(CompiledPolicy policy) {
        this(policy, VerdictListener.NONE);
    }

    /** @param verdicts is told of each packet that is decided */
    public PolicyFilter(CompiledPolicy policy, VerdictListener verdicts) {
        this.policy = policy;
        this.verdicts = requireNonNull(verdicts, "verdicts");
        List<Outcome> bySlot = new ArrayList<>();
        for (int slot = 0; slot < policy.slots(); slot++) {
            Verdict verdict = policy.verdictOfSlot(slot);
            bySlot.add(verdict == null ? UNDECIDED : outcome(verdict));
        }
        outcomes = List.copyOf(bySlot);
    }

    private static Outcome outcome(Verdict verdict) {
        return switch (verdict.kind()) {
            case ALLOW -> new Outcome(Action.ALLOW, null, verdict.chain(), verdict.rule());
            case DENY -> new Outcome(Action.DENY, null, verdict.chain(), verdict.rule());
            case REJECT -> new Outcome(Action.REJECT, RejectWith.of(verdict.rejectType()), verdict.chain(), verdict.rule());
            case ASK -> new Outcome(Action.ASK, null, verdict.chain(), verdict.rule());
            case NONE -> UNDECIDED;
        };
    }

    @Override
    public int decide(PacketView packet) {
        return decide(packet, "", "");
    }

    @Override
    public int decide(PacketView packet, String inInterface, String outInterface) {
        PacketState state = states.get().next().interfaces(inInterface, outInterface);
        int decision = policy.decide(packet, state);
        verdicts.decided(packet, state, policy, decision);
        return CompiledPolicy.slot(decision);
    }

    @Override
    public List<Outcome> outcomes() {
        return outcomes;
    }
}
