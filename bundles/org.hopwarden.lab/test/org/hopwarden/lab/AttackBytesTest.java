package org.hopwarden.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.hopwarden.net.Checksum;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpHeader;
import org.hopwarden.net.PacketBuilder;
import org.hopwarden.packetio.PacketPortException;
import org.junit.jupiter.api.Test;

/** Bytes of any kind: they are refused clearly or vanish as they would on a network, and every packet is accounted for. */
class AttackBytesTest {

    private static final int FULL = 2_000_000;
    private static final int COUNT = Boolean.getBoolean("hopwarden.full") ? FULL : FULL / 40;

    private final long seed = Long.getLong("hopwarden.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final String hint = "seed " + seed;

    private int refused;

    private void attack(Wire wire, MemorySegment bytes) throws Exception {
        try {
            wire.send(bytes);
        } catch (PacketPortException e) {
            assertTrue(!e.getMessage().isBlank() && !e.remedy().isBlank(), hint);
            refused++;
        }
    }

    private void settle(Wire wire, int i) throws Exception {
        if (i % 500 == 0) {
            wire.run(Duration.ofMillis(random.nextInt(20)));
            Balance.check(wire.network, hint);
            wire.all.clear();
        }
    }

    private void finish(Wire wire) throws Exception {
        wire.all.clear();
        wire.run(Duration.ofSeconds(10));
        Balance.check(wire.network, hint);
        assertEquals(0, wire.network.statistics().inFlight(), hint);
        for (Wire.Seen seen : wire.received()) {
            assertTrue(seen.view().isHeaderChecksumValid(), hint + " " + seen);
        }
    }

    @Test
    void noise() throws Exception {
        try (Wire wire = Wire.at(Wire.CHAIN)) {
            for (int i = 0; i < COUNT; i++) {
                byte[] bytes = new byte[random.nextInt(120)];
                random.nextBytes(bytes);
                if (bytes.length > 0 && random.nextInt(4) > 0) {
                    bytes[0] = (byte) (random.nextBoolean() ? 0x45 : 0x60);
                }
                attack(wire, MemorySegment.ofArray(bytes));
                settle(wire, i);
            }
            finish(wire);
            assertTrue(refused > COUNT / 4, hint);
        }
    }

    private IpAddress address(boolean v6) {
        List<String> v4 = List.of("10.0.1.1", "10.0.1.2", "10.0.2.2", "10.0.4.2", "10.0.4.9", "127.0.0.1", "0.0.0.0",
                "224.0.0.1", "10.0.4.255", "192.0.2.1", "10.255.0.2", "255.255.255.255");
        List<String> v6s = List.of("2001:db8:1::1", "2001:db8:1::2", "2001:db8:2::2", "2001:db8:4::2", "2001:db8:4::9",
                "::1", "::", "ff02::1", "fe80::1", "2001:db8:ff::2");
        List<String> list = v6 ? v6s : v4;
        return IpAddress.parse(list.get(random.nextInt(list.size())));
    }

    private MemorySegment base() {
        boolean v6 = random.nextBoolean();
        IpHeader ip = IpHeader.of(address(v6), address(v6), random.nextInt(7));
        byte[] payload = new byte[random.nextInt(40)];
        random.nextBytes(payload);
        return switch (random.nextInt(5)) {
            case 0 -> PacketBuilder.udp(ip, random.nextInt(65536), random.nextBoolean() ? 7 : 4000, payload);
            case 1 -> PacketBuilder.tcp(ip, 1, random.nextBoolean() ? 80 : 81, random.nextInt(), random.nextInt(),
                    random.nextInt(64), 9, new byte[4 * random.nextInt(4)], payload);
            case 2 -> PacketBuilder.icmp(ip, random.nextInt(256), random.nextInt(20), random.nextInt(),
                    MemorySegment.ofArray(payload));
            case 3 -> PacketBuilder.raw(ip, random.nextInt(256), payload);
            default -> PacketBuilder.echoRequest(ip, 1, 2, payload);
        };
    }

    @Test
    void goodPacketsBentABit() throws Exception {
        try (Wire wire = Wire.at(Wire.CHAIN); Wire middle = new Wire(wire.network, "r2")) {
            for (int i = 0; i < COUNT; i++) {
                byte[] bytes = base().toArray(ValueLayout.JAVA_BYTE);
                int flips = random.nextInt(4);
                for (int n = 0; n < flips; n++) {
                    bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
                }
                if (random.nextInt(8) == 0) {
                    bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length + 10));
                }
                repairHeader(bytes);
                attack(random.nextBoolean() ? wire : middle, MemorySegment.ofArray(bytes));
                settle(wire, i);
            }
            middle.run(Duration.ofMillis(1));
            finish(wire);
        }
    }

    /** So that what was bent gets further than the first checksum. */
    private static void repairHeader(byte[] bytes) {
        int length = bytes.length > 0 ? (bytes[0] & 0xf) * 4 : 0;
        if (length >= 20 && length <= bytes.length && bytes[0] >>> 4 == 4) {
            bytes[10] = bytes[11] = 0;
            int checksum = Checksum.of(MemorySegment.ofArray(bytes), 0, length);
            bytes[10] = (byte) (checksum >>> 8);
            bytes[11] = (byte) checksum;
        }
    }

    @Test
    void paddingBehindAPacketIsLeftOut() throws Exception {
        try (Wire wire = Wire.at(Wire.CHAIN)) {
            byte[] packet = wire.echo("10.0.4.2", 64, 5).toArray(ValueLayout.JAVA_BYTE);
            wire.send(MemorySegment.ofArray(Arrays.copyOf(packet, packet.length + 30))).run();
            assertEquals(packet.length, wire.only().bytes().length);
        }
    }

    @Test
    void whatIsNoWholePacketIsRefused() throws Exception {
        List<MemorySegment> wrong = new ArrayList<>();
        try (Wire wire = Wire.at(Wire.CHAIN)) {
            byte[] packet = wire.echo("10.0.4.2", 64, 5).toArray(ValueLayout.JAVA_BYTE);
            for (int length : new int[] { 0, 1, 19, packet.length - 1 }) {
                wrong.add(MemorySegment.ofArray(Arrays.copyOf(packet, length)));
            }
            byte[] zeroLength = packet.clone();
            zeroLength[2] = zeroLength[3] = 0;
            wrong.add(MemorySegment.ofArray(zeroLength));
            wrong.add(MemorySegment.ofArray(new byte[100]));
            wrong.add(MemorySegment.ofArray(new byte[200_000]));
            for (MemorySegment each : wrong) {
                attack(wire, each);
            }
            assertEquals(wrong.size(), refused);
            assertEquals(0, wire.network.statistics().sent());
        }
    }
}
