package org.hopwarden.packetio;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The checks themselves are in {@link QueuePortChecks}: each runs in a program and a network namespace of its own. */
class QueuePortTest {

    @ParameterizedTest
    @ValueSource(strings = { "closeWakesAWaitingReceive", "nothingComesInTime", "packetsAreDecided" })
    void inANamespace(String check) throws IOException, InterruptedException {
        assumeTrue(Files.exists(Path.of("/proc/net/netfilter/nfnetlink_queue")), "skipped: this kernel has no packet queues");
        Namespaced.run(QueuePortChecks.class, check, "ip link set lo up");
    }
}
