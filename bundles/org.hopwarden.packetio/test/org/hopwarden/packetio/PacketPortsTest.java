package org.hopwarden.packetio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.hopwarden.net.IpAddress;
import org.hopwarden.packetio.PacketPortException.Reason;
import org.hopwarden.packetio.internal.PortableInterfaces;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PacketPortsTest {

    private static final TraceFilter FILTER = new TraceFilter(IpAddress.parse("127.0.0.1"));

    @AfterEach
    void theUsualOneAgain() {
        System.clearProperty(PacketPorts.PROPERTY);
    }

    @Test
    void aPortThatIsNotThereIsNamed() {
        System.setProperty(PacketPorts.PROPERTY, "no-such");
        PacketPortException e = assertThrows(PacketPortException.class, () -> PacketPorts.openHost(FILTER));
        assertEquals(Reason.NOT_AVAILABLE, e.reason());
        assertTrue(e.getMessage().contains("no-such") && e.getMessage().contains(PacketPorts.PROPERTY), e.getMessage());
    }

    /** What Java's own list has is as the kernel's list has it. */
    @Test
    void bothListsOfInterfacesSayTheSame() throws PacketPortException {
        NetworkInterfaces.Interface expected = NetworkInterfaces.list().stream().filter(NetworkInterfaces.Interface::loopback)
                .findFirst().orElseThrow();
        NetworkInterfaces.Interface found = PortableInterfaces.read().stream().filter(each -> each.name().equals(expected.name()))
                .findFirst().orElseThrow();
        assertEquals(expected.index(), found.index());
        assertEquals(expected.mtuBytes(), found.mtuBytes());
        assertEquals(expected.up(), found.up());
        assertTrue(found.loopback() && found.mac().isEmpty());
        assertEquals(expected.addresses(), found.addresses());
    }
}
