package org.hopwarden.cli.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import org.hopwarden.enforce.EnforcementStatistics;
import org.hopwarden.enforce.Enforcer;
import org.hopwarden.lab.SimulatedNetwork;
import org.hopwarden.lab.Topology;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpVersion;
import org.hopwarden.packetio.PacketPort;
import org.hopwarden.packetio.PacketPortException;
import org.hopwarden.packetio.TraceFilter;
import org.hopwarden.probe.ProbeMethod;
import org.hopwarden.probe.ProbeMethods;
import org.hopwarden.probe.TraceManner;
import org.hopwarden.probe.TraceRequest;
import org.hopwarden.probe.TraceStrategies;
import org.hopwarden.probe.TraceStrategy;
import org.hopwarden.probe.Tracer;
import org.hopwarden.report.TraceEventFile;

import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "trace", sortOptions = false, description = { "Traces the path to a host.",
        "Exit code 0 where the target was reached, 1 where it was not." })
final class TraceCommand implements Callable<Integer> {

    /** In the place of a method's id. */
    static final String EVERY_METHOD = "all";
    static final String DEFAULT_METHOD = "icmp";

    private final Output output;

    @Parameters(paramLabel = "TARGET", arity = "0..1", description = "an IP address or a host name; not with --replay")
    private String target;

    @Option(names = "--method", paramLabel = "METHOD", completionCandidates = MethodIds.class,
            description = "what to send: ${COMPLETION-CANDIDATES} (default icmp, with --multipath udp); see below; "
                    + "or all: every method at once, side by side")
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

    @Option(names = "--max-ttl", paramLabel = "N", description = "the greatest TTL, 1 to 255 (default 30)")
    private Integer maxTtl;

    @Option(names = "--queries", paramLabel = "N", description = "probes per hop, 1 to 100 (default 3)")
    private Integer queries;

    @Option(names = "--like", paramLabel = "TOOL",
            description = "take the defaults of ${COMPLETION-CANDIDATES}; the first three print in the tool's manner too")
    private LikeTool like;

    @Mixin
    private ProbeArguments probes;

    @Option(names = "--strategy", paramLabel = "NAME",
            completionCandidates = StrategyIds.class,
            description = "which probe to send when: ${COMPLETION-CANDIDATES} (default all-at-once); see below")
    private String strategy;

    @Option(names = "--respect-limits", description = "slow down at routers that limit their replies, so that none is missed")
    private boolean respectLimits;

    @ArgGroup(exclusive = false)
    private MultipathOptions multipath;

    @Option(names = "--interface", paramLabel = "NAME", description = "send from the address of this interface")
    private String interfaceName;

    @Option(names = "--lab", paramLabel = "FILE",
            description = "trace in the simulated network of this topology file, or of an example (see 'lab list')")
    private String lab;

    @ArgGroup(exclusive = false)
    private PolicyTrial trial;

    @Mixin
    private HostNaming naming;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text", description = TraceFormat.CHOICES)
    private TraceFormat format;

    @ArgGroup(exclusive = false)
    private Replaying replaying;

    @Option(names = "--save", paramLabel = "FILE", description = "write the events to this file, for --replay")
    private Path save;

    @Spec
    private CommandSpec spec;

    /** The simulated network that was traced in; null where this host's own was. */
    private Topology topology;

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
        if (replaying != null) {
            if (target != null) {
                throw new ParameterException(spec.commandLine(), "a file is replayed, and a target is named: leave out one of the two");
            }
            return replaying.traces(format, like, output);
        }
        if (target == null) {
            throw new ParameterException(spec.commandLine(), "Missing required parameter: 'TARGET'");
        }
        try (Interruption interruption = new Interruption()) {
            if (trial != null && lab == null) {
                throw CommandFailure.usage("--policy is tried in a simulated network, and none is named",
                        "Add --lab FILE. On packets of this host, 'hopwarden enforce' enforces a policy.");
            }
            if (multipath != null) {
                multipath.requirePossible(format, EVERY_METHOD.equals(method));
            }
            naming.prepare(output.err());
            TraceResult traces = lab == null ? onHost(interruption) : inLab(interruption);
            traces.name(addresses -> naming.lookUp(addresses, Optional.ofNullable(topology)));
            traces.print(format, output);
            if (decided != null && format == TraceFormat.TEXT) {
                trial.print(decided, output.err());
            }
            return traces.exitCode(interruption.exitCode());
        }
    }

    private TraceResult onHost(Interruption interruption) throws IOException {
        IpAddress address = Targets.onHost(target, ipVersion());
        List<TraceRequest> requests = requests(address);
        Optional<String> from = Optional.ofNullable(interfaceName);
        from.ifPresent(InterfacesCommand::require);
        probes.requireOwnSource();
        HostPorts ports = new HostPorts(output.err(), "trace");
        try (PacketPort packets = ports.open(new TraceFilter(address, from))) {
            if (EVERY_METHOD.equals(method)) {
                return trace(ports.possible(requests, packets), packets, interruption);
            }
            TraceRequest request = requests.getFirst();
            String allowed = ports.method(request.method(), method != null || like != null, packets, address);
            return trace(List.of(allowed.equals(request.method()) ? request : request(address, allowed, port)), packets, interruption);
        } catch (PacketPortException e) {
            throw CommandFailure.of(e);
        }
    }

    private TraceResult inLab(Interruption interruption) throws IOException {
        if (interfaceName != null) {
            throw CommandFailure.usage("--interface names an interface of this host, and --lab leaves this host out",
                    "Leave out one of the two.");
        }
        topology = Labs.open(lab);
        List<TraceRequest> requests = requests(Targets.inLab(target, ipVersion(), topology));
        SimulatedNetwork network = SimulatedNetwork.of(topology);
        try (PacketPort packets = network.viewpointPort(); Enforcer enforcer = trial == null ? null : trial.start(network)) {
            if (!EVERY_METHOD.equals(method)) {
                LabConversation.begin(network, packets, requests.getFirst(), interruption);
            }
            TraceResult traces = trace(requests, packets, interruption);
            decided = enforcer == null ? null : enforcer.statistics();
            return traces;
        } catch (PacketPortException e) {
            throw CommandFailure.of(e);
        }
    }

    private TraceResult trace(List<TraceRequest> requests, PacketPort packets, Interruption interruption)
            throws PacketPortException, IOException {
        if (multipath != null) {
            return multipath.trace(requests.getFirst(), packets, save, interruption);
        }
        boolean every = EVERY_METHOD.equals(method);
        TraceManner manner = manner();
        TraceOutput traces = new TraceOutput(every, like);
        try (EventsFile file = EventsFile.open(save, every ? TraceEventFile.Kind.TRACES : TraceEventFile.Kind.TRACE)) {
            Tracer.runAll(every ? possible(requests, packets) : requests, manner, packets, (index, event) -> {
                traces.on(index, event);
                file.on(index, event);
            }, interruption::isRequested);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.usage(e.getMessage(), "See 'hopwarden help trace'.");
        }
        return traces;
    }

    /** Those that have what they need: a connection to trace inside may not be there. */
    private static List<TraceRequest> possible(List<TraceRequest> requests, PacketPort packets) throws PacketPortException {
        List<TraceRequest> possible = new ArrayList<>();
        for (TraceRequest request : requests) {
            if (ProbeMethods.get(request.method()).suits(request, packets)) {
                possible.add(request);
            }
        }
        return possible;
    }

    private List<TraceRequest> requests(IpAddress address) {
        if (!EVERY_METHOD.equals(method)) {
            return List.of(method == null && like != null
                    ? request(address, like.method, port == null && like.port > 0 ? Integer.valueOf(like.port) : port)
                    : request(address, method != null ? method : multipath != null ? MultipathOptions.DEFAULT_METHOD : DEFAULT_METHOD, port));
        }
        return ProbeMethods.all().stream().map(each -> request(address, each.id(), each.hasPorts() ? port : null)).toList();
    }

    private TraceManner manner() {
        try {
            String usual = like == LikeTool.NMAP ? "backward" : TraceStrategies.DEFAULT;
            return new TraceManner(TraceStrategies.get(strategy == null ? usual : strategy), respectLimits);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.usage(e.getMessage(), "See 'hopwarden help trace'.");
        }
    }

    private TraceRequest request(IpAddress address, String method, Integer port) {
        try {
            ProbeMethod probe = ProbeMethods.get(method);
            if (port != null && !probe.hasPorts()) {
                throw CommandFailure.usage("the method " + method + " has no ports", "Leave out --port, or choose a method "
                        + "with ports: " + ProbeMethods.all().stream().filter(ProbeMethod::hasPorts)
                                .map(ProbeMethod::id).collect(Collectors.joining(", ")) + ".");
            }
            if (port != null && port < 1) {
                throw new IllegalArgumentException("a port lies in 1..65535, not " + port);
            }
            int greatestTtl = maxTtl != null ? maxTtl : like != null ? like.maxTtl : TraceRequest.DEFAULT_MAX_TTL;
            int queriesPerHop = queries != null ? queries : like != null ? like.queries : TraceRequest.DEFAULT_QUERIES;
            TraceRequest request = new TraceRequest(target, address, method, port == null ? 0 : port, greatestTtl, queriesPerHop,
                    TraceRequest.DEFAULT_MAX_WAIT);
            return probes.apply(request, EVERY_METHOD.equals(this.method), like);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.usage(e.getMessage(), "See 'hopwarden help trace'.");
        }
    }

    private Optional<IpVersion> ipVersion() {
        return version == null ? Optional.empty() : Optional.of(version.four ? IpVersion.V4 : IpVersion.V6);
    }
}
