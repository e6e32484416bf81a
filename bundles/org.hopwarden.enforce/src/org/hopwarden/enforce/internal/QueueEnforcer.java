package org.hopwarden.enforce.internal;

import java.util.Set;
import java.util.function.UnaryOperator;

import org.hopwarden.enforce.EnforcementBackEnd.Request;
import org.hopwarden.enforce.internal.QueueSet.Needs;
import org.hopwarden.engine.CompiledPolicy;
import org.hopwarden.engine.Direction;
import org.hopwarden.packetio.PacketPortException;

/**
 * Decides the packets of this host itself, those to it, from it and through it: the kernel holds them in queues (NFQUEUE) until the policy has
 * spoken. Where a rule asks for the state of connections, it is the kernel's own, by the queue that a packet comes in; else nobody tracks any. What the policy allows goes
 * on to the host's own firewall, which decides as well.
 * <p>
 * The kernel's rules that send packets into the queues are set up at the start and taken away at the end. Where this program dies instead,
 * they stand: nothing passes any more, or everything where the policy fails open; the next start takes them away.
 */
final class QueueEnforcer extends HostEnforcer {

    private QueueEnforcer(Request request, Set<Direction> directions) {
        super(request, directions);
    }

    /**
     * Starts: when this returns, packets are decided.
     *
     * @param directions of the packets to decide, at least one
     * @throws PacketPortException {@code NO_RIGHTS} without CAP_NET_ADMIN and CAP_NET_RAW, {@code NOT_AVAILABLE} where the kernel has no queues
     *             or no rule can be set up that fills them
     */
    static QueueEnforcer start(Request request, Set<Direction> directions) throws PacketPortException {
        QueueEnforcer enforcer = new QueueEnforcer(request, directions);
        enforcer.start(request.policy());
        return enforcer;
    }

    @Override
    AtWork begin(CompiledPolicy policy, AtWork before) throws PacketPortException {
        return open(policy, needs(policy, before), before == null ? QueueHooks.ways() : before.queues().waysOfNext(), 0, UnaryOperator.identity());
    }

    /** Not where the other policy asks for states that the kernel was not told to tell apart, or fails otherwise. */
    @Override
    boolean canStay(AtWork now, CompiledPolicy next) {
        return needs(next, now).equals(now.needs());
    }

    private Needs needs(CompiledPolicy policy, AtWork before) {
        return Needs.of(policy, isDryRun()).keeping(before == null ? null : before.needs());
    }

    @Override
    public String place() {
        return "this host (" + directionsInWords() + ")";
    }
}
