package org.hopwarden.cli.internal;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

import org.hopwarden.capture.CaptureFile;
import org.hopwarden.capture.CaptureFileException;

/** Opens capture files for commands. */
final class Captures {

    private Captures() {
    }

    static CaptureFile open(Path file) {
        try {
            return CaptureFile.open(file);
        } catch (CaptureFileException e) {
            throw CommandFailure.badInput(e.getMessage(), "Captures are read as pcap and pcapng, not compressed.");
        } catch (NoSuchFileException e) {
            throw CommandFailure.badInput(file + ": there is no such file", "Check the path.");
        } catch (IOException e) {
            throw CommandFailure.badInput(file + " cannot be read: " + e.getMessage(), "Check that it is a file you may read.");
        }
    }
}
