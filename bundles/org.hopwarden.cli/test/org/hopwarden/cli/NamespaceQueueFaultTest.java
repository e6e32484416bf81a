package org.hopwarden.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.hopwarden.cli.EnforceRuns.Statistics;
import org.hopwarden.cli.FaultNetwork.Report;
import org.hopwarden.lab.NamespaceNetwork.Result;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Faults of an enforcement on what a host forwards, through the kernel's queues. */
class NamespaceQueueFaultTest extends FaultChecks {

    NamespaceQueueFaultTest() {
        super(true);
    }

    @BeforeAll
    void needsQueues() throws IOException {
        Result lacking = network().run(FaultNetwork.HOST, "sh", "-c", "iptables -w 10 -t mangle -S && ip6tables -w 10 -t mangle -S"
                + " && cat /proc/thread-self/net/netfilter/nfnetlink_queue");
        assumeTrue(lacking.exitCode() == 0, () -> "skipped: no iptables or no queues here: " + lacking.stderr());
    }

    @Override
    List<String> place() {
        return List.of("--nfqueue", "--hook", "forward");
    }

    @Override
    String traces() throws IOException {
        return HostNetwork.hooks(network().network(), FaultNetwork.HOST);
    }

    @Override
    boolean isSetUp(String traces) {
        return !traces.isEmpty();
    }

    /** The kernel says how many packets it has sent to the queues. */
    @Override
    void accountFor(Report report, long sent, long arrived) throws IOException {
        String counters = network().run(FaultNetwork.HOST, "sh", "-c", "(iptables -w 10 -t mangle -S -v; ip6tables -w 10 -t mangle -S -v)"
                + " | grep -i 'A HOPWARDEN.*NFQUEUE'").orThrow().stdout();
        long queued = counters.lines().mapToLong(line -> Long.parseLong(line.replaceFirst(".* -c (\\d+) .*", "$1"))).sum();
        Statistics statistics = EnforceRuns.stop(enforcing());
        assertEquals(queued, statistics.of("seen") + statistics.of("lost"), counters + statistics.text());
    }

    /** The kernel lets pass what finds a queue full. All of this flood is allowed, so what does not arrive was dropped. */
    @Test
    void aFullQueueLetsPassWhereItFailsOpen() throws IOException, InterruptedException {
        Process slow = EnforceRuns.java(network().network().process(FaultNetwork.HOST), SlowQueueProgram.class.getName(), file().toString()).start();
        try {
            assertEquals("enforcing", slow.inputReader(StandardCharsets.UTF_8).readLine());
            network().tell("mark");
            long missed = network().tell("report").of("missed");
            Report report = network().tell("flood " + FLOOD + " 1");
            assertTrue(report.of("arrived") + report.of("missed") - missed > report.of("sent") * 9 / 10, report.text());
        } finally {
            slow.toHandle().destroy();
            slow.waitFor();
        }
    }
}
