package org.hopwarden.lab;

import java.util.List;
import java.util.stream.Collectors;

/** A topology file cannot be used. Holds every problem that was found in it, in the order of the file. */
public final class TopologyException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<TopologyProblem> problems;

    /** @param problems at least one */
    public TopologyException(List<TopologyProblem> problems) {
        super(problems.stream().sorted().map(TopologyProblem::toString).collect(Collectors.joining("\n")));
        if (problems.isEmpty()) {
            throw new IllegalArgumentException("a topology without problems is no failure");
        }
        this.problems = problems.stream().sorted().toList();
    }

    /** What is wrong, in the order of the file; at least one. */
    public List<TopologyProblem> problems() {
        return problems;
    }
}
