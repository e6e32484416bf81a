package org.hopwarden.cli.internal;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Map;

import org.hopwarden.names.HostInfo;
import org.hopwarden.net.IpAddress;
import org.hopwarden.probe.Trace;
import org.hopwarden.probe.TraceRequest;

/**
 * A tool that users know: what it sends when it is told nothing, and how it prints. Sources: the documentation of tracert
 * (Microsoft Learn, "tracert"), traceroute(8) of Butskoy's traceroute 2.1 and tcptraceroute(1) 1.5, the latter two held against
 * the tools themselves in a test. For intrace and nmap the greatest TTL and the wait are our choice.
 */
enum LikeTool {

    TRACERT("tracert", "icmp", 0, 30, 3, 4_000, 64, TracertText::print),
    TRACEROUTE("traceroute", "udp-classic", 0, 30, 3, 5_000, 32, TracerouteText::print),
    TCPTRACEROUTE("tcptraceroute", "tcp-syn", 80, 30, 3, 3_000, 0, TcptracerouteText::print),
    INTRACE("intrace", "in-connection", 80, 32, 4, 2_000, 0, TraceText::print),
    NMAP("nmap", "icmp", 0, 50, 1, 2_000, 0, TraceText::print);

    /** Of ICMP echo and of UDP alike. */
    private static final int TRANSPORT_HEADER_BYTES = 8;

    final String id;
    final String method;
    final int port;
    final int maxTtl;
    final int queries;
    final Duration maxWait;
    private final int payloadBytes;
    private final Manner text;

    /** Prints a trace, with what is known of its addresses. */
    @FunctionalInterface
    private interface Manner {
        void print(Trace trace, Map<IpAddress, HostInfo> hosts, PrintStream out);
    }

    /** @param payloadBytes behind the transport header; 0: as the method likes it best */
    LikeTool(String id, String method, int port, int maxTtl, int queries, int maxWaitMillis, int payloadBytes,
            Manner text) {
        this.id = id;
        this.method = method;
        this.port = port;
        this.maxTtl = maxTtl;
        this.queries = queries;
        this.maxWait = Duration.ofMillis(maxWaitMillis);
        this.payloadBytes = payloadBytes;
        this.text = text;
    }

    /** @param hosts what is known of the addresses; those left out are shown as numbers alone */
    void print(Trace trace, Map<IpAddress, HostInfo> hosts, PrintStream out) {
        text.print(trace, hosts, out);
    }

    /** The length of its packets from the IP header on; 0 where it does not matter. */
    int sizeBytes(TraceRequest request) {
        return payloadBytes == 0 ? 0 : (request.address().isV6() ? 40 : 20) + TRANSPORT_HEADER_BYTES + payloadBytes;
    }

    @Override
    public String toString() {
        return id;
    }
}
