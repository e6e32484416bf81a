package org.hopwarden.rulemodel.edit;

import org.eclipse.emf.common.EMFPlugin;
import org.eclipse.emf.common.util.ResourceLocator;

/**
 * Finds the texts of the item providers, which stand beside this class. It is no bundle activator, so that the providers work
 * on a flat class path as they do in OSGi.
 */
public final class RulemodelEditPlugin extends EMFPlugin {

    public static final RulemodelEditPlugin INSTANCE = new RulemodelEditPlugin();

    private RulemodelEditPlugin() {
        super(new ResourceLocator[0]);
    }

    @Override
    public ResourceLocator getPluginResourceLocator() {
        return null;
    }
}
