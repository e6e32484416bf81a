package org.hopwarden.cli.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.hopwarden.capture.CaptureFile;
import org.hopwarden.capture.CaptureFileException;
import org.hopwarden.enforce.gate.CaptureReplay;
import org.hopwarden.enforce.gate.Gate;
import org.hopwarden.net.PacketView;

/** Capture files as packets for the gate. One that is damaged ends the command: what is behind the damage would be let through unseen. */
record GateCaptures(List<Path> files) implements Gate.Captures {

    @Override
    public void replay(CaptureReplay into) throws IOException {
        PacketView view = new PacketView();
        for (Path file : files) {
            into.file(file.toString());
            try (CaptureFile capture = Captures.open(file)) {
                while (capture.next()) {
                    if (capture.ip(view)) {
                        into.take(view, capture.number(), capture.timeNanos());
                    } else {
                        into.unread();
                    }
                }
            } catch (CaptureFileException e) {
                throw CommandFailure.badInput(e.getMessage(), "Nothing was put in force. Leave the file out, or mend it.");
            }
        }
    }
}
