package org.hopwarden.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.hopwarden.capture.CaptureWriter;
import org.hopwarden.capture.LinkType;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpHeader;
import org.hopwarden.net.PacketBuilder;
import org.hopwarden.net.TcpFlags;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The connections of this host that a capture file shows, as {@code connections -r} lists them. */
class CapturedConnectionsCommandTest {

    private static final long NANOS = 1_700_000_000_123_456_789L;

    @TempDir
    private Path folder;

    private static void write(CaptureWriter writer, String from, int fromPort, String to, int toPort, int flags) throws IOException {
        MemorySegment packet = PacketBuilder.tcp(IpHeader.of(IpAddress.parse(from), IpAddress.parse(to), 64), fromPort, toPort, 1, 1,
                flags, 500);
        writer.write(NANOS, LinkType.RAW, packet, 0, (int) packet.byteSize(), packet.byteSize());
    }

    /** An open connection of this host, one that is long over, and one between others. */
    private Path capture(int localPort, int remotePort) throws IOException {
        Path file = folder.resolve("seen.pcap");
        try (CaptureWriter writer = CaptureWriter.create(file, LinkType.RAW)) {
            write(writer, "127.0.0.1", localPort, "127.0.0.1", remotePort, TcpFlags.ACK);
            write(writer, "127.0.0.1", 9, "127.0.0.9", 7, TcpFlags.ACK);
            write(writer, "127.0.0.9", 7, "127.0.0.1", 9, TcpFlags.RST);
            write(writer, "192.0.2.1", 5, "198.51.100.2", 443, TcpFlags.ACK);
        }
        return file;
    }

    @Test
    void openOnesComeFirstAndThoseOfOthersAreLeftOut() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
                Socket client = new Socket("127.0.0.1", server.getLocalPort())) {
            Path file = capture(client.getLocalPort(), server.getLocalPort());
            CommandRun text = CommandRun.of("connections", "-r", file.toString());
            assertEquals(0, text.code(), text.err());
            assertTrue(text.out().lines().findFirst().orElseThrow()
                    .matches("Target +Port +From +Local port +State +Segments +Last seen"), text.out());
            assertTrue(text.out().contains("127.0.0.1  " + client.getLocalPort()) && text.out().lines().skip(1).limit(2)
                    .allMatch(line -> line.contains("  open  ")), text.out());
            assertTrue(text.out().lines().skip(3).allMatch(line -> line.contains("  closed  ")), text.out());
            assertEquals(5, text.out().lines().count(), text.out());
            assertTrue(text.err().contains("1 connection between other hosts is left out"), text.err());
            CommandRun json = CommandRun.of("connections", "--capture", file.toString(), "--format", "json");
            assertTrue(json.out().startsWith("{\"format\":\"hopwarden.connections/1\",\"connections\":[{\"target\":\"127.0.0.1\","),
                    json.out());
            assertTrue(json.out().contains("{\"target\":\"127.0.0.1\",\"port\":" + server.getLocalPort()
                    + ",\"source\":\"127.0.0.1\",\"localPort\":" + client.getLocalPort() + ",\"open\":true,\"segments\":1,"
                    + "\"firstSeen\":\"2023-11-14T22:13:20.123456789Z\",\"lastSeen\":\"2023-11-14T22:13:20.123456789Z\"}"), json.out());
            assertTrue(json.out().contains("\"port\":7,\"source\":\"127.0.0.1\",\"localPort\":9,\"open\":false,\"segments\":2"),
                    json.out());
            assertTrue(json.out().endsWith("],\"ofOthers\":1}\n"), json.out());
        }
    }

    @Test
    void whatIsBeforeADamagedPlaceIsListed() throws IOException {
        Path file = capture(40_000, 443);
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 10));
        CommandRun run = CommandRun.of("connections", "-r", file.toString());
        assertEquals(4, run.code(), run.err());
        assertTrue(run.out().contains("40000") && run.err().contains(file.toString()), run.toString());
        Files.writeString(file, "no capture");
        assertEquals(4, CommandRun.of("connections", "-r", file.toString()).code());
        CommandRun missing = CommandRun.of("connections", "-r", folder.resolve("missing").toString());
        assertEquals(4, missing.code());
        assertTrue(missing.err().contains("no such file"), missing.err());
    }
}
