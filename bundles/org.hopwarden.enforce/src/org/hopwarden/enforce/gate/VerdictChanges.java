package org.hopwarden.enforce.gate;

import static java.util.Objects.requireNonNull;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.hopwarden.engine.DescribedPacket;
import org.hopwarden.engine.Verdict;

/**
 * What becomes of captured packets under a new policy that did not become of them before.
 *
 * @param packets how many IP packets were decided
 * @param elsewhere how many more go by another way than those that the policy will decide
 * @param unread how many frames more hold no IP packet, or none whose header is whole
 * @param changed how many packets get another verdict, for each way in which it changes
 * @param flows those whose packets do, the ones with the most packets first
 * @param packetsOfOtherFlows how many packets belong to flows that are not among them
 * @param details the first packets that get another verdict, each for itself; no more than {@link CaptureReplay#MOST_DETAILS}
 * @param notes what is not known of the packets and was taken as something, each a sentence without its full stop
 */
public record VerdictChanges(long packets, long elsewhere, long unread, Map<Way, Long> changed, List<Flow> flows,
        long packetsOfOtherFlows, List<Packet> details, List<String> notes) {

    /** How a verdict changes. */
    public enum Way {
        SHUT_OUT("allowed before, not allowed now"), ADMITTED("not allowed before, allowed now"),
        /** Such as from denied to rejected. */
        OTHERWISE("not allowed before, and not allowed in another way now"),
        /** What is shown for it is the one of them that changes more. */
        DEPENDS("another verdict or the same, depending on the direction in which they cross, which is not known");

        private final String words;

        Way(String words) {
            this.words = words;
        }

        /** In words, for people. */
        public String words() {
            return words;
        }

        /** The way from one verdict to another; null where they are the same. */
        static Way of(Verdict before, Verdict after) {
            boolean allowedBefore = before.kind() == Verdict.Kind.ALLOW;
            boolean allowedNow = after.kind() == Verdict.Kind.ALLOW;
            if (allowedBefore != allowedNow) {
                return allowedBefore ? SHUT_OUT : ADMITTED;
            }
            return before.kind() == after.kind() && before.rejectType() == after.rejectType() ? null : OTHERWISE;
        }
    }

    /**
     * Packets from one end to another whose verdict changes in the same way, by the same rules.
     *
     * @param packets how many, at least 1
     * @param first of them
     */
    public record Flow(long packets, Packet first) {
    }

    /**
     * A packet whose verdict changes.
     *
     * @param file the name of the capture it is in
     * @param frame its number there, counted from 1
     * @param before what the policy that was in force says
     * @param after what the new one says
     */
    public record Packet(String file, long frame, DescribedPacket packet, Way way, Verdict before, Verdict after) {

        public Packet {
            requireNonNull(file, "file");
            requireNonNull(packet, "packet");
            requireNonNull(way, "way");
        }
    }

    public VerdictChanges {
        changed = Map.copyOf(changed);
        flows = List.copyOf(flows);
        details = List.copyOf(details);
        notes = List.copyOf(notes);
    }

    /** How many packets get another verdict. */
    public long total() {
        return changed.values().stream().mapToLong(Long::longValue).sum();
    }

    /** How many packets get another verdict in a way. */
    public long total(Way way) {
        return changed.getOrDefault(way, 0L);
    }

    static Map<Way, Long> counts(long[] byWay) {
        Map<Way, Long> counts = new EnumMap<>(Way.class);
        for (Way way : Way.values()) {
            counts.put(way, byWay[way.ordinal()]);
        }
        return counts;
    }
}
