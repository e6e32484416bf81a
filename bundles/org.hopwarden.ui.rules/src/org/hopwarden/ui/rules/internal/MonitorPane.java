package org.hopwarden.ui.rules.internal;

import java.util.List;
import java.util.Map;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.hopwarden.enforce.DecidedPacket;
import org.hopwarden.enforce.EnforcementStatistics;
import org.hopwarden.enforce.TopTalkers;
import org.hopwarden.enforce.VerdictStream;
import org.hopwarden.engine.CompiledPolicy;
import org.hopwarden.engine.connections.ConnectionList;

/** What an enforcement does: counters of rules, top talkers, connections, drops; live verdicts; rates, and why a packet was decided so. */
final class MonitorPane {

    private static final String RULES = "Rules";
    private static final String TALKERS = "Top talkers";
    private static final String CONNECTIONS = "Connections";
    private static final String DROPS = "Drops";
    private static final String RATES = "Rates";
    private static final String WHY = "Why";
    /** What is counted is shown more seldom than what is new, because rows that change places cannot be read. */
    private static final long TABLE_NANOS = 1_000_000_000;

    private final SashForm control;
    private final LowerTabs tables;
    private final CounterTable counters;
    private final TalkerTable talkers;
    private final ConnectionTable connections;
    private final DropTable drops;
    private final VerdictTable verdicts;
    private final LowerTabs right;
    private final RateChart chart;
    private final VerdictDetails details;
    private final VerdictTable.Listener listener;
    private TopTalkers.By talkersShownBy;
    private long tablesNanos;

    /** @param listener is told what the user does with a packet */
    MonitorPane(Composite parent, VerdictTable.Listener listener) {
        this.listener = listener;
        control = new SashForm(parent, SWT.HORIZONTAL | SWT.SMOOTH);
        tables = new LowerTabs(control);
        chart = new RateChart();
        counters = new CounterTable(tables.add(RULES), chart::follow);
        talkers = new TalkerTable(tables.add(TALKERS), this::filter);
        connections = new ConnectionTable(tables.add(CONNECTIONS));
        drops = new DropTable(tables.add(DROPS));
        verdicts = new VerdictTable(control, new VerdictTable.Listener() {
            @Override
            public void chosen(DecidedPacket packet) {
                choose(packet);
            }

            @Override
            public void opened(DecidedPacket packet) {
                listener.opened(packet);
            }

            @Override
            public void makeRule(DecidedPacket packet) {
                listener.makeRule(packet);
            }
        });
        right = new LowerTabs(control);
        chart.make(right.add(RATES));
        details = new VerdictDetails(right.add(WHY));
        control.setWeights(34, 42, 24);
    }

    SashForm control() {
        return control;
    }

    private void filter(String words) {
        verdicts.filter(words);
    }

    private void choose(DecidedPacket packet) {
        details.show(packet);
        right.show(WHY);
        listener.chosen(packet);
    }

    /** Nothing was counted yet. */
    void clear() {
        counters.clear();
        verdicts.clear(null, null);
        chart.clear();
        details.clear();
        talkers.show(List.of(), 0, false);
        connections.show(ConnectionList.NONE);
        drops.show(Map.of(), 0);
    }

    /**
     * Verdicts of an enforcement follow.
     *
     * @param source null where it has ended
     */
    void begin(CompiledPolicy policy, VerdictStream source) {
        verdicts.clear(policy.chain(), source);
    }

    /** What the user looks at. */
    Look.Wanted wanted() {
        return new Look.Wanted(talkers.by(), tables.isShown(CONNECTIONS));
    }

    void show(Look look) {
        verdicts.add(look.verdicts());
        chart.add(look.statistics(), look.nanos());
        boolean due = look.nanos() - tablesNanos >= TABLE_NANOS || talkersShownBy != talkers.by();
        if (due) {
            tablesNanos = look.nanos();
            showTables(look);
        }
    }

    /** The last of it: all of it, however short it is since. */
    void showLast(Look look) {
        verdicts.add(look.verdicts());
        showTables(look);
    }

    private void showTables(Look look) {
        EnforcementStatistics statistics = look.statistics();
        talkersShownBy = talkers.by();
        counters.show(look.policy(), statistics, look.nanos());
        talkers.show(look.talkers(), statistics.seen(), look.sampled());
        look.connections().ifPresent(connections::show);
        drops.show(look.drops(), statistics.seen());
    }
}
