package org.hopwarden.net;

import static java.util.Objects.requireNonNull;

import java.lang.foreign.MemorySegment;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An IPv4 or IPv6 address without a zone. An IPv4 address has its 32 bits in the low half of {@code low}; addresses order by
 * version, then by unsigned value.
 *
 * @param version which protocol the address belongs to
 * @param high the upper 64 bits of an IPv6 address, 0 for IPv4
 * @param low the lower 64 bits of an IPv6 address, or the 32 bits of an IPv4 address, zero-extended
 */
public record IpAddress(IpVersion version, long high, long low) implements Comparable<IpAddress> {

    private static final Pattern DOTTED_QUAD = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");

    public IpAddress {
        requireNonNull(version, "version");
        if (version == IpVersion.V4 && (high != 0 || low >>> 32 != 0)) {
            throw new IllegalArgumentException("an IPv4 address has 32 bits");
        }
    }

    /** The IPv4 address with these 32 bits, the first octet uppermost. */
    public static IpAddress v4(int bits) {
        return new IpAddress(IpVersion.V4, 0, bits & 0xffff_ffffL);
    }

    /** The IPv6 address with these two halves. */
    public static IpAddress v6(long high, long low) {
        return new IpAddress(IpVersion.V6, high, low);
    }

    /**
     * The address in network byte order.
     *
     * @throws IllegalArgumentException unless there are 4 or 16 bytes
     */
    public static IpAddress of(byte[] bytes) {
        if (bytes.length != 4 && bytes.length != 16) {
            throw new IllegalArgumentException("an address has 4 or 16 bytes, not " + bytes.length);
        }
        return read(MemorySegment.ofArray(bytes), 0, bytes.length == 4 ? IpVersion.V4 : IpVersion.V6);
    }

    /** The address of a Java network address; a zone is left out. */
    public static IpAddress of(InetAddress address) {
        return of(address.getAddress());
    }

    /** Reads an address in network byte order at {@code offset}. */
    public static IpAddress read(MemorySegment segment, long offset, IpVersion version) {
        return version == IpVersion.V4
                ? v4(segment.get(Headers.INT, offset))
                : v6(segment.get(Headers.LONG, offset), segment.get(Headers.LONG, offset + 8));
    }

    /**
     * Reads a literal: four decimal octets, or the text form of RFC 4291 section 2.2 without a zone. Never asks a name
     * server.
     *
     * @throws IllegalArgumentException if the text is no such literal
     */
    public static IpAddress parse(String text) {
        return tryParse(text).orElseThrow(() -> new IllegalArgumentException(
                "not an IP address: '" + text + "' (expected something like 192.0.2.1 or 2001:db8::1)"));
    }

    /** As {@link #parse}, but empty where the text is no literal. */
    public static Optional<IpAddress> tryParse(String text) {
        boolean looksV6 = text.indexOf(':') >= 0 && text.indexOf('%') < 0 && text.indexOf('[') < 0;
        if (!looksV6 && !DOTTED_QUAD.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(looksV6 ? ofV6Literal(text) : of(InetAddress.ofLiteral(text)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Java turns an IPv4-mapped literal into an IPv4 address; here it stays what was written. */
    private static IpAddress ofV6Literal(String text) {
        IpAddress address = of(InetAddress.ofLiteral(text));
        return address.version == IpVersion.V6 ? address : v6(0, 0xffff_0000_0000L | address.low);
    }

    public boolean isV4() {
        return version == IpVersion.V4;
    }

    public boolean isV6() {
        return version == IpVersion.V6;
    }

    /** The address in network byte order: 4 or 16 bytes. */
    public byte[] toBytes() {
        byte[] bytes = new byte[version.addressBytes()];
        write(MemorySegment.ofArray(bytes), 0);
        return bytes;
    }

    /** Writes the address in network byte order: 4 or 16 bytes at {@code offset}. */
    public void write(MemorySegment segment, long offset) {
        if (isV4()) {
            segment.set(Headers.INT, offset, (int) low);
        } else {
            segment.set(Headers.LONG, offset, high);
            segment.set(Headers.LONG, offset + 8, low);
        }
    }

    public InetAddress toInetAddress() {
        try {
            return InetAddress.getByAddress(toBytes());
        } catch (UnknownHostException e) {
            throw new AssertionError("4 or 16 bytes are always an address", e);
        }
    }

    /** The IPv4 address that an IPv4-mapped one stands for (RFC 4291, 2.5.5.2), as sockets of IPv6 name it; any other as it is. */
    public IpAddress unmapped() {
        return isV6() && high == 0 && low >>> 32 == 0xffffL ? v4((int) low) : this;
    }

    /** 127.0.0.0/8 or ::1. */
    public boolean isLoopback() {
        return isV4() ? low >>> 24 == 127 : high == 0 && low == 1;
    }

    /** 224.0.0.0/4 or ff00::/8. */
    public boolean isMulticast() {
        return isV4() ? low >>> 28 == 0xe : high >>> 56 == 0xff;
    }

    /** 0.0.0.0 or ::. */
    public boolean isUnspecified() {
        return high == 0 && low == 0;
    }

    @Override
    public int compareTo(IpAddress other) {
        int byVersion = version.compareTo(other.version);
        if (byVersion != 0) {
            return byVersion;
        }
        int byHigh = Long.compareUnsigned(high, other.high);
        return byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
    }

    /** Dotted decimal, or the canonical text of RFC 5952 (lower case, longest run of zeros shortened). */
    @Override
    public String toString() {
        if (isV4()) {
            return (low >>> 24) + "." + (low >>> 16 & 0xff) + "." + (low >>> 8 & 0xff) + "." + (low & 0xff);
        }
        if (high == 0 && low >>> 32 == 0xffffL) {
            return "::ffff:" + v4((int) low);
        }
        int runStart = -1;
        int runLength = 1;
        for (int i = 0; i < 8; i++) {
            int j = i;
            while (j < 8 && group(j) == 0) {
                j++;
            }
            if (j - i > runLength) {
                runStart = i;
                runLength = j - i;
            }
            i = Math.max(i, j - 1);
        }
        StringBuilder text = new StringBuilder(39);
        for (int i = 0; i < 8; i++) {
            if (i == runStart) {
                text.append("::");
                i += runLength - 1;
            } else {
                if (!text.isEmpty() && text.charAt(text.length() - 1) != ':') {
                    text.append(':');
                }
                text.append(Integer.toHexString(group(i)));
            }
        }
        return text.toString();
    }

    private int group(int index) {
        long half = index < 4 ? high : low;
        return (int) (half >>> (48 - 16 * (index & 3)) & 0xffff);
    }
}
