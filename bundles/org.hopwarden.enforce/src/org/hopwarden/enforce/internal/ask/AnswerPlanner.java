package org.hopwarden.enforce.internal.ask;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import org.eclipse.emf.ecore.util.EcoreUtil;
import org.hopwarden.enforce.AnswerException;
import org.hopwarden.enforce.internal.ask.AnswerPlan.Part;
import org.hopwarden.enforce.internal.ask.AnswerPlan.Step;
import org.hopwarden.engine.CompiledPolicy;
import org.hopwarden.engine.DescribedPacket;
import org.hopwarden.engine.LivePolicy;
import org.hopwarden.engine.PacketState;
import org.hopwarden.engine.PolicyCompileException;
import org.hopwarden.engine.PolicyEdit;
import org.hopwarden.engine.Verdict;
import org.hopwarden.engine.Verdict.Basis;
import org.hopwarden.engine.Verdict.Kind;
import org.hopwarden.net.IcmpType;
import org.hopwarden.net.IpVersion;
import org.hopwarden.net.TcpFlags;
import org.hopwarden.rulemodel.ChainEnd;
import org.hopwarden.rulemodel.Match;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RulemodelFactory;

/**
 * Finds where the rules of an answer have to stand: sends the packet, and what belongs to it, through edits of the policy that nobody else sees. Nothing is
 * compiled for that, so it takes no longer for many rules than for few.
 */
final class AnswerPlanner {

    private static final RulemodelFactory MODEL = RulemodelFactory.eINSTANCE;
    /** A packet meets few chains; one that is still not let in behind so many rules never is. */
    private static final int MOST_RULES = 12;

    private final Ground ground;
    private final DescribedPacket packet;
    private final Flow flow;
    private final AnswerMatches matches;
    private final List<Step> steps = new ArrayList<>();
    private final boolean tracked;
    private CompiledPolicy tried;

    private AnswerPlanner(Ground ground, DescribedPacket packet, Flow flow) {
        this.ground = ground;
        this.packet = packet;
        this.flow = flow;
        tried = ground.now();
        tracked = tried.asksStates();
        matches = new AnswerMatches(ground.model(), packet, flow, new AnswerSpec(Breadth.EXACT, false, false, true));
    }

    /**
     * @throws AnswerException if the policy denies the packet, or has no place where a rule would have an effect
     * @throws MissingChainException if a chain has to be made for that
     */
    static AnswerPlan plan(Ground ground, DescribedPacket packet, Flow flow) throws AnswerException, MissingChainException {
        try {
            return new AnswerPlanner(ground, packet, flow).run();
        } catch (PolicyCompileException e) {
            throw cannotBe(e);
        }
    }

    /** As the other; the model gets the chains that are missing. */
    static AnswerPlan planWithChains(Ground ground, DescribedPacket packet, Flow flow) throws AnswerException {
        Ground now = ground;
        while (true) {
            try {
                return plan(now, packet, flow);
            } catch (MissingChainException e) {
                try {
                    now = now.withChain(e.direction());
                } catch (PolicyCompileException unsound) {
                    throw cannotBe(unsound);
                }
            }
        }
    }

    static AnswerException cannotBe(PolicyCompileException e) {
        return new AnswerException("the policy cannot be put to work: " + e.getMessage(), "Mend the policy first.", e);
    }

    private AnswerPlan run() throws AnswerException, MissingChainException, PolicyCompileException {
        Verdict first = verdict(tried, packet);
        if (first.kind() == Kind.DENY || first.kind() == Kind.REJECT) {
            throw new AnswerException("the policy denies these packets: " + AnswerPlan.place(first) + " (" + first.text() + ")",
                    "Change that rule, if they are to pass.");
        }
        if (first.kind() != Kind.ASK) {
            return new AnswerPlan(packet, flow, null, tracked, List.of());
        }
        Match packets = letPass();
        if (tracked || flow.isTcp() && !flow.fromService()) {
            letIn(Samples.later(packet, packet.isTcp() ? TcpFlags.ACK : -1, tracked), Part.CONTINUED, () -> matches.continued(packets, tracked));
        }
        if (flow.hasReplies()) {
            letIn(Samples.reply(packet, flow, tracked), Part.REPLIES, () -> matches.replies(packets, tracked));
        }
        for (int[] error : errors()) {
            letIn(Samples.error(packet, error[0], error[1], tracked), Part.ERRORS, () -> matches.errors(packets, tracked));
        }
        return new AnswerPlan(packet, flow, first, tracked, steps);
    }

    private int[][] errors() {
        if (!flow.hasErrors()) {
            return new int[0][];
        }
        return flow.version() == IpVersion.V4 ? new int[][] { { IcmpType.UNREACHABLE, 1 }, { IcmpType.TIME_EXCEEDED, 0 } }
                : new int[][] { { IcmpType.V6_UNREACHABLE, 0 }, { IcmpType.V6_PACKET_TOO_BIG, 0 }, { IcmpType.V6_TIME_EXCEEDED, 0 } };
    }

    /** @return the conditions of the last rule that lets the packet pass */
    private Match letPass() throws AnswerException, MissingChainException, PolicyCompileException {
        Match packets = null;
        for (int round = 0;; round++) {
            Verdict verdict = verdict(tried, packet);
            if (verdict.kind() == Kind.ALLOW && packets != null) {
                return packets;
            }
            if (round >= MOST_RULES || verdict.kind() != Kind.ASK) {
                throw new AnswerException("no rule lets these packets pass: " + AnswerPlan.place(verdict) + " decides them all the same",
                        "Look at the policy.");
            }
            Match asking = ground.conditions(tried, verdict);
            packets = matches.packets(asking);
            Match match = packets;
            put(verdict, packet, Part.PACKETS, asking, () -> EcoreUtil.copy(match));
        }
    }

    /** Where nothing lets a reply in, the packets may pass all the same: the choice's rules show what is let in. */
    private void letIn(DescribedPacket sample, Part part, Supplier<Match> match) throws AnswerException, MissingChainException, PolicyCompileException {
        for (int round = 0; round < MOST_RULES; round++) {
            Verdict verdict = verdict(tried, sample);
            if (verdict.kind() == Kind.ALLOW || !put(verdict, sample, part, null, match)) {
                return;
            }
        }
    }

    /** What a policy says of a packet that nobody sent: no rate is used up by it. */
    private static Verdict verdict(CompiledPolicy policy, DescribedPacket sample) {
        PacketState state = new PacketState(sample.direction()).set(sample.context()).withoutRates();
        return policy.verdict(policy.decide(sample.view(), state));
    }

    private boolean put(Verdict deciding, DescribedPacket sample, Part part, Match asking, Supplier<Match> match)
            throws AnswerException, MissingChainException, PolicyCompileException {
        if (deciding.basis() != Basis.POLICY_DEFAULT) {
            add(deciding.chain(), deciding.rule(), part, asking, match);
            return true;
        }
        List<String> ends = endsReached(sample);
        if (ends.isEmpty() && PlanChains.canMake(ground.model(), ground.chain())) {
            throw new MissingChainException(sample.direction());
        }
        if (ends.isEmpty() && part == Part.PACKETS) {
            throw new AnswerException("no chain speaks of these packets, so no rule can stand in front of the policy's default",
                    "Add a chain for them to the policy.");
        }
        for (String end : ends) {
            add(end, 0, part, asking, match);
        }
        return !ends.isEmpty();
    }

    /** The chains that leave a packet to the policy's default: their end would decide, if it denied. */
    private List<String> endsReached(DescribedPacket sample) throws PolicyCompileException {
        List<String> ends = new ArrayList<>();
        for (String candidate : PlanChains.leaving(ground.model(), ground.chain(), sample)) {
            Verdict verdict = verdict(edited(new PolicyEdit.ChangeEnd(candidate, ChainEnd.DENY)), sample);
            if (verdict.basis() == Basis.CHAIN_END && candidate.equals(verdict.chain())) {
                ends.add(candidate);
            }
        }
        return ends;
    }

    /** @param rule in front of which it is put in, as the policy is tried now; 0 for the chain's end */
    private void add(String chain, int rule, Part part, Match asking, Supplier<Match> match) throws PolicyCompileException {
        CompiledPolicy now = ground.now();
        int before = rule == 0 ? now.ruleCount(chain) + 1 : now.verdictOfSlot(tried.slotOfRule(chain, rule)).rule();
        Rule allows = MODEL.createRule();
        allows.setMatch(match.get());
        allows.setAction(MODEL.createAllow());
        tried = edited(new PolicyEdit.Insert(chain, rule == 0 ? tried.ruleCount(chain) + 1 : rule, allows));
        steps.add(new Step(chain, before, part, asking));
    }

    private CompiledPolicy edited(PolicyEdit edit) throws PolicyCompileException {
        return Edits.of(tried).edit(edit);
    }
}
