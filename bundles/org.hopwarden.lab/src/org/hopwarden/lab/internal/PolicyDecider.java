package org.hopwarden.lab.internal;

import org.hopwarden.engine.CompiledPolicy;
import org.hopwarden.engine.PacketState;
import org.hopwarden.engine.Verdict;
import org.hopwarden.lab.FilterPlace;
import org.hopwarden.lab.PacketFilter;
import org.hopwarden.net.PacketView;

/** A policy as the filter of a place. The links of the place are its interfaces. Used under the network's lock. */
final class PolicyDecider implements PacketFilter {

    private final CompiledPolicy policy;
    private final PacketState state;
    /** By the policy's slots. */
    private final Decision[] decisions;

    PolicyDecider(CompiledPolicy policy, FilterPlace place) {
        this.policy = policy;
        state = new PacketState(place.policyDirection());
        decisions = new Decision[policy.slots()];
        for (int slot = 0; slot < decisions.length; slot++) {
            Verdict verdict = policy.verdictOfSlot(slot);
            decisions[slot] = verdict == null ? null : Decision.of(verdict, policy.failMode());
        }
    }

    @Override
    public Decision decide(PacketView packet, Direction direction, String inLink, String outLink) {
        return decisions[CompiledPolicy.slot(policy.decide(packet, state.next().interfaces(inLink, outLink)))];
    }
}
