package org.hopwarden.cli.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;

import org.hopwarden.capture.CaptureFile;
import org.hopwarden.capture.CaptureFileException;
import org.hopwarden.capture.CapturedConnection;
import org.hopwarden.capture.CapturedConnections;
import org.hopwarden.cli.ExitCode;
import org.hopwarden.cli.internal.TextTable.Align;
import org.hopwarden.net.PacketView;
import org.hopwarden.packetio.PacketPortException;
import org.hopwarden.packetio.TcpConnection;
import org.hopwarden.packetio.TcpConnections;

import com.fasterxml.jackson.core.JsonGenerator;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "connections", description = {
        "Lists the TCP connections of this host, for a trace inside one of them: those that are open, or those seen in a capture file.",
        "To pick one: trace TARGET --method in-connection --port N --source-port LOCAL_PORT." })
final class ConnectionsCommand implements Callable<Integer> {

    private static final long NANOS_PER_SECOND = 1_000_000_000;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

    /** @param captured null where it was not read from a capture */
    private record Entry(TcpConnection ends, Optional<Boolean> open, CapturedConnection captured) {

        /** Empty where nobody knows. */
        private String state() {
            return open.map(is -> is ? "open" : "closed").orElse(captured.ended() ? "closed" : "");
        }
    }

    private final Output output;

    @Option(names = { "-r", "--read", "--capture" }, paramLabel = "FILE",
            description = "those of this host that are seen in this capture file (pcap or pcapng), the latest first")
    private Path file;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text", description = "text (default) or json")
    private Format format;

    ConnectionsCommand(Output output) {
        this.output = output;
    }

    @Override
    public Integer call() throws IOException {
        if (file != null) {
            return captured();
        }
        try {
            print(TcpConnections.ofHost().stream().map(ends -> new Entry(ends, Optional.of(true), null)).toList(), 0);
        } catch (PacketPortException e) {
            throw CommandFailure.of(e);
        }
        return ExitCode.DONE;
    }

    /** What was read before a damaged place is listed all the same. */
    private int captured() throws IOException {
        CapturedConnections connections = new CapturedConnections(Set.copyOf(InterfacesCommand.addresses()));
        Optional<CaptureFileException> damage = Optional.empty();
        try (CaptureFile capture = Captures.open(file)) {
            PacketView packet = new PacketView();
            while (capture.next()) {
                if (capture.ip(packet)) {
                    connections.on(packet, capture.timeNanos());
                }
            }
        } catch (CaptureFileException e) {
            damage = Optional.of(e);
        }
        Optional<Set<TcpConnection>> open = open();
        List<Entry> entries = new ArrayList<>(connections.list().stream()
                .map(each -> new Entry(each.ends(), open.map(all -> all.contains(each.ends())), each)).toList());
        entries.sort(Comparator.comparing(entry -> !entry.open.orElse(false)));
        print(entries, connections.ofOthers());
        if (damage.isPresent()) {
            throw CommandFailure.badInput(damage.get().getMessage(), "The connections before that are listed.");
        }
        return ExitCode.DONE;
    }

    /** Those in the system's table; empty where it does not tell. */
    private Optional<Set<TcpConnection>> open() {
        try {
            return Optional.of(new HashSet<>(TcpConnections.ofHost()));
        } catch (PacketPortException e) {
            output.err().println("hopwarden: which of them are open is not known: " + e.getMessage());
            return Optional.empty();
        }
    }

    private void print(List<Entry> entries, int ofOthers) throws IOException {
        if (format == Format.JSON) {
            json(entries, ofOthers);
            return;
        }
        if (!entries.isEmpty()) {
            text(entries);
        } else {
            output.err().println(file == null ? "This host has no open TCP connections." : file + " shows no TCP connection of this host.");
        }
        if (ofOthers > 0) {
            output.err().println(ofOthers + (ofOthers == 1 ? " connection" : " connections") + " between other hosts "
                    + (ofOthers == 1 ? "is" : "are") + " left out: only a connection of this host can be traced inside.");
        }
    }

    private void text(List<Entry> entries) {
        TextTable table = file == null ? new TextTable(Align.LEFT, Align.RIGHT, Align.LEFT, Align.RIGHT)
                : new TextTable(Align.LEFT, Align.RIGHT, Align.LEFT, Align.RIGHT, Align.LEFT, Align.RIGHT, Align.LEFT);
        List<String> head = new ArrayList<>(List.of("Target", "Port", "From", "Local port"));
        head.addAll(file == null ? List.of() : List.of("State", "Segments", "Last seen"));
        table.row(head.toArray(String[]::new));
        for (Entry entry : entries) {
            TcpConnection ends = entry.ends;
            List<String> row = new ArrayList<>(List.of(ends.remote().toString(), Integer.toString(ends.remotePort()),
                    ends.local().toString(), Integer.toString(ends.localPort())));
            if (file != null) {
                long last = entry.captured.lastNanos();
                row.addAll(List.of(entry.state(), Long.toString(entry.captured.segments()),
                        last == 0 ? "" : TIME.format(instant(last))));
            }
            table.row(row.toArray(String[]::new));
        }
        table.print(output.out());
    }

    private static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS_PER_SECOND), Math.floorMod(nanos, NANOS_PER_SECOND));
    }

    private void json(List<Entry> entries, int ofOthers) throws IOException {
        try (JsonGenerator json = Json.generator(output.out())) {
            json.writeStartObject();
            json.writeStringField("format", "hopwarden.connections/1");
            json.writeArrayFieldStart("connections");
            for (Entry entry : entries) {
                json.writeStartObject();
                json.writeStringField("target", entry.ends.remote().toString());
                json.writeNumberField("port", entry.ends.remotePort());
                json.writeStringField("source", entry.ends.local().toString());
                json.writeNumberField("localPort", entry.ends.localPort());
                if (entry.captured != null) {
                    capturedFields(entry, json);
                }
                json.writeEndObject();
            }
            json.writeEndArray();
            if (file != null) {
                json.writeNumberField("ofOthers", ofOthers);
            }
            json.writeEndObject();
        }
    }

    private static void capturedFields(Entry entry, JsonGenerator json) throws IOException {
        if (!entry.state().isEmpty()) {
            json.writeBooleanField("open", entry.state().equals("open"));
        }
        json.writeNumberField("segments", entry.captured.segments());
        if (entry.captured.lastNanos() != 0) {
            json.writeStringField("firstSeen", instant(entry.captured.firstNanos()).toString());
            json.writeStringField("lastSeen", instant(entry.captured.lastNanos()).toString());
        }
    }
}
