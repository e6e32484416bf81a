package org.hopwarden.cli.internal;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import org.hopwarden.cli.ExitCode;
import org.hopwarden.lab.ExampleTopologies;
import org.hopwarden.lab.SimulatedNetwork;
import org.hopwarden.lab.Topology;
import org.hopwarden.names.HostInfo;
import org.hopwarden.net.IpAddress;
import org.hopwarden.packetio.PacketPort;
import org.hopwarden.packetio.PacketPortException;
import org.hopwarden.probe.ProbeMethod;
import org.hopwarden.probe.ProbeMethods;
import org.hopwarden.probe.Trace;
import org.hopwarden.probe.TraceRequest;
import org.hopwarden.probe.Tracer;
import org.hopwarden.report.TraceReport;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What {@code ./hopwarden} shows where there is no display: each target of an example network, traced by every method. */
@Command(name = "tour", description = {
        "Traces the targets of a simulated network by every method, and writes an HTML report.",
        "This is what ./hopwarden does where there is no display." })
final class TourCommand implements Callable<Integer> {

    private static final String TITLE = "A tour of the lab";

    private final Output output;

    @Option(names = "--lab", paramLabel = "FILE", description = "a topology file, or the name of an example (default: all examples)")
    private String lab;

    @Option(names = { "-o", "--output" }, paramLabel = "FILE.html",
            description = "where to write the report (default: in the user's state folder)")
    private Path file;

    TourCommand(Output output) {
        this.output = output;
    }

    @Override
    public Integer call() throws IOException {
        List<Topology> topologies = lab != null ? List.of(Labs.open(lab))
                : ExampleTopologies.all().stream().map(ExampleTopologies.Example::topology).toList();
        List<TraceReport.Section> sections = new ArrayList<>();
        try (Interruption interruption = new Interruption()) {
            for (Topology topology : topologies) {
                Map<IpAddress, List<Topology.Target>> targets = topology.targets().stream().collect(
                        Collectors.groupingBy(Topology.Target::address, LinkedHashMap::new, Collectors.toList()));
                for (List<Topology.Target> target : targets.values()) {
                    output.err().println("Tracing " + target.getFirst().name() + " in " + topology.name());
                    sections.add(section(topology, target, interruption));
                }
            }
        }
        Path written = write(sections);
        output.out().println(written.toAbsolutePath().normalize());
        return ExitCode.DONE;
    }

    /** @param mentions of one address: each may suggest a method of its own, with a port and a note */
    private static TraceReport.Section section(Topology topology, List<Topology.Target> mentions, Interruption interruption)
            throws IOException {
        Topology.Target first = mentions.getFirst();
        List<Trace> traces = new ArrayList<>();
        for (ProbeMethod method : ProbeMethods.all()) {
            int suggestedPort = mentions.stream().filter(mention -> mention.method().equals(method.id()))
                    .mapToInt(Topology.Target::port).findFirst().orElse(0);
            TraceRequest request = TraceRequest.of(first.name(), first.address(), method.id()).withPort(suggestedPort);
            try (PacketPort port = SimulatedNetwork.of(topology).viewpointPort()) {
                if (method.suits(request, port)) {
                    traces.add(Tracer.run(request, port, event -> { }, interruption::isRequested));
                }
            } catch (PacketPortException e) {
                throw CommandFailure.of(e);
            }
        }
        String note = mentions.stream().map(Topology.Target::note).distinct().collect(Collectors.joining(" "));
        return new TraceReport.Section(first.name() + " in " + topology.name(), note, traces, names(traces, topology));
    }

    private static Map<IpAddress, HostInfo> names(List<Trace> traces, Topology topology) {
        Map<IpAddress, HostInfo> names = new LinkedHashMap<>();
        traces.stream().flatMap(trace -> trace.hops().stream()).flatMap(hop -> hop.addresses().stream()).forEach(
                address -> topology.nameOf(address).ifPresent(
                        name -> names.put(address, new HostInfo(Optional.of(name), Optional.empty()))));
        return names;
    }

    private Path write(List<TraceReport.Section> sections) throws IOException {
        if (file != null) {
            try {
                TraceReport.write(TITLE, sections, file);
            } catch (IOException e) {
                throw new CommandFailure(ExitCode.FAILED, "the report cannot be written to " + file + ": " + e,
                        "Name another file with --output.");
            }
            return file;
        }
        Path preferred = stateFolder().resolve("hopwarden").resolve("reports").resolve("lab-tour.html");
        try {
            Files.createDirectories(preferred.getParent());
            TraceReport.write(TITLE, sections, preferred);
            return preferred;
        } catch (FileSystemException e) {
            Path fallback = Files.createTempDirectory("hopwarden-").resolve("lab-tour.html");
            TraceReport.write(TITLE, sections, fallback);
            return fallback;
        }
    }

    /** As the XDG base directory specification says. */
    private static Path stateFolder() {
        String state = System.getenv("XDG_STATE_HOME");
        return state != null && state.startsWith("/") ? Path.of(state)
                : Path.of(System.getProperty("user.home"), ".local", "state");
    }
}
