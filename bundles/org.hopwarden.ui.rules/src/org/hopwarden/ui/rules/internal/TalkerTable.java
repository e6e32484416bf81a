package org.hopwarden.ui.rules.internal;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.hopwarden.enforce.TopTalkers;
import org.hopwarden.enforce.TopTalkers.By;
import org.hopwarden.enforce.TopTalkers.Talker;
import org.hopwarden.ui.Themes;
import org.hopwarden.ui.WidgetNames;
import org.hopwarden.visualization.ColorRole;

/** Who has most packets, by what the user chooses. */
final class TalkerTable {

    private static final String HINT = "Enter or a double click shows the verdicts of the chosen one.";

    private final MonitorTable<Talker> table;
    private TopTalkers.By by = By.SOURCE;
    private long seen;

    /** @param onFilter gets a filter that lets the verdicts of the chosen one through */
    TalkerTable(Composite parent, Consumer<String> onFilter) {
        Composite control = new Composite(parent, SWT.NONE);
        Themes.style(control, "hopwarden-view");
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(control);
        Composite choice = new Composite(control, SWT.NONE);
        Themes.style(choice, "hopwarden-view");
        RowLayout row = new RowLayout(SWT.HORIZONTAL);
        row.spacing = 10;
        row.marginLeft = 8;
        choice.setLayout(row);
        for (By each : By.values()) {
            Button button = WidgetNames.name(new Button(choice, SWT.RADIO), "Talkers by " + each.word());
            button.setText(each.label());
            button.setSelection(each == by);
            button.addListener(SWT.Selection, event -> {
                if (button.getSelection()) {
                    by = each;
                    show(List.of(), 0, false);
                }
            });
        }
        Function<Talker, ColorRole> plain = talker -> null;
        table = new MonitorTable<>(control, "Top talkers", columns -> columns
                .text("Who", "An address, a flow one way, or a program", "192.168.1.20", 1, Talker::name, plain)
                .number("Packets", "How many it had; where there are very many talkers this may be too high by what the tooltip says", "100000",
                        talker -> Long.toString(talker.packets()), plain)
                .tooltip(talker -> talker.packetsTooMany() == 0 ? null : "At most " + talker.packetsTooMany() + " too many")
                .number("Bytes", "Their lengths from the IP header on", "10000000", talker -> Long.toString(talker.bytes()), plain)
                .number("Share", "Of all packets seen", "100.0 %", talker -> seen == 0 ? ""
                        : String.format(Locale.ROOT, "%.1f %%", Math.min(100, 100.0 * talker.packets() / seen)), plain));
        GridDataFactory.fillDefaults().grab(true, true).applyTo(table.control());
        table.viewer().getTable().addListener(SWT.DefaultSelection, event -> {
            if (table.viewer().getStructuredSelection().getFirstElement() instanceof Talker talker) {
                onFilter.accept(filter(talker));
            }
        });
    }

    private String filter(Talker talker) {
        return switch (by) {
            case SOURCE -> "from " + talker.name();
            case DESTINATION -> "to " + talker.name();
            case FLOW -> flow(talker.name());
            case PROGRAM -> "program \"" + talker.name().replaceFirst(" \\([^)]*\\)$", "") + "\"";
        };
    }

    /** {@code udp A:PORT > B:PORT}, or {@code icmp A > B}. */
    private static String flow(String name) {
        String[] words = name.split(" ");
        return words[0] + end(words[1], "from", "from-port") + end(words[3], "to", "to-port");
    }

    private static String end(String text, String address, String port) {
        boolean bracketed = text.startsWith("[");
        int colon = text.lastIndexOf(':');
        if (!bracketed && (colon < 0 || text.indexOf(':') != colon)) {
            return " " + address + " " + text;
        }
        String bare = text.substring(bracketed ? 1 : 0, bracketed ? text.indexOf(']') : colon);
        return " " + address + " " + bare + " " + port + " " + text.substring(colon + 1);
    }

    /** By what talkers are wanted. */
    By by() {
        return by;
    }

    /** @param packetsSeen in all */
    void show(List<Talker> talkers, long packetsSeen, boolean sampled) {
        seen = packetsSeen;
        String text = !talkers.isEmpty() ? (sampled ? "Estimated: packets come too fast to count each.  " : "") + HINT
                : by == By.PROGRAM ? "No program is known: they are where a rule asks for applications and the back end knows them."
                        : "No packet was seen yet.";
        table.show(talkers, text);
    }
}
