package org.hopwarden.cli.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import org.hopwarden.cli.kernel.RandomHookPackets.Wanted;
import org.hopwarden.engine.PacketContext;
import org.hopwarden.engine.ReferenceEvaluator;
import org.hopwarden.engine.Verdict;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.PolicyFiles;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The kernel and the engine together decide each packet as the reference evaluator does, whichever of them it comes to: by random policies, each in the
 * place of the one before, of which rules for programs, times, rates for each address and such as ask are not settled.
 */
class KernelTogetherTest {

    private static final boolean FULL = Boolean.getBoolean("hopwarden.full");
    private static final int POLICIES = FULL ? 300 : 16;
    private static final int PACKETS = 200;
    private static final long SEED = Long.getLong("hopwarden.seed", FULL ? System.nanoTime() : 12);

    @TempDir
    private Path folder;

    @BeforeAll
    static void needsTheKernel() {
        KernelJudge.obstacle().ifPresent(why -> assumeTrue(false, why));
    }

    @AfterAll
    static void asItWas() {
        UnsettledPolicies.asItWas();
    }

    @Test
    void whatPassesIsWhatTheReferenceAllows() throws Exception {
        System.out.println("seed " + SEED);
        Random random = new Random(SEED);
        int passed = 0;
        int stopped = 0;
        int inEngine = 0;
        int notTaken = 0;
        try (KernelJudge judge = KernelJudge.open()) {
            assumeTrue(judge.load("", "sh", "-c", "cat /proc/thread-self/net/netfilter/nfnetlink_queue && iptables -w 10 -t mangle -S"
                    + " && ip6tables -w 10 -t mangle -S").exitCode() == 0, "skipped: no queues or no iptables here");
            Process enforcing = judge.process(System.getProperty("java.home") + "/bin/java", "--enable-native-access=ALL-UNNAMED",
                    "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), KernelProgram.class.getName())
                    .redirectError(ProcessBuilder.Redirect.INHERIT).start();
            try (Writer orders = enforcing.outputWriter(StandardCharsets.UTF_8); BufferedReader answers = enforcing.inputReader(StandardCharsets.UTF_8)) {
                for (int n = 0; n < POLICIES; n++) {
                    RandomHookPackets packets = new RandomHookPackets(random);
                    Policy policy = UnsettledPolicies.of(n, random, packets, false);
                    if (n % 4 > 0) {
                        UnsettledPolicies.unsettle(policy, random);
                    }
                    String answer = order(policy, n, orders, answers);
                    if (answer.startsWith("not taken: ")) {
                        notTaken++;
                        continue;
                    }
                    assertTrue(answer.startsWith("at work: ") && answer.contains(" 0 failed"), answer);
                    inEngine += answer.endsWith("engine") ? 1 : 0;
                    ReferenceEvaluator evaluator = ReferenceEvaluator.of(policy);
                    List<HookPacket> all = packets.next(PACKETS, Wanted.BOTH);
                    List<Ruling> rulings = judge.judge(all);
                    for (int i = 0; i < all.size(); i++) {
                        if (rulings.get(i).reaches()) {
                            PacketContext context = all.get(i).context().at(Instant.now());
                            boolean allowed = evaluator.decide(all.get(i).view(), context).kind() == Verdict.Kind.ALLOW;
                            if (allowed != rulings.get(i).passed()) {
                                fail("seed " + SEED + ", policy " + n + ": " + all.get(i) + (allowed ? " does not pass\n" : " passes\n")
                                        + evaluator.explain(all.get(i).view(), context));
                            }
                            passed += allowed ? 1 : 0;
                            stopped += allowed ? 0 : 1;
                        }
                    }
                }
            }
            assertTrue(enforcing.waitFor(2, TimeUnit.MINUTES));
            assertEquals(0, enforcing.exitValue());
            assertEquals("", judge.ask("sh", "-c", "(nft list tables; iptables -w 10 -t mangle -S; ip6tables -w 10 -t mangle -S) | grep -i hopwarden || true"));
        }
        System.out.println(passed + " passed, " + stopped + " stopped, " + inEngine + " policies partly in the engine, " + notTaken + " not taken");
        assertTrue(passed > 100 && stopped > 100 && inEngine > POLICIES / 4 && notTaken <= POLICIES / 4,
                passed + " passed, " + stopped + " stopped, " + inEngine + " partly in the engine, " + notTaken + " not taken");
    }

    private String order(Policy policy, int number, Writer orders, BufferedReader answers) throws IOException {
        Path file = folder.resolve(number + ".hwpolicy");
        PolicyFiles.save(policy, file);
        orders.append(file.toString()).append('\n').flush();
        String answer = answers.readLine();
        assertTrue(answer != null, "the enforcement has ended");
        return answer;
    }
}
