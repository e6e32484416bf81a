package org.hopwarden.engine;

import java.util.Arrays;

import org.hopwarden.engine.Verdict.Kind;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.ChainEnd;
import org.hopwarden.rulemodel.LogMode;
import org.hopwarden.rulemodel.Policy;

/** How a decision is written as one number, at least 0: the slot of what decided, whether to log, and the kind. */
final class Decision {

    static final int NOT_IP_SLOT = 0;
    /** That of the policy's default for the first direction; those for the others follow. */
    static final int FIRST_DEFAULT_SLOT = 1;
    /** The first that chains and their rules have. */
    static final int FIRST_CHAIN_SLOT = FIRST_DEFAULT_SLOT + Direction.values().length;

    /** A packet that is none: {@link Kind#NONE}. */
    static final int NOT_IP = 0;
    static final int LOGGED = 8;

    private static final int KIND_MASK = 7;
    private static final int SLOT_SHIFT = 4;
    private static final Kind[] KINDS = Kind.values();
    private static final int ALLOW = Kind.ALLOW.ordinal();
    private static final int DENY = Kind.DENY.ordinal();
    private static final int REJECT = Kind.REJECT.ordinal();
    private static final int ASK = Kind.ASK.ordinal();

    private Decision() {
    }

    private static int of(int slot, Kind kind, boolean logged) {
        return slot << SLOT_SHIFT | (logged ? LOGGED : 0) | kind.ordinal();
    }

    /** What a rule decides where it does. */
    static int ofRule(SlotRule placed) {
        return of(placed.slot, Verdicts.kind(placed.rule.getAction()), placed.rule.getLog() != LogMode.NONE);
    }

    /** What a policy's defaults decide, for each direction. */
    static int[] ofDefaults(Policy policy) {
        int[] defaults = new int[Direction.values().length];
        for (Direction direction : Direction.values()) {
            defaults[direction.ordinal()] = of(FIRST_DEFAULT_SLOT + direction.ordinal(), Verdicts.ofDefault(policy, direction).kind(),
                    false);
        }
        return defaults;
    }

    /** What a chain's end decides, for each direction. */
    static int[] ofEnd(Policy policy, Chain settings, int slot) {
        int[] ends = ofDefaults(policy);
        if (settings.getEnd() == ChainEnd.ALLOW || settings.getEnd() == ChainEnd.DENY) {
            Arrays.fill(ends, of(slot, Verdicts.ofEnd(policy, settings, Direction.FORWARD).kind(), false));
        }
        return ends;
    }

    static Kind kind(int decision) {
        return KINDS[decision & KIND_MASK];
    }

    static boolean isAllow(int decision) {
        return (decision & KIND_MASK) == ALLOW;
    }

    static boolean isAsk(int decision) {
        return (decision & KIND_MASK) == ASK;
    }

    /** Whether it denies or rejects. */
    static boolean isDrop(int decision) {
        int kind = decision & KIND_MASK;
        return kind == DENY || kind == REJECT;
    }

    static boolean isLogged(int decision) {
        return (decision & LOGGED) != 0;
    }

    static int slot(int decision) {
        return decision >>> SLOT_SHIFT;
    }
}
