package org.hopwarden.net;

import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/** Network byte order, at any alignment. */
final class Headers {
    static final ValueLayout.OfByte BYTE = ValueLayout.JAVA_BYTE;
    static final ValueLayout.OfShort SHORT = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

    static final int IPV4_LENGTH = 20;
    static final int IPV6_LENGTH = 40;
    static final int UDP_LENGTH = 8;
    static final int TCP_LENGTH = 20;
    static final int ICMP_LENGTH = 8;
    /** The bytes of a quote that an extension structure follows where no length is stated (RFC 4884 section 5.5). */
    static final int ICMP_QUOTE_BEFORE_EXTENSION = 128;
    static final int ICMP_EXTENSION_LENGTH = 4;

    private Headers() {
    }
}
