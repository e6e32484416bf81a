package org.hopwarden.ui.rules.internal;

import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;

/** Tabs of policies, with the tree, the rules and the verdict of a packet inside. */
public final class RulesPerspective implements IPerspectiveFactory {

    @Override
    public void createInitialLayout(IPageLayout layout) {
        layout.setEditorAreaVisible(true);
        layout.addPlaceholder(PropertiesView.ID, IPageLayout.RIGHT, 0.74f, layout.getEditorArea());
        layout.addPlaceholder(EnforcementView.ID, IPageLayout.BOTTOM, 0.55f, layout.getEditorArea());
        layout.addPlaceholder("org.eclipse.ui.views.ProgressView", IPageLayout.BOTTOM, 0.75f, layout.getEditorArea());
    }
}
