package org.hopwarden.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.hopwarden.net.IpAddress;
import org.hopwarden.probe.MultipathEvent;
import org.hopwarden.probe.MultipathRecorder;
import org.hopwarden.probe.MultipathRequest;
import org.hopwarden.probe.MultipathTrace;
import org.hopwarden.probe.Reply;
import org.hopwarden.probe.ReplyKind;
import org.hopwarden.probe.Trace;
import org.hopwarden.probe.TraceRequest;
import org.junit.jupiter.api.Test;

class MultipathOutputTest {

    private static final String[][] FLOWS = { { "192.0.2.1", "198.51.100.1", "203.0.113.80" },
            { "192.0.2.1", "*", "203.0.113.80" }, { "192.0.2.1", "198.51.100.1", "203.0.113.80" } };

    private static MultipathTrace trace() {
        MultipathRequest request = MultipathRequest.of(TraceRequest.of("the \"target\"", IpAddress.parse("203.0.113.80"), "udp"));
        List<MultipathEvent> events = new ArrayList<>();
        events.add(new MultipathEvent.Started(request, IpAddress.parse("192.0.2.7"), Instant.EPOCH));
        for (int flow = 0; flow < FLOWS.length; flow++) {
            for (int ttl = 1; ttl <= FLOWS[flow].length; ttl++) {
                String who = FLOWS[flow][ttl - 1];
                events.add(new MultipathEvent.Sent(1, flow, ttl));
                if (who.equals("*")) {
                    events.add(new MultipathEvent.Lost(2, flow, ttl));
                    events.add(new MultipathEvent.Silent(2, flow, ttl));
                } else {
                    boolean target = ttl == 3;
                    events.add(new MultipathEvent.Replied(3, flow, ttl, false, new Reply(flow, IpAddress.parse(who),
                            ttl * 500_000L, target ? ReplyKind.UNREACHABLE : ReplyKind.TIME_EXCEEDED, target ? 3 : 11,
                            target ? 3 : 0, target, 60)));
                }
            }
        }
        events.add(new MultipathEvent.Ended(4, Trace.Status.DONE, ""));
        return MultipathRecorder.fold(request, events);
    }

    @Test
    void theGraphStandsBehindTheTrace() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        MultipathJson.write(trace(), out);
        String json = out.toString(StandardCharsets.UTF_8);
        assertTrue(json.startsWith("{\"format\":\"hopwarden.trace/1\",\"target\":\"the \\\"target\\\"\","), json);
        String graph = json.substring(json.indexOf("\"multipath\""));
        assertEquals("\"multipath\":{\"algorithm\":\"mda-lite\",\"confidence\":0.95,\"flows\":3,\"flowNotKept\":[],\"fellBack\":[]},"
                + "\"nodes\":[{\"address\":\"192.0.2.1\",\"ttl\":1,\"flows\":3,\"lost\":0,\"rttMillis\":0.5},"
                + "{\"address\":\"198.51.100.1\",\"ttl\":2,\"flows\":2,\"lost\":0,\"rttMillis\":1},"
                + "{\"ttl\":2,\"id\":\"*2.1\",\"flows\":1,\"lost\":1},"
                + "{\"address\":\"203.0.113.80\",\"ttl\":3,\"flows\":3,\"lost\":0,\"rttMillis\":1.5}],"
                + "\"links\":[{\"from\":\"192.0.2.1\",\"to\":\"198.51.100.1\",\"ttl\":2,\"flows\":2,\"lost\":0,\"rttMillis\":1,"
                + "\"latencyMillis\":0.5},"
                + "{\"from\":\"192.0.2.1\",\"to\":\"*2.1\",\"ttl\":2,\"flows\":1,\"lost\":1},"
                + "{\"from\":\"198.51.100.1\",\"to\":\"203.0.113.80\",\"ttl\":3,\"flows\":2,\"lost\":0,\"rttMillis\":1.5,"
                + "\"latencyMillis\":0.5},"
                + "{\"from\":\"*2.1\",\"to\":\"203.0.113.80\",\"ttl\":3,\"flows\":1,\"lost\":0,\"rttMillis\":1.5}]}", graph);
        Trace read = TraceJson.read(out.toByteArray());
        assertEquals(3, read.hops().size(), "a reader of plain traces reads it, too");
        assertTrue(read.reached());
    }

    @Test
    void dotQuotesWhatItIsGiven() {
        String dot = MultipathDot.text(trace());
        assertTrue(dot.startsWith("digraph \"Paths to the \\\"target\\\"\" {\n"), dot);
        assertTrue(dot.contains("\"192.0.2.1\" -> \"198.51.100.1\" [label=\"2 flows\\n+0.5 ms\", penwidth=3.7];"), dot);
        assertTrue(dot.contains("\"192.0.2.1\" -> \"*2.1\" [label=\"1 flow\\n1 of 1 lost\", penwidth=2.3];"), dot);
        assertTrue(dot.contains("\"*2.1\" [label=\"*\\nhop 2\", style=dashed];"), dot);
        assertTrue(dot.contains("peripheries=2") && dot.endsWith("}\n"), dot);
    }
}
