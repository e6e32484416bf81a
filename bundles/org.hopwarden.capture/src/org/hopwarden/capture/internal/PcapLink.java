package org.hopwarden.capture.internal;

import java.lang.foreign.MemorySegment;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.hopwarden.capture.CaptureException;
import org.hopwarden.capture.CaptureOptions;
import org.hopwarden.capture.CaptureSession;
import org.hopwarden.capture.CapturedFrame;
import org.hopwarden.capture.LinkType;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.PacketView;
import org.hopwarden.packetio.PacketPortException;
import org.hopwarden.packetio.PacketPortException.Reason;
import org.hopwarden.packetio.PacketPorts;
import org.hopwarden.packetio.PacketSink.Direction;
import org.hopwarden.packetio.TraceFilter;
import org.pcap4j.core.NotOpenException;
import org.pcap4j.core.PcapHandle;
import org.pcap4j.core.PcapNativeException;
import org.pcap4j.core.PcapNetworkInterface;

/**
 * One interface, open for sending and receiving IP packets. It is opened twice, for on Linux a handle does not see what it sends
 * itself, and only what is seen has the time at which it left.
 */
final class PcapLink implements AutoCloseable {

    /** Takes what passes the interface, on a thread of the library. */
    @FunctionalInterface
    interface Arrivals {

        /** @param ipOffset where the IP header starts in the frame */
        void packet(CapturedFrame frame, int ipOffset, Direction direction);
    }

    private static final int MOST_PACKET_BYTES = 0xffff;
    private static final int USUAL_MTU_BYTES = 1500;
    /** For more headers before the IP packet than are expected. */
    private static final int LONGEST_LINK_HEADER = 64;
    private static final byte[] NO_STATION = new byte[LinkHeader.MAC_BYTES];

    private final String name;
    private final String device;
    private final boolean loopback;
    private final int mtuBytes;
    private final byte[] mac;
    private final Set<IpAddress> own = new HashSet<>();
    private final Arrivals arrivals;
    private final PcapHandle sender;
    private final CaptureSession receiver;
    private final int linkType;
    private final String system = System.getProperty("os.name", "");

    PcapLink(NetworkInterface outBy, TraceFilter filter, Arrivals arrivals) throws PacketPortException, CaptureException {
        this.arrivals = arrivals;
        name = outBy.getName();
        outBy.inetAddresses().map(IpAddress::of).forEach(own::add);
        try {
            loopback = outBy.isLoopback();
            mtuBytes = mtuBytes(outBy);
            byte[] address = outBy.getHardwareAddress();
            // Linux's loopback interface is an Ethernet without stations.
            mac = address != null && address.length == LinkHeader.MAC_BYTES ? address : NO_STATION;
        } catch (SocketException e) {
            throw new PacketPortException(Reason.NOT_AVAILABLE, "the interface " + name + " has disappeared: " + e.getMessage(),
                    "See: hopwarden interfaces");
        }
        List<PcapNetworkInterface> known = LibPcap.interfaces();
        device = device(known, name, loopback, own).orElseThrow(() -> known.isEmpty() ? PcapFaults.noRights(system)
                : new PacketPortException(Reason.NOT_AVAILABLE, "the capture library does not know the interface " + name, "It knows: "
                        + known.stream().map(PcapNetworkInterface::getName).collect(Collectors.joining(", "))));
        sender = LibPcap.openSender(device);
        linkType = LibPcap.linkType(sender);
        try {
            if (!LinkHeader.isKnown(linkType)) {
                throw new PacketPortException(Reason.NOT_AVAILABLE, "packets cannot be sent through the capture library on " + name
                        + ", whose frames are of the link type " + linkType, "Name another interface: --interface NAME");
            }
            receiver = CaptureSession.start(CaptureOptions.of(device).withFilter(PcapFilter.forTrace(filter))
                    .withSnapBytes(mtuBytes + LONGEST_LINK_HEADER).withImmediate(true), this::take);
        } catch (PacketPortException | CaptureException e) {
            sender.close();
            throw e;
        }
    }

    /** At most 65535: the loopback interfaces of some systems have more. */
    static int mtuBytes(NetworkInterface each) throws SocketException {
        int bytes = each.getMTU();
        return bytes <= 0 ? USUAL_MTU_BYTES : Math.min(bytes, MOST_PACKET_BYTES);
    }

    /**
     * The library's name of an interface: the same as Java's but on Windows, where an address tells which one it is.
     *
     * @param addresses of the interface
     */
    static Optional<String> device(List<PcapNetworkInterface> known, String name, boolean loopback, Set<IpAddress> addresses) {
        return known.stream().filter(each -> each.getName().equals(name)).findFirst()
                .or(() -> known.stream().filter(each -> each.getAddresses().stream().anyMatch(
                        address -> address.getAddress() != null && addresses.contains(IpAddress.of(address.getAddress())))).findFirst())
                .or(() -> known.stream().filter(each -> loopback && each.isLoopBack()).findFirst())
                .map(PcapNetworkInterface::getName);
    }

    int mtuBytes() {
        return mtuBytes;
    }

    /**
     * What goes in front of each packet to a destination.
     *
     * @param bind see {@link NextHop#find}
     */
    byte[] headerTo(IpAddress destination, NetworkInterface bind) throws PacketPortException, CaptureException {
        if (loopback && destination.isV4() && system.equals("Linux")) {
            throw new PacketPortException(Reason.NOT_AVAILABLE, "Linux takes no IPv4 packets to this host itself from its capture "
                    + "library: to it they are forged", "Leave out the property " + PacketPorts.PROPERTY + ".");
        }
        boolean stations = linkType == LinkType.ETHERNET && !Arrays.equals(mac, NO_STATION);
        byte[] to = stations ? NextHop.find(device, HexFormat.ofDelimiter(":").formatHex(mac), destination, bind) : NO_STATION;
        return LinkHeader.of(linkType, destination.version(), to, mac, system);
    }

    void send(byte[] frame, IpAddress destination) throws PacketPortException {
        try {
            sender.sendPacket(frame);
        } catch (PcapNativeException e) {
            throw new PacketPortException(Reason.NO_ROUTE, "cannot send to " + destination + " by " + name + ": " + e.getMessage(),
                    "Look at the interface: hopwarden interfaces");
        } catch (NotOpenException e) {
            throw new PacketPortException(Reason.FAILED, "the port is closed", "");
        }
    }

    private void take(CapturedFrame frame) {
        MemorySegment bytes = MemorySegment.ofArray(frame.bytes());
        int offset = LinkType.ipOffset(linkType, bytes, 0, frame.bytes().length);
        // With a VLAN tag it is another interface's, which this one carries.
        if (offset != LinkHeader.length(linkType)) {
            return;
        }
        if (loopback) {
            // It is seen once, and goes out and comes in at once.
            arrivals.packet(frame, offset, Direction.SENT);
            arrivals.packet(frame, offset, Direction.RECEIVED);
        } else if (linkType == LinkType.ETHERNET && !Arrays.equals(mac, NO_STATION)) {
            if (Arrays.equals(frame.bytes(), LinkHeader.MAC_BYTES, 2 * LinkHeader.MAC_BYTES, mac, 0, mac.length)) {
                arrivals.packet(frame, offset, Direction.SENT);
            } else if (Arrays.equals(frame.bytes(), 0, LinkHeader.MAC_BYTES, mac, 0, mac.length)) {
                arrivals.packet(frame, offset, Direction.RECEIVED);
            }
        } else {
            PacketView packet = PacketView.of(bytes.asSlice(offset));
            arrivals.packet(frame, offset, packet.isValid() && own.contains(packet.source()) ? Direction.SENT : Direction.RECEIVED);
        }
    }

    /** @throws CaptureException why it ended too early, where it did */
    void requireRunning() throws CaptureException {
        try {
            if (receiver.await(Duration.ZERO)) {
                throw LibPcap.wentDown(name);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until the library has let go of the interface. */
    @Override
    public void close() {
        receiver.close();
        sender.close();
    }
}
