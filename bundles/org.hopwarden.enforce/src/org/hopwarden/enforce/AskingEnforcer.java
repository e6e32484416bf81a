package org.hopwarden.enforce;

import java.time.Duration;

import org.hopwarden.engine.CompiledPolicy;
import org.hopwarden.engine.PolicyCompileException;
import org.hopwarden.engine.connections.ConnectionList;
import org.hopwarden.packetio.PacketPortException;
import org.hopwarden.packetio.PacketPortException.Reason;

/** An enforcer whose questions a broker asks. */
final class AskingEnforcer implements Enforcer {

    private final Enforcer running;
    private final AskBroker broker;

    AskingEnforcer(Enforcer running, AskBroker broker) {
        this.running = running;
        this.broker = broker;
    }

    @Override
    public EnforcementStatistics statistics() {
        return running.statistics();
    }

    @Override
    public long lostPackets() {
        return running.lostPackets();
    }

    @Override
    public ConnectionList connections(int most) {
        return running.connections(most);
    }

    @Override
    public String place() {
        return running.place();
    }

    @Override
    public String note() {
        return running.note();
    }

    @Override
    public boolean replaces() {
        return running.replaces();
    }

    @Override
    public void replace(CompiledPolicy policy) throws PacketPortException {
        try {
            broker.rebase(policy.policy());
        } catch (PolicyCompileException e) {
            throw new PacketPortException(Reason.FAILED, "the policy cannot be put to work: " + e.getMessage(), "The old one goes on.");
        }
    }

    @Override
    public String removal() {
        return running.removal();
    }

    @Override
    public boolean await(Duration atMost) throws PacketPortException, InterruptedException {
        return running.await(atMost);
    }

    @Override
    public void close() {
        broker.close();
        running.close();
    }
}
