package org.hopwarden.enforce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpHeader;
import org.hopwarden.net.PacketBuilder;
import org.junit.jupiter.api.Test;

/** What crosses a bridge that is no plain IP packet: no wrapping gets a denied packet past the rules. */
class NonIpFramesTest extends BridgedHosts {

    private static final String MACS = "02aabbccddee" + FrameProgram.SENDER;
    private static final String SPANNING_TREE_MACS = "0180c2000000" + FrameProgram.SENDER;
    private static final String ARP = MACS + "0806" + "0001080006040001" + "0".repeat(40) + "0".repeat(36);
    /** 802.3 length 38, then LLC. */
    private static final String BPDU = SPANNING_TREE_MACS + "0026" + "424203" + "0".repeat(86);
    private static final String EXPERIMENT = MACS + "88b5" + "0".repeat(92);

    /** A UDP packet that rule 1 is about, or rule 2. */
    private static String packet(boolean chosen) {
        MemorySegment packet = PacketBuilder.udp(IpHeader.of(IpAddress.parse("10.7.0.1"), IpAddress.parse("10.7.0.2"), 64), 4000,
                chosen ? BridgeProgram.UDP_PORT : BridgeProgram.UDP_PORT + 1, new byte[18]);
        return HexFormat.of().formatHex(packet.toArray(ValueLayout.JAVA_BYTE));
    }

    private static List<String> wrapped(String packet) {
        String snapLength = HexFormat.of().toHexDigits((short) (8 + packet.length() / 2));
        return List.of(MACS + "0800" + packet, MACS + "8100a064" + "0800" + packet, MACS + "88a80064" + "81000007" + "0800" + packet,
                MACS + "9100000181000002" + "0800" + packet, MACS + snapLength + "aaaa03000000" + "0800" + packet,
                MACS + "81000005" + snapLength + "aaaa03000000" + "0800" + packet,
                MACS + "8864" + "11000001" + HexFormat.of().toHexDigits((short) (2 + packet.length() / 2)) + "0021" + packet);
    }

    @Test
    void noWrappingGetsAPacketPastTheRules() throws IOException, InterruptedException {
        List<String> denied = wrapped(packet(true));
        List<String> allowed = wrapped(packet(false));
        List<String> all = new ArrayList<>(denied);
        all.addAll(allowed);
        Run run = run(List.of("deny", "closed"), all, allowed.getLast());
        assertEquals(allowed, run.received);
        assertEquals(denied.size(), run.count("rule=1, packets=(\\d+)"), run.statistics);
        assertTrue(run.count("rule=2, packets=(\\d+)") >= allowed.size(), run.statistics);
        assertEquals(denied.size(), run.count("denied=(\\d+)"), run.statistics);
    }

    @Test
    void whatIsRejectedBehindALengthIsDroppedWithoutAnAnswer() throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(wrapped(packet(true)));
        all.add(ARP);
        Run run = run(List.of("reject", "closed"), all, ARP);
        assertEquals(List.of(ARP), run.received);
        assertEquals(7, run.count("rejected=(\\d+)"), run.statistics);
        assertEquals(4, run.count("answers=(\\d+)"), run.statistics);
    }

    @Test
    void addressResolutionAndSpanningTreePassAndNothingElse() throws IOException, InterruptedException {
        String mpls = MACS + "8847" + "00001140" + packet(false);
        String strangeArp = MACS + "0806" + "0006080006040001" + "0".repeat(76);
        String shortArp = MACS + "0806" + "0001080006040001" + "0".repeat(20);
        String elsewhere = MACS + "0026" + "424203" + "0".repeat(86);
        String tagged = MACS + "81000003" + ARP.substring(24);
        Run run = run(List.of("allow", "closed"), List.of(EXPERIMENT, mpls, strangeArp, shortArp, elsewhere, BPDU, tagged, ARP), ARP);
        assertEquals(List.of(BPDU, tagged, ARP), run.received);
        assertEquals(5, run.count("denied=(\\d+)"), run.statistics);
    }

    @Test
    void theOperatorMayTurnItRound() throws IOException, InterruptedException {
        Run run = run(List.of("allow", "closed", "false", "false", "true"), List.of(ARP, BPDU, EXPERIMENT), EXPERIMENT);
        assertEquals(List.of(EXPERIMENT), run.received);
        assertEquals(2, run.count("denied=(\\d+)"), run.statistics);
    }

    private record Run(List<String> received, String statistics) {

        long count(String pattern) {
            Matcher matcher = Pattern.compile(pattern).matcher(statistics);
            assertTrue(matcher.find(), pattern + " in " + statistics);
            return Long.parseLong(matcher.group(1));
        }
    }

    private Run run(List<String> policy, List<String> frames, String last) throws IOException, InterruptedException {
        List<String> bridgeArgs = new ArrayList<>(List.of("left", "right"));
        bridgeArgs.addAll(policy);
        Process bridge = java("middle", BridgeProgram.class, bridgeArgs);
        assertEquals("enforcing", bridge.errorReader(StandardCharsets.UTF_8).readLine());
        Process receiver = java("b", FrameProgram.class, List.of("receive", "eth0", last));
        assertEquals("receiving", receiver.errorReader(StandardCharsets.UTF_8).readLine());
        List<String> sent = new ArrayList<>(List.of("send", "eth0"));
        sent.addAll(frames);
        Process sender = java("a", FrameProgram.class, sent);
        assertEquals(0, sender.waitFor(), () -> String.join("\n", sender.errorReader(StandardCharsets.UTF_8).lines().toList()));
        List<String> received = receiver.inputReader(StandardCharsets.UTF_8).lines().toList();
        assertEquals(0, receiver.waitFor(), received::toString);
        bridge.getOutputStream().close();
        String statistics = bridge.inputReader(StandardCharsets.UTF_8).readLine();
        bridge.waitFor();
        Run run = new Run(received, statistics);
        assertEquals(run.count("seen=(\\d+)"), run.count("allowed=(\\d+)") + run.count("denied=(\\d+)") + run.count("rejected=(\\d+)"), statistics);
        return run;
    }

    private Process java(String node, Class<?> program, List<String> args) throws IOException {
        List<String> line = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java", "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), program.getName()));
        line.addAll(args);
        Process process = network.process(node, line.toArray(String[]::new)).start();
        processes.add(process);
        return process;
    }
}
