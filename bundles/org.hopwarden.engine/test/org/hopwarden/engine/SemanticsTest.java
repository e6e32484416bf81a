package org.hopwarden.engine;

import static org.hopwarden.engine.Rules.allow;
import static org.hopwarden.engine.Rules.deny;
import static org.hopwarden.engine.Rules.fragments;
import static org.hopwarden.engine.Rules.from;
import static org.hopwarden.engine.Rules.icmp;
import static org.hopwarden.engine.Rules.policy;
import static org.hopwarden.engine.Rules.ports;
import static org.hopwarden.engine.Rules.protocol;
import static org.hopwarden.engine.Rules.reject;
import static org.hopwarden.engine.Rules.to;
import static org.hopwarden.engine.Rules.toPort;
import static org.hopwarden.engine.Rules.version;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.util.List;

import org.hopwarden.engine.Explanation.Field;
import org.hopwarden.engine.Explanation.Miss;
import org.hopwarden.engine.Verdict.Basis;
import org.hopwarden.engine.Verdict.Kind;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpHeader;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.net.PacketBuilder;
import org.hopwarden.net.PacketView;
import org.hopwarden.net.TcpFlags;
import org.hopwarden.rulemodel.AddressWildcard;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.ChainEnd;
import org.hopwarden.rulemodel.Disposition;
import org.hopwarden.rulemodel.IpFamily;
import org.hopwarden.rulemodel.LogMode;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.PortOperator;
import org.hopwarden.rulemodel.RejectType;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.Service;
import org.hopwarden.rulemodel.ServiceObject;
import org.hopwarden.rulemodel.ServiceUse;
import org.hopwarden.rulemodel.TcpFlagTest;
import org.junit.jupiter.api.Test;

/** The sentences of docs/semantics.md, each on the reference evaluator and the compiled policy. */
class SemanticsTest {

    private static final IpHeader V4 = IpHeader.of(IpAddress.parse("192.0.2.1"), IpAddress.parse("198.51.100.7"), 64);
    private static final IpHeader V6 = IpHeader.of(IpAddress.parse("2001:db8::1"), IpAddress.parse("2001:db8:1::7"), 64);
    private static final byte[] DATA = new byte[64];

    private static final MemorySegment ECHO = PacketBuilder.echoRequest(V4, 1, 1, DATA);
    private static final MemorySegment UDP = PacketBuilder.udp(V4, 4000, 53, DATA);
    private static final MemorySegment ACK = tcp(TcpFlags.ACK);
    private static final MemorySegment SYN = tcp(TcpFlags.SYN);

    private static MemorySegment tcp(int flags) {
        return PacketBuilder.tcp(V4, 1024, 80, 1, 1, flags, 1000);
    }

    private static List<MemorySegment> fragmentsOf(MemorySegment packet) {
        return PacketBuilder.fragments(packet, 60, 7);
    }

    @Test
    void firstMatchDecidesAndRulesCountFromOne() {
        Policy policy = policy(deny(protocol(IpProtocol.TCP)), allow(protocol(IpProtocol.UDP)), deny());
        assertEquals(Kind.ALLOW, check(policy, UDP, 2).kind());
        assertEquals(Kind.DENY, check(policy, ECHO, 3).kind());
        assertEquals(Kind.DENY, check(policy, ACK, 1).kind());
    }

    @Test
    void implicitEndIsRuleZero() {
        Policy policy = policy(allow(protocol(IpProtocol.TCP)));
        Chain chain = policy.getChains().get(0);
        assertEquals(Basis.CHAIN_END, check(policy, UDP, 0).basis());
        assertEquals(Kind.DENY, check(policy, UDP, 0).kind());
        chain.setEnd(ChainEnd.ALLOW);
        assertEquals(Kind.ALLOW, check(policy, UDP, 0).kind());
        assertEquals("c", check(policy, UDP, 0).chain());
        chain.setEnd(ChainEnd.POLICY);
        assertEquals(Basis.POLICY_DEFAULT, check(policy, UDP, 0).basis());
    }

    @Test
    void defaultsHoldForTheirDirectionWhereNoChainSpeaks() throws PolicyCompileException {
        Policy policy = policy(allow());
        policy.getChains().get(0).setIpVersion(IpFamily.V4);
        policy.setDefaultOut(Disposition.ALLOW);
        PacketView six = PacketView.of(PacketBuilder.udp(V6, 1, 2, DATA));
        CompiledPolicy compiled = CompiledPolicy.compile(policy);
        assertEquals(Kind.DENY, compiled.verdict(compiled.decide(six, Direction.IN)).kind());
        assertEquals(Kind.ALLOW, compiled.verdict(compiled.decide(six, Direction.OUT)).kind());
        assertEquals(Kind.DENY, compiled.verdict(compiled.decide(six, Direction.FORWARD)).kind());
        assertNull(compiled.verdict(compiled.decide(six, Direction.IN)).chain());
        policy.getChains().clear();
        assertEquals(Basis.POLICY_DEFAULT, check(policy, UDP, 0).basis());
    }

    @Test
    void whatIsNotIpGetsNoVerdict() {
        assertEquals(Kind.NONE, check(policy(deny()), MemorySegment.ofArray(new byte[40]), 0).kind());
        assertEquals(Kind.NONE, check(policy(deny()), UDP.asSlice(0, 19), 0).kind());
    }

    @Test
    void aRuleThatIsNotEnabledKeepsItsNumber() {
        Rule off = deny();
        off.setEnabled(false);
        assertEquals(Kind.ALLOW, check(policy(off, allow()), UDP, 2).kind());
    }

    @Test
    void fragmentTable() {
        List<MemorySegment> pieces = fragmentsOf(ECHO);
        MemorySegment first = pieces.get(0);
        MemorySegment later = pieces.get(1);
        Rule layer3 = deny(protocol(IpProtocol.ICMP));
        checkAll(policy(layer3), 1, ECHO, first, later);
        Rule permit4 = allow(icmp(1, 8, null));
        checkAll(policy(permit4), 1, ECHO, first, later);
        Rule permitOther = allow(icmp(1, 0, null));
        checkAll(policy(permitOther), 0, ECHO, first);
        check(policy(permitOther), later, 1);
        check(policy(allow(toPort(IpProtocol.UDP, PortOperator.EQ, "53"))), later, 0);
        check(policy(from(allow(icmp(1, 8, null)), "10.0.0.0/8")), later, 0);
        Rule deny4 = deny(icmp(1, 8, null));
        checkAll(policy(deny4, allow()), 1, ECHO, first);
        check(policy(deny4, allow()), later, 2);
        checkAll(policy(reject(icmp(1, 8, null)), allow()), 1, ECHO, first);
        check(policy(reject(icmp(1, 8, null)), allow()), later, 2);
        for (Rule rule : List.of(fragments(deny(protocol(1))), fragments(allow(protocol(1))))) {
            checkAll(policy(rule), 0, ECHO, first);
            check(policy(rule), later, 1);
        }
    }

    @Test
    void fragmentTableInIpv6() {
        List<MemorySegment> pieces = PacketBuilder.fragments(PacketBuilder.echoRequest(V6, 1, 1, DATA), 90, 7);
        check(policy(allow(icmp(58, 128, 0))), pieces.get(0), 1);
        check(policy(allow(icmp(58, 129, 0))), pieces.get(0), 0);
        check(policy(allow(icmp(58, 129, 0))), pieces.get(1), 1);
        check(policy(deny(icmp(58, 128, 0)), allow()), pieces.get(1), 2);
        check(policy(fragments(deny())), pieces.get(1), 1);
        check(policy(fragments(deny())), pieces.get(0), 0);
    }

    @Test
    void fragmentsBehindAPermitNeverSeesAFragment() {
        Policy policy = policy(allow(icmp(1, 8, null)), fragments(deny(protocol(1))));
        check(policy, fragmentsOf(ECHO).get(1), 1);
    }

    @Test
    void laterFragmentsOfSeveralServicesAreDecidedServiceByService() {
        MemorySegment later = fragmentsOf(UDP).get(1);
        check(policy(deny(toPort(6, PortOperator.EQ, "80"), protocol(17)), allow()), later, 1);
        check(policy(deny(toPort(17, PortOperator.EQ, "53"), protocol(6)), allow()), later, 2);
    }

    @Test
    void portOperators() {
        check(policy(allow(toPort(17, PortOperator.EQ, "52,53"))), UDP, 1);
        check(policy(allow(toPort(17, PortOperator.EQ, "52"))), UDP, 0);
        check(policy(allow(toPort(17, PortOperator.NEQ, "52,54"))), UDP, 1);
        check(policy(allow(toPort(17, PortOperator.NEQ, "52,53"))), UDP, 0);
        check(policy(allow(toPort(17, PortOperator.LT, "53"))), UDP, 0);
        check(policy(allow(toPort(17, PortOperator.LT, "54"))), UDP, 1);
        check(policy(allow(toPort(17, PortOperator.GT, "53"))), UDP, 0);
        check(policy(allow(toPort(17, PortOperator.GT, "52"))), UDP, 1);
        check(policy(allow(toPort(17, PortOperator.RANGE, "53-60"))), UDP, 1);
        check(policy(allow(toPort(17, PortOperator.RANGE, "50-53"))), UDP, 1);
        check(policy(allow(toPort(17, PortOperator.RANGE, "54-60"))), UDP, 0);
        check(policy(allow(toPort(6, PortOperator.EQ, "53"))), UDP, 0);
        Service source = protocol(17);
        source.setSourcePort(ports(PortOperator.EQ, "4000"));
        check(policy(allow(source)), UDP, 1);
        source.setProtocol(null);
        check(policy(allow(source)), UDP, 1);
        check(policy(allow(source)), ECHO, 0);
    }

    @Test
    void icmpTypeWithoutCodeIsEveryCodeAndVersionsAreApart() {
        MemorySegment port = PacketBuilder.icmp(V4, 3, 3, 0, MemorySegment.ofArray(DATA));
        check(policy(allow(icmp(1, 3, null))), port, 1);
        check(policy(allow(icmp(1, 3, 3))), port, 1);
        check(policy(allow(icmp(1, 3, 4))), port, 0);
        MemorySegment six = PacketBuilder.icmp(V6, 3, 0, 0, MemorySegment.ofArray(DATA));
        check(policy(allow(icmp(1, 3, null))), six, 0);
        check(policy(allow(icmp(58, 3, null))), six, 1);
        check(policy(allow(icmp(58, 3, null))), PacketBuilder.raw(V4, 58, new byte[] { 3, 0, 0, 0, 0, 0, 0, 0 }), 0);
    }

    @Test
    void establishedIsAckOrRst() {
        Service established = protocol(6);
        established.setEstablished(true);
        for (int flags = 0; flags < 256; flags++) {
            check(policy(allow(established)), tcp(flags), (flags & (TcpFlags.ACK | TcpFlags.RST)) != 0 ? 1 : 0);
        }
        check(policy(allow(established)), UDP, 0);
        established.setProtocol(null);
        check(policy(allow(established)), UDP, 0);
        check(policy(allow(established)), ACK, 1);
    }

    @Test
    void tcpFlagTests() {
        Service syn = protocol(6);
        syn.setTcpFlags(new TcpFlagTest(TcpFlags.SYN | TcpFlags.ACK, TcpFlags.SYN));
        check(policy(allow(syn)), SYN, 1);
        check(policy(allow(syn)), tcp(TcpFlags.SYN | TcpFlags.ACK), 0);
        check(policy(allow(syn)), tcp(TcpFlags.SYN | TcpFlags.PSH), 1);
    }

    @Test
    void whatIsNotThereDoesNotMatch() {
        MemorySegment ports = ACK.asSlice(0, 24);
        check(policy(deny(toPort(6, PortOperator.EQ, "80"))), ports, 1);
        check(policy(deny(toPort(6, PortOperator.EQ, "80")), allow()), ACK.asSlice(0, 23), 2);
        check(policy(allow(toPort(6, PortOperator.NEQ, "81"))), ACK.asSlice(0, 20), 0);
        check(policy(allow(protocol(6))), ACK.asSlice(0, 20), 1);
        Service established = protocol(6);
        established.setEstablished(true);
        check(policy(allow(established)), ports, 0);
        check(policy(deny(icmp(1, 8, null))), ECHO.asSlice(0, 21), 1);
        check(policy(deny(icmp(1, 8, 0)), allow()), ECHO.asSlice(0, 21), 2);
        check(policy(deny(icmp(1, 8, null)), allow()), ECHO.asSlice(0, 20), 2);
    }

    @Test
    void wildcardsMayHaveGaps() {
        for (String mask : List.of("0.0.0.254", "255.0.255.0", "170.170.170.170", "0.0.0.0", "255.255.255.255")) {
            IpAddress wildcard = IpAddress.parse(mask);
            for (String address : List.of("192.0.2.1", "192.0.2.3", "192.0.2.2", "10.0.9.1", "98.170.0.1")) {
                AddressWildcard term = Rules.MODEL.createAddressWildcard();
                term.setWildcard(wildcard);
                term.setAddress(IpAddress.v4((int) (IpAddress.parse("192.0.2.1").low() & ~wildcard.low())));
                Rule rule = allow();
                rule.getMatch().getSource().add(term);
                boolean matches = ((IpAddress.parse(address).low() ^ IpAddress.parse("192.0.2.1").low())
                        & ~wildcard.low() & 0xffff_ffffL) == 0;
                IpHeader header = IpHeader.of(IpAddress.parse(address), V4.destination(), 64);
                check(policy(rule), PacketBuilder.udp(header, 1, 2, DATA), matches ? 1 : 0);
            }
        }
    }

    @Test
    void addressesAndVersions() {
        check(policy(from(allow(), "10.0.0.0/8", "192.0.2.0/24")), UDP, 1);
        check(policy(to(allow(), "2001:db8::/32")), UDP, 0);
        check(policy(from(allow(), "::/0")), UDP, 0);
        check(policy(version(allow(), IpFamily.V6)), UDP, 0);
        check(policy(version(allow(), IpFamily.V4)), UDP, 1);
        check(policy(to(allow(), "2001:db8:1::/48")), PacketBuilder.udp(V6, 1, 2, DATA), 1);
    }

    @Test
    void anObjectWithoutPartsHoldsNothing() {
        Policy policy = policy(allow());
        ServiceObject none = Rules.MODEL.createServiceObject();
        none.setName("none");
        policy.getServiceObjects().add(none);
        ServiceUse use = Rules.MODEL.createServiceUse();
        use.setObject(none);
        policy.getChains().get(0).getRules().get(0).getMatch().getService().add(use);
        check(policy, UDP, 0);
    }

    @Test
    void rejectAndLogAreTold() throws PolicyCompileException {
        Rule rule = reject();
        rule.setLog(LogMode.LOG);
        Verdict verdict = check(policy(rule), UDP, 1);
        assertEquals(RejectType.PORT_UNREACHABLE, verdict.rejectType());
        assertTrue(verdict.logged());
        CompiledPolicy compiled = CompiledPolicy.compile(policy(rule, allow()));
        int decision = compiled.decide(PacketView.of(UDP), Direction.IN);
        assertTrue(CompiledPolicy.isLogged(decision));
        assertEquals(Kind.REJECT, CompiledPolicy.kind(decision));
        assertEquals(compiled.slotOfRule("c", 1), CompiledPolicy.slot(decision));
        assertEquals(2, compiled.ruleCount("c"));
    }

    @Test
    void aCompiledPolicyIsASnapshot() throws PolicyCompileException {
        Policy policy = policy(allow());
        CompiledPolicy compiled = CompiledPolicy.compile(policy);
        policy.getChains().get(0).getRules().add(0, deny());
        assertEquals(1, compiled.verdict(compiled.decide(PacketView.of(UDP), Direction.IN)).rule());
        assertEquals(Kind.ALLOW, compiled.explain(PacketView.of(UDP), Direction.IN).verdict().kind());
    }

    @Test
    void explanationNamesTheFirstFieldThatDoesNotMatch() throws PolicyCompileException {
        Rule off = deny();
        off.setEnabled(false);
        Service established = protocol(6);
        established.setEstablished(true);
        Policy policy = policy(off, version(deny(), IpFamily.V6), fragments(deny()), from(deny(), "10.0.0.0/8"),
                to(deny(), "10.0.0.0/8"), deny(protocol(17)), deny(toPort(6, PortOperator.EQ, "443")), deny(established),
                deny(protocol(1), protocol(17)), allow(protocol(6)));
        Explanation explanation = CompiledPolicy.compile(policy).explain(PacketView.of(SYN), Direction.IN);
        assertEquals(10, explanation.verdict().rule());
        assertEquals(List.of(Field.ENABLED, Field.IP_VERSION, Field.FRAGMENT, Field.SOURCE, Field.DESTINATION, Field.PROTOCOL,
                Field.DESTINATION_PORT, Field.TCP_FLAGS, Field.SERVICE),
                explanation.misses().stream().map(Miss::field).toList());
        Miss port = explanation.misses().get(6);
        assertEquals(7, port.rule());
        assertEquals("deny tcp any any eq 443", port.text());
        assertEquals("80", port.packetValue());
        assertEquals("eq 443", port.ruleValue());
        assertEquals("SYN", explanation.misses().get(7).packetValue());
        Explanation later = CompiledPolicy.compile(policy(deny(icmp(1, 8, null)), allow()))
                .explain(PacketView.of(fragmentsOf(ECHO).get(1)), Direction.IN);
        assertEquals(Field.LAYER_4, later.misses().get(0).field());
    }

    @Test
    void whatHasNoMeaningIsNotCompiled() {
        Policy contradiction = policy(fragments(deny(icmp(1, 8, null))));
        PolicyCompileException e = assertThrows(PolicyCompileException.class, () -> CompiledPolicy.compile(contradiction));
        assertEquals(1, e.problems().size());
        assertTrue(e.getMessage().contains("chain c, rule 1"), e.getMessage());
        Policy two = policy(allow());
        two.getChains().addAll(policy(deny()).getChains());
        two.getChains().get(1).setName("d");
        assertTrue(assertThrows(PolicyCompileException.class, () -> CompiledPolicy.compile(two)).getMessage()
                .contains("c, d"));
        assertTrue(assertThrows(PolicyCompileException.class, () -> CompiledPolicy.compile(two, "e")).getMessage()
                .contains("no chain e"));
    }

    private static void checkAll(Policy policy, int rule, MemorySegment... packets) {
        for (MemorySegment packet : packets) {
            check(policy, packet, rule);
        }
    }

    /** Both evaluators say that this rule decides, or 0: none. */
    private static Verdict check(Policy policy, MemorySegment packet, int rule) {
        try {
            PacketView view = new PacketView();
            view.wrap(packet, 0, packet.byteSize());
            Verdict verdict = ReferenceEvaluator.of(policy).decide(view, Direction.FORWARD);
            CompiledPolicy compiled = CompiledPolicy.compile(policy);
            assertEquals(verdict, compiled.verdict(compiled.decide(view, Direction.FORWARD)));
            assertEquals(verdict, compiled.explain(view, Direction.FORWARD).verdict());
            assertEquals(rule, verdict.rule(), verdict::toString);
            return verdict;
        } catch (PolicyCompileException e) {
            throw new AssertionError(e);
        }
    }
}
