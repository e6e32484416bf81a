package org.hopwarden.capture.internal;

import java.util.ArrayList;
import java.util.List;

import org.hopwarden.capture.LinkType;
import org.hopwarden.capture.ProtocolNode;
import org.pcap4j.packet.FragmentedPacket;
import org.pcap4j.packet.IllegalPacket;
import org.pcap4j.packet.Packet;
import org.pcap4j.packet.factory.PacketFactories;
import org.pcap4j.packet.factory.statik.services.StaticPacketFactoryBinderProvider;
import org.pcap4j.packet.namednumber.DataLinkType;
import org.pcap4j.packet.namednumber.EtherType;

/** Makes the protocol tree of one frame from the packet library's classes. */
public final class Dissector {

    /** No honest frame has as many headers; bytes made to look like it are shown as what they are. */
    private static final int MOST_HEADERS = 64;
    private static final int SLL2_BYTES = 20;

    static {
        LibPcap.quiet();
        findFactories();
    }

    private final int linkType;
    private final byte[] frame;
    private final long originalBytes;
    private final List<ProtocolNode> nodes = new ArrayList<>();
    private int at;

    public Dissector(int linkType, byte[] frame, long originalBytes) {
        this.linkType = linkType;
        this.frame = frame;
        this.originalBytes = originalBytes;
    }

    /**
     * The library looks for its factories once, with the loader of the thread that comes first, and finds none where each bundle
     * has its own.
     */
    private static void findFactories() {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(StaticPacketFactoryBinderProvider.class.getClassLoader());
        try {
            PacketFactories.getFactory(Packet.class, DataLinkType.class);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** The tree. */
    public List<ProtocolNode> nodes() {
        nodes.add(frameNode());
        try {
            layers();
        } catch (RuntimeException | StackOverflowError e) {
            // The library throws many things at bytes that lie; a frame of nested headers alone overflows the stack.
            malformed("the rest cannot be taken apart");
        }
        if (at < frame.length) {
            addData(nodes.size() > 1 && nodes.get(1).name().equals("Ethernet") ? "Padding or trailer" : "Data",
                    frame.length - at);
        }
        return List.copyOf(nodes);
    }

    private ProtocolNode frameNode() {
        boolean cut = originalBytes > frame.length;
        return ProtocolNode.field("Frame", frame.length + " bytes" + (cut ? " of " + originalBytes
                + " (cut short when captured)" : "") + ", link type " + linkType, 0, frame.length);
    }

    private void layers() {
        if (frame.length == 0) {
            return;
        }
        Packet outermost = switch (linkType) {
            case LinkType.ETHERNET, LinkType.LINUX_SLL, LinkType.NULL -> byLink(linkType);
            case LinkType.LOOP -> byLink(LinkType.NULL);
            case LinkType.LINUX_SLL2 -> behindSll2();
            case LinkType.RAW, LinkType.IPV4, LinkType.IPV6 -> byEtherType(frame[0] >>> 4 == 6 ? EtherType.IPV6 : EtherType.IPV4);
            default -> null;
        };
        if (outermost == null) {
            return;
        }
        int headers = 0;
        for (Packet packet : outermost) {
            if (++headers > MOST_HEADERS) {
                malformed("more than " + MOST_HEADERS + " headers");
                return;
            }
            add(packet);
        }
    }

    private Packet byLink(int type) {
        return PacketFactories.getFactory(Packet.class, DataLinkType.class).newInstance(frame, 0, frame.length,
                DataLinkType.getInstance(type));
    }

    private Packet byEtherType(EtherType type) {
        return PacketFactories.getFactory(Packet.class, EtherType.class).newInstance(frame, at, frame.length - at, type);
    }

    private Packet behindSll2() {
        if (frame.length < SLL2_BYTES) {
            malformed("too short for its header");
            return null;
        }
        int type = (frame[0] & 0xff) << 8 | frame[1] & 0xff;
        nodes.add(new ProtocolNode("Linux SLL2", String.format("type 0x%04x", type), 0, SLL2_BYTES, false,
                List.of(ProtocolNode.field("Protocol", String.format("0x%04x", type), 0, 2),
                        ProtocolNode.field("Interface index", HeaderFields.hex(frame, 4, 4), 4, 4),
                        ProtocolNode.field("Hardware type", HeaderFields.hex(frame, 8, 2), 8, 2),
                        ProtocolNode.field("Packet type", Integer.toString(frame[10] & 0xff), 10, 1),
                        ProtocolNode.field("Address", HeaderFields.hex(frame, 12, Math.min(8, frame[11] & 0xff)), 12,
                                Math.min(8, frame[11] & 0xff)))));
        at = SLL2_BYTES;
        return at == frame.length ? null : byEtherType(EtherType.getInstance((short) type));
    }

    private void add(Packet packet) {
        int left = frame.length - at;
        if (packet instanceof IllegalPacket) {
            malformed("this is not what the header before it says");
        } else if (packet.getHeader() == null) {
            addData(packet instanceof FragmentedPacket ? "Fragment" : "Data", Math.min(packet.length(), left));
        } else {
            int length = Math.min(packet.getHeader().length(), left);
            nodes.add(HeaderFields.node(packet.getHeader().toString(), frame, at, length));
            at += length;
        }
    }

    private void addData(String name, int length) {
        if (length > 0) {
            int start = at;
            nodes.add(Payloads.dissect(linkType, frame, start, length).orElseGet(
                    () -> ProtocolNode.field(name, length + " bytes: " + HeaderFields.hex(frame, start, length), start, length)));
            at += length;
        }
    }

    private void malformed(String why) {
        int left = frame.length - at;
        String cut = originalBytes > frame.length ? "; the frame was cut short when captured" : "";
        nodes.add(new ProtocolNode("Malformed", left == 0 ? why + cut : why + cut + " (" + left + " bytes: "
                + HeaderFields.hex(frame, at, left) + ")", at, left, true, List.of()));
        at = frame.length;
    }
}
