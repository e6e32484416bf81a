package org.hopwarden.enforce.internal;

import java.util.List;
import java.util.Set;

import org.hopwarden.enforce.EnforcementBackEnd.Request;
import org.hopwarden.enforce.internal.QueueSet.Needs;
import org.hopwarden.engine.CompiledPolicy;
import org.hopwarden.engine.Direction;
import org.hopwarden.packetio.PacketPortException;

/**
 * Has the kernel decide by itself what of a policy is settled, and decides the rest, which comes in queues, by the whole policy. Each policy
 * has a table and queues of its own; another one takes over in one transaction.
 * <p>
 * What the kernel decides by itself is counted where it is decided and nowhere else: a counter more, at the entry, would cost each packet time. So of
 * these packets {@code seen} is the sum of their outcomes.
 */
final class KernelEnforcer extends HostEnforcer {

    /** What is in the kernel now; null for nothing. */
    private volatile KernelHooks hooks;

    private KernelEnforcer(Request request, Set<Direction> directions) {
        super(request, directions);
    }

    /**
     * Starts: when this returns, packets are decided.
     *
     * @param directions of the packets to decide, at least one
     */
    static KernelEnforcer start(Request request, Set<Direction> directions) throws PacketPortException {
        KernelEnforcer enforcer = new KernelEnforcer(request, directions);
        enforcer.start(request.policy());
        return enforcer;
    }

    @Override
    AtWork begin(CompiledPolicy policy, AtWork before) throws PacketPortException {
        KernelHooks next = new KernelHooks(policy, directions(), isDryRun(), hooks);
        AtWork begun = open(policy, Needs.of(policy, isDryRun()), List.of(next), next.foreignMark(),
                queued -> SettledCounts.with(queued, next.table(), next.counts()));
        hooks = next;
        return begun;
    }

    @Override
    public String place() {
        return "the kernel of this host (" + directionsInWords() + ")";
    }

    @Override
    public String note() {
        int undecided = hooks == null ? 0 : hooks.table().undecided().size();
        return undecided == 0 ? "" : undecided + (undecided == 1 ? " rule is" : " rules are") + " decided in the engine";
    }
}
