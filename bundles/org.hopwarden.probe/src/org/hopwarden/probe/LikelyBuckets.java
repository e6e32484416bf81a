package org.hopwarden.probe;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.hopwarden.probe.LimitTest.Bucket;
import org.hopwarden.probe.PathLoss.Observation;

/**
 * Which token buckets the routers of a path may have: the few of {@link LimitTest#BUCKETS} that explain the answers of all hops together best.
 * Each is tried full at the first probe, and as empty as an earlier watch has left it.
 */
final class LikelyBuckets {

    private static final double[] COARSE = { 0, 0.15, 0.3, 0.5 };
    /** Logarithms of the odds against a bucket of the path, and against one that was not full. */
    private static final double BUCKET_OF_PATH = 2 + Math.log(LimitTest.BUCKETS.size());
    private static final double NOT_FULL = 3;
    private static final int TRIED = 4;
    /** Of those that were not full at first. */
    private static final int TRIED_USED = 2;
    private static final int ROUGH_OF_TRIED = 3;
    /** What an answer without a token costs, as a logarithm. */
    private static final double UNEXPLAINED = 6;

    /**
     * A bucket that routers of the path may have.
     *
     * @param startTokens about how full it was at the first probe
     */
    record Candidate(Bucket bucket, double startTokens) {

        /** A bucket that was not full has one thing more to be assumed. */
        double cost() {
            return BUCKET_OF_PATH + (startTokens < bucket.burst() ? NOT_FULL : 0);
        }
    }

    private final List<Observation> hops;
    private final boolean witness;
    private final IntToDoubleFunction plain;

    /**
     * @param witness whether the last hop answers without a limit
     * @param plain the logarithm of the likelihood of each hop's answers without a bucket
     */
    LikelyBuckets(List<Observation> hops, boolean witness, IntToDoubleFunction plain) {
        this.hops = hops;
        this.witness = witness;
        this.plain = plain;
    }

    private record Scored(Candidate candidate, double gain) {

        private static Stream<Candidate> best(Stream<Scored> scored, int most) {
            return scored.filter(each -> each.gain > BUCKET_OF_PATH / 2)
                    .sorted(Comparator.comparingDouble(Scored::gain).reversed()).limit(most).map(Scored::candidate);
        }
    }

    /** The buckets that are worth trying, the best first: those that gain most with all hops together. */
    List<Candidate> candidates() {
        int[] limitable = IntStream.range(0, hops.size()).filter(this::mayHave).toArray();
        if (limitable.length == 0) {
            return List.of();
        }
        Stream<Candidate> full = best(limitable, Bucket::burst, TRIED);
        Stream<Candidate> asFirstHop = best(limitable, bucket -> leastStart(bucket, limitable[0]), TRIED_USED);
        Stream<Candidate> asMostHops = best(limitable, bucket -> Arrays.stream(limitable).mapToDouble(hop -> leastStart(bucket, hop)).sorted()
                .toArray()[limitable.length / 2], TRIED_USED);
        return Stream.of(full, asFirstHop, asMostHops).flatMap(each -> each).distinct().toList();
    }

    /** @param start how full each bucket is taken to have been at the first probe, in tokens */
    private Stream<Candidate> best(int[] limitable, ToDoubleFunction<Bucket> start, int tried) {
        Stream<Candidate> all = LimitTest.BUCKETS.stream().map(bucket -> new Candidate(bucket, start.applyAsDouble(bucket)));
        Stream<Candidate> rough = Scored.best(all.map(candidate -> new Scored(candidate,
                gain(limitable, hop -> rough(candidate, hops.get(hop).recent())))), ROUGH_OF_TRIED * tried);
        return Scored.best(rough.map(candidate -> new Scored(candidate, gain(limitable, hop -> {
            BucketLikelihood likelihood = likelihood(candidate, hop);
            return Arrays.stream(COARSE).map(likelihood::log).max().orElseThrow();
        }))), tried);
    }

    private double leastStart(Bucket bucket, int hop) {
        PathLoss.Recent recent = hops.get(hop).recent();
        return bucket.leastStart(recent.sentNanos(), recent.answered());
    }

    private double gain(int[] limitable, IntToDoubleFunction log) {
        return Arrays.stream(limitable).mapToDouble(hop -> Math.max(0, log.applyAsDouble(hop) - plain.applyAsDouble(hop))).sum();
    }

    /** How well a bucket explains a hop at the best, if all loss falls before the router. */
    private static double rough(Candidate candidate, PathLoss.Recent recent) {
        Bucket bucket = candidate.bucket;
        double start = recent.rested() ? candidate.startTokens : bucket.leastStart(recent.sentNanos(), recent.answered());
        LimitTest.Fit fit = bucket.fit(recent.sentNanos(), recent.answered(), start);
        int all = fit.clearLost() + fit.clearAnswered();
        return (all == 0 ? 0 : LossModel.plain(fit.clearLost(), fit.clearAnswered(), (double) fit.clearLost() / all)) - UNEXPLAINED * fit.emptyAnswered();
    }

    /** Whether a hop's silence can be that of a bucket. */
    boolean mayHave(int hop) {
        Observation seen = hops.get(hop);
        return seen.limitable() && seen.lost() > 0 && seen.answered() > 0 && isSilenceItsOwn(hop);
    }

    /** A path that went down looks like a bucket that is used up: unless something behind it still answers, or it filled again. */
    private boolean isSilenceItsOwn(int hop) {
        if (!witness) {
            return true;
        }
        PathLoss.Recent recent = hops.get(hop).recent();
        long lastAnswer = Long.MIN_VALUE;
        long firstLoss = Long.MAX_VALUE;
        for (int i = recent.answered().length - 1; i >= 0; i--) {
            lastAnswer = recent.answered()[i] ? Math.max(lastAnswer, recent.sentNanos()[i]) : lastAnswer;
            firstLoss = recent.answered()[i] ? firstLoss : recent.sentNanos()[i];
        }
        if (lastAnswer > firstLoss) {
            return true;
        }
        for (Observation later : hops.subList(hop + 1, hops.size())) {
            for (int i = 0; i < later.recent().answered().length; i++) {
                if (later.recent().answered()[i] && later.recent().sentNanos()[i] > firstLoss) {
                    return true;
                }
            }
        }
        return false;
    }

    BucketLikelihood likelihood(Candidate candidate, int hop) {
        return new BucketLikelihood(candidate.bucket, candidate.startTokens, hops.get(hop).recent(), hop == hops.size() - 1);
    }
}
