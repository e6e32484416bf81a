package org.hopwarden.cli.internal;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.foreign.MemorySegment;
import java.time.Instant;

import org.hopwarden.capture.FrameSummary;
import org.hopwarden.net.PacketView;

import com.fasterxml.jackson.core.JsonGenerator;

/** Writes frames as they come, holding back no more than a buffer of them. Safe for use by the capture and the command. */
abstract class FrameOutput implements AutoCloseable {

    private static final int BUFFER_CHARS = 1 << 15;

    private final PrintStream out;
    private final PacketView view = new PacketView();
    private final StringBuilder buffer = new StringBuilder(BUFFER_CHARS + 1024);
    private long taken;
    private long firstNanos;
    private boolean broken;

    private FrameOutput(PrintStream out) {
        this.out = out;
    }

    static FrameOutput of(CaptureCommand.FrameFormat format, PrintStream out) {
        return format == CaptureCommand.FrameFormat.JSON ? new JsonFrames(out) : new SummaryLines(out);
    }

    /** Takes the next frame, numbered from 1. */
    final synchronized void take(long timeNanos, int linkType, MemorySegment segment, long at, int length, long originalBytes)
            throws IOException {
        take(taken + 1, timeNanos, linkType, segment, at, length, originalBytes);
    }

    /** Takes a frame with the number that its file gives it. */
    final synchronized void take(long number, long timeNanos, int linkType, MemorySegment segment, long at, int length,
            long originalBytes) throws IOException {
        if (taken++ == 0) {
            firstNanos = timeNanos;
        }
        write(number, timeNanos - firstNanos, FrameSummary.of(view, linkType, segment, at, length), originalBytes);
    }

    /** Says that there is a result, be it an empty one; a command that fails before writes nothing. */
    synchronized void begin() throws IOException {
        // Lines need no beginning.
    }

    abstract void write(long number, long sinceFirstNanos, FrameSummary summary, long lengthBytes) throws IOException;

    /** Adds to what is written next. */
    final StringBuilder line() {
        return buffer;
    }

    final void flushWhenFull() throws IOException {
        if (buffer.length() >= BUFFER_CHARS) {
            flush();
        }
    }

    synchronized void flush() throws IOException {
        if (!buffer.isEmpty()) {
            out.print(buffer);
            buffer.setLength(0);
        }
        broken |= out.checkError();
    }

    /** Whether nobody reads the output any longer, as behind {@code | head}. */
    final synchronized boolean isBroken() {
        return broken;
    }

    final synchronized long taken() {
        return taken;
    }

    final long firstNanos() {
        return firstNanos;
    }

    @Override
    public synchronized void close() throws IOException {
        flush();
    }

    /** Appends seconds with six decimals. */
    static void appendSeconds(StringBuilder text, long nanos) {
        long micros = Math.floorDiv(Math.abs(nanos), 1000L);
        text.append(nanos < 0 ? "-" : "").append(micros / 1_000_000).append('.');
        String fraction = Long.toString(micros % 1_000_000);
        text.repeat("0", 6 - fraction.length()).append(fraction);
    }

    private static final class SummaryLines extends FrameOutput {

        private SummaryLines(PrintStream out) {
            super(out);
        }

        @Override
        void write(long number, long sinceFirstNanos, FrameSummary summary, long lengthBytes) throws IOException {
            StringBuilder line = line();
            pad(line, Long.toString(number), 6, true);
            StringBuilder seconds = new StringBuilder(16);
            appendSeconds(seconds, sinceFirstNanos);
            pad(line.append("  "), seconds.toString(), 11, true);
            pad(line.append("  "), summary.source().isEmpty() ? "-" : summary.source(), 17, false);
            pad(line.append("  "), summary.destination().isEmpty() ? "-" : summary.destination(), 17, false);
            pad(line.append("  "), summary.protocol(), 6, false);
            pad(line.append("  "), Long.toString(lengthBytes), 5, true);
            line.append("  ").append(summary.info()).append('\n');
            flushWhenFull();
        }

        private static void pad(StringBuilder line, String text, int width, boolean right) {
            int spaces = Math.max(0, width - text.length());
            if (right) {
                line.repeat(' ', spaces).append(text);
            } else {
                line.append(text).repeat(' ', spaces);
            }
        }
    }

    private static final class JsonFrames extends FrameOutput {

        private final PrintStream out;
        private JsonGenerator json;

        private JsonFrames(PrintStream out) {
            super(out);
            this.out = out;
        }

        @Override
        synchronized void begin() throws IOException {
            if (json == null) {
                json = Json.generator(out);
                json.writeStartObject();
                json.writeStringField("format", "hopwarden.capture/1");
                json.writeArrayFieldStart("frames");
            }
        }

        @Override
        void write(long number, long sinceFirstNanos, FrameSummary summary, long lengthBytes) throws IOException {
            begin();
            StringBuilder seconds = new StringBuilder(16);
            appendSeconds(seconds, sinceFirstNanos);
            json.writeRaw("\n ");
            json.writeStartObject();
            json.writeNumberField("frame", number);
            json.writeFieldName("timeSeconds");
            json.writeNumber(seconds.toString());
            json.writeStringField("source", summary.source());
            json.writeStringField("destination", summary.destination());
            json.writeStringField("protocol", summary.protocol());
            json.writeNumberField("lengthBytes", lengthBytes);
            json.writeStringField("info", summary.info());
            json.writeEndObject();
        }

        @Override
        synchronized void flush() throws IOException {
            if (json != null) {
                json.flush();
            }
            super.flush();
        }

        @Override
        public synchronized void close() throws IOException {
            if (json != null) {
                json.writeEndArray();
                if (taken() > 0) {
                    json.writeStringField("firstFrame", Instant.ofEpochSecond(0, firstNanos()).toString());
                }
                json.writeEndObject();
                json.close();
            }
            super.close();
        }
    }
}
