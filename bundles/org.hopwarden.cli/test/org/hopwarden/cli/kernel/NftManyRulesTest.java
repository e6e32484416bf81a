package org.hopwarden.cli.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Random;

import org.hopwarden.cli.kernel.RandomHookPackets.Wanted;
import org.hopwarden.engine.ReferenceEvaluator;
import org.hopwarden.engine.Verdict.Kind;
import org.hopwarden.interchange.ExportOptions;
import org.hopwarden.interchange.Interchange;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpPrefix;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.net.IpVersion;
import org.hopwarden.rulemodel.AddressPrefix;
import org.hopwarden.rulemodel.AddressTerm;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.ChainEnd;
import org.hopwarden.rulemodel.FragmentReading;
import org.hopwarden.rulemodel.Hook;
import org.hopwarden.rulemodel.Match;
import org.hopwarden.rulemodel.NumberSet;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.PortCondition;
import org.hopwarden.rulemodel.PortOperator;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RulemodelFactory;
import org.hopwarden.rulemodel.Service;
import org.junit.jupiter.api.Test;

/** An access list of 10,000 rules becomes few rules with large sets, loads, and means the same. */
class NftManyRulesTest {

    private static final RulemodelFactory MODEL = RulemodelFactory.eINSTANCE;
    private static final int RULES = 10_000;
    private static final int MOST_LOOK_UPS = 20;

    private final Random random = new Random(5);
    private final RandomHookPackets packets = new RandomHookPackets(random);

    @Test
    void tenThousandRulesCostAFewLookUps() throws Exception {
        KernelJudge.obstacle().ifPresent(why -> assumeTrue(false, why));
        Policy policy = policy();
        ThreadMXBean processor = ManagementFactory.getThreadMXBean();
        long started = processor.getCurrentThreadCpuTime();
        String text = Interchange.exporter("nft").orElseThrow()
                .write(policy, new ExportOptions(null, Hook.FORWARD, false, false)).text();
        long written = processor.getCurrentThreadCpuTime();
        long rules = text.lines().filter(line -> line.matches("\\t\\t[a-z].*(vmap @.*|accept|drop)")).count();
        assertTrue(rules <= MOST_LOOK_UPS, rules + " rules");
        try (KernelJudge judge = KernelJudge.open()) {
            judge.load(text, "nft", "-f", "-").orThrow();
            System.out.println(RULES + " rules: " + rules + " rules with " + text.lines().filter(l -> l.contains("elements = "))
                    .count() + " sets, " + text.length() + " characters, written in " + (written - started) / 1_000_000
                    + " ms of processor time");
            ReferenceEvaluator evaluator = ReferenceEvaluator.of(policy);
            List<HookPacket> all = packets.next(1000, Wanted.V4);
            List<Ruling> rulings = judge.judge(all);
            int allowed = 0;
            for (int i = 0; i < all.size(); i++) {
                HookPacket packet = all.get(i);
                if (rulings.get(i).reaches() && !packet.outInterface().isEmpty() && !packet.inInterface().isEmpty()) {
                    boolean passes = evaluator.decide(packet.view(), packet.context()).kind() == Kind.ALLOW;
                    assertEquals(passes, rulings.get(i).passed(), packet.toString());
                    allowed += passes ? 1 : 0;
                }
            }
            assertTrue(allowed > 10, allowed + " allowed");
        }
    }

    /** Most rules are for hosts and small networks and a port, a few for whole networks, and a fifth denies. */
    private Policy policy() {
        Policy policy = MODEL.createPolicy();
        policy.setName("acl");
        Chain chain = MODEL.createChain();
        chain.setName("acl");
        chain.setEnd(ChainEnd.DENY);
        chain.setFragmentReading(FragmentReading.ALLOWED);
        for (int i = 0; i < RULES; i++) {
            Rule rule = MODEL.createRule();
            Match match = MODEL.createMatch();
            match.getSource().add(prefix());
            match.getDestination().add(prefix());
            Service service = MODEL.createService();
            service.setProtocol(random.nextInt(3) == 0 ? IpProtocol.UDP : IpProtocol.TCP);
            if (random.nextInt(8) > 0) {
                PortCondition ports = MODEL.createPortCondition();
                ports.setOperator(PortOperator.RANGE);
                int port = packets.port();
                ports.setPorts(NumberSet.ofRange(port, random.nextInt(4) == 0 ? Math.max(port, 40_000) : port));
                service.setDestinationPort(ports);
            }
            match.getService().add(service);
            rule.setMatch(match);
            rule.setAction(random.nextInt(5) == 0 ? MODEL.createDeny() : MODEL.createAllow());
            chain.getRules().add(rule);
        }
        policy.getChains().add(chain);
        return policy;
    }

    private AddressTerm prefix() {
        AddressPrefix prefix = MODEL.createAddressPrefix();
        IpAddress address = random.nextInt(10) == 0 ? packets.address(IpVersion.V4)
                : IpAddress.v4(0x0a00_0000 | random.nextInt(1 << 24));
        int length = random.nextInt(1000) == 0 ? 8 + random.nextInt(8) : random.nextInt(3) == 0 ? 24 : 32;
        prefix.setPrefix(IpPrefix.containing(address, length));
        return prefix;
    }
}
