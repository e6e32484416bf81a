package org.hopwarden.cli.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.hopwarden.lab.Pace;
import org.hopwarden.lab.SimulatedNetwork;
import org.hopwarden.lab.Topology;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpVersion;
import org.hopwarden.packetio.PacketPort;
import org.hopwarden.packetio.PacketPortException;
import org.hopwarden.packetio.TraceFilter;
import org.hopwarden.probe.ProbeMethods;
import org.hopwarden.probe.TraceRequest;
import org.hopwarden.probe.WatchRequest;
import org.hopwarden.probe.Watcher;
import org.hopwarden.report.TraceEventFile;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "watch", sortOptions = false, description = {
        "Probes every hop of the path to a host again and again, as mtr does, and tells loss on the way from routers that limit their "
                + "answers.",
        "On a terminal the table is shown while it changes. Ctrl-C ends the watch with its report.",
        "Exit code 0 where the target was reached, 1 where it was not." })
final class WatchCommand implements Callable<Integer> {

    private static final double NANOS_PER_SECOND = 1e9;
    private static final double LEAST_INTERVAL_SECONDS = 0.001;
    private static final double GREATEST_INTERVAL_SECONDS = 3600;

    private final Output output;

    @Parameters(paramLabel = "TARGET", arity = "0..1", description = "an IP address or a host name; not with --replay")
    private String target;

    @Option(names = "--count", paramLabel = "N", description = "how many rounds; left out: until Ctrl-C")
    private Integer count;

    @Option(names = "--interval", paramLabel = "S", defaultValue = "1", description = "seconds from round to round (default 1)")
    private double intervalSeconds;

    @Option(names = "--method", paramLabel = "METHOD", completionCandidates = TraceCommand.MethodIds.class,
            description = "what to send: ${COMPLETION-CANDIDATES} (default icmp); see 'help trace'")
    private String method;

    @Option(names = "--port", paramLabel = "N", description = "destination port, for methods with ports")
    private Integer port;

    @ArgGroup
    private Version version;

    private static final class Version {
        @Option(names = "-4", description = "take the target's IPv4 address", order = 1)
        private boolean four;
        @Option(names = "-6", description = "take the target's IPv6 address", order = 2)
        private boolean six;
    }

    @Option(names = "--max-ttl", paramLabel = "N", defaultValue = "30", description = "the greatest TTL, 1 to 255 (default 30)")
    private int maxTtl;

    @Mixin
    private ProbeArguments probes;

    @Option(names = "--respect-limits", description = "probe a router that limits its answers only as often as it answers")
    private boolean respectLimits;

    @Option(names = "--interface", paramLabel = "NAME", description = "send from the address of this interface")
    private String interfaceName;

    @Option(names = "--lab", paramLabel = "FILE",
            description = "watch in the simulated network of this topology file, or of an example (see 'lab list'). "
                    + "With --count its time is virtual, and the watch done at once")
    private String lab;

    @Mixin
    private HostNaming naming;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text", description = WatchOutput.CHOICES)
    private TraceFormat format;

    @Option(names = "--save", paramLabel = "FILE", description = "write the events to this file, for --replay")
    private Path save;

    @ArgGroup(exclusive = false)
    private Replaying replaying;

    @Spec
    private CommandSpec spec;

    WatchCommand(Output output) {
        this.output = output;
    }

    @Override
    public Integer call() throws IOException {
        WatchOutput.requirePossible(format);
        if (replaying != null) {
            if (target != null) {
                throw new ParameterException(spec.commandLine(), "a file is replayed, and a target is named: leave out one of the two");
            }
            return replaying.watch(format, output);
        }
        if (target == null) {
            throw new ParameterException(spec.commandLine(), "Missing required parameter: 'TARGET'");
        }
        naming.prepare(output.err());
        try (Interruption interruption = new Interruption()) {
            return lab == null ? onHost(interruption) : inLab(interruption);
        } catch (PacketPortException e) {
            throw CommandFailure.of(e);
        }
    }

    private int onHost(Interruption interruption) throws IOException {
        IpAddress address = Targets.onHost(target, ipVersion());
        WatchRequest request = request(address, methodOrDefault());
        Optional<String> from = Optional.ofNullable(interfaceName);
        from.ifPresent(InterfacesCommand::require);
        probes.requireOwnSource();
        HostPorts ports = new HostPorts(output.err(), "watch");
        try (PacketPort packets = ports.open(new TraceFilter(address, from))) {
            String allowed = ports.method(request.trace().method(), method != null, packets, address);
            return watch(allowed.equals(request.trace().method()) ? request : request(address, allowed), packets, Optional.empty(), interruption);
        }
    }

    private int inLab(Interruption interruption) throws IOException {
        if (interfaceName != null) {
            throw CommandFailure.usage("--interface names an interface of this host, and --lab leaves this host out",
                    "Leave out one of the two.");
        }
        Topology topology = Labs.open(lab);
        WatchRequest request = request(Targets.inLab(target, ipVersion(), topology), methodOrDefault());
        SimulatedNetwork network = SimulatedNetwork.of(topology, count == null ? Pace.REAL_TIME : Pace.VIRTUAL);
        try (PacketPort packets = network.viewpointPort()) {
            LabConversation.begin(network, packets, request.trace(), interruption);
            return watch(request, packets, Optional.of(topology), interruption);
        }
    }

    private int watch(WatchRequest request, PacketPort packets, Optional<Topology> topology, Interruption interruption)
            throws IOException {
        WatchOutput watch = new WatchOutput(output, format == TraceFormat.TEXT);
        watch.nameLive(addresses -> naming.known(addresses, topology));
        try (EventsFile file = EventsFile.open(save, TraceEventFile.Kind.WATCH)) {
            Watcher.run(request, respectLimits, packets, event -> {
                watch.on(event);
                file.on(0, event);
            }, interruption::isRequested);
        } catch (IllegalArgumentException e) {
            throw usage(e);
        }
        watch.name(addresses -> naming.lookUp(addresses, topology));
        watch.print(format);
        return watch.exitCode(count == null ? Optional.empty() : interruption.exitCode());
    }

    private String methodOrDefault() {
        return method == null ? TraceCommand.DEFAULT_METHOD : method;
    }

    private WatchRequest request(IpAddress address, String method) {
        try {
            if (port != null && !ProbeMethods.get(method).hasPorts()) {
                throw new IllegalArgumentException("the method " + method + " has no ports");
            }
            if (port != null && port < 1) {
                throw new IllegalArgumentException("a port lies in 1..65535, not " + port);
            }
            if (count != null && count < 1) {
                throw new IllegalArgumentException("the number of rounds is at least 1, not " + count);
            }
            ProbeMethods.get(method);
            // NaN is within no range.
            if (!(intervalSeconds >= LEAST_INTERVAL_SECONDS && intervalSeconds <= GREATEST_INTERVAL_SECONDS)) {
                throw new IllegalArgumentException("the interval lies between 0.001 and 3600 s, not " + intervalSeconds);
            }
            TraceRequest trace = new TraceRequest(target, address, method, port == null ? 0 : port, maxTtl, 1,
                    TraceRequest.DEFAULT_MAX_WAIT);
            return new WatchRequest(probes.apply(trace, false, null), count == null ? 0 : count,
                    Duration.ofNanos(Math.round(intervalSeconds * NANOS_PER_SECOND)));
        } catch (IllegalArgumentException e) {
            throw usage(e);
        }
    }

    private static CommandFailure usage(IllegalArgumentException e) {
        return CommandFailure.usage(e.getMessage(), "See 'hopwarden help watch'.");
    }

    private Optional<IpVersion> ipVersion() {
        return version == null ? Optional.empty() : Optional.of(version.four ? IpVersion.V4 : IpVersion.V6);
    }
}
