package org.hopwarden.lab.internal;

import java.time.Duration;

import org.hopwarden.lab.Delay;

/**
 * Draws the delays of one direction of a link, in nanoseconds. Logarithms and the like come from {@link StrictMath}, so that the same
 * seed gives the same delays on every machine.
 */
interface DelaySampler {

    double LONGEST_NANOS = Duration.ofHours(1).toNanos();

    long nextNanos(RandomStream random);

    static DelaySampler of(Delay delay) {
        return switch (delay) {
            case Delay.Constant constant -> constant(constant.delay().toNanos());
            case Delay.Uniform uniform -> uniform(uniform.least().toNanos(), uniform.most().toNanos());
            case Delay.Normal normal -> normal(normal);
            case Delay.LogNormal logNormal -> logNormal(logNormal);
            case Delay.Pareto pareto -> pareto(pareto);
            case Delay.Empirical empirical -> empirical(empirical);
        };
    }

    private static DelaySampler constant(long nanos) {
        return _ -> nanos;
    }

    private static DelaySampler uniform(long least, long most) {
        return least == most ? constant(least) : random -> least + (long) (random.nextShare() * (most - least));
    }

    private static DelaySampler normal(Delay.Normal delay) {
        double mean = delay.mean().toNanos();
        double deviation = delay.deviation().toNanos();
        long least = delay.least().toNanos();
        return random -> bounded(mean + deviation * random.nextGaussian(), least);
    }

    private static DelaySampler logNormal(Delay.LogNormal delay) {
        long least = delay.least().toNanos();
        double mean = delay.mean().toNanos() - least;
        double deviation = delay.deviation().toNanos();
        if (mean == 0) {
            return constant(least);
        }
        // The parameters of the logarithm that give this mean and deviation.
        double variance = StrictMath.log1p(deviation * deviation / (mean * mean));
        double middle = StrictMath.log(mean) - variance / 2;
        double spread = StrictMath.sqrt(variance);
        return random -> bounded(least + StrictMath.exp(middle + spread * random.nextGaussian()), least);
    }

    private static DelaySampler pareto(Delay.Pareto delay) {
        double least = delay.least().toNanos();
        double most = delay.most().toNanos();
        double power = -1 / delay.shape();
        return random -> (long) Math.min(most, least * StrictMath.pow(1 - random.nextShare(), power));
    }

    private static DelaySampler empirical(Delay.Empirical delay) {
        long[] values = delay.values().stream().mapToLong(Duration::toNanos).toArray();
        return random -> values[(int) (random.nextShare() * values.length)];
    }

    private static long bounded(double nanos, long least) {
        return Math.max(least, (long) Math.min(nanos, LONGEST_NANOS));
    }
}
