package org.hopwarden.ui.capture.internal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.SubMonitor;
import org.hopwarden.net.AtomicFile;

/** Copies a capture, whole or not at all: an older file of that name stays until the copy is on the disk. */
final class SavedCopy {

    private static final long STEP_BYTES = 4 << 20;

    private SavedCopy() {
    }

    /** @throws IOException where the copy cannot be written, as on a full disk; then nothing has changed */
    static void write(Path from, Path to, IProgressMonitor monitor) throws IOException {
        Path next = Files.createTempFile(to.toAbsolutePath().getParent(), to.getFileName().toString(), ".part");
        try {
            copy(from, next, monitor);
            Files.move(next, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new IOException("cannot write " + to + ": " + AtomicFile.reason(e), e);
        } finally {
            Files.deleteIfExists(next);
        }
    }

    private static void copy(Path from, Path to, IProgressMonitor monitor) throws IOException {
        try (FileChannel source = FileChannel.open(from, StandardOpenOption.READ);
                FileChannel target = FileChannel.open(to, StandardOpenOption.WRITE)) {
            long size = source.size();
            SubMonitor progress = SubMonitor.convert(monitor, (int) (size / STEP_BYTES) + 1);
            for (long at = 0; at < size;) {
                if (monitor.isCanceled()) {
                    throw new OperationCanceledException();
                }
                long copied = source.transferTo(at, Math.min(STEP_BYTES, size - at), target);
                if (copied == 0) {
                    throw new IOException(from + " was cut short while it was copied");
                }
                at += copied;
                progress.worked(1);
            }
            target.force(true);
        }
    }
}
