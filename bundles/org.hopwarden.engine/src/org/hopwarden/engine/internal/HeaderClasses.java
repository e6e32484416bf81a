package org.hopwarden.engine.internal;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.hopwarden.net.IpProtocol;
import org.hopwarden.net.PacketView;

/**
 * Classes of packets by what is neither address nor port: fragment or not, protocol, TCP flags, ICMP type and code. Each class
 * is one combination that entries can tell apart; ICMP codes that no entry names share one class for their type, and those that are
 * not there another where any is named.
 */
final class HeaderClasses {

    private static final int BYTE = 256;
    private static final int PLAIN = BYTE;
    private static final int TCP = 2 * BYTE;
    private static final int ICMP = 3 * BYTE;
    private static final int NAMED_CODES = 4 * BYTE;
    /** Stands for all codes of a type that no entry names. */
    private static final int OTHER_CODE = BYTE;

    private final int icmp;
    private final int[][] codeClasses = new int[BYTE][];
    private final Map<Entry.Header, int[]> known = new HashMap<>();
    private int[] namedTypes = new int[8];
    private int[] namedCodes = new int[8];
    private int named;

    HeaderClasses(boolean v6, List<Entry> entries) {
        icmp = v6 ? IpProtocol.ICMPV6 : IpProtocol.ICMP;
        for (Entry entry : entries) {
            int type = entry.header.icmpType();
            int code = entry.header.icmpCode();
            if (type >= 0 && code >= 0) {
                name(type, code);
            }
        }
    }

    private void name(int type, int code) {
        if (codeClasses[type] == null) {
            codeClasses[type] = new int[BYTE];
            Arrays.fill(codeClasses[type], add(type, OTHER_CODE));
        }
        int known = codeClasses[type][code];
        if (namedCodes[known - NAMED_CODES] == OTHER_CODE) {
            codeClasses[type][code] = add(type, code);
        }
    }

    private int add(int type, int code) {
        if (named == namedTypes.length) {
            namedTypes = Arrays.copyOf(namedTypes, 2 * named);
            namedCodes = Arrays.copyOf(namedCodes, 2 * named);
        }
        namedTypes[named] = type;
        namedCodes[named] = code;
        return NAMED_CODES + named++;
    }

    int count() {
        return NAMED_CODES + named;
    }

    /** The class of a packet. */
    int of(PacketView packet) {
        int protocol = packet.protocol();
        if (packet.isLaterFragment()) {
            return protocol;
        }
        if (protocol == IpProtocol.TCP) {
            int flags = packet.tcpFlags();
            return flags < 0 ? PLAIN + protocol : TCP + flags;
        }
        if (protocol == icmp) {
            int type = packet.icmpType();
            if (type < 0) {
                return PLAIN + protocol;
            }
            int[] codes = codeClasses[type];
            int code = packet.icmpCode();
            return codes == null || code < 0 ? ICMP + type : codes[code];
        }
        return PLAIN + protocol;
    }

    /** The classes that meet an entry's conditions: first class and the one behind the last in turn; null for all. */
    int[] ranges(Entry.Header header) {
        return known.computeIfAbsent(header, this::find);
    }

    private int[] find(Entry.Header header) {
        int[] ranges = new int[16];
        int n = 0;
        boolean before = false;
        int count = count();
        for (int c = 0; c <= count; c++) {
            boolean now = c < count && holds(header, c);
            if (now != before) {
                if (n == ranges.length) {
                    ranges = Arrays.copyOf(ranges, 2 * n);
                }
                ranges[n++] = c;
                before = now;
            }
        }
        return Arrays.copyOf(ranges, n);
    }

    private boolean holds(Entry.Header header, int c) {
        if (c < PLAIN) {
            return header.holdsLater(c);
        }
        if (c < TCP) {
            return header.holds(c - PLAIN, -1, -1, -1);
        }
        if (c < ICMP) {
            return header.holds(IpProtocol.TCP, -1, -1, c - TCP);
        }
        return c < NAMED_CODES ? header.holds(icmp, c - ICMP, -1, -1)
                : header.holds(icmp, namedTypes[c - NAMED_CODES], namedCodes[c - NAMED_CODES], -1);
    }

    long sizeBytes() {
        return Arrays.stream(codeClasses).mapToLong(codes -> codes == null ? 8 : 8 + 4 * BYTE).sum();
    }
}
