package org.hopwarden.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.List;

import org.hopwarden.cli.EnforceRuns.Statistics;
import org.hopwarden.cli.FaultNetwork.Report;
import org.hopwarden.lab.NamespaceNetwork.Result;
import org.junit.jupiter.api.BeforeAll;

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
        return network().run(FaultNetwork.HOST, "sh", "-c", "(iptables -w 10 -t mangle -S; ip6tables -w 10 -t mangle -S; nft list tables)"
                + " | grep -i hopwarden").stdout();
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
}
