package org.hopwarden.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import javax.management.MBeanServer;
import javax.management.ObjectName;

import org.hopwarden.net.PacketView;
import org.junit.jupiter.api.Test;

/** Deciding packets leaves nothing behind for the garbage collector, and may be done by several threads. */
class HotPathTest {

    private static final int PACKETS = 4_000;

    private final Random random = new Random(5);
    private final RandomPolicies.Pool pool = RandomPolicies.Pool.of(random);
    private final CompiledPolicy policy;
    private final List<MemorySegment> packets = new ArrayList<>();

    HotPathTest() throws PolicyCompileException {
        policy = CompiledPolicy.compile(new RandomPolicies(random, pool).policy(200));
        RandomPackets source = new RandomPackets(random, pool);
        for (int i = 0; i < PACKETS; i++) {
            source.next();
            packets.add(MemorySegment.ofArray(source.lastBytes()));
        }
    }

    @Test
    void decidingAllocatesNothing() throws Exception {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        ObjectName threads = new ObjectName(ManagementFactory.THREAD_MXBEAN_NAME);
        for (int warmUp = 0; warmUp < 10; warmUp++) {
            decideAll();
        }
        long before = allocated(server, threads);
        int rounds = 20;
        for (int round = 0; round < rounds; round++) {
            decideAll();
        }
        long bytes = allocated(server, threads) - before;
        assertTrue(bytes < (long) rounds * PACKETS, bytes + " bytes for " + rounds * PACKETS + " packets");
    }

    private static long allocated(MBeanServer server, ObjectName threads) throws Exception {
        return (Long) server.invoke(threads, "getThreadAllocatedBytes", new Object[] { Thread.currentThread().threadId() },
                new String[] { "long" });
    }

    @Test
    void threadsDecideAlike() throws InterruptedException {
        int expected = decideAll();
        int[] sums = new int[4];
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < sums.length; i++) {
            int at = i;
            threads.add(Thread.ofPlatform().start(() -> sums[at] = decideAll()));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        for (int sum : sums) {
            assertEquals(expected, sum);
        }
    }

    private int decideAll() {
        PacketView view = new PacketView();
        int sum = 0;
        for (int i = 0; i < PACKETS; i++) {
            MemorySegment packet = packets.get(i);
            view.wrap(packet, 0, packet.byteSize());
            sum = 31 * sum + policy.decide(view, Direction.IN);
        }
        return sum;
    }
}
