package org.hopwarden.net;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What stands behind the quoted packet of an ICMP error (RFC 4884): the labels that the packet had in an MPLS network (RFC 4950),
 * and the interfaces that it met (RFC 5837). Objects of other classes are passed over.
 *
 * @param labels the outermost first
 * @param interfaces in the order in which they were sent
 */
public record IcmpExtensions(List<MplsLabel> labels, List<InterfaceInfo> interfaces) {

    /** None of either. */
    public static final IcmpExtensions NONE = new IcmpExtensions(List.of(), List.of());

    private static final int STRUCTURE_HEADER = 4;
    private static final int OBJECT_HEADER = 4;
    private static final int CLASS_MPLS = 1;
    private static final int CLASS_INTERFACE = 2;
    private static final int INCOMING_STACK = 1;
    private static final int HAS_INDEX = 8;
    private static final int HAS_ADDRESS = 4;
    private static final int HAS_NAME = 2;
    private static final int HAS_MTU = 1;

    public IcmpExtensions {
        labels = List.copyOf(labels);
        interfaces = List.copyOf(interfaces);
    }

    public boolean isEmpty() {
        return labels.isEmpty() && interfaces.isEmpty();
    }

    /**
     * The extensions of an ICMP error. Damaged ones count as none, and of a list that ends in damage what stands before it
     * is taken. Nothing is thrown.
     *
     * @param error any packet
     */
    public static IcmpExtensions of(PacketView error) {
        int at = error.icmpExtensionOffset();
        if (at < 0) {
            return NONE;
        }
        int end = error.lengthBytes();
        List<MplsLabel> labels = new ArrayList<>();
        List<InterfaceInfo> interfaces = new ArrayList<>();
        for (int object = at + STRUCTURE_HEADER; object + OBJECT_HEADER <= end;) {
            int length = error.shortAt(object);
            if (length < OBJECT_HEADER || object + length > end) {
                break;
            }
            int type = error.byteAt(object + 3);
            int body = object + OBJECT_HEADER;
            switch (error.byteAt(object + 2)) {
                case CLASS_MPLS -> {
                    for (int entry = body; type == INCOMING_STACK && entry + 4 <= object + length; entry += 4) {
                        labels.add(MplsLabel.of(error.intAt(entry)));
                    }
                }
                case CLASS_INTERFACE -> interfaceInfo(error, type, body, object + length).ifPresent(interfaces::add);
                default -> {
                    // Of no use to a trace.
                }
            }
            object += length;
        }
        return labels.isEmpty() && interfaces.isEmpty() ? NONE : new IcmpExtensions(labels, interfaces);
    }

    private static Optional<InterfaceInfo> interfaceInfo(PacketView error, int type, int body, int end) {
        int at = body;
        long index = -1;
        Optional<IpAddress> address = Optional.empty();
        String name = "";
        long mtu = -1;
        if ((type & HAS_INDEX) != 0) {
            if (at + 4 > end) {
                return Optional.empty();
            }
            index = error.intAt(at);
            at += 4;
        }
        if ((type & HAS_ADDRESS) != 0) {
            if (at + 4 > end) {
                return Optional.empty();
            }
            int family = error.shortAt(at);
            int bytes = family == 1 ? 4 : family == 2 ? 16 : -1;
            if (bytes < 0 || at + 4 + bytes > end) {
                return Optional.empty();
            }
            address = Optional.of(IpAddress.read(error.segment(), error.base() + at + 4,
                    family == 1 ? IpVersion.V4 : IpVersion.V6));
            at += 4 + bytes;
        }
        if ((type & HAS_NAME) != 0) {
            int length = at < end ? error.byteAt(at) : 0;
            if (length < 1 || at + length > end) {
                return Optional.empty();
            }
            name = text(error, at + 1, length - 1);
            at += length;
        }
        if ((type & HAS_MTU) != 0) {
            if (at + 4 > end) {
                return Optional.empty();
            }
            mtu = error.intAt(at);
        }
        return Optional.of(new InterfaceInfo(InterfaceInfo.Role.values()[type >>> 6], index, address, name, mtu));
    }

    /** The name without its padding, and without characters that would do something to a terminal. */
    private static String text(PacketView error, int offset, int length) {
        byte[] bytes = new byte[length];
        int used = 0;
        for (; used < length && error.byteAt(offset + used) != 0; used++) {
            bytes[used] = (byte) error.byteAt(offset + used);
        }
        return new String(bytes, 0, used, StandardCharsets.UTF_8).replaceAll("\\p{C}", "?").strip();
    }
}
