package org.hopwarden.ui.rules.internal;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

import org.hopwarden.enforce.EnforcementStatistics;
import org.hopwarden.enforce.Enforcer;
import org.hopwarden.enforce.InlineBridge;
import org.hopwarden.enforce.PolicyFilter;
import org.hopwarden.enforce.SimulatedEnforcer;
import org.hopwarden.engine.CompiledPolicy;
import org.hopwarden.lab.FilterPlace;
import org.hopwarden.lab.Pace;
import org.hopwarden.lab.PacketFilter;
import org.hopwarden.lab.SimulatedNetwork;
import org.hopwarden.lab.Topology;
import org.hopwarden.packetio.PacketPort;
import org.hopwarden.packetio.PacketPortException;
import org.hopwarden.probe.ProbeMethod;
import org.hopwarden.probe.ProbeMethods;
import org.hopwarden.probe.TraceRequest;
import org.hopwarden.probe.Tracer;
import org.hopwarden.rulemodel.FailMode;

/**
 * A policy at work, from its start to its end. Starting and closing may take time: not for the UI thread. The rest may be called
 * by any thread.
 */
final class Enforcement implements AutoCloseable {

    private static final int TRAFFIC_MAX_TTL = 12;
    private static final Duration TRAFFIC_WAIT = Duration.ofMillis(400);
    private static final long PAUSE_MILLIS = 150;
    private static final long CLOSE_MILLIS = 2000;

    private final CompiledPolicy policy;
    private final String label;
    private final Enforcer enforcer;
    private final AtomicLong traces = new AtomicLong();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean closing;

    private Enforcement(CompiledPolicy policy, String label, Enforcer enforcer) {
        this.policy = policy;
        this.label = label;
        this.enforcer = enforcer;
    }

    /**
     * Puts a policy at the forward hook of a router of a simulated network, and traces the network's targets again and again.
     *
     * @param ended gets the reason if it ends by itself
     */
    static Enforcement simulated(CompiledPolicy policy, Topology topology, String router, Consumer<Exception> ended) {
        SimulatedNetwork network = SimulatedNetwork.of(topology, Pace.REAL_TIME);
        FilterPlace place = FilterPlace.at(router, PacketFilter.Direction.FORWARD);
        Enforcement enforcement = new Enforcement(policy, "the simulated router " + router,
                SimulatedEnforcer.start(network, place, policy));
        enforcement.thread("traffic of the lab", () -> enforcement.traffic(network), ended);
        return enforcement;
    }

    /**
     * Puts a policy between two interfaces of this host.
     *
     * @param ended gets the reason if it ends by itself
     * @throws PacketPortException where a right or an interface is missing; it has the remedy
     */
    static Enforcement bridge(CompiledPolicy policy, String first, String second, Consumer<Exception> ended)
            throws PacketPortException {
        Enforcement enforcement = new Enforcement(policy, "the bridge of " + first + " and " + second,
                InlineBridge.start(first, second, new PolicyFilter(policy), policy.failMode() == FailMode.OPEN));
        enforcement.thread("watch of the bridge", enforcement::watch, ended);
        return enforcement;
    }

    @FunctionalInterface
    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private void thread(String name, Work work, Consumer<Exception> ended) {
        threads.add(Thread.ofPlatform().daemon().name(name).start(() -> {
            try {
                work.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (IOException | RuntimeException e) {
                if (!closing) {
                    ended.accept(e);
                }
            }
        }));
    }

    private void traffic(SimulatedNetwork network) throws IOException, InterruptedException {
        List<Topology.Target> targets = network.topology().targets();
        // By every method in turn, so that the policy sees more than one protocol.
        List<ProbeMethod> methods = ProbeMethods.all();
        for (int round = 0; !closing && !targets.isEmpty(); round++) {
            ProbeMethod method = methods.get(round % methods.size());
            for (Topology.Target target : targets) {
                try (PacketPort port = network.viewpointPort()) {
                    TraceRequest request = new TraceRequest(target.name(), target.address(), method.id(),
                            method.id().equals(target.method()) ? target.port() : 0, TRAFFIC_MAX_TTL, 1, TRAFFIC_WAIT);
                    if (method.suits(request, port)) {
                        Tracer.run(request, port, event -> { }, () -> closing);
                    }
                }
                traces.incrementAndGet();
                if (closing) {
                    return;
                }
                Thread.sleep(PAUSE_MILLIS);
            }
        }
    }

    private void watch() throws IOException, InterruptedException {
        while (!closing && !enforcer.await(Duration.ofSeconds(1))) {
            continue;
        }
    }

    /** Where the policy is at work, in words. */
    String label() {
        return label;
    }

    CompiledPolicy policy() {
        return policy;
    }

    EnforcementStatistics statistics() {
        return enforcer.statistics();
    }

    /** How many traces have run through the simulated network; empty for a bridge. */
    Optional<Long> traces() {
        return enforcer instanceof SimulatedEnforcer ? Optional.of(traces.get()) : Optional.empty();
    }

    @Override
    public void close() {
        closing = true;
        enforcer.close();
        for (Thread thread : threads) {
            thread.interrupt();
            try {
                if (thread != Thread.currentThread()) {
                    thread.join(CLOSE_MILLIS);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
