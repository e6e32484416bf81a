package org.hopwarden.cli.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** The lines that a person types, for several who ask one after the other. Nothing is read before somebody asks. */
final class TypedLines {

    private static final int MOST_BYTES = 1000;
    /** What comes out of a pipe without an end waits there. */
    private static final int MOST_LINES = 1000;

    private final InputStream in;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>(MOST_LINES);
    private boolean reading;
    private Object turn;
    private volatile boolean ended;

    TypedLines(InputStream in) {
        this.in = in;
    }

    /** Forgets what was typed before anybody asked. */
    synchronized void begin() {
        lines.clear();
        if (!reading) {
            reading = true;
            Thread.ofPlatform().daemon().name("typed lines").start(this::read);
        }
    }

    private void read() {
        StringBuilder line = new StringBuilder();
        try {
            for (int read = in.read(); read >= 0; read = in.read()) {
                if (read == '\n') {
                    lines.put(line.toString());
                    line.setLength(0);
                } else if (line.length() < MOST_BYTES) {
                    line.append(new String(new byte[] { (byte) read }, StandardCharsets.ISO_8859_1));
                }
            }
        } catch (IOException e) {
            // Nobody can type any more.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        ended = true;
    }

    /** Lets somebody ask who asks while others may, too. @return false while another one waits for an answer */
    synchronized boolean take(Object asker) {
        if (turn != null && turn != asker) {
            return false;
        }
        turn = asker;
        return true;
    }

    /** Who has asked waits for no line any more. */
    synchronized void give(Object asker) {
        if (turn == asker) {
            turn = null;
        }
    }

    /** The next line, if one was typed. */
    Optional<String> poll() {
        return Optional.ofNullable(lines.poll());
    }

    /** Whether no line can come any more. */
    boolean isEnded() {
        return ended && lines.isEmpty();
    }
}
