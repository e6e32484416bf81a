package org.hopwarden.enforce.internal;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

import org.hopwarden.enforce.EnforcementStatistics;
import org.hopwarden.enforce.Enforcer;
import org.hopwarden.enforce.FlowQuestions;
import org.hopwarden.enforce.SimulatedEnforcer;
import org.hopwarden.enforce.VerdictListener;
import org.hopwarden.engine.CompiledPolicy;
import org.hopwarden.engine.connections.ConnectionList;
import org.hopwarden.lab.FilterPlace;
import org.hopwarden.lab.Pace;
import org.hopwarden.lab.PacketFilter;
import org.hopwarden.lab.SimulatedNetwork;
import org.hopwarden.lab.Topology;
import org.hopwarden.packetio.PacketPort;
import org.hopwarden.probe.ProbeMethod;
import org.hopwarden.probe.ProbeMethods;
import org.hopwarden.probe.TraceRequest;
import org.hopwarden.probe.Tracer;

/** A policy at a router of a simulated network of its own, whose targets are traced for as long as it runs. */
final class LabTraffic implements Enforcer {

    private static final int MAX_TTL = 12;
    private static final Duration WAIT = Duration.ofMillis(400);
    private static final long PAUSE_MILLIS = 150;

    private final SimulatedNetwork network;
    private final SimulatedEnforcer enforcer;
    private final AtomicLong traces = new AtomicLong();
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private final Thread thread;
    private volatile boolean closing;

    LabTraffic(Topology topology, String router, CompiledPolicy policy, VerdictListener verdicts, boolean dryRun,
            FlowQuestions questions) {
        network = SimulatedNetwork.of(topology, Pace.REAL_TIME);
        enforcer = SimulatedEnforcer.start(network, FilterPlace.at(router, PacketFilter.Direction.FORWARD), policy, verdicts, dryRun,
                questions);
        thread = Thread.ofPlatform().daemon().name("traffic of the lab").start(this::run);
    }

    @Override
    public boolean replaces() {
        return true;
    }

    @Override
    public void replace(CompiledPolicy policy) {
        enforcer.replace(policy);
    }

    private void run() {
        try {
            traffic();
            end.complete(null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            end.complete(null);
        } catch (IOException | RuntimeException e) {
            end.completeExceptionally(e);
        }
    }

    private void traffic() throws IOException, InterruptedException {
        List<Topology.Target> targets = network.topology().targets();
        // By every method in turn, so that the policy sees more than one protocol.
        List<ProbeMethod> methods = ProbeMethods.all();
        for (int round = 0; !closing; round++) {
            ProbeMethod method = methods.get(round % methods.size());
            for (Topology.Target target : targets) {
                if (closing) {
                    return;
                }
                trace(method, target);
                Thread.sleep(PAUSE_MILLIS);
            }
            if (targets.isEmpty()) {
                Thread.sleep(PAUSE_MILLIS);
            }
        }
    }

    private void trace(ProbeMethod method, Topology.Target target) throws IOException, InterruptedException {
        try (PacketPort port = network.viewpointPort()) {
            TraceRequest request = new TraceRequest(target.name(), target.address(), method.id(),
                    method.id().equals(target.method()) ? target.port() : 0, MAX_TTL, 1, WAIT);
            if (method.suits(request, port)) {
                Tracer.run(request, port, event -> { }, () -> closing);
                traces.incrementAndGet();
            }
        }
    }

    @Override
    public EnforcementStatistics statistics() {
        return enforcer.statistics();
    }

    /** The connections that are tracked here. */
    @Override
    public ConnectionList connections(int most) {
        return enforcer.connections(most);
    }

    @Override
    public String place() {
        return enforcer.place();
    }

    @Override
    public String note() {
        long ran = traces.get();
        return ran == 1 ? "1 trace ran" : ran + " traces ran";
    }

    @Override
    public boolean await(Duration atMost) throws InterruptedException {
        try {
            end.get(atMost.toNanos(), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("the traffic of the simulated network failed: " + e.getCause().getMessage(),
                    e.getCause());
        }
    }

    @Override
    public void close() {
        closing = true;
        enforcer.close();
        thread.interrupt();
        boolean interrupted = false;
        while (thread != Thread.currentThread() && thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
