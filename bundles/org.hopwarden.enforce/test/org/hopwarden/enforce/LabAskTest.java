package org.hopwarden.enforce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.hopwarden.enforce.FlowAnswer.Term;
import org.hopwarden.enforce.internal.ask.AskedPolicies;
import org.hopwarden.lab.FilterPlace;
import org.hopwarden.lab.Pace;
import org.hopwarden.lab.PacketFilter.Direction;
import org.hopwarden.lab.SimulatedNetwork;
import org.hopwarden.lab.Topology;
import org.hopwarden.net.IpAddress;
import org.hopwarden.packetio.PacketPort;
import org.hopwarden.probe.Trace;
import org.hopwarden.probe.TraceRequest;
import org.hopwarden.probe.Tracer;
import org.hopwarden.rulemodel.ChainEnd;
import org.hopwarden.rulemodel.Hook;
import org.hopwarden.rulemodel.Policy;
import org.junit.jupiter.api.Test;

/** The case of a forum, at a router of a simulated network: a trace is asked about, the narrowest answer is taken, the trace is whole, and nothing else passes. */
class LabAskTest {

    private static final String NETWORK = """
            name = "behind a firewall"
            viewpoint = "a"
            [[host]]
            name = "a"
            [[router]]
            name = "wall"
            [[router]]
            name = "r"
            [[host]]
            name = "z"
            udp-open = [7]
            [[link]]
            between = ["a", "wall"]
            prefix = ["10.0.1.0/24"]
            latency = "1 us"
            [[link]]
            between = ["wall", "r"]
            prefix = ["10.0.2.0/24"]
            latency = "1 us"
            [[link]]
            between = ["r", "z"]
            prefix = ["10.0.3.0/24"]
            latency = "1 us"
            """;
    private static final IpAddress Z = IpAddress.parse("10.0.3.2");
    private static final IpAddress R = IpAddress.parse("10.0.2.2");

    private static Trace trace(SimulatedNetwork network, IpAddress target, String method, Duration patience) throws Exception {
        try (PacketPort port = network.viewpointPort()) {
            return Tracer.run(new TraceRequest(target.toString(), target, method, 0, 5, 1, patience), port, event -> { }, () -> false);
        }
    }

    @Test
    void aTraceIsAskedAboutOnceAndIsWholeAndNothingElsePasses() throws Exception {
        SimulatedNetwork network = SimulatedNetwork.of(Topology.parse(NETWORK, "lab.toml"), Pace.REAL_TIME);
        Policy policy = AskedPolicies.policy(AskedPolicies.chain("forward", Hook.FORWARD, ChainEnd.DENY, AskedPolicies.rule(AskedPolicies.MODEL.createAsk())));
        BlockingQueue<String> asked = new LinkedBlockingQueue<>();
        try (AskBroker broker = new AskBroker(policy, null, AskLimits.DEFAULT, AnswerMemory.NONE);
                SimulatedEnforcer wall = SimulatedEnforcer.start(network, FilterPlace.at("wall", Direction.FORWARD), broker.compiled(), VerdictListener.NONE, false,
                        broker);
                Enforcer enforcer = broker.begin(wall, new FlowAsker() {

                    @Override
                    public void asked(FlowQuestion question) {
                        asked.add(question.what());
                        boolean echoToZ = question.what().equals("an ICMP echo request from 10.0.1.1 to 10.0.3.2");
                        try {
                            broker.answer(question.id(), new FlowAnswer(echoToZ, 0, Term.SESSION));
                        } catch (AnswerException e) {
                            throw new IllegalStateException(e);
                        }
                    }

                    @Override
                    public void ended(FlowQuestion question, End end, Optional<FlowAnswer> answer) {
                        // The packets tell.
                    }
                })) {
            Trace trace = trace(network, Z, "icmp", Duration.ofSeconds(60));
            assertTrue(trace.reached());
            assertEquals(List.of("10.0.1.2", "10.0.2.2", "10.0.3.2"), trace.hops().stream().map(hop -> hop.addresses().getFirst().toString()).toList());
            assertTrue(trace.hops().stream().allMatch(hop -> hop.lost() == 0), trace.toString());
            assertEquals("an ICMP echo request from 10.0.1.1 to 10.0.3.2", asked.poll(20, TimeUnit.SECONDS));
            assertEquals(0, enforcer.statistics().denied());
            long allowed = enforcer.statistics().allowed();
            assertTrue(!trace(network, R, "icmp", Duration.ofMillis(500)).reached());
            assertTrue(!trace(network, Z, "udp", Duration.ofMillis(500)).reached());
            assertEquals("an ICMP echo request from 10.0.1.1 to 10.0.2.2", asked.poll(20, TimeUnit.SECONDS));
            String probe = asked.poll(20, TimeUnit.SECONDS);
            assertTrue(probe.startsWith("a UDP"), probe);
            assertEquals(allowed, enforcer.statistics().allowed(), "nothing that was not named has passed");
        }
    }
}
