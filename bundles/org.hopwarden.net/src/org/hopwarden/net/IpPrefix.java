package org.hopwarden.net;

import static java.util.Objects.requireNonNull;

/**
 * A network prefix: all addresses that share their first {@code length} bits.
 *
 * @param address the first address; all bits behind {@code length} are 0
 * @param length how many leading bits are fixed: 0 to 32, or 0 to 128
 */
public record IpPrefix(IpAddress address, int length) implements Comparable<IpPrefix> {

    public IpPrefix {
        requireNonNull(address, "address");
        int bits = address.version().addressBits();
        if (length < 0 || length > bits) {
            throw new IllegalArgumentException("a prefix length of " + address + " lies in 0.." + bits + ", not " + length);
        }
        if (!masked(address, length).equals(address)) {
            throw new IllegalArgumentException(address + "/" + length + " has bits set behind its length; meant is "
                    + masked(address, length) + "/" + length);
        }
    }

    /** The prefix of this length that holds the address: bits behind the length are cleared. */
    public static IpPrefix containing(IpAddress address, int length) {
        return new IpPrefix(masked(address, length), length);
    }

    /**
     * Reads {@code ADDRESS/LENGTH}, or a lone address as the prefix of full length.
     *
     * @throws IllegalArgumentException if the text is none, or has bits set behind its length
     */
    public static IpPrefix parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            IpAddress address = IpAddress.parse(text);
            return new IpPrefix(address, address.version().addressBits());
        }
        IpAddress address = IpAddress.parse(text.substring(0, slash));
        try {
            return new IpPrefix(address, Integer.parseInt(text, slash + 1, text.length(), 10));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("not a prefix: '" + text + "' (expected something like 192.0.2.0/24)", e);
        }
    }

    /** Whether the address is of this version and shares the first {@code length} bits. */
    public boolean contains(IpAddress other) {
        return other.version() == address.version() && masked(other, length).equals(address);
    }

    private static IpAddress masked(IpAddress address, int length) {
        if (address.isV4()) {
            return IpAddress.v4((int) (address.low() & mask64(length + 32)));
        }
        return IpAddress.v6(address.high() & mask64(length), address.low() & mask64(length - 64));
    }

    private static long mask64(int bits) {
        return bits <= 0 ? 0 : bits >= 64 ? -1L : -1L << (64 - bits);
    }

    @Override
    public int compareTo(IpPrefix other) {
        int byAddress = address.compareTo(other.address);
        return byAddress != 0 ? byAddress : Integer.compare(length, other.length);
    }

    @Override
    public String toString() {
        return address + "/" + length;
    }
}
