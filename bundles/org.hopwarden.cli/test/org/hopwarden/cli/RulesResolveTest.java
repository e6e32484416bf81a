package org.hopwarden.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.hopwarden.net.IpAddress;
import org.hopwarden.rulemodel.AddressName;
import org.hopwarden.rulemodel.AddressObject;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.PolicyFiles;
import org.hopwarden.rulemodel.RulemodelFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesResolveTest {

    private static final IpAddress OLD = IpAddress.parse("192.0.2.99");

    @TempDir
    private Path folder;

    private Path policy(String... names) throws IOException {
        Policy policy = RulemodelFactory.eINSTANCE.createPolicy();
        AddressObject hosts = RulemodelFactory.eINSTANCE.createAddressObject();
        hosts.setName("hosts");
        for (String name : names) {
            AddressName term = RulemodelFactory.eINSTANCE.createAddressName();
            term.setName(name);
            term.getAddresses().add(OLD);
            hosts.getTerms().add(term);
        }
        policy.getAddressObjects().add(hosts);
        Path file = folder.resolve("p.hwpolicy");
        PolicyFiles.save(policy, file);
        return file;
    }

    private static List<IpAddress> addresses(Path file, int term) throws IOException {
        return ((AddressName) PolicyFiles.load(file).getAddressObjects().get(0).getTerms().get(term)).getAddresses();
    }

    @Test
    void namesGetTheAddressesOfNow() throws IOException {
        Path file = policy("localhost");
        CommandRun run = CommandRun.of("rules", "resolve", file.toString());
        assertEquals(0, run.code(), run.err());
        assertTrue(addresses(file, 0).stream().allMatch(address -> address.toString().matches("127\\.0\\.0\\.1|::1")),
                () -> run.out());
        assertTrue(run.out().contains("was 192.0.2.99"), run.out());
        CommandRun again = CommandRun.of("rules", "resolve", file.toString());
        assertTrue(again.out().contains("as before"), again.out());
    }

    @Test
    void aNameThatCannotBeLookedUpKeepsWhatItHad() throws IOException {
        Path file = policy("no such host", "localhost");
        CommandRun run = CommandRun.of("rules", "resolve", file.toString());
        assertEquals(1, run.code());
        assertTrue(run.err().contains("'no such host' cannot be looked up; it keeps 192.0.2.99"), run.err());
        assertEquals(List.of(OLD), addresses(file, 0));
        assertTrue(!addresses(file, 1).contains(OLD));
    }

    @Test
    void aTrialWritesNothing() throws IOException {
        Path file = policy("localhost");
        byte[] before = Files.readAllBytes(file);
        CommandRun run = CommandRun.of("rules", "resolve", "--dry-run", file.toString());
        assertEquals(0, run.code(), run.err());
        assertArrayEquals(before, Files.readAllBytes(file));
    }
}
