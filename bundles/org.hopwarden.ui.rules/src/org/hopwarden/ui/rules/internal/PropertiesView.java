package org.hopwarden.ui.rules.internal;

import org.eclipse.ui.ISaveablePart;
import org.eclipse.ui.views.properties.PropertySheet;

/**
 * The platform's Properties view, but for one thing: it does not pass for the policy that it shows, so that closing it asks for no
 * saving. Ctrl+S in it saves the policy of the tab all the same.
 */
public final class PropertiesView extends PropertySheet {

    public static final String ID = "org.hopwarden.ui.rules.properties";

    @Override
    protected ISaveablePart getSaveablePart() {
        return null;
    }
}
