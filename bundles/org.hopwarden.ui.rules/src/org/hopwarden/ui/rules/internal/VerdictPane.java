package org.hopwarden.ui.rules.internal;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.hopwarden.engine.DescribedPacket;
import org.hopwarden.engine.DescribedPacket.Draft;
import org.hopwarden.engine.Explanation;
import org.hopwarden.engine.PacketFieldException;
import org.hopwarden.engine.PolicyCompileException;
import org.hopwarden.engine.ReferenceEvaluator;
import org.hopwarden.engine.Verdict;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.ui.Latest;
import org.hopwarden.ui.TableColumns;
import org.hopwarden.ui.Themes;
import org.hopwarden.ui.WidgetNames;
import org.hopwarden.visualization.ColorRole;

/** What the policy says of a packet that the user describes, and why. */
final class VerdictPane {

    private final Composite control;
    private final PacketBar packet;
    private final Label headline;
    private final Label details;
    private final TableViewer misses;
    private final Latest<Question, Answer> latest;
    private final Listener listener;
    private Policy policy;
    private String chain;
    /** Whether the user has described another packet since the last answer was shown. */
    private boolean described;

    /** Is told of each answer. */
    @FunctionalInterface
    interface Listener {

        /**
         * @param rule which rule of the chain decides, counted from 1; 0 for none
         * @param asked whether the user has described another packet; false where only the policy has changed
         */
        void decided(int rule, boolean asked);
    }

    /** @param policy a copy that nobody changes */
    private record Question(Policy policy, String chain, Fields fields) {

        Answer answer() {
            if (!fields.problem().isEmpty()) {
                return new Answer(this, Optional.empty(), fields.problem());
            }
            DescribedPacket packet;
            try {
                packet = fields.draft().build();
            } catch (PacketFieldException e) {
                return new Answer(this, Optional.empty(), PacketBar.sentence(e));
            }
            try {
                ReferenceEvaluator evaluator = chain == null ? ReferenceEvaluator.of(policy)
                        : ReferenceEvaluator.of(policy, chain);
                return new Answer(this, Optional.of(evaluator.explain(packet.view(), packet.context())), "");
            } catch (PolicyCompileException e) {
                return new Answer(this, Optional.empty(), "No verdict: " + e.getMessage() + ".");
            }
        }
    }

    private record Answer(Question question, Optional<Explanation> explanation, String objection) {
    }

    VerdictPane(Composite parent, Listener listener) {
        this.listener = listener;
        control = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(control);
        packet = new PacketBar(control, this::described);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(packet.control());
        Composite text = new Composite(control, SWT.NONE);
        GridLayoutFactory.fillDefaults().extendedMargins(10, 10, 2, 4).spacing(0, 2).applyTo(text);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(text);
        headline = WidgetNames.name(new Label(text, SWT.NONE), "Verdict");
        details = WidgetNames.name(new Label(text, SWT.NONE), "Verdict details");
        Themes.style(details, "hopwarden-muted");
        GridDataFactory.fillDefaults().grab(true, false).applyTo(headline);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(details);
        Composite area = new Composite(control, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, true).hint(SWT.DEFAULT, 60).applyTo(area);
        misses = new TableViewer(area, SWT.FULL_SELECTION | SWT.V_SCROLL | SWT.H_SCROLL | SWT.VIRTUAL);
        WidgetNames.name(misses.getTable(), "Earlier rules");
        misses.getTable().setHeaderVisible(true);
        misses.setContentProvider(ArrayContentProvider.getInstance());
        ColumnViewerToolTipSupport.enableFor(misses);
        Function<Explanation.Miss, ColorRole> plain = miss -> null;
        new TableColumns<Explanation.Miss>(misses)
                .number("Rule", "A rule in front of the deciding one", "10000", miss -> Integer.toString(miss.rule()), plain)
                .text("Text", "The rule", "permit tcp 192.0.2.0 0.0.0.255", 3, Explanation.Miss::text, plain)
                .text("Did not match by", "The first condition that does not hold", "destination port", 0,
                        miss -> miss.field().word(), miss -> ColorRole.LOSS)
                .text("Packet has", "What the packet has there", "198.51.100.20", 1, Explanation.Miss::packetValue, plain)
                .text("Rule wants", "What the rule wants there", "198.51.100.20", 2, Explanation.Miss::ruleValue, plain);
        latest = new Latest<>("The verdict of the packet", control, Question::answer, this::show);
        Themes.onSwitch(control, misses::refresh);
    }

    Composite control() {
        return control;
    }

    void setFocus() {
        packet.setFocus();
    }

    /**
     * Takes another policy.
     *
     * @param newPolicy a copy that nobody changes
     * @param newChain the name of the chain that decides; null for none
     */
    void decideBy(Policy newPolicy, String newChain) {
        policy = newPolicy;
        chain = newChain;
        ask();
    }

    /** Describes a packet, as if the user had typed it. */
    void describe(DescribedPacket described) {
        packet.fill(described);
        described();
    }

    /**
     * The packet as it is described now.
     *
     * @throws IllegalArgumentException if a field is not right; the message is for the user
     */
    DescribedPacket packet() {
        return packet.fields().build();
    }

    private void described() {
        described = true;
        ask();
    }

    private void ask() {
        if (policy != null) {
            latest.take(new Question(policy, chain, fields()));
        }
    }

    /** A description that cannot be read is one with a problem, which the answer tells. */
    private Fields fields() {
        try {
            return new Fields(packet.fields(), "");
        } catch (PacketFieldException e) {
            return new Fields(new Draft(), PacketBar.sentence(e));
        }
    }

    private record Fields(Draft draft, String problem) {
    }

    private void show(Answer answer) {
        if (answer.explanation().isEmpty()) {
            set(headline, answer.objection(), "hopwarden-error");
            set(details, "", "hopwarden-muted");
            misses.setInput(List.of());
            listener.decided(0, false);
            return;
        }
        Explanation explanation = answer.explanation().get();
        Verdict verdict = explanation.verdict();
        String by = verdict.basis() == Verdict.Basis.RULE ? "rule " + verdict.rule() + ": " + verdict.text() : verdict.text();
        set(headline, switch (verdict.kind()) {
            case ALLOW -> "Allowed by ";
            case DENY -> "Denied by ";
            case REJECT -> "Rejected by ";
            case ASK -> "Asked by ";
            case NONE -> "No verdict: ";
        } + by, verdict.kind() == Verdict.Kind.ALLOW ? "hopwarden-good" : "hopwarden-warning");
        int count = explanation.misses().size();
        set(details, explanation.packet() + (count == 0 ? "" : "   \u2014   " + count
                + (count == 1 ? " rule before it does not match" : " rules before it do not match")), "hopwarden-muted");
        misses.setInput(explanation.misses());
        boolean asked = described && answer.question().fields().equals(fields());
        described &= !asked;
        listener.decided(verdict.basis() == Verdict.Basis.RULE ? verdict.rule() : 0, asked);
    }

    private static void set(Label label, String text, String style) {
        label.setText(text.replace("&", "&&"));
        label.setToolTipText(text);
        Themes.style(label, style);
    }
}
