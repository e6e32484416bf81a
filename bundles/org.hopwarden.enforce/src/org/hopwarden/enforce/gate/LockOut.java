package org.hopwarden.enforce.gate;

import static java.util.Objects.requireNonNull;

import java.util.List;

import org.hopwarden.engine.DescribedPacket;
import org.hopwarden.engine.Verdict;

/**
 * A connection that a policy would end, or could.
 *
 * @param certain whether it is; on a bridge it is not known whether the connection crosses it
 * @param denials its packets that the policy does not allow, at least one
 * @param remedy rules that let it live, to be put into the policy one after the other; empty where none were found
 */
public record LockOut(HeldConnection connection, boolean certain, List<Denial> denials, List<Remedy> remedy) {

    /**
     * A packet of the connection that does not pass.
     *
     * @param packet as the policy would meet it
     */
    public record Denial(DescribedPacket packet, Verdict verdict) {

        public Denial {
            requireNonNull(packet, "packet");
            requireNonNull(verdict, "verdict");
        }
    }

    /**
     * A rule to be added.
     *
     * @param before the number of the rule in front of which it stands, counted from 1; 0 for the end of the chain
     * @param rule in one line
     */
    public record Remedy(String chain, int before, String rule) {

        /** What to do, in words. */
        public String words() {
            return (before == 0 ? "at the end of chain " + chain : "in front of rule " + before + " of chain " + chain) + ": " + rule;
        }
    }

    public LockOut {
        requireNonNull(connection, "connection");
        denials = List.copyOf(denials);
        remedy = List.copyOf(remedy);
    }
}
