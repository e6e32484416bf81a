package org.hopwarden.rulemodel;

/**
 * A test of the mark that a packet carries inside a Linux host: of the bits in the mask exactly those of the value are set, or,
 * negated, not exactly those.
 *
 * @param value 32 bits, all in the mask
 * @param mask 32 bits
 * @param negated whether the test is to fail
 */
public record MarkTest(int value, int mask, boolean negated) {

    private static final int ALL = -1;

    public MarkTest {
        if ((value & ~mask) != 0) {
            throw new IllegalArgumentException("the mark " + hex(value) + " has bits that the mask " + hex(mask)
                    + " leaves out, so no packet passes the test");
        }
    }

    /** Reads {@code 0x10/0xff} or {@code 16}, with {@code !} in front for its failure. */
    public static MarkTest parse(String text) {
        String rest = text.strip();
        boolean negated = rest.startsWith("!");
        String[] parts = (negated ? rest.substring(1).strip() : rest).split("/", -1);
        if (parts.length > 2) {
            throw new IllegalArgumentException("not a test of a mark: '" + text + "' (expected something like 0x10/0xff)");
        }
        return new MarkTest(number(parts[0]), parts.length == 1 ? ALL : number(parts[1]), negated);
    }

    private static int number(String text) {
        try {
            long value = Long.decode(text.strip());
            if (value >= 0 && value <= 0xffff_ffffL) {
                return (int) value;
            }
        } catch (NumberFormatException e) {
            // falls to the message below, which says more than this one
        }
        throw new IllegalArgumentException("not a mark of 32 bits: '" + text + "' (expected something like 16 or 0x10)");
    }

    /** Whether a packet with this mark passes the test. */
    public boolean matches(int mark) {
        return (mark & mask) == value != negated;
    }

    @Override
    public String toString() {
        return (negated ? "!" : "") + hex(value) + (mask == ALL ? "" : "/" + hex(mask));
    }

    private static String hex(int number) {
        return "0x" + Integer.toHexString(number);
    }
}
