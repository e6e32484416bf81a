package org.hopwarden.probe;

/**
 * How many flows a multipath trace asks at each hop. Both find all that there is, with the confidence asked for, where routers
 * share flows out evenly.
 */
public enum MultipathAlgorithm {
    /**
     * MDA-Lite (Vermeulen et al., "Multilevel MDA-Lite Paris Traceroute", IMC 2018): a hop is taken as a whole, and flows that are
     * known from the hop before are used again. Where a hop turns out to be meshed or uneven, MDA takes over.
     */
    MDA_LITE("mda-lite"),
    /**
     * MDA (Augustin et al., "Multipath tracing with Paris traceroute", E2EMON 2007): each node on its own is asked with as many
     * flows as rule out one more successor, and flows are sought that lead through it.
     */
    MDA("mda");

    private final String id;

    MultipathAlgorithm(String id) {
        this.id = id;
    }

    /** The name on the command line and in JSON. */
    public String id() {
        return id;
    }

    /**
     * The algorithm of this {@link #id}.
     *
     * @throws IllegalArgumentException if there is none; the message names those that there are
     */
    public static MultipathAlgorithm ofId(String id) {
        for (MultipathAlgorithm algorithm : values()) {
            if (algorithm.id.equals(id)) {
                return algorithm;
            }
        }
        throw new IllegalArgumentException("unknown multipath algorithm '" + id + "'; there are: mda-lite, mda");
    }
}
