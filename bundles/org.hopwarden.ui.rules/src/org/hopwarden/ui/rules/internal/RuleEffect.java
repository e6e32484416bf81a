package org.hopwarden.ui.rules.internal;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

import org.eclipse.emf.ecore.util.EcoreUtil;
import org.hopwarden.engine.Direction;
import org.hopwarden.engine.Explanation;
import org.hopwarden.engine.Explanation.Passage;
import org.hopwarden.engine.PacketContext;
import org.hopwarden.engine.PolicyCompileException;
import org.hopwarden.engine.ReferenceEvaluator;
import org.hopwarden.engine.Verdict;
import org.hopwarden.interchange.entry.RuleProposal;
import org.hopwarden.interchange.entry.TrafficProposal;
import org.hopwarden.interchange.entry.TrafficProposal.Wish;
import org.hopwarden.rulemodel.Action;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.ElementIds;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RuleText;
import org.hopwarden.ui.SeenPacket;

/**
 * Where proposed rules go, and what they change for the packet that was seen.
 *
 * @param question what was wished for
 * @param rules as lines
 * @param index in front of which rule of the chain, counted from 0
 * @param text in words, what is said of the packet now and then
 * @param works whether the rules decide the packet once they are there
 */
record RuleEffect(Question question, List<String> rules, int index, String text, boolean works) {

    /** @param policy a copy that nobody changes */
    record Question(Policy policy, String chain, SeenPacket packet, Wish wish, Supplier<Action> action) {

        List<Rule> rules() {
            return TrafficProposal.of(packet.view(), wish, action, "Proposed for " + packet.where() + "; to be reviewed");
        }

        RuleEffect answer() {
            List<Rule> made = rules();
            List<String> lines = made.stream().map(RuleText::of).toList();
            int size = chain(policy).getRules().size();
            try {
                Explanation now = explain(policy);
                int index = place(now, size);
                Policy after = EcoreUtil.copy(policy);
                chain(after).getRules().addAll(index, EcoreUtil.copyAll(made));
                ElementIds.assignMissing(after);
                Verdict then = explain(after).verdict();
                boolean works = chain.equals(then.chain()) && then.rule() > index && then.rule() <= index + made.size();
                return new RuleEffect(this, lines, index, "Now " + words(now.verdict()) + "\n" + (index >= size ? "At the end of the chain"
                        : "In front of rule " + (index + 1)) + ", then " + words(then), works);
            } catch (PolicyCompileException e) {
                return new RuleEffect(this, lines, size, "The policy gives no verdict: " + e.getMessage()
                        + ".\nThe rules go to the end of the chain.", false);
            }
        }

        private Chain chain(Policy of) {
            return of.getChains().stream().filter(each -> Objects.equals(each.getName(), chain)).findFirst()
                    .orElseThrow(() -> new IllegalStateException("no chain " + chain));
        }

        private Explanation explain(Policy by) throws PolicyCompileException {
            Direction direction = switch (packet.way()) {
                case IN -> Direction.IN;
                case OUT -> Direction.OUT;
                case FORWARD -> Direction.FORWARD;
            };
            return ReferenceEvaluator.of(by, chain).explain(packet.view(), PacketContext.of(direction));
        }

        /** In front of the rule that decides, or that calls the chain that does. */
        private int place(Explanation now, int size) {
            Verdict verdict = now.verdict();
            if (verdict.basis() == Verdict.Basis.RULE && chain.equals(verdict.chain())) {
                return RuleProposal.place(verdict.rule(), size);
            }
            if (verdict.chain() == null || chain.equals(verdict.chain())) {
                return size;
            }
            return now.steps().reversed().stream().filter(step -> step instanceof Passage passage && chain.equals(passage.chain())
                    && passage.what() == Passage.What.CALLED).findFirst().map(call -> RuleProposal.place(call.rule(), size)).orElse(size);
        }

        private static String words(Verdict verdict) {
            String kind = switch (verdict.kind()) {
                case ALLOW -> "allowed";
                case DENY -> "denied";
                case REJECT -> "rejected";
                case ASK -> "asked about";
                case NONE -> "without a verdict";
            };
            return kind + " by " + (verdict.basis() == Verdict.Basis.RULE ? "rule " + verdict.rule()
                    + (verdict.chain() == null ? "" : " of " + verdict.chain()) + ": " : "") + verdict.text();
        }
    }
}
