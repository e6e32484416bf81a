package org.hopwarden.ui.probe.internal;

import org.eclipse.core.expressions.PropertyTester;

/** Lets commands ask what the tab in front holds: {@code known} once there are results, {@code running}, {@code ended}, {@code watched}, {@code watching}. */
public final class TraceTester extends PropertyTester {

    static final String PROPERTY = "org.hopwarden.ui.probe.trace";

    @Override
    public boolean test(Object receiver, String property, Object[] arguments, Object expected) {
        return receiver instanceof TraceEditor editor && editor.openTrace().map(trace -> switch (String.valueOf(expected)) {
            case "known" -> trace.snapshot().trace() != null;
            case "running" -> trace.isRunning();
            case "ended" -> !trace.isRunning();
            case "watched" -> trace.spec().isWatched();
            case "watching" -> trace.spec().isWatched() && trace.isRunning();
            default -> false;
        }).orElse(false);
    }
}
