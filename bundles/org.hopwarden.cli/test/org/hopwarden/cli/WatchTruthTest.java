package org.hopwarden.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;

import org.hopwarden.lab.SimulatedNetwork;
import org.hopwarden.lab.Topology;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpVersion;
import org.hopwarden.packetio.PacketPort;
import org.hopwarden.probe.TraceRequest;
import org.hopwarden.probe.Watch;
import org.hopwarden.probe.WatchRequest;
import org.hopwarden.probe.WatchedHop;
import org.hopwarden.probe.Watcher;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What short watches say of loss, held against the topology over many seeds: all of them under the system property
 * {@code hopwarden.full}.
 */
class WatchTruthTest {

    private static final int ROUTERS = 10;
    private static final int LOSSY = 4;
    private static final int SEEDS = Boolean.getBoolean("hopwarden.full") ? 200 : 30;

    /** A chain of ten routers. @param loss of the link behind router 4, as the file spells it */
    private static SimulatedNetwork chain(String limit, String loss, int seed) throws Exception {
        StringBuilder text = new StringBuilder("name = \"chain\"\nseed = " + seed + "\nviewpoint = \"n0\"\nicmp-limit = \"" + limit + "\"\n");
        for (int i = 0; i <= ROUTERS + 1; i++) {
            text.append(i == 0 || i > ROUTERS ? "[[host]]\n" : "[[router]]\n").append("name = \"n" + i + "\"\n");
        }
        for (int i = 0; i <= ROUTERS; i++) {
            text.append("[[link]]\nbetween = [\"n" + i + "\", \"n" + (i + 1) + "\"]\nprefix = [\"10.8." + i + ".0/24\", \"fd08:0:0:" + i
                    + "::/64\"]\nlatency = \"0.2 ms\"\n" + (i == LOSSY ? loss + "\n" : ""));
        }
        return SimulatedNetwork.of(Topology.parse(text.toString(), "chain"));
    }

    private static Watch watch(SimulatedNetwork network, IpVersion version, String method, int rounds, int intervalMillis) throws Exception {
        IpAddress target = network.lookup("n" + (ROUTERS + 1)).stream().filter(address -> address.version() == version).findFirst()
                .orElseThrow();
        try (PacketPort port = network.viewpointPort()) {
            Watch watch = Watcher.run(new WatchRequest(TraceRequest.of("n11", target, method), rounds, Duration.ofMillis(intervalMillis)),
                    false, port, event -> { }, () -> false);
            assertTrue(rounds < 9 || ROUTERS + 1 == watch.hops().size(), watch.toString());
            return watch;
        }
    }

    @ParameterizedTest
    @CsvSource({ "V4, icmp", "V4, udp", "V4, tcp-syn", "V6, icmp", "V6, udp", "V6, tcp-syn" })
    void atTheLimitsOfLinuxACleanPathHasNoLoss(IpVersion version, String method) throws Exception {
        for (int seed = 1; seed <= SEEDS; seed++) {
            Watch watch = watch(chain("linux", "", seed), version, method, 20, seed % 2 == 0 ? 50 : 100);
            for (WatchedHop hop : watch.hops()) {
                String context = "seed " + seed + ", hop " + hop.ttl();
                assertEquals(0, hop.forwardLossRatio(), context);
                assertEquals(hop.ttl() <= ROUTERS || method.equals("udp"), hop.limited(), context);
            }
        }
    }

    /**
     * 30 % loss there and back: either way, or on the way forward alone. Of 20 probes each some 12 ones in the mean count at each of the hops
     * behind: even who knew which would be 4 % off in the mean, and could not always tell hop 4 from hop 5.
     */
    @ParameterizedTest
    @CsvSource({ "V4, icmp, linux, 20", "V4, udp, linux, 20", "V4, tcp-syn, linux, 20", "V6, icmp, linux, 20", "V6, udp, linux, 20",
            "V6, tcp-syn, linux, 20", "V4, icmp, none, 20", "V6, udp, none, 20", "V4, udp, linux, 60", "V6, tcp-syn, linux, 60" })
    void trueLossBehindRouterFourIsFound(IpVersion version, String method, String limit, int rounds) throws Exception {
        assertLossIsFound(version, method, limit, rounds, seed -> seed % 4 < 2 ? 50 : 100, seed -> 0, SEEDS / 50);
    }

    /** Who repeats a watch at once finds buckets that are partly empty still. */
    @ParameterizedTest
    @CsvSource({ "V4, icmp, 100", "V4, icmp, 200", "V4, tcp-syn, 200", "V6, icmp, 50" })
    void trueLossIsFoundByAWatchSoonAfterAnother(IpVersion version, String method, int intervalMillis) throws Exception {
        assertLossIsFound(version, method, "linux", 20, seed -> intervalMillis, seed -> 1 + seed % 9, SEEDS / 20);
    }

    /** @param before rounds of a watch that was just before @param mostFalse how often a clean router may be blamed */
    private static void assertLossIsFound(IpVersion version, String method, String limit, int rounds, IntUnaryOperator intervalMillis,
            IntUnaryOperator before, int mostFalse) throws Exception {
        int falseLoss = 0;
        int limitMissed = 0;
        int limitBehind = 0;
        double[] error = new double[ROUTERS + 2];
        double[] bias = new double[ROUTERS + 2];
        int far = 0;
        for (int seed = 1; seed <= SEEDS; seed++) {
            String loss = seed % 2 == 0 ? "loss = \"16.334 %\"" : "from.n4 = { loss = \"30 %\" }";
            SimulatedNetwork network = chain(limit, loss, seed);
            if (before.applyAsInt(seed) > 0) {
                watch(network, version, method, before.applyAsInt(seed), 150);
            }
            Watch watch = watch(network, version, method, rounds, intervalMillis.applyAsInt(seed));
            for (WatchedHop hop : watch.hops()) {
                double truth = hop.ttl() <= LOSSY ? 0 : 0.3;
                double off = hop.forwardLossRatio() - truth;
                falseLoss += hop.ttl() == LOSSY && off > 0 ? 1 : 0;
                error[hop.ttl()] += Math.abs(off) / SEEDS;
                bias[hop.ttl()] += off / SEEDS;
                far += hop.ttl() > LOSSY + 1 && Math.abs(off) > 0.2 ? 1 : 0;
                limitMissed += hop.ttl() <= LOSSY && hop.limited() != limit.equals("linux") ? 1 : 0;
                limitBehind += hop.ttl() > LOSSY && hop.limited() ? 1 : 0;
            }
        }
        String found = version + " " + method + " " + limit + ", " + rounds + " rounds: mean error " + percents(error) + ", bias " + percents(bias)
                + ", false loss at router 4 " + falseLoss + ", over 20 % off " + far + ", limit missed " + limitMissed + ", found behind the loss "
                + limitBehind;
        System.out.println(found);
        assertTrue(falseLoss <= mostFalse, found);
        assertEquals(0, limitMissed, found);
        assertTrue(error[LOSSY + 1] <= 0.14, found);
        for (int ttl = LOSSY + 2; ttl <= ROUTERS + 1; ttl++) {
            assertTrue(error[ttl] <= 0.08 && Math.abs(bias[ttl]) <= 0.05, "hop " + ttl + ": " + found);
        }
        assertTrue(far <= SEEDS * (ROUTERS - LOSSY) * (mostFalse > SEEDS / 50 ? 0.1 : 0.05), found);
        // Plain loss looks like a limit at one hop of a thousand at the most.
        assertTrue(limit.equals("none") ? limitBehind <= SEEDS * (ROUTERS - LOSSY) / 200 : limitBehind >= SEEDS * (ROUTERS - LOSSY) * (rounds < 60 ? 0.3 : 0.9), found);
    }

    private static String percents(double[] ratios) {
        return Arrays.toString(Arrays.stream(ratios).skip(1).mapToLong(ratio -> Math.round(100 * ratio)).toArray());
    }
}
