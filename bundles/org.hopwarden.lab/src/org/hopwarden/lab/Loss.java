package org.hopwarden.lab;

/** Which packets a link loses in one direction. */
public sealed interface Loss {

    Loss NONE = new Random(0);

    /** The share of packets that is lost in the long run, 0 to 1. */
    double share();

    /** Each packet by its own chance. */
    record Random(double share) implements Loss {

        public Random {
            requireShare(share);
        }
    }

    /**
     * In bursts, by the model of Gilbert and Elliott: the link is in its good or in its bad state, at first in the good one, and
     * may change before each packet.
     *
     * @param toBad the chance to change from good to bad, 0 to 1
     * @param toGood the chance to change from bad to good, more than 0 to 1
     * @param lossGood the share lost in the good state, 0 to 1
     * @param lossBad the share lost in the bad state, 0 to 1
     */
    record Bursts(double toBad, double toGood, double lossGood, double lossBad) implements Loss {

        public Bursts {
            requireShare(toBad);
            requireShare(toGood);
            requireShare(lossGood);
            requireShare(lossBad);
            if (toGood == 0) {
                throw new IllegalArgumentException("a link that never recovers has no share of bad times");
            }
        }

        @Override
        public double share() {
            double bad = toBad / (toBad + toGood);
            return bad * lossBad + (1 - bad) * lossGood;
        }
    }

    private static void requireShare(double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("a share lies in 0..1, not " + share);
        }
    }
}
