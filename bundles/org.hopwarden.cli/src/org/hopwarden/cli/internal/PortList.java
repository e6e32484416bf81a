package org.hopwarden.cli.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Port numbers as people write them: {@code 22,80,1000-1010}. */
final class PortList {

    private static final Pattern PART = Pattern.compile("(\\d{1,5})(?:-(\\d{1,5}))?");

    private PortList() {
    }

    /**
     * Reads numbers and ranges, parted by commas.
     *
     * @return in rising order, each once
     * @throws IllegalArgumentException where the text is no such list; the message names the part
     */
    static List<Integer> parse(String text) {
        TreeSet<Integer> ports = new TreeSet<>();
        for (String part : text.split(",", -1)) {
            Matcher matcher = PART.matcher(part.strip());
            if (!matcher.matches()) {
                throw new IllegalArgumentException("'" + part + "' is neither a port nor a range such as 1000-1010");
            }
            int first = Integer.parseInt(matcher.group(1));
            int last = matcher.group(2) == null ? first : Integer.parseInt(matcher.group(2));
            if (first < 1 || last > 65535) {
                throw new IllegalArgumentException("a port lies in 1..65535, not " + (first < 1 ? first : last));
            }
            if (last < first) {
                throw new IllegalArgumentException("the range " + part.strip() + " runs backwards");
            }
            for (int port = first; port <= last; port++) {
                ports.add(port);
            }
        }
        return new ArrayList<>(ports);
    }
}
