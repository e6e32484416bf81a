package org.hopwarden.probe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.hopwarden.probe.PathLoss.Observation;

/**
 * The likeliest course of the forward loss along a path. It never falls from hop to hop, for a probe to a later hop passes all earlier ones.
 * Each hop gives its answers in one of three ways, whichever explains them best:
 * <ul>
 * <li>plainly: it answers each probe that arrives, and is a witness of the loss;
 * <li>through a token bucket, of which the path has few: routers of one path are often set alike;
 * <li>of its own accord less often than probes arrive, or never: it says nothing of the loss but that it is no greater.
 * </ul>
 * A rise of the loss, a bucket and a hop of the third kind each must explain so much that they are worth assuming.
 */
final class LossModel {

    private static final double[] LEVELS = { 0, 0.005, 0.01, 0.02, 0.03, 0.05, 0.075, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55,
            0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 1 };
    private static final double NEVER = 0.001;
    /** Logarithms of the odds against each. */
    private static final double RISE = 4;
    private static final double OWN_LOSS = 5;
    private static final double BUCKET_OF_HOP = 0.7;
    private static final int MOST_BUCKETS = 3;
    private static final int REFINEMENTS = 12;

    /**
     * What was found.
     *
     * @param forward the forward loss at each hop, 0 to 1
     * @param bucketOdds the logarithm of the odds that a bucket, and nothing else, is why each hop left probes unanswered
     */
    record Course(double[] forward, double[] bucketOdds) {
    }

    /** @param log the likelihoods by hop and level; null for hops that may not have it */
    private record Modelled(LikelyBuckets.Candidate candidate, double[][] log) {
    }

    private final List<Observation> hops;
    private final LikelyBuckets buckets;
    private final double[][] plain;
    private final double[][] own;
    private final List<Modelled> accepted = new ArrayList<>();

    /** @param witness whether the last hop answers without a limit */
    LossModel(List<Observation> hops, boolean witness) {
        this.hops = hops;
        plain = new double[hops.size()][];
        own = new double[hops.size()][];
        for (int i = 0; i < hops.size(); i++) {
            plain[i] = plain(hops.get(i).recent());
            own[i] = own(plain[i]);
        }
        buckets = new LikelyBuckets(hops, witness, hop -> own[hop][0] + OWN_LOSS);
    }

    private static double[] plain(PathLoss.Recent recent) {
        int answered = answered(recent);
        int lost = recent.answered().length - answered;
        return Arrays.stream(LEVELS).map(level -> plain(lost, answered, level)).toArray();
    }

    /** The logarithm of the likelihood that so many of all are lost. */
    static double plain(int lost, int answered, double level) {
        return (lost == 0 ? 0 : lost * Math.log(Math.max(NEVER, level))) + (answered == 0 ? 0 : answered * Math.log(Math.max(NEVER, 1 - level)));
    }

    private static int answered(PathLoss.Recent recent) {
        int answered = 0;
        for (boolean each : recent.answered()) {
            answered += each ? 1 : 0;
        }
        return answered;
    }

    /** The best that a hop does which loses as much as a level, or more. */
    private static double[] own(double[] plain) {
        double[] own = new double[plain.length];
        double best = Double.NEGATIVE_INFINITY;
        for (int level = plain.length - 1; level >= 0; level--) {
            best = Math.max(best, plain[level]);
            own[level] = best - OWN_LOSS;
        }
        return own;
    }

    Course course() {
        int[] levels = new int[hops.size()];
        double score = best(levels);
        double spent = 0;
        List<Modelled> candidates = new ArrayList<>();
        buckets.candidates().forEach(candidate -> candidates.add(new Modelled(candidate, likelihoods(candidate))));
        for (Modelled best = null; accepted.size() < MOST_BUCKETS; best = null) {
            double most = score;
            for (Modelled candidate : candidates) {
                accepted.add(candidate);
                int[] with = new int[hops.size()];
                double better = best(with) - spent - candidate.candidate.cost();
                accepted.removeLast();
                if (better > most) {
                    best = candidate;
                    most = better;
                    levels = with;
                }
            }
            if (best == null) {
                break;
            }
            accepted.add(best);
            candidates.remove(best);
            spent += best.candidate.cost();
            score = most;
        }
        return new Course(refined(levels), odds(levels));
    }

    /** The likeliest levels. @param levels takes them @return the logarithm of their likelihood */
    private double best(int[] levels) {
        int count = LEVELS.length;
        int[][] from = new int[hops.size()][count];
        double[] before = new double[count];
        Arrays.fill(before, 1, count, -RISE);
        for (int hop = 0; hop < hops.size(); hop++) {
            double[] here = new double[count];
            double lower = Double.NEGATIVE_INFINITY;
            int lowerLevel = 0;
            for (int level = 0; level < count; level++) {
                boolean rises = hop > 0 && lower - RISE > before[level];
                from[hop][level] = rises ? lowerLevel : level;
                here[level] = (rises ? lower - RISE : before[level]) + explained(hop, level);
                if (before[level] > lower) {
                    lower = before[level];
                    lowerLevel = level;
                }
            }
            before = here;
        }
        int last = 0;
        for (int level = 1; level < count; level++) {
            last = before[level] > before[last] + 1e-9 ? level : last;
        }
        double score = hops.isEmpty() ? 0 : before[last];
        for (int hop = hops.size() - 1; hop >= 0; hop--) {
            levels[hop] = last;
            last = from[hop][last];
        }
        return score;
    }

    private double explained(int hop, int level) {
        return Math.max(unlimited(hop, level), limited(hop, level));
    }

    private double unlimited(int hop, int level) {
        return Math.max(plain[hop][level], own[hop][level]);
    }

    private double limited(int hop, int level) {
        double best = Double.NEGATIVE_INFINITY;
        for (Modelled each : accepted) {
            best = each.log[hop] == null ? best : Math.max(best, each.log[hop][level] - BUCKET_OF_HOP);
        }
        return best;
    }

    private double[][] likelihoods(LikelyBuckets.Candidate candidate) {
        double[][] likelihoods = new double[hops.size()][];
        for (int hop = 0; hop < hops.size(); hop++) {
            if (buckets.mayHave(hop)) {
                BucketLikelihood likelihood = buckets.likelihood(candidate, hop);
                likelihoods[hop] = Arrays.stream(LEVELS).map(likelihood::log).toArray();
            }
        }
        return likelihoods;
    }

    private double[] odds(int[] levels) {
        double[] odds = new double[hops.size()];
        for (int hop = 0; hop < odds.length; hop++) {
            odds[hop] = limited(hop, levels[hop]) - unlimited(hop, levels[hop]);
        }
        return odds;
    }

    /** Each run of hops of one level gets the loss that explains it best. */
    private double[] refined(int[] levels) {
        double[] forward = new double[levels.length];
        double least = 0;
        for (int start = 0, end; start < levels.length; start = end) {
            end = start + 1;
            while (end < levels.length && levels[end] == levels[start]) {
                end++;
            }
            least = Math.max(least, refined(start, end, levels[start]));
            Arrays.fill(forward, start, end, least);
        }
        for (int hop = 0; hop < forward.length; hop++) {
            boolean allAnswered = hops.subList(hop, hops.size()).stream().anyMatch(each -> each.lost() == 0 && each.answered() > 0);
            forward[hop] = allAnswered ? 0 : forward[hop];
        }
        return forward;
    }

    private double refined(int start, int end, int level) {
        long lost = 0;
        long all = 0;
        List<BucketLikelihood> limited = new ArrayList<>();
        for (int hop = start; hop < end; hop++) {
            Observation seen = hops.get(hop);
            double best = limited(hop, level);
            if (best > unlimited(hop, level)) {
                for (Modelled each : accepted) {
                    if (each.log[hop] != null && each.log[hop][level] - BUCKET_OF_HOP == best) {
                        limited.add(buckets.likelihood(each.candidate, hop));
                        break;
                    }
                }
            } else if (plain[hop][level] >= own[hop][level]) {
                lost += seen.lost();
                all += seen.lost() + seen.answered();
            }
        }
        if (limited.isEmpty() || level == 0) {
            return all == 0 ? LEVELS[level] : (double) lost / all;
        }
        double low = LEVELS[level - 1];
        double high = LEVELS[Math.min(level + 1, LEVELS.length - 1)];
        for (int i = 0; i < REFINEMENTS; i++) {
            double third = (high - low) / 3;
            if (log(limited, lost, all, low + third) < log(limited, lost, all, high - third)) {
                low += third;
            } else {
                high -= third;
            }
        }
        return (low + high) / 2;
    }

    private static double log(List<BucketLikelihood> limited, long lost, long all, double loss) {
        double sum = lost * Math.log(Math.max(NEVER, loss)) + (all - lost) * Math.log(Math.max(NEVER, 1 - loss));
        for (BucketLikelihood each : limited) {
            sum += each.log(loss);
        }
        return sum;
    }
}
