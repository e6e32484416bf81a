package org.hopwarden.ui.rules.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;

import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.hopwarden.enforce.EnforcementStatistics;
import org.hopwarden.enforce.EnforcementStatistics.RuleCount;
import org.hopwarden.engine.CompiledPolicy;
import org.hopwarden.ui.TableColumns;
import org.hopwarden.ui.Themes;
import org.hopwarden.ui.WidgetNames;
import org.hopwarden.visualization.ColorRole;

/** How often each rule decided. */
final class CounterTable {

    private final TableViewer viewer;
    private CompiledPolicy policy;
    private List<RuleCount> counts = List.of();
    private long seen;
    private double[] rates = { };
    private long countedNanos;

    /** @param onChoice gets the count of the rule that the user chooses, null for the policy's default */
    CounterTable(Composite parent, Consumer<RuleCount> onChoice) {
        Composite area = new Composite(parent, SWT.NONE);
        viewer = new TableViewer(area, SWT.FULL_SELECTION | SWT.V_SCROLL | SWT.H_SCROLL | SWT.VIRTUAL);
        WidgetNames.name(viewer.getTable(), "Counters");
        viewer.getTable().setHeaderVisible(true);
        viewer.setContentProvider(ArrayContentProvider.getInstance());
        ColumnViewerToolTipSupport.enableFor(viewer);
        Function<Integer, ColorRole> color = row -> counts.get(row).packets() == 0 ? ColorRole.TEXT_MUTED : null;
        new TableColumns<Integer>(viewer).compact()
                .number("Rule", "The rule of the chain", "default",
                        row -> name(counts.get(row)), color)
                .number("Packets", "How many packets the rule decided", "100000",
                        row -> Long.toString(counts.get(row).packets()), color)
                .text("Text", "The rule", "permit", 1, this::text, color)
                .tooltip(this::text)
                .number("Per s", "How many packets a second it decided lately", "999.9",
                        row -> row < rates.length && rates[row] > 0 ? shortened(rates[row]) : "", color)
                .number("Share", "Of all packets seen", "99.9 %", row -> seen == 0 ? ""
                        : share(100.0 * counts.get(row).packets() / seen), color)
                .number("Bytes", "Their lengths from the IP header on", "999.9 M",
                        row -> counts.get(row).bytes() < 0 ? "" : shortened(counts.get(row).bytes()), color)
                .tooltip(row -> counts.get(row).bytes() < 10_000 ? null : String.format(Locale.ROOT, "%,d bytes", counts.get(row).bytes()));
        viewer.getTable().addListener(SWT.Selection, event -> {
            if (viewer.getStructuredSelection().getFirstElement() instanceof Integer row && row < counts.size()) {
                onChoice.accept(counts.get(row).chain() == null ? null : counts.get(row));
            }
        });
        Themes.onSwitch(viewer.getTable(), viewer::refresh);
    }

    /** With four digits at the most: 950, 12.3 k, 1.2 M. */
    static String shortened(long number) {
        return number < 10_000 ? Long.toString(number) : shortened((double) number);
    }

    private static String shortened(double number) {
        String[] units = { "", " k", " M", " G", " T" };
        double left = number;
        int unit = 0;
        while (left >= 999.95 && unit < units.length - 1) {
            left /= 1000;
            unit++;
        }
        return String.format(Locale.ROOT, "%.1f%s", left, units[unit]);
    }

    private static String share(double percent) {
        return String.format(Locale.ROOT, percent >= 99.95 ? "%.0f %%" : "%.1f %%", percent);
    }

    private String name(RuleCount count) {
        if (count.chain() == null) {
            return "default";
        }
        String rule = count.rule() == 0 ? "end" : Integer.toString(count.rule());
        return policy.chains().size() > 1 ? count.chain() + " " + rule : rule;
    }

    private String text(int row) {
        return counts.get(row).chain() == null ? "the policy's default, for what the chain says nothing of"
                : policy.verdictOfSlot(policy.slotOfRule(counts.get(row).chain(), counts.get(row).rule())).text();
    }

    /** The rules of each chain in their order, its implicit end, and the rest of what was decided, whose bytes nobody counts. */
    private static List<RuleCount> rows(EnforcementStatistics now) {
        List<RuleCount> rows = new ArrayList<>(now.rules());
        List<String> chains = rows.stream().map(RuleCount::chain).distinct().toList();
        rows.sort(Comparator.comparingInt((RuleCount count) -> chains.indexOf(count.chain()))
                .thenComparingInt(count -> count.rule() == 0 ? Integer.MAX_VALUE : count.rule()));
        long byRules = now.rules().stream().mapToLong(RuleCount::packets).sum();
        rows.add(new RuleCount(null, 0, Math.max(0, now.settled() - now.failed() - byRules), -1));
        return rows;
    }

    /** @return whether all rates are what they were */
    private boolean rates(List<RuleCount> before, double seconds) {
        double[] now = new double[counts.size()];
        for (int row = 0; row < before.size() && seconds > 0; row++) {
            now[row] = (counts.get(row).packets() - before.get(row).packets()) / seconds;
        }
        boolean still = Arrays.equals(now, rates);
        rates = now;
        return still;
    }

    /** Nothing is counted yet. */
    void clear() {
        policy = null;
        counts = List.of();
        rates = new double[0];
        viewer.setInput(List.of());
    }

    /**
     * Shows counts; rows stay where they are.
     *
     * @param nanos when they were counted, by {@link System#nanoTime}
     */
    void show(CompiledPolicy newPolicy, EnforcementStatistics now, long nanos) {
        boolean same = policy == newPolicy && counts.size() == now.rules().size() + 1;
        List<RuleCount> before = counts;
        policy = newPolicy;
        counts = rows(now);
        seen = now.seen();
        boolean still = rates(same ? before : List.of(), (nanos - countedNanos) / 1e9);
        countedNanos = nanos;
        if (same) {
            if (!still || !counts.equals(before)) {
                viewer.refresh();
            }
        } else {
            List<Integer> rows = new ArrayList<>();
            for (int row = 0; row < counts.size(); row++) {
                rows.add(row);
            }
            viewer.setInput(rows);
        }
    }
}
