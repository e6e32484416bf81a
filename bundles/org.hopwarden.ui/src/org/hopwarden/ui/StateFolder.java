package org.hopwarden.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.core.runtime.Platform;
import org.hopwarden.net.AtomicFile;

/** The folder in which the window keeps its state, one per user (see {@code docs/workbench.md}). */
public final class StateFolder {

    private StateFolder() {
    }

    public static Path path() {
        try {
            return Path.of(Platform.getInstanceLocation().getURL().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the state folder has no path", e);
        }
    }

    /** A folder for the files of one capability, made where it is missing. */
    public static Path folder(String capability) {
        try {
            return Files.createDirectories(path().resolve(capability));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a folder for the window's state", e);
        }
    }

    /**
     * Writes a file so that at every moment, even if the process is killed or the power fails, either the old content or the
     * new one is there.
     */
    public static void writeAtomically(Path file, String text) throws IOException {
        AtomicFile.write(file, text.getBytes(StandardCharsets.UTF_8));
    }
}
