package org.hopwarden.enforce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

import org.hopwarden.engine.CompiledPolicy;
import org.hopwarden.engine.Direction;
import org.hopwarden.engine.PacketState;
import org.hopwarden.engine.PolicyCompileException;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpHeader;
import org.hopwarden.net.PacketBuilder;
import org.hopwarden.net.PacketView;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.ChainEnd;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RulemodelFactory;
import org.hopwarden.rulemodel.Service;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VerdictStreamTest {

    private static final RulemodelFactory MODEL = RulemodelFactory.eINSTANCE;

    private CompiledPolicy policy;
    private VerdictStream stream;

    /** Rule 1 allows UDP, the end denies the rest. */
    @BeforeEach
    void make() throws PolicyCompileException {
        Service udp = MODEL.createService();
        udp.setProtocol(17);
        Rule rule = MODEL.createRule();
        rule.setMatch(MODEL.createMatch());
        rule.getMatch().getService().add(udp);
        rule.setAction(MODEL.createAllow());
        Chain chain = MODEL.createChain();
        chain.setName("c");
        chain.setEnd(ChainEnd.DENY);
        chain.getRules().add(rule);
        Policy model = MODEL.createPolicy();
        model.getChains().add(chain);
        policy = CompiledPolicy.compile(model);
        stream = new VerdictStream(10, 4);
    }

    private void decide(MemorySegment packet) {
        PacketView view = PacketView.of(packet);
        stream.decided(view, new PacketState(Direction.FORWARD), policy, policy.decide(view, Direction.FORWARD));
    }

    private static MemorySegment udp(int payloadBytes) {
        return PacketBuilder.udp(ip(), 40000, 53, new byte[payloadBytes]);
    }

    private static MemorySegment tcp() {
        return PacketBuilder.tcp(ip(), 40000, 80, 1, 0, 2, 1000, new byte[0], new byte[0]);
    }

    private static IpHeader ip() {
        return IpHeader.of(IpAddress.parse("192.0.2.1"), IpAddress.parse("198.51.100.2"), 64);
    }

    @Test
    void aFloodOfOneRuleDoesNotHideTheOthersAndNothingIsUncounted() {
        for (int i = 0; i < 1000; i++) {
            decide(udp(10));
        }
        decide(tcp());
        VerdictStream.Batch batch = stream.take();
        assertEquals(5, batch.entries().size());
        assertEquals(996, batch.leftOut());
        assertEquals(0, batch.entries().getLast().verdict().rule());
        assertEquals(policy.explain(PacketView.of(tcp()), Direction.FORWARD),
                policy.explain(batch.entries().getLast().packet(), Direction.FORWARD), "what was kept explains itself");
        assertEquals(new VerdictStream.Batch(List.of(), 0), stream.take());
        decide(udp(10));
        assertEquals(1, stream.take().entries().size(), "there is room again");
    }

    @Test
    void whatIsKeptOfAFloodIsNotAllFromItsBeginning() {
        for (int i = 0; i < 2000; i++) {
            decide(PacketBuilder.udp(ip(), 40000 + i, 53, new byte[0]));
        }
        List<Integer> kept = stream.take().entries().stream().map(entry -> entry.packet().sourcePort() - 40000).toList();
        assertEquals(4, kept.size());
        assertEquals(kept.stream().sorted().toList(), kept, "oldest first");
        assertTrue(kept.getLast() > 500, kept.toString());
    }

    @Test
    void aRuleWithoutAnyIsNotShutOutByTheOthersThatFilledAllRoom() {
        stream = new VerdictStream(4, 4);
        for (int i = 0; i < 100; i++) {
            decide(udp(10));
        }
        decide(tcp());
        VerdictStream.Batch batch = stream.take();
        assertEquals(List.of(1, 1, 1, 0), batch.entries().stream().map(entry -> entry.verdict().rule()).toList());
        assertEquals(97, batch.leftOut());
    }

    @Test
    void aLongPacketIsKeptCutShort() {
        decide(udp(1400));
        DecidedPacket entry = stream.take().entries().getFirst();
        assertEquals(512, entry.bytes().length);
        assertEquals(53, entry.packet().destinationPort());
        assertEquals(1428, entry.packet().statedLengthBytes());
    }

    @Test
    void severalThreadsLoseNothing() throws InterruptedException {
        int threads = 3;
        int each = 20_000;
        List<Thread> running = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            running.add(Thread.ofPlatform().start(() -> {
                for (int n = 0; n < each; n++) {
                    decide(n % 2 == 0 ? udp(10) : tcp());
                }
            }));
        }
        long told = 0;
        while (running.stream().anyMatch(Thread::isAlive)) {
            told += count(stream.take());
            running.getFirst().join(1);
        }
        for (Thread thread : running) {
            thread.join();
        }
        assertEquals((long) threads * each, told + count(stream.take()));
    }

    private static long count(VerdictStream.Batch batch) {
        assertTrue(batch.entries().size() <= 10, () -> batch.entries().size() + " of at most 10");
        return batch.entries().size() + batch.leftOut();
    }
}
