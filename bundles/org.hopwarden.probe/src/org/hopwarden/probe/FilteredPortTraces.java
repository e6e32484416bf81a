package org.hopwarden.probe;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

import org.hopwarden.packetio.PacketPortException;
import org.hopwarden.probe.PortScan.Hop;

/**
 * Finds out how far SYNs to filtered ports come, by SYNs whose TTL ends on the way. One port that answers is traced as well: what
 * its SYNs pass behind the last hop of a filtered one is where that one's end.
 */
final class FilteredPortTraces {

    /** More would only repeat what these say, and cost the routers many errors. */
    static final int MOST_PORTS = 64;

    private static final int ATTEMPTS = 3;
    /** Linux gives each peer one ICMP error a second, and so do many routers. */
    private static final long LIMITED_PAUSE_NANOS = 1_100_000_000;

    /** Sends probes and waits for their answers. */
    interface Exchange {
        Map<SynProbes.Id, Reply> probe(List<SynProbes.Id> ids) throws PacketPortException;
    }

    /** Lets time pass. */
    interface Pause {
        void pause(long nanos) throws PacketPortException;
    }

    private final PortScanRequest request;
    private final Map<Integer, TreeMap<Integer, Reply>> byPort = new HashMap<>();
    private Integer answering;

    FilteredPortTraces(PortScanRequest request) {
        this.request = request;
    }

    void run(Map<Integer, Reply> replies, Exchange exchange, Pause pause) throws PacketPortException {
        answering = replies.entrySet().stream().filter(entry -> entry.getValue().fromTarget())
                .min(Comparator.<Map.Entry<Integer, Reply>>comparingInt(entry -> PortStates.rank(entry.getValue()))
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey).orElse(null);
        if (answering != null) {
            trace(List.of(answering), request.maxTtl(), exchange, pause);
        }
        List<Integer> filtered = request.ports().stream().sorted()
                .filter(port -> !replies.containsKey(port) || !replies.get(port).fromTarget()).limit(MOST_PORTS).toList();
        trace(filtered, distance().orElse(request.maxTtl()), exchange, pause);
    }

    private void trace(List<Integer> ports, int maxTtl, Exchange exchange, Pause pause) throws PacketPortException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            List<SynProbes.Id> ids = new ArrayList<>();
            for (int ttl = 1; ttl <= maxTtl; ttl++) {
                for (int port : ports) {
                    TreeMap<Integer, Reply> hops = byPort.computeIfAbsent(port, each -> new TreeMap<>());
                    if (ttl > last(hops) && !isEnded(hops)) {
                        ids.add(new SynProbes.Id(port, attempt, ttl));
                    }
                }
            }
            if (ids.isEmpty()) {
                return;
            }
            if (attempt > 0) {
                pause.pause(LIMITED_PAUSE_NANOS);
            }
            Map<SynProbes.Id, Reply> answers = exchange.probe(ids);
            for (SynProbes.Id id : ids) {
                Reply reply = answers.get(id);
                if (reply != null) {
                    byPort.get(id.port()).putIfAbsent(id.ttl(), reply);
                }
            }
        }
    }

    /** The greatest TTL that a router answered with time exceeded; 0 where none did. */
    private static int last(TreeMap<Integer, Reply> hops) {
        return hops.entrySet().stream().filter(entry -> entry.getValue().kind() == ReplyKind.TIME_EXCEEDED)
                .mapToInt(Map.Entry::getKey).max().orElse(0);
    }

    private static boolean isEnded(TreeMap<Integer, Reply> hops) {
        return hops.values().stream().anyMatch(reply -> reply.kind() != ReplyKind.TIME_EXCEEDED);
    }

    /** How many hops away the target is, where a port of it was traced to the end. */
    OptionalInt distance() {
        return answering == null ? OptionalInt.empty() : byPort.getOrDefault(answering, new TreeMap<>()).entrySet().stream()
                .filter(entry -> entry.getValue().fromTarget()).mapToInt(Map.Entry::getKey).min();
    }

    /** The hops on the way to the port that answers. */
    List<Hop> path() {
        int end = distance().orElse(0);
        return end == 0 ? List.of() : byPort.get(answering).headMap(end, true).entrySet().stream()
                .map(entry -> new Hop(entry.getKey(), entry.getValue().address())).toList();
    }

    Optional<Hop> lastHop(int port) {
        TreeMap<Integer, Reply> hops = byPort.get(port);
        int last = hops == null || answering != null && answering == port ? 0 : last(hops);
        return last == 0 ? Optional.empty() : Optional.of(new Hop(last, hops.get(last).address()));
    }

    Optional<Hop> nextHop(int port) {
        TreeMap<Integer, Reply> hops = byPort.get(port);
        if (hops == null || answering == null || answering == port) {
            return Optional.empty();
        }
        int last = last(hops);
        return path().stream().filter(hop -> hop.ttl() == last + 1).findFirst();
    }
}
