package org.hopwarden.engine;

import static java.util.Objects.requireNonNull;

import org.hopwarden.rulemodel.Action;
import org.hopwarden.rulemodel.ChainEnd;
import org.hopwarden.rulemodel.Rule;

/**
 * A small change of a policy in force, for {@link LivePolicy#edit}. Chains are named, rules are counted from 1. Rules and actions
 * are copied, so that later changes of them do not matter; what they use (objects, applications, schedules, chains) is found in the
 * policy in force by its name.
 */
public sealed interface PolicyEdit {

    /** The name of the chain that is edited. */
    String chain();

    /**
     * Puts a rule in, which gets a new slot.
     *
     * @param number which it is to have, 1 to one more than there are rules
     */
    record Insert(String chain, int number, Rule rule) implements PolicyEdit {

        public Insert {
            requireNonNull(rule, "rule");
        }
    }

    /** Takes a rule out. Its slot stays, and counts nothing any more. */
    record Remove(String chain, int number) implements PolicyEdit {
    }

    /**
     * Gives a rule another place in its chain. It keeps its slot.
     *
     * @param to the number that it has afterwards
     */
    record Move(String chain, int number, int to) implements PolicyEdit {
    }

    /** Puts another rule in a rule's place, with a new slot. */
    record Replace(String chain, int number, Rule rule) implements PolicyEdit {

        public Replace {
            requireNonNull(rule, "rule");
        }
    }

    /** Enables a rule, or switches it off. It keeps its slot, and what its rates have counted. */
    record Enable(String chain, int number, boolean enabled) implements PolicyEdit {
    }

    /** Lets a rule do something else. It gets a new slot, as what was counted before was done with other packets. */
    record ChangeAction(String chain, int number, Action action) implements PolicyEdit {

        public ChangeAction {
            requireNonNull(action, "action");
        }
    }

    /** Lets the end of a chain decide otherwise. It keeps its slot. */
    record ChangeEnd(String chain, ChainEnd end) implements PolicyEdit {

        public ChangeEnd {
            requireNonNull(end, "end");
        }
    }
}
