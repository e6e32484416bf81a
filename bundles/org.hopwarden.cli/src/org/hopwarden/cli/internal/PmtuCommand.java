package org.hopwarden.cli.internal;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.hopwarden.cli.ExitCode;
import org.hopwarden.cli.internal.TextTable.Align;
import org.hopwarden.names.HostInfo;
import org.hopwarden.net.IpAddress;
import org.hopwarden.packetio.PacketPort;
import org.hopwarden.packetio.PacketPortException;
import org.hopwarden.probe.PathMtu;
import org.hopwarden.probe.PathMtuProber;
import org.hopwarden.probe.PathMtuRequest;
import org.hopwarden.probe.ProbeMethod;
import org.hopwarden.probe.ProbeMethods;
import org.hopwarden.probe.Trace;
import org.hopwarden.report.TraceJson;

import com.fasterxml.jackson.core.JsonGenerator;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "pmtu", sortOptions = false, description = {
        "Finds the longest packet that passes to a host, which link makes it so, and where longer ones vanish.",
        "Exit code 0 where the target answered and all routers on the way say what is too long for them, 1 where not." })
final class PmtuCommand implements Callable<Integer> {

    private static final String FORMAT = "hopwarden.pmtu/1";

    private final Output output;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ProbedTarget target;

    @Option(names = "--method", paramLabel = "METHOD", defaultValue = "icmp",
            description = "what to send: icmp (default), udp or tcp. An echo reply is as long as its request: with icmp the way "
                    + "back from the target counts as well")
    private String method;

    @Option(names = "--port", paramLabel = "N", description = "destination port, for udp and tcp")
    private Integer port;

    @Option(names = "--max-ttl", paramLabel = "N", defaultValue = "30", description = "the greatest TTL, 1 to 255 (default 30)")
    private int maxTtl;

    @Option(names = "--mtu", paramLabel = "BYTES", description = "the longest packet to try; by default the MTU of the interface")
    private Integer startBytes;

    @Mixin
    private HostNaming naming;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text", description = "text (default) or json")
    private Format format;

    PmtuCommand(Output output) {
        this.output = output;
    }

    @Override
    public Integer call() throws IOException {
        naming.prepare(output.err());
        try (Interruption interruption = new Interruption()) {
            HostPorts ports = new HostPorts(output.err(), "pmtu");
            PathMtu found = target.probe(ports::open, (address, source, packets) -> {
                boolean chosen = spec.commandLine().getParseResult().hasMatchedOption("--method");
                method = ports.method(method, chosen, packets, address);
                return find(request(address, source, packets), packets, interruption);
            });
            Map<IpAddress, HostInfo> hosts = naming.lookUp(found.hops().stream().flatMap(hop -> hop.address().stream()).toList(),
                    target.topology());
            if (format == Format.JSON) {
                writeJson(found, hosts);
            } else {
                print(found, hosts, output.out());
            }
            if (found.status() == Trace.Status.FAILED) {
                output.err().println("hopwarden: " + found.message());
                return ExitCode.FAILED;
            }
            boolean whole = found.reached() && found.blackHole().isEmpty();
            return interruption.exitCode().orElse(whole ? ExitCode.DONE : ExitCode.NEGATIVE);
        }
    }

    private static PathMtu find(PathMtuRequest request, PacketPort packets, Interruption interruption)
            throws PacketPortException {
        try {
            return PathMtuProber.run(request, packets, interruption::isRequested);
        } catch (IllegalArgumentException e) {
            throw usage(e);
        }
    }

    private PathMtuRequest request(IpAddress address, Optional<IpAddress> source, PacketPort packets) throws PacketPortException {
        String id = method.equals("tcp") ? "tcp-syn" : method;
        try {
            ProbeMethod probe = ProbeMethods.get(id);
            if (port != null && (probe.defaultPort() == 0 || port < 1)) {
                throw new IllegalArgumentException(probe.defaultPort() == 0 ? "the method " + method + " has no ports"
                        : "a port lies in 1..65535, not " + port);
            }
            int most = packets.mtuBytes(address);
            if (startBytes != null && startBytes > most) {
                throw new IllegalArgumentException("the interface takes packets of " + most + " bytes at the most, not "
                        + startBytes);
            }
            return new PathMtuRequest(target.text(), address, id, port == null ? 0 : port, maxTtl,
                    startBytes == null ? most : startBytes, PathMtuRequest.DEFAULT_MAX_WAIT, source);
        } catch (IllegalArgumentException e) {
            throw usage(e);
        }
    }

    private static CommandFailure usage(IllegalArgumentException e) {
        return CommandFailure.usage(e.getMessage(), "See 'hopwarden help pmtu'.");
    }

    private void writeJson(PathMtu found, Map<IpAddress, HostInfo> hosts) throws IOException {
        try (JsonGenerator json = Json.generator(output.out())) {
            json.writeStartObject();
            json.writeStringField("format", FORMAT);
            json.writeStringField("target", found.request().target());
            json.writeStringField("address", found.request().address().toString());
            json.writeNumberField("mtu", found.mtuBytes());
            json.writeStringField("method", found.request().method());
            json.writeBooleanField("reached", found.reached());
            json.writeNumberField("probes", found.probes());
            json.writeNumberField("ignored", found.ignored());
            json.writeArrayFieldStart("hops");
            for (PathMtu.Hop hop : found.hops()) {
                json.writeStartObject();
                json.writeNumberField("ttl", hop.ttl());
                if (hop.address().isPresent()) {
                    json.writeStringField("address", hop.address().get().toString());
                }
                json.writeNumberField("mtu", hop.mtuBytes());
                if (hop.reportedBy().isPresent()) {
                    json.writeStringField("reportedBy", hop.reportedBy().get().toString());
                }
                json.writeEndObject();
            }
            json.writeEndArray();
            if (found.blackHole().isPresent()) {
                PathMtu.BlackHole hole = found.blackHole().get();
                json.writeObjectFieldStart("blackHole");
                json.writeNumberField("ttl", hole.ttl());
                json.writeStringField("address", hole.address().toString());
                if (hole.before().isPresent()) {
                    json.writeStringField("before", hole.before().get().toString());
                }
                json.writeNumberField("passed", hole.passedBytes());
                json.writeNumberField("lost", hole.lostBytes());
                json.writeEndObject();
            }
            TraceJson.writeHosts(hosts, json);
            json.writeEndObject();
        }
    }

    private static void print(PathMtu found, Map<IpAddress, HostInfo> hosts, PrintStream out) {
        PathMtuRequest request = found.request();
        String name = request.target().equals(request.address().toString()) ? request.target()
                : request.target() + " (" + request.address() + ")";
        out.println("Path MTU to " + name + " from " + found.source() + " by "
                + ProbeMethods.find(request.method()).map(ProbeMethod::label).orElse(request.method()));
        TextTable table = new TextTable(Align.RIGHT, Align.RIGHT, Align.LEFT, Align.LEFT);
        table.row("TTL", "MTU", "Address", "Note");
        int before = request.startBytes();
        for (PathMtu.Hop hop : found.hops()) {
            String note = hop.reportedBy().isPresent() ? "lower, says " + hop.reportedBy().get()
                    : found.blackHole().isPresent() && found.blackHole().get().ttl() == hop.ttl() ? "longer packets vanish"
                            : hop.mtuBytes() < before ? "lower, nobody says so" : "";
            table.row(Integer.toString(hop.ttl()), Integer.toString(hop.mtuBytes()),
                    hop.address().map(address -> TraceText.named(address, hosts.get(address))).orElse("*"), note);
            before = hop.mtuBytes();
        }
        table.print(out);
        out.println((found.reached() ? "The path MTU is " + found.mtuBytes() + " bytes." : found.hops().isEmpty()
                ? "Nobody answered." : "The target did not answer. To hop " + found.hops().getLast().ttl() + " the path MTU is "
                        + found.mtuBytes() + " bytes.") + found.blackHole().map(PmtuCommand::sentence).orElse(""));
        out.println(found.probes() + " probes were sent."
                + (found.ignored() == 0 ? "" : " " + found.ignored() + " replies were not believed."));
    }

    private static String sentence(PathMtu.BlackHole hole) {
        return " Packets of " + hole.lostBytes() + " bytes and more vanish without a word between "
                + hole.before().map(IpAddress::toString).orElse("this host") + " and hop " + hole.ttl() + ", " + hole.address()
                + ".";
    }
}
