package org.hopwarden.cli.kernel;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

import org.hopwarden.cli.kernel.RandomHookPackets.Wanted;
import org.hopwarden.engine.PacketContext;
import org.hopwarden.engine.ReferenceEvaluator;
import org.hopwarden.engine.Verdict.Kind;
import org.hopwarden.interchange.ExportOptions;
import org.hopwarden.interchange.ImportOptions;
import org.hopwarden.interchange.Interchange;
import org.hopwarden.rulemodel.Policy;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The kernel says of every packet what the reference evaluator says, of policies written for nft and of what it dumps. */
class NftKernelTest {

    private static final boolean FULL = Boolean.getBoolean("hopwarden.full");
    private static final int POLICIES = FULL ? 400 : 30;
    private static final int PACKETS = 200;
    private static final long SEED = Long.getLong("hopwarden.seed", FULL ? System.nanoTime() : 7);

    @BeforeAll
    static void needsTheKernel() {
        KernelJudge.obstacle().ifPresent(why -> assumeTrue(false, why));
    }

    @Test
    void whatIsWrittenMeansTheSameInTheKernel() throws Exception {
        hold(false);
    }

    @Test
    void statesOfConnectionsMeanTheSameInTheKernel() throws Exception {
        hold(true);
    }

    private static void hold(boolean states) throws Exception {
        System.out.println("seed " + SEED);
        Random random = new Random(SEED);
        int told = 0;
        int stopped = 0;
        try (KernelJudge judge = KernelJudge.open()) {
            if (states) {
                judge.trackConnections();
            }
            for (int n = 0; n < (states ? POLICIES / 4 : POLICIES); n++) {
                RandomHookPackets packets = new RandomHookPackets(random);
                Policy policy = new NftPolicies(random, packets, states).next();
                String text = Interchange.exporter("nft").orElseThrow().write(policy, ExportOptions.ALL).text();
                List<HookPacket> all = packets.next(PACKETS, Wanted.BOTH);
                judge.load(text, "nft", "-f", "-").orThrow();
                List<Ruling> rulings = judge.judge(all);
                ReferenceEvaluator written = ReferenceEvaluator.of(policy);
                for (int i = 0; i < all.size(); i++) {
                    Ruling ruling = rulings.get(i);
                    if (!ruling.reaches()) {
                        continue;
                    }
                    PacketContext context = ruling.state().map(all.get(i).context()::withState).orElse(all.get(i).context());
                    boolean passes = written.decide(all.get(i).view(), context).kind() == Kind.ALLOW;
                    if (passes != ruling.passed()) {
                        java.nio.file.Files.writeString(java.nio.file.Path.of("/tmp/nftw/fail.nft"), text);
                        fail("seed " + SEED + ", policy " + n + ": " + all.get(i) + " passes: " + passes + ", in the kernel: "
                                + ruling.passed() + "\n" + written.explain(all.get(i).view(), context) + "\n" + text);
                    }
                    told++;
                    stopped += passes ? 0 : 1;
                }
            }
        }
        int judged = told;
        int denied = stopped;
        assertTrue(judged > denied * 10 / 9 && denied > judged / 10, judged + " judged, " + denied + " stopped");
    }
}
