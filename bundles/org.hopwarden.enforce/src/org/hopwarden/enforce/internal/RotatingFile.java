package org.hopwarden.enforce.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * A file of lines that grows at its end. When it is full it is renamed to {@code FILE.1}, an older {@code FILE.1} to {@code FILE.2},
 * and so on, and a new one begins. A line is written whole or not at all, so that a full disk leaves no half ones behind. Used by one
 * thread.
 */
public final class RotatingFile implements AutoCloseable {

    private final Path file;
    private final long mostBytes;
    private final int kept;
    private final Supplier<byte[]> head;
    private FileChannel channel;
    private Object key;
    private long sizeBytes;
    private boolean lineEndDue;
    private boolean headDue;

    /**
     * Nothing is opened yet.
     *
     * @param mostBytes how long a file grows; a first line longer than this is written all the same
     * @param kept how many old files are kept, 0 or more
     * @param head the line with which each file begins, and which follows where one is opened again; with its line end
     */
    public RotatingFile(Path file, long mostBytes, int kept, Supplier<byte[]> head) {
        this.file = file;
        this.mostBytes = mostBytes;
        this.kept = kept;
        this.head = head;
    }

    /**
     * Writes whole lines at the end of the file, which is opened if it is not.
     *
     * @throws IOException if they could not be written; then none of them is in the file, as far as it can be taken back
     */
    public void write(byte[] lines) throws IOException {
        open();
        if (sizeBytes > 0 && sizeBytes + lines.length > mostBytes) {
            rotate();
            open();
        }
        if (headDue) {
            if (lineEndDue) {
                append(new byte[] { '\n' });
                lineEndDue = false;
            }
            append(head.get());
            headDue = false;
        }
        append(lines);
    }

    /** Opens the file if it is not open, or is no longer the one that has this name. Writes nothing yet. */
    public void open() throws IOException {
        if (channel != null && !isStillThere()) {
            close();
        }
        if (channel != null) {
            return;
        }
        lineEndDue = lacksLineEnd();
        headDue = true;
        channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
        sizeBytes = channel.size();
        key = key();
    }

    /** Somebody who writes no more, such as a program that was killed, may have left a part of a line. */
    private boolean lacksLineEnd() throws IOException {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (FileChannel old = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer last = ByteBuffer.allocate(1);
            return old.size() > 0 && old.read(last, old.size() - 1) == 1 && last.get(0) != '\n';
        }
    }

    private boolean isStillThere() throws IOException {
        return Objects.equals(key, key());
    }

    private Object key() throws IOException {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    private void append(byte[] lines) throws IOException {
        ByteBuffer left = ByteBuffer.wrap(lines);
        try {
            while (left.hasRemaining()) {
                channel.write(left);
            }
            sizeBytes += lines.length;
        } catch (IOException e) {
            if (left.position() > 0) {
                takeBack(e);
            }
            throw e;
        }
    }

    private void takeBack(IOException cause) {
        try {
            channel.truncate(sizeBytes);
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    private void rotate() throws IOException {
        close();
        if (kept == 0) {
            Files.delete(file);
            return;
        }
        for (int number = kept - 1; number >= 0; number--) {
            Path from = number == 0 ? file : old(number);
            if (Files.exists(from)) {
                Files.move(from, old(number + 1), StandardCopyOption.ATOMIC_MOVE);
            }
        }
    }

    private Path old(int number) {
        return file.resolveSibling(file.getFileName() + "." + number);
    }

    @Override
    public void close() throws IOException {
        FileChannel closing = channel;
        channel = null;
        if (closing != null) {
            closing.close();
        }
    }
}
