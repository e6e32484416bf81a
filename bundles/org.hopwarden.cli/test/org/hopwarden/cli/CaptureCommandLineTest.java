package org.hopwarden.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.hopwarden.capture.CaptureFile;
import org.hopwarden.capture.CaptureWriter;
import org.hopwarden.capture.LinkType;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpHeader;
import org.hopwarden.net.PacketBuilder;
import org.hopwarden.net.TcpFlags;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaptureCommandLineTest {

    private static final long START_NANOS = 1_700_000_000_123_456_789L;

    @TempDir
    private Path folder;
    private Path file;

    @BeforeEach
    void writeCapture() throws IOException {
        file = folder.resolve("some.pcap");
        IpHeader v4 = IpHeader.of(IpAddress.parse("192.0.2.1"), IpAddress.parse("198.51.100.2"), 64);
        IpHeader v6 = IpHeader.of(IpAddress.parse("2001:db8::1"), IpAddress.parse("2001:db8::2"), 64);
        List<MemorySegment> packets = List.of(PacketBuilder.tcp(v4, 40000, 443, 7, 0, TcpFlags.SYN, 1024),
                PacketBuilder.udp(v4, 4000, 53, new byte[20]), PacketBuilder.echoRequest(v6, 1, 2, new byte[8]));
        try (CaptureWriter writer = CaptureWriter.create(file, LinkType.ETHERNET)) {
            for (int i = 0; i < packets.size(); i++) {
                MemorySegment packet = packets.get(i);
                MemorySegment frame = MemorySegment.ofArray(ByteBuffer.allocate(14 + (int) packet.byteSize())
                        .putShort(12, (short) (i == 2 ? 0x86dd : 0x0800)).position(14).put(packet.asByteBuffer()).array());
                writer.write(START_NANOS + i * 1_500_000_000L, LinkType.ETHERNET, frame, 0, (int) frame.byteSize(),
                        frame.byteSize());
            }
        }
    }

    private static long framesIn(Path file) throws IOException {
        try (CaptureFile read = CaptureFile.open(file)) {
            while (read.next()) {
                assertTrue(read.capturedBytes() > 0);
            }
            return read.number();
        }
    }

    /** Filters want the capture library, which reading alone does not. */
    private static CommandRun filtered(String... words) {
        CommandRun run = CommandRun.of(words);
        assumeTrue(run.code() != 3, run.err());
        return run;
    }

    @Test
    void aFileAsLines() {
        CommandRun run = CommandRun.of("capture", "-r", file.toString());
        assertEquals(0, run.code(), run.err());
        assertEquals("""
                     1     0.000000  192.0.2.1          198.51.100.2       tcp        54  40000 → 443 [SYN] seq 7, 0 bytes
                     2     1.500000  192.0.2.1          198.51.100.2       udp        62  4000 → 53, 20 bytes
                     3     3.000000  2001:db8::1        2001:db8::2        icmpv6     70  echo request, id 1, seq 2
                """.indent(0), run.out());
        assertEquals("3 of 3 frames read\n", run.err());
    }

    @Test
    void aFileAsJson() {
        CommandRun run = CommandRun.of("capture", "-r", file.toString(), "--format", "json", "--count", "1");
        assertEquals(0, run.code(), run.err());
        assertEquals("""
                {"format":"hopwarden.capture/1","frames":[
                 {"frame":1,"timeSeconds":0.000000,"source":"192.0.2.1","destination":"198.51.100.2","protocol":"tcp",\
                "lengthBytes":54,"info":"40000 → 443 [SYN] seq 7, 0 bytes"}],"firstFrame":"2023-11-14T22:13:20.123456789Z"}
                """, run.out());
    }

    @Test
    void aFilterLetsSomeThroughWithTheirNumbers() throws Exception {
        Path kept = folder.resolve("kept.pcap");
        CommandRun run = filtered("capture", "-r", file.toString(), "--filter", "udp port 53", "--write", kept.toString());
        assertEquals(0, run.code(), run.err());
        assertEquals(1, run.out().lines().count());
        assertTrue(run.out().startsWith("     2  "), run.out());
        assertEquals(1, framesIn(kept));
        CommandRun wrong = filtered("capture", "-r", file.toString(), "--filter", "udp prt 53", "--format", "json");
        assertEquals(2, wrong.code());
        assertEquals("", wrong.out());
        assertTrue(wrong.err().contains("'udp prt 53' is not understood"), wrong.err());
    }

    @Test
    void aDamagedFileGivesWhatIsBeforeTheDamage() throws Exception {
        byte[] content = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(content, content.length - 3));
        for (String format : new String[] { "summary", "json" }) {
            CommandRun run = CommandRun.of("capture", "-r", file.toString(), "--format", format);
            assertEquals(4, run.code(), run.err());
            assertTrue(run.err().contains("cut short") && run.err().contains("The 2 frames before"), run.err());
            assertTrue(run.out().contains("4000 → 53") && !run.out().contains("echo"), run.out());
        }
    }

    @ParameterizedTest
    @CsvSource({ "capture,2", "capture -i lo -r x.pcap,2", "capture -r none.pcap,4", "capture -r none.pcap --count 0,2",
        "capture -r none.pcap --snaplen 9,2", "capture -i lo --snaplen 0,2", "capture -r none.pcap --format yaml,2" })
    void whatMakesNoSenseIsRefusedWithARemedy(String line, int code) {
        CommandRun run = CommandRun.ofLine(line);
        assertEquals(code, run.code(), run.err());
        assertEquals("", run.out());
        assertTrue(run.err().lines().count() >= 2, run.err());
    }

    @Test
    void whatIsReadIsNotWrittenOver() throws Exception {
        byte[] before = Files.readAllBytes(file);
        CommandRun run = CommandRun.of("capture", "-r", file.toString(), "--write", file.toString());
        assertEquals(2, run.code(), run.err());
        assertFalse(java.util.Arrays.mismatch(before, Files.readAllBytes(file)) >= 0);
    }

    @Test
    void theLibraryIsAskedForWhereItIsMissing() throws Exception {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-Dorg.pcap4j.core.pcapLibName=/nonexistent/libpcap.so", "-cp",
                System.getProperty("java.class.path"), Main.class.getName(), "capture", "-i", "lo")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        String err = new String(process.getErrorStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertEquals(3, process.waitFor(), err);
        assertTrue(err.contains("apt-get install libpcap0.8") && !err.contains("\tat "), err);
    }

    @Test
    void tcpdumpReadsTheSame() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/tcpdump")), "tcpdump is not installed");
        Process process = new ProcessBuilder("/usr/bin/tcpdump", "-e", "-n", "-tt", "-r", file.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        List<String> lines = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                .lines().toList();
        assertEquals(0, process.waitFor());
        List<String> ours = CommandRun.of("capture", "-r", file.toString()).out().lines().toList();
        assertEquals(lines.size(), ours.size());
        for (int i = 0; i < ours.size(); i++) {
            String length = ours.get(i).strip().split(" +")[5];
            assertTrue(lines.get(i).contains("length " + length + ":"), lines.get(i) + "\n" + ours.get(i));
        }
    }
}
