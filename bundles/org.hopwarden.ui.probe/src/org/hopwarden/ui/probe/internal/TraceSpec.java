package org.hopwarden.ui.probe.internal;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

import org.hopwarden.net.IpAddress;
import org.hopwarden.probe.TraceRequest;

/**
 * A trace as the user asked for it, before the target's address is known.
 *
 * @param network the id of the {@link Network} it runs in
 * @param target a name or an address
 * @param method the id of a probe method
 * @param port the destination port, 0 for the method's own
 * @param maxTtl the greatest TTL to probe
 * @param queries how many probes for each TTL
 * @param options what few users change
 */
record TraceSpec(String network, String target, String method, int port, int maxTtl, int queries, RunOptions options) {

    /** Stands for the methods that there are, one trace each. */
    static final String EVERY_METHOD = "all";

    TraceSpec {
        requireNonNull(network, "network");
        requireNonNull(target, "target");
        requireNonNull(method, "method");
        requireNonNull(options, "options");
    }

    /** With the usual options. */
    TraceSpec(String network, String target, String method, int port, int maxTtl, int queries) {
        this(network, target, method, port, maxTtl, queries, RunOptions.DEFAULT);
    }

    TraceSpec withTarget(String newTarget) {
        return new TraceSpec(network, newTarget, method, port, maxTtl, queries, options);
    }

    TraceSpec withMethod(String newMethod, int newPort) {
        return new TraceSpec(network, target, newMethod, newPort, maxTtl, queries, options);
    }

    TraceSpec withOptions(RunOptions newOptions) {
        return new TraceSpec(network, target, method, port, maxTtl, queries, newOptions);
    }

    boolean isEveryMethod() {
        return method.equals(EVERY_METHOD);
    }

    boolean isWatched() {
        return options.watched();
    }

    /** What the tracer is told. */
    TraceRequest request(IpAddress address) {
        return new TraceRequest(target, address, method, port, maxTtl, queries, options.maxWait(), options.probe());
    }

    static TraceSpec of(String network, TraceRequest request) {
        return new TraceSpec(network, request.target(), request.method(), request.port(), request.maxTtl(),
                request.queries(), new RunOptions(request.maxWait(), RunOptions.DEFAULT.strategy(), false,
                        false, RunOptions.DEFAULT.interval(), request.options(), Optional.empty()));
    }
}
