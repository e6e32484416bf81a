package org.hopwarden.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.eclipse.emf.ecore.util.EcoreUtil;
import org.hopwarden.analysis.PolicyDiff;
import org.hopwarden.interchange.ExportOptions;
import org.hopwarden.interchange.ExportResult;
import org.hopwarden.interchange.ImportOptions;
import org.hopwarden.interchange.Interchange;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.Chains;
import org.hopwarden.rulemodel.Disposition;
import org.hopwarden.rulemodel.IpFamily;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.PolicyProblems;
import org.hopwarden.rulemodel.Reject;
import org.hopwarden.rulemodel.RulemodelFactory;
import org.junit.jupiter.api.Test;

/**
 * Policies mean the same behind an export and an import: {@code rules diff} finds no packet at all that gets another verdict. Those
 * of iptables that are made at random stand with their kernel's tests.
 */
class RoundTripTest {

    private static final boolean FULL = Boolean.getBoolean("hopwarden.full");
    private static final int POLICIES = FULL ? 1000 : 40;

    /** Lists that are bound to nothing: a list of each IP version comes back, each of which means what the chain means there. */
    @Test
    void randomListsOfIosAreEqual() throws Exception {
        long seed = seed();
        int compared = 0;
        for (int n = 0; compared < POLICIES; n++) {
            assertTrue(n < 2 * POLICIES, "only " + compared + " policies could be written");
            String place = "seed " + (seed + n);
            Policy policy = new RandomIosPolicies(new Random(seed + n)).policy();
            ExportResult written = writtenInFull(policy, place);
            if (written == null) {
                continue;
            }
            Policy back = read("ios", written.text(), Disposition.DENY);
            for (IpFamily version : List.of(IpFamily.V4, IpFamily.V6)) {
                Policy half = asWritten(policy);
                half.getChains().get(0).setIpVersion(version);
                assertEqualMeaning(PolicyDiff.of(half, "border", back, list(back, version)), place + "\n" + written.text());
            }
            compared++;
        }
    }

    @Test
    void randomConfigurationsOfIosAreEqual() throws Exception {
        long seed = seed();
        int compared = 0;
        for (int n = 0; compared < POLICIES; n++) {
            assertTrue(n < 2 * POLICIES, "only " + compared + " policies could be written");
            String place = "seed " + (seed + n);
            Policy policy = new RandomIosPolicies(new Random(seed + n)).boundPolicy();
            assertEquals(List.of(), PolicyProblems.of(policy), place);
            ExportResult written = writtenInFull(policy, place);
            if (written == null) {
                continue;
            }
            Policy back = read("ios", written.text(), Disposition.ALLOW);
            assertEqualMeaning(PolicyDiff.of(asWritten(policy), back), place + "\n" + written.text());
            compared++;
        }
    }

    @Test
    void eachFixtureIsEqual() throws Exception {
        String home = System.getProperty("hopwarden.home");
        assumeTrue(home != null, "needs the system property hopwarden.home, the root of the checkout");
        int compared = 0;
        for (Path file : fixtures(Path.of(home))) {
            for (Disposition elsewhere : List.of(Disposition.ALLOW, Disposition.DENY)) {
                String language = file.toString().endsWith(".iptables") ? "iptables" : "ios";
                Policy policy = read(language, Files.readString(file), elsewhere);
                String text = write(policy, language).text()
                        + (language.equals("iptables") ? write(policy, "ip6tables").text() : "");
                Policy back = read(language, text, elsewhere);
                if (Chains.anyBound(policy)) {
                    assertEqualMeaning(PolicyDiff.of(policy, back), file + "\n" + text);
                } else {
                    for (Chain chain : policy.getChains()) {
                        assertEqualMeaning(PolicyDiff.of(policy, chain.getName(), back, chain.getName()), file + "\n" + text);
                    }
                }
            }
            compared++;
        }
        assertTrue(compared >= 6, "only " + compared + " fixtures were found below " + home);
    }

    private static List<Path> fixtures(Path home) throws IOException {
        try (Stream<Path> files = Stream.concat(
                Files.walk(home.resolve("bundles/org.hopwarden.interchange/test")), Files.walk(home.resolve("examples"), 1))) {
            return files.filter(file -> file.toString().matches(".*\\.(ios|acl|iptables)")).sorted().toList();
        }
    }

    /** Null where a rule would need more entries than are written. */
    private static ExportResult writtenInFull(Policy policy, String place) throws Exception {
        ExportResult written = write(policy, "ios");
        if (written.losses().stream().anyMatch(loss -> loss.contains("more than 10000 entries"))
                || written.text().lines().count() > 600) {
            return null;
        }
        assertTrue(written.losses().stream().noneMatch(loss -> loss.contains("as a remark")), () -> place + ": " + written.losses());
        return written;
    }

    private static void assertEqualMeaning(PolicyDiff diff, String place) {
        assertEquals(List.of(), diff.changes(), place);
        assertTrue(diff.isComplete(), place);
    }

    /** The policy with what the export declares as its loss: IOS denies what is rejected. */
    private static Policy asWritten(Policy policy) {
        Policy copy = EcoreUtil.copy(policy);
        copy.getChains().stream().flatMap(chain -> chain.getRules().stream()).filter(rule -> rule.getAction() instanceof Reject)
                .forEach(rule -> rule.setAction(RulemodelFactory.eINSTANCE.createDeny()));
        return copy;
    }

    private static long seed() {
        long seed = Long.getLong("hopwarden.seed", FULL ? System.nanoTime() : 21);
        System.out.println("seed " + seed);
        return seed;
    }

    private static String list(Policy policy, IpFamily version) {
        return policy.getChains().stream().filter(chain -> chain.getIpVersion() == version).map(Chain::getName).findFirst()
                .orElseThrow();
    }

    private static ExportResult write(Policy policy, String language) throws Exception {
        return Interchange.exporter(language).orElseThrow().write(policy, ExportOptions.ALL);
    }

    private static Policy read(String language, String text, Disposition elsewhere) throws Exception {
        return Interchange.importer(language).orElseThrow().read(text.getBytes(UTF_8), new ImportOptions("p", elsewhere)).policy();
    }
}
