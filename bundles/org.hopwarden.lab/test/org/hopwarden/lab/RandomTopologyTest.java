package org.hopwarden.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;

import org.hopwarden.net.IcmpType;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpHeader;
import org.hopwarden.net.PacketBuilder;
import org.hopwarden.net.PacketView;
import org.junit.jupiter.api.Test;

/** On random networks packets take a shortest path, by the measure of an independent reckoning (Floyd and Warshall). */
class RandomTopologyTest {

    private static final int FULL = 2000;
    private static final int COUNT = Boolean.getBoolean("hopwarden.full") ? FULL : FULL / 25;
    private static final int FAR = 1_000_000;

    @Test
    void everyTraceFollowsAShortestPath() throws Exception {
        for (int i = 0; i < COUNT; i++) {
            long seed = Long.getLong("hopwarden.seed", System.nanoTime() + i);
            check(new Random(seed), "seed " + seed);
        }
    }

    private static void check(Random random, String hint) throws Exception {
        int routers = 2 + random.nextInt(9);
        int[][] costs = new int[routers][routers];
        StringBuilder text = new StringBuilder("name = \"random\"\nviewpoint = \"a\"\nseed = " + random.nextInt() + "\n"
                + "[[host]]\nname = \"a\"\n[[host]]\nname = \"z\"\n");
        for (int[] row : costs) {
            Arrays.fill(row, FAR);
        }
        for (int r = 0; r < routers; r++) {
            costs[r][r] = 0;
            text.append("[[router]]\nname = \"r%d\"\nloopback = [\"10.9.0.%d\"]\n".formatted(r, r));
        }
        int links = 0;
        for (int r = 1; r < routers; r++) {
            links = link(text, costs, random, r, random.nextInt(r), links);
        }
        for (int extra = random.nextInt(2 * routers); extra > 0; extra--) {
            int a = random.nextInt(routers);
            int b = random.nextInt(routers);
            if (costs[a][b] == FAR) {
                links = link(text, costs, random, a, b, links);
            }
        }
        text.append(leaf("a", 0)).append(leaf("z", routers - 1));
        for (int k = 0; k < routers; k++) {
            for (int i = 0; i < routers; i++) {
                for (int j = 0; j < routers; j++) {
                    costs[i][j] = Math.min(costs[i][j], costs[i][k] + costs[k][j]);
                }
            }
        }
        try (Wire wire = Wire.at(text.toString())) {
            follow(wire, "z", costs, routers - 1, hint);
            follow(wire, "r" + random.nextInt(routers), costs, -1, hint);
            Balance.check(wire.network, hint);
        }
    }

    private static int link(StringBuilder text, int[][] costs, Random random, int a, int b, int links) {
        int cost = 1 + random.nextInt(5);
        costs[a][b] = costs[b][a] = cost;
        text.append("[[link]]\nbetween = [\"r%d\", \"r%d\"]\nprefix = \"10.1.%d.0/30\"\nlatency = \"1 ms\"\ncost = %d\n"
                .formatted(a, b, links, cost));
        return links + 1;
    }

    private static String leaf(String host, int router) {
        return "[[link]]\nbetween = [\"r%d\", \"%s\"]\nprefix = \"10.2.%d.0/24\"\nlatency = \"1 ms\"\n"
                .formatted(router, host, (int) host.charAt(0));
    }

    /** Follows one flow hop by hop: each router must be nearer to the end by exactly the cost of its link. */
    private static void follow(Wire wire, String target, int[][] costs, int last, String hint) throws Exception {
        Topology topology = wire.network.topology();
        IpAddress destination = wire.network.lookup(target).getFirst();
        int end = last >= 0 ? last : Integer.parseInt(target.substring(1));
        int here = 0;
        int spent = 0;
        for (int ttl = 1;; ttl++) {
            wire.all.clear();
            IpHeader ip = IpHeader.of(wire.source(destination), destination, ttl);
            wire.send(PacketBuilder.echoRequest(ip, 7, ttl, new byte[4])).run();
            PacketView reply = wire.only().view();
            assertTrue(reply.isHeaderChecksumValid() && reply.isTransportChecksumValid(), hint);
            String name = topology.owner(reply.source()).orElseThrow().name();
            if (reply.icmpType() == IcmpType.ECHO_REPLY) {
                assertEquals(target, name, hint);
                assertEquals(costs[0][end], spent + (last < 0 ? costs[here][end] : 0), hint);
                return;
            }
            assertEquals(IcmpType.TIME_EXCEEDED, reply.icmpType(), hint);
            int next = Integer.parseInt(name.substring(1));
            spent += costs[here][next];
            assertEquals(costs[0][end], spent + costs[next][end], hint + ": " + name + " is on no shortest path");
            here = next;
        }
    }
}
