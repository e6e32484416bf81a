package org.hopwarden.ui.rules.internal;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

import org.eclipse.swt.widgets.Composite;
import org.hopwarden.engine.connections.ConnectionList;
import org.hopwarden.engine.connections.TrackedConnection;
import org.hopwarden.engine.connections.TrackedConnection.Traffic;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.visualization.ColorRole;

/** The connections that are tracked, those with most traffic first. */
final class ConnectionTable {

    private static final Comparator<TrackedConnection> BY_BYTES = Comparator.comparingLong(ConnectionTable::bytes).reversed()
            .thenComparing(TrackedConnection::source).thenComparing(TrackedConnection::sourcePort);

    private final MonitorTable<TrackedConnection> table;

    ConnectionTable(Composite parent) {
        Function<TrackedConnection, ColorRole> plain = connection -> null;
        table = new MonitorTable<>(parent, "Connections", columns -> columns.compact()
                .text("Proto", "The protocol", "icmp", 0, each -> IpProtocol.name(each.protocol()), plain)
                .text("From", "Who sent its first packet", "192.168.1.20:47706", 1, each -> end(each.source(), each.sourcePort()), plain)
                .text("To", "Where its first packet went", "192.168.1.20:47706", 1, each -> end(each.destination(), each.destinationPort()),
                        plain)
                .text("Phase", "How far it has come", "established", 0, each -> phase(each),
                        each -> each.assured() ? ColorRole.TARGET : ColorRole.TEXT_MUTED)
                .number("Bytes", "Both ways together", "999.9 M", each -> bytes(each) < 0 ? "" : CounterTable.shortened(bytes(each)), plain)
                .number("There", "Packets from its first sender", "100000", each -> count(each.there().packets()), plain)
                .number("Back", "Packets that answered", "100000", each -> count(each.back().packets()), plain)
                .number("Ends in", "When it is forgotten, unless a packet comes", "119 min", each -> time(each.expiresIn()), plain));
        Comparator<TrackedConnection> usual = BY_BYTES;
        table.sortable("Proto", Comparator.comparing((TrackedConnection each) -> IpProtocol.name(each.protocol())).thenComparing(usual))
                .sortable("From", Comparator.comparing(TrackedConnection::source).thenComparing(TrackedConnection::sourcePort))
                .sortable("To", Comparator.comparing(TrackedConnection::destination).thenComparing(TrackedConnection::destinationPort).thenComparing(usual))
                .sortable("Phase", Comparator.comparing(TrackedConnection::phase).thenComparing(usual))
                .sortable("There", Comparator.comparingLong((TrackedConnection each) -> each.there().packets()).thenComparing(usual))
                .sortable("Back", Comparator.comparingLong((TrackedConnection each) -> each.back().packets()).thenComparing(usual))
                .sortable("Bytes", BY_BYTES.reversed())
                .sortable("Ends in", Comparator.comparing(TrackedConnection::expiresIn).thenComparing(usual));
        show(ConnectionList.NONE);
    }

    private static String end(IpAddress address, int port) {
        return port < 0 ? address.toString() : address.isV4() ? address + ":" + port : "[" + address + "]:" + port;
    }

    private static String phase(TrackedConnection connection) {
        return connection.phase().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String count(long number) {
        return number < 0 ? "" : Long.toString(number);
    }

    private static long bytes(TrackedConnection connection) {
        return sum(connection.there(), connection.back());
    }

    private static long sum(Traffic there, Traffic back) {
        return there.bytes() < 0 || back.bytes() < 0 ? -1 : there.bytes() + back.bytes();
    }

    private static String time(Duration left) {
        long seconds = Math.max(0, left.toSeconds());
        return seconds < 120 ? seconds + " s" : seconds < 7200 ? seconds / 60 + " min"
                : seconds / 3600 + " h " + seconds % 3600 / 60 + " min";
    }

    void show(ConnectionList now) {
        List<TrackedConnection> rows = now.connections().stream().sorted(BY_BYTES).toList();
        String text = !now.isTracking() ? "No connections are tracked: no rule of the policy asks for the state of one."
                : now.tracked() + " of at most " + now.most() + " tracked"
                        + (now.tracked() > rows.size() ? "; " + rows.size() + " are shown" : "")
                        + (now.refused() > 0 ? "; " + now.refused() + " packets opened none, for there was no room" : "");
        table.show(rows, text);
    }
}
