package org.hopwarden.capture;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Writes frames of one link type as pcap with nanoseconds. They go to a file of another name beside the wanted one, which takes
 * its place in {@link #close}; whole frames alone reach the disk, so that what a killed program leaves can be read.
 * <p>
 * Safe for use by several threads.
 */
public final class CaptureWriter implements AutoCloseable {

    private static final int MAGIC_NANOSECONDS = 0xa1b23c4d;
    private static final int BUFFER_BYTES = 1 << 18;
    private static final int FILE_HEADER_BYTES = 24;
    private static final int FRAME_HEADER_BYTES = 16;
    /** Where a frame's header says how many bytes follow. */
    private static final int CAPTURED_LENGTH_AT = 8;

    private final Path file;
    private final Path temporary;
    private final FileChannel channel;
    private final int linkType;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    private long written;
    private boolean incomplete;
    private boolean closed;

    private CaptureWriter(Path file, int linkType) throws IOException {
        this.file = file.toAbsolutePath();
        this.linkType = linkType;
        if (Files.isDirectory(file)) {
            throw new IOException(file + " is a folder");
        }
        Path free = this.file.resolveSibling(this.file.getFileName() + ".part");
        for (int n = 2; Files.exists(free); n++) {
            // What a killed program left stays until its owner has looked at it.
            free = this.file.resolveSibling(this.file.getFileName() + "." + n + ".part");
        }
        temporary = free;
        channel = FileChannel.open(temporary, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
        buffer.putInt(MAGIC_NANOSECONDS).putShort((short) 2).putShort((short) 4).putInt(0).putInt(0)
                .putInt(CaptureOptions.MOST_SNAP_BYTES).putInt(linkType);
        try {
            flush();
        } catch (IOException e) {
            channel.close();
            Files.deleteIfExists(temporary);
            throw e;
        }
    }

    /**
     * Begins a file.
     *
     * @throws IOException where the folder is missing or cannot be written
     */
    public static CaptureWriter create(Path file, int linkType) throws IOException {
        return new CaptureWriter(file, linkType);
    }

    /** Where the frames are until {@link #close}. */
    public Path temporary() {
        return temporary;
    }

    /**
     * Writes one frame.
     *
     * @param at where the frame starts in the segment
     * @throws IOException where the disk is full or the frame is of another link type; the frames before it are kept
     */
    public synchronized void write(long timeNanos, int frameLinkType, MemorySegment segment, long at, int capturedBytes,
            long originalBytes) throws IOException {
        if (frameLinkType != linkType) {
            throw new IOException("a pcap file holds frames of one link type: " + linkType + ", not " + frameLinkType
                    + " as well");
        }
        if (buffer.remaining() < FRAME_HEADER_BYTES + capturedBytes) {
            flush();
        }
        ByteBuffer target = FRAME_HEADER_BYTES + capturedBytes <= buffer.capacity() ? buffer
                : ByteBuffer.allocate(FRAME_HEADER_BYTES + capturedBytes).order(ByteOrder.LITTLE_ENDIAN);
        target.putInt((int) Math.floorDiv(timeNanos, 1_000_000_000L)).putInt((int) Math.floorMod(timeNanos, 1_000_000_000L))
                .putInt(capturedBytes).putInt((int) Math.min(originalBytes, 0xffff_ffffL));
        MemorySegment.copy(segment, at, MemorySegment.ofBuffer(target), 0, capturedBytes);
        target.position(target.position() + capturedBytes);
        if (target != buffer) {
            drain(target);
        }
    }

    /** Hands what was written to the system. */
    public synchronized void flush() throws IOException {
        drain(buffer);
    }

    private void drain(ByteBuffer from) throws IOException {
        from.flip();
        int length = from.remaining();
        try {
            while (from.hasRemaining()) {
                channel.write(from);
            }
            written += length;
        } catch (IOException e) {
            // A frame that is there in part would make the file a damaged one.
            written += wholeFrames(from, from.position());
            incomplete = true;
            channel.truncate(written);
            throw new IOException("cannot write " + temporary + ": " + e.getMessage(), e);
        } finally {
            from.clear();
        }
    }

    /** How many of the first bytes of a buffer are whole frames, or the header of the file. */
    private int wholeFrames(ByteBuffer from, int reached) {
        int whole = written == 0 && reached >= FILE_HEADER_BYTES ? FILE_HEADER_BYTES : 0;
        while (written + whole > 0 && whole + FRAME_HEADER_BYTES <= reached) {
            int next = whole + FRAME_HEADER_BYTES + from.getInt(whole + CAPTURED_LENGTH_AT);
            if (next > reached) {
                break;
            }
            whole = next;
        }
        return whole;
    }

    /**
     * Ends the file and gives it its name, in the place of one that had it. Where something could not be written, an older file
     * keeps its place, and what was written stays in {@link #temporary}.
     */
    @Override
    public synchronized void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        IOException failure = null;
        try (channel) {
            flush();
            channel.force(true);
        } catch (IOException e) {
            incomplete = true;
            failure = e;
        }
        if (incomplete && Files.exists(file)) {
            throw new IOException(file + " stays as it was; what was written is in " + temporary, failure);
        }
        Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        if (failure != null) {
            throw failure;
        }
    }
}
