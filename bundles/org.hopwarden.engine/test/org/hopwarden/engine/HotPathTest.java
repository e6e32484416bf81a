package org.hopwarden.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import javax.management.MBeanServer;
import javax.management.ObjectName;

import org.hopwarden.net.PacketView;
import org.hopwarden.rulemodel.Chains;
import org.hopwarden.rulemodel.Policy;
import org.junit.jupiter.api.Test;

/** Deciding packets leaves nothing behind for the garbage collector, and may be done by several threads. */
class HotPathTest {

    private static final int PACKETS = 4_000;
    private static final long NOW = PacketState.nanos(Instant.parse("2026-03-28T20:00:00Z"));

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
        assertAllocatesNothing(this::decideAll);
    }

    /** All conditions, calls, bindings and rates, once each key of a rate has its bucket. */
    @Test
    void decidingByTheWholeModelAllocatesNothing() throws Exception {
        for (int i = 0; i < 8; i++) {
            Random chosen = new Random(i);
            WholePolicies policies = new WholePolicies(chosen, pool);
            Policy whole = policies.policy(100);
            CompiledPolicy compiled = Chains.anyBound(whole) ? CompiledPolicy.compile(whole, WholePolicies.ZONE)
                    : CompiledPolicy.compile(whole, WholePolicies.FIRST_CHAIN, WholePolicies.ZONE);
            PacketContext[] contexts = IntStream.range(0, 64).mapToObj(n -> policies.context()).toArray(PacketContext[]::new);
            assertAllocatesNothing(new WholeRun(compiled, contexts)::decideAll);
        }
    }

    /** A list so long that it is searched by tuples, alone and below edits whose index is still to be made. */
    @Test
    void decidingByALongListAllocatesNothing() throws Exception {
        int rules = 25_000;
        ShapedRules shaped = new ShapedRules(ShapedRules.Shape.FW, rules, 3, 0.2);
        Policy list = shaped.policy(rules);
        ShapedPackets source = new ShapedPackets(shaped, list.getChains().get(0).getRules(), 4, true);
        packets.replaceAll(packet -> {
            MemorySegment made = MemorySegment.ofArray(new byte[ShapedPackets.STRIDE]);
            return made.asSlice(0, source.write(made, 0));
        });
        LivePolicy live = new LivePolicy(CompiledPolicy.compile(list), told -> { }, later -> { });
        CompiledPolicy before = live.current();
        assertAllocatesNothing(() -> decideAll(before));
        for (int i = 0; i < 50; i++) {
            live.edit(new PolicyEdit.Insert("c", 1 + random.nextInt(rules), shaped.rule()),
                    new PolicyEdit.Remove("c", 1 + random.nextInt(rules)));
        }
        CompiledPolicy edited = live.current();
        assertAllocatesNothing(() -> decideAll(edited));
    }

    /** Time stands still, so that no bucket refills and is forgotten. */
    private final class WholeRun {

        private final CompiledPolicy compiled;
        private final PacketContext[] contexts;
        private final PacketState state = new PacketState(Direction.IN);
        private final PacketView view = new PacketView();
        private final PacketState.Programs programs = this::program;
        private PacketContext context;

        WholeRun(CompiledPolicy compiled, PacketContext[] contexts) {
            this.compiled = compiled;
            this.contexts = contexts;
        }

        int decideAll() {
            int sum = 0;
            for (int i = 0; i < PACKETS; i++) {
                MemorySegment packet = packets.get(i);
                context = contexts[i % contexts.length];
                view.wrap(packet, 0, packet.byteSize());
                state.next().direction(context.direction()).interfaces(context.inInterface(), context.outInterface())
                        .state(context.state()).mark(context.mark()).at(NOW).programs(programs);
                sum = 31 * sum + compiled.decide(view, state);
            }
            return sum;
        }

        private PacketContext.Program program(PacketView packet) {
            return context.program().orElse(null);
        }
    }

    private static void assertAllocatesNothing(Runnable decideAll) throws Exception {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        ObjectName threads = new ObjectName(ManagementFactory.THREAD_MXBEAN_NAME);
        for (int warmUp = 0; warmUp < 10; warmUp++) {
            decideAll.run();
        }
        long before = allocated(server, threads);
        int rounds = 20;
        for (int round = 0; round < rounds; round++) {
            decideAll.run();
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
        return decideAll(policy);
    }

    private int decideAll(CompiledPolicy policy) {
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
