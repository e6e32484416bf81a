package org.hopwarden.cli.internal;

import java.io.PrintStream;
import java.time.Duration;
import java.util.function.BiConsumer;

import org.hopwarden.probe.Trace;
import org.hopwarden.probe.TraceRequest;

/**
 * A tool that users know: what it sends when it is told nothing, and how it prints. Sources: the documentation of tracert
 * (Microsoft Learn, "tracert"), traceroute(8) of Butskoy's traceroute 2.1, tcptraceroute(1) 1.5, the usage text of intrace 1.6,
 * and nmap's reference guide ({@code --traceroute}).
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
    private final BiConsumer<Trace, PrintStream> text;

    /** @param payloadBytes behind the transport header; 0: as the method likes it best */
    LikeTool(String id, String method, int port, int maxTtl, int queries, int maxWaitMillis, int payloadBytes,
            BiConsumer<Trace, PrintStream> text) {
        this.id = id;
        this.method = method;
        this.port = port;
        this.maxTtl = maxTtl;
        this.queries = queries;
        this.maxWait = Duration.ofMillis(maxWaitMillis);
        this.payloadBytes = payloadBytes;
        this.text = text;
    }

    void print(Trace trace, PrintStream out) {
        text.accept(trace, out);
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
