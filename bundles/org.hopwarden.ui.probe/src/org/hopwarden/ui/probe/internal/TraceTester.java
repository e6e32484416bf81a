package org.hopwarden.ui.probe.internal;

import org.eclipse.core.expressions.PropertyTester;
import org.hopwarden.probe.Trace.Status;

/** Lets commands ask what the tab in front holds: {@code known} once there are results, {@code running}, {@code ended}. */
public final class TraceTester extends PropertyTester {

    static final String PROPERTY = "org.hopwarden.ui.probe.trace";

    @Override
    public boolean test(Object receiver, String property, Object[] arguments, Object expected) {
        return receiver instanceof TraceEditor editor && editor.openTrace().map(OpenTrace::snapshot)
                .map(snapshot -> switch (String.valueOf(expected)) {
                    case "known" -> snapshot.trace() != null;
                    case "running" -> snapshot.status() == Status.RUNNING;
                    case "ended" -> snapshot.status() != Status.RUNNING;
                    default -> false;
                }).orElse(false);
    }
}
