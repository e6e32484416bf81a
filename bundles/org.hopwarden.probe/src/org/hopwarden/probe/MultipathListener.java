package org.hopwarden.probe;

/** Hears the events of a multipath trace, in order, on the thread that runs it. It must not block. */
@FunctionalInterface
public interface MultipathListener {
    void on(MultipathEvent event);
}
