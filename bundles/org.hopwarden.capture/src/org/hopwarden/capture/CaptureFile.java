package org.hopwarden.capture;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.hopwarden.capture.internal.FrameReader;
import org.hopwarden.capture.internal.PcapReader;
import org.hopwarden.capture.internal.PcapngReader;
import org.hopwarden.net.PacketView;

/**
 * Reads a capture file, pcap or pcapng, frame by frame and in place: the file is mapped into memory, and nothing is copied. Used
 * by one thread.
 * <p>
 * Formats: pcap with micro- or nanoseconds in either byte order (draft-ietf-opsawg-pcap), and pcapng with any number of
 * sections and interfaces (draft-ietf-opsawg-pcapng).
 */
public final class CaptureFile implements AutoCloseable {

    private final Arena arena = Arena.ofShared();
    private final FrameReader reader;
    private final MemorySegment content;
    private long number;

    private CaptureFile(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            content = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
            reader = reader(content, file.toString());
        } catch (IOException | RuntimeException e) {
            arena.close();
            throw e;
        }
    }

    /**
     * Opens a file.
     *
     * @throws CaptureFileException where it is no capture file
     * @throws IOException where it cannot be read
     */
    public static CaptureFile open(Path file) throws IOException {
        return new CaptureFile(file);
    }

    private static FrameReader reader(MemorySegment content, String name) throws CaptureFileException {
        if (PcapReader.knows(content)) {
            return new PcapReader(content, name);
        }
        if (PcapngReader.knows(content)) {
            return new PcapngReader(content, name);
        }
        throw new CaptureFileException(name + " is neither a pcap nor a pcapng file", 0);
    }

    /**
     * Goes to the next frame, the first one to begin with.
     *
     * @return false at the end of the file
     * @throws CaptureFileException where the file is damaged or cut short; the frames before it were good
     */
    public boolean next() throws CaptureFileException {
        if (!reader.next()) {
            return false;
        }
        number++;
        return true;
    }

    /** The number of this frame, counted from 1. */
    public long number() {
        return number;
    }

    /** When the frame was captured, in nanoseconds since 1970; 0 where the file does not tell. */
    public long timeNanos() {
        return reader.timeNanos();
    }

    /** The file's bytes. The frame lies at {@link #offset}. */
    public MemorySegment segment() {
        return content;
    }

    /** Where the frame starts in {@link #segment}. */
    public long offset() {
        return reader.offset();
    }

    /** How many bytes of the frame are in the file. */
    public int capturedBytes() {
        return reader.capturedBytes();
    }

    /** How long the frame was on the wire; at least {@link #capturedBytes}. */
    public long originalBytes() {
        return Math.max(reader.originalBytes(), reader.capturedBytes());
    }

    /** The link type of the frame's interface (the LINKTYPE registry: 1 is Ethernet, 101 raw IP). */
    public int linkType() {
        return reader.linkType();
    }

    /**
     * Points a view at the IP packet in this frame, behind any VLAN tags.
     *
     * @return false where the frame carries no IP, or its link type is not known (see {@link LinkType#isKnown})
     */
    public boolean ip(PacketView view) {
        int at = LinkType.ipOffset(linkType(), content, offset(), capturedBytes());
        return at >= 0 && view.wrap(content, offset() + at, capturedBytes() - at);
    }

    @Override
    public void close() {
        arena.close();
    }
}
