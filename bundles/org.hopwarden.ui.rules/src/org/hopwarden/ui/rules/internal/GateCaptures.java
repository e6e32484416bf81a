package org.hopwarden.ui.rules.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;

import org.hopwarden.capture.CaptureFile;
import org.hopwarden.enforce.gate.CaptureReplay;
import org.hopwarden.enforce.gate.Gate;
import org.hopwarden.net.PacketView;

/**
 * Capture files as packets for the gate.
 *
 * @param stopped ends it before all frames were read
 * @param progress is told again and again how many frames there were
 */
record GateCaptures(List<Path> files, BooleanSupplier stopped, LongConsumer progress) implements Gate.Captures {

    private static final int FRAMES_BETWEEN = 5_000;

    @Override
    public void replay(CaptureReplay into) throws IOException {
        PacketView view = new PacketView();
        long frames = 0;
        for (Path file : files) {
            into.file(file.getFileName().toString());
            try (CaptureFile capture = CaptureFile.open(file)) {
                while (capture.next()) {
                    if (frames++ % FRAMES_BETWEEN == 0) {
                        if (stopped.getAsBoolean()) {
                            return;
                        }
                        progress.accept(frames);
                    }
                    if (capture.ip(view)) {
                        into.take(view, capture.number(), capture.timeNanos());
                    } else {
                        into.unread();
                    }
                }
            }
        }
    }
}
