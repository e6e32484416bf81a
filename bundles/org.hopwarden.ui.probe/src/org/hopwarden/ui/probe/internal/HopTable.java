package org.hopwarden.ui.probe.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.IntConsumer;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.hopwarden.probe.Hop;
import org.hopwarden.ui.TableColumns;
import org.hopwarden.ui.Themes;
import org.hopwarden.ui.probe.TraceTabs;
import org.hopwarden.visualization.ColorRole;

/** The hops of a trace as rows. */
final class HopTable {

    private final TableViewer viewer;
    private final TableColumns<Hop> columns;
    private final List<IntConsumer> listeners = new ArrayList<>();
    private List<Hop> hops = List.of();
    private boolean updating;

    HopTable(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        viewer = new TableViewer(area, SWT.FULL_SELECTION | SWT.MULTI | SWT.V_SCROLL | SWT.H_SCROLL);
        Table table = viewer.getTable();
        table.setData(TraceTabs.WIDGET, "Hops");
        table.setHeaderVisible(true);
        table.setLinesVisible(false);
        viewer.setContentProvider(ArrayContentProvider.getInstance());
        Function<Hop, ColorRole> plain = hop -> hop.isSilent() ? ColorRole.TEXT_MUTED : null;
        Function<Hop, ColorRole> named = hop -> hop.isSilent() ? ColorRole.TEXT_MUTED
                : hop.isTarget() ? ColorRole.TARGET : refuses(hop) ? ColorRole.REFUSED : null;
        columns = new TableColumns<Hop>(viewer)
                .number("TTL", "The distance from the source, in hops", "255", hop -> Integer.toString(hop.ttl()), plain)
                .text("Address", "Who answered at this distance", "2001:db8:ffff:1::1", 2, TraceText::addresses, named)
                .number("Loss", "The share of probes without a reply", "100 %", TraceText::loss,
                        hop -> hop.lost() == 0 || hop.isSilent() ? plain.apply(hop) : ColorRole.LOSS)
                .number("Best ms", "The least round-trip time, in milliseconds", "1000.000", TraceText::best, plain)
                .number("Mean ms", "The mean round-trip time, in milliseconds", "1000.000", TraceText::mean, plain)
                .number("Worst ms", "The greatest round-trip time, in milliseconds", "1000.000", TraceText::worst, plain)
                .text("What it said", "The messages with which it answered", "Time exceeded", 3, TraceText::says, named);
        viewer.addSelectionChangedListener(event -> {
            if (!updating) {
                int ttl = selection().orElse(0);
                listeners.forEach(listener -> listener.accept(ttl));
            }
        });
        addCopy(table);
        Themes.onSwitch(table, viewer::refresh);
    }

    private void addCopy(Table table) {
        MenuManager menu = new MenuManager();
        menu.add(action("Copy\tCtrl+C", this::copySelection));
        menu.add(action("Copy All", () -> columns.copy(hops)));
        table.setMenu(menu.createContextMenu(table));
        table.addDisposeListener(event -> menu.dispose());
        table.addListener(SWT.KeyDown, event -> {
            if ((event.stateMask & SWT.MOD1) != 0 && event.keyCode == 'c') {
                copySelection();
            }
        });
    }

    private static Action action(String text, Runnable run) {
        return new Action(text) {
            @Override
            public void run() {
                run.run();
            }
        };
    }

    private static boolean refuses(Hop hop) {
        return hop.replies().stream().anyMatch(reply -> reply.kind().isFinal() && !reply.fromTarget());
    }

    /** Shows these hops, and keeps the selected distance. */
    void show(List<Hop> newHops) {
        if (newHops.equals(hops)) {
            return;
        }
        OptionalInt selected = selection();
        int top = table().getTopIndex();
        hops = newHops;
        updating = true;
        try {
            viewer.setInput(hops);
            selected.ifPresent(this::select);
            table().setTopIndex(top);
        } finally {
            updating = false;
        }
    }

    /** The selected distance; the first where there are several. */
    OptionalInt selection() {
        return viewer.getStructuredSelection().getFirstElement() instanceof Hop hop ? OptionalInt.of(hop.ttl())
                : OptionalInt.empty();
    }

    /**
     * Selects a row without telling the listeners.
     *
     * @param ttl 0, or one that has no row, for none
     */
    void select(int ttl) {
        boolean before = updating;
        updating = true;
        try {
            Optional<Hop> row = hops.stream().filter(hop -> hop.ttl() == ttl).findFirst();
            viewer.setSelection(row.map(StructuredSelection::new).orElse(StructuredSelection.EMPTY), true);
        } finally {
            updating = before;
        }
    }

    /** Calls back with the distance that the user selects, 0 for none. */
    void onSelection(IntConsumer listener) {
        listeners.add(listener);
    }

    @SuppressWarnings("unchecked")
    private void copySelection() {
        IStructuredSelection selection = viewer.getStructuredSelection();
        columns.copy((List<Hop>) selection.toList());
    }

    Table table() {
        return viewer.getTable();
    }
}
