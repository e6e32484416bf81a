package org.hopwarden.ui.rules.internal;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
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
import org.hopwarden.enforce.DecidedPacket;
import org.hopwarden.enforce.VerdictFilter;
import org.hopwarden.enforce.VerdictStream;
import org.hopwarden.engine.Verdict;
import org.hopwarden.net.IcmpType;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.net.PacketView;
import org.hopwarden.ui.TableColumns;
import org.hopwarden.ui.Themes;
import org.hopwarden.ui.WidgetNames;
import org.hopwarden.visualization.ColorRole;

/** The last packets that were decided, the newest first, and how many there were beside them. */
final class VerdictTable implements VerdictBar.Choice {

    private static final int MOST_ROWS = 300;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneId.systemDefault());

    private final TableViewer viewer;
    private final VerdictBar bar;
    private final Label note;
    private final Deque<DecidedPacket> rows = new ArrayDeque<>();
    /** The rows as the viewer has them. */
    private final List<DecidedPacket> shown = new ArrayList<>();
    /** Where the choice is made of what comes; null where nothing is enforced. */
    private VerdictStream source;
    private String chain;
    private String problem = "";
    /** How many had a row, those among them that have lost it to newer ones. */
    private long hadRows;
    private long leftOut;
    private long whilePaused;

    /** What the user does with a packet. */
    interface Listener {

        /** It was chosen: by a click, or by the keys that move the choice. */
        void chosen(DecidedPacket packet);

        /** Its rule is to be shown where it can be edited. */
        void opened(DecidedPacket packet);

        /** A rule is wanted for it. */
        void makeRule(DecidedPacket packet);
    }

    VerdictTable(Composite parent, Listener listener) {
        Composite control = new Composite(parent, SWT.NONE);
        Themes.style(control, "hopwarden-view");
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(control);
        bar = new VerdictBar(control, this);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar.control());
        Composite area = new Composite(control, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
        viewer = new TableViewer(area, SWT.FULL_SELECTION | SWT.V_SCROLL | SWT.H_SCROLL);
        WidgetNames.name(viewer.getTable(), "Verdicts");
        viewer.getTable().setHeaderVisible(true);
        viewer.setContentProvider(ArrayContentProvider.getInstance());
        ColumnViewerToolTipSupport.enableFor(viewer);
        Function<DecidedPacket, ColorRole> plain = entry -> null;
        new TableColumns<DecidedPacket>(viewer).compact()
                .text("Time", "When it was decided", "00:00:00.000", 0, VerdictTable::time, entry -> ColorRole.TEXT_MUTED)
                .text("Verdict", "What happened to the packet", "reject", 0, entry -> entry.verdict().kind().word(),
                        VerdictTable::color)
                .text("Rule", "What decided", "default", 0, VerdictTable::basis, plain)
                .text("Packet", "A click shows why it was decided so; Enter or a double click shows the rule", "ICMP echo 192.0.2.1", 1,
                        VerdictTable::text, plain);
        note = WidgetNames.name(new Label(control, SWT.NONE), "Verdicts left out");
        Themes.style(note, "hopwarden-muted");
        GridDataFactory.fillDefaults().grab(true, false).indent(6, 2).applyTo(note);
        viewer.setInput(shown);
        // What the user chooses, and not what moves below the choice as packets come in.
        viewer.getTable().addListener(SWT.Selection, event -> {
            if (event.item != null && event.item.getData() instanceof DecidedPacket entry) {
                listener.chosen(entry);
            }
        });
        viewer.getTable().addListener(SWT.DefaultSelection, event -> chosen().ifPresent(listener::opened));
        addMenu(listener);
        Themes.onSwitch(viewer.getTable(), viewer::refresh);
    }

    static String time(DecidedPacket entry) {
        return TIME.format(entry.time());
    }

    private static String text(DecidedPacket entry) {
        return text(entry.packet());
    }

    /** The protocol first, and no more than fits into a narrow column. */
    static String text(PacketView packet) {
        if (!packet.isValid()) {
            return "no IP packet";
        }
        String ends = packet.sourcePort() < 0 ? packet.source() + " > " + packet.destination()
                : packet.source() + " " + packet.sourcePort() + " > " + packet.destination() + " " + packet.destinationPort();
        return IpProtocol.name(packet.protocol()) + (packet.icmpType() < 0 ? "" : " " + IcmpType.text(packet.version(), packet.icmpType(),
                packet.icmpCode())) + " " + ends + (packet.isFragment() ? ", fragment at " + packet.fragmentOffset() : "");
    }

    private void addMenu(Listener listener) {
        Action make = action("Make Rule...", listener::makeRule);
        Action open = action("Show Rule", listener::opened);
        MenuManager menu = new MenuManager();
        menu.add(open);
        menu.add(make);
        menu.addMenuListener(manager -> {
            make.setEnabled(chosen().isPresent());
            open.setEnabled(chosen().isPresent());
        });
        viewer.getTable().setMenu(menu.createContextMenu(viewer.getTable()));
        viewer.getTable().addDisposeListener(event -> menu.dispose());
    }

    private Action action(String text, java.util.function.Consumer<DecidedPacket> what) {
        return new Action(text) {
            @Override
            public void run() {
                chosen().ifPresent(what);
            }
        };
    }

    /** The chosen packet, where it is one of IP. */
    private Optional<DecidedPacket> chosen() {
        return viewer.getStructuredSelection().getFirstElement() instanceof DecidedPacket entry && entry.packet().isValid()
                ? Optional.of(entry) : Optional.empty();
    }

    private static String basis(DecidedPacket entry) {
        return switch (entry.verdict().basis()) {
            case RULE -> Integer.toString(entry.verdict().rule());
            case CHAIN_END -> "end";
            case POLICY_DEFAULT -> "default";
            case NOT_IP -> "";
        };
    }

    private static ColorRole color(DecidedPacket entry) {
        return switch (entry.verdict().kind()) {
            case ALLOW -> ColorRole.TARGET;
            case ASK -> ColorRole.LOSS;
            default -> entry.verdict().kind() == Verdict.Kind.NONE ? ColorRole.TEXT_MUTED : ColorRole.REFUSED;
        };
    }

    /**
     * Begins anew.
     *
     * @param newChain that decides; null where there is none
     * @param newSource where packets come from; null where none come
     */
    void clear(String newChain, VerdictStream newSource) {
        chain = newChain;
        source = newSource;
        rows.clear();
        hadRows = 0;
        leftOut = 0;
        whilePaused = 0;
        if (source != null) {
            source.show(bar.filter());
            source.sample(bar.everyNth());
        }
        refresh();
        note.setText("");
    }

    /** Shows those that a filter lets through, as if the user had typed it. */
    void filter(String words) {
        bar.filter(words);
    }

    @Override
    public void filtered(VerdictFilter filter, String newProblem) {
        problem = newProblem;
        if (source != null) {
            source.show(filter);
        }
        refresh();
        tell();
    }

    @Override
    public void sampled(int everyNth) {
        if (source != null) {
            source.sample(everyNth);
        }
    }

    @Override
    public void paused(boolean paused) {
        if (!paused) {
            whilePaused = 0;
            refresh();
        }
        tell();
    }

    private void refresh() {
        VerdictFilter filter = bar.filter();
        shown.clear();
        rows.stream().filter(filter).forEach(shown::add);
        viewer.refresh();
    }

    /** Adds what has come since. The chosen row stays chosen, for as long as it is kept. */
    void add(VerdictStream.Batch batch) {
        leftOut += batch.leftOut();
        if (bar.isPaused()) {
            whilePaused += batch.entries().size() + batch.leftOut();
            leftOut += batch.entries().size();
        } else if (!batch.entries().isEmpty()) {
            batch.entries().forEach(rows::addFirst);
            hadRows += batch.entries().size();
            while (rows.size() > MOST_ROWS) {
                rows.removeLast();
            }
            refresh();
        }
        tell();
    }

    private void tell() {
        String text;
        if (!problem.isEmpty()) {
            text = problem;
        } else if (bar.isPaused()) {
            text = "Paused" + (whilePaused == 0 ? "" : "; " + whilePaused + " more were decided since");
        } else {
            text = (hadRows == shown.size() ? shown.size() + " shown" : "The last " + shown.size() + " of " + hadRows + " shown")
                    + (leftOut == 0 ? "" : "; " + leftOut + " more were decided, not shown");
        }
        if (!text.equals(note.getText())) {
            note.setText(text.replace("&", "&&"));
            note.setToolTipText(text);
            Themes.style(note, problem.isEmpty() ? "hopwarden-muted" : "hopwarden-error");
        }
    }
}
