package org.hopwarden.capture;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Where each frame of a file stands, so that any of millions can be read at once: 28 bytes for each. It is filled by one thread,
 * from a whole file or frame by frame while a capture runs, and read by any, none of which ever waits for another.
 */
public final class CaptureIndex implements AutoCloseable {

    private static final int CHUNK_BITS = 16;
    private static final int CHUNK = 1 << CHUNK_BITS;
    private static final int PCAP_HEADER_BYTES = 24;
    private static final int PCAP_FRAME_HEADER_BYTES = 16;
    private static final int CHECK_FRAMES = 4096;
    private static final int RECENT_FRAMES = 256;

    /** Chunks, not one array that grows: to copy a large one would hold up the capture. */
    private record Chunk(long[] offsets, long[] times, int[] captured, int[] original, int[] links) {

        private Chunk() {
            this(new long[CHUNK], new long[CHUNK], new int[CHUNK], new int[CHUNK], new int[CHUNK]);
        }
    }

    private volatile FileChannel channel;
    private volatile Chunk[] chunks = {};
    private volatile int count;
    /** The newest frames, which may not have reached the file yet; only while a capture runs. */
    private final List<CapturedFrame> recent = new ArrayList<>();
    private long end = PCAP_HEADER_BYTES;

    /** Opens the file to read frames from; until then only those that have just been noted can be read. */
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
        } catch (InternalError e) {
            // So the virtual machine tells that a page of the mapped file is gone.
            throw new IOException(file + " was cut short by another program while it was read", e);
        }
    }

    /** Notes the next frame of a file that a {@link CaptureWriter} writes. It can be read before it reaches the file. */
    public void append(CapturedFrame frame) throws IOException {
        synchronized (recent) {
            recent.add(frame);
            if (recent.size() % RECENT_FRAMES == 0) {
                dropWritten();
            }
            add(end + PCAP_FRAME_HEADER_BYTES, frame.timeNanos(), frame.bytes().length, frame.originalBytes(),
                    frame.linkType());
        }
        end += PCAP_FRAME_HEADER_BYTES + frame.bytes().length;
    }

    private void dropWritten() throws IOException {
        FileChannel file = channel;
        if (file == null) {
            return;
        }
        long size = file.size();
        // The one that was added last is not counted yet.
        int first = count + 1 - recent.size();
        int written = 0;
        while (written < recent.size() - 1 && endOf(first + written) <= size) {
            written++;
        }
        recent.subList(0, written).clear();
    }

    private long endOf(int index) {
        Chunk chunk = chunks[index >> CHUNK_BITS];
        return chunk.offsets()[index & CHUNK - 1] + chunk.captured()[index & CHUNK - 1];
    }

    /**
     * Forgets the frames that the file does not hold. To be called when a capture has ended, by which time nothing is written any
     * more.
     *
     * @return how many were forgotten
     */
    public int keepWritten() throws IOException {
        FileChannel file = channel;
        synchronized (recent) {
            int before = count;
            long size = file == null ? 0 : file.size();
            int kept = before;
            while (kept > 0 && endOf(kept - 1) > size) {
                kept--;
            }
            count = kept;
            recent.clear();
            return before - kept;
        }
    }

    private void add(long offset, long timeNanos, int capturedBytes, long originalBytes, int linkType) {
        int index = count;
        if (index == Integer.MAX_VALUE) {
            throw new IllegalStateException("no more than " + index + " frames can be listed");
        }
        Chunk[] known = chunks;
        if (index >> CHUNK_BITS == known.length) {
            known = Arrays.copyOf(known, known.length + 1);
            known[known.length - 1] = new Chunk();
            chunks = known;
        }
        Chunk chunk = known[index >> CHUNK_BITS];
        int at = index & CHUNK - 1;
        chunk.offsets()[at] = offset;
        chunk.times()[at] = timeNanos;
        chunk.captured()[at] = capturedBytes;
        chunk.original()[at] = (int) Math.min(originalBytes, Integer.MAX_VALUE);
        chunk.links()[at] = linkType;
        // Last, so that who sees the new count sees the frame.
        count = index + 1;
    }

    /** How many frames are known. */
    public int size() {
        return count;
    }

    /**
     * Reads one frame.
     *
     * @param index from 0 to less than {@link #size}
     * @throws IOException where the file cannot be read, or no longer holds the frame
     */
    public CapturedFrame frame(int index) throws IOException {
        synchronized (recent) {
            int first = count - recent.size();
            if (index >= first && index < count) {
                return recent.get(index - first);
            }
        }
        FileChannel file = channel;
        if (file == null) {
            throw new EOFException("the file is not open yet");
        }
        Chunk chunk = chunks[index >> CHUNK_BITS];
        int at = index & CHUNK - 1;
        byte[] bytes = new byte[chunk.captured()[at]];
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            if (file.read(buffer, chunk.offsets()[at] + buffer.position()) < 0) {
                throw new EOFException("the file does not hold the frame");
            }
        }
        return new CapturedFrame(chunk.times()[at], chunk.links()[at], bytes, chunk.original()[at]);
    }

    /** The time of the first frame in nanoseconds since 1970; 0 where there is none. */
    public long firstNanos() {
        return count == 0 ? 0 : chunks[0].times()[0];
    }

    @Override
    public void close() throws IOException {
        FileChannel file = channel;
        if (file != null) {
            file.close();
        }
    }
}
