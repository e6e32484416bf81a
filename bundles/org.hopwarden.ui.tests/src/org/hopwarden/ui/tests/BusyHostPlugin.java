package org.hopwarden.ui.tests;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;

import org.hopwarden.net.Plugins;
import org.hopwarden.ui.tests.plugin.BusyHost;

/** The back end {@link BusyHost}, for as long as a test wants it. */
final class BusyHostPlugin extends ClassLoader implements AutoCloseable {

    private static final String SERVICE = "META-INF/services/org.hopwarden.enforce.EnforcementBackEnd";

    private final Path services;

    private BusyHostPlugin(Path services) {
        super(BusyHost.class.getClassLoader());
        this.services = services;
    }

    /** @param folder for a file */
    static BusyHostPlugin add(Path folder) throws IOException {
        BusyHostPlugin plugin = new BusyHostPlugin(Files.writeString(folder.resolve("services"), BusyHost.class.getName()));
        Plugins.add("busy host", plugin);
        return plugin;
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        return name.equals(SERVICE) ? Collections.enumeration(List.of(services.toUri().toURL())) : Collections.emptyEnumeration();
    }

    @Override
    public void close() {
        Plugins.remove(this);
    }
}
