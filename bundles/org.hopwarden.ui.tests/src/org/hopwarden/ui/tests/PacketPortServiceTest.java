package org.hopwarden.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.hopwarden.net.IpAddress;
import org.hopwarden.packetio.PacketPortException;
import org.hopwarden.packetio.PacketPorts;
import org.hopwarden.packetio.TraceFilter;
import org.junit.jupiter.api.Test;

/** Among the bundles of the workbench, as on a flat class path, the port of the capture library is found. */
class PacketPortServiceTest {

    @Test
    void theBundleThatOpensPortsSeesThatOfAnother() {
        System.setProperty(PacketPorts.PROPERTY, "no-such");
        try {
            PacketPortException e = assertThrows(PacketPortException.class,
                    () -> PacketPorts.openHost(new TraceFilter(IpAddress.parse("127.0.0.1"))).close());
            assertEquals("Known are: pcap", e.remedy());
        } finally {
            System.clearProperty(PacketPorts.PROPERTY);
        }
    }
}
