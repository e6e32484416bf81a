package org.hopwarden.cli.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.hopwarden.cli.ExitCode;
import org.hopwarden.names.HostInfo;
import org.hopwarden.net.IpAddress;
import org.hopwarden.probe.Trace;
import org.hopwarden.probe.TraceEvent;
import org.hopwarden.probe.Watch;
import org.hopwarden.probe.WatchRecorder;
import org.hopwarden.probe.WatchedHop;
import org.hopwarden.report.PathExport;
import org.hopwarden.report.WatchJson;

/** Folds the events of a watch and prints it: while it runs as a table on standard error, at its end on standard output. */
final class WatchOutput {

    static final String CHOICES = "text (default), json, mtr-json (as mtr -j), dot (Graphviz) or csv";

    private static final long REDRAW_NANOS = 250_000_000;

    private final Output output;
    private final boolean live;
    private Function<Collection<IpAddress>, Map<IpAddress, HostInfo>> liveNames = addresses -> Map.of();
    private Map<IpAddress, HostInfo> hosts = Map.of();
    private WatchRecorder recorder;
    private long drawnAtNanos = Long.MIN_VALUE;
    private int drawnLines;

    /** @param live whether to show the table while it changes, where standard error is a terminal */
    WatchOutput(Output output, boolean live) {
        this.output = output;
        this.live = live && System.console() != null && System.console().isTerminal();
    }

    /** @throws IllegalArgumentException where the first event is not the start */
    void on(TraceEvent event) {
        if (event instanceof TraceEvent.Started started) {
            recorder = new WatchRecorder(started.request());
        }
        if (recorder == null) {
            throw new IllegalArgumentException("an event of a watch that has not started");
        }
        recorder.on(event);
        if (live && System.nanoTime() - drawnAtNanos >= REDRAW_NANOS) {
            draw();
            drawnAtNanos = System.nanoTime();
        }
    }

    /** @param directory asked for the table while it changes; does not wait */
    void nameLive(Function<Collection<IpAddress>, Map<IpAddress, HostInfo>> directory) {
        liveNames = directory;
    }

    /** @param directory asked once, for the report at the end */
    void name(Function<Collection<IpAddress>, Map<IpAddress, HostInfo>> directory) {
        hosts = directory.apply(addresses(recorder.watch()));
    }

    private static List<IpAddress> addresses(Watch watch) {
        return watch.hops().stream().flatMap(hop -> hop.addresses().stream()).map(WatchedHop.Answerer::address).distinct().toList();
    }

    private void draw() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Watch watch = recorder.watch();
        WatchText.print(watch, liveNames.apply(addresses(watch)), new PrintStream(bytes, false, StandardCharsets.UTF_8));
        String table = bytes.toString(StandardCharsets.UTF_8);
        erase();
        output.err().print(table);
        output.err().flush();
        drawnLines = (int) table.lines().count();
    }

    /** By the control sequences of ECMA-48: up to the first line of the table, and all below away. */
    private void erase() {
        if (drawnLines > 0) {
            output.err().writeBytes(("\033[" + drawnLines + "A\033[J").getBytes(StandardCharsets.US_ASCII));
        }
    }

    /** Refuses a format that a watch has not, before anything is sent or read. */
    static void requirePossible(TraceFormat format) {
        if (format == TraceFormat.SVG) {
            throw CommandFailure.usage("a watch is not drawn as a picture", "Choose text, json, mtr-json, dot or csv; "
                    + "'hopwarden trace --format svg' draws one trace.");
        }
    }

    void print(TraceFormat format) throws IOException {
        requirePossible(format);
        erase();
        Watch watch = recorder.watch();
        switch (format) {
            case TEXT -> WatchText.print(watch, hosts, output.out());
            case JSON -> {
                WatchJson.write(watch, hosts, output.out());
                output.out().println();
            }
            case MTR_JSON -> output.out().print(PathExport.mtrJson(watch));
            case DOT -> output.out().print(PathExport.dot(List.of(watch)));
            case CSV -> output.out().print(PathExport.csv(List.of(watch)));
        }
        if (format != TraceFormat.TEXT && watch.status() == Trace.Status.FAILED) {
            output.err().println("hopwarden: " + watch.message());
        }
    }

    /** @param interrupted the code where a signal ended the watch */
    int exitCode(Optional<Integer> interrupted) {
        Watch watch = recorder.watch();
        return watch.status() == Trace.Status.FAILED ? ExitCode.FAILED
                : interrupted.orElse(watch.reached() ? ExitCode.DONE : ExitCode.NEGATIVE);
    }
}
