package org.hopwarden.ui.probe.internal;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.hopwarden.probe.Hop;
import org.hopwarden.probe.MultipathTrace;
import org.hopwarden.probe.PathFinding;
import org.hopwarden.probe.Reply;
import org.hopwarden.probe.Trace;
import org.hopwarden.probe.Trace.Status;
import org.hopwarden.report.TraceVerdict;
import org.hopwarden.ui.probe.internal.OpenTrace.Snapshot;
import org.hopwarden.visualization.HopGraph;

/** What is said of a trace in words. */
final class TraceText {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss")
            .withZone(ZoneId.systemDefault());

    private TraceText() {
    }

    /** Method and port, such as {@code TCP SYN, port 443}. */
    static String method(TraceSpec spec) {
        return Methods.label(spec.method()) + (spec.port() > 0 ? ", port " + spec.port() : "");
    }

    /** What is said of all paths, for the second line. */
    private static List<String> paths(MultipathTrace paths) {
        List<String> parts = new ArrayList<>();
        parts.add(count(paths.flows(), "flow"));
        parts.add(new AllPaths(paths.request().algorithm(), paths.request().confidence()).words());
        if (!paths.flowNotKept().isEmpty()) {
            parts.add("flows are not kept to one path at hop " + paths.flowNotKept().stream().map(String::valueOf)
                    .collect(Collectors.joining(", ")));
        }
        if (!paths.fellBack().isEmpty()) {
            parts.add("MDA took over: hop " + paths.fellBack().entrySet().stream().map(at -> at.getKey() + " is " + at.getValue().word())
                    .collect(Collectors.joining(", hop ")));
        }
        return parts;
    }

    /** For the tab. */
    static String title(TraceSpec spec) {
        return (spec.isWatched() ? "Watch " : spec.options().allPaths().isPresent() ? "All paths " : "") + spec.target() + " \u00b7 " + Methods.label(spec.method()) + (spec.port() > 0 ? " " + spec.port() : "");
    }

    /** What came out, in one line. */
    static String headline(Snapshot snapshot) {
        String target = snapshot.spec().target();
        if (snapshot.spec().isWatched()) {
            return (snapshot.status() == Status.RUNNING ? "Watching " : "Watched ") + target;
        }
        if (snapshot.problem() != null) {
            return snapshot.status() == Status.CANCELLED ? "Stopped before reaching " + target
                    : "The trace to " + target + " could not start";
        }
        if (snapshot.trace() == null) {
            return "Looking up " + target + "\u2026";
        }
        Trace trace = snapshot.trace();
        return switch (trace.status()) {
            case RUNNING -> snapshot.paths() != null ? "Finding all paths to " + named(trace) + "\u2026" : trace.reached() ? "Reached " + named(trace) + " \u2013 waiting for the last replies\u2026"
                    : "Tracing " + named(trace) + "\u2026";
            case CANCELLED -> "Stopped" + (trace.reached() ? " after reaching " : " before reaching ") + named(trace);
            case FAILED -> "The trace to " + named(trace) + " broke off";
            case DONE -> trace.reached() ? "Reached " + named(trace) + " in " + count(trace.hops().size(), "hop") + ways(snapshot)
                    : "Did not reach " + named(trace);
        };
    }

    /** Figures, and where it ended if that was not the target; in one line. */
    static String details(Snapshot snapshot, String network) {
        if (snapshot.problem() != null) {
            return snapshot.problem().text().replace("\n\n", " ");
        }
        List<String> parts = new ArrayList<>();
        if (snapshot.trace() != null) {
            Trace trace = snapshot.trace();
            if (!trace.message().isEmpty()) {
                parts.add(trace.message());
            }
            if (!trace.reached() && trace.status() != Status.RUNNING) {
                parts.add(lastWord(trace));
            }
            if (trace.reached()) {
                parts.add("round trip " + HopRow.millis(trace.hops().getLast().rttNanos().getAverage()) + " ms");
            }
            parts.add(count(trace.probes(), "probe"));
            int lost = trace.hops().stream().mapToInt(Hop::lost).sum();
            parts.add(lost == 0 ? "none lost" : lost + " without reply");
            if (snapshot.paths() != null) {
                parts.addAll(paths(snapshot.paths()));
            }
        }
        parts.add(method(snapshot.spec()));
        parts.add(network);
        if (snapshot.trace() != null && snapshot.trace().startedAt() != null) {
            parts.add(TIME.format(snapshot.trace().startedAt()));
        }
        return String.join(" \u00b7 ", parts);
    }

    /** What the replies show of the way besides its hops: translations, rewritten headers, answers kept back. */
    static List<String> findings(Snapshot snapshot) {
        Trace trace = snapshot.trace();
        if (trace == null || trace.status() == Status.RUNNING) {
            return List.of();
        }
        return Stream.concat(PathFinding.of(trace).stream().map(PathFinding::toString), TraceVerdict.answeredBehind(trace).stream()).toList();
    }

    private static String ways(Snapshot snapshot) {
        if (snapshot.paths() == null) {
            return "";
        }
        long ways = PathRows.count(HopGraph.of(snapshot.paths()));
        return " over " + (ways == 1 ? "one path" : ways + " paths");
    }

    /** Where a path that missed the target was last seen. */
    static String lastWord(Trace trace) {
        for (Hop hop : trace.hops().reversed()) {
            if (!hop.isSilent()) {
                Reply last = hop.replies().getLast();
                return last.kind().isFinal() ? "hop " + hop.ttl() + ", " + last.address() + ", says: " + last.describe()
                        : "the last answer came from " + last.address() + " at hop " + hop.ttl();
            }
        }
        return "no hop answered";
    }

    /** What the replies of a hop say, each once. */
    static String says(Hop hop) {
        return hop.replies().stream().map(Reply::describe).distinct().collect(Collectors.joining(", "));
    }

    private static String named(Trace trace) {
        String address = trace.request().address().toString();
        String target = trace.request().target();
        return target.equals(address) ? target : target + " (" + address + ")";
    }

    static String count(int number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }
}
