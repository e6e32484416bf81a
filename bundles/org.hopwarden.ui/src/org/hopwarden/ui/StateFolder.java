package org.hopwarden.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

import org.eclipse.core.runtime.Platform;

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
        writeAtomically(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /** The same for any content. Where it fails, as on a full disk, nothing is left beside the file. */
    public static void writeAtomically(Path file, byte[] content) throws IOException {
        Path next = file.resolveSibling(file.getFileName() + ".new");
        try {
            try (FileChannel channel = FileChannel.open(next, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                    StandardOpenOption.TRUNCATE_EXISTING)) {
                ByteBuffer bytes = ByteBuffer.wrap(content);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            Files.deleteIfExists(next);
            throw e;
        }
    }
}
