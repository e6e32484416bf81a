package org.hopwarden.lab;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.CompletionStage;

import org.hopwarden.engine.RejectWith;
import org.hopwarden.engine.Verdict;
import org.hopwarden.net.PacketView;
import org.hopwarden.rulemodel.FailMode;

/**
 * Decides about the packets at one place of a node. A place is a node's own in, out or forward hook, or one of its
 * interfaces; see {@link SimulatedNetwork#setFilter}. A filter is asked by one thread at a time.
 */
@FunctionalInterface
public interface PacketFilter {

    /** Lets everything pass. */
    PacketFilter ALLOW_ALL = (packet, direction, inLink, outLink) -> Decision.ALLOW;

    /**
     * Decides about one packet. A forwarded packet still has the TTL with which it arrived.
     *
     * @param packet valid only during the call
     * @param inLink the name of the link by which it came; empty where this node made it
     * @param outLink the name of the link by which it would leave; empty where it stays or that is not yet known
     */
    Decision decide(PacketView packet, Direction direction, String inLink, String outLink);

    /**
     * Which packets a place sees. At a node: {@code IN} those addressed to it, {@code OUT} those it made, {@code FORWARD}
     * those that pass through, as with a host's firewall. At an interface: {@code IN} all that enter by it, {@code OUT} all
     * that leave by it, as with an access list on a router's interface.
     */
    enum Direction {
        IN, OUT, FORWARD
    }

    /** What becomes of a packet. */
    sealed interface Decision {

        Decision ALLOW = new Allow();
        Decision DROP = new Drop();
        /** The sender is told that this is administratively prohibited (RFC 1812 section 5.2.7.1). */
        Decision REJECT = new Reject(RejectWith.ADMIN_PROHIBITED);

        /** It goes on. */
        record Allow() implements Decision {
        }

        /** It vanishes. */
        record Drop() implements Decision {
        }

        /** It vanishes, and its sender is told. */
        record Reject(RejectWith with) implements Decision {

            public Reject {
                requireNonNull(with, "with");
            }
        }

        /**
         * It waits, and goes on by the rest of its way when that is said. What a node sends by itself cannot wait: it vanishes.
         *
         * @param goesOn whether it does; completed by any thread
         */
        record Hold(CompletionStage<Boolean> goesOn) implements Decision {

            public Hold {
                requireNonNull(goesOn, "goesOn");
            }
        }

        /**
         * What a policy's verdict means for a packet. Nobody is there to be asked, so what would be asked is dropped.
         *
         * @param failMode for a packet of which the policy says nothing
         */
        static Decision of(Verdict verdict, FailMode failMode) {
            return switch (verdict.kind()) {
                case ALLOW -> ALLOW;
                case DENY, ASK -> DROP;
                case REJECT -> new Reject(RejectWith.of(verdict.rejectType()));
                case NONE -> failMode == FailMode.OPEN ? ALLOW : DROP;
            };
        }
    }
}
