package org.hopwarden.lab.internal;

/**
 * A small stream of random numbers (SplitMix64, Steele, Lea and Flood 2014). Written out here because results must stay the
 * same from one Java version to the next, which no library class promises.
 */
final class RandomStream {

    private static final long GOLDEN = 0x9e37_79b9_7f4a_7c15L;

    private long state;

    RandomStream(long seed) {
        state = seed;
    }

    long next() {
        state += GOLDEN;
        return mix(state);
    }

    /** Evenly spread in 0 (included) to 1 (excluded). */
    double nextShare() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    /** From the bell curve with mean 0 and deviation 1 (Box and Muller 1958, one of the pair). */
    double nextGaussian() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - nextShare()));
        return radius * StrictMath.cos(2 * Math.PI * nextShare());
    }

    /** A number that depends on every bit of the given one. */
    static long mix(long z) {
        z = (z ^ z >>> 30) * 0xbf58_476d_1ce4_e5b9L;
        z = (z ^ z >>> 27) * 0x94d0_49bb_1331_11ebL;
        return z ^ z >>> 31;
    }

    /** A seed for one part of a whole that has a seed. */
    static long derive(long seed, String part) {
        long derived = mix(seed + GOLDEN);
        for (int i = 0; i < part.length(); i++) {
            derived = mix(derived + GOLDEN + part.charAt(i));
        }
        return derived;
    }
}
