package org.hopwarden.rulemodel;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.emf.ecore.EObject;

/** The problems found so far, and the element that is looked at. */
final class ProblemList {

    private final List<PolicyProblem> problems = new ArrayList<>();
    private EObject element;
    private String place;

    void at(EObject where, String words) {
        element = where;
        place = words;
    }

    void add(String message) {
        problems.add(new PolicyProblem(element, place, message));
    }

    boolean need(Object value, String what) {
        if (value == null) {
            add(what + " is missing");
        }
        return value != null;
    }

    boolean needText(String value, String what) {
        return need(value == null || value.isBlank() ? null : value, what);
    }

    void checkNumber(Integer value, int highest, String what) {
        if (value != null && (value < 0 || value > highest)) {
            add(what + " lies in 0.." + highest + ", not " + value);
        }
    }

    void checkNumbers(NumberSet numbers, int highest, String what) {
        if (numbers != null && numbers.ranges().stream().anyMatch(range -> range.high() > highest)) {
            add(what + " lies in 0.." + highest + ", not " + numbers);
        }
    }

    List<PolicyProblem> all() {
        return List.copyOf(problems);
    }
}
