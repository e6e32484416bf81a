package org.hopwarden.capture.internal;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

import org.hopwarden.capture.CaptureFileException;

/** The block format: sections in either byte order, each with its own interfaces. Blocks that hold no frame are passed over. */
public final class PcapngReader implements FrameReader {

    private static final int SECTION_HEADER = 0x0a0d0d0a;
    private static final int INTERFACE_DESCRIPTION = 1;
    private static final int OBSOLETE_PACKET = 2;
    private static final int SIMPLE_PACKET = 3;
    private static final int ENHANCED_PACKET = 6;
    private static final int BYTE_ORDER_MAGIC = 0x1a2b3c4d;
    private static final int BLOCK_FRAME_BYTES = 12;
    private static final int OPTION_END = 0;
    private static final int OPTION_TIME_RESOLUTION = 9;
    private static final int OPTION_TIME_OFFSET = 14;

    /** @param resolution as in the option if_tsresol: a power of 10, or of 2 where bit 7 is set */
    private record Interface(int linkType, long snapLength, int resolution, long offsetSeconds) {

        long nanos(long units) {
            int exponent = resolution & 0x7f;
            long offsetNanos = offsetSeconds * 1_000_000_000;
            if ((resolution & 0x80) != 0) {
                return offsetNanos + (long) (units * 1e9 / Math.pow(2, exponent));
            }
            long power = 1;
            for (int i = Math.abs(9 - exponent); i > 0 && power <= Long.MAX_VALUE / 10; i--) {
                power *= 10;
            }
            return offsetNanos + (exponent <= 9 ? units * power : Long.divideUnsigned(units, power));
        }
    }

    private final MemorySegment content;
    private final String name;
    private final List<Interface> interfaces = new ArrayList<>();
    private ByteOrder byteOrder = ByteOrder.LITTLE_ENDIAN;
    private ValueLayout.OfInt ints;
    private ValueLayout.OfShort shorts;
    private long at;
    private long offset;
    private int captured;
    private long original;
    private long timeNanos;
    private int linkType;

    public PcapngReader(MemorySegment content, String name) {
        this.content = content;
        this.name = name;
        useOrder(byteOrder);
    }

    /** Whether a file begins like one of this format. */
    public static boolean knows(MemorySegment content) {
        // The number of a section header reads the same in either order.
        return content.byteSize() >= 4 && content.get(ValueLayout.JAVA_INT_UNALIGNED, 0) == SECTION_HEADER;
    }

    private void useOrder(ByteOrder order) {
        byteOrder = order;
        ints = ValueLayout.JAVA_INT_UNALIGNED.withOrder(order);
        shorts = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(order);
    }

    @Override
    public boolean next() throws CaptureFileException {
        while (at < content.byteSize()) {
            long block = at;
            require(BLOCK_FRAME_BYTES, block);
            int type = content.get(ints, block);
            if (type == SECTION_HEADER) {
                startSection(block);
            }
            long length = unsigned(block + 4);
            if (length < BLOCK_FRAME_BYTES || length % 4 != 0) {
                throw new CaptureFileException(name + " is damaged: a block claims a length of " + length + " bytes", block);
            }
            require(length, block);
            at = block + length;
            if (readBlock(type, block + 8, block + length - 4)) {
                return true;
            }
        }
        return false;
    }

    private void require(long bytes, long block) throws CaptureFileException {
        if (bytes > content.byteSize() - block) {
            throw new CaptureFileException(name + " is cut short or damaged: a block needs " + bytes + " bytes, but "
                    + (content.byteSize() - block) + " are left", block);
        }
    }

    private void startSection(long block) throws CaptureFileException {
        require(28, block);
        int little = content.get(ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN), block + 8);
        if (little != BYTE_ORDER_MAGIC && Integer.reverseBytes(little) != BYTE_ORDER_MAGIC) {
            throw new CaptureFileException(name + " is damaged: a section without a byte order", block + 8);
        }
        useOrder(little == BYTE_ORDER_MAGIC ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        interfaces.clear();
    }

    /** @return whether the block held a frame */
    private boolean readBlock(int type, long body, long end) throws CaptureFileException {
        return switch (type) {
            case INTERFACE_DESCRIPTION -> readInterface(body, end);
            case ENHANCED_PACKET -> {
                need(body, end, 20);
                yield frame(unsigned(body), unsigned(body + 4) << 32 | unsigned(body + 8), unsigned(body + 12),
                        unsigned(body + 16), body + 20, end);
            }
            case OBSOLETE_PACKET -> {
                need(body, end, 20);
                yield frame(content.get(shorts, body) & 0xffff, unsigned(body + 4) << 32 | unsigned(body + 8),
                        unsigned(body + 12), unsigned(body + 16), body + 20, end);
            }
            case SIMPLE_PACKET -> {
                need(body, end, 4);
                long length = unsigned(body);
                long snap = interfaces.isEmpty() ? 0 : interfaces.getFirst().snapLength();
                boolean found = frame(0, 0, Math.min(Math.min(length, snap == 0 ? length : snap), end - body - 4), length,
                        body + 4, end);
                timeNanos = 0;
                yield found;
            }
            default -> false;
        };
    }

    private void need(long body, long end, int bytes) throws CaptureFileException {
        if (end - body < bytes) {
            throw new CaptureFileException(name + " is damaged: a block is too short for what it is", body);
        }
    }

    private boolean readInterface(long body, long end) throws CaptureFileException {
        need(body, end, 8);
        int resolution = 6;
        long offsetSeconds = 0;
        long option = body + 8;
        while (option + 4 <= end) {
            int code = content.get(shorts, option) & 0xffff;
            int length = content.get(shorts, option + 2) & 0xffff;
            if (code == OPTION_END || option + 4 + length > end) {
                break;
            }
            if (code == OPTION_TIME_RESOLUTION && length == 1) {
                resolution = content.get(ValueLayout.JAVA_BYTE, option + 4) & 0xff;
            } else if (code == OPTION_TIME_OFFSET && length == 8) {
                offsetSeconds = content.get(ValueLayout.JAVA_LONG_UNALIGNED.withOrder(byteOrder), option + 4);
            }
            option += 4 + (length + 3 & ~3);
        }
        interfaces.add(new Interface(content.get(shorts, body) & 0xffff, unsigned(body + 4), resolution, offsetSeconds));
        return false;
    }

    private boolean frame(long interfaceId, long time, long capturedBytes, long originalBytes, long data, long end)
            throws CaptureFileException {
        if (interfaceId >= interfaces.size()) {
            throw new CaptureFileException(name + " is damaged: a frame names interface " + interfaceId
                    + ", which the section does not describe", data);
        }
        if (capturedBytes > end - data) {
            throw new CaptureFileException(name + " is damaged: a frame claims " + capturedBytes
                    + " bytes, more than its block holds", data);
        }
        Interface from = interfaces.get((int) interfaceId);
        offset = data;
        captured = (int) capturedBytes;
        original = originalBytes;
        timeNanos = from.nanos(time);
        linkType = from.linkType();
        return true;
    }

    private long unsigned(long place) {
        return content.get(ints, place) & 0xffff_ffffL;
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
