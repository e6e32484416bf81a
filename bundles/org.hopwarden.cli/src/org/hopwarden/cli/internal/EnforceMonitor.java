package org.hopwarden.cli.internal;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.hopwarden.enforce.DropCounts;
import org.hopwarden.enforce.DropReason;
import org.hopwarden.enforce.EnforcementStatistics;
import org.hopwarden.enforce.Enforcer;
import org.hopwarden.enforce.EventLog;
import org.hopwarden.enforce.TopTalkers;
import org.hopwarden.enforce.TopTalkers.Talker;
import org.hopwarden.enforce.VerdictListener;
import org.hopwarden.engine.CompiledPolicy;

import com.fasterxml.jackson.core.JsonGenerator;

/** What looks on while {@code enforce} runs: the event log, and what the statistics tell beside the counters of rules. */
final class EnforceMonitor implements AutoCloseable {

    private static final int TOP = 10;

    private final Optional<EventLog> events;
    /** Null where nobody asks for them. */
    private final TopTalkers talkers;
    private final DropCounts drops;

    /** @param counting whether top talkers and drops are wanted */
    EnforceMonitor(EventOptions options, boolean counting, PrintStream err) {
        events = options.open(err);
        talkers = counting ? new TopTalkers() : null;
        drops = counting ? new DropCounts() : null;
    }

    VerdictListener listener() {
        List<VerdictListener> all = new ArrayList<>();
        events.ifPresent(all::add);
        if (talkers != null) {
            all.add(talkers);
            all.add(drops);
        }
        return VerdictListener.all(all);
    }

    /** The event log, for who has more to tell. */
    Optional<EventLog> events() {
        return events;
    }

    void started(Enforcer enforcer, Path file, CompiledPolicy policy, boolean dryRun) throws IOException {
        if (events.isPresent()) {
            events.get().started(enforcer, file.toString(), EventOptions.digest(file), policy.failMode().getLiteral(), dryRun);
        }
    }

    /** @param failure why it ended by itself; null where it was told to */
    void ended(EnforcementStatistics statistics, long lostPackets, Exception failure) {
        events.ifPresent(log -> {
            if (failure != null) {
                log.fault(failure.getMessage());
            }
            log.ended(statistics, lostPackets, failure == null ? "told to end" : failure.getMessage());
        });
    }

    /** Writes the fields that it adds to the statistics. */
    void write(JsonGenerator json, EnforcementStatistics statistics, long lostPackets) throws IOException {
        if (events.isPresent()) {
            json.writeNumberField("eventsLost", events.get().lostEvents());
        }
        if (talkers == null) {
            return;
        }
        json.writeObjectFieldStart("drops");
        for (Map.Entry<DropReason, Long> drop : drops.byReason(statistics, lostPackets).entrySet()) {
            json.writeNumberField(drop.getKey().word(), drop.getValue());
        }
        json.writeEndObject();
        json.writeObjectFieldStart("topTalkers");
        json.writeBooleanField("sampled", talkers.isSampled());
        for (TopTalkers.By by : TopTalkers.By.values()) {
            json.writeArrayFieldStart(by.word());
            for (Talker talker : talkers.top(by, TOP)) {
                json.writeStartObject();
                json.writeStringField("name", talker.name());
                json.writeNumberField("packets", talker.packets());
                json.writeNumberField("bytes", talker.bytes());
                json.writeNumberField("packetsTooMany", talker.packetsTooMany());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    @Override
    public void close() {
        events.ifPresent(EventLog::close);
    }
}
