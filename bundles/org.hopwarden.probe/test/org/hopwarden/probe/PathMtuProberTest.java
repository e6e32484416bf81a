package org.hopwarden.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

import org.hopwarden.probe.PathMtu.BlackHole;
import org.hopwarden.probe.PathMtu.Hop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathMtuProberTest {

    private static Stream<Arguments> methods() {
        return Stream.of("icmp", "udp", "tcp-syn").flatMap(method -> Stream.of(false, true)
                .map(v6 -> Arguments.of(method, v6)));
    }

    private static PathMtu find(String method, MtuPath path) throws Exception {
        return PathMtuProber.run(PathMtuRequest.of("target", path.target, method, path.mtus[0]), path, () -> false);
    }

    /** What each hop's MTU must be, and who must have said so. */
    private static List<Hop> expected(MtuPath path) {
        List<Hop> hops = new ArrayList<>();
        int least = path.mtus[0];
        for (int ttl = 1; ttl <= path.mtus.length; ttl++) {
            int mtu = path.mtus[ttl - 1];
            boolean told = mtu < least && !path.swallowing.contains(ttl - 1);
            least = Math.min(least, mtu);
            hops.add(new Hop(ttl, path.silent.contains(ttl) ? Optional.empty() : Optional.of(path.hop(ttl)), least,
                    told ? Optional.of(path.hop(ttl - 1)) : Optional.empty()));
        }
        return hops;
    }

    private static void assertFound(MtuPath path, PathMtu found) {
        assertEquals(expected(path), found.hops(), found::toString);
        assertEquals(Arrays.stream(path.mtus).min().orElseThrow(), found.mtuBytes());
        assertTrue(found.reached());
        assertEquals(Trace.Status.DONE, found.status());
        assertTrue(path.longestSent <= path.mtus[0], "nothing longer than the interface takes");
    }

    @ParameterizedTest
    @MethodSource("methods")
    void oneMtuAllTheWay(String method, boolean v6) throws Exception {
        MtuPath path = new MtuPath(v6, 1500, 1500, 1500, 9000, 1500);
        PathMtu found = find(method, path);
        assertFound(path, found);
        assertTrue(found.blackHole().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("methods")
    void eachLowerLinkIsReportedByItsRouter(String method, boolean v6) throws Exception {
        MtuPath path = new MtuPath(v6, 9000, 9000, 1500, 1500, 1400, 1420, 1281);
        PathMtu found = find(method, path);
        assertFound(path, found);
        assertTrue(found.blackHole().isEmpty());
        assertEquals(0, found.ignored());
    }

    @ParameterizedTest
    @MethodSource("methods")
    void aBlackHoleIsPlacedAndItsLengthFound(String method, boolean v6) throws Exception {
        MtuPath path = new MtuPath(v6, 1500, 1500, 1500, 1437, 1500, 1500);
        path.swallowing.add(3);
        PathMtu found = find(method, path);
        assertFound(path, found);
        assertEquals(Optional.of(new BlackHole(4, path.hop(4), Optional.of(path.hop(3)), 1437, 1438)), found.blackHole());
    }

    @ParameterizedTest
    @ValueSource(ints = { 68, 69, 296, 575, 576, 1006, 1199, 1200, 1201, 1279, 1280, 1281, 1400, 1491, 1499 })
    void everyLengthIsFound(int mtu) throws Exception {
        for (boolean swallow : new boolean[] { true, false }) {
            MtuPath path = new MtuPath(false, 1500, 1500, mtu, 1500);
            if (swallow) {
                path.swallowing.add(2);
            } else {
                path.wordless.add(2);
            }
            PathMtu found = find("udp", path);
            assertFound(path, found);
            assertEquals(swallow, found.blackHole().isPresent());
        }
    }

    @Test
    void aBlackHoleBehindALowerLinkThatSpeaks() throws Exception {
        MtuPath path = new MtuPath(false, 9000, 1500, 1500, 1300, 1500, 1500);
        path.swallowing.add(3);
        PathMtu found = find("icmp", path);
        assertFound(path, found);
        assertEquals(4, found.blackHole().orElseThrow().ttl());
    }

    @Test
    void silentHopsDoNotShiftTheLink() throws Exception {
        MtuPath path = new MtuPath(false, 1500, 1500, 1400, 1400, 1300, 1500, 1500);
        path.silent.add(3);
        path.silent.add(6);
        assertFound(path, find("icmp", path));
    }

    @Test
    void aSilentHopIsNoBlackHole() throws Exception {
        MtuPath path = new MtuPath(true, 1500, 1500, 1500, 1500);
        path.silent.add(2);
        PathMtu found = find("udp", path);
        assertFound(path, found);
        assertTrue(found.blackHole().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(booleans = { true, false })
    void aLieIsNotBelieved(boolean first) throws Exception {
        MtuPath path = new MtuPath(false, 1500, 1500, 1400, 1500);
        path.lie = 600;
        path.lieIsFirst = first;
        PathMtu found = find("icmp", path);
        assertEquals(1400, found.mtuBytes());
        assertTrue(!first || found.ignored() > 0);
    }

    @Test
    void lengthsThatCannotBeAreIgnored() throws Exception {
        MtuPath v4 = new MtuPath(false, 1500, 1500, 1500);
        v4.lie = 67;
        v4.lieIsFirst = true;
        PathMtu found = find("udp", v4);
        assertEquals(1500, found.mtuBytes());
        assertTrue(found.ignored() > 0);
        MtuPath v6 = new MtuPath(true, 1500, 1500, 1500);
        v6.lie = 1279;
        v6.lieIsFirst = true;
        assertEquals(1500, find("udp", v6).mtuBytes());
    }

    /** As Linux does by default: six at once, then one a second. */
    @ParameterizedTest
    @ValueSource(booleans = { true, false })
    void limitedErrorsAreNoBlackHole(boolean swallow) throws Exception {
        MtuPath path = new MtuPath(false, 1500, 1500, 1500, 1412, 1500, 1500);
        path.errorBurst = 6;
        path.errorIntervalNanos = 1_000_000_000L;
        if (swallow) {
            path.swallowing.add(3);
        }
        PathMtu found = find("icmp", path);
        assertFound(path, found);
        assertEquals(swallow, found.blackHole().isPresent());
    }

    @Test
    void lossIsNoBlackHole() throws Exception {
        int runs = Boolean.getBoolean("hopwarden.full") ? 2000 : 200;
        long seed = new Random().nextLong();
        int wrong = 0;
        for (int run = 0; run < runs; run++) {
            MtuPath path = new MtuPath(false, 1500, 1500, 1500, 1400, 1500, 1500);
            path.random = new Random(seed + run);
            path.loss = 0.1;
            PathMtu found = find("icmp", path);
            wrong += found.mtuBytes() != 1400 || found.blackHole().isPresent() ? 1 : 0;
        }
        assertTrue(wrong <= runs / 20, wrong + " of " + runs + " runs with 10 % loss were wrong, seed " + seed);
    }

    @Test
    void whatWasLearnedOfAPathWithoutAnEndIsKept() throws Exception {
        MtuPath path = new MtuPath(false, 1500, 1500, 1400, 1500);
        path.targetAnswers = false;
        PathMtu found = find("tcp-syn", path);
        assertFalse(found.reached());
        assertEquals(1400, found.mtuBytes());
        assertEquals(3, found.hops().size());
        assertTrue(found.blackHole().isEmpty());
    }

    @Test
    void nobodyAnswersAtAll() throws Exception {
        MtuPath path = new MtuPath(false, 1500, 1500);
        path.targetAnswers = false;
        path.silent.add(1);
        PathMtu found = find("icmp", path);
        assertFalse(found.reached());
        assertEquals(List.of(), found.hops());
        assertEquals(1500, found.mtuBytes());
    }

    @Test
    void cancelledAtOnceEndsAtOnce() throws Exception {
        MtuPath path = new MtuPath(false, 1500, 1500);
        PathMtu found = PathMtuProber.run(PathMtuRequest.of("t", path.target, "icmp", 1500), path, () -> true);
        assertEquals(Trace.Status.CANCELLED, found.status());
    }

    @Test
    void requestsThatMakeNoSense() {
        MtuPath path = new MtuPath(true, 1500, 1500);
        assertThrows(IllegalArgumentException.class, () -> PathMtuRequest.of("t", path.target, "icmp", 1279));
        assertThrows(IllegalArgumentException.class, () -> PathMtuRequest.of("t", path.target, "icmp", 65536));
        assertThrows(IllegalArgumentException.class,
                () -> PathMtuProber.run(PathMtuRequest.of("t", path.target, "warp", 1500), path, () -> false));
    }
}
