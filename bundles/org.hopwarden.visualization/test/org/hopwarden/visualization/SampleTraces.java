package org.hopwarden.visualization;

import static org.hopwarden.visualization.TraceScript.LOST;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

import org.hopwarden.probe.Trace;

/** Traces that between them show everything a picture must cope with. */
final class SampleTraces {

    private SampleTraces() {
    }

    /** Every sample by its name. */
    static Map<String, List<Trace>> all() {
        Map<String, List<Trace>> all = new LinkedHashMap<>();
        all.put("none", List.of());
        all.put("short", List.of(shortPath("icmp")));
        all.put("forum", List.of(forum()));
        all.put("refused", List.of(refused()));
        all.put("silent-middle", List.of(silentMiddle()));
        all.put("all-silent", List.of(new TraceScript("203.0.113.9", "203.0.113.9", "udp").silent(30).done()));
        all.put("chain-30", List.of(chain(30)));
        all.put("chain-64", List.of(chain(64)));
        all.put("one-hop", List.of(chain(1)));
        all.put("ecmp-4", List.of(ecmp(4)));
        all.put("ecmp-16", List.of(ecmp(16)));
        all.put("methods", List.of(shortPath("icmp"), refused(), methodsUdp()));
        all.put("v6-20", List.of(v6(20)));
        all.put("running-start", List.of(new TraceScript("example.test", "203.0.113.80", "icmp").running()));
        all.put("running", List.of(new TraceScript("example.test", "203.0.113.80", "icmp").hop("192.0.2.1", 0.4, 0.5, 0.4)
                .hop("198.51.100.1", 2, TraceScript.PENDING, 2.1).pending(28).running()));
        all.put("hostile", List.of(hostile()));
        all.put("two-families", List.of(shortPath("icmp"), v6(4)));
        return all;
    }

    static Trace shortPath(String method) {
        return new TraceScript("example.test", "203.0.113.80", method).hop("192.0.2.1", 0.41, 0.38, 0.45)
                .hop("198.51.100.1", 2.31, LOST, 2.2).hop("198.51.100.9", 8.4, 8.1, 8.9).target(12.4, 12.2, 12.9).done();
    }

    static Trace methodsUdp() {
        return new TraceScript("example.test", "203.0.113.80", "udp").hop("192.0.2.1", 0.41, 0.38, 0.45).silent(2)
                .target(13, 13, LOST).done();
    }

    /** A firewall on the host drops every incoming Time Exceeded: silence, then the target. */
    static Trace forum() {
        return new TraceScript("www.forum.test", "203.0.113.44", "icmp").silent(9).target(31.2, 30.9, 31.5).done();
    }

    static Trace refused() {
        return new TraceScript("example.test", "203.0.113.80", "tcp-syn").hop("192.0.2.1", 0.5, 0.4, 0.6)
                .hop("198.51.100.1", 2.2, 2.4, 2.3).refusal("198.51.100.1", 2.5, LOST, 2.4).done();
    }

    static Trace silentMiddle() {
        return new TraceScript("203.0.113.7", "203.0.113.7", "udp").hop("192.0.2.1", 0.4, 0.4, 0.4)
                .hop("198.51.100.1", 1, 1.2, 1.1).silent(3).hop("198.51.100.77", 20, LOST, LOST).silent(1)
                .target(44, 48, 45).done();
    }

    static Trace chain(int hops) {
        Random random = new Random(hops);
        TraceScript script = new TraceScript("far.example.test", "203.0.113.200", "icmp");
        double rtt = 0.3;
        for (int ttl = 1; ttl < hops; ttl++) {
            rtt += random.nextDouble() * 8;
            double lossy = random.nextInt(6) == 0 ? LOST : rtt + random.nextDouble() * 4;
            script.hop("198.51." + (100 + random.nextInt(100)) + "." + (1 + random.nextInt(250)), rtt, lossy,
                    rtt + random.nextDouble() * 3);
        }
        return script.target(rtt + 5, rtt + 6, rtt + 5.5).done();
    }

    static Trace ecmp(int width) {
        List<String> first = IntStream.range(0, width).mapToObj(i -> "198.51.100." + (i + 1)).toList();
        List<String> second = IntStream.range(0, width).mapToObj(i -> "198.51.101." + (i / 2 + 1)).toList();
        List<Double> far = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            far.add(9.0 + i % 3);
        }
        double[] rtts = far.stream().mapToDouble(Double::doubleValue).toArray();
        double[] near = far.stream().mapToDouble(value -> value / 20).toArray();
        return new TraceScript("203.0.113.16", "203.0.113.16", "udp").hop("192.0.2.1", near).branch(2, first)
                .branch(4, second).hop("198.51.102.1", rtts).target(rtts).done();
    }

    static Trace v6(int hops) {
        TraceScript script = new TraceScript("v6.example.test", "2001:db8:ffff::80", "icmp");
        for (int ttl = 1; ttl < hops; ttl++) {
            script.hop(ttl % 3 == 0 ? "2001:db8:ab" + ttl + ":cdef:1234:5678:9abc:def" + ttl % 10 : "2001:db8:" + ttl + "::1",
                    ttl, ttl + 0.5, ttl + 0.2);
        }
        return script.target(hops * 2, hops * 2.1, hops * 2.2).done();
    }

    static Trace hostile() {
        return new TraceScript("<script>alert('x')</script>&\"\u0007 --> ]]> very.long.name.example.test", "203.0.113.66", "icmp")
                .hop("192.0.2.1", 0.5).target(1.5).done();
    }
}
