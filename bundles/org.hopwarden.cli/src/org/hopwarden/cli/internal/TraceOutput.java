package org.hopwarden.cli.internal;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

import org.hopwarden.cli.ExitCode;
import org.hopwarden.names.HostInfo;
import org.hopwarden.net.IpAddress;
import org.hopwarden.probe.Trace;
import org.hopwarden.probe.TraceEvent;
import org.hopwarden.probe.TraceRecorder;
import org.hopwarden.probe.Watch;
import org.hopwarden.probe.WatchRecorder;
import org.hopwarden.report.PathExport;
import org.hopwarden.report.TraceJson;
import org.hopwarden.visualization.HopGraph;
import org.hopwarden.visualization.HopGraphLayout;
import org.hopwarden.visualization.Palette;
import org.hopwarden.visualization.SvgRenderer;

/** Folds the events of one trace or of several, and prints what they make up: live or replayed, the same output. */
final class TraceOutput implements TraceResult {

    private record Folded(TraceRecorder trace, WatchRecorder statistics) {
    }

    private final boolean every;
    private final LikeTool like;
    private final Map<Integer, Folded> folded = new TreeMap<>();
    private Map<IpAddress, HostInfo> hosts = Map.of();

    /**
     * @param every whether the traces are to be compared, be it only one
     * @param like in whose manner one trace is printed; null: in our own
     */
    TraceOutput(boolean every, LikeTool like) {
        this.every = every;
        this.like = like;
    }

    /** @throws IllegalArgumentException where the first event of a trace is not its start */
    void on(int index, TraceEvent event) {
        if (event instanceof TraceEvent.Started started) {
            folded.put(index, new Folded(new TraceRecorder(started.request()), new WatchRecorder(started.request())));
        }
        Folded to = folded.get(index);
        if (to == null) {
            throw new IllegalArgumentException("an event of the trace " + index + ", which has not started");
        }
        to.trace.on(event);
        to.statistics.on(event);
    }

    @Override
    public void name(Function<Collection<IpAddress>, Map<IpAddress, HostInfo>> directory) {
        hosts = directory.apply(traces().stream().flatMap(trace -> trace.hops().stream())
                .flatMap(hop -> hop.addresses().stream()).toList());
    }

    List<Trace> traces() {
        return folded.values().stream().map(each -> each.trace.trace()).toList();
    }

    @Override
    public void print(TraceFormat format, Output output) throws IOException {
        List<Trace> traces = traces();
        switch (format) {
            case TEXT -> {
                if (every) {
                    MethodsText.print(traces, output.out());
                } else if (like != null) {
                    like.print(traces.getFirst(), hosts, output.out());
                } else {
                    TraceText.print(traces.getFirst(), hosts, output.out());
                }
            }
            case JSON -> {
                if (every) {
                    TraceJson.write(traces, hosts, output.out());
                } else {
                    TraceJson.write(traces.getFirst(), hosts, output.out());
                }
                output.out().println();
            }
            case MTR_JSON -> {
                if (every) {
                    throw CommandFailure.usage("mtr's JSON holds one trace, and there are several", "Name one with --method, or choose "
                            + "another --format.");
                }
                output.out().print(PathExport.mtrJson(statistics().getFirst()));
            }
            case DOT -> output.out().print(PathExport.dot(statistics()));
            case CSV -> output.out().print(PathExport.csv(statistics()));
            case SVG -> printSvg(HopGraph.of(traces), output.out());
        }
        if (format != TraceFormat.TEXT || like != null) {
            traces.stream().filter(trace -> !trace.message().isEmpty())
                    .forEach(trace -> output.err().println("hopwarden: " + (every ? trace.request().method() + ": " : "")
                            + trace.message()));
        }
    }

    static void printSvg(HopGraph graph, PrintStream out) {
        out.println(SvgRenderer.standalone(HopGraphLayout.draw(graph), Palette.LIGHT).stripTrailing());
    }

    private List<Watch> statistics() {
        return folded.values().stream().map(each -> each.statistics.watch()).toList();
    }

    @Override
    public int exitCode(Optional<Integer> interrupted) {
        List<Trace> traces = traces();
        if (traces.stream().allMatch(trace -> trace.status() == Trace.Status.FAILED)) {
            return ExitCode.FAILED;
        }
        return interrupted.orElse(traces.stream().anyMatch(Trace::reached) ? ExitCode.DONE : ExitCode.NEGATIVE);
    }
}
