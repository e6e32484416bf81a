package org.hopwarden.visualization;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.hopwarden.probe.Trace;

/** Traces of any shape, the same for the same seed. */
final class RandomTraces {

    private static final String[] METHODS = { "icmp", "udp", "tcp-syn", "a-method-with-a-rather-long-name" };

    private final Random random;
    private final boolean v4;

    RandomTraces(long seed) {
        random = new Random(seed);
        v4 = random.nextInt(4) > 0;
    }

    List<Trace> traces() {
        List<Trace> traces = new ArrayList<>();
        int count = random.nextInt(5) == 0 ? 3 : random.nextInt(3) == 0 ? 2 : 1;
        for (int i = 0; i < count; i++) {
            traces.add(trace(METHODS[random.nextInt(METHODS.length)]));
        }
        return traces;
    }

    private Trace trace(String method) {
        TraceScript script = new TraceScript("x".repeat(random.nextInt(80)) + ".test", v4 ? "203.0.113.99" : "2001:db8:f::99",
                method);
        int hops = random.nextInt(6) == 0 ? random.nextInt(64) : random.nextInt(12);
        for (int ttl = 1; ttl <= hops; ttl++) {
            switch (random.nextInt(8)) {
                case 0 -> script.silent(1 + random.nextInt(3));
                case 1, 2 -> {
                    List<String> addresses = new ArrayList<>();
                    int width = 1 + random.nextInt(random.nextInt(6) == 0 ? 16 : 4);
                    for (int i = 0; i < width; i++) {
                        addresses.add(address(ttl, random.nextInt(width)));
                    }
                    script.branch(1 + random.nextInt(200), addresses);
                }
                default -> script.hop(address(ttl, 0), rtt(), rtt(), rtt());
            }
        }
        return switch (random.nextInt(5)) {
            case 0 -> script.silent(3).done();
            case 1 -> script.refusal(address(hops, 0), 3, 4, TraceScript.LOST).done();
            case 2 -> script.pending(5).running();
            default -> script.target(rtt(), 1000 * random.nextDouble()).done();
        };
    }

    private double rtt() {
        return random.nextInt(5) == 0 ? TraceScript.LOST : random.nextDouble() * Math.pow(10, random.nextInt(4));
    }

    /** Methods often meet the same router. */
    private String address(int ttl, int index) {
        int salt = random.nextInt(4) == 0 ? 1 : 0;
        return v4 ? "198.51." + (100 + ttl) + "." + (1 + index + 100 * salt)
                : "2001:db8:" + ttl + (salt == 0 ? "::" : ":1111:2222:3333:4444:") + (1 + index);
    }
}
