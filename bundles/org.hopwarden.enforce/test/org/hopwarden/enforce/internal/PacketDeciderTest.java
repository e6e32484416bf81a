package org.hopwarden.enforce.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.hopwarden.enforce.EnforcementStatistics;
import org.hopwarden.enforce.FlowQuestions;
import org.hopwarden.enforce.FlowQuestions.Answer;
import org.hopwarden.enforce.FlowQuestions.Held;
import org.hopwarden.enforce.FlowQuestions.Holder;
import org.hopwarden.enforce.VerdictListener;
import org.hopwarden.engine.CompiledPolicy;
import org.hopwarden.engine.DescribedPacket;
import org.hopwarden.engine.Direction;
import org.hopwarden.engine.PacketState;
import org.hopwarden.engine.PolicyCompileException;
import org.hopwarden.net.PacketView;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.ChainEnd;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RulemodelFactory;
import org.hopwarden.rulemodel.Service;
import org.junit.jupiter.api.Test;

/** Each packet that comes in gets exactly one outcome, whatever else fails. */
class PacketDeciderTest {

    private static final RulemodelFactory MODEL = RulemodelFactory.eINSTANCE;
    private static final long SEED = Long.getLong("hopwarden.seed", 20_261_160);
    private static final int BATCHES = Boolean.getBoolean("hopwarden.full") ? 200_000 : 2_000;
    private static final PacketView ALLOWED = packet("udp");
    private static final PacketView DENIED = packet("gre");
    private static final PacketView REJECTED = packet("tcp");
    private static final PacketView ASKED = packet("icmp echo-request");

    private final PolicyInForce inForce = new PolicyInForce(policy());
    private final PacketState state = new PacketState(Direction.FORWARD);
    private final List<Held> waiting = new ArrayList<>();
    private PacketDecider decider = new PacketDecider(inForce, VerdictListener.NONE, false);
    /** Lets any packet wait. */
    private final Holder holder = () -> answer -> decider.settled(answer);

    private static PacketView packet(String protocol) {
        return DescribedPacket.parse(protocol + " from 10.0.0.1 to 192.0.2.1 forward").view();
    }

    private static CompiledPolicy policy() {
        Chain chain = MODEL.createChain();
        chain.setName("c");
        chain.setEnd(ChainEnd.DENY);
        rule(chain, 17).setAction(MODEL.createAllow());
        rule(chain, 6).setAction(MODEL.createReject());
        rule(chain, 1).setAction(MODEL.createAsk());
        Policy policy = MODEL.createPolicy();
        policy.getChains().add(chain);
        try {
            return CompiledPolicy.compile(policy);
        } catch (PolicyCompileException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Rule rule(Chain chain, int protocol) {
        Service service = MODEL.createService();
        service.setProtocol(protocol);
        Rule rule = MODEL.createRule();
        rule.setMatch(MODEL.createMatch());
        rule.getMatch().getService().add(service);
        chain.getRules().add(rule);
        return rule;
    }

    private void asking(FlowQuestions questions) {
        decider = new PacketDecider(inForce, VerdictListener.NONE, false).asking(questions);
    }

    private Action decide(PacketView packet) {
        return decider.decide(packet, state.next(), packet.lengthBytes(), holder);
    }

    private EnforcementStatistics statistics() {
        return OutcomeCounts.statistics(List.of(decider.counts()), inForce);
    }

    private void assertCounts(long seen, long allowed, long denied, long rejected, long asked, long failed) {
        EnforcementStatistics now = statistics();
        assertEquals(new EnforcementStatistics(seen, allowed, denied, rejected, asked, failed, now.rules()), now);
    }

    @Test
    void whatComesInIsCountedOnceAndByItsOutcome() {
        decider.begin(5);
        assertEquals(Action.ALLOW, decide(ALLOWED));
        assertEquals(Action.DENY, decide(DENIED));
        assertEquals(Action.REJECT, decide(REJECTED));
        assertEquals(Action.ASK, decide(ASKED));
        assertEquals(Action.FAIL, decider.undecided());
        assertEquals(1, statistics().waiting(), "the one allowed was not sent yet");
        decider.allowed(1, 0);
        assertCounts(5, 1, 1, 1, 1, 1);
        assertEquals(0, statistics().waiting());
    }

    @Test
    void whatHasNoOutcomeIsSeenAllTheSame() {
        decider.begin(3);
        decide(DENIED);
        assertEquals(2, statistics().waiting());
    }

    @Test
    void anAbandonedBatchFails() {
        asking((packet, packetState, policy, decision, whoHolds) -> {
            waiting.add(whoHolds.hold());
            return Answer.HELD;
        });
        decider.begin(6);
        decide(ALLOWED);
        decide(DENIED);
        decide(ASKED);
        decider.abandoned();
        assertCounts(6, 0, 1, 0, 0, 4);
        assertEquals(1, statistics().waiting(), "the one that is held");
        waiting.getFirst().settle(Answer.DENY);
        assertCounts(6, 0, 2, 0, 0, 4);
    }

    @Test
    void aQuestionThatFailsLetsGoOfThePacket() {
        asking((packet, packetState, policy, decision, whoHolds) -> {
            whoHolds.hold();
            throw new IllegalStateException("as the test wants it");
        });
        decider.begin(1);
        assertEquals(Action.HOLD, decide(ASKED));
        assertCounts(1, 0, 0, 0, 1, 0);
    }

    @Test
    void aPacketThatIsHeldAndAnsweredAtOnceIsSettledOnce() {
        asking((packet, packetState, policy, decision, whoHolds) -> {
            whoHolds.hold();
            return Answer.ALLOW;
        });
        decider.begin(1);
        assertEquals(Action.HOLD, decide(ASKED));
        assertCounts(1, 1, 0, 0, 0, 0);
    }

    @Test
    void nobodyWaitsWhereNothingHolds() {
        asking((packet, packetState, policy, decision, whoHolds) -> Answer.HELD);
        decider.begin(1);
        assertEquals(Action.ASK, decide(ASKED));
        assertCounts(1, 0, 0, 0, 1, 0);
    }

    /** Batches of any packets, which end, or do not; answers that come at once, later, or not; questions that fail. */
    @Test
    void anyMixAddsUp() {
        Random random = new Random(SEED);
        asking((packet, packetState, policy, decision, whoHolds) -> {
            Held held = random.nextBoolean() ? whoHolds.hold() : null;
            switch (random.nextInt(4)) {
                case 0 -> throw new IllegalStateException("as the test wants it");
                case 1 -> {
                    return Answer.values()[random.nextInt(3)];
                }
                default -> {
                    if (held != null) {
                        waiting.add(held);
                    }
                    return Answer.HELD;
                }
            }
        });
        List<PacketView> packets = List.of(ALLOWED, DENIED, REJECTED, ASKED);
        long came = 0;
        for (int batch = 0; batch < BATCHES; batch++) {
            int size = 1 + random.nextInt(20);
            int reached = random.nextInt(10) == 0 ? random.nextInt(size) : size;
            came += size;
            decider.begin(size);
            int allowed = 0;
            for (int i = 0; i < reached; i++) {
                Action action = random.nextInt(20) == 0 ? decider.undecided() : decide(packets.get(random.nextInt(packets.size())));
                allowed += action == Action.ALLOW ? 1 : 0;
            }
            if (reached == size) {
                int unsent = random.nextInt(5) == 0 ? random.nextInt(allowed + 1) : 0;
                decider.allowed(allowed - unsent, unsent);
            } else {
                decider.abandoned();
            }
            while (!waiting.isEmpty() && random.nextInt(3) > 0) {
                waiting.removeLast().settle(Answer.values()[random.nextInt(3)]);
            }
            assertEquals(waiting.size(), statistics().waiting(), () -> "seed " + SEED);
        }
        EnforcementStatistics done = statistics();
        assertEquals(came, done.seen());
        assertTrue(done.allowed() > 0 && done.denied() > 0 && done.rejected() > 0 && done.asked() > 0 && done.failed() > 0, done::toString);
    }
}
