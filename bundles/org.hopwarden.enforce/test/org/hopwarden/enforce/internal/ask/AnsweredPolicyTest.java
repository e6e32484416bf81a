package org.hopwarden.enforce.internal.ask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

import org.hopwarden.engine.CompiledPolicy;
import org.hopwarden.engine.DescribedPacket;
import org.hopwarden.engine.PacketState;
import org.hopwarden.engine.Verdict.Kind;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.ChainEnd;
import org.hopwarden.rulemodel.Hook;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.RateLimit;
import org.hopwarden.rulemodel.RateUnit;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RuleText;
import org.junit.jupiter.api.Test;

/** Answers that come and go in a policy in force. */
class AnsweredPolicyTest {

    private static final String ERROR = "icmp 3/1 from 203.0.113.7 to 10.0.0.1 in on eth0";

    private long answers;

    private static Kind kind(CompiledPolicy policy, String words) {
        DescribedPacket packet = DescribedPacket.parse(words);
        return CompiledPolicy.kind(policy.decide(packet.view(), new PacketState(packet.direction()).set(packet.context())));
    }

    private static String echo(String to) {
        return "icmp echo-request from 10.0.0.1 to " + to + " out on eth0";
    }

    private Answered answered(String words, boolean allow) {
        DescribedPacket packet = DescribedPacket.parse(words);
        return new Answered(++answers, packet, Flow.of(packet, Optional.empty()), new AnswerSpec(Breadth.EXACT, false, false, allow), "");
    }

    private static Set<String> rules(AnsweredPolicy policy) {
        Set<String> rules = new TreeSet<>();
        policy.compiled().policy().getChains().forEach(chain -> chain.getRules().forEach(rule -> rules.add(chain.getName() + ": " + RuleText.of(rule))));
        return rules;
    }

    /** Both let errors to this host in: what one of them needs does not go with the other. */
    @Test
    void anAnswerThatIsTakenBackTakesNothingFromAnother() throws Exception {
        AnsweredPolicy policy = new AnsweredPolicy(AskedPolicies.custom(), null);
        Answered first = answered(echo("192.0.2.1"), true);
        Answered second = answered(echo("192.0.2.2"), true);
        policy.add(List.of(first));
        policy.add(List.of(second));
        policy.remove(Set.of(first));
        assertEquals(Kind.ASK, kind(policy.compiled(), echo("192.0.2.1")));
        assertEquals(Kind.ALLOW, kind(policy.compiled(), echo("192.0.2.2")));
        assertEquals(Kind.ALLOW, kind(policy.compiled(), ERROR));
        policy.remove(Set.of(second));
        assertEquals(Kind.DENY, kind(policy.compiled(), ERROR));
        assertEquals(Set.of("out: ask ip any any"), rules(policy));
    }

    /** However answers come and go, in the end there are the rules of those that stand, and behind the last one the policy as it was. */
    @Test
    void answersInAnyOrderLeaveTheRulesOfThoseThatStand() throws Exception {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        AnsweredPolicy policy = new AnsweredPolicy(AskedPolicies.custom(), null);
        List<Answered> standing = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            if (standing.isEmpty() || random.nextInt(3) > 0) {
                String target = "192.0.2." + (i + 1);
                Answered next = answered(echo(target), random.nextBoolean());
                policy.add(List.of(next));
                standing.add(next);
            } else {
                Collections.shuffle(standing, random);
                policy.remove(Set.of(standing.removeLast()));
            }
        }
        for (int i = 1; i <= 200; i++) {
            String target = "192.0.2." + i;
            Kind wanted = standing.stream().filter(each -> each.packet().destination().toString().equals(target)).findFirst()
                    .map(each -> each.spec().allow() ? Kind.ALLOW : Kind.DENY).orElse(Kind.ASK);
            assertEquals(wanted, kind(policy.compiled(), echo(target)), "seed " + seed + ", " + target);
        }
        for (Answered each : standing) {
            assertEquals(each.spec().allow(), policy.places(each).size() > 1, "seed " + seed);
            assertEquals("out", policy.places(each).getFirst().getKey());
        }
        policy.remove(Set.copyOf(standing));
        assertEquals(Set.of("out: ask ip any any"), rules(policy));
    }

    /** What a person has denied may be what another answer's packets are answered by: replies stand in front of that. */
    @Test
    void repliesPassADenialThatCameBefore() throws Exception {
        Policy forward = AskedPolicies.policy(AskedPolicies.chain("forward", Hook.FORWARD, ChainEnd.DENY, AskedPolicies.rule(AskedPolicies.MODEL.createAsk())));
        AnsweredPolicy policy = new AnsweredPolicy(forward, null);
        String reply = "icmp echo-reply from 192.0.2.1 to 10.0.0.1 forward in-interface eth1 out-interface eth0";
        Answered denied = answered(reply, false);
        policy.add(List.of(denied));
        assertEquals(Kind.DENY, kind(policy.compiled(), reply));
        Answered allowed = answered("icmp echo-request from 10.0.0.1 to 192.0.2.1 forward in-interface eth0 out-interface eth1", true);
        policy.add(List.of(allowed));
        assertEquals(Kind.ALLOW, kind(policy.compiled(), reply));
        policy.remove(Set.of(denied));
        assertEquals(Kind.ALLOW, kind(policy.compiled(), reply));
        policy.remove(Set.of(allowed));
        assertEquals(Kind.ASK, kind(policy.compiled(), reply));
    }

    /** To look where rules have to stand sends nothing, so it uses no rate up. */
    @Test
    void planningUsesNoRateUp() throws Exception {
        Rule limited = AskedPolicies.rule(AskedPolicies.MODEL.createAllow());
        RateLimit rate = AskedPolicies.MODEL.createRateLimit();
        rate.setCount(1);
        rate.setUnit(RateUnit.WEEK);
        rate.setBurst(2);
        limited.getMatch().setRate(rate);
        Chain in = AskedPolicies.chain("in", Hook.IN, ChainEnd.DENY, limited);
        AnsweredPolicy policy = new AnsweredPolicy(AskedPolicies.policy(AskedPolicies.chain("out", Hook.OUT, ChainEnd.DENY,
                AskedPolicies.rule(AskedPolicies.MODEL.createAsk())), in), null);
        policy.add(List.of(answered(echo("192.0.2.1"), true)));
        String other = "udp from 203.0.113.7 port 53 to 10.0.0.1 port 40000 in on eth0";
        assertEquals(List.of(Kind.ALLOW, Kind.ALLOW, Kind.DENY), List.of(kind(policy.compiled(), other), kind(policy.compiled(), other),
                kind(policy.compiled(), other)));
        assertTrue(rules(policy).stream().noneMatch(rule -> rule.contains("0 0")), rules(policy).toString());
    }
}
