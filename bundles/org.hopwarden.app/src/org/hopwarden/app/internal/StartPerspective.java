package org.hopwarden.app.internal;

import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;

/** What the first window shows before any capability adds its own perspective. */
public final class StartPerspective implements IPerspectiveFactory {

    static final String ID = "org.hopwarden.app.startPerspective";

    @Override
    public void createInitialLayout(IPageLayout layout) {
        layout.setEditorAreaVisible(true);
    }
}
