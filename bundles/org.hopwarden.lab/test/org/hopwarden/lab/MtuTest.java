package org.hopwarden.lab;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.hopwarden.net.IcmpType;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpHeader;
import org.hopwarden.net.PacketBuilder;
import org.hopwarden.net.PacketView;
import org.hopwarden.packetio.PacketPortException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Links with an MTU, on the chain a - r1 - r2 - r3 - z whose link r2 - r3 is the narrow one. */
class MtuTest {

    private static final String V4 = "10.0.4.2";
    private static final String V6 = "2001:db8:4::2";

    private static String narrow(int mtu) {
        String chain = Wire.CHAIN.replace("latency = \"4 ms\"", "latency = \"4 ms\"\nmtu = " + mtu);
        return mtu < 1280 ? chain.replaceAll(", \"2001:[0-9a-f:/]*\"", "") : chain;
    }

    private static String narrow(int mtu, String reports) {
        return narrow(mtu).replace("name = \"r2\"", "name = \"r2\"\ntoo-big = \"" + reports + "\"");
    }

    /** An echo request of this many bytes in all. */
    private static MemorySegment echo(Wire wire, String to, int bytes, boolean dontFragment) throws Exception {
        IpHeader ip = wire.to(to, 64);
        byte[] payload = new byte[bytes - (ip.destination().isV6() ? 48 : 28)];
        new Random(bytes).nextBytes(payload);
        return PacketBuilder.echoRequest(dontFragment ? ip.withDontFragment() : ip, 7, 1, payload);
    }

    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void whatJustFitsPassesAndOneByteMoreIsReported(boolean v6) throws Exception {
        try (Wire wire = Wire.at(narrow(1400))) {
            String to = v6 ? V6 : V4;
            wire.send(echo(wire, to, 1400, true)).run();
            assertEquals(v6 ? IcmpType.V6_ECHO_REPLY : IcmpType.ECHO_REPLY, wire.only().view().icmpType());
            wire.all.clear();

            MemorySegment tooLong = echo(wire, to, 1401, true);
            wire.send(tooLong).run();
            PacketView report = wire.only().view();
            assertEquals(IpAddress.parse(v6 ? "2001:db8:2::2" : "10.0.2.2"), report.source());
            assertEquals(v6 ? IcmpType.V6_PACKET_TOO_BIG : IcmpType.UNREACHABLE, report.icmpType());
            assertEquals(v6 ? 0 : IcmpType.CODE_FRAGMENTATION_NEEDED, report.icmpCode());
            assertEquals(1400, report.icmpMtu());
            assertTrue(report.isTransportChecksumValid());
            PacketView quote = new PacketView();
            assertTrue(report.quote(quote));
            assertEquals(1401, quote.statedLengthBytes());
            assertEquals(1, wire.network.statistics().dropped(DropReason.TOO_BIG));
            Balance.check(wire.network, "too big");
        }
    }

    @ParameterizedTest
    @CsvSource({ "false,zero,0", "true,zero,0", "false,nothing,-1", "true,nothing,-1" })
    void aRouterMayTellLessOrNothing(boolean v6, String reports, int mtu) throws Exception {
        try (Wire wire = Wire.at(narrow(1400, reports))) {
            wire.send(echo(wire, v6 ? V6 : V4, 1401, true)).run();
            assertEquals(mtu < 0 ? 0 : 1, wire.received().size());
            if (mtu >= 0) {
                assertEquals(mtu, wire.only().view().icmpMtu());
            }
            assertEquals(1, wire.network.statistics().dropped(DropReason.TOO_BIG));
            wire.all.clear();
            wire.send(wire.echo(v6 ? V6 : V4, 2, 1)).run();
            assertEquals(1, wire.received().size(), "it reports the end of a TTL all the same");
        }
    }

    @Test
    void theEndOfTheTtlComesBeforeTheMtu() throws Exception {
        try (Wire wire = Wire.at(narrow(1400))) {
            IpHeader ip = wire.to(V4, 2).withDontFragment();
            wire.send(PacketBuilder.udp(ip, 5000, 5001, new byte[1500])).run();
            assertEquals(IcmpType.TIME_EXCEEDED, wire.only().view().icmpType());
        }
    }

    @Test
    void linuxNeverLimitsFragmentationNeeded() throws Exception {
        try (Wire wire = Wire.at("icmp-limit = \"linux\"\n" + narrow(1400))) {
            for (int i = 0; i < 20; i++) {
                wire.send(echo(wire, V4, 1401, true)).send(echo(wire, V6, 1401, true));
            }
            assertEquals(40, wire.run().received().size());
        }
    }

    @Test
    void withoutDontFragmentThePacketIsCutUpAndPutTogetherAgain() throws Exception {
        try (Wire wire = Wire.at(narrow(600));
                Wire end = new Wire(wire.network, "z")) {
            MemorySegment packet = echo(wire, V4, 1500, false);
            wire.send(packet).run();
            end.run();
            List<Wire.Seen> fragments = end.received();
            assertEquals(List.of(596, 596, 348), fragments.stream().map(seen -> seen.bytes().length).toList(),
                    "600 leaves 580 bytes of data, of which 576 are a multiple of 8");
            assertEquals(List.of(0, 576, 1152), fragments.stream().map(seen -> seen.view().fragmentOffset()).toList());
            assertEquals(List.of(true, true, false), fragments.stream().map(seen -> seen.view().moreFragments()).toList());
            assertTrue(fragments.stream().allMatch(seen -> seen.view().isHeaderChecksumValid()
                    && seen.view().identification() == 0x4242 && seen.view().ttl() == 61));
            // The answer is as long, is cut up at the same link, and comes back in fragments.
            assertArrayEquals(data(packet), reassembled(wire.received()));
            Balance.check(wire.network, "fragments");
        }
    }

    private static byte[] data(MemorySegment echo) {
        return echo.asSlice(28).toArray(ValueLayout.JAVA_BYTE);
    }

    private static byte[] reassembled(List<Wire.Seen> fragments) {
        byte[] data = new byte[fragments.stream().mapToInt(seen -> seen.view().transportLengthBytes()).sum()];
        for (Wire.Seen seen : fragments) {
            PacketView view = seen.view();
            MemorySegment.copy(view.segment(), ValueLayout.JAVA_BYTE, view.transportOffset(), data, view.fragmentOffset(),
                    view.transportLengthBytes());
        }
        return java.util.Arrays.copyOfRange(data, 8, data.length);
    }

    @Test
    void aFragmentIsCutUpAgain() throws Exception {
        String narrower = narrow(1000).replace("latency = \"8 ms\"", "latency = \"8 ms\"\nmtu = 300")
                .replaceAll(", \"2001:[0-9a-f:/]*\"", "");
        try (Wire wire = Wire.at(narrower)) {
            MemorySegment packet = echo(wire, V4, 3000, false);
            wire.send(packet).run();
            assertArrayEquals(data(packet), reassembled(wire.received()));
            assertTrue(wire.received().stream().allMatch(seen -> seen.bytes().length <= 300));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void hostsPutFragmentsTogetherInAnyOrder(boolean v6) throws Exception {
        for (int i = 0; i < 50; i++) {
            long seed = Long.getLong("hopwarden.seed", System.nanoTime());
            Random random = new Random(seed);
            try (Wire wire = Wire.at(Wire.CHAIN)) {
                MemorySegment packet = echo(wire, v6 ? V6 : V4, 60 + random.nextInt(4000), false);
                List<MemorySegment> fragments = new ArrayList<>(
                        PacketBuilder.fragments(packet, 60 + random.nextInt(1500), 77));
                if (fragments.size() > 1) {
                    fragments.add(fragments.get(random.nextInt(fragments.size())));
                }
                Collections.shuffle(fragments, random);
                for (MemorySegment fragment : fragments) {
                    wire.send(fragment);
                }
                wire.run();
                // A repetition that comes last begins another packet, which stays incomplete.
                PacketView reply = wire.only().view();
                assertTrue(reply.isTransportChecksumValid(), "seed " + seed);
                assertEquals(packet.byteSize(), reply.lengthBytes(), "seed " + seed);
                assertEquals(-1, packet.asSlice(v6 ? 48 : 28).mismatch(reply.segment().asSlice(v6 ? 48 : 28)), "seed " + seed);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void whatOverlapsOrComesTooLateIsNotAnswered(boolean v6) throws Exception {
        try (Wire wire = Wire.at(Wire.CHAIN)) {
            List<MemorySegment> fragments = PacketBuilder.fragments(echo(wire, v6 ? V6 : V4, 500, false), 200, 78);
            List<MemorySegment> others = PacketBuilder.fragments(echo(wire, v6 ? V6 : V4, 500, false), 120, 78);
            wire.send(fragments.get(0)).send(others.get(v6 ? 2 : 1)).send(fragments.get(1)).send(fragments.get(2));
            if (fragments.size() > 3) {
                wire.send(fragments.get(3));
            }
            assertEquals(0, wire.run().received().size());
            List<MemorySegment> late = PacketBuilder.fragments(echo(wire, v6 ? V6 : V4, 300, false), 200, 79);
            wire.send(late.get(0)).run(Duration.ofSeconds(31));
            late.subList(1, late.size()).forEach(each -> {
                try {
                    wire.send(each);
                } catch (PacketPortException e) {
                    throw new AssertionError(e);
                }
            });
            assertEquals(0, wire.run().received().size());
        }
    }

    @Test
    void ipv6IsNeverCutUpOnItsWayAndAHostLearnsTheMtu() throws Exception {
        // The way back is narrow behind z's router: z learns it from the first report and cuts up its second answer itself.
        try (Wire wire = Wire.at(narrow(1300).replace("between = [\"r2\", \"r3\"]", "between = [\"r3\", \"r2\"]"))) {
            List<MemorySegment> request = PacketBuilder.fragments(echo(wire, V6, 1450, true), 1280, 80);
            for (MemorySegment each : request) {
                wire.send(each);
            }
            assertEquals(0, wire.run().received().size(), "the first answer is too long");
            for (MemorySegment each : request) {
                wire.send(each);
            }
            List<Wire.Seen> answer = wire.run().received();
            assertEquals(2, answer.size());
            assertTrue(answer.stream().allMatch(seen -> seen.view().isFragment() && seen.bytes().length <= 1300));
            Balance.check(wire.network, "learned");
        }
    }

    @Test
    void theHostItselfRefusesWhatItsOwnLinkDoesNotTake() throws Exception {
        try (Wire wire = Wire.at(Wire.CHAIN.replace("latency = \"1 ms\"", "latency = \"1 ms\"\nmtu = 1400"))) {
            for (String to : List.of(V4, V6)) {
                MemorySegment packet = echo(wire, to, 1401, true);
                var refused = assertThrows(PacketPortException.class, () -> wire.send(packet));
                assertEquals(PacketPortException.Reason.REFUSED, refused.reason());
            }
            wire.send(echo(wire, V4, 1401, false)).run();
            assertEquals(2, wire.received().size(), "an answer in two fragments");
            assertFalse(wire.received().stream().anyMatch(seen -> seen.bytes().length > 1400));
        }
    }
}
