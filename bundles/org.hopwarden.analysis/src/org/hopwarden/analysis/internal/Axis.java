package org.hopwarden.analysis.internal;

import org.hopwarden.analysis.internal.WideSet.Wide;

/**
 * One direction of the space.
 *
 * @param field what is looked at
 * @param part which part of it, counted from 0; 0 for a field that is one axis
 * @param highest the highest value there is
 */
record Axis(Field field, int part, Wide highest) implements Comparable<Axis> {

    static Axis of(Field field) {
        return new Axis(field, 0, field.highest());
    }

    @Override
    public int compareTo(Axis other) {
        int byField = field.compareTo(other.field);
        return byField != 0 ? byField : Integer.compare(part, other.part);
    }
}
