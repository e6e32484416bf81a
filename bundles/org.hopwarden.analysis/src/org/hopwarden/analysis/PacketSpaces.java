package org.hopwarden.analysis;

import java.util.List;

import org.hopwarden.analysis.internal.Space;
import org.hopwarden.analysis.internal.Spaces;
import org.hopwarden.engine.Verdict.Kind;
import org.hopwarden.engine.PolicyCompileException;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.PolicyProblem;
import org.hopwarden.rulemodel.PolicyProblems;
import org.hopwarden.rulemodel.Rule;

/**
 * The spaces of packets that some policies can tell apart. The policies must not be changed while their spaces are in use.
 */
public final class PacketSpaces {

    private final Spaces spaces;

    private PacketSpaces(List<Policy> policies) {
        spaces = new Spaces(policies);
    }

    /**
     * The spaces of these policies.
     *
     * @throws PolicyCompileException if one of them has problems
     */
    public static PacketSpaces of(Policy... policies) throws PolicyCompileException {
        for (Policy policy : policies) {
            List<PolicyProblem> problems = PolicyProblems.of(policy);
            if (!problems.isEmpty()) {
                throw new PolicyCompileException(problems);
            }
        }
        return new PacketSpaces(List.of(policies));
    }

    /** All packets. */
    public PacketSpace all() {
        return new PacketSpace(spaces.all());
    }

    /** No packet. */
    public PacketSpace none() {
        return new PacketSpace(new Space(spaces));
    }

    /** The packets that meet the conditions of a rule of one of the policies. None where it is not enabled. */
    public PacketSpace matching(Rule rule) {
        return new PacketSpace(spaces.matching(rule));
    }

    /** The packets to which one of the policies gives a verdict. */
    public PacketSpace decided(Policy policy, Kind kind) {
        return new PacketSpace(spaces.decided(policy, kind));
    }
}
