package org.hopwarden.enforce.gate;

import static org.hopwarden.enforce.gate.GatePolicies.allow;
import static org.hopwarden.enforce.gate.GatePolicies.bound;
import static org.hopwarden.enforce.gate.GatePolicies.chain;
import static org.hopwarden.enforce.gate.GatePolicies.deny;
import static org.hopwarden.enforce.gate.GatePolicies.from;
import static org.hopwarden.enforce.gate.GatePolicies.policy;
import static org.hopwarden.enforce.gate.GatePolicies.port;
import static org.hopwarden.enforce.gate.GatePolicies.rule;
import static org.hopwarden.enforce.gate.GatePolicies.states;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.hopwarden.enforce.gate.GatePlace.Kind;
import org.hopwarden.engine.Direction;
import org.hopwarden.engine.PolicyCompileException;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.packetio.TcpConnection;
import org.hopwarden.rulemodel.ChainEnd;
import org.hopwarden.rulemodel.ConnectionState;
import org.hopwarden.rulemodel.Hook;
import org.hopwarden.rulemodel.InterfaceName;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.Rule;
import org.junit.jupiter.api.Test;

class LockOutGuardTest {

    private static final GatePlace HOST = new GatePlace("nfqueue", Kind.HOST, Set.of(Direction.IN, Direction.OUT), true);
    private static final HeldConnection LOGIN = new HeldConnection(new TcpConnection(IpAddress.parse("192.0.2.1"), 22,
            IpAddress.parse("198.51.100.9"), 50000), true, "SSH_CONNECTION", "eth0");

    private static Optional<LockOut> judge(Policy policy, GatePlace place) throws PolicyCompileException {
        return new LockOutGuard(policy, null, place).judge(LOGIN);
    }

    @Test
    void aPolicyThatAllowsTheLoginIsLetBe() throws PolicyCompileException {
        assertEquals(Optional.empty(), judge(policy(chain("c", ChainEnd.ALLOW, port(deny(), IpProtocol.TCP, 23))), HOST));
        Policy host = policy(bound(chain("in", ChainEnd.DENY, states(allow(), ConnectionState.ESTABLISHED), port(allow(), IpProtocol.TCP, 22)),
                Hook.IN), bound(chain("out", ChainEnd.DENY, states(allow(), ConnectionState.ESTABLISHED)), Hook.OUT));
        assertEquals(Optional.empty(), judge(host, HOST), "a host that begins nothing itself");
    }

    @Test
    void aDeniedDirectionIsFoundWithItsRule() throws PolicyCompileException {
        Policy policy = policy(bound(chain("in", ChainEnd.ALLOW, from(rule(deny()), "198.51.100.0/24")), Hook.IN),
                bound(chain("out", ChainEnd.ALLOW), Hook.OUT));
        LockOut found = judge(policy, HOST).orElseThrow();
        assertTrue(found.certain());
        assertEquals(1, found.denials().size(), found::toString);
        assertEquals("in", found.denials().getFirst().verdict().chain());
        assertEquals(1, found.denials().getFirst().verdict().rule());
        assertEquals("eth0", found.denials().getFirst().packet().inInterface());
        assertEquals(List.of(new LockOut.Remedy("in", 1, "permit tcp host 198.51.100.9 host 192.0.2.1 eq 22")), found.remedy());
    }

    /** Tracking that begins with the policy takes the first segment for a new connection. */
    @Test
    void whatOnlyLetsEstablishedConnectionsPassEndsThisOne() throws PolicyCompileException {
        Policy policy = policy(chain("c", ChainEnd.DENY, states(allow(), ConnectionState.ESTABLISHED, ConnectionState.RELATED)));
        LockOut found = judge(policy, HOST).orElseThrow();
        assertEquals(List.of(ConnectionState.NEW), found.denials().stream().map(denial -> denial.packet().state()).toList());
        assertEquals(List.of(new LockOut.Remedy("c", 0, "permit tcp host 198.51.100.9 host 192.0.2.1 eq 22")), found.remedy());
    }

    @Test
    void whereNobodyTracksNothingIsEstablished() throws PolicyCompileException {
        Policy policy = policy(chain("c", ChainEnd.DENY, states(allow(), ConnectionState.ESTABLISHED, ConnectionState.NEW)));
        assertEquals(Optional.empty(), judge(policy, HOST));
        LockOut found = judge(policy, new GatePlace("x", Kind.CROSSING, Set.of(Direction.FORWARD), false)).orElseThrow();
        assertEquals(ConnectionState.UNTRACKED, found.denials().getFirst().packet().state());
    }

    @Test
    void whatAsksOrRejectsDoesNotLetLive() throws PolicyCompileException {
        for (Rule rule : List.of(rule(GatePolicies.MODEL.createAsk()), rule(GatePolicies.MODEL.createReject()))) {
            LockOut found = judge(policy(chain("c", ChainEnd.ALLOW, rule)), HOST).orElseThrow();
            assertEquals(2, found.denials().size(), "in and out: " + found);
            assertEquals(2, found.remedy().size(), found::toString);
            assertEquals("permit tcp host 192.0.2.1 eq 22 host 198.51.100.9", found.remedy().get(1).rule());
        }
    }

    @Test
    void theInterfaceCounts() throws PolicyCompileException {
        InterfaceName name = GatePolicies.MODEL.createInterfaceName();
        name.setPattern("eth1");
        Rule other = rule(allow());
        other.getMatch().getInInterface().add(name);
        Policy policy = policy(bound(chain("in", ChainEnd.DENY, other), Hook.IN), bound(chain("out", ChainEnd.ALLOW), Hook.OUT));
        assertTrue(judge(policy, HOST).isPresent());
        name.setPattern("eth0");
        assertEquals(Optional.empty(), judge(policy, HOST));
    }

    @Test
    void whatIsNotDecidedIsNotEnded() throws PolicyCompileException {
        Policy nothing = policy(chain("c", ChainEnd.DENY));
        assertTrue(judge(nothing, HOST).isPresent());
        assertEquals(Optional.empty(), judge(nothing, new GatePlace("x", Kind.HOST, Set.of(Direction.FORWARD), true)));
        assertEquals(Optional.empty(), judge(nothing, new GatePlace("x", Kind.ELSEWHERE, Set.of(Direction.FORWARD), true)));
        assertFalse(judge(nothing, new GatePlace("x", Kind.CROSSING, Set.of(Direction.FORWARD), true)).orElseThrow().certain(),
                "nobody knows whether it crosses the bridge");
    }

    /** Where the default of the policy decides there is no place for a rule. */
    @Test
    void withoutAChainThereIsNoRemedy() throws PolicyCompileException {
        Policy policy = policy(bound(chain("out", ChainEnd.ALLOW), Hook.OUT));
        LockOut found = judge(policy, HOST).orElseThrow();
        assertEquals(List.of(), found.remedy());
        assertEquals(null, found.denials().getFirst().verdict().chain());
    }
}
