package org.hopwarden.cli.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Random;

import org.hopwarden.cli.kernel.RandomHookPackets.Wanted;
import org.hopwarden.engine.ReferenceEvaluator;
import org.hopwarden.engine.Verdict.Kind;
import org.hopwarden.interchange.ExportException;
import org.hopwarden.interchange.ExportOptions;
import org.hopwarden.interchange.ImportOptions;
import org.hopwarden.interchange.ImportResult;
import org.hopwarden.interchange.Interchange;
import org.hopwarden.rulemodel.ConnectionState;
import org.hopwarden.rulemodel.Policy;
import org.junit.jupiter.api.Test;

/** What is written for iptables and read back means what it meant. Needs no kernel. */
class IptablesRoundTripTest {

    private static final boolean FULL = Boolean.getBoolean("hopwarden.full");
    private static final int POLICIES = FULL ? 1000 : 40;
    private static final int PACKETS = 200;

    @Test
    void randomPoliciesKeepTheirMeaning() throws Exception {
        long seed = Long.getLong("hopwarden.seed", FULL ? System.nanoTime() : 9);
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        int written = 0;
        for (int n = 0; n < POLICIES; n++) {
            RandomHookPackets packets = new RandomHookPackets(random);
            Policy policy = new RandomKernelPolicies(random, packets, true).next();
            String text;
            try {
                text = write(policy, "iptables") + write(policy, "ip6tables");
            } catch (ExportException e) {
                continue;
            }
            written++;
            String place = "seed " + seed + ", policy " + n;
            Policy read = read(text, place);
            ReferenceEvaluator before = ReferenceEvaluator.of(policy);
            ReferenceEvaluator after = ReferenceEvaluator.of(read);
            for (HookPacket packet : packets.next(PACKETS, Wanted.BOTH)) {
                ConnectionState state = ConnectionState.values()[random.nextInt(ConnectionState.values().length)];
                boolean allowed = before.decide(packet.view(), packet.context().withState(state)).kind() == Kind.ALLOW;
                assertEquals(allowed, after.decide(packet.view(), packet.context().withState(state)).kind() == Kind.ALLOW,
                        () -> place + ": " + packet + " " + state + "\n"
                                + before.explain(packet.view(), packet.context().withState(state)) + "\n" + text);
            }
        }
        assertTrue(written > POLICIES / 2, "only " + written + " policies could be written");
    }

    private static Policy read(String text, String place) throws Exception {
        ImportResult result = Interchange.importer("iptables").orElseThrow().read(text.getBytes(StandardCharsets.UTF_8),
                ImportOptions.named("back"));
        assertTrue(result.notes().stream().noneMatch(note -> note.message().contains("not enabled")),
                () -> place + ": " + result.notes() + "\n" + text);
        return result.policy();
    }

    private static String write(Policy policy, String language) throws ExportException {
        return Interchange.exporter(language).orElseThrow().write(policy, ExportOptions.ALL).text();
    }
}
