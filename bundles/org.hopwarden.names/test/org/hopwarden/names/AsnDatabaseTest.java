package org.hopwarden.names;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import org.hopwarden.names.HostInfo.Network;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpPrefix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AsnDatabaseTest {

    @TempDir
    private Path folder;

    private AsnDatabase open(byte[] bytes) throws IOException {
        return AsnDatabase.open(Files.write(folder.resolve("test.mmdb"), bytes));
    }

    private static byte[] sample() {
        return new MmdbWriter(6)
                .put("192.0.2.0/24", Map.of("autonomous_system_number", 64500L, "autonomous_system_organization", "Beispiel & Söhne"))
                .put("198.51.100.0/25", Map.of("asn", "AS64501", "as_name", "Example Net"))
                .put("2001:db8:5::/48", Map.of("autonomous_system_number", 4_200_000_000L))
                .put("203.0.113.0/24", Map.of("country", "nowhere")).bytes();
    }

    private static Optional<Network> network(long asn, String name, String prefix) {
        return Optional.of(new Network(asn, name, IpPrefix.parse(prefix)));
    }

    @Test
    void findsNetworksOfBothVersions() throws IOException {
        try (AsnDatabase database = open(sample())) {
            assertEquals(network(64500, "Beispiel & Söhne", "192.0.2.0/24"), database.lookup(IpAddress.parse("192.0.2.77")));
            assertEquals(network(64501, "Example Net", "198.51.100.0/25"), database.lookup(IpAddress.parse("198.51.100.127")));
            assertEquals(Optional.empty(), database.lookup(IpAddress.parse("198.51.100.128")));
            assertEquals(network(4_200_000_000L, "", "2001:db8:5::/48"), database.lookup(IpAddress.parse("2001:db8:5:ffff::1")));
            assertEquals(Optional.empty(), database.lookup(IpAddress.parse("2001:db8:6::1")));
            assertEquals(Optional.empty(), database.lookup(IpAddress.parse("203.0.113.1")), "fields that say nothing of networks");
        }
    }

    @Test
    void aDatabaseOfIpv4KnowsNothingOfIpv6() throws IOException {
        try (AsnDatabase database = open(new MmdbWriter(4).put("10.0.0.0/8", Map.of("autonomous_system_number", 64512L)).bytes())) {
            assertEquals(network(64512, "", "10.0.0.0/8"), database.lookup(IpAddress.parse("10.1.2.3")));
            assertEquals(Optional.empty(), database.lookup(IpAddress.parse("2001:db8::1")));
        }
    }

    @Test
    void whatIsNoDatabaseIsRefusedWithARemedy() throws IOException {
        byte[] whole = sample();
        for (byte[] bytes : new byte[][] { {}, "no database".getBytes(), Arrays.copyOf(whole, whole.length / 2) }) {
            AsnDatabaseException e = assertThrows(AsnDatabaseException.class, () -> open(bytes).close());
            assertTrue(e.getMessage().contains("test.mmdb"), e.getMessage());
            assertTrue(e.remedy().contains(".mmdb"), e.remedy());
        }
        assertTrue(assertThrows(AsnDatabaseException.class, () -> AsnDatabase.open(folder.resolve("gone.mmdb"))).getMessage()
                .contains("there is no"));
        assertThrows(AsnDatabaseException.class, () -> AsnDatabase.open(folder));
    }

    /** Whatever is wrong with the bytes, it is told as such. */
    @Test
    void damageIsNeverAnythingElse() throws IOException {
        int runs = Boolean.getBoolean("hopwarden.full") ? 20_000 : 1_000;
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        byte[] whole = sample();
        for (int run = 0; run < runs; run++) {
            byte[] damaged = whole.clone();
            for (int i = random.nextInt(4); i >= 0; i--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            try (AsnDatabase database = open(damaged)) {
                for (String address : new String[] { "192.0.2.77", "198.51.100.1", "2001:db8:5::1" }) {
                    database.lookup(IpAddress.parse(address));
                }
            } catch (AsnDatabaseException e) {
                assertTrue(e.getMessage().contains("test.mmdb"), e.getMessage());
            } catch (RuntimeException | Error e) {
                throw new AssertionError("seed " + seed + ", run " + run, e);
            }
        }
    }
}
