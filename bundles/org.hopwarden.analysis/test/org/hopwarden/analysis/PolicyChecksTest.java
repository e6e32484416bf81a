package org.hopwarden.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CancellationException;

import org.eclipse.emf.ecore.util.EcoreUtil;
import org.hopwarden.engine.PolicyCompileException;
import org.hopwarden.engine.ReferenceEvaluator;
import org.hopwarden.engine.Verdict;
import org.hopwarden.rulemodel.AddressName;
import org.hopwarden.rulemodel.AddressObject;
import org.hopwarden.rulemodel.AddressUse;
import org.hopwarden.rulemodel.Binding;
import org.hopwarden.rulemodel.Call;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.ChainEnd;
import org.hopwarden.rulemodel.ConnectionState;
import org.hopwarden.rulemodel.Disposition;
import org.hopwarden.rulemodel.Hook;
import org.hopwarden.rulemodel.InterfaceName;
import org.hopwarden.rulemodel.IpFamily;
import org.hopwarden.rulemodel.Limit;
import org.hopwarden.rulemodel.LogMode;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.RateLimit;
import org.hopwarden.rulemodel.Rule;
import org.junit.jupiter.api.Test;

/** Each check finds what it is for, and keeps silent about what only looks like it. */
class PolicyChecksTest {

    /** The ICMP minimum of Rob Thomas as he wrote it. */
    private static final String[] SEED = { "deny icmp any any fragments", "permit icmp any any type 8",
            "permit icmp any any type 0", "permit icmp any any type 3 code 4", "permit icmp any any type 11", "deny icmp any any",
            "permit ip any any" };

    @Test
    void everyCheckHasAnIdAndSaysWhatItLooksFor() {
        List<PolicyCheck> checks = PolicyChecks.all();
        assertEquals(16, checks.size());
        assertTrue(checks.stream().noneMatch(check -> check.description().isBlank()));
    }

    @Test
    void unionOfEarlierRulesShadows() throws PolicyCompileException {
        Policy policy = Rules.policy("deny tcp 10.0.0.0/9 any eq 80", "deny tcp 10.128.0.0/9 any eq 80",
                "permit tcp 10.0.0.0/8 any eq 80", "permit tcp any any eq 443");
        Finding finding = only(policy, "shadowed");
        assertEquals(3, finding.rule());
        assertEquals(Severity.WARNING, finding.severity());
        assertEquals(List.of(1, 2), finding.because().stream().map(RulePlace::number).toList());
        assertTrue(finding.witness().packet().source().toString().startsWith("10."), finding.toString());
        assertTrue(List.of(1, 2).contains(verdict(policy, finding).rule()), "the witness is decided by one of the two");
        Policy fixed = EcoreUtil.copy(policy);
        finding.fix().apply(fixed);
        assertTrue(PolicyDiff.of(policy, fixed).changes().stream().allMatch(change -> change.witness().packet().isLaterFragment()),
                "taken out, it is missed by fragments alone");
        Policy single = Rules.policy("deny tcp 10.0.0.0/8 any", "permit tcp host 10.0.0.1 any eq 80");
        Finding exception = only(single, "shadowed");
        exception.fix().apply(single);
        assertEquals(List.of(), found(single, "shadowed"), "moved in front, the rule matches");
        assertEquals(new Fix.RemoveRule("c", 2), only(Rules.policy("deny tcp any any", "permit tcp any any"), "shadowed").fix(),
                "moved, it would shadow the other");
    }

    /** One address, one port, one state or the fragments are left: the rule is alive. */
    @Test
    void whatIsNotQuiteCoveredIsNotShadowed() throws PolicyCompileException {
        assertNone("shadowed", "deny tcp 10.0.0.0/9 any eq 80", "deny tcp 10.128.0.0/10 any eq 80",
                "permit tcp 10.0.0.0/8 any eq 80");
        assertNone("shadowed", "deny tcp any any range 0 65534", "permit tcp any any");
        // a denial by ports does not match later fragments, and they are what this rule is about
        assertNone("shadowed", "deny tcp any any eq 80", "deny tcp any any fragments");
        Policy policy = Rules.policy("deny tcp any any", "permit tcp any any eq 80");
        rule(policy, 1).getMatch().setRate(rate());
        assertEquals(List.of(), found(policy, "shadowed"), "a rate may be exceeded, and then the rule matches no packet");
    }

    @Test
    void rulesThatDoNothingAreRedundant() throws PolicyCompileException {
        Finding before = only(Rules.policy("permit tcp 10.0.0.0/8 any", "permit tcp 10.1.0.0/16 any eq 22"), "redundant");
        assertEquals(2, before.rule());
        assertEquals(1, before.because().get(0).number());
        Policy behind = Rules.policy("permit tcp 10.1.0.0/16 any", "deny udp any any", "permit tcp 10.0.0.0/8 any");
        assertEquals(List.of(1), found(behind, "redundant").stream().filter(one -> one.severity() == Severity.WARNING)
                .map(Finding::rule).toList());
        Policy fixed = EcoreUtil.copy(behind);
        found(behind, "redundant").get(0).fix().apply(fixed);
        assertTrue(PolicyDiff.of(behind, fixed).isEqual());
    }

    @Test
    void whatStillDecidesIsNotRedundant() throws PolicyCompileException {
        // between the two stands an exception from the second
        assertNone("redundant", "permit tcp 10.1.0.0/16 any", "deny tcp 10.0.0.0/12 any", "permit tcp 10.0.0.0/8 any");
        // the last rule writes out what the end does
        assertNone("redundant", "permit tcp any host 192.0.2.1 eq 80", "deny ip any any");
        Policy logging = Rules.policy("permit tcp any host 192.0.2.1 eq 80", "deny tcp any host 192.0.2.2 eq 80");
        rule(logging, 2).setLog(LogMode.LOG);
        Finding finding = only(logging, "redundant");
        assertNull(finding.fix(), "what logs is not taken out with one click");
        assertTrue(finding.message().contains("logs"), finding.message());
    }

    @Test
    void exceptionsAndCrossingRulesAreNamed() throws PolicyCompileException {
        Finding general = only(Rules.policy("permit tcp host 10.0.0.1 any eq 22", "deny tcp any any eq 22"), "generalised");
        assertEquals(2, general.rule());
        assertEquals(Severity.INFO, general.severity());
        Policy crossing = Rules.policy("deny tcp 10.0.0.0/8 any eq 80", "permit tcp any 192.0.2.0/24 eq 80");
        Finding correlated = only(crossing, "correlated");
        assertEquals(2, correlated.rule());
        assertEquals(1, verdict(crossing, correlated).rule(), "the witness is decided by the other rule");
        // what they share is decided before both: their order does not matter
        assertNone("correlated", "deny tcp 10.0.0.0/8 192.0.2.0/24 eq 80", "deny tcp 10.0.0.0/8 any eq 80",
                "deny ip any 192.0.2.0/24 fragments", "permit udp any 192.0.2.0/24 eq 80");
    }

    @Test
    void rulesThatNoPacketMeetsNeverMatch() throws PolicyCompileException {
        assertEquals(1, only(Rules.policy("permit tcp any any lt 0", "permit tcp any any eq 80"), "never-matches").rule());
        assertEquals(1, only(Rules.policy("deny ip 10.0.0.0/8 2001:db8::/32"), "never-matches").rule());
        assertNone("never-matches", "permit tcp any any lt 1");
        Policy disabled = Rules.policy("deny tcp any any lt 0");
        rule(disabled, 1).setEnabled(false);
        assertEquals(List.of(), found(disabled, "never-matches"));
        Policy named = Rules.policy("permit ip any any");
        AddressName name = Rules.MODEL.createAddressName();
        name.setName("host.example");
        rule(named, 1).getMatch().getSource().add(name);
        assertEquals(List.of(), found(named, "never-matches"), "a name that was not looked up yet");
    }

    @Test
    void outInterfaceOfIncomingPacketsNeverMatches() throws PolicyCompileException {
        Policy policy = bound(Hook.IN, "permit tcp any any eq 80", "permit tcp any any eq 443");
        rule(policy, 1).getMatch().getOutInterface().add(interfaceName("eth0"));
        assertEquals(1, only(policy, "never-matches").rule());
        Policy near = bound(Hook.FORWARD, "permit tcp any any eq 80", "permit tcp any any eq 443");
        rule(near, 1).getMatch().getOutInterface().add(interfaceName("eth0"));
        assertEquals(List.of(), found(near, "never-matches"));
    }

    @Test
    void ruleOfACalledChainThatNoCallLetsIn() throws PolicyCompileException {
        Policy policy = Rules.policy("permit tcp any any", "deny ip any any");
        Chain called = Rules.chain("called", "permit udp any any eq 53", "permit tcp any any eq 80");
        called.setEnd(ChainEnd.BACK);
        policy.getChains().add(called);
        call(policy, 1, called);
        Finding finding = only(policy, "never-matches");
        assertEquals("called", finding.chain());
        assertEquals(1, finding.rule());
    }

    @Test
    void fragmentsBehindAPermitByLayer4() throws PolicyCompileException {
        Finding finding = only(Rules.policy("permit icmp any any type 8", "deny icmp any any fragments"),
                "fragments-behind-permit");
        assertEquals(2, finding.rule());
        assertEquals(new Fix.MoveRule("c", 2, 1), finding.fix());
        assertTrue(finding.witness().packet().isLaterFragment());
        assertNone("shadowed", "permit icmp any any type 8", "deny icmp any any fragments");
        Finding some = only(Rules.policy("permit icmp any any type 8", "deny ip any any fragments"), "fragments-behind-permit");
        assertTrue(some.message().startsWith("Some"), some.message());
        assertNone("fragments-behind-permit", SEED);
        assertNone("fragments-behind-permit", "permit tcp any any eq 80", "deny icmp any any fragments");
        assertNone("fragments-behind-permit", "deny icmp any any type 8", "deny icmp any any fragments");
    }

    @Test
    void limitBehindAnAcceptOfEstablished() throws PolicyCompileException {
        Policy policy = bound(Hook.IN, "permit ip any any", "log icmp any any type 8", "permit icmp any any type 8");
        rule(policy, 1).getMatch().getStates().addAll(List.of(ConnectionState.ESTABLISHED, ConnectionState.RELATED));
        Limit limit = Rules.MODEL.createLimit();
        limit.setRate(rate());
        rule(policy, 2).setAction(limit);
        Finding finding = only(policy, "limit-behind-established");
        assertEquals(2, finding.rule());
        assertEquals(1, finding.because().get(0).number());
        Policy first = EcoreUtil.copy(policy);
        finding.fix().apply(first);
        assertEquals(List.of(), found(first, "limit-behind-established"));
        Policy onlyNew = EcoreUtil.copy(policy);
        rule(onlyNew, 2).getMatch().getStates().add(ConnectionState.NEW);
        assertEquals(List.of(), found(onlyNew, "limit-behind-established"), "only new connections are meant");
        Policy other = EcoreUtil.copy(policy);
        rule(other, 1).getMatch().getService().add(EcoreUtil.copy(Rules.rule("permit tcp any any").getMatch().getService().get(0)));
        assertEquals(List.of(), found(other, "limit-behind-established"), "established TCP is no ping");
    }

    @Test
    void allowsOfEverything() throws PolicyCompileException {
        assertEquals(Severity.WARNING, only(Rules.policy("permit ip any any", "deny tcp any any eq 23"), "too-wide").severity());
        assertEquals(1, only(Rules.policy("permit tcp any any"), "too-wide").rule());
        assertEquals(Severity.INFO, only(Rules.policy(SEED), "too-wide").severity(), "the rest behind what is refused");
        assertNone("too-wide", "permit tcp any any eq 80", "permit ip 10.0.0.0/8 any", "permit ip any host 10.0.0.1");
        assertNone("too-wide", "permit tcp any any established");
        Policy loopback = bound(Hook.IN, "permit ip any any");
        rule(loopback, 1).getMatch().getInInterface().add(interfaceName("lo"));
        assertEquals(List.of(), found(loopback, "too-wide"));
        Policy related = bound(Hook.IN, "permit ip any any");
        rule(related, 1).getMatch().getStates().add(ConnectionState.ESTABLISHED);
        assertEquals(List.of(), found(related, "too-wide"));
        assertEquals(Severity.INFO, only(bound(Hook.OUT, "permit ip any any"), "too-wide").severity());
    }

    @Test
    void pathMtuDiscovery() throws PolicyCompileException {
        Policy policy = v4("permit tcp any host 192.0.2.80 eq 80", "permit icmp any any type 8");
        Finding finding = only(policy, "path-mtu-discovery");
        assertEquals("192.0.2.80", finding.witness().packet().destination().toString());
        assertEquals(3, finding.witness().packet().icmpType());
        assertEquals(4, finding.witness().packet().icmpCode());
        assertEquals(Verdict.Kind.DENY, verdict(policy, finding).kind());
        assertEquals(List.of(), found(v4("permit tcp any host 192.0.2.80 eq 80",
                "permit icmp any host 192.0.2.80 type 3 code 4"), "path-mtu-discovery"));
        assertEquals(1, found(v4("permit tcp any host 192.0.2.80 eq 80", "permit icmp any host 192.0.2.81 type 3 code 4"),
                "path-mtu-discovery").size(), "the message may come to another host alone");
        assertEquals(List.of(), found(v4("deny ip 10.0.0.0/8 any", "permit tcp any any eq 80", "permit icmp any any type 3"),
                "path-mtu-discovery"), "from some networks nothing may come, which is another matter");
        assertNone("path-mtu-discovery", SEED);
        assertEquals(List.of(), found(v4("deny ip any any"), "path-mtu-discovery"), "where nothing passes, nothing is missed");
        Policy stateful = bound(Hook.IN, "permit ip any any", "permit tcp any any eq 22");
        rule(stateful, 1).getMatch().getStates().addAll(List.of(ConnectionState.ESTABLISHED, ConnectionState.RELATED));
        assertEquals(List.of(), found(stateful, "path-mtu-discovery"), "errors are related to their connection");
        Policy v6 = Rules.policy("permit tcp any 2001:db8::80/128 eq 80", "permit icmpv6 any any type 135",
                "permit icmpv6 any any type 136");
        assertEquals(2, only(v6, "path-mtu-discovery").witness().packet().icmpType());
    }

    @Test
    void traceroute() throws PolicyCompileException {
        List<Finding> blocked = found(v4("permit tcp any any established", "permit icmp any any type 0"), "traceroute");
        assertEquals(1, blocked.size(), blocked.toString());
        assertEquals(Severity.WARNING, blocked.get(0).severity());
        assertEquals(11, blocked.get(0).witness().packet().icmpType());
        List<Finding> ends = found(v4("permit tcp any any established", "permit icmp any any type 11"), "traceroute");
        assertEquals(2, ends.size(), "neither the end by ICMP nor that by UDP is seen: " + ends);
        assertTrue(ends.stream().allMatch(one -> one.severity() == Severity.INFO));
        assertEquals(List.of(), found(v4("permit tcp any any established", "permit icmp any any type 11",
                "permit icmp any any type 0", "permit icmp any any type 3"), "traceroute"));
        List<Finding> seed = found(v4(SEED), "traceroute");
        assertEquals(1, seed.size(), seed.toString());
        assertTrue(seed.get(0).message().contains("UDP"), "the minimum denies port unreachable");
    }

    @Test
    void neighbourDiscovery() throws PolicyCompileException {
        Finding finding = only(Rules.policy("permit tcp any any eq 80"), "neighbour-discovery");
        assertTrue(finding.message().contains("135") && finding.message().contains("136"), finding.message());
        Finding half = only(Rules.policy("permit tcp any any eq 80", "permit icmpv6 any any type 135"), "neighbour-discovery");
        assertFalse(half.message().contains("135"), half.message());
        assertNone("neighbour-discovery", "permit tcp any any eq 80", "permit icmpv6 any any type 135",
                "permit icmpv6 any any type 136");
        assertEquals(List.of(), found(v4("permit tcp any any eq 80"), "neighbour-discovery"), "no IPv6 passes at all");
        assertEquals(List.of(), found(bound(Hook.FORWARD, "permit tcp any any eq 80"), "neighbour-discovery"),
                "neighbours are not routed");
    }

    @Test
    void icmpBeyondTheMinimum() throws PolicyCompileException {
        Finding finding = only(v4("permit icmp any any type 13", "permit icmp any any type 8"), "icmp-minimum");
        assertTrue(finding.message().contains("timestamp") && finding.message().contains("fragments"), finding.message());
        assertNone("icmp-minimum", SEED);
        assertNone("icmp-minimum", "permit tcp any any eq 80");
        Policy related = bound(Hook.IN, "permit ip any any");
        rule(related, 1).getMatch().getStates().add(ConnectionState.RELATED);
        assertEquals(List.of(), found(related, "icmp-minimum"));
        Policy loopback = bound(Hook.IN, "permit ip any any");
        rule(loopback, 1).getMatch().getInInterface().add(interfaceName("lo"));
        assertEquals(List.of(), found(loopback, "icmp-minimum"));
    }

    @Test
    void redirectsAndDirectedBroadcasts() throws PolicyCompileException {
        assertEquals(5, only(v4("permit icmp any any"), "redirects").witness().packet().icmpType());
        assertNone("redirects", SEED);
        assertNone("redirects", "deny icmp any any type 5", "permit icmp any any");
        Finding broadcast = only(v4("permit ip any 192.0.2.0/24"), "directed-broadcast");
        assertEquals("192.0.2.255", broadcast.witness().packet().destination().toString());
        assertNone("directed-broadcast", "deny ip any host 192.0.2.255", "permit ip any 192.0.2.0/24");
        assertNone("directed-broadcast", "permit ip any host 192.0.2.1", "permit tcp any 192.0.2.0/24 eq 80");
    }

    @Test
    void answersThatAreRefused() throws PolicyCompileException {
        Policy policy = bound(Hook.OUT, "permit tcp any any eq 443");
        Chain in = Rules.chain("in", "permit tcp any any eq 22");
        in.getBindings().add(binding(Hook.IN));
        policy.getChains().add(in);
        policy.getChains().forEach(chain -> chain.setIpVersion(IpFamily.V4));
        List<Finding> findings = found(policy, "inconsistent-directions");
        assertEquals(2, findings.size(), "neither the one nor the other is answered: " + findings);
        Policy established = EcoreUtil.copy(policy);
        established.getChains().get(1).getRules().add(Rules.rule("permit tcp any any established"));
        established.getChains().get(0).getRules().add(Rules.rule("permit tcp any eq 22 any established"));
        assertEquals(List.of(), found(established, "inconsistent-directions"));
        assertEquals(List.of(), found(bound(Hook.IN, "permit tcp any any eq 22"), "inconsistent-directions"),
                "of packets that go out nothing is said");
        Policy router = bound(Hook.FORWARD, "permit tcp 10.0.0.0/8 any eq 80");
        assertEquals(1, found(router, "inconsistent-directions").size());
        router.getChains().get(0).getRules().add(Rules.rule("permit tcp any eq 80 10.0.0.0/8 established"));
        assertEquals(List.of(), found(router, "inconsistent-directions"));
    }

    /** Lists of IOS stand on one interface, and by all others everything passes. */
    @Test
    void whatOneInterfaceRefusesIsMissedByTheConnectionsThere() throws PolicyCompileException {
        Policy policy = Rules.policy("permit tcp any host 192.0.2.80 eq 80", "deny icmp any any", "permit ip any any");
        policy.setDefaultIn(Disposition.ALLOW);
        policy.setDefaultOut(Disposition.ALLOW);
        policy.setDefaultForward(Disposition.ALLOW);
        Chain in = policy.getChains().get(0);
        in.getBindings().add(binding(Hook.FORWARD));
        in.getBindings().get(0).getInInterface().add(interfaceName("e0"));
        Finding mtu = only(policy, "path-mtu-discovery");
        assertEquals("e0", mtu.witness().context().inInterface());
        assertTrue(mtu.message().contains("cannot come by e0 to 192.0.2.80, to which chain " + in.getName() + " rule 1 ("), mtu.message());
        assertEquals("deny", verdict(policy, mtu).kind().word());
        assertEquals(1, found(policy, "traceroute").size());
        assertEquals(List.of(), found(policy, "inconsistent-directions"));
        Chain out = Rules.chain("out", "deny tcp any any established", "permit ip any any");
        policy.getChains().add(out);
        out.getBindings().add(binding(Hook.FORWARD));
        out.getBindings().get(0).getOutInterface().add(interfaceName("e0"));
        Finding unanswered = found(policy, "inconsistent-directions").get(0);
        assertEquals(1, unanswered.rule());
        assertEquals("e0", unanswered.witness().context().outInterface());
        in.getRules().remove(1);
        assertEquals(List.of(), found(policy, "path-mtu-discovery"));
    }

    @Test
    void objectsThatNothingUses() throws PolicyCompileException {
        Policy policy = Rules.policy("permit tcp any any eq 80");
        AddressObject used = object(policy, "used");
        AddressObject inner = object(policy, "inner");
        object(policy, "unused");
        use(rule(policy, 1).getMatch().getSource(), used);
        use(used.getTerms(), inner);
        Finding finding = only(policy, "unused-object");
        assertEquals("No rule uses the address object unused.", finding.message());
        finding.fix().apply(policy);
        assertEquals(2, policy.getAddressObjects().size());
        assertEquals(List.of(), found(policy, "unused-object"));
        rule(policy, 1).setEnabled(false);
        assertEquals(List.of(), found(policy, "unused-object"), "a rule that is not enabled may be again");
    }

    @Test
    void chainThatNoPacketMeets() throws PolicyCompileException {
        Policy policy = bound(Hook.IN, "permit tcp any any eq 80");
        policy.getChains().add(Rules.chain("lost", "permit tcp any any eq 81"));
        assertEquals("lost", only(policy, "unused-object").chain());
        call(policy, 1, policy.getChains().get(1));
        assertEquals(List.of(), found(policy, "unused-object"));
        Policy lists = Rules.policy("permit tcp any any eq 80");
        lists.getChains().add(Rules.chain("other", "permit tcp any any eq 81"));
        assertEquals(List.of(), found(lists, "unused-object"), "where none is bound, each is a list of its own");
    }

    /** What is said with a witness holds for the witness, in whatever policy. */
    @Test
    void seedIsCleanButForWhatItsAuthorKnows() throws PolicyCompileException {
        assertEquals(List.of(), PolicyChecks.of(v4(SEED)).stream().filter(one -> one.severity() != Severity.INFO).toList());
    }

    @Test
    void checksEndAmidTheRulesWhenNobodyWantsThem() {
        Policy policy = v4("permit tcp any any eq 80", "permit tcp any any eq 81", "permit tcp any any eq 82", "permit tcp any any eq 83");
        boolean[] begun = { false };
        int[] asked = { 0 };
        PolicyCheck first = new PolicyCheck() {
            @Override
            public String id() {
                return "first";
            }

            @Override
            public String description() {
                return "looks at all rules";
            }

            @Override
            public List<Finding> find(CheckedPolicy checked) {
                begun[0] = true;
                checked.facts();
                throw new AssertionError("it goes on although nobody wants it");
            }
        };
        assertThrows(CancellationException.class,
                () -> PolicyChecks.of(policy, List.of(first), () -> begun[0] && ++asked[0] == 3));
        assertEquals(3, asked[0], "it is asked before each rule, and ends at the third");
    }

    private static void assertNone(String check, String... rules) throws PolicyCompileException {
        assertEquals(List.of(), found(Rules.policy(rules), check));
    }

    private static Finding only(Policy policy, String check) throws PolicyCompileException {
        List<Finding> findings = found(policy, check);
        assertEquals(1, findings.size(), check + ": " + PolicyChecks.of(policy));
        return findings.get(0);
    }

    private static List<Finding> found(Policy policy, String check) throws PolicyCompileException {
        List<PolicyCheck> checks = PolicyChecks.all().stream().filter(one -> one.id().equals(check)).toList();
        assertEquals(1, checks.size(), check);
        return PolicyChecks.of(policy, checks);
    }

    private static Verdict verdict(Policy policy, Finding finding) throws PolicyCompileException {
        assertNotNull(finding.witness(), finding.toString());
        return ReferenceEvaluator.of(policy).explain(finding.witness().packet(), finding.witness().context()).verdict();
    }

    private static Policy v4(String... rules) {
        Policy policy = Rules.policy(rules);
        policy.getChains().get(0).setIpVersion(IpFamily.V4);
        return policy;
    }

    private static Policy bound(Hook hook, String... rules) {
        Policy policy = Rules.policy(rules);
        policy.setDefaultIn(Disposition.DENY);
        policy.getChains().get(0).getBindings().add(binding(hook));
        return policy;
    }

    private static Binding binding(Hook hook) {
        Binding binding = Rules.MODEL.createBinding();
        binding.setHook(hook);
        return binding;
    }

    private static InterfaceName interfaceName(String pattern) {
        InterfaceName name = Rules.MODEL.createInterfaceName();
        name.setPattern(pattern);
        return name;
    }

    private static RateLimit rate() {
        return Rules.MODEL.createRateLimit();
    }

    private static void call(Policy policy, int number, Chain chain) {
        Call call = Rules.MODEL.createCall();
        call.setChain(chain);
        rule(policy, number).setAction(call);
    }

    private static AddressObject object(Policy policy, String name) {
        AddressObject object = Rules.MODEL.createAddressObject();
        object.setName(name);
        policy.getAddressObjects().add(object);
        return object;
    }

    private static void use(List<? super AddressUse> terms, AddressObject object) {
        AddressUse use = Rules.MODEL.createAddressUse();
        use.setObject(object);
        terms.add(use);
    }

    private static Rule rule(Policy policy, int number) {
        return policy.getChains().get(0).getRules().get(number - 1);
    }
}
