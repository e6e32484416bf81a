package org.hopwarden.enforce;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

import org.hopwarden.enforce.internal.EventLines;
import org.hopwarden.enforce.internal.RotatingFile;
import org.hopwarden.engine.CompiledPolicy;
import org.hopwarden.engine.PacketState;
import org.hopwarden.engine.Verdict;
import org.hopwarden.net.AtomicFile;
import org.hopwarden.net.PacketView;

/**
 * A file of what an enforcement does, one event a line in JSON, for programs and for later. It is written by a thread of its own:
 * who decides packets only puts them into a queue of bounded length, and what finds no room is counted and told in the file.
 * <p>
 * Where the file cannot be written, as on a full disk, the enforcement goes on. The events wait, as many as the queue holds, and
 * it is tried again each second; those that were lost meanwhile are told as soon as there is room.
 * <p>
 * Methods are safe for use by several threads at once.
 */
public final class EventLog implements VerdictListener, AutoCloseable {

    private static final Logger LOGGER = System.getLogger(EventLog.class.getName());

    /** The name of the format, which the first line of each file has. */
    public static final String FORMAT = "hopwarden.events/1";

    private static final int CAPACITY = 8192;
    private static final int MOST_BATCH_BYTES = 1 << 16;
    private static final long WAIT_MILLIS = 200;
    private static final long RETRY_NANOS = 1_000_000_000;
    private static final long SECOND_NANOS = 1_000_000_000;
    private static final long LEFT_OUT_NANOS = 10 * SECOND_NANOS;

    private final Options options;
    private final Consumer<String> problems;
    private final BlockingQueue<Object> queue = new ArrayBlockingQueue<>(CAPACITY);
    private final LongAdder overflowed = new LongAdder();
    private final RotatingFile file;
    private final Thread writer;
    private volatile Shares shares;
    private volatile Enforcer watched;
    private volatile boolean closing;
    /** These belong to the writer alone. */
    private byte[] pending = new byte[0];
    private int pendingEvents;
    private long lostTold;
    private long abandoned;
    private boolean failing;
    private long triedNanos;
    private long packetsLostTold;
    private long leftOutNanos = System.nanoTime();

    /**
     * What is written, and where.
     *
     * @param mostBytes how long a file grows before it is renamed and a new one begun, 4096 or more
     * @param kept how many old files are kept, {@code FILE.1} the newest; 0 or more
     * @param verdicts which packets are written
     * @param mostASecond how many packets of one rule that does not log are written each second; the others are counted
     */
    public record Options(Path file, long mostBytes, int kept, Verdicts verdicts, int mostASecond) {

        public Options {
            requireNonNull(file, "file");
            requireNonNull(verdicts, "verdicts");
            if (mostBytes < 4096 || kept < 0 || mostASecond < 1) {
                throw new IllegalArgumentException("at least 4096 bytes, 0 old files and 1 packet a second, not " + mostBytes + ", " + kept
                        + " and " + mostASecond);
            }
        }

        /** Files of 64 MiB, five old ones; of each rule that denies and does not log, ten packets a second. */
        public static Options of(Path file) {
            return new Options(file, 64L << 20, 5, Verdicts.CHOSEN, 10);
        }
    }

    /** Which packets are written. */
    public enum Verdicts {
        /** All of the rules that log; a sample of those that are denied, rejected or asked about. */
        CHOSEN,
        /** Each, for as long as they come no faster than they can be written. */
        ALL
    }

    /** What each slot of a policy has written in this second, and has left out since that was told. */
    private record Shares(CompiledPolicy policy, AtomicIntegerArray written, AtomicIntegerArray leftOut) {

        static Shares of(CompiledPolicy policy) {
            return new Shares(policy, new AtomicIntegerArray(policy.slots()), new AtomicIntegerArray(policy.slots()));
        }
    }

    /** An event that is no packet. */
    private record Told(Instant time, String event, Map<String, Object> fields) {
    }

    private EventLog(Options options, Consumer<String> problems) {
        this.options = options;
        this.problems = problems;
        file = new RotatingFile(options.file(), options.mostBytes(), options.kept(), () -> EventLines.told(Instant.now(), "log",
                Map.of("format", FORMAT)));
        writer = Thread.ofPlatform().daemon().name("event log").unstarted(this::write);
    }

    /**
     * Opens a file, at whose end is written where it is there already.
     *
     * @param problems is told in a sentence when the file cannot be written, and when it can be again
     * @throws IOException if it cannot be opened or written now
     */
    public static EventLog open(Options options, Consumer<String> problems) throws IOException {
        EventLog log = new EventLog(options, problems);
        log.file.open();
        log.writer.start();
        return log;
    }

    /**
     * An event that is no packet.
     *
     * @param event what happened, lower case letters with dashes
     * @param fields texts, numbers and truths
     */
    public void tell(String event, Map<String, ?> fields) {
        put(new Told(Instant.now(), event, new LinkedHashMap<>(fields)));
    }

    /** Something is not as it should be. */
    public void fault(String what) {
        tell("fault", Map.of("what", what));
    }

    /** Packets are decided from now on; losses of the enforcer are told from here on as they come. */
    public void started(Enforcer enforcer, String policy, String digest, String failMode, boolean dryRun) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("policy", policy);
        fields.put("digest", digest);
        fields.put("place", enforcer.place());
        fields.put("failMode", failMode);
        fields.put("dryRun", dryRun);
        tell("started", fields);
        watched = enforcer;
    }

    /** Another policy decides from now on. */
    public void replaced(String policy, String digest) {
        tell("policy-replaced", Map.of("policy", policy, "digest", digest));
    }

    /**
     * Another policy was to decide, and cannot: the one before goes on.
     *
     * @param reason a sentence without its full stop
     */
    public void refused(String policy, String reason) {
        tell("policy-refused", Map.of("policy", policy, "reason", reason));
    }

    /**
     * Writes the questions to a person, and what became of them.
     *
     * @param next shows them
     */
    public FlowAsker asker(FlowAsker next) {
        return new FlowAsker() {

            @Override
            public void asked(FlowQuestion question) {
                tell("asked", question(question));
                next.asked(question);
            }

            @Override
            public void changed(FlowQuestion question) {
                next.changed(question);
            }

            @Override
            public void ended(FlowQuestion question, End end, Optional<FlowAnswer> answer) {
                Map<String, Object> fields = question(question);
                fields.put("end", end.name().toLowerCase(Locale.ROOT).replace('_', '-'));
                answer.ifPresent(given -> {
                    fields.put("allowed", given.allow());
                    fields.put("term", given.term().name().toLowerCase(Locale.ROOT));
                    fields.put("choice", question.choices().get(given.choice()).what());
                });
                tell("answered", fields);
                next.ended(question, end, answer);
            }
        };
    }

    private static Map<String, Object> question(FlowQuestion question) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("question", question.id());
        fields.put("what", question.what());
        fields.put("place", question.place());
        fields.put("packets", question.packets());
        question.program().ifPresent(program -> {
            fields.put("application", program.path());
            fields.put("user", program.user());
        });
        return fields;
    }

    /**
     * Packets are no longer decided.
     *
     * @param reason in words
     */
    public void ended(EnforcementStatistics statistics, long lostPackets, String reason) {
        watched = null;
        Shares now = shares;
        if (now != null) {
            tellLeftOut(now);
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("reason", reason);
        fields.put("seen", statistics.seen());
        fields.put("allowed", statistics.allowed());
        fields.put("denied", statistics.denied());
        fields.put("rejected", statistics.rejected());
        fields.put("asked", statistics.asked());
        fields.put("failed", statistics.failed());
        fields.put("waiting", statistics.waiting());
        fields.put("lost", lostPackets);
        tell("ended", fields);
    }

    @Override
    public void decided(PacketView packet, PacketState state, CompiledPolicy policy, int decision) {
        if (options.verdicts() == Verdicts.ALL) {
            put(packet, state, policy, decision);
            return;
        }
        boolean logged = CompiledPolicy.isLogged(decision);
        if (logged || !CompiledPolicy.isAllow(decision)) {
            if (!logged) {
                Shares now = shares;
                if (now == null || now.policy() != policy) {
                    now = sharesOf(policy);
                }
                int slot = CompiledPolicy.slot(decision);
                if (now.written().get(slot) >= options.mostASecond() || now.written().incrementAndGet(slot) > options.mostASecond()) {
                    now.leftOut().incrementAndGet(slot);
                    return;
                }
            }
            put(packet, state, policy, decision);
        }
    }

    /** Each answer to a question brings another policy: what was left out under the one before is told now. */
    private synchronized Shares sharesOf(CompiledPolicy policy) {
        Shares before = shares;
        if (before != null && before.policy() == policy) {
            return before;
        }
        Shares now = Shares.of(policy);
        shares = now;
        if (before != null) {
            tellLeftOut(before);
        }
        return now;
    }

    private void put(PacketView packet, PacketState state, CompiledPolicy policy, int decision) {
        // Before the copy, which is what costs.
        if (queue.remainingCapacity() == 0) {
            overflowed.increment();
        } else {
            put(DecidedPacket.of(packet, state, policy, decision));
        }
    }

    private void put(Object event) {
        if (closing || !queue.offer(event)) {
            overflowed.increment();
        }
    }

    /** How many events are not in the file and will not be. */
    public long lostEvents() {
        return overflowed.sum();
    }

    private void write() {
        long secondNanos = System.nanoTime();
        boolean last = false;
        while (true) {
            try {
                Object first = pending.length > 0 ? null : queue.poll(WAIT_MILLIS, TimeUnit.MILLISECONDS);
                if (System.nanoTime() - secondNanos >= SECOND_NANOS) {
                    secondNanos = System.nanoTime();
                    eachSecond();
                }
                if (pending.length == 0) {
                    gather(first);
                }
                if (pending.length > 0) {
                    flush(last);
                }
            } catch (InterruptedException e) {
                // Only close() interrupts, to have the last ones written now.
            }
            if (last && queue.isEmpty() && pending.length == 0 || last && failing) {
                break;
            }
            last = closing;
        }
        giveUp();
    }

    /** What waits becomes lines, together with how much was lost. */
    private void gather(Object first) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        long lost = overflowed.sum();
        int events = 0;
        if (lost > lostTold) {
            lines.writeBytes(EventLines.told(Instant.now(), "events-lost", Map.of("events", lost - lostTold)));
            lostTold = lost;
        }
        for (Object next = first; next != null; next = lines.size() < MOST_BATCH_BYTES ? queue.poll() : null) {
            try {
                lines.writeBytes(line(next));
                events++;
            } catch (RuntimeException e) {
                // One event that cannot be told must not end the log.
                LOGGER.log(Level.ERROR, "an event cannot be written: " + next, e);
                overflowed.increment();
            }
        }
        pending = lines.toByteArray();
        pendingEvents = events;
    }

    private static byte[] line(Object event) {
        return switch (event) {
            case DecidedPacket decided -> EventLines.verdict(decided);
            case Told told -> EventLines.told(told.time(), told.event(), told.fields());
            default -> throw new IllegalStateException("no event: " + event);
        };
    }

    private void flush(boolean now) throws InterruptedException {
        if (failing && !now && System.nanoTime() - triedNanos < RETRY_NANOS) {
            Thread.sleep(WAIT_MILLIS);
            return;
        }
        triedNanos = System.nanoTime();
        try {
            file.write(pending);
            pending = new byte[0];
            if (failing) {
                failing = false;
                long lost = overflowed.sum() - lostTold;
                problems.accept("events are written to " + options.file() + " again" + (lost == 0 ? ", none was lost"
                        : "; " + lost + (lost == 1 ? " was lost" : " were lost")));
            }
        } catch (IOException e) {
            if (!failing) {
                failing = true;
                problems.accept("events cannot be written to " + options.file() + ": " + reason(e)
                        + ". The enforcement goes on, and it is tried again each second.");
            }
        }
    }

    private static String reason(IOException e) {
        return AtomicFile.reason(e);
    }

    private void eachSecond() {
        Shares now = shares;
        if (now != null) {
            for (int slot = 0; slot < now.written().length(); slot++) {
                if (now.written().getPlain(slot) != 0) {
                    now.written().set(slot, 0);
                }
            }
            if (System.nanoTime() - leftOutNanos >= LEFT_OUT_NANOS) {
                leftOutNanos = System.nanoTime();
                tellLeftOut(now);
            }
        }
        Enforcer enforcer = watched;
        long lost = enforcer == null ? packetsLostTold : enforcer.lostPackets();
        if (lost > packetsLostTold) {
            tell("packets-lost", Map.of("packets", lost - packetsLostTold, "total", lost));
            packetsLostTold = lost;
        }
    }

    private void tellLeftOut(Shares of) {
        for (int slot = 0; slot < of.leftOut().length(); slot++) {
            int count = of.leftOut().getAndSet(slot, 0);
            if (count > 0) {
                Verdict verdict = of.policy().verdictOfSlot(slot);
                Map<String, Object> fields = new LinkedHashMap<>();
                fields.put("verdict", verdict.kind().word());
                fields.put("chain", verdict.chain());
                fields.put("rule", verdict.rule());
                fields.put("packets", count);
                tell("left-out", fields);
            }
        }
    }

    private void giveUp() {
        int left = pendingEvents * (pending.length > 0 ? 1 : 0);
        overflowed.add(left + queue.size());
        if (failing || lostEvents() > lostTold) {
            problems.accept(lostEvents() + " events are not in " + options.file());
        }
        try {
            file.close();
        } catch (IOException e) {
            problems.accept(options.file() + " was not closed as it should be: " + reason(e));
        }
    }

    /** Writes what waits, and ends; returns when that is done. Closing again does nothing. */
    @Override
    public void close() {
        if (!closing) {
            Shares now = shares;
            if (now != null) {
                tellLeftOut(now);
            }
            closing = true;
        }
        boolean interrupted = false;
        while (writer.isAlive()) {
            try {
                writer.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
