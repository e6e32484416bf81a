package org.hopwarden.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The rights of this process. */
public final class Rights {

    private Rights() {
    }

    /** Whether this process runs as root. False where the system knows no root. */
    public static boolean isRoot() {
        try {
            return Files.getAttribute(Path.of("/proc/self"), "unix:uid") instanceof Integer uid && uid == 0;
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            return "root".equals(System.getProperty("user.name"));
        }
    }
}
