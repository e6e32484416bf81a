package org.hopwarden.cli.internal;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

import org.hopwarden.engine.DescribedPacket;
import org.hopwarden.engine.DescribedPacket.Draft;

/** Reads packets from a file with one JSON object a line. A line that is broken is named and left out; empty ones do not count. */
final class PacketLines implements AutoCloseable {

    /** Far more than any packet takes. */
    private static final int MOST_LINE_BYTES = 1 << 16;
    private static final int MOST_NAMED = 20;

    private final Path file;
    private final InputStream in;
    private final Draft defaults;
    private final PrintStream err;
    private long line;
    private long broken;
    private DescribedPacket packet;
    private boolean ended;

    private PacketLines(Path file, InputStream in, Draft defaults, PrintStream err) {
        this.file = file;
        this.in = in;
        this.defaults = defaults;
        this.err = err;
    }

    /**
     * @param defaults for what a packet does not say
     * @param err is told of broken lines
     */
    static PacketLines open(Path file, Draft defaults, PrintStream err) {
        try {
            return new PacketLines(file, new BufferedInputStream(Files.newInputStream(file)), defaults, err);
        } catch (NoSuchFileException e) {
            throw CommandFailure.badInput(file + ": there is no such file", "Check the path.");
        } catch (IOException e) {
            throw CommandFailure.badInput(file + " cannot be read: " + e.getMessage(), "Check that it is a file you may read.");
        }
    }

    /** Goes to the next packet; false at the end. */
    boolean next() {
        while (!ended) {
            String text = nextLine();
            if (text != null && !text.isBlank()) {
                try {
                    packet = PacketJson.read(text, defaults);
                    return true;
                } catch (PacketJson.BadPacket e) {
                    breaks(e.column(), e.getMessage());
                }
            }
        }
        return false;
    }

    DescribedPacket packet() {
        return packet;
    }

    /** Where the packet stands, counted from 1. */
    long line() {
        return line;
    }

    /** How many lines were left out. */
    long broken() {
        return broken;
    }

    /** Null for a line that cannot be read, which has been told. */
    private String nextLine() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        boolean tooLong = false;
        try {
            int next = in.read();
            line++;
            while (next >= 0 && next != '\n') {
                tooLong |= bytes.size() == MOST_LINE_BYTES;
                if (!tooLong) {
                    bytes.write(next);
                }
                next = in.read();
            }
            ended = next < 0;
        } catch (IOException e) {
            throw CommandFailure.badInput(file + " cannot be read on: " + e.getMessage(), "");
        }
        if (tooLong) {
            breaks(MOST_LINE_BYTES + 1, "the line is longer than " + MOST_LINE_BYTES + " bytes: there is one packet a line");
            return null;
        }
        return decode(bytes.toByteArray());
    }

    private String decode(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer left = ByteBuffer.wrap(bytes);
        try {
            String text = decoder.decode(left).toString();
            return line == 1 && text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            breaks(left.position() + 1, "no text in UTF-8");
            return null;
        }
    }

    private void breaks(int column, String problem) {
        broken++;
        if (broken <= MOST_NAMED) {
            err.println("hopwarden: " + file + ":" + line + ":" + column + ": " + problem);
        }
    }

    /** Says how many broken lines there were, and what became of them. */
    void printBroken() {
        if (broken > MOST_NAMED) {
            err.println("hopwarden: " + (broken - MOST_NAMED) + " more lines of " + file + " are broken as well");
        }
        if (broken > 0) {
            err.println("Broken lines are left out. The fields of a packet are in docs/packets.md.");
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
