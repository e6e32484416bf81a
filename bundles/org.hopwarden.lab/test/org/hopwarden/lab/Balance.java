package org.hopwarden.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** The invariant of every network: nothing vanishes without a reason. */
final class Balance {

    private Balance() {
    }

    static void check(SimulatedNetwork network, String hint) {
        NetworkStatistics statistics = network.statistics();
        assertEquals(statistics.sent(), statistics.delivered() + statistics.totalDropped() + statistics.inFlight(),
                hint + ": " + statistics);
    }
}
