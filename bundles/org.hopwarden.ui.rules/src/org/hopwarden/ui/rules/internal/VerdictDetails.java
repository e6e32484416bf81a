package org.hopwarden.ui.rules.internal;

import java.util.List;
import java.util.function.Function;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.hopwarden.enforce.DecidedPacket;
import org.hopwarden.engine.Explanation;
import org.hopwarden.engine.Verdict;
import org.hopwarden.ui.Latest;
import org.hopwarden.ui.Themes;
import org.hopwarden.ui.WidgetNames;
import org.hopwarden.visualization.ColorRole;

/** What a packet was that was decided, and why it was decided so: by the policy at work, whatever became of it in its tab since. */
final class VerdictDetails {

    private static final int MOST_ROWS = 500;

    private final Composite control;
    private final Label headline;
    private final Text packet;
    private final MonitorTable<Explanation.Miss> misses;
    private final Latest<DecidedPacket, Answer> latest;

    private record Answer(DecidedPacket decided, Explanation explanation) {
    }

    VerdictDetails(Composite parent) {
        control = new Composite(parent, SWT.NONE);
        Themes.style(control, "hopwarden-view");
        GridLayoutFactory.fillDefaults().extendedMargins(0, 0, 4, 0).spacing(0, 2).applyTo(control);
        headline = WidgetNames.name(new Label(control, SWT.WRAP), "Why");
        GridDataFactory.fillDefaults().grab(true, false).indent(6, 0).hint(80, SWT.DEFAULT).applyTo(headline);
        // Can be selected and copied.
        packet = WidgetNames.name(new Text(control, SWT.READ_ONLY | SWT.WRAP | SWT.MULTI), "Decided packet");
        Themes.style(packet, "hopwarden-muted");
        GridDataFactory.fillDefaults().grab(true, false).indent(6, 0).hint(80, SWT.DEFAULT).applyTo(packet);
        Function<Explanation.Miss, ColorRole> plain = miss -> null;
        misses = new MonitorTable<>(control, "Rules before", columns -> columns.compact()
                .number("Rule", "A rule in front of the deciding one", "1000", miss -> Integer.toString(miss.rule()), plain)
                .tooltip(miss -> miss.chain() + " " + miss.rule() + ": " + miss.text())
                .text("Differs in", "The first condition that does not hold", "protocol", 1, miss -> miss.field().word(),
                        miss -> ColorRole.LOSS)
                .text("Packet has", "What the packet has there", "192.0.2", 1, Explanation.Miss::packetValue, plain)
                .text("Rule wants", "What the rule wants there", "192.0.2", 1, Explanation.Miss::ruleValue, plain));
        GridDataFactory.fillDefaults().grab(true, true).applyTo(misses.control());
        latest = new Latest<>("Why a packet was decided", control, decided -> new Answer(decided, decided.explanation()), this::show);
        clear();
    }

    void clear() {
        set("No packet is chosen.", "hopwarden-muted");
        packet.setText("");
        misses.show(List.of(), "Choose one among the verdicts.");
    }

    /** Shows a packet, and soon after why it was decided so. */
    void show(DecidedPacket decided) {
        if (!decided.packet().isValid()) {
            set("No IP packet: no rule speaks of it.", "hopwarden-warning");
            packet.setText(decided.bytes().length + " bytes");
            misses.show(List.of(), "");
            return;
        }
        latest.take(decided);
    }

    private void show(Answer answer) {
        DecidedPacket decided = answer.decided();
        Verdict verdict = decided.verdict();
        String by = verdict.basis() == Verdict.Basis.RULE ? "rule " + verdict.rule() + ": " + verdict.text() : verdict.text();
        set(switch (verdict.kind()) {
            case ALLOW -> "Allowed by ";
            case DENY -> "Denied by ";
            case REJECT -> "Rejected by ";
            case ASK -> "Asked by ";
            case NONE -> "No verdict: ";
        } + by, verdict.kind() == Verdict.Kind.ALLOW ? "hopwarden-good" : "hopwarden-warning");
        packet.setText(decided.described().withoutTime().words());
        List<Explanation.Miss> before = answer.explanation().misses();
        // The reference knows of no rate that is used up, so it may name a rule further down.
        boolean differs = !answer.explanation().verdict().text().equals(verdict.text());
        misses.show(before.subList(0, Math.min(before.size(), MOST_ROWS)), before.isEmpty() ? "No rule stands before it."
                : before.size() > MOST_ROWS ? "The first " + MOST_ROWS + " of " + before.size() + " rules before it."
                        : differs ? "The rate that decided is not used up any more." : "");
        control.layout();
    }

    private void set(String text, String style) {
        headline.setText(text.replace("&", "&&"));
        headline.setToolTipText(text);
        Themes.style(headline, style);
    }
}
