package org.hopwarden.engine.internal;

import java.security.SecureRandom;

/**
 * A hash of a few numbers that nobody outside can foresee, so that nobody can fill one place of a table: multilinear over words of 32 bits with
 * random factors of 64, of which the upper half is taken. Any two different inputs meet with a probability of 2^-32, whatever they are
 * (Thorup, "High Speed Hashing for Integers and Strings", section 3; Lemire and Kaser, "Strongly universal string hashing is fast", 2014).
 * Safe for use by several threads.
 */
public final class SecretHash {

    private static final int MOST_LONGS = 5;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final long[] factors = new long[1 + 2 * MOST_LONGS];

    public SecretHash() {
        for (int i = 0; i < factors.length; i++) {
            factors[i] = RANDOM.nextLong();
        }
    }

    public int of(long one) {
        return spread((int) (factors[0] + times(one, 1) >>> 32));
    }

    public int of(long one, long two, long three, long four, long five) {
        return spread((int) (factors[0] + times(one, 1) + times(two, 3) + times(three, 5) + times(four, 7) + times(five, 9) >>> 32));
    }

    /**
     * One to one, so that no more values meet than before. The sum rises evenly with addresses one behind the other, which so come to few of the parts of a table
     * (steps and factors: Appleby's MurmurHash3, public domain).
     */
    private static int spread(int sum) {
        int hash = (sum ^ sum >>> 16) * 0x85eb_ca6b;
        hash = (hash ^ hash >>> 13) * 0xc2b2_ae35;
        return hash ^ hash >>> 16;
    }

    private long times(long value, int at) {
        return factors[at] * (value & 0xffff_ffffL) + factors[at + 1] * (value >>> 32);
    }
}
