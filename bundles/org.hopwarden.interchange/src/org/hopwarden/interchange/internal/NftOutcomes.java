package org.hopwarden.interchange.internal;

import java.util.List;
import java.util.Map;

import org.hopwarden.interchange.internal.NftTable.End;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.Rule;

/** How a table says what becomes of a packet, at a rule that decides and at the end of a chain. */
interface NftOutcomes {

    /**
     * What stands behind the conditions of a rule that decides.
     *
     * @param number of the rule in its chain, counted from 1
     * @param tcp whether it is for TCP alone, of both versions
     */
    String ofRule(Chain chain, int number, Rule rule, boolean tcp);

    /** The same as a value of a verdict map. Equal texts have the same effect, so that either rule may have a packet of both. */
    String ofElement(Chain chain, int number, Rule rule);

    /** What stands at the end of a chain. */
    String ofEnd(Chain chain, End end);

    /** Whether what is said here logs packets where the rule wants that. */
    boolean logs();

    /** Whether long runs of rules become trees, which are larger than sets and faster. */
    boolean trees();

    /** What all this depends on beside rule and chain; equal for the same. */
    Object scope();

    /** The chains that were used, with their rules. */
    Map<String, List<String>> chains();
}
