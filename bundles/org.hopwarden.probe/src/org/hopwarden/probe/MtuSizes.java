package org.hopwarden.probe;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Which lengths to try between one that is known to pass and one that is known not to. */
final class MtuSizes {

    /** How many lengths are tried at once. */
    static final int AT_ONCE = 7;

    /**
     * Lengths that links and tunnels do have: the plateaus of RFC 1191 section 7, and what is left of 1500 bytes under PPPoE, GRE,
     * IP in IP, 6in4, VXLAN, WireGuard, IPsec and mobile networks. They are tried before a range is cut into even parts.
     */
    private static final int[] USUAL = { 296, 508, 576, 1006, 1280, 1300, 1350, 1358, 1380, 1390, 1400, 1406, 1412, 1420, 1428,
            1430, 1436, 1440, 1446, 1450, 1452, 1454, 1456, 1458, 1460, 1462, 1464, 1468, 1472, 1473, 1476, 1480, 1488, 1492,
            1496, 1500, 2002, 2048, 4352, 4470, 8166, 8950, 9000, 9180, 17914, 32000 };

    private MtuSizes() {
    }

    /**
     * The lengths to try next, at most {@link #AT_ONCE}, in rising order; empty where the two leave nothing between them.
     */
    static List<Integer> between(int passing, int failing) {
        int[] known = Arrays.stream(USUAL).filter(size -> size > passing && size < failing).toArray();
        if (known.length > 0) {
            return spread(known.length).map(i -> known[i]).boxed().toList();
        }
        int count = failing - passing - 1;
        return count <= 0 ? List.of() : spread(count).map(i -> passing + 1 + i).boxed().toList();
    }

    /** At most {@link #AT_ONCE} of the indexes below a count, evenly spread, the ends not among them unless all are. */
    private static IntStream spread(int count) {
        return count <= AT_ONCE ? IntStream.range(0, count)
                : IntStream.rangeClosed(1, AT_ONCE).map(i -> (int) ((long) i * count / (AT_ONCE + 1)));
    }
}
