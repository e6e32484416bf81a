package org.hopwarden.probe.internal;

import java.util.function.IntPredicate;

import org.hopwarden.probe.Probe;
import org.hopwarden.probe.Reply;
import org.hopwarden.probe.TraceRequest;
import org.hopwarden.probe.TraceStrategy;

/**
 * From a guess of the distance back to the first hop, as nmap. One probe goes to the target; the TTL that its answer comes in with
 * tells how many routers it passed, if the target started with 32, 64, 128 or 255 and the way back is as long. From there the
 * TTLs go out downwards, and upwards until the end is known.
 * <p>
 * A guess is never trusted: the end is where replies show it, and every TTL before it is probed. nmap stops at an address that
 * it knows from another trace, which under load balancing gives paths that no packet takes. Where the target does not answer,
 * there is nothing to guess from, and all TTLs go out.
 */
public final class BackwardStrategy implements TraceStrategy {

    private static final int[] USUAL_FIRST_TTLS = { 32, 64, 128, 255 };

    @Override
    public String id() {
        return "backward";
    }

    @Override
    public String label() {
        return "Backward";
    }

    @Override
    public String description() {
        return "From the target's guessed distance to the first hop: few probes beyond the end, for one more round trip.";
    }

    @Override
    public Plan plan(TraceRequest request) {
        return new BackwardPlan(request);
    }

    /** How many hops away the sender of a reply is, if the way back is as long; at least 1. */
    static int guess(int replyTtl) {
        for (int first : USUAL_FIRST_TTLS) {
            if (replyTtl <= first) {
                return first - replyTtl + 1;
            }
        }
        return 1;
    }

    private static final class BackwardPlan extends AllAtOnceStrategy.AllAtOncePlan {
        private int guess;
        private int step = 1;

        BackwardPlan(TraceRequest request) {
            super(request);
        }

        @Override
        public int nextTtl(long nowNanos, IntPredicate mayProbe) {
            if (row(maxTtl).isEmpty()) {
                return mayProbe.test(maxTtl) ? maxTtl : 0;
            }
            if (guess == 0) {
                if (pending(maxTtl, nowNanos) > 0) {
                    return 0;
                }
                guess = maxTtl;
            }
            for (int ttl = Math.min(guess, limit()); ttl >= firstTtl; ttl--) {
                if (row(ttl).isEmpty() && mayProbe.test(ttl)) {
                    return ttl;
                }
            }
            if (end() > 0 && end() <= guess || guess == maxTtl) {
                return super.nextTtl(nowNanos, mayProbe);
            }
            if (guess >= firstTtl && pending(guess, nowNanos) > 0) {
                return 0;
            }
            // The path goes on behind the guess: further up, in greater and greater steps.
            guess = Math.min(maxTtl, guess + step);
            step *= 2;
            return nextTtl(nowNanos, mayProbe);
        }

        @Override
        public void answered(Probe probe, Reply reply) {
            super.answered(probe, reply);
            if (guess == 0 && probe.ttl() == maxTtl) {
                guess = reply.kind().isFinal() ? Math.min(guess(reply.ttl()), maxTtl) : maxTtl;
            }
        }
    }
}
