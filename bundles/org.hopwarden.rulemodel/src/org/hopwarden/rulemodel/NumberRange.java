package org.hopwarden.rulemodel;

/**
 * Numbers of 16 bits, such as ports, from a lowest to a highest, both included.
 *
 * @param low 0 to 65535
 * @param high {@code low} to 65535
 */
public record NumberRange(int low, int high) {

    public static final int HIGHEST = 0xffff;

    public NumberRange {
        if (low < 0 || high > HIGHEST || low > high) {
            throw new IllegalArgumentException("not a range of numbers in 0..65535: " + low + "-" + high);
        }
    }

    public static NumberRange of(int number) {
        return new NumberRange(number, number);
    }

    /** Reads {@code 80} or {@code 8000-8080}. */
    public static NumberRange parse(String text) {
        int dash = text.indexOf('-');
        try {
            return dash < 0 ? of(Integer.parseInt(text.strip()))
                    : new NumberRange(Integer.parseInt(text.substring(0, dash).strip()),
                            Integer.parseInt(text.substring(dash + 1).strip()));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("not a number or range of numbers: '" + text + "' (expected 80 or 8000-8080)", e);
        }
    }

    public boolean contains(int number) {
        return low <= number && number <= high;
    }

    public boolean isSingle() {
        return low == high;
    }

    @Override
    public String toString() {
        return isSingle() ? Integer.toString(low) : low + "-" + high;
    }
}
