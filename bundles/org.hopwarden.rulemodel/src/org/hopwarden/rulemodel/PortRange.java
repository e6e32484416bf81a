package org.hopwarden.rulemodel;

/**
 * Ports from a lowest to a highest, both included.
 *
 * @param low 0 to 65535
 * @param high {@code low} to 65535
 */
public record PortRange(int low, int high) {

    public static final int HIGHEST_PORT = 0xffff;

    public PortRange {
        if (low < 0 || high > HIGHEST_PORT || low > high) {
            throw new IllegalArgumentException("not a range of ports in 0..65535: " + low + "-" + high);
        }
    }

    public static PortRange of(int port) {
        return new PortRange(port, port);
    }

    /** Reads {@code 80} or {@code 8000-8080}. */
    public static PortRange parse(String text) {
        int dash = text.indexOf('-');
        try {
            return dash < 0 ? of(Integer.parseInt(text.strip()))
                    : new PortRange(Integer.parseInt(text.substring(0, dash).strip()),
                            Integer.parseInt(text.substring(dash + 1).strip()));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("not a port or range of ports: '" + text + "' (expected 80 or 8000-8080)", e);
        }
    }

    public boolean contains(int port) {
        return low <= port && port <= high;
    }

    public boolean isSingle() {
        return low == high;
    }

    @Override
    public String toString() {
        return isSingle() ? Integer.toString(low) : low + "-" + high;
    }
}
