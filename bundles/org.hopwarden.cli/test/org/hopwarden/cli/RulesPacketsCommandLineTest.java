package org.hopwarden.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.hopwarden.rulemodel.Binding;
import org.hopwarden.rulemodel.Call;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.ChainEnd;
import org.hopwarden.rulemodel.ChainScope;
import org.hopwarden.rulemodel.ConnectionState;
import org.hopwarden.rulemodel.Hook;
import org.hopwarden.rulemodel.InterfaceName;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.PolicyFiles;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RulemodelFactory;
import org.hopwarden.rulemodel.Action;
import org.hopwarden.rulemodel.Service;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packets in JSON and in words through a policy with hooks, calls, both scopes and states. */
class RulesPacketsCommandLineTest {

    private static final RulemodelFactory MODEL = RulemodelFactory.eINSTANCE;
    private static final String PACKET = "{\"direction\":\"in\",\"inInterface\":\"eth0\",\"source\":\"192.0.2.1\","
            + "\"destination\":\"198.51.100.7\",\"protocol\":\"icmp\",\"icmpType\":11,\"icmpCode\":0,\"sourcePort\":null,"
            + "\"destinationPort\":null,\"tcpFlags\":\"\",\"fragmentOffset\":0,\"moreFragments\":false,\"ttl\":64,"
            + "\"length\":56,\"state\":\"untracked\"}";

    @TempDir
    private Path folder;
    private Path policy;

    /** Chain {@code input} on eth0: established passes, ICMP goes to {@code messages}; then {@code programs} is asked. */
    @BeforeEach
    void writePolicy() throws Exception {
        Policy made = MODEL.createPolicy();
        made.setName("host");
        Chain messages = chain("messages", ChainEnd.BACK, null);
        Chain input = chain("input", ChainEnd.DENY, Hook.IN);
        InterfaceName eth0 = MODEL.createInterfaceName();
        eth0.setPattern("eth0");
        input.getBindings().getFirst().getInInterface().add(eth0);
        Chain programs = chain("programs", ChainEnd.ALLOW, Hook.IN);
        programs.setScope(ChainScope.APPLICATION);
        made.getChains().addAll(List.of(input, messages, programs));
        rule(input, MODEL.createAllow(), null).getMatch().getStates().add(ConnectionState.ESTABLISHED);
        Call call = MODEL.createCall();
        call.setChain(messages);
        rule(input, call, icmp(null));
        rule(messages, MODEL.createAllow(), icmp(11));
        policy = folder.resolve("host.hwpolicy");
        PolicyFiles.save(made, policy);
    }

    private static Chain chain(String name, ChainEnd end, Hook hook) {
        Chain chain = MODEL.createChain();
        chain.setName(name);
        chain.setEnd(end);
        if (hook != null) {
            Binding binding = MODEL.createBinding();
            binding.setHook(hook);
            chain.getBindings().add(binding);
        }
        return chain;
    }

    private static Rule rule(Chain chain, Action action, Service service) {
        Rule rule = MODEL.createRule();
        rule.setAction(action);
        rule.setMatch(MODEL.createMatch());
        if (service != null) {
            rule.getMatch().getService().add(service);
        }
        chain.getRules().add(rule);
        return rule;
    }

    private static Service icmp(Integer type) {
        Service service = MODEL.createService();
        service.setProtocol(1);
        service.setIcmpType(type);
        return service;
    }

    private Path lines(String... lines) throws Exception {
        return Files.writeString(folder.resolve("packets.jsonl"), String.join("\n", lines) + "\n");
    }

    @Test
    void eachLineGetsItsVerdict() throws Exception {
        Path packets = lines(PACKET, "", PACKET.replace("\"icmpType\":11", "\"icmpType\":5"),
                PACKET.replace("untracked", "established").replace("\"icmpType\":11", "\"icmpType\":5"),
                "{\"direction\":\"out\",\"source\":\"2001:db8::1\",\"destination\":\"2001:db8::2\",\"protocol\":\"tcp\"}");
        CommandRun run = CommandRun.of("rules", "test", policy.toString(), "--packets", packets.toString(), "--format", "json");
        assertEquals(0, run.code(), run.err());
        List<String> out = run.out().lines().toList();
        assertEquals("{\"format\":\"hopwarden.rules-test/1\",\"packets\":[", out.get(0).replaceAll(" ", ""));
        assertTrue(out.get(1).contains("{\"line\":1,\"verdict\":\"allow\",\"chain\":\"programs\",\"rule\":0"), run.out());
        assertTrue(out.get(2).contains("{\"line\":3,\"verdict\":\"deny\",\"chain\":\"input\",\"rule\":0"), run.out());
        assertTrue(out.get(3).contains("{\"line\":4,\"verdict\":\"allow\",\"chain\":\"programs\""), run.out());
        assertTrue(out.get(4).contains("{\"line\":5,\"verdict\":\"deny\",\"rule\":0,\"text\":\"policy default for out: deny\""), run.out());
        assertTrue(run.out().contains("\"summary\":[") && run.out().contains("{\"packets\":2,\"verdict\":\"allow\",\"chain\":\"programs\""),
                run.out());
        CommandRun text = CommandRun.of("rules", "test", policy.toString(), "--packets", packets.toString());
        assertTrue(text.out().contains("     3  deny    input rule 0: deny ip any any (implicit end)"), text.out());
    }

    @Test
    void brokenLinesAreNamedByLineAndColumn() throws Exception {
        Path packets = Files.write(folder.resolve("broken.jsonl"), String.join("\n", "{\"source\":", PACKET,
                PACKET.replace("\"ttl\"", "\"tll\""), PACKET.replace("64", "640"), PACKET.replace("\"ttl\":64", "\"ttl\":\"64\""),
                PACKET + PACKET, "[1]", "\u00ff", " ".repeat(70_000), PACKET.replace("icmp\"", "icmp\",\"ttl\":1"))
                .getBytes(StandardCharsets.ISO_8859_1));
        CommandRun run = CommandRun.of("rules", "test", policy.toString(), "--packets", packets.toString());
        assertEquals(4, run.code());
        List<String> err = run.err().lines().map(line -> line.replace(packets.toString(), "F")).toList();
        assertTrue(err.get(0).startsWith("hopwarden: F:1:11: no JSON: "), run.err());
        assertTrue(err.get(1).startsWith("hopwarden: F:3:" + (PACKET.indexOf("\"ttl\"") + 1) + ": a packet has no field 'tll'"), run.err());
        assertEquals("hopwarden: F:4:" + (PACKET.indexOf("64,") + 1) + ": ttl: a number in 0..255, not '640'", err.get(2));
        assertEquals("hopwarden: F:5:" + (PACKET.indexOf("64,") + 1) + ": ttl: a whole number without quotes", err.get(3));
        assertEquals("hopwarden: F:6:" + (PACKET.length() + 1) + ": one packet a line, and nothing behind it", err.get(4));
        assertEquals("hopwarden: F:7:1: a packet is an object: {\"source\":...}", err.get(5));
        assertEquals("hopwarden: F:8:1: no text in UTF-8", err.get(6));
        assertTrue(err.get(7).startsWith("hopwarden: F:9:65537: the line is longer"), run.err());
        assertTrue(err.get(8).startsWith("hopwarden: F:10:") && err.get(8).contains("Duplicate field 'ttl'"), run.err());
        assertEquals(1, run.out().lines().filter(line -> line.contains("allow   programs")).count(), run.out());
        assertEquals(4, CommandRun.of("rules", "test", policy.toString(), "--packets", "/nowhere").code());
    }

    @Test
    void anExplanationShowsCallsAndBothScopes() throws Exception {
        CommandRun run = CommandRun.of("rules", "explain", policy.toString(), "--packet",
                "icmp time-exceeded from 192.0.2.1 to 198.51.100.7 in on eth0", "--format", "json");
        assertEquals(0, run.code(), run.err());
        assertTrue(run.out().contains("\"verdict\":\"allow\",\"chain\":\"programs\",\"rule\":0"), run.out());
        int miss = run.out().indexOf("\"steps\":[{\"chain\":\"input\",\"rule\":1,");
        int call = run.out().indexOf("\"matched\":\"called\"");
        int allowed = run.out().indexOf("\"chain\":\"input\",\"rule\":1,\"text\":\"permit icmp any any time-exceeded\",\"matched\":\"allowed");
        int messages = run.out().indexOf("{\"chain\":\"messages\",\"rule\":1,\"text\":\"permit icmp any any time-exceeded\",\"matched\":\"allowed");
        assertTrue(miss > 0 && call > miss && messages > call && allowed < 0, run.out());
        assertTrue(run.out().contains("\"described\":" + PACKET.replace("\"source\"", "\"outInterface\":null,\"source\"")), run.out());
        CommandRun text = CommandRun.of("rules", "explain", policy.toString(), "--packets", lines("", PACKET, PACKET
                .replace("\"icmpType\":11", "\"icmpType\":5")).toString(), "--index", "2");
        assertTrue(text.out().startsWith("Packet:  icmp redirect from 192.0.2.1 to 198.51.100.7 in on eth0"), text.out());
        assertTrue(text.out().contains("Verdict: deny, by chain input rule 0"), text.out());
        assertTrue(text.out().contains("ICMP type") && text.out().contains("established"), text.out());
        assertEquals(2, CommandRun.of("rules", "explain", policy.toString(), "--packets", lines(PACKET).toString(), "--index",
                "2").code());
    }

    @Test
    void optionsSayWhatAPacketDoesNot() throws Exception {
        String words = "icmp redirect from 192.0.2.1 to 198.51.100.7";
        CommandRun bare = CommandRun.of("rules", "explain", policy.toString(), "--packet", words);
        assertTrue(bare.out().contains("policy default for forward"), bare.out());
        CommandRun known = CommandRun.of("rules", "explain", policy.toString(), "--packet", words, "--direction", "in",
                "--in-interface", "eth0", "--state", "established");
        assertTrue(known.out().contains("Verdict: allow, by chain programs"), known.out());
        CommandRun chain = CommandRun.of("rules", "explain", policy.toString(), "--packet", words, "--chain", "messages");
        assertTrue(chain.out().contains("ICMP type"), chain.out());
        CommandRun wrong = CommandRun.of("rules", "explain", policy.toString(), "--packet", words.replace("redirect", "ecco"));
        assertEquals(2, wrong.code());
        assertTrue(wrong.err().contains("no message of ICMP is called 'ecco'"), wrong.err());
    }

    @Test
    void whatIsNotKnownOfFramesIsSaid() throws Exception {
        Path pcap = Files.write(folder.resolve("empty.pcap"), java.util.HexFormat.of()
                .parseHex("d4c3b2a1020004000000000000000000ffff000001000000"));
        CommandRun run = CommandRun.of("rules", "test", policy.toString(), "--pcap", pcap.toString());
        assertEquals(0, run.code(), run.err());
        assertTrue(run.err().contains("note: chain input, rule 1 asks for the state of connections, which are not tracked here"),
                run.err());
        assertEquals("", CommandRun.of("rules", "test", policy.toString(), "--pcap", pcap.toString(), "--state", "new").err());
    }

    /** Each line is decided or told with its place, whatever happened to it on the way. */
    @Test
    void damagedLinesAreDecidedOrTold() throws Exception {
        boolean full = Boolean.getBoolean("hopwarden.full");
        long seed = full ? System.nanoTime() : 17;
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        int lines = full ? 200_000 : 4_000;
        for (int n = 0; n < lines; n++) {
            byte[] line = PACKET.getBytes(StandardCharsets.UTF_8);
            for (int times = random.nextInt(3); times >= 0; times--) {
                int at = random.nextInt(line.length);
                switch (random.nextInt(4)) {
                    case 0 -> line[at] = (byte) random.nextInt(256);
                    case 1 -> line[at] = (byte) "{}[]\",:\\0-e".charAt(random.nextInt(11));
                    case 2 -> line = Arrays.copyOf(line, Math.max(1, at));
                    default -> System.arraycopy(line, at, line, 0, line.length - at);
                }
            }
            for (byte one : line) {
                all.write(one == '\n' ? ' ' : one);
            }
            all.write('\n');
        }
        Path packets = Files.write(folder.resolve("damaged.jsonl"), all.toByteArray());
        CommandRun run = CommandRun.of("rules", "test", policy.toString(), "--packets", packets.toString());
        assertEquals(4, run.code());
        List<String> told = run.err().lines().filter(line -> line.startsWith("hopwarden: " + packets + ":")).toList();
        assertTrue(told.size() > 10 && told.stream().allMatch(line -> line.matches(".*jsonl:[1-9]\\d*:[1-9]\\d*: .+")), run.err());
        String more = run.err().lines().filter(line -> line.contains(" more lines of ")).findFirst().orElseThrow();
        int broken = told.size() + Integer.parseInt(more.replaceAll("\\D*(\\d+) more.*", "$1"));
        long decided = run.out().lines().filter(line -> line.matches(" *\\d+  \\S.*")).count();
        assertTrue(decided > lines / 400 && decided >= lines - broken - lines / 1000 && decided <= lines - broken + 20,
                decided + " and " + broken + " of " + lines + ", seed " + seed);
    }
}
