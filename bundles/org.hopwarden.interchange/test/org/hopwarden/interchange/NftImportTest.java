package org.hopwarden.interchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

import org.hopwarden.rulemodel.Call;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.ChainEnd;
import org.hopwarden.rulemodel.Disposition;
import org.hopwarden.rulemodel.Hook;
import org.hopwarden.rulemodel.NftChain;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.PolicyProblems;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RuleText;
import org.junit.jupiter.api.Test;

/** Rule sets of nftables as {@code nft -j list ruleset} writes them; the fixture is such a dump, with a line for each object. */
class NftImportTest {

    private static final PolicyImporter IMPORTER = Interchange.importer("nft").orElseThrow();
    private static final int FUZZED = Boolean.getBoolean("hopwarden.full") ? 20_000 : 200;
    private static final long SEED = Long.getLong("hopwarden.seed", 11);

    private static final String TCP_22 = "{\"match\":{\"op\":\"==\",\"left\":{\"payload\":{\"protocol\":\"tcp\","
            + "\"field\":\"dport\"}},\"right\":22}}";
    private static final String LIMIT = "{\"limit\":{\"rate\":5,\"burst\":3,\"per\":\"minute\"}}";

    static byte[] fixture(String name) throws IOException {
        try (InputStream in = NftImportTest.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        }
    }

    private static ImportResult read(String json) throws ImportException {
        return IMPORTER.read(json.getBytes(StandardCharsets.UTF_8), ImportOptions.named("p"));
    }

    /** The rules that a list of statements becomes, in a chain of family inet. */
    private static List<Rule> rules(String statements) throws ImportException {
        return read("{\"nftables\":[{\"table\":{\"family\":\"inet\",\"name\":\"t\"}},"
                + "{\"chain\":{\"family\":\"inet\",\"table\":\"t\",\"name\":\"c\",\"type\":\"filter\",\"hook\":\"input\",\"prio\":0,"
                + "\"policy\":\"drop\"}},{\"rule\":{\"family\":\"inet\",\"table\":\"t\",\"chain\":\"c\",\"handle\":9,\"expr\":["
                + statements + "]}}]}").policy().getChains().get(0).getRules();
    }

    @Test
    void aWholeDumpIsRead() throws Exception {
        ImportResult result = IMPORTER.read(fixture("ruleset.nft.json"), ImportOptions.named("host"));
        Policy policy = result.policy();
        assertEquals(List.of(), PolicyProblems.of(policy));
        assertEquals(List.of("i", "r", "i_inner", "i_inner_2"), policy.getChains().stream().map(Chain::getName).toList());
        Chain input = policy.getChains().get(0);
        assertEquals(ChainEnd.DENY, input.getEnd());
        assertEquals(Hook.IN, input.getBindings().get(0).getHook());
        assertEquals(-10, ((NftChain) input.getDialect()).getPriority());
        assertEquals(ChainEnd.BACK, policy.getChains().get(1).getEnd());
        assertEquals(Disposition.ALLOW, policy.getDefaultForward());
        String texts = policy.getChains().stream().flatMap(chain -> chain.getRules().stream())
                .map(rule -> rule.getOpaque() != null ? "? " + rule.getOpaque().getLine() : RuleText.of(rule))
                .collect(Collectors.joining("\n")) + "\n";
        assertEquals(new String(fixture("ruleset.nft.rules"), StandardCharsets.UTF_8), texts);
        assertEquals(2, policy.getOpaque().size(), "the chain and the rule of the table nat");
    }

    @Test
    void whatIsNotUnderstoodIsKeptAndTold() throws Exception {
        ImportResult result = read("{\"nftables\":[{\"table\":{\"family\":\"ip\",\"name\":\"t\"}},\n"
                + "{\"chain\":{\"family\":\"ip\",\"table\":\"t\",\"name\":\"c\"}},\n"
                + "{\"rule\":{\"family\":\"ip\",\"table\":\"t\",\"chain\":\"c\",\"handle\":7,\"expr\":[{\"quota\":{\"val\":1}},"
                + "{\"drop\":null}]}}]}");
        Rule rule = result.policy().getChains().get(0).getRules().get(0);
        assertFalse(rule.isEnabled());
        assertEquals(3, rule.getOpaque().getLine());
        assertTrue(rule.getOpaque().getText().contains("\"handle\":7"), rule.getOpaque().getText());
        assertTrue(result.notes().toString().contains("handle 7: the statement quota"), result.notes().toString());
    }

    @Test
    void countersAreKept() throws Exception {
        Rule rule = rules("{\"counter\":{\"packets\":3,\"bytes\":400}},{\"accept\":null}").get(0);
        assertEquals(3, rule.getPackets());
        assertEquals(400, rule.getBytes());
    }

    @Test
    void brokenFilesGetLineAndColumn() throws Exception {
        assertProblem("", 1);
        assertProblem("{\n \"nftables\": [\n  {\"table\":", 3);
        assertProblem("{\n\"nftables\": 5}", 2);
        assertProblem("[]", 1);
        assertProblem("{\"nftables\":[\n{\"a\":1}]}", 2);
        assertProblem("{\"nftables\":[\n" + "[".repeat(100_000), 2);
        assertProblem("{\"nftables\":[]}\n}", 2);
        assertProblem("{\"nftables\":[\n\n{\"table\":{\"name\":\"a\\u0001\"}}]}", 3);
        byte[] latin = "{\"nftables\":[\n{\"table\":{\"name\":\"\u00e9\"}}]}".getBytes(StandardCharsets.ISO_8859_1);
        ImportException e = assertThrows(ImportException.class, () -> IMPORTER.read(latin, ImportOptions.named("p")));
        assertEquals(2, e.problems().get(0).line(), e.getMessage());
    }

    private static void assertProblem(String json, int line) {
        ImportException e = assertThrows(ImportException.class, () -> read(json), json.substring(0, Math.min(80, json.length())));
        assertEquals(line, e.problems().get(0).line(), e.getMessage());
        assertTrue(e.problems().get(0).column() >= 1);
    }

    @Test
    void longLinesAreRead() throws Exception {
        String elements = "\"10.0.0.1\",".repeat(800_000) + "\"10.0.0.2\"";
        List<Rule> rules = rules("{\"match\":{\"op\":\"==\",\"left\":{\"payload\":{\"protocol\":\"ip\",\"field\":\"saddr\"}},"
                + "\"right\":{\"set\":[" + elements + "]}}},{\"accept\":null}");
        assertEquals("permit ip 10.0.0.1-10.0.0.2 any", RuleText.of(rules.get(0)));
    }

    /** Whatever the bytes: a policy without problems, or an error with its place, and nothing else. */
    @Test
    void anyBytesAreReadOrRefused() throws Exception {
        System.out.println("seed " + SEED);
        Random random = new Random(SEED);
        byte[] whole = fixture("ruleset.nft.json");
        String[] lines = new String(whole, StandardCharsets.UTF_8).split("\n");
        int read = 0;
        for (int n = 0; n < FUZZED; n++) {
            byte[] bytes = random.nextInt(8) == 0 ? whole.clone() : some(lines, random);
            for (int changes = random.nextInt(4); changes > 0; changes--) {
                bytes = change(bytes, random);
            }
            try {
                ImportResult result = IMPORTER.read(bytes, ImportOptions.named("p"));
                assertEquals(List.of(), PolicyProblems.of(result.policy()));
                read++;
            } catch (ImportException e) {
                assertTrue(e.problems().get(0).line() >= 1 && e.problems().get(0).column() >= 1, e.getMessage());
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + SEED + ", case " + n + ": " + new String(bytes, StandardCharsets.UTF_8), e);
            }
        }
        assertTrue(read > FUZZED / 20, "only " + read + " were read");
    }

    private static byte[] some(String[] lines, Random random) {
        List<String> kept = Arrays.stream(lines).skip(1).limit(lines.length - 2).filter(line -> random.nextInt(3) > 0)
                .map(line -> line.replaceAll(",$", "")).toList();
        return ("{\"nftables\": [\n" + String.join(",\n", kept) + "\n]}").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] change(byte[] bytes, Random random) {
        if (bytes.length < 10) {
            return bytes;
        }
        int at = random.nextInt(bytes.length);
        switch (random.nextInt(5)) {
            case 0:
                return Arrays.copyOf(bytes, at);
            case 1:
                byte[] other = bytes.clone();
                other[at] = (byte) random.nextInt(256);
                return other;
            default:
                // a value becomes another: the JSON stays whole
                String[] values = { "null", "-1", "99999999999", "\"@nothing\"", "{}", "[]", "\"\"", "true", "1.5",
                    "{\"range\":[5,1]}", "{\"set\":[]}", "\"::1\"" };
                String text = new String(bytes, StandardCharsets.UTF_8);
                int colon = text.indexOf(": ", at);
                int end = colon < 0 ? -1 : colon + 2 + firstOf(text.substring(colon + 2));
                return colon < 0 ? bytes : (text.substring(0, colon + 2) + values[random.nextInt(values.length)]
                        + text.substring(end)).getBytes(StandardCharsets.UTF_8);
        }
    }

    /** Where a value without parts ends; behind one with parts, where it begins. */
    private static int firstOf(String text) {
        int depth = 0;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            quoted ^= c == '"';
            if (!quoted) {
                depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
                if (depth < 0 || depth == 0 && (c == ',' || c == '}' || c == ']')) {
                    return c == ',' || depth < 0 ? i : i + 1;
                }
            }
        }
        return 0;
    }

    private static String hour(String operator, String value) {
        return "{\"match\":{\"op\":\"" + operator + "\",\"left\":{\"meta\":{\"key\":\"hour\"}},\"right\":" + value + "}}";
    }

    private static String periods(String statements) throws ImportException {
        return rules(statements + ",{\"accept\":null}").get(0).getMatch().getSchedule().getPeriods().stream()
                .map(period -> period.getFrom() + "-" + period.getTo() + (period.getDaysLater() > 0 ? "+" : "") + " "
                        + period.getDays().size()).collect(Collectors.joining(", "));
    }

    @Test
    void hoursAndDaysBecomeSchedules() throws Exception {
        assertEquals("08:00-17:00:01 7", periods(hour("==", "{\"range\":[\"08:00\",\"17:00\"]}")));
        assertEquals("00:00-06:00:01 7, 22:00-00:00+ 7", periods(hour("==", "{\"range\":[\"22:00\",\"06:00\"]}")));
        assertEquals("06:00:01-22:00 7", periods(hour("!=", "{\"range\":[\"22:00\",\"06:00\"]}")));
        assertEquals("00:00-08:00 6", periods(hour("<", "\"08:00\"") + ",{\"match\":{\"op\":\"!=\",\"left\":{\"meta\":{\"key\":"
                + "\"day\"}},\"right\":\"Sunday\"}}"));
        String wrong = hour("==", "{\"range\":[\"1193044:28:16\",\"06:00\"]}");
        assertTrue(rules(wrong + ",{\"accept\":null}").get(0).getOpaque() != null,
                "nft lists hours of other zones like this");
    }

    /** The chain that a rule calls, with its rules. */
    private static String called(Rule rule) {
        Call call = (Call) rule.getAction();
        return (call.isTail() ? "goto: " : "call: ") + call.getChain().getRules().stream().map(RuleText::of)
                .collect(Collectors.joining("; "));
    }

    @Test
    void severalThingsBehindARateShareItsBucket() throws Exception {
        Rule logged = rules(TCP_22 + "," + LIMIT + ",{\"log\":{\"prefix\":\"x\"}},{\"drop\":null}").get(0);
        assertEquals(5, logged.getMatch().getRate().getCount());
        assertEquals("call: log \"x\" ip any any; deny ip any any", called(logged));
        Rule left = rules(LIMIT + ",{\"log\":{\"prefix\":\"x\"}},{\"return\":null}").get(0);
        assertEquals("goto: log \"x\" ip any any; return ip any any", called(left));
        assertEquals("call: permit tcp any any eq 22", called(rules(LIMIT + "," + TCP_22 + ",{\"accept\":null}").get(0)));
        assertTrue(rules(LIMIT + "," + TCP_22 + ",{\"return\":null}").get(0).getOpaque() != null, "it goes on where it is not TCP");
    }

    @Test
    void unlikeFieldsAreReadInAChainOfTheirOwn() throws Exception {
        String unlike = "{\"match\":{\"op\":\"!=\",\"left\":{\"concat\":[{\"payload\":{\"protocol\":\"ip\",\"field\":\"saddr\"}},"
                + "{\"payload\":{\"protocol\":\"udp\",\"field\":\"dport\"}}]},\"right\":{\"set\":[{\"concat\":[\"192.0.2.1\",53]}]}}}";
        assertEquals("call: return udp host 192.0.2.1 any eq domain; deny udp any any eq 0-65535 ipv4",
                called(rules(unlike + ",{\"drop\":null}").get(0)));
        assertTrue(rules(unlike + ",{\"return\":null}").get(0).getOpaque() != null);
    }

    @Test
    void noInterfaceIsTheIndexZero() throws Exception {
        for (String zero : List.of("0", "\"0\"")) {
            Rule rule = rules("{\"match\":{\"op\":\"==\",\"left\":{\"meta\":{\"key\":\"iif\"}},\"right\":" + zero
                    + "}},{\"drop\":null}").get(0);
            assertEquals("deny ip any any in not *", RuleText.of(rule));
        }
    }

    @Test
    void aMaskInsideRangesIsReadAsMasks() throws Exception {
        String masked = "{\"match\":{\"op\":\"==\",\"left\":{\"&\":[{\"payload\":{\"protocol\":\"ip\",\"field\":\"saddr\"}},"
                + "\"255.0.0.255\"]},\"right\":\"10.0.0.1\"}}";
        String ranged = "{\"match\":{\"op\":\"==\",\"left\":{\"payload\":{\"protocol\":\"ip\",\"field\":\"saddr\"}},"
                + "\"right\":{\"range\":[\"10.1.0.0\",\"10.2.0.255\"]}}}";
        assertEquals("deny ip {10.1.0.1 0.0.255.0, 10.2.0.1 0.0.0.0} any",
                RuleText.of(rules(masked + "," + ranged + ",{\"drop\":null}").get(0)));
    }
}
