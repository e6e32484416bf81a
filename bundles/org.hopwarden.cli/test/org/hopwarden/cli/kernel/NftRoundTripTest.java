package org.hopwarden.cli.kernel;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

import org.hopwarden.analysis.PolicyDiff;
import org.hopwarden.engine.RejectWith;
import org.hopwarden.interchange.ExportOptions;
import org.hopwarden.interchange.ImportNote;
import org.hopwarden.interchange.ImportOptions;
import org.hopwarden.interchange.ImportResult;
import org.hopwarden.interchange.Interchange;
import org.hopwarden.net.IpVersion;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.Chains;
import org.hopwarden.rulemodel.InterfaceName;
import org.hopwarden.rulemodel.Match;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.RejectType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A policy that is written for nft, loaded into the kernel, listed and read again means what it meant, for every packet. Rates
 * are compared by {@link NftKernelTest}: one that is listed stands in other words.
 */
class NftRoundTripTest {

    private static final boolean FULL = Boolean.getBoolean("hopwarden.full");
    private static final int POLICIES = FULL ? 1000 : 30;
    private static final String FIXTURES = "bundles/org.hopwarden.interchange/test/org/hopwarden/interchange/";

    @BeforeAll
    static void needsTheKernel() {
        KernelJudge.obstacle().ifPresent(why -> assumeTrue(false, why));
    }

    @Test
    void randomPoliciesKeepTheirMeaning() throws Exception {
        long seed = Long.getLong("hopwarden.seed", FULL ? System.nanoTime() : 12);
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        try (KernelJudge kernel = KernelJudge.open()) {
            for (int n = 0; n < POLICIES; n++) {
                Policy policy = new NftPolicies(random, new RandomHookPackets(random), n % 3 == 0).forDiff().next();
                goAround(kernel, policy, ExportOptions.ALL, "seed " + seed + ", policy " + n);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({ "ios, border1.ios", "ios, border1-back.ios", "ios, icmp-minimum.ios", "iptables, gateway.iptables",
        "iptables, gateway-back.iptables", "nft, ruleset.nft.json" })
    void fixturesKeepTheirMeaning(String language, String file) throws Exception {
        String home = System.getProperty("hopwarden.home");
        assumeTrue(home != null, "needs the system property hopwarden.home, the root of the checkout");
        byte[] content = Files.readAllBytes(Path.of(home, FIXTURES, file));
        Policy policy = Interchange.importer(language).orElseThrow().read(content, ImportOptions.named(file)).policy();
        makeSayable(policy);
        try (KernelJudge kernel = KernelJudge.open()) {
            if (Chains.anyBound(policy) || Chains.uncalled(policy).size() < 2) {
                goAround(kernel, policy, ExportOptions.ALL, file);
                return;
            }
            for (Chain chain : Chains.uncalled(policy)) {
                goAround(kernel, policy, new ExportOptions(chain.getName(), false), file + ", chain " + chain.getName());
            }
        }
    }

    /**
     * Linux knows no interface of names as long as a router's, nftables no weekly periods in local time, and a rate that is listed
     * stands in other words.
     */
    private static void makeSayable(Policy policy) {
        policy.eAllContents().forEachRemaining(part -> {
            if (part instanceof InterfaceName name) {
                name.setPattern(name.getPattern().replace("GigabitEthernet", "ge").replace('/', '-'));
            } else if (part instanceof Match match) {
                match.setSchedule(null);
                match.setRate(null);
            }
        });
    }

    private static void goAround(KernelJudge kernel, Policy policy, ExportOptions options, String what) throws Exception {
        String text = Interchange.exporter("nft").orElseThrow().write(policy, options).text();
        kernel.load(text, "nft", "-f", "-").orThrow();
        String listed = kernel.ask("nft", "-j", "list", "table", "inet", "hopwarden");
        ImportResult result = Interchange.importer("nft").orElseThrow().read(listed.getBytes(StandardCharsets.UTF_8),
                ImportOptions.named("listed"));
        for (ImportNote note : result.notes()) {
            assertTrue(note.message().contains("no packet can match"), () -> what + ": " + note + "\n" + text);
        }
        PolicyDiff diff = PolicyDiff.of(policy, options.chain(), result.policy(), null);
        List<PolicyDiff.Change> changes = diff.changes().stream().filter(change -> !isSameAnswer(change)).toList();
        assertTrue(changes.isEmpty() && diff.isComplete(), () -> what + ": " + changes.size() + " changes, such as "
                + changes.subList(0, Math.min(3, changes.size())) + "\n" + text);
    }

    /** For IPv6 several ways to reject send the same message, of which one is read back. */
    private static boolean isSameAnswer(PolicyDiff.Change change) {
        RejectType from = rejectType(change.from());
        RejectType to = rejectType(change.to());
        return from != null && to != null && change.witness().packet().version() == IpVersion.V6
                && from != RejectType.TCP_RESET && to != RejectType.TCP_RESET
                && RejectWith.of(from).code(IpVersion.V6) == RejectWith.of(to).code(IpVersion.V6);
    }

    private static RejectType rejectType(String word) {
        return word.startsWith("reject with ") ? RejectType.get(word.substring("reject with ".length())) : null;
    }
}
