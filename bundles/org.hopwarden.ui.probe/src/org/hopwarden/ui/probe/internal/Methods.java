package org.hopwarden.ui.probe.internal;

import java.util.List;

import org.hopwarden.probe.ProbeMethod;
import org.hopwarden.probe.ProbeMethods;

/** The probe methods, looked up once: the window asks for their names often, and looking for providers reads files. */
final class Methods {

    private static final List<ProbeMethod> ALL = List.copyOf(ProbeMethods.all());

    private Methods() {
    }

    static List<ProbeMethod> all() {
        return ALL;
    }

    /** The name for people; the id of a method that is not there any more. */
    static String label(String id) {
        return ALL.stream().filter(method -> method.id().equals(id)).map(ProbeMethod::label).findFirst().orElse(id);
    }
}
