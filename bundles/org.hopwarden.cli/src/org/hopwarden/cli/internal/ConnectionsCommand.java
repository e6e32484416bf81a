package org.hopwarden.cli.internal;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;

import org.hopwarden.cli.ExitCode;
import org.hopwarden.cli.internal.TextTable.Align;
import org.hopwarden.packetio.PacketPortException;
import org.hopwarden.packetio.TcpConnection;
import org.hopwarden.packetio.TcpConnections;

import com.fasterxml.jackson.core.JsonGenerator;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "connections", description = { "Lists the open TCP connections of this host, for a trace inside one of them:",
        "trace TARGET --method in-connection --port N." })
final class ConnectionsCommand implements Callable<Integer> {

    private final Output output;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text", description = "text (default) or json")
    private Format format;

    ConnectionsCommand(Output output) {
        this.output = output;
    }

    @Override
    public Integer call() throws IOException {
        List<TcpConnection> connections;
        try {
            connections = TcpConnections.ofHost();
        } catch (PacketPortException e) {
            throw CommandFailure.of(e);
        }
        if (format == Format.JSON) {
            json(connections);
            return ExitCode.DONE;
        }
        if (connections.isEmpty()) {
            output.err().println("This host has no open TCP connections.");
            return ExitCode.DONE;
        }
        TextTable table = new TextTable(Align.LEFT, Align.RIGHT, Align.LEFT, Align.RIGHT);
        table.row("Target", "Port", "From", "Local port");
        for (TcpConnection connection : connections) {
            table.row(connection.remote().toString(), Integer.toString(connection.remotePort()), connection.local().toString(),
                    Integer.toString(connection.localPort()));
        }
        table.print(output.out());
        return ExitCode.DONE;
    }

    private void json(List<TcpConnection> connections) throws IOException {
        try (JsonGenerator json = Json.generator(output.out())) {
            json.writeStartObject();
            json.writeStringField("format", "hopwarden.connections/1");
            json.writeArrayFieldStart("connections");
            for (TcpConnection connection : connections) {
                json.writeStartObject();
                json.writeStringField("target", connection.remote().toString());
                json.writeNumberField("port", connection.remotePort());
                json.writeStringField("source", connection.local().toString());
                json.writeNumberField("localPort", connection.localPort());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }
}
