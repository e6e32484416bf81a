package org.hopwarden.lab.internal;

import java.util.ArrayList;
import java.util.List;

import org.hopwarden.lab.TopologyException;
import org.hopwarden.lab.TopologyProblem;
import org.tomlj.TomlPosition;

/** Collects what is wrong in one file, so that a user sees everything at once. */
final class Problems {

    private final String file;
    private final List<TopologyProblem> list = new ArrayList<>();

    Problems(String file) {
        this.file = file;
    }

    void add(TomlPosition at, String message, String remedy) {
        list.add(new TopologyProblem(file, at.line(), at.column(), message, remedy));
    }

    boolean isEmpty() {
        return list.isEmpty();
    }

    void throwIfAny() throws TopologyException {
        if (!list.isEmpty()) {
            throw new TopologyException(list);
        }
    }
}
