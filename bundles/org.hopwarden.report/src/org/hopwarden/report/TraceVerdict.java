package org.hopwarden.report;

import java.util.List;
import java.util.stream.Collectors;

import org.hopwarden.probe.Hop;
import org.hopwarden.probe.Reply;
import org.hopwarden.probe.Trace;

/**
 * How a trace ended, in words.
 *
 * @param outcome what happened
 * @param sentence what happened and where, as one or two sentences
 */
public record TraceVerdict(Outcome outcome, String sentence) {

    /** The cases that a reader must tell apart. */
    public enum Outcome {
        REACHED, REFUSED, NOT_REACHED, RUNNING, CANCELLED, FAILED
    }

    public static TraceVerdict of(Trace trace) {
        return switch (trace.status()) {
            case RUNNING -> new TraceVerdict(Outcome.RUNNING,
                    trace.reached() ? "Still running: " + lowerFirst(reached(trace)) : "Still running: " + progress(trace));
            case CANCELLED -> new TraceVerdict(Outcome.CANCELLED,
                    "Cancelled: " + (trace.reached() ? lowerFirst(reached(trace)) : progress(trace)));
            case FAILED -> new TraceVerdict(Outcome.FAILED, "Failed: " + (trace.message().isEmpty() ? "no reason is known"
                    : trace.message()) + (trace.message().endsWith(".") ? " " + upperFirst(progress(trace)) : "; " + progress(trace)));
            case DONE -> done(trace);
        };
    }

    private static TraceVerdict done(Trace trace) {
        if (trace.reached()) {
            return new TraceVerdict(Outcome.REACHED, reached(trace));
        }
        if (!trace.hops().isEmpty()) {
            Hop last = trace.hops().getLast();
            List<Reply> refusals = last.replies().stream().filter(reply -> reply.kind().isFinal()).toList();
            if (!refusals.isEmpty()) {
                String who = refusals.stream().map(reply -> reply.address().toString()).distinct()
                        .collect(Collectors.joining(" and "));
                String why = refusals.stream().map(Reply::describe).distinct().collect(Collectors.joining("; "));
                return new TraceVerdict(Outcome.REFUSED,
                        "Not reached: refused by " + who + " at hop " + last.ttl() + " (" + why + ").");
            }
        }
        return new TraceVerdict(Outcome.NOT_REACHED, "Not reached: " + progress(trace));
    }

    private static String reached(Trace trace) {
        Hop last = trace.hops().getLast();
        String said = last.replies().stream().filter(Reply::fromTarget).map(Reply::describe).distinct()
                .collect(Collectors.joining("; "));
        return "Reached in " + (last.ttl() == 1 ? "1 hop" : last.ttl() + " hops") + "; the target answered: " + said + ".";
    }

    /** Which hop answered last, and what came after it. */
    private static String progress(Trace trace) {
        List<Hop> hops = trace.hops();
        String yet = trace.status() == Trace.Status.RUNNING ? " yet." : ".";
        if (hops.isEmpty()) {
            return "no probe was sent" + yet;
        }
        int last = hops.getLast().ttl();
        Hop answered = null;
        for (Hop hop : hops) {
            answered = hop.isSilent() ? answered : hop;
        }
        if (answered == null) {
            return last == 1 ? "hop 1 did not answer" + yet : "none of the hops 1 to " + last + " answered" + yet;
        }
        String who = answered.addresses().stream().map(Object::toString).collect(Collectors.joining(" and "));
        String text = "the last answer came from hop " + answered.ttl() + ", " + who;
        int silent = last - answered.ttl();
        return text + (silent == 0 ? "." : silent == 1 ? "; hop " + last + " did not answer" + yet
                : "; none of the hops " + (answered.ttl() + 1) + " to " + last + " answered" + yet);
    }

    private static String upperFirst(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private static String lowerFirst(String text) {
        return Character.toLowerCase(text.charAt(0)) + text.substring(1);
    }
}
