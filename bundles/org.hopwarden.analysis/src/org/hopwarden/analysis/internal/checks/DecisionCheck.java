package org.hopwarden.analysis.internal.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.hopwarden.analysis.CheckedPolicy;
import org.hopwarden.analysis.Decision;
import org.hopwarden.analysis.Finding;
import org.hopwarden.analysis.PolicyCheck;
import org.hopwarden.analysis.Severity;
import org.hopwarden.analysis.Witness;
import org.hopwarden.engine.Direction;

/** A check that asks a policy what it does to certain packets. */
abstract class DecisionCheck implements PolicyCheck {

    private final String id;
    private final String description;

    DecisionCheck(String id, String description) {
        this.id = id;
        this.description = description;
    }

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final String description() {
        return description;
    }

    @Override
    public final List<Finding> find(CheckedPolicy policy) {
        List<Finding> findings = new ArrayList<>();
        policy.decisions().forEach(decision -> find(decision, findings));
        return findings;
    }

    abstract void find(Decision decision, List<Finding> findings);

    final Finding finding(Decision decision, Severity severity, String message, Witness witness) {
        return new Finding(id, severity, decision.chain(), 0, message, List.of(), witness, null);
    }

    /** The directions in which packets come towards those that the policy protects; one where all are decided alike. */
    static List<Direction> inward(Decision decision) {
        return decision.chain() != null ? List.of(Direction.IN)
                : Stream.of(Direction.IN, Direction.FORWARD).filter(decision.directions()::contains).toList();
    }
}
