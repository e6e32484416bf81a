package org.hopwarden.packetio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

import org.hopwarden.packetio.NetworkInterfaces.Interface;

/** Run in a network namespace of their own by {@link NetworkInterfacesTest}. */
final class NetworkInterfacesChecks {

    private NetworkInterfacesChecks() {
    }

    static void everyInterfaceHasItsIndex() throws Exception {
        Process shown = new ProcessBuilder("ip", "-o", "link").start();
        Map<String, Integer> expected = new TreeMap<>();
        new String(shown.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().map(line -> line.split("[:@ ]+"))
                .forEach(words -> expected.put(words[1], Integer.valueOf(words[0])));
        assertTrue(expected.containsKey("veth7"), expected.toString());
        Map<String, Integer> listed = new TreeMap<>();
        for (Interface each : NetworkInterfaces.list()) {
            listed.put(each.name(), each.index());
        }
        assertEquals(expected, listed);
    }
}
