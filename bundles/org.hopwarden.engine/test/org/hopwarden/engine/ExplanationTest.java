package org.hopwarden.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

import org.eclipse.emf.ecore.util.EcoreUtil;
import org.hopwarden.engine.Explanation.Field;
import org.hopwarden.engine.Explanation.Miss;
import org.hopwarden.engine.ShapedRules.Shape;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.PacketView;
import org.hopwarden.rulemodel.AddressPrefix;
import org.hopwarden.rulemodel.AddressTerm;
import org.hopwarden.rulemodel.Allow;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.PortCondition;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.Service;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * An explanation names the rule that decides, and each rule before it with the first condition that does not hold, as they are
 * worked out here once more for simple rules; also where edits lie over the index.
 */
class ExplanationTest {

    private static final int RULES = 300;
    private static final int PACKETS = 300;
    private static final String CHAIN = "c";

    @ParameterizedTest
    @EnumSource(Shape.class)
    void namesTheDecidingRuleAndWhatEachEarlierOneMissed(Shape shape) throws PolicyCompileException {
        ShapedRules shaped = new ShapedRules(shape, RULES, 7, 0.2);
        Policy policy = shaped.policy(RULES);
        List<Rule> rules = new ArrayList<>(policy.getChains().get(0).getRules());
        ShapedPackets packets = new ShapedPackets(shaped, rules, 8, true);
        LivePolicy live = new LivePolicy(CompiledPolicy.compile(policy), told -> { }, later -> { });
        Set<Field> met = EnumSet.noneOf(Field.class);
        compare(live.current(), rules, packets, met);
        Random random = new Random(9);
        for (int i = 0; i < 40; i++) {
            edit(live, rules, random, shaped);
        }
        compare(live.current(), rules, packets, met);
        assertTrue(met.containsAll(EnumSet.of(Field.ENABLED, Field.SOURCE, Field.DESTINATION, Field.PROTOCOL, Field.LAYER_4, Field.SOURCE_PORT,
                Field.DESTINATION_PORT)), () -> "conditions: " + met);
    }

    private static void edit(LivePolicy live, List<Rule> rules, Random random, ShapedRules shaped) throws PolicyCompileException {
        int at = random.nextInt(rules.size());
        switch (random.nextInt(4)) {
            case 0 -> {
                live.edit(new PolicyEdit.Remove(CHAIN, at + 1));
                rules.remove(at);
            }
            case 1 -> {
                Rule off = EcoreUtil.copy(rules.get(at));
                off.setEnabled(false);
                live.edit(new PolicyEdit.Enable(CHAIN, at + 1, false));
                rules.set(at, off);
            }
            case 2 -> {
                int to = random.nextInt(rules.size());
                live.edit(new PolicyEdit.Move(CHAIN, at + 1, to + 1));
                rules.add(to, rules.remove(at));
            }
            default -> {
                Rule rule = shaped.rule();
                live.edit(new PolicyEdit.Insert(CHAIN, at + 1, rule));
                rules.add(at, rule);
            }
        }
    }

    private static void compare(CompiledPolicy policy, List<Rule> rules, ShapedPackets packets, Set<Field> met) {
        MemorySegment buffer = MemorySegment.ofArray(new byte[ShapedPackets.STRIDE]);
        PacketView packet = new PacketView();
        for (int i = 0; i < PACKETS; i++) {
            if (!packet.wrap(buffer, 0, packets.write(buffer, 0))) {
                continue;
            }
            Explanation explanation = policy.explain(packet, Direction.IN);
            List<Field> expected = new ArrayList<>();
            int deciding = 0;
            for (int number = 1; number <= rules.size() && deciding == 0; number++) {
                Field miss = miss(rules.get(number - 1), packet);
                if (miss == null) {
                    deciding = number;
                } else {
                    expected.add(miss);
                }
            }
            assertEquals(deciding, explanation.verdict().rule(), packet::toString);
            assertEquals(policy.verdict(policy.decide(packet, Direction.IN)), explanation.verdict());
            assertEquals(expected, explanation.misses().stream().map(Miss::field).toList(), packet::toString);
            for (int number = 1; number <= expected.size(); number++) {
                assertEquals(number, explanation.misses().get(number - 1).rule());
                assertEquals(CHAIN, explanation.misses().get(number - 1).chain());
            }
            met.addAll(expected);
        }
    }

    /** What a rule with at most one prefix a side and one service misses first; null for nothing. */
    private static Field miss(Rule rule, PacketView packet) {
        Service service = (Service) rule.getMatch().getService().get(0);
        boolean layer4 = service.getSourcePort() != null || service.getDestinationPort() != null || service.getIcmpType() != null;
        if (!rule.isEnabled()) {
            return Field.ENABLED;
        } else if (!isIn(rule.getMatch().getSource(), packet.source())) {
            return Field.SOURCE;
        } else if (!isIn(rule.getMatch().getDestination(), packet.destination())) {
            return Field.DESTINATION;
        } else if (service.getProtocol() != packet.protocol()) {
            return Field.PROTOCOL;
        } else if (packet.isLaterFragment()) {
            return layer4 && !(rule.getAction() instanceof Allow) ? Field.LAYER_4 : null;
        } else if (!isIn(service.getSourcePort(), packet.sourcePort())) {
            return Field.SOURCE_PORT;
        } else if (!isIn(service.getDestinationPort(), packet.destinationPort())) {
            return Field.DESTINATION_PORT;
        }
        return service.getIcmpType() != null && service.getIcmpType() != packet.icmpType() ? Field.ICMP_TYPE : null;
    }

    private static boolean isIn(List<AddressTerm> terms, IpAddress address) {
        return terms.isEmpty() || ((AddressPrefix) terms.get(0)).getPrefix().contains(address);
    }

    private static boolean isIn(PortCondition condition, int port) {
        return condition == null || port >= condition.getPorts().ranges().get(0).low()
                && port <= condition.getPorts().ranges().get(0).high();
    }
}
