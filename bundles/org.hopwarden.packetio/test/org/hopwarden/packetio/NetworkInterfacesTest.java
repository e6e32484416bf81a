package org.hopwarden.packetio;

import org.junit.jupiter.api.Test;

/** The list of interfaces is the system's. */
class NetworkInterfacesTest {

    /** Also of one without a hardware address, by whose index packets in a queue are known. */
    @Test
    void everyInterfaceHasItsIndex() throws Exception {
        Namespaced.run(NetworkInterfacesChecks.class, "everyInterfaceHasItsIndex",
                "ip link add veth7 type veth peer name veth8\nip tuntap add mode tun name tun7 || true");
    }
}
