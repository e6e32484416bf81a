package org.hopwarden.cli.internal;

import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import org.hopwarden.cli.ExitCode;
import org.hopwarden.enforce.EnforcementStatistics;
import org.hopwarden.enforce.Enforcer;
import org.hopwarden.lab.SimulatedNetwork;
import org.hopwarden.lab.Topology;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpVersion;
import org.hopwarden.packetio.PacketPort;
import org.hopwarden.packetio.PacketPortException;
import org.hopwarden.packetio.PacketPorts;
import org.hopwarden.packetio.TraceFilter;
import org.hopwarden.probe.ProbeMethod;
import org.hopwarden.probe.ProbeMethods;
import org.hopwarden.probe.Trace;
import org.hopwarden.probe.TraceManner;
import org.hopwarden.probe.TraceRequest;
import org.hopwarden.probe.TraceStrategies;
import org.hopwarden.probe.TraceStrategy;
import org.hopwarden.probe.Tracer;
import org.hopwarden.report.TraceJson;

import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "trace", sortOptions = false, description = { "Traces the path to a host.",
        "Exit code 0 where the target was reached, 1 where it was not." })
final class TraceCommand implements Callable<Integer> {

    private final Output output;

    @Parameters(paramLabel = "TARGET", description = "an IP address or a host name")
    private String target;

    @Option(names = "--method", paramLabel = "METHOD", defaultValue = "icmp", completionCandidates = MethodIds.class,
            description = "what to send: ${COMPLETION-CANDIDATES} (default icmp); see below")
    private String method;

    @Option(names = "--port", paramLabel = "N", description = "destination port, for methods with ports; the default is that of the method")
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

    @Option(names = "--queries", paramLabel = "N", defaultValue = "3", description = "probes per hop, 1 to 100 (default 3)")
    private int queries;

    @Option(names = "--strategy", paramLabel = "NAME", defaultValue = TraceStrategies.DEFAULT,
            completionCandidates = StrategyIds.class,
            description = "which probe to send when: ${COMPLETION-CANDIDATES} (default all-at-once); see below")
    private String strategy;

    @Option(names = "--respect-limits", description = "slow down at routers that limit their replies, so that none is missed")
    private boolean respectLimits;

    @Option(names = "--interface", paramLabel = "NAME", description = "send from the address of this interface")
    private String interfaceName;

    @Option(names = "--lab", paramLabel = "FILE",
            description = "trace in the simulated network of this topology file, or of an example (see 'lab list')")
    private String lab;

    @ArgGroup(exclusive = false)
    private PolicyTrial trial;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text", description = "text (default) or json")
    private Format format;

    /** What the policy on trial has done; null where none is. */
    private EnforcementStatistics decided;

    /** The methods that are there, those of plug-ins included; asked for only when help is shown. */
    static final class MethodIds implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return ProbeMethods.all().stream().map(ProbeMethod::id).iterator();
        }
    }

    /** As {@link MethodIds}. */
    static final class StrategyIds implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return TraceStrategies.all().stream().map(TraceStrategy::id).iterator();
        }
    }

    private TraceCommand(Output output) {
        this.output = output;
    }

    static CommandLine commandLine(Output output) {
        CommandLine line = new CommandLine(new TraceCommand(output));
        line.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_FOOTER, help -> methods(help));
        return line;
    }

    private static String methods(Help help) {
        StringBuilder text = new StringBuilder(String.format("%nMethods:%n"));
        Help.TextTable table = Help.TextTable.forColumns(help.colorScheme(),
                new Help.Column(20, 2, Help.Column.Overflow.SPAN), new Help.Column(80, 2, Help.Column.Overflow.WRAP));
        for (ProbeMethod method : ProbeMethods.all()) {
            table.addRowValues(method.id(), method.label() + ". " + method.description()
                    + (method.defaultPort() == 0 ? "" : " Port " + method.defaultPort() + " by default."));
        }
        text.append(table).append(String.format("%nStrategies:%n"));
        table = Help.TextTable.forColumns(help.colorScheme(),
                new Help.Column(20, 2, Help.Column.Overflow.SPAN), new Help.Column(80, 2, Help.Column.Overflow.WRAP));
        for (TraceStrategy each : TraceStrategies.all()) {
            table.addRowValues(each.id(), each.description());
        }
        return text.append(table).toString();
    }

    @Override
    public Integer call() throws IOException {
        try (Interruption interruption = new Interruption()) {
            if (trial != null && lab == null) {
                throw CommandFailure.usage("--policy is tried in a simulated network, and none is named",
                        "Add --lab FILE. On packets of this host, 'hopwarden enforce' enforces a policy.");
            }
            Trace trace = lab == null ? onHost(interruption) : inLab(interruption);
            if (format == Format.JSON) {
                TraceJson.write(trace, output.out());
                output.out().println();
            } else {
                TraceText.print(trace, output.out());
                if (decided != null) {
                    trial.print(decided, output.err());
                }
            }
            if (trace.status() == Trace.Status.FAILED) {
                if (format == Format.JSON) {
                    output.err().println("hopwarden: " + trace.message());
                }
                return ExitCode.FAILED;
            }
            return interruption.exitCode().orElse(trace.reached() ? ExitCode.DONE : ExitCode.NEGATIVE);
        }
    }

    private Trace onHost(Interruption interruption) throws IOException {
        TraceRequest request = request(Targets.onHost(target, ipVersion()));
        Optional<String> from = Optional.ofNullable(interfaceName);
        from.ifPresent(InterfacesCommand::require);
        try (PacketPort packets = PacketPorts.openHost(new TraceFilter(request.address(), from))) {
            return Tracer.run(request, manner(), packets, event -> { }, interruption::isRequested);
        } catch (PacketPortException e) {
            throw CommandFailure.of(e);
        }
    }

    private Trace inLab(Interruption interruption) throws IOException {
        if (interfaceName != null) {
            throw CommandFailure.usage("--interface names an interface of this host, and --lab leaves this host out",
                    "Leave out one of the two.");
        }
        Topology topology = Labs.open(lab);
        TraceRequest request = request(Targets.inLab(target, ipVersion(), topology));
        SimulatedNetwork network = SimulatedNetwork.of(topology);
        try (PacketPort packets = network.viewpointPort(); Enforcer enforcer = trial == null ? null : trial.start(network)) {
            Trace trace = Tracer.run(request, manner(), packets, event -> { }, interruption::isRequested);
            decided = enforcer == null ? null : enforcer.statistics();
            return trace;
        } catch (PacketPortException e) {
            throw CommandFailure.of(e);
        }
    }

    private TraceManner manner() {
        try {
            return new TraceManner(TraceStrategies.get(strategy), respectLimits);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.usage(e.getMessage(), "See 'hopwarden help trace'.");
        }
    }

    private TraceRequest request(IpAddress address) {
        try {
            ProbeMethod probe = ProbeMethods.get(method);
            if (port != null && probe.defaultPort() == 0) {
                throw CommandFailure.usage("the method " + method + " has no ports", "Leave out --port, or choose a method "
                        + "with ports: " + ProbeMethods.all().stream().filter(other -> other.defaultPort() != 0)
                                .map(ProbeMethod::id).collect(Collectors.joining(", ")) + ".");
            }
            if (port != null && port < 1) {
                throw new IllegalArgumentException("a port lies in 1..65535, not " + port);
            }
            return new TraceRequest(target, address, method, port == null ? 0 : port, maxTtl, queries,
                    TraceRequest.DEFAULT_MAX_WAIT);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.usage(e.getMessage(), "See 'hopwarden help trace'.");
        }
    }

    private Optional<IpVersion> ipVersion() {
        return version == null ? Optional.empty() : Optional.of(version.four ? IpVersion.V4 : IpVersion.V6);
    }
}
