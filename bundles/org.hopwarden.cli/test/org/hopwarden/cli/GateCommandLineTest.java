package org.hopwarden.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.hopwarden.capture.CaptureWriter;
import org.hopwarden.capture.LinkType;
import org.hopwarden.cli.EnforceRuns.Statistics;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpHeader;
import org.hopwarden.net.PacketBuilder;
import org.hopwarden.net.TcpFlags;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gate of {@code enforce}, and policies that change while they are enforced, in a simulated network: no rights are needed. */
class GateCommandLineTest {

    private static final String[] PLACE = { "--back-end", "simulated", "--set", "network=edge", "--set", "router=border" };

    @TempDir
    private Path folder;

    private Process enforcing;

    @BeforeEach
    void make() throws IOException {
        policy("open", "ACCEPT", "");
        policy("closed", "DROP", "");
    }

    @AfterEach
    void end() {
        if (enforcing != null) {
            enforcing.destroyForcibly();
        }
    }

    private Path policy(String name, String forward, String rules) throws IOException {
        Path text = Files.writeString(folder.resolve(name + ".rules"), "*filter\n:INPUT ACCEPT [0:0]\n:FORWARD " + forward
                + " [0:0]\n:OUTPUT ACCEPT [0:0]\n" + rules + "COMMIT\n");
        Path file = folder.resolve(name + ".hwpolicy");
        Files.deleteIfExists(file);
        CommandRun run = CommandRun.of("rules", "import", "--from", "iptables", text.toString(), "-o", file.toString());
        assertEquals(0, run.code(), run.err());
        return file;
    }

    private Path file(String name) {
        return folder.resolve(name + ".hwpolicy");
    }

    private Path capture(int packets) throws IOException {
        Path file = folder.resolve("seen.pcap");
        try (CaptureWriter writer = CaptureWriter.create(file, LinkType.RAW)) {
            for (int i = 0; i < packets; i++) {
                MemorySegment packet = PacketBuilder.tcp(IpHeader.of(IpAddress.parse("192.0.2.9"), IpAddress.parse("198.51.100.7"), 64), 4000,
                        i % 2 == 0 ? 80 : 443, 1, 1, TcpFlags.SYN, 500);
                writer.write(1_700_000_000_000_000_000L + i, LinkType.RAW, packet, 0, (int) packet.byteSize(), packet.byteSize());
            }
        }
        return file;
    }

    private static CommandRun run(Path policy, String... options) {
        List<String> words = new ArrayList<>(List.of("enforce", policy.toString()));
        words.addAll(Arrays.asList(PLACE));
        words.addAll(Arrays.asList(options));
        if (!words.contains("--duration")) {
            words.addAll(List.of("--duration", "0.3"));
        }
        return CommandRun.of(words.toArray(String[]::new));
    }

    @Test
    void changesMustBeAccepted() throws IOException {
        Path seen = capture(6);
        policy("web", "DROP", "-A FORWARD -p tcp -m tcp --dport 80 -j ACCEPT\n");
        CommandRun refused = run(file("web"), "--gate", seen.toString(), "--gate-from", file("open").toString());
        assertEquals(1, refused.code(), refused.err());
        assertTrue(refused.err().contains("gate refused: 3 captured packets get another verdict. Nothing was changed"), refused.err());
        assertTrue(refused.err().contains("--accept-changes"), refused.err());
        assertTrue(refused.err().contains("allowed before, not allowed now: 3 packets"), refused.err());
        assertTrue(refused.err().contains("    3 x tcp from 192.0.2.9 port 4000 to 198.51.100.7 port 443 "), refused.err());
        assertTrue(refused.err().contains("(" + seen + " frame 2)"), refused.err());
        assertTrue(refused.err().contains("before: allow, FORWARD: ") && refused.err().contains("now: deny, FORWARD: "), refused.err());
        assertFalse(refused.err().contains("enforcing"), "nothing was begun: " + refused.err());
        assertEquals("", refused.out());
        CommandRun accepted = run(file("web"), "--gate", seen.toString(), "--gate-from", file("open").toString(), "--accept-changes");
        assertEquals(0, accepted.code(), accepted.err());
        CommandRun widened = run(file("open"), "--gate", seen.toString(), "--gate-from", file("web").toString());
        assertTrue(widened.err().contains("not allowed before, allowed now: 3 packets"), widened.err());
        assertFalse(widened.err().contains("allowed before, not allowed now"), widened.err());
    }

    @Test
    void whatIsInForceAlreadyPasses() throws IOException {
        Path seen = capture(6);
        CommandRun same = run(file("closed"), "--gate", seen.toString(), seen.toString(), "--gate-from", file("closed").toString());
        assertEquals(0, same.code(), same.err());
        assertTrue(same.err().contains("gate: 12 captured packets, held against " + file("closed") + ": none gets another verdict"), same.err());
        CommandRun first = run(file("closed"), "--gate", seen.toString());
        assertEquals(1, first.code());
        assertTrue(first.err().contains("held against nothing, by which everything passes: 6 packets get another verdict"), first.err());
        assertEquals(0, run(file("closed"), "--gate", seen.toString(), "--dry-run").code(), "a dry run changes nothing");
    }

    @Test
    void theReportTellsAllOfIt() throws IOException {
        CommandRun refused = run(file("closed"), "--gate", capture(6).toString(), "--stats", "json");
        assertEquals(1, refused.code());
        String json = refused.out().replaceAll("\\s", "");
        assertTrue(json.contains("\"gate\":{\"passed\":false,\"refusals\":[\"changes\"],\"failMode\":\"closed\""), json);
        assertTrue(json.contains("\"changed\":6,\"shutOut\":6,\"admitted\":0"), json);
        assertEquals(6, json.split("\"frame\":\\d+,\"change\":\"shutOut\"", -1).length - 1 - 2, "six packets, and two flows with their first: " + json);
        assertTrue(json.contains("\"connections\":[") && json.contains("\"mostChanges\":100000"), json);
        assertTrue(run(file("closed"), "--stats", "json").out().replaceAll("\\s", "").contains("\"gate\":{\"passed\":true,\"refusals\":[]"));
    }

    @Test
    void theFailModeIsToldAtTheStart() {
        assertTrue(run(file("open")).err().contains("gate: fails closed; the checks find "), run(file("open"))::err);
        assertTrue(run(file("open"), "--fail", "open").err().contains("gate: fails open; "));
    }

    @Test
    void wrongOptionsAreTold() throws IOException {
        assertEquals(2, run(file("open"), "--gate-from", file("closed").toString()).code());
        CommandRun kept = run(file("open"), "--keep", "somewhere");
        assertEquals(2, kept.code());
        assertTrue(kept.err().contains("no ADDRESS or ADDRESS:PORT"), kept.err());
        Path broken = Files.writeString(folder.resolve("broken.pcap"), "no capture");
        CommandRun noCapture = run(file("open"), "--gate", broken.toString());
        assertEquals(4, noCapture.code(), noCapture.err());
        Path cut = folder.resolve("cut.pcap");
        byte[] whole = Files.readAllBytes(capture(3));
        Files.write(cut, Arrays.copyOf(whole, whole.length - 5));
        CommandRun damaged = run(file("open"), "--gate", cut.toString(), "--accept-changes");
        assertEquals(4, damaged.code(), "what is behind the damage would be let through unseen: " + damaged.err());
    }

    /** The gate may take its time, so what is wrong on the command line is told before. */
    @Test
    void wrongOptionsOfTheBackEndAreToldBeforeTheGate() throws IOException {
        for (String[] options : new String[][] { { "--nfqueue", "--hook", "sideways" }, { "--kernel", "--hook", "in,,out" }, { "--bridge", "none0,none1" },
                { "--back-end", "simulated", "--set", "network=edge", "--set", "router=nobody" }, { "--back-end", "simulated" },
                { "--nfqueue", "--hook", "in", "--set", "hook=out" }, { "--nfqueue", "--dry-run", "--confirm", "5" }, { "--hook", "in" },
                { "--nfqueue", "--keep", "192.0.2.9", "--lock-me-out" }, { "--nfqueue", "--gate-side", "eth1" },
                { "--bridge", "lo,lo2", "--gate-side", "eth1=192.0.2.0/24" } }) {
            List<String> words = new ArrayList<>(List.of("enforce", file("closed").toString()));
            words.addAll(Arrays.asList(options));
            words.addAll(List.of("--gate", capture(2).toString()));
            CommandRun run = CommandRun.of(words.toArray(String[]::new));
            assertEquals(2, run.code(), () -> words + ": " + run.err());
            assertFalse(run.err().contains("gate:"), run.err());
        }
        assertTrue(CommandRun.of("enforce", "--help").out().contains("--bridge=IF1,IF2 "), CommandRun.of("enforce", "--help")::out);
    }

    @Test
    void aDryRunTellsWhatWouldNotHavePassed() {
        CommandRun dry = run(file("closed"), "--dry-run", "--duration", "2");
        assertTrue(dry.out().matches("(?s).*A dry run: all of them passed\\. In earnest \\d+ would not have passed:\n *\\d+  deny, FORWARD: .*"),
                dry.out());
        assertTrue(run(file("open"), "--dry-run").out().contains("In earnest they would have passed as well."), run(file("open"), "--dry-run")::out);
    }

    private BufferedReader start(String... options) throws IOException {
        List<String> words = new ArrayList<>(List.of(file("live").toString()));
        words.addAll(Arrays.asList(PLACE));
        words.addAll(Arrays.asList(options));
        enforcing = EnforceRuns.enforce(new ProcessBuilder(), words.toArray(String[]::new));
        return enforcing.errorReader(StandardCharsets.UTF_8);
    }

    /** Reads what is said until a line holds a text. */
    private static String await(BufferedReader said, String text) throws IOException {
        StringBuilder read = new StringBuilder();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            read.append(line).append('\n');
            if (line.contains(text)) {
                return line;
            }
        }
        throw new AssertionError("'" + text + "' was not said, but " + read);
    }

    private void put(String name) throws IOException {
        Path beside = Files.copy(file(name), folder.resolve("live.new"), StandardCopyOption.REPLACE_EXISTING);
        Files.move(beside, file("live"), StandardCopyOption.ATOMIC_MOVE);
    }

    private void hangUp() throws IOException, InterruptedException {
        assertEquals(0, new ProcessBuilder("kill", "-HUP", Long.toString(enforcing.pid())).start().waitFor());
    }

    @Test
    void aFollowedFileIsPutInForceAndABrokenOneChangesNothing() throws IOException {
        put("open");
        BufferedReader said = start("--follow");
        byte[] whole = Files.readAllBytes(file("closed"));
        Files.write(file("live"), Arrays.copyOf(whole, whole.length * 2 / 3));
        String broken = await(said, "the policy in force stays");
        assertTrue(broken.matches("hopwarden: " + file("live") + ":\\d+:\\d+: XML document .*"), "line and column: " + broken);
        put("closed");
        await(said, "now in force: " + file("live"));
        Statistics statistics = EnforceRuns.stop(enforcing);
        String json = statistics.text().replaceAll("\\s", "");
        assertTrue(json.contains("\"result\":\"broken\"") && json.contains("\"result\":\"replaced\""), json);
    }

    @Test
    void withoutFollowingAChangeIsOnlyToldAndSighupPutsItInForce() throws Exception {
        put("open");
        BufferedReader said = start("--gate", capture(4).toString());
        put("closed");
        await(said, "has changed; to put it in force: kill -HUP " + enforcing.pid());
        hangUp();
        String refused = await(said, "gate refused");
        assertTrue(refused.contains("4 captured packets get another verdict") && refused.endsWith("the policy in force stays"), refused);
        put("open");
        hangUp();
        await(said, "now in force");
        EnforceRuns.stop(enforcing);
    }

    @Test
    void aChangeThatNobodyConfirmsIsTakenBack() throws Exception {
        put("open");
        BufferedReader said = start("--confirm", "4");
        enforcing.getOutputStream().write('\n');
        enforcing.getOutputStream().flush();
        await(said, "confirmed");
        put("closed");
        hangUp();
        await(said, "now in force");
        await(said, "press Enter within");
        await(said, "taken back: nobody confirmed it within 4.0 s; the policy before it is in force again");
        hangUp();
        await(said, "press Enter within");
        enforcing.getOutputStream().write('\n');
        enforcing.getOutputStream().flush();
        await(said, "confirmed");
        String json = EnforceRuns.stop(enforcing).text();
        assertEquals(List.of("replaced", "taken-back", "replaced", "confirmed"), java.util.regex.Pattern.compile("\"result\":\"([a-z-]+)\"")
                .matcher(json).results().map(found -> found.group(1)).toList(), json);
    }

    /** The answer is typed into a terminal of its own. */
    @Test
    void aTerminalIsAsked() throws Exception {
        org.junit.jupiter.api.Assumptions.assumeTrue(new ProcessBuilder("sh", "-c", "command -v script").start().waitFor() == 0,
                "skipped: no script here (Debian package bsdutils)");
        assertTrue(answered("n").contains("gate refused: 4 captured packets"));
        String yes = answered("y");
        assertTrue(yes.contains("put it in force all the same?") && yes.contains("enforcing") && !yes.contains("gate refused"), yes);
    }

    private String answered(String answer) throws IOException, InterruptedException {
        List<String> command = EnforceRuns.hopwarden(new ProcessBuilder(), "enforce", file("closed").toString(), "--back-end", "simulated",
                "--set", "network=edge", "--set", "router=border", "--duration", "0.3", "--gate", capture(4).toString()).command();
        Process terminal = new ProcessBuilder("script", "-qec", String.join(" ", command), "/dev/null").redirectErrorStream(true).start();
        BufferedReader said = terminal.inputReader(StandardCharsets.UTF_8);
        StringBuilder read = new StringBuilder();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            read.append(line).append('\n');
            if (line.contains("put it in force all the same?")) {
                terminal.getOutputStream().write((answer + "\n").getBytes(StandardCharsets.US_ASCII));
                terminal.getOutputStream().flush();
            }
        }
        assertTrue(terminal.waitFor(60, TimeUnit.SECONDS));
        return read.toString();
    }
}
