package org.hopwarden.report.internal;

import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.hopwarden.probe.MultipathEvent;
import org.hopwarden.probe.Reply;
import org.hopwarden.probe.TraceEvent;
import org.hopwarden.report.internal.RecordJson.MismatchException;

/**
 * Events by the words that files have for them. What is read is held against the ranges that tracers keep to: whoever folds events
 * makes room for each TTL, query and flow that they name.
 */
public final class EventRecords {

    /** Of a watch, which makes no room for its rounds. */
    public static final int MOST_ROUNDS = Integer.MAX_VALUE - 1;
    /** Of a trace; far more than are ever sent. */
    public static final int MOST_QUERIES = 1_000_000;
    private static final int MOST_FLOWS = 65_536;
    private static final long LONGEST_NANOS = Duration.ofDays(3_650).toNanos();

    private static final Map<String, Class<? extends Record>> OF_TRACES = byWord(Stream.of(TraceEvent.Started.class,
            TraceEvent.Sent.class, TraceEvent.Replied.class, TraceEvent.Lost.class, TraceEvent.Ended.class));
    private static final Map<String, Class<? extends Record>> OF_PATHS = byWord(Stream.of(MultipathEvent.Started.class,
            MultipathEvent.Sent.class, MultipathEvent.Replied.class, MultipathEvent.Lost.class, MultipathEvent.Withdrawn.class,
            MultipathEvent.Silent.class, MultipathEvent.FellBack.class, MultipathEvent.Ended.class));

    private EventRecords() {
    }

    private static Map<String, Class<? extends Record>> byWord(Stream<Class<? extends Record>> types) {
        return types.collect(Collectors.toUnmodifiableMap(EventRecords::word, Function.identity()));
    }

    /** The word for an event of this type, such as {@code sent} or {@code fell-back}. */
    public static String word(Class<? extends Record> type) {
        return type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(java.util.Locale.ROOT);
    }

    /**
     * An event of a trace or a watch.
     *
     * @param mostQueries how many queries of a TTL there may be
     * @throws MismatchException where it is none, or out of range
     */
    public static TraceEvent ofTrace(Map<?, ?> fields, int mostQueries) throws MismatchException {
        TraceEvent event = (TraceEvent) record(OF_TRACES, fields);
        requireTime(event.atNanos());
        switch (event) {
            case TraceEvent.Sent sent -> requireProbe(sent.ttl(), "query", sent.query(), mostQueries);
            case TraceEvent.Lost lost -> requireProbe(lost.ttl(), "query", lost.query(), mostQueries);
            case TraceEvent.Replied replied -> {
                requireProbe(replied.ttl(), "query", replied.reply().query(), mostQueries);
                requireReply(replied.reply());
            }
            case TraceEvent.Started _, TraceEvent.Ended _ -> {
            }
        }
        return event;
    }

    /**
     * An event of a trace of all paths.
     *
     * @throws MismatchException where it is none, or out of range
     */
    public static MultipathEvent ofPaths(Map<?, ?> fields) throws MismatchException {
        MultipathEvent event = (MultipathEvent) record(OF_PATHS, fields);
        requireTime(event.atNanos());
        switch (event) {
            case MultipathEvent.Sent sent -> requireProbe(sent.ttl(), "flow", sent.flow(), MOST_FLOWS);
            case MultipathEvent.Lost lost -> requireProbe(lost.ttl(), "flow", lost.flow(), MOST_FLOWS);
            case MultipathEvent.Withdrawn withdrawn -> requireProbe(withdrawn.ttl(), "flow", withdrawn.flow(), MOST_FLOWS);
            case MultipathEvent.Silent silent -> requireProbe(silent.ttl(), "flow", silent.flow(), MOST_FLOWS);
            case MultipathEvent.Replied replied -> {
                requireProbe(replied.ttl(), "flow", replied.flow(), MOST_FLOWS);
                require("query", replied.reply().query(), 0, MOST_FLOWS - 1);
                requireReply(replied.reply());
            }
            case MultipathEvent.FellBack fell -> require("ttl", fell.ttl(), 1, 255);
            case MultipathEvent.Started _, MultipathEvent.Ended _ -> {
            }
        }
        return event;
    }

    private static Record record(Map<String, Class<? extends Record>> types, Map<?, ?> fields) throws MismatchException {
        Class<? extends Record> type = fields.get("event") instanceof String word ? types.get(word) : null;
        if (type == null) {
            throw new MismatchException("unknown event '" + fields.get("event") + "'");
        }
        return RecordJson.record(type, fields);
    }

    private static void requireProbe(int ttl, String name, int number, int most) throws MismatchException {
        require("ttl", ttl, 1, 255);
        require(name, number, 0, most - 1);
    }

    private static void requireReply(Reply reply) throws MismatchException {
        require("rttNanos", reply.rttNanos(), 0, LONGEST_NANOS);
        require("icmpType", reply.icmpType(), -1, 255);
        require("icmpCode", reply.icmpCode(), -1, 255);
        require("ttl", reply.ttl(), 0, 255);
    }

    private static void requireTime(long atNanos) throws MismatchException {
        require("atNanos", atNanos, 0, LONGEST_NANOS);
    }

    private static void require(String name, long value, long least, long most) throws MismatchException {
        if (value < least || value > most) {
            throw new MismatchException("'" + name + "' lies in " + least + ".." + most + ", not " + value);
        }
    }
}
