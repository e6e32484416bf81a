package org.hopwarden.cli.internal;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.hopwarden.cli.ExitCode;
import org.hopwarden.cli.internal.TextTable.Align;
import org.hopwarden.lab.ExampleTopologies;
import org.hopwarden.lab.FilterPlace;
import org.hopwarden.lab.IcmpLimit;
import org.hopwarden.lab.PacketFilter;
import org.hopwarden.lab.Topology;
import org.hopwarden.net.IpAddress;

import com.fasterxml.jackson.core.JsonGenerator;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "lab", description = "Simulated networks: lists the examples, shows what is in one, and runs one in real time.",
        synopsisSubcommandLabel = "(list|show|run)")
final class LabCommand implements Runnable {

    private final Output output;

    @Spec
    private CommandSpec spec;

    LabCommand(Output output) {
        this.output = output;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what to do: lab list, lab show FILE, or lab run FILE");
    }

    @Command(name = "run", sortOptions = false, description = {
            "Puts a simulated network in real time behind a TUN device in a network namespace, where every program may trace it.",
            "Until Ctrl-C or SIGTERM, or until COMMAND ends: then with its exit code. Needs root." })
    int run(@Parameters(index = "0", paramLabel = "FILE", description = "a topology file, or the name of an example") String file,
            @Option(names = "--for", paramLabel = "SECONDS", description = "end after this time") Double seconds,
            @Parameters(index = "1..*", paramLabel = "COMMAND", description = "after --: run this there") List<String> command)
            throws IOException {
        return new LabRun(output).run(file, seconds, command == null ? List.of() : command);
    }

    @Command(name = "list", description = "Lists the example networks.")
    int list(@Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text",
            description = "text (default) or json") Format format,
            @Parameters(arity = "0..*", hidden = true) List<String> words) throws IOException {
        if (words != null && !words.isEmpty()) {
            throw CommandFailure.usage("lab list lists the examples and takes no name", "What is in one says 'hopwarden lab show "
                    + words.getFirst() + "'.");
        }
        if (format == Format.JSON) {
            try (JsonGenerator json = Json.generator(output.out())) {
                json.writeStartObject();
                json.writeStringField("format", "hopwarden.labs/1");
                json.writeArrayFieldStart("labs");
                for (ExampleTopologies.Example example : ExampleTopologies.all()) {
                    json.writeStartObject();
                    json.writeStringField("id", example.id());
                    json.writeStringField("title", example.title());
                    json.writeStringField("description", example.topology().description());
                    json.writeEndObject();
                }
                json.writeEndArray();
                json.writeEndObject();
            }
            return ExitCode.DONE;
        }
        TextTable table = new TextTable(Align.LEFT, Align.LEFT);
        for (ExampleTopologies.Example example : ExampleTopologies.all()) {
            table.row(example.id(), example.title());
            table.row("", example.topology().description());
        }
        table.print(output.out());
        return ExitCode.DONE;
    }

    @Command(name = "show", description = "Shows the nodes, links, filters and targets of a simulated network.")
    int show(@Parameters(paramLabel = "FILE", description = "a topology file, or the name of an example") String file,
            @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text",
                    description = "text (default) or json") Format format) throws IOException {
        Topology topology = Labs.open(file);
        if (format == Format.JSON) {
            showJson(topology);
        } else {
            showText(topology, file);
        }
        return ExitCode.DONE;
    }

    private void showText(Topology topology, String file) {
        var out = output.out();
        out.println(topology.name() + ": " + topology.description());
        out.println();
        TextTable nodes = new TextTable(Align.LEFT, Align.LEFT, Align.LEFT, Align.LEFT);
        nodes.row("Node", "Kind", "Addresses", "Remarks");
        for (Topology.Node node : topology.nodes()) {
            nodes.row(node.name(), node.kind().name().toLowerCase(Locale.ROOT), joined(topology.addresses(node)),
                    remarks(topology, node));
        }
        nodes.print(out);
        out.println();
        TextTable links = new TextTable(Align.LEFT, Align.LEFT, Align.RIGHT, Align.RIGHT);
        links.row("Link", "Between", "Latency", "Loss");
        for (Topology.Link link : topology.links()) {
            links.row(link.name(), link.ends().stream().map(Topology.Attachment::node).collect(Collectors.joining(" - ")),
                    number(link.latency().toNanos() / 1e6) + " ms",
                    link.loss() == 0 ? "" : number(100 * link.loss()) + " %");
        }
        links.print(out);
        if (!topology.filters().isEmpty()) {
            out.println();
            TextTable filters = new TextTable(Align.LEFT, Align.LEFT, Align.LEFT, Align.LEFT);
            filters.row("Filter at", "Direction", "Action", "Packets, or policy");
            for (Topology.Filter filter : topology.filters()) {
                row(filter, filters);
            }
            filters.print(out);
        }
        if (!topology.targets().isEmpty()) {
            out.println();
            out.println("Worth a trace:");
            TextTable targets = new TextTable(Align.LEFT, Align.LEFT);
            for (Topology.Target target : topology.targets()) {
                targets.row("  hopwarden trace " + target.name() + " --lab " + file
                        + (target.method().isEmpty() ? "" : " --method " + target.method())
                        + (target.port() == 0 ? "" : " --port " + target.port()), target.note());
            }
            targets.print(out);
        }
    }

    private static void row(Topology.Filter filter, TextTable table) {
        FilterPlace place = filter.place();
        String at = place.node() + place.link().map(link -> ", link " + link).orElse("");
        String direction = place.direction().name().toLowerCase(Locale.ROOT);
        switch (filter) {
            case Topology.MatchFilter simple -> table.row(at, direction, word(simple.action()),
                    simple.matches().stream().map(Object::toString).collect(Collectors.joining("; ")));
            case Topology.PolicyFilter policy -> table.row(at, direction, "policy", policy.file()
                    + (policy.policy().chain() == null ? "" : ", chain " + policy.policy().chain()));
        }
    }

    private static String word(PacketFilter.Decision action) {
        return switch (action) {
            case PacketFilter.Decision.Allow _ -> "allow";
            case PacketFilter.Decision.Drop _ -> "drop";
            case PacketFilter.Decision.Reject _ -> "reject";
            case PacketFilter.Decision.Hold _ -> "wait";
        };
    }

    private static String remarks(Topology topology, Topology.Node node) {
        List<String> remarks = new java.util.ArrayList<>();
        if (node.name().equals(topology.viewpoint())) {
            remarks.add("traces start here");
        }
        if (!node.names().isEmpty()) {
            remarks.add("also " + String.join(", ", node.names()));
        }
        if (node.silent()) {
            remarks.add("silent");
        }
        if (!(node.behaviour().icmpLimit() instanceof IcmpLimit.None)) {
            remarks.add("limits its ICMP");
        }
        if (topology.translations().stream().anyMatch(each -> each.node().equals(node.name()))) {
            remarks.add("translates addresses");
        }
        if (topology.labelPaths().stream().anyMatch(path -> path.nodes().contains(node.name()))) {
            remarks.add("MPLS");
        }
        if (!node.tcpOpen().isEmpty()) {
            remarks.add("TCP " + node.tcpOpen().stream().sorted().map(Object::toString).collect(Collectors.joining(", ")));
        }
        if (!node.udpOpen().isEmpty()) {
            remarks.add("UDP " + node.udpOpen().stream().sorted().map(Object::toString).collect(Collectors.joining(", ")));
        }
        return String.join("; ", remarks);
    }

    private void showJson(Topology topology) throws IOException {
        try (JsonGenerator json = Json.generator(output.out())) {
            json.writeStartObject();
            json.writeStringField("format", "hopwarden.lab/1");
            json.writeStringField("name", topology.name());
            json.writeStringField("description", topology.description());
            json.writeStringField("viewpoint", topology.viewpoint());
            json.writeArrayFieldStart("nodes");
            for (Topology.Node node : topology.nodes()) {
                json.writeStartObject();
                json.writeStringField("name", node.name());
                json.writeStringField("kind", node.kind().name().toLowerCase(Locale.ROOT));
                json.writeArrayFieldStart("addresses");
                for (IpAddress address : topology.addresses(node)) {
                    json.writeString(address.toString());
                }
                json.writeEndArray();
                json.writeBooleanField("silent", node.silent());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayFieldStart("links");
            for (Topology.Link link : topology.links()) {
                json.writeStartObject();
                json.writeStringField("name", link.name());
                json.writeArrayFieldStart("ends");
                for (Topology.Attachment end : link.ends()) {
                    json.writeString(end.node());
                }
                json.writeEndArray();
                json.writeNumberField("latencyMillis", link.latency().toNanos() / 1e6);
                json.writeNumberField("lossPercent", 100 * link.loss());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayFieldStart("filters");
            for (Topology.Filter filter : topology.filters()) {
                writeFilter(json, filter);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("targets");
            for (Topology.Target target : topology.targets()) {
                json.writeStartObject();
                json.writeStringField("name", target.name());
                json.writeStringField("address", target.address().toString());
                json.writeStringField("method", target.method());
                json.writeNumberField("port", target.port());
                json.writeStringField("note", target.note());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private static void writeFilter(JsonGenerator json, Topology.Filter filter) throws IOException {
        FilterPlace place = filter.place();
        json.writeStartObject();
        json.writeStringField("at", place.node());
        if (place.link().isPresent()) {
            json.writeStringField("link", place.link().get());
        }
        json.writeStringField("direction", place.direction().name().toLowerCase(Locale.ROOT));
        switch (filter) {
            case Topology.MatchFilter simple -> {
                json.writeStringField("action", word(simple.action()));
                json.writeArrayFieldStart("matches");
                for (Object match : simple.matches()) {
                    json.writeString(match.toString());
                }
                json.writeEndArray();
            }
            case Topology.PolicyFilter policy -> {
                json.writeStringField("action", "policy");
                json.writeStringField("policy", policy.file().toString());
                if (policy.policy().chain() != null) {
                    json.writeStringField("chain", policy.policy().chain());
                }
            }
        }
        json.writeEndObject();
    }

    private static String joined(List<IpAddress> addresses) {
        return addresses.stream().map(IpAddress::toString).collect(Collectors.joining(", "));
    }

    private static String number(double value) {
        return new java.math.BigDecimal(value).round(new java.math.MathContext(4)).stripTrailingZeros().toPlainString();
    }
}
