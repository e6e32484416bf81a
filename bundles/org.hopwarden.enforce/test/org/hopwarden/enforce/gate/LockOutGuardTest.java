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
import org.hopwarden.enforce.gate.HeldConnection.Way;
import org.hopwarden.engine.Direction;
import org.hopwarden.engine.PacketContext.Program;
import org.hopwarden.engine.PolicyCompileException;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.net.TcpFlags;
import org.hopwarden.rulemodel.Application;
import org.hopwarden.rulemodel.ChainEnd;
import org.hopwarden.rulemodel.ConnectionState;
import org.hopwarden.rulemodel.Hook;
import org.hopwarden.rulemodel.InterfaceName;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.Service;
import org.hopwarden.rulemodel.TcpFlagTest;
import org.junit.jupiter.api.Test;

class LockOutGuardTest {

    private static final GatePlace HOST = new GatePlace("nfqueue", Kind.HOST, Set.of(Direction.IN, Direction.OUT), true);
    private static final HeldConnection LOGIN = held(IpProtocol.TCP, "192.0.2.1", 22, "198.51.100.9", 50000, Way.by("eth0"));

    private static HeldConnection held(int protocol, String local, int localPort, String remote, int remotePort, Way way, Program... programs) {
        return new HeldConnection(protocol, new Ends(IpAddress.parse(local), localPort, IpAddress.parse(remote), remotePort), true, "SSH_CONNECTION", way,
                Set.of(programs));
    }

    private static Optional<LockOut> judge(Policy policy, GatePlace place) throws PolicyCompileException {
        return judge(policy, place, LOGIN);
    }

    private static Optional<LockOut> judge(Policy policy, GatePlace place, HeldConnection connection) throws PolicyCompileException {
        return new LockOutGuard(policy, null, place).judge(connection);
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
    void connectionsOfUdpAreJudgedAsSuch() throws PolicyCompileException {
        Policy policy = policy(chain("c", ChainEnd.DENY, port(allow(), IpProtocol.TCP, 22), rule(deny())));
        HeldConnection mosh = held(IpProtocol.UDP, "192.0.2.1", 60001, "198.51.100.9", 0, Way.by("eth0"));
        LockOut found = judge(policy, HOST, mosh).orElseThrow();
        assertEquals(List.of("permit udp host 198.51.100.9 host 192.0.2.1 eq 60001", "permit udp host 192.0.2.1 eq 60001 host 198.51.100.9"),
                found.remedy().stream().map(LockOut.Remedy::rule).toList());
        assertEquals(Optional.empty(), judge(policy(chain("c", ChainEnd.DENY, allow(IpProtocol.UDP))), HOST, mosh));
    }

    /** What only lets the service itself pass ends the connection as soon as neighbours have forgotten each other's addresses. */
    @Test
    void overIpv6NeighboursMustFindEachOther() throws PolicyCompileException {
        Way way = new Way("eth0", Optional.of(IpAddress.parse("fe80::fe")));
        HeldConnection login = held(IpProtocol.TCP, "2001:db8::1", 22, "2001:db8:9::9", 50000, way);
        Policy policy = policy(bound(chain("in", ChainEnd.DENY, allow(IpProtocol.TCP)), Hook.IN), bound(chain("out", ChainEnd.DENY,
                allow(IpProtocol.TCP)), Hook.OUT));
        LockOut found = judge(policy, HOST, login).orElseThrow();
        assertEquals(List.of(135, 136, 135, 136), found.denials().stream().map(denial -> denial.packet().icmpType()).toList());
        assertEquals(List.of("fe80::fe", "ff02::1:ff00:1"), List.of(found.denials().getFirst().packet().source().toString(),
                found.denials().getFirst().packet().destination().toString()));
        assertEquals(4, found.remedy().size(), found::toString);
        assertEquals("at the end of chain in: permit icmpv6 any any 135", found.remedy().getFirst().words());
        assertEquals(Optional.empty(), judge(policy(chain("c", ChainEnd.DENY, allow(IpProtocol.TCP), allow(IpProtocol.ICMPV6))), HOST, login));
        assertEquals(Optional.empty(), judge(policy, HOST, held(IpProtocol.TCP, "2001:db8::1", 22, "2001:db8:9::9", 50000, Way.by("tun0"))),
                "nobody is looked for in a tunnel");
        assertTrue(judge(policy, new GatePlace("x", Kind.HOST, Set.of(Direction.OUT), true), login).orElseThrow().denials().stream()
                .allMatch(denial -> denial.packet().direction() == Direction.OUT));
    }

    /** An empty acknowledgement differs from a segment with data in its flags. */
    @Test
    void segmentsWithoutDataMustPassToo() throws PolicyCompileException {
        Rule pushed = allow(IpProtocol.TCP);
        ((Service) pushed.getMatch().getService().getFirst()).setTcpFlags(TcpFlagTest.set(TcpFlags.PSH));
        assertTrue(judge(policy(chain("c", ChainEnd.DENY, pushed)), HOST).isPresent());
    }

    @Test
    void rulesForProgramsKnowTheOneThatHoldsTheConnection() throws PolicyCompileException {
        Program sshd = new Program("/usr/sbin/sshd", "root");
        HeldConnection login = held(IpProtocol.TCP, "192.0.2.1", 22, "198.51.100.9", 50000, Way.by("eth0"), sshd);
        Application application = GatePolicies.MODEL.createApplication();
        application.setName("sshd");
        application.setPath(sshd.path());
        Rule rule = rule(allow());
        rule.getMatch().getApplications().add(application);
        Policy only = policy(chain("c", ChainEnd.DENY, rule));
        only.getApplications().add(application);
        assertEquals(Optional.empty(), judge(only, HOST, login));
        assertTrue(judge(only, HOST).isPresent(), "of what holds it nothing is known");
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
