package org.hopwarden.probe;

/** Hears the events of a trace, in order, on the thread that runs the trace. It must not block. */
@FunctionalInterface
public interface TraceListener {
    void on(TraceEvent event);
}
