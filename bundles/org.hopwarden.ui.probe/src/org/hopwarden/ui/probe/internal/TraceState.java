package org.hopwarden.ui.probe.internal;

import java.util.Locale;

import org.hopwarden.ui.probe.internal.OpenTrace.Snapshot;

/** What a trace has come to, at a glance: each has its own icon. */
enum TraceState {
    RUNNING, REACHED, MISSED, STOPPED, FAILED;

    static TraceState of(Snapshot snapshot) {
        return switch (snapshot.status()) {
            case RUNNING -> RUNNING;
            case CANCELLED -> STOPPED;
            case FAILED -> FAILED;
            case DONE -> snapshot.trace().reached() ? REACHED : MISSED;
        };
    }

    /** The file name of its icon. */
    String icon() {
        return "icons/" + name().toLowerCase(Locale.ROOT) + ".svg";
    }
}
