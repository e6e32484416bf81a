package org.hopwarden.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpAddressTest {

    @ParameterizedTest
    @CsvSource({ "192.0.2.1,192.0.2.1", "255.255.255.255,255.255.255.255", "2001:DB8:0:0:1:0:0:1,2001:db8::1:0:0:1",
            "2001:db8:0:1:1:1:1:1,2001:db8:0:1:1:1:1:1", "0:0:0:0:0:0:0:0,::", "::1,::1", "fe80::,fe80::",
            "1:0:0:2:0:0:0:3,1:0:0:2::3", "::ffff:192.0.2.128,::ffff:192.0.2.128" })
    void readsLiteralsAndWritesThemAsRfc5952Says(String text, String canonical) {
        assertEquals(canonical, IpAddress.parse(text).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "1.2.3", "256.1.1.1", "1.2.3.4.5", "www.example.org", "1:2:3", "fe80::1%eth0", "[::1]",
            "::g", "12345", "0x7f.1", "1.2.3.4/24" })
    void refusesWhatIsNoLiteral(String text) {
        assertTrue(IpAddress.tryParse(text).isEmpty(), text);
        assertThrows(IllegalArgumentException.class, () -> IpAddress.parse(text));
    }

    @Test
    void everyAddressComesBackFromItsTextAndItsBytes() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = new byte[random.nextBoolean() ? 4 : 16];
            random.nextBytes(bytes);
            for (int b = 0; b < bytes.length; b++) {
                if (random.nextInt(3) > 0) {
                    bytes[b] = 0;
                }
            }
            IpAddress address = IpAddress.of(bytes);
            assertEquals(address, IpAddress.parse(address.toString()), "seed " + seed);
            assertEquals(address, IpAddress.of(address.toBytes()), "seed " + seed);
            if (address.isV4() || address.high() != 0) {
                assertEquals(InetAddress.getByAddress(bytes), address.toInetAddress(), "seed " + seed);
            }
        }
    }

    @Test
    void prefixesHoldTheirAddressesAndNoOthers() {
        IpPrefix prefix = IpPrefix.parse("10.9.4.0/22");
        assertTrue(prefix.contains(IpAddress.parse("10.9.7.255")));
        assertFalse(prefix.contains(IpAddress.parse("10.9.8.0")));
        assertFalse(prefix.contains(IpAddress.parse("::10.9.4.1")));
        assertTrue(IpPrefix.parse("2001:db8::/33").contains(IpAddress.parse("2001:db8:7fff::1")));
        assertFalse(IpPrefix.parse("2001:db8::/33").contains(IpAddress.parse("2001:db8:8000::")));
        assertTrue(IpPrefix.parse("::/0").contains(IpAddress.parse("ff::")));
        assertTrue(IpPrefix.parse("0.0.0.0/0").contains(IpAddress.parse("255.1.1.1")));
        var e = assertThrows(IllegalArgumentException.class, () -> IpPrefix.parse("10.9.5.0/22"));
        assertTrue(e.getMessage().contains("10.9.4.0/22"), e.getMessage());
        assertThrows(IllegalArgumentException.class, () -> IpPrefix.parse("10.0.0.0/33"));
        assertThrows(IllegalArgumentException.class, () -> IpPrefix.parse("10.0.0.0/"));
        assertEquals(IpPrefix.parse("10.9.4.0/22"), IpPrefix.containing(IpAddress.parse("10.9.6.6"), 22));
    }
}
