package org.hopwarden.app.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.eclipse.core.runtime.Platform;
import org.eclipse.osgi.service.datalocation.Location;

/**
 * The folder of the window's state: that of the option {@code -data}, or else {@code hopwarden/workbench} in the user's state
 * folder ({@code XDG_STATE_HOME} of the XDG Base Directory Specification 0.8, by default {@code ~/.local/state}).
 *
 * @param isOurs false where another process uses it
 */
record StateLocation(Path folder, boolean isOurs) {

    /**
     * Takes the folder for this process.
     *
     * @throws IOException if it cannot be made or locked
     */
    static StateLocation take() throws IOException {
        Location location = Platform.getInstanceLocation();
        Path folder = location.isSet() ? Path.of(location.getURL().getPath())
                : of(System.getenv(), System.getProperty("user.home"));
        Files.createDirectories(folder);
        boolean ours = location.isSet() ? location.lock() : location.set(folder.toUri().toURL(), true);
        return new StateLocation(folder, ours);
    }

    /**
     * @param userHome where the environment names no home
     */
    static Path of(Map<String, String> environment, String userHome) {
        String state = environment.getOrDefault("XDG_STATE_HOME", "");
        Path base = state.startsWith("/") ? Path.of(state)
                : Path.of(environment.getOrDefault("HOME", userHome), ".local", "state");
        return base.resolve("hopwarden").resolve("workbench");
    }
}
