package org.hopwarden.ui.probe.internal;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IPersistableElement;

/** Stands for all open traces. */
enum OverviewInput implements IEditorInput {

    INSTANCE;

    @Override
    public boolean exists() {
        return false;
    }

    @Override
    public ImageDescriptor getImageDescriptor() {
        return ResourceLocator.imageDescriptorFromBundle("org.hopwarden.ui.probe", "icons/overview.svg").orElse(null);
    }

    @Override
    public String getName() {
        return "Overview";
    }

    @Override
    public IPersistableElement getPersistable() {
        return null;
    }

    @Override
    public String getToolTipText() {
        return "All open traces";
    }

    @Override
    public <T> T getAdapter(Class<T> adapter) {
        return null;
    }
}
