package org.hopwarden.lab.internal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

import org.hopwarden.lab.NodeBehaviour.InterfaceDetail;
import org.hopwarden.lab.Topology;
import org.hopwarden.net.Checksum;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.PacketView;

import java.lang.foreign.MemorySegment;

/** Builds the extension structure of ICMP errors (RFC 4884 section 7) with label stacks and interface information. */
final class IcmpExtensions {

    private static final int VERSION = 0x20;
    private static final int MPLS_CLASS = 1;
    private static final int INTERFACE_CLASS = 2;
    private static final int LONGEST_NAME = 63;

    private IcmpExtensions() {
    }

    /** The whole structure; null where there is nothing to tell. */
    static byte[] of(SimNode node, SimLabelPath.Labels labels, SimInterface in, PacketView about) {
        Set<InterfaceDetail> details = node.node.behaviour().interfaceInfo();
        boolean tellsLabels = labels != null && node.node.behaviour().labelStack();
        if (!tellsLabels && (details.isEmpty() || in == null)) {
            return null;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] { VERSION, 0, 0, 0 });
        if (tellsLabels) {
            labelStack(out, labels, about);
        }
        if (!details.isEmpty() && in != null) {
            interfaceInfo(out, node, in, about, details);
        }
        byte[] structure = out.toByteArray();
        int checksum = Checksum.of(MemorySegment.ofArray(structure), 0, structure.length);
        structure[2] = (byte) (checksum >>> 8);
        structure[3] = (byte) checksum;
        return structure;
    }

    /** RFC 4950 section 2: the labels as they came in. */
    private static void labelStack(ByteArrayOutputStream out, SimLabelPath.Labels labels, PacketView about) {
        List<Integer> stack = labels.stack();
        number(out, 4 + 4 * stack.size(), 2);
        out.write(MPLS_CLASS);
        out.write(1);
        // The class of the traffic goes into the labels as its precedence.
        int trafficClass = about.trafficClass() >>> 5;
        for (int i = 0; i < stack.size(); i++) {
            boolean bottom = i == stack.size() - 1;
            number(out, stack.get(i) << 12 | trafficClass << 9 | (bottom ? 0x100 : 0) | labels.ttl(), 4);
        }
    }

    /** RFC 5837 section 4, in the role of the interface by which the packet came. */
    private static void interfaceInfo(ByteArrayOutputStream out, SimNode node, SimInterface in, PacketView about,
            Set<InterfaceDetail> details) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        int type = 0;
        if (details.contains(InterfaceDetail.INDEX)) {
            type |= 8;
            number(body, node.interfaces.indexOf(in) + 1, 4);
        }
        IpAddress address = in.address(about.version());
        if (details.contains(InterfaceDetail.ADDRESS) && address != null) {
            type |= 4;
            number(body, address.isV4() ? 1 : 2, 2);
            number(body, 0, 2);
            byte[] bytes = new byte[address.version().addressBits() / 8];
            address.write(MemorySegment.ofArray(bytes), 0);
            body.writeBytes(bytes);
        }
        if (details.contains(InterfaceDetail.NAME)) {
            type |= 2;
            name(body, in.linkName());
        }
        if (details.contains(InterfaceDetail.MTU) && in.link.mtuBytes != Topology.Link.NO_MTU) {
            type |= 1;
            number(body, in.link.mtuBytes, 4);
        }
        number(out, 4 + body.size(), 2);
        out.write(INTERFACE_CLASS);
        out.write(type);
        out.writeBytes(body.toByteArray());
    }

    /** With its length before it, filled up with zeros to whole words, as a name of at most 63 bytes. */
    private static void name(ByteArrayOutputStream body, String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        int length = Math.min(bytes.length, LONGEST_NAME);
        int padded = length + 1 + 3 & ~3;
        body.write(padded);
        body.write(bytes, 0, length);
        body.writeBytes(new byte[padded - 1 - length]);
    }

    private static void number(ByteArrayOutputStream out, int value, int bytes) {
        for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) {
            out.write(value >>> shift);
        }
    }
}
