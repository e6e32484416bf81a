package org.hopwarden.probe;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import org.hopwarden.net.IpAddress;
import org.hopwarden.packetio.PacketPortException;

/**
 * Finds out which lengths pass to which distances, many at once. Silence is believed only after three probes (RFC 8899 section
 * 5.1.2, MAX_PROBES), the later ones beside a small one that is answered: so a router that limits its ICMP errors, or a hop that
 * has gone silent, is told from a link that swallows long packets.
 */
final class PathMtuTrials {

    private static final int MAX_PROBES = 3;
    private static final int MAX_ATTEMPTS = 6;
    /** Linux gives each peer one ICMP error a second, and so do many routers. */
    private static final long LIMITED_PAUSE_NANOS = 1_100_000_000;

    /** What is tried: whether a packet this long passes so far. */
    record Trial(int ttl, int lengthBytes) {

        boolean isProvenBy(Trial passed) {
            return ttl <= passed.ttl && lengthBytes <= passed.lengthBytes;
        }
    }

    /** What a trial showed. */
    sealed interface Verdict {

        record Passed() implements Verdict {
        }

        /** @param mtuBytes 0 where the router does not say */
        record TooBig(IpAddress from, int mtuBytes) implements Verdict {
        }

        /** Long packets vanish, small ones do not. */
        record Vanished() implements Verdict {
        }

        /** Neither is answered any more. */
        record Unknown() implements Verdict {
        }
    }

    private static final class State {
        final List<SizedProbes.Probe> probes = new ArrayList<>();
        int missed;
        Verdict verdict;

        boolean isAnsweredSince(int attempt) {
            return probes.size() >= attempt && probes.get(attempt - 1).answer() != null;
        }
    }

    private final SizedProbes probes;
    private final boolean believesTooBig;

    /** @param believesTooBig false where somebody was found to lie: then only what passes and what vanishes counts */
    PathMtuTrials(SizedProbes probes, boolean believesTooBig) {
        this.probes = probes;
        this.believesTooBig = believesTooBig;
    }

    /** Settles all of these. */
    Map<Trial, Verdict> settle(Collection<Trial> trials) throws PacketPortException {
        Map<Trial, State> states = new LinkedHashMap<>();
        // Long ones first: where a router limits its errors, the one it spends on the longest that passes tells most.
        trials.stream().sorted(Comparator.comparingInt(Trial::ttl).thenComparing(Trial::lengthBytes, Comparator.reverseOrder()))
                .forEach(trial -> states.put(trial, new State()));
        for (int attempt = 1; attempt <= MAX_ATTEMPTS && isAnyOpen(states) && !probes.isCancelled(); attempt++) {
            boolean limited = attempt(states, attempt);
            if (limited && isAnyOpen(states)) {
                probes.pause(LIMITED_PAUSE_NANOS);
            }
        }
        Map<Trial, Verdict> verdicts = new LinkedHashMap<>();
        states.forEach((trial, state) -> verdicts.put(trial, state.verdict != null ? state.verdict
                : state.missed >= MAX_PROBES - 1 ? new Verdict.Vanished() : new Verdict.Unknown()));
        return verdicts;
    }

    /** @return whether some hop answered neither long nor small probes */
    private boolean attempt(Map<Trial, State> states, int attempt) throws PacketPortException {
        List<SizedProbes.Probe> awaited = new ArrayList<>();
        Set<Integer> ttls = new TreeSet<>();
        for (Map.Entry<Trial, State> entry : states.entrySet()) {
            if (entry.getValue().verdict == null) {
                Trial trial = entry.getKey();
                entry.getValue().probes.add(probes.send(trial.ttl, trial.lengthBytes));
                awaited.addAll(entry.getValue().probes);
                ttls.add(trial.ttl);
            }
        }
        Map<Integer, SizedProbes.Probe> controls = new HashMap<>();
        if (attempt > 1) {
            for (int ttl : ttls) {
                controls.put(ttl, probes.send(ttl, probes.smallBytes()));
            }
        }
        awaited.addAll(controls.values());
        probes.await(awaited, () -> takeAnswers(states));
        takeAnswers(states);
        boolean limited = false;
        for (Map.Entry<Trial, State> entry : states.entrySet()) {
            State state = entry.getValue();
            int ttl = entry.getKey().ttl;
            if (state.verdict == null) {
                boolean alive = attempt == 1 || controls.get(ttl).answer() != null || states.entrySet().stream()
                        .anyMatch(other -> other.getKey().ttl == ttl && other.getValue().isAnsweredSince(attempt));
                limited |= !alive;
                state.missed += alive ? 1 : 0;
                if (state.missed >= MAX_PROBES) {
                    state.verdict = new Verdict.Vanished();
                }
            }
        }
        return limited;
    }

    private static boolean isAnyOpen(Map<Trial, State> states) {
        return states.values().stream().anyMatch(state -> state.verdict == null);
    }

    /**
     * Takes over what has been answered. What passes proves that less passes as well, and as far; a "too big" settles longer ones
     * and those to more distant hops.
     *
     * @return whether nothing is open any more
     */
    private boolean takeAnswers(Map<Trial, State> states) {
        for (Map.Entry<Trial, State> entry : states.entrySet()) {
            State state = entry.getValue();
            if (state.verdict == null) {
                state.verdict = state.probes.stream().map(SizedProbes.Probe::answer).filter(Objects::nonNull)
                        .map(this::verdict).filter(Objects::nonNull).findFirst().orElse(null);
            }
            if (state.verdict instanceof Verdict.Passed) {
                states.forEach((other, otherState) -> {
                    if (other.isProvenBy(entry.getKey())) {
                        otherState.verdict = new Verdict.Passed();
                    }
                });
            }
        }
        settleBehindTooBig(states);
        return !isAnyOpen(states);
    }

    private static void settleBehindTooBig(Map<Trial, State> states) {
        states.forEach((near, nearState) -> {
            if (nearState.verdict instanceof Verdict.TooBig) {
                states.forEach((far, farState) -> {
                    if (farState.verdict == null && far.ttl >= near.ttl && far.lengthBytes >= near.lengthBytes) {
                        farState.verdict = nearState.verdict;
                    }
                });
            }
        });
    }

    private Verdict verdict(SizedProbes.Answer answer) {
        if (answer.isTooBig()) {
            return believesTooBig ? new Verdict.TooBig(answer.from(), answer.mtuBytes()) : null;
        }
        // A filter that refuses long packets with another error lets them through no more than one that says nothing.
        return answer.fromTarget() || answer.kind() == ReplyKind.TIME_EXCEEDED ? new Verdict.Passed() : null;
    }
}
