package org.hopwarden.capture;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.function.BooleanSupplier;

/**
 * Where each frame of a file stands, so that any of a million can be read at once. It is filled by one thread, from a whole file
 * or frame by frame while a capture runs, and read by any.
 */
public final class CaptureIndex implements AutoCloseable {

    private static final int FIRST_FRAMES = 1024;
    private static final int PCAP_HEADER_BYTES = 24;
    private static final int PCAP_FRAME_HEADER_BYTES = 16;
    private static final int CHECK_FRAMES = 4096;

    private volatile FileChannel channel;
    private long[] offsets = new long[FIRST_FRAMES];
    private long[] times = new long[FIRST_FRAMES];
    private int[] captured = new int[FIRST_FRAMES];
    private int[] original = new int[FIRST_FRAMES];
    private int[] links = new int[FIRST_FRAMES];
    private int count;
    private long end = PCAP_HEADER_BYTES;

    /** Opens the file to read frames from; until then none can be read. */
    public void attach(Path file) throws IOException {
        channel = FileChannel.open(file, StandardOpenOption.READ);
    }

    /**
     * Walks over a file, and {@link #attach attaches} it. The frames found so far can be read meanwhile.
     *
     * @param cancelled is asked now and then whether to stop
     * @throws CaptureFileException where the file is damaged; the frames before the damage stay
     */
    public void fill(Path file, BooleanSupplier cancelled) throws IOException {
        attach(file);
        try (CaptureFile source = CaptureFile.open(file)) {
            while (source.next()) {
                add(source.offset(), source.timeNanos(), source.capturedBytes(), source.originalBytes(), source.linkType());
                if (source.number() % CHECK_FRAMES == 0 && cancelled.getAsBoolean()) {
                    return;
                }
            }
        }
    }

    /** Notes the next frame of a file that a {@link CaptureWriter} writes. */
    public synchronized void append(CapturedFrame frame) {
        add(end + PCAP_FRAME_HEADER_BYTES, frame.timeNanos(), frame.bytes().length, frame.originalBytes(), frame.linkType());
        end += PCAP_FRAME_HEADER_BYTES + frame.bytes().length;
    }

    private synchronized void add(long offset, long timeNanos, int capturedBytes, long originalBytes, int linkType) {
        if (count == offsets.length) {
            int room = count * 2;
            offsets = Arrays.copyOf(offsets, room);
            times = Arrays.copyOf(times, room);
            captured = Arrays.copyOf(captured, room);
            original = Arrays.copyOf(original, room);
            links = Arrays.copyOf(links, room);
        }
        offsets[count] = offset;
        times[count] = timeNanos;
        captured[count] = capturedBytes;
        original[count] = (int) Math.min(originalBytes, Integer.MAX_VALUE);
        links[count] = linkType;
        count++;
    }

    /** How many frames are known. */
    public synchronized int size() {
        return count;
    }

    /**
     * Reads one frame.
     *
     * @param index from 0 to less than {@link #size}
     * @throws IOException where the file cannot be read, or does not hold the frame yet
     */
    public CapturedFrame frame(int index) throws IOException {
        long offset;
        long time;
        int originalBytes;
        int linkType;
        byte[] bytes;
        synchronized (this) {
            offset = offsets[index];
            time = times[index];
            originalBytes = original[index];
            linkType = links[index];
            bytes = new byte[captured[index]];
        }
        FileChannel file = channel;
        if (file == null) {
            throw new EOFException("the frame is not written yet");
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            if (file.read(buffer, offset + buffer.position()) < 0) {
                throw new EOFException("the file does not hold the frame");
            }
        }
        return new CapturedFrame(time, linkType, bytes, originalBytes);
    }

    /** The time of the first frame in nanoseconds since 1970; 0 where there is none. */
    public synchronized long firstNanos() {
        return times[0];
    }

    @Override
    public void close() throws IOException {
        FileChannel file = channel;
        if (file != null) {
            file.close();
        }
    }
}
