package org.hopwarden.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Random;

import org.hopwarden.engine.PacketContext.Program;
import org.hopwarden.net.PacketView;
import org.hopwarden.rulemodel.ConnectionState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DescribedPacketTest {

    private static final long SEED = Long.getLong("hopwarden.seed", 77);
    private static final int PACKETS = Boolean.getBoolean("hopwarden.full") ? 1_000_000 : 20_000;

    @Test
    void theWordsOfAnAnswerToATraceGiveItsHeaders() {
        DescribedPacket packet = DescribedPacket.parse("icmp time-exceeded from 192.0.2.1 to 198.51.100.7 in on eth0");
        PacketView view = packet.view();
        assertEquals("192.0.2.1 > 198.51.100.7 icmp time exceeded, ttl 64, 56 bytes", view.toString());
        assertTrue(view.isHeaderChecksumValid() && view.isTransportChecksumValid());
        PacketView quoted = new PacketView();
        assertTrue(view.quote(quoted));
        assertEquals("198.51.100.7", quoted.source().toString());
        assertEquals("eth0", packet.context().inInterface());
        assertEquals(Direction.IN, packet.context().direction());
        assertEquals(ConnectionState.UNTRACKED, packet.context().state());
        assertEquals("icmp time-exceeded from 192.0.2.1 to 198.51.100.7 in on eth0", packet.words());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "tcp from 192.0.2.1 to 192.0.2.2|tcp from 192.0.2.1 port 40000 to 192.0.2.2 port 80 flags syn forward",
            "tcp from 2001:db8::1 to 2001:db8::2 port www ack,psh out on eth1 state established|tcp from 2001:db8::1 port 40000"
                    + " to 2001:db8::2 port 80 flags psh,ack out on eth1 state established",
            "UDP from 192.0.2.1 port domain to 192.0.2.2 port 5000 in mark 0x10 length 100 dscp 46 ttl 3|udp from 192.0.2.1"
                    + " port 53 to 192.0.2.2 port 5000 in ttl 3 dscp 46 length 100 mark 16",
            "tcp from 192.0.2.1 to 192.0.2.2 fragment 1480 more|tcp from 192.0.2.1 to 192.0.2.2 forward fragment 1480 more",
            "icmp port-unreachable from 192.0.2.1 to 192.0.2.2|icmp port-unreachable from 192.0.2.1 to 192.0.2.2 forward",
            "icmp 3 from 192.0.2.1 to 192.0.2.2|icmp net-unreachable from 192.0.2.1 to 192.0.2.2 forward",
            "icmp from 2001:db8::1 to 2001:db8::2|icmpv6 echo from 2001:db8::1 to 2001:db8::2 forward",
            "icmpv6 type 1 code 4 from 2001:db8::1 to 2001:db8::2|icmpv6 1/4 from 2001:db8::1 to 2001:db8::2 forward",
            "gre from 192.0.2.1 to 192.0.2.2|gre from 192.0.2.1 to 192.0.2.2 forward",
            "tcp from 192.0.2.1 to 192.0.2.2 out application \"/opt/a b\" user alice in-interface lo|tcp from 192.0.2.1 port"
                    + " 40000 to 192.0.2.2 port 80 flags syn out in-interface lo application \"/opt/a b\" user alice",
            "tcp from 192.0.2.1 to 192.0.2.2 flags - length 28 at 2026-01-31T08:00:00Z|tcp from 192.0.2.1 port 40000"
                    + " to 192.0.2.2 port 80 forward length 28 at 2026-01-31T08:00:00Z",
    })
    void wordsAreReadAndComeBackWhole(String words, String whole) {
        DescribedPacket packet = DescribedPacket.parse(words.replace("flags - ", ""));
        assertEquals(whole, packet.words());
        assertEquals(packet, DescribedPacket.parse(whole));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "''|no packet is described", "to 192.0.2.1|begins with its protocol",
            "icmp ecco from 192.0.2.1 to 192.0.2.2|no message of ICMP is called 'ecco'",
            "icmp echo from 192.0.2.1|destination: an address is missing",
            "icmp echo from 192.0.2.1 to 192.0.2.999|destination: '192.0.2.999' is no IP address",
            "icmp echo from 192.0.2.1 to 2001:db8::1|different IP versions",
            "icmp echo from 192.0.2.1 to 192.0.2.2 port 7|destination port: a packet of icmp over IPv4 has none",
            "tcp from 192.0.2.1 to 192.0.2.2 fragment 8 syn|TCP flags: a fragment other than the first has none",
            "tcp from 192.0.2.1 to 192.0.2.2 fragment 9|fragment offset: a multiple of 8",
            "tcp from 192.0.2.1 to 192.0.2.2 port 80 length 22|destination port: the packet is too short",
            "tcp from 192.0.2.1 to 192.0.2.2 length 19|length: a number in 20..65535",
            "tcp from 192.0.2.1 to 192.0.2.2 in out|direction: is said twice",
            "tcp from 192.0.2.1 to 192.0.2.2 state old|state: new, established",
            "tcp from 192.0.2.1 to 192.0.2.2 at noon|time: a time such as", "tcp from 192.0.2.1 to 192.0.2.2 ttl|behind 'ttl'",
            "tcp from 192.0.2.1 to 192.0.2.2 quickly|'quickly' is no word", "tcp port 80 from 192.0.2.1|behind the address",
            "icmpv6 from 192.0.2.1 to 192.0.2.2|between addresses of IPv6", "klingon from 192.0.2.1|begins with its protocol",
            "60 from 2001:db8::1 to 2001:db8::2 length 60|extension header" })
    void whatContradictsItselfIsRefusedByItsField(String words, String message) {
        PacketFieldException refused = assertThrows(PacketFieldException.class, () -> DescribedPacket.parse(words));
        assertTrue(refused.getMessage().contains(message), refused.getMessage());
    }

    /** Whatever a policy can see of a packet is kept on every way there and back. */
    @Test
    void randomPacketsKeepWhatRulesLookAt() {
        Random random = new Random(SEED);
        RandomPolicies.Pool pool = RandomPolicies.Pool.of(random);
        RandomPackets packets = new RandomPackets(random, pool);
        for (int i = 0; i < PACKETS; i++) {
            PacketView packet = packets.next();
            if (packet.isValid()) {
                PacketContext context = context(random);
                DescribedPacket described = DescribedPacket.of(packet, context);
                String seed = "seed " + SEED + ", packet " + i + ": " + described;
                assertEquals(seen(packet), seen(described.view()), seed);
                assertEquals(context, described.context(), seed);
                assertEquals(described, described.draft().build(), seed);
                assertEquals(described, DescribedPacket.parse(described.words()), seed);
            }
        }
    }

    private static PacketContext context(Random random) {
        PacketContext context = PacketContext.of(Direction.values()[random.nextInt(3)])
                .withInterfaces(random.nextBoolean() ? "" : "eth0", random.nextBoolean() ? "" : "wlan 1")
                .withState(ConnectionState.values()[random.nextInt(ConnectionState.values().length)])
                .withMark(random.nextBoolean() ? 0 : random.nextInt()).at(Instant.ofEpochSecond(random.nextInt()));
        return random.nextBoolean() ? context : context.withProgram(new Program("/usr/bin/a b", random.nextBoolean() ? "" : "eve"));
    }

    private static List<Object> seen(PacketView packet) {
        assertTrue(packet.isValid());
        return List.of(packet.source(), packet.destination(), packet.protocol(), packet.sourcePort(), packet.destinationPort(),
                packet.icmpType(), packet.icmpCode(), packet.tcpFlags(), packet.fragmentOffset(), packet.moreFragments(),
                packet.ttl(), packet.dscp(), packet.statedLengthBytes());
    }

    @Test
    void damagedWordsArePacketsOrRefused() {
        Random random = new Random(SEED);
        List<String> starts = List.of("icmp time-exceeded from 192.0.2.1 to 198.51.100.7 in on eth0",
                "tcp from 2001:db8::1 port www to 2001:db8::2 port 443 ack,psh out on eth1 state established ttl 3 mark 0x10",
                "udp from 192.0.2.1 to 192.0.2.2 fragment 1480 more application \"/usr/bin/a b\" at 2026-01-31T08:00:00Z");
        int read = 0;
        for (int n = 0; n < PACKETS; n++) {
            StringBuilder words = new StringBuilder(starts.get(random.nextInt(starts.size())));
            for (int times = random.nextInt(3); times >= 0 && words.length() > 1; times--) {
                int at = random.nextInt(words.length());
                switch (random.nextInt(4)) {
                    case 0 -> words.setCharAt(at, (char) random.nextInt(0x10000));
                    case 1 -> words.insert(at, " \"9-,:".charAt(random.nextInt(6)));
                    case 2 -> words.setLength(at);
                    default -> words.delete(at, Math.min(words.length(), at + 1 + random.nextInt(8)));
                }
            }
            try {
                DescribedPacket packet = DescribedPacket.parse(words.toString());
                assertEquals(packet.words(), DescribedPacket.parse(packet.words()).words(), () -> "seed " + SEED + ": " + words);
                read++;
            } catch (PacketFieldException e) {
                assertTrue(e.getMessage() != null && !e.getMessage().isBlank(), () -> "seed " + SEED + ": " + words);
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + SEED + ": " + words, e);
            }
        }
        assertTrue(read > PACKETS / 50, "some damaged words are still packets: " + read);
    }
}
