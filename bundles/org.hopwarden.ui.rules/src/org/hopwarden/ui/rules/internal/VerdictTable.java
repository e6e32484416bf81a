package org.hopwarden.ui.rules.internal;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.hopwarden.enforce.VerdictStream;
import org.hopwarden.engine.Verdict;
import org.hopwarden.ui.TableColumns;
import org.hopwarden.ui.Themes;
import org.hopwarden.ui.WidgetNames;
import org.hopwarden.visualization.ColorRole;

/** The last packets that were decided, the newest first, and how many there were beside them. */
final class VerdictTable {

    private static final int MOST_ROWS = 200;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneId.systemDefault());

    private final TableViewer viewer;
    private final Label note;
    private final Deque<VerdictStream.Entry> rows = new ArrayDeque<>();
    /** The rows as the viewer has them. */
    private final List<VerdictStream.Entry> shown = new ArrayList<>();
    private String chain;
    private long leftOut;

    /**
     * @param onChoice gets the packet that the user chooses
     * @param makeRule gets a packet for which the user wants a rule
     */
    VerdictTable(Composite parent, Consumer<VerdictStream.Entry> onChoice, Consumer<VerdictStream.Entry> makeRule) {
        Composite control = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(control);
        Composite area = new Composite(control, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
        viewer = new TableViewer(area, SWT.FULL_SELECTION | SWT.V_SCROLL | SWT.H_SCROLL);
        WidgetNames.name(viewer.getTable(), "Verdicts");
        viewer.getTable().setHeaderVisible(true);
        viewer.setContentProvider(ArrayContentProvider.getInstance());
        ColumnViewerToolTipSupport.enableFor(viewer);
        Function<VerdictStream.Entry, ColorRole> plain = entry -> null;
        new TableColumns<VerdictStream.Entry>(viewer)
                .text("Time", "When it was decided", "00:00:00.000", 0, entry -> TIME.format(entry.time()),
                        entry -> ColorRole.TEXT_MUTED)
                .text("Verdict", "What happened to the packet", "reject", 0, entry -> entry.verdict().kind().word(),
                        VerdictTable::color)
                .text("Rule", "What decided", "default", 0, VerdictTable::basis, plain)
                .text("Packet", "A click shows why it was decided so", "ICMP echo 192.0.2.1 > 198.51.100.2", 1,
                        entry -> entry.packet().isValid() ? entry.packet().toString() : "no IP packet", plain);
        note = WidgetNames.name(new Label(control, SWT.NONE), "Verdicts left out");
        Themes.style(note, "hopwarden-muted");
        GridDataFactory.fillDefaults().grab(true, false).indent(6, 2).applyTo(note);
        viewer.setInput(shown);
        // What the user chooses, and not what moves below the choice as packets come in.
        viewer.getTable().addListener(SWT.Selection, event -> {
            if (event.item != null && event.item.getData() instanceof VerdictStream.Entry entry) {
                onChoice.accept(entry);
            }
        });
        addMenu(makeRule);
        Themes.onSwitch(viewer.getTable(), viewer::refresh);
    }

    static String time(VerdictStream.Entry entry) {
        return TIME.format(entry.time());
    }

    private void addMenu(Consumer<VerdictStream.Entry> makeRule) {
        Action make = new Action("Make Rule...") {
            @Override
            public void run() {
                chosen().ifPresent(makeRule);
            }
        };
        MenuManager menu = new MenuManager();
        menu.add(make);
        menu.addMenuListener(manager -> make.setEnabled(chosen().isPresent()));
        viewer.getTable().setMenu(menu.createContextMenu(viewer.getTable()));
        viewer.getTable().addDisposeListener(event -> menu.dispose());
    }

    /** The chosen packet, where it is one of IP. */
    private Optional<VerdictStream.Entry> chosen() {
        return viewer.getStructuredSelection().getFirstElement() instanceof VerdictStream.Entry entry && entry.packet().isValid()
                ? Optional.of(entry) : Optional.empty();
    }

    private static String basis(VerdictStream.Entry entry) {
        return switch (entry.verdict().basis()) {
            case RULE -> Integer.toString(entry.verdict().rule());
            case CHAIN_END -> "end";
            case POLICY_DEFAULT -> "default";
            case NOT_IP -> "";
        };
    }

    private static ColorRole color(VerdictStream.Entry entry) {
        return entry.verdict().kind() == Verdict.Kind.ALLOW ? ColorRole.TARGET : ColorRole.REFUSED;
    }

    /** Begins anew, for a chain; null where there is none. */
    void clear(String newChain) {
        chain = newChain;
        rows.clear();
        leftOut = 0;
        refresh();
        note.setText("");
    }

    private void refresh() {
        shown.clear();
        shown.addAll(rows);
        viewer.refresh();
    }

    /** Adds what has come since. The chosen row stays chosen, for as long as it is kept. */
    void add(VerdictStream.Batch batch) {
        leftOut += batch.leftOut();
        if (!batch.entries().isEmpty()) {
            batch.entries().forEach(rows::addFirst);
            while (rows.size() > MOST_ROWS) {
                rows.removeLast();
            }
            refresh();
        }
        String text = (chain == null ? "" : "Chain " + chain + ".  ") + "The last " + rows.size()
                + (leftOut == 0 ? "" : "; " + leftOut + " more were decided and are counted, but not shown");
        if (!text.equals(note.getText())) {
            note.setText(text);
            note.setToolTipText(text);
        }
    }
}
