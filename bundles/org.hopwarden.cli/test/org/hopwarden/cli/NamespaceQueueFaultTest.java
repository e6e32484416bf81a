package org.hopwarden.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.hopwarden.cli.EnforceRuns.Statistics;
import org.hopwarden.cli.FaultNetwork.Report;
import org.hopwarden.lab.NamespaceNetwork;
import org.hopwarden.lab.NamespaceNetwork.Result;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Faults of an enforcement on what a host forwards, through the kernel's queues. */
class NamespaceQueueFaultTest extends FaultChecks {

    private static final int QUEUE_DROPPED = 5;
    private static final String INPUT_JUDGE = """
            for each in iptables ip6tables; do
              $each -w 10 -N JUDGE
              for protocol in udp tcp; do $each -w 10 -A JUDGE -p $protocol --dport 7000:7999 -j RETURN; done
            done
            iptables -w 10 -A JUDGE -p icmp --icmp-type 8 -j RETURN
            ip6tables -w 10 -A JUDGE -p icmpv6 --icmpv6-type 128 -j RETURN
            ip6tables -w 10 -A JUDGE -m ipv6header --header frag --soft -j RETURN
            for protocol in 51 135 139 140; do ip6tables -w 10 -A JUDGE -p $protocol -j RETURN; done
            for each in iptables ip6tables; do
              $each -w 10 -A JUDGE -m comment --comment WRONG -j RETURN
              $each -w 10 -A INPUT -i eth0 -j JUDGE
            done
            """;

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

    /** The kernel's own table has its own bounds, which are the machine's. */
    @Override
    List<String> smallTable() {
        return List.of();
    }

    @Override
    void judgeTable(Statistics statistics) {
        assertTrue(!statistics.text().contains("\"refused\""), "the table is not Hopwarden's: " + statistics.text());
    }

    /** What comes to a queue is what the kernel takes for packets, so few of them fail, or none. */
    @Override
    List<String> outcomes() {
        return List.of("allowed", "denied", "rejected", "asked");
    }

    /** The kernel says how many packets its rules have sent to the queues, and its queues how many they have handed over and dropped. */
    @Override
    Statistics accountFor(Report report, long sent, long arrived) throws IOException {
        // A host speaks of its own accord at any time: nothing comes to the queues any more while they are read.
        silence("-I");
        try {
            return accountInSilence();
        } finally {
            silence("-D");
        }
    }

    private void silence(String change) throws IOException {
        network().run(FaultNetwork.HOST, "sh", "-e", "-c", "for each in iptables ip6tables; do for chain in PREROUTING OUTPUT; do $each -w 10 -t raw "
                + change + " $chain -j DROP; done; done").orThrow();
    }

    private Statistics accountInSilence() throws IOException {
        String counters = network().run(FaultNetwork.HOST, "sh", "-c", "(iptables -w 10 -t mangle -S -v; ip6tables -w 10 -t mangle -S -v)"
                + " | grep -i 'A HOPWARDEN.*NFQUEUE'").orThrow().stdout();
        long queued = counters.lines().mapToLong(line -> Long.parseLong(line.replaceFirst(".* -c (\\d+) .*", "$1"))).sum();
        String queues = network().run(FaultNetwork.HOST, "cat", "/proc/thread-self/net/netfilter/nfnetlink_queue").orThrow().stdout();
        long dropped = queues.lines().map(line -> line.strip().split(" +")).mapToLong(line -> Long.parseLong(line[QUEUE_DROPPED])).sum();
        long unheard = queues.lines().map(line -> line.strip().split(" +")).mapToLong(line -> Long.parseLong(line[QUEUE_DROPPED + 1])).sum();
        long numbered = queues.lines().map(line -> line.strip().split(" +")).mapToLong(line -> Long.parseLong(line[QUEUE_DROPPED + 2])).sum();
        Statistics statistics = EnforceRuns.stop(enforcing());
        String all = counters + queues + statistics.text();
        assertEquals(numbered - unheard, statistics.of("seen"), all);
        assertEquals(dropped + unheard, statistics.of("lost"), all);
        assertEquals(queued, statistics.of("seen") + statistics.of("lost"), all);
        return statistics;
    }

    /**
     * Packets to the host and from it, and what it says of its own accord. Behind the queues the host's own filter judges what comes in, by its own
     * reading of headers: only what the policy allows may be counted there. Of IPv6, fragments are left out, which Linux has not put together there, and
     * headers that it takes for protocols.
     */
    @Test
    void malformedPacketsToTheHostAndFromItAreAccountedForAndNothingDeniedPasses() throws IOException, InterruptedException {
        long seed = System.nanoTime();
        System.out.println(getClass().getSimpleName() + ": malformed packets to and from the host of seed " + seed);
        network().run(FaultNetwork.HOST, "sh", "-e", "-c", INPUT_JUDGE).orThrow();
        network().tell("host on");
        try {
            startWith(save("host", FaultPolicy.createForHost()), List.of("--nfqueue", "--hook", "in,out,forward"), "--fail", "closed");
            network().tell("mark");
            Process host = EnforceRuns.java(network().network().process(FaultNetwork.HOST), HostTrafficProgram.class.getName(),
                    Integer.toString(MALFORMED), Long.toString(seed)).start();
            Report report = network().tell("malformedtoo " + MALFORMED + " " + seed);
            NamespaceNetwork.Result sent = EnforceRuns.finish(host).orThrow();
            // What the host has sent last arrives, too.
            report = network().tell("malformed 0 0");
            assertEquals(0, report.of("wrong"), report.text());
            assertTrue(report.of("arrived") > MALFORMED / 50, "some are allowed: " + report.text());
            assertTrue(Long.parseLong(sent.stdout().strip().substring("sent=".length())) > MALFORMED / 4, sent.stdout());
            String judged = network().run(FaultNetwork.HOST, "sh", "-c", "iptables -w 10 -S JUDGE -v; ip6tables -w 10 -S JUDGE -v").orThrow().stdout();
            assertEquals(List.of(0L, 0L), judged.lines().filter(line -> line.contains("WRONG")).map(NamespaceQueueFaultTest::count).toList(), judged);
            assertTrue(judged.lines().filter(line -> line.contains("--dport")).allMatch(line -> count(line) > 0), "some are allowed in: " + judged);
            accountFor(report, 0, 0);
        } finally {
            network().tell("host off");
            network().run(FaultNetwork.HOST, "sh", "-c", "for each in iptables ip6tables; do $each -w 10 -D INPUT -i eth0 -j JUDGE;"
                    + " $each -w 10 -F JUDGE; $each -w 10 -X JUDGE; done");
        }
    }

    private static long count(String line) {
        return Long.parseLong(line.replaceFirst(".* -c (\\d+) .*", "$1"));
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
