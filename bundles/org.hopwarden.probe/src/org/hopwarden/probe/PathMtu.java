package org.hopwarden.probe;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

import org.hopwarden.net.IpAddress;

/**
 * What was learned of the MTU of a path.
 *
 * @param request what was asked for
 * @param source the address that the probes come from
 * @param reached whether the target answered
 * @param mtuBytes the longest packet that passes to the last hop, in bytes with the IP header
 * @param hops from TTL 1 on without gaps, up to the target or the last hop that answered
 * @param blackHole where packets that are too long vanish without a word; empty where nobody does that
 * @param probes how many packets were sent
 * @param ignored how many "packet too big" were not believed: a size that cannot be, or that was found to pass
 * @param status how the search ended
 * @param message what went wrong, or an empty text
 */
public record PathMtu(PathMtuRequest request, IpAddress source, boolean reached, int mtuBytes, List<Hop> hops,
        Optional<BlackHole> blackHole, int probes, int ignored, Trace.Status status, String message) {

    /**
     * One distance from the source.
     *
     * @param ttl from 1 on
     * @param address who answered there; empty for a silent hop
     * @param mtuBytes the longest packet that comes this far
     * @param reportedBy the router that said that packets are too long for its link towards this hop; empty where the MTU is not
     *            lower than at the hop before, or nobody said so
     */
    public record Hop(int ttl, Optional<IpAddress> address, int mtuBytes, Optional<IpAddress> reportedBy) {

        public Hop {
            requireNonNull(address, "address");
            requireNonNull(reportedBy, "reportedBy");
        }
    }

    /**
     * Where packets that are too long vanish: the first distance at which long probes stay without an answer and short ones
     * are answered.
     *
     * @param ttl of that distance: the packets get lost on the way from the hop before it
     * @param address who answers the short probes there
     * @param before the last hop known that long packets do reach; empty where they do not even reach the first one
     * @param passedBytes the longest packet that passes
     * @param lostBytes the shortest one that was seen to vanish
     */
    public record BlackHole(int ttl, IpAddress address, Optional<IpAddress> before, int passedBytes, int lostBytes) {

        public BlackHole {
            requireNonNull(address, "address");
            requireNonNull(before, "before");
        }
    }

    public PathMtu {
        requireNonNull(request, "request");
        requireNonNull(source, "source");
        requireNonNull(blackHole, "blackHole");
        requireNonNull(status, "status");
        requireNonNull(message, "message");
        hops = List.copyOf(hops);
    }
}
