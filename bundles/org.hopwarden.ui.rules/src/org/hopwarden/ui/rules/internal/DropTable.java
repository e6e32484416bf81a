package org.hopwarden.ui.rules.internal;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

import org.eclipse.swt.widgets.Composite;
import org.hopwarden.enforce.DropReason;
import org.hopwarden.visualization.ColorRole;

/** Why packets did not go on. */
final class DropTable {

    private final MonitorTable<Row> table;

    private record Row(DropReason reason, long packets, long seen) {

        ColorRole color() {
            return packets == 0 ? ColorRole.TEXT_MUTED : reason == DropReason.LOST || reason == DropReason.NOT_SENT ? ColorRole.LOSS : null;
        }
    }

    DropTable(Composite parent) {
        Function<Row, ColorRole> color = Row::color;
        table = new MonitorTable<>(parent, "Drops", columns -> columns
                .text("Reason", "Each packet that did not go on has one", "Denied by a rule", 1, row -> row.reason().label(), color)
                .number("Packets", "How many", "1000000", row -> Long.toString(row.packets()), color)
                .number("Share", "Of all packets seen", "100.0 %", row -> row.seen() == 0 || row.reason() == DropReason.LOST ? ""
                        : String.format(Locale.ROOT, "%.1f %%", 100.0 * row.packets() / row.seen()), color));
    }

    /** @param seen how many packets in all */
    void show(Map<DropReason, Long> drops, long seen) {
        List<Row> rows = drops.entrySet().stream().map(drop -> new Row(drop.getKey(), drop.getValue(), seen)).toList();
        long dropped = rows.stream().filter(row -> row.reason() != DropReason.LOST).mapToLong(Row::packets).sum();
        table.show(rows, drops.isEmpty() ? "" : dropped + " of " + seen + " packets did not go on.");
    }
}
