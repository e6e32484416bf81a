package org.hopwarden.enforce.internal;

import java.util.List;
import java.util.Set;

import org.hopwarden.enforce.VerdictListener;
import org.hopwarden.enforce.internal.QueueSet.Needs;
import org.hopwarden.engine.CompiledPolicy;
import org.hopwarden.packetio.PacketPortException;
import org.hopwarden.packetio.PacketPorts;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.ChainEnd;
import org.hopwarden.rulemodel.ConnectionState;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.RulemodelFactory;

/** Starts queues of which the second gets nobody who decides; prints which queues are in use behind that. */
final class LeakingQueuesProgram {

    private static int made;

    private LeakingQueuesProgram() {
    }

    private static PacketDecider decider(PolicyInForce policy) {
        if (++made == 2) {
            throw new IllegalStateException("as the test wants it");
        }
        return new PacketDecider(policy, VerdictListener.NONE, false);
    }

    public static void main(String[] args) throws Exception {
        Chain chain = RulemodelFactory.eINSTANCE.createChain();
        chain.setName("all");
        chain.setEnd(ChainEnd.ALLOW);
        Policy policy = RulemodelFactory.eINSTANCE.createPolicy();
        policy.getChains().add(chain);
        PolicyInForce inForce = new PolicyInForce(CompiledPolicy.compile(policy));
        try {
            QueueSet.start(new Needs(List.of(ConnectionState.ESTABLISHED, ConnectionState.UNTRACKED), false), Set.of("input"), () -> decider(inForce),
                    new Ending("the queue failed"), QueueHooks.ways(), 0);
        } catch (IllegalStateException e) {
            System.out.println(e.getMessage() + ": " + PacketPorts.queuesInUse());
        } catch (PacketPortException e) {
            System.err.println(e.getMessage());
            System.exit(3);
        }
    }
}
