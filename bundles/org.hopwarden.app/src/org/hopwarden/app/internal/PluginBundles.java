package org.hopwarden.app.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.hopwarden.net.Plugins;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleWiring;

/**
 * Makes plug-ins known in the window: the jars that a user dropped in, which are installed as bundles for this run, and the
 * installed bundles that declare services of Hopwarden ({@code Provide-Capability: osgi.serviceloader}). One that cannot be used
 * is logged and left out; the rest go on.
 */
final class PluginBundles {

    private static final System.Logger LOG = System.getLogger(PluginBundles.class.getName());
    private static final String LOCATION = "hopwarden-plugin:";
    private static final String SERVICE_LOADER = "osgi.serviceloader";

    private PluginBundles() {
    }

    /**
     * Installs these jars, and no others of an earlier run, and adds all plug-ins to {@link Plugins}.
     *
     * @param jars the jars that were dropped in
     */
    static void start(BundleContext context, List<Path> jars) {
        for (Bundle bundle : context.getBundles()) {
            if (bundle.getLocation().startsWith(LOCATION)) {
                uninstall(bundle);
            } else if (offersServices(bundle)) {
                add(bundle);
            }
        }
        for (Path jar : jars) {
            try (InputStream content = Files.newInputStream(jar)) {
                Bundle bundle = context.installBundle(LOCATION + jar, content);
                if (bundle.getSymbolicName() == null) {
                    leaveOut(jar, "its manifest has no Bundle-SymbolicName, so it is no bundle");
                    uninstall(bundle);
                    continue;
                }
                bundle.start(Bundle.START_TRANSIENT | Bundle.START_ACTIVATION_POLICY);
                add(bundle);
            } catch (IOException | BundleException e) {
                leaveOut(jar, e.getCause() == null ? e.getMessage() : e.getMessage() + " " + e.getCause().getMessage());
            }
        }
    }

    private static boolean offersServices(Bundle bundle) {
        BundleWiring wiring = bundle.adapt(BundleWiring.class);
        return wiring != null && bundle.getBundleId() != 0 && wiring.getCapabilities(SERVICE_LOADER).stream()
                .map(BundleCapability::getAttributes)
                .anyMatch(attributes -> String.valueOf(attributes.get(SERVICE_LOADER)).startsWith("org.hopwarden."));
    }

    private static void add(Bundle bundle) {
        Plugins.add(bundle.getSymbolicName() + " " + bundle.getVersion(), bundle.adapt(BundleWiring.class).getClassLoader());
    }

    private static void uninstall(Bundle bundle) {
        try {
            bundle.uninstall();
        } catch (BundleException e) {
            LOG.log(System.Logger.Level.WARNING, "A plug-in of an earlier run cannot be taken out: " + bundle.getLocation(), e);
        }
    }

    private static void leaveOut(Path jar, String reason) {
        LOG.log(System.Logger.Level.WARNING, "Plug-in " + jar + " is left out, the rest go on: " + reason);
    }
}
