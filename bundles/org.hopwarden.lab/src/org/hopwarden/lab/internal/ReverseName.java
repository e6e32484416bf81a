package org.hopwarden.lab.internal;

import java.util.Locale;

import org.hopwarden.net.IpAddress;

/** The names under which DNS keeps the names of addresses (RFC 1035 section 3.5, RFC 3596 section 2.5). */
final class ReverseName {

    private static final String V4 = ".in-addr.arpa";
    private static final String V6 = ".ip6.arpa";

    private ReverseName() {
    }

    /** The address that a name speaks of; null where it is no such name. */
    static IpAddress address(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(V4)) {
            String[] parts = lower.substring(0, lower.length() - V4.length()).split("\\.");
            return parts.length != 4 ? null
                    : IpAddress.tryParse(parts[3] + "." + parts[2] + "." + parts[1] + "." + parts[0]).orElse(null);
        }
        if (!lower.endsWith(V6) || lower.length() != 63 + V6.length()) {
            return null;
        }
        StringBuilder text = new StringBuilder();
        for (int i = 62; i >= 0; i -= 2) {
            text.append(lower.charAt(i)).append(text.length() % 5 == 4 && i > 0 ? ":" : "");
        }
        return IpAddress.tryParse(text.toString()).orElse(null);
    }
}
