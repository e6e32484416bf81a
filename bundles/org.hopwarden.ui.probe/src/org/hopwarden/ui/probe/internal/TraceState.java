package org.hopwarden.ui.probe.internal;

import java.util.Locale;

import org.hopwarden.ui.probe.internal.OpenTrace.Snapshot;

/** What a trace has come to, at a glance: each has its own icon. */
enum TraceState {
    RUNNING, PAUSED, REACHED, MISSED, STOPPED, FAILED;

    static TraceState of(OpenTrace trace) {
        return trace.isRunning() ? trace.isPaused() ? PAUSED : RUNNING : of(trace.snapshot());
    }


    static TraceState of(Snapshot snapshot) {
        return switch (snapshot.status()) {
            case RUNNING -> RUNNING;
            // A watch has no other end than being stopped.
            case CANCELLED -> !snapshot.spec().isWatched() || snapshot.trace() == null ? STOPPED
                    : snapshot.trace().reached() ? REACHED : MISSED;
            case FAILED -> FAILED;
            case DONE -> snapshot.trace().reached() ? REACHED : MISSED;
        };
    }

    /** For people. */
    String word() {
        return switch (this) {
            case RUNNING -> "Running";
            case PAUSED -> "Paused";
            case REACHED -> "Reached";
            case MISSED -> "Not reached";
            case STOPPED -> "Stopped";
            case FAILED -> "Failed";
        };
    }

    /** The file name of its icon. */
    String icon() {
        return "icons/" + name().toLowerCase(Locale.ROOT) + ".svg";
    }
}
