package org.hopwarden.cli.internal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.hopwarden.net.IpAddress;
import org.hopwarden.probe.ProbeOptions;
import org.hopwarden.probe.TraceRequest;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** What can be chosen of the probes of a trace or a watch besides the method. What is left out is as a named tool does it, or as usual. */
final class ProbeArguments {

    private static final double MILLIS_PER_SECOND = 1e3;
    /** Of several methods at once: those that have nothing to wait for should not wait for the one that has. */
    private static final Duration PATIENCE_AMONG_OTHERS = Duration.ofSeconds(2);

    @Option(names = "--first-ttl", paramLabel = "N", description = "the least TTL, 1 to 255 (default 1)")
    private Integer firstTtl;

    @Option(names = "--wait", paramLabel = "S", description = "seconds to wait for a reply at the most, up to 60 (default 2)")
    private Double waitSeconds;

    @Option(names = "--size", paramLabel = "BYTES", description = "length of a probe from its IP header on")
    private Integer sizeBytes;

    @Option(names = "--source", paramLabel = "ADDRESS", description = "send from this address of this host")
    private String source;

    @Option(names = { "--source-port", "--local-port" }, paramLabel = "N",
            description = "send from this port; with in-connection, this host's port of the connection")
    private Integer sourcePort;

    @ArgGroup
    private TrafficClass trafficClass;

    private static final class TrafficClass {
        @Option(names = "--tos", paramLabel = "N", description = "traffic class byte of the probes, 0 to 255")
        private Integer octet;
        @Option(names = "--dscp", paramLabel = "N", description = "DSCP of the probes, 0 to 63")
        private Integer dscp;
    }

    @Option(names = "--dont-fragment", description = "set the don't-fragment bit of IPv4")
    private boolean dontFragment;

    @Option(names = "--patience", paramLabel = "S",
            description = "seconds that in-connection waits for the connection's next segments (default 60; with all: 2)")
    private Double patienceSeconds;

    /**
     * A request with these options.
     *
     * @param among whether other methods are tried at the same time
     * @param like the tool whose defaults are taken; null for none
     * @throws IllegalArgumentException with a sentence about the option that is not possible
     */
    TraceRequest apply(TraceRequest request, boolean among, LikeTool like) {
        ProbeOptions options = ProbeOptions.DEFAULT.withDontFragment(dontFragment);
        if (firstTtl != null) {
            options = options.withFirstTtl(firstTtl);
        }
        boolean asTool = like != null && request.method().equals(like.method);
        int size = sizeBytes != null ? sizeBytes : asTool ? like.sizeBytes(request) : 0;
        options = options.withSizeBytes(size);
        if (source != null) {
            options = options.withSource(sourceAddress(request));
        }
        if (sourcePort != null) {
            if (sourcePort < 1) {
                throw new IllegalArgumentException("a source port lies in 1..65535, not " + sourcePort);
            }
            options = options.withSourcePort(sourcePort);
        }
        if (trafficClass != null) {
            options = options.withTrafficClass(trafficClass.octet != null ? trafficClass.octet : octet(trafficClass.dscp));
        }
        options = options.withPatience(patienceSeconds != null ? seconds("--patience", patienceSeconds)
                : among ? PATIENCE_AMONG_OTHERS : options.patience());
        TraceRequest chosen = request.withOptions(options);
        return waitSeconds != null ? chosen.withMaxWait(seconds("--wait", waitSeconds))
                : like != null ? chosen.withMaxWait(like.maxWait) : chosen;
    }

    private static int octet(int dscp) {
        if (dscp < 0 || dscp > 63) {
            throw new IllegalArgumentException("a DSCP lies in 0..63, not " + dscp);
        }
        return dscp << 2;
    }

    private IpAddress sourceAddress(TraceRequest request) {
        Optional<IpAddress> address = IpAddress.tryParse(source);
        if (address.isEmpty()) {
            throw new IllegalArgumentException("'" + source + "' is no IP address");
        }
        if (address.get().version() != request.address().version()) {
            throw new IllegalArgumentException("the source " + source + " and the target " + request.address()
                    + " are of different IP versions");
        }
        return address.get();
    }

    /** Refuses a source that is not this host's: nothing would ever come back. */
    void requireOwnSource() {
        Optional<IpAddress> address = source == null ? Optional.empty() : IpAddress.tryParse(source);
        if (address.isPresent() && !address.get().isLoopback()) {
            List<IpAddress> own = InterfacesCommand.addresses();
            if (!own.contains(address.get())) {
                throw CommandFailure.usage(source + " is no address of this host", "There are: " + own.stream()
                        .filter(each -> each.version() == address.get().version()).map(IpAddress::toString)
                        .collect(Collectors.joining(", ")) + ".");
            }
        }
    }

    private static Duration seconds(String option, double seconds) {
        if (!(seconds > 0 && seconds <= 3600)) {
            throw new IllegalArgumentException(option + " is a number of seconds greater than 0, not " + seconds);
        }
        return Duration.ofMillis(Math.max(1, Math.round(seconds * MILLIS_PER_SECOND)));
    }
}
