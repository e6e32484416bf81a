package org.hopwarden.ui.probe.internal;

import java.util.Optional;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IPersistableElement;

/**
 * What a tab shows: a trace, or a page to start one. The workbench does not persist it, because the store of open traces does so
 * earlier and survives a kill.
 *
 * @param trace null for a new tab
 */
record TraceInput(OpenTrace trace) implements IEditorInput {

    Optional<OpenTrace> open() {
        return Optional.ofNullable(trace);
    }

    @Override
    public boolean exists() {
        return false;
    }

    @Override
    public ImageDescriptor getImageDescriptor() {
        return ResourceLocator.imageDescriptorFromBundle("org.hopwarden.ui.probe", "icons/trace.svg").orElse(null);
    }

    @Override
    public String getName() {
        return trace == null ? "New Trace" : TraceText.title(trace.spec());
    }

    @Override
    public IPersistableElement getPersistable() {
        return null;
    }

    @Override
    public String getToolTipText() {
        return trace == null ? "Start a trace" : TraceText.headline(trace.snapshot());
    }

    @Override
    public <T> T getAdapter(Class<T> adapter) {
        return null;
    }

    /** Each tab is its own, even two that are empty. */
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
