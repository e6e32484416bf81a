package org.hopwarden.ui.rules.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.hopwarden.enforce.DropReason;
import org.hopwarden.enforce.EnforcementStatistics;
import org.hopwarden.enforce.TopTalkers;
import org.hopwarden.enforce.VerdictStream;
import org.hopwarden.engine.CompiledPolicy;
import org.hopwarden.engine.connections.ConnectionList;

/**
 * What an enforcement shows at a moment.
 *
 * @param policy that decides, to which the counts of rules belong
 * @param verdicts since the last look
 * @param lost how many packets were gone before they were seen
 * @param note what else is to be known; may be empty
 * @param talkers by what was wanted, the first with most packets
 * @param sampled whether their counts are estimates
 * @param connections empty where they were not wanted
 * @param nanos when, by {@link System#nanoTime}
 */
record Look(CompiledPolicy policy, EnforcementStatistics statistics, VerdictStream.Batch verdicts, long lost, String note,
        Map<DropReason, Long> drops, List<TopTalkers.Talker> talkers, boolean sampled, Optional<ConnectionList> connections, long nanos) {

    /**
     * What is to be looked at.
     *
     * @param connections whether they are wanted: to list them takes time
     */
    record Wanted(TopTalkers.By talkers, boolean connections) {
    }
}
