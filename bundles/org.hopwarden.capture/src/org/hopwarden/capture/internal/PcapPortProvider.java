package org.hopwarden.capture.internal;

import org.hopwarden.packetio.PacketPort;
import org.hopwarden.packetio.PacketPortException;
import org.hopwarden.packetio.PacketPortProvider;
import org.hopwarden.packetio.TraceFilter;

/** Ports through libpcap or Npcap, for Windows, macOS and the BSDs; on Linux on demand. */
public final class PcapPortProvider implements PacketPortProvider {

    @Override
    public String id() {
        return "pcap";
    }

    @Override
    public PacketPort open(TraceFilter filter) throws PacketPortException {
        return new PcapPort(filter);
    }
}
