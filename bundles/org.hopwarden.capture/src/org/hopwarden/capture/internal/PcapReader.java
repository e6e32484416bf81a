package org.hopwarden.capture.internal;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

import org.hopwarden.capture.CaptureFileException;
import org.hopwarden.capture.CaptureOptions;
import org.hopwarden.capture.LinkType;

/** The classic format: a header of 24 bytes, then frames with 16 bytes in front of each. */
public final class PcapReader implements FrameReader {

    private static final ValueLayout.OfInt BIG = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final ValueLayout.OfInt LITTLE = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final int MICROSECONDS = 0xa1b2c3d4;
    private static final int NANOSECONDS = 0xa1b23c4d;
    private static final int FILE_HEADER_BYTES = 24;
    private static final int FRAME_HEADER_BYTES = 16;
    private static final int MOST_OTHER_BYTES = 128 << 20;

    private final MemorySegment content;
    private final String name;
    private final ValueLayout.OfInt order;
    private final long nanosPerFraction;
    private final int linkType;
    private long at = FILE_HEADER_BYTES;
    private long offset;
    private int captured;
    private long original;
    private long timeNanos;

    public PcapReader(MemorySegment content, String name) throws CaptureFileException {
        this.content = content;
        this.name = name;
        if (content.byteSize() < FILE_HEADER_BYTES) {
            throw new CaptureFileException(name + " ends within its header", content.byteSize());
        }
        order = isMagic(content.get(BIG, 0)) ? BIG : LITTLE;
        nanosPerFraction = content.get(order, 0) == NANOSECONDS ? 1 : 1000;
        // The upper bits tell of a frame check sequence.
        linkType = content.get(order, 20) & 0x03ff_ffff;
    }

    /** Whether a file begins like one of this format. */
    public static boolean knows(MemorySegment content) {
        return content.byteSize() >= 4 && (isMagic(content.get(BIG, 0)) || isMagic(content.get(LITTLE, 0)));
    }

    private static boolean isMagic(int number) {
        return number == MICROSECONDS || number == NANOSECONDS;
    }

    @Override
    public boolean next() throws CaptureFileException {
        long left = content.byteSize() - at;
        if (left == 0) {
            return false;
        }
        if (left < FRAME_HEADER_BYTES) {
            throw new CaptureFileException(name + " is cut short within the header of a frame", at);
        }
        long length = content.get(order, at + 8) & 0xffff_ffffL;
        if (length > mostBytes()) {
            throw new CaptureFileException(name + " is damaged: a frame claims " + length + " bytes", at);
        }
        if (length > left - FRAME_HEADER_BYTES) {
            throw new CaptureFileException(name + " is cut short or damaged: a frame claims " + length + " bytes, but "
                    + (left - FRAME_HEADER_BYTES) + " are left", at);
        }
        timeNanos = (content.get(order, at) & 0xffff_ffffL) * 1_000_000_000
                + (content.get(order, at + 4) & 0xffff_ffffL) * nanosPerFraction;
        captured = (int) length;
        original = content.get(order, at + 12) & 0xffff_ffffL;
        offset = at + FRAME_HEADER_BYTES;
        at = offset + length;
        return true;
    }

    /** What no frame exceeds; other links, as USB, have larger ones than networks. */
    private int mostBytes() {
        return LinkType.isKnown(linkType) ? CaptureOptions.MOST_SNAP_BYTES : MOST_OTHER_BYTES;
    }

    @Override
    public long offset() {
        return offset;
    }

    @Override
    public int capturedBytes() {
        return captured;
    }

    @Override
    public long originalBytes() {
        return original;
    }

    @Override
    public long timeNanos() {
        return timeNanos;
    }

    @Override
    public int linkType() {
        return linkType;
    }
}
