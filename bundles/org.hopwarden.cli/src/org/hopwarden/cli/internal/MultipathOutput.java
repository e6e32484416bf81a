package org.hopwarden.cli.internal;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.hopwarden.cli.ExitCode;
import org.hopwarden.cli.internal.TextTable.Align;
import org.hopwarden.names.HostInfo;
import org.hopwarden.net.IpAddress;
import org.hopwarden.probe.MultipathTrace;
import org.hopwarden.probe.PathGraph;
import org.hopwarden.probe.Trace;
import org.hopwarden.report.MultipathCsv;
import org.hopwarden.report.MultipathDot;
import org.hopwarden.report.MultipathJson;
import org.hopwarden.report.TraceVerdict;
import org.hopwarden.visualization.HopGraph;

/** A multipath trace in each format of {@code trace}. */
final class MultipathOutput implements TraceResult {

    private final MultipathTrace traced;
    private Map<IpAddress, HostInfo> hosts = Map.of();

    MultipathOutput(MultipathTrace traced) {
        this.traced = traced;
    }

    @Override
    public void name(Function<Collection<IpAddress>, Map<IpAddress, HostInfo>> directory) {
        hosts = directory.apply(traced.graph().nodes().stream().filter(node -> !node.isSilent()).map(PathGraph.Node::address).toList());
    }

    @Override
    public void print(TraceFormat format, Output output) throws IOException {
        PrintStream out = output.out();
        switch (format) {
            case TEXT -> printText(out);
            case JSON -> {
                MultipathJson.write(traced, hosts, out);
                out.println();
            }
            case DOT -> out.print(MultipathDot.text(traced));
            case SVG -> TraceOutput.printSvg(HopGraph.of(traced), out);
            case CSV -> out.print(MultipathCsv.text(traced));
            case MTR_JSON -> throw refused(format);
        }
        if (format != TraceFormat.TEXT && traced.trace().status() == Trace.Status.FAILED) {
            output.err().println("hopwarden: " + traced.trace().message());
        }
    }

    /** Refuses a format without room for links, before anything is sent or read. */
    static void requirePossible(TraceFormat format) {
        if (format == TraceFormat.MTR_JSON) {
            throw refused(format);
        }
    }

    private static CommandFailure refused(TraceFormat format) {
        return CommandFailure.usage("the format " + format + " has no place for several paths", "Choose text, json, dot, csv or svg.");
    }

    @Override
    public int exitCode(Optional<Integer> interrupted) {
        Trace trace = traced.trace();
        return trace.status() == Trace.Status.FAILED ? ExitCode.FAILED
                : interrupted.orElse(trace.reached() ? ExitCode.DONE : ExitCode.NEGATIVE);
    }

    private void printText(PrintStream out) {
        out.println(TraceText.title(traced.trace()) + ", all paths");
        TextTable table = new TextTable(Align.RIGHT, Align.LEFT, Align.RIGHT, Align.RIGHT, Align.RIGHT, Align.RIGHT, Align.LEFT);
        table.row("TTL", "Address", "Flows", "Loss", "RTT", "Latency", "From");
        for (PathGraph.Node node : traced.graph().nodes()) {
            String ttl = Integer.toString(node.ttl());
            String address = node.isSilent() ? "*" : TraceText.named(node.address(), hosts.get(node.address()));
            List<PathGraph.Link> links = traced.graph().links().stream().filter(link -> link.to().equals(node.id())).toList();
            if (links.isEmpty()) {
                table.row(ttl, address, Integer.toString(node.flows()), "", TraceText.millis(node.rtt()), "", "?");
            }
            for (PathGraph.Link link : links) {
                boolean first = link.equals(links.getFirst());
                table.row(first ? ttl : "", first ? address : "", Integer.toString(link.flows()),
                        String.format(Locale.ROOT, "%.0f %%", 100 * link.lossRatio()), TraceText.millis(link.rtt()),
                        link.latencyNanos().isEmpty() ? "" : TraceText.signedMillis(link.latencyNanos().getAsLong()),
                        link.from() + (link.assumed() ? " (assumed)" : ""));
            }
        }
        table.print(out);
        out.println(TraceVerdict.of(traced.trace()).sentence() + " " + traced.trace().probes() + " probes of " + traced.flows()
                + " flows were sent. Times in ms; latency is how much later an address answers than the one before it.");
        if (!traced.flowNotKept().isEmpty()) {
            out.println("Flows are not kept to one path at hop " + traced.flowNotKept().stream()
                    .map(String::valueOf).collect(Collectors.joining(", "))
                    + ": something balances single packets, or the route changed.");
        }
        if (!traced.fellBack().isEmpty()) {
            out.println("MDA took over from MDA-Lite: " + traced.fellBack().entrySet().stream()
                    .map(at -> "hop " + at.getKey() + " is " + at.getValue().word()).collect(Collectors.joining(", ")) + ".");
        }
        if (!traced.trace().message().isEmpty()) {
            out.println("Note: " + TraceText.sentence(traced.trace().message()));
        }
    }
}
