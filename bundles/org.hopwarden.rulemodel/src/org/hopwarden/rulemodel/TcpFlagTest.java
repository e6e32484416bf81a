package org.hopwarden.rulemodel;

import org.hopwarden.net.TcpFlags;

/**
 * A test of TCP control bits: of those in the mask exactly those of the value are set.
 *
 * @param mask the bits that are looked at, as in {@link TcpFlags}; at least one
 * @param value the bits that must be set; all in the mask
 */
public record TcpFlagTest(int mask, int value) {

    public TcpFlagTest {
        if (mask <= 0 || mask > 0xff || (value & ~mask) != 0) {
            throw new IllegalArgumentException("a test of TCP flags looks at one or more of the eight and wants some of these"
                    + " set: mask " + mask + ", value " + value);
        }
    }

    /** The test that a bit is set, whatever the others are. */
    public static TcpFlagTest set(int flag) {
        return new TcpFlagTest(flag, flag);
    }

    /** Reads {@code SYN,ACK=SYN}: the bits that are looked at, and those of them that must be set ({@code -}: none). */
    public static TcpFlagTest parse(String text) {
        int equals = text.indexOf('=');
        if (equals < 0) {
            throw new IllegalArgumentException("not a test of TCP flags: '" + text + "' (expected something like SYN,ACK=SYN)");
        }
        return new TcpFlagTest(flags(text.substring(0, equals)), flags(text.substring(equals + 1)));
    }

    private static int flags(String names) {
        int flags = 0;
        if (names.equals("-")) {
            return 0;
        }
        for (String name : names.split(",", -1)) {
            int bit = 0;
            while (bit < 8 && !TcpFlags.text(1 << bit).equals(name)) {
                bit++;
            }
            if (bit == 8) {
                throw new IllegalArgumentException("not a TCP flag: '" + name + "' (FIN SYN RST PSH ACK URG ECE CWR)");
            }
            flags |= 1 << bit;
        }
        return flags;
    }

    /** Whether a segment with these control bits passes the test. */
    public boolean matches(int flags) {
        return (flags & mask) == value;
    }

    @Override
    public String toString() {
        return TcpFlags.text(mask) + "=" + TcpFlags.text(value);
    }
}
