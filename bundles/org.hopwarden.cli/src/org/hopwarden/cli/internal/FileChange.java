package org.hopwarden.cli.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;

import org.hopwarden.enforce.AnswerMemory;

/**
 * Tells when a file is another one than it was: written in place, or another moved to its name. What somebody writes at the moment counts
 * only once it has stayed the same from one look to the next.
 */
final class FileChange {

    private final Path file;
    private Stamp known;
    private Stamp seen;

    private record Stamp(FileTime modified, long size, Object key) {
    }

    /** What is there now is known. */
    FileChange(Path file) {
        this.file = file;
        know();
    }

    private Stamp stamp() {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new Stamp(attributes.lastModifiedTime(), attributes.size(), attributes.fileKey());
        } catch (IOException e) {
            // It is gone, or another is about to take its name.
            return null;
        }
    }

    /** What is there now is known from here on. */
    synchronized void know() {
        known = stamp();
        seen = known;
    }

    /** Whether there is something else than what is known, and somebody is done writing it. */
    synchronized boolean isChanged() {
        Stamp before = seen;
        seen = stamp();
        return seen != null && seen.equals(before) && !seen.equals(known);
    }

    /** Keeps answers in the file by another memory. What that writes is no change, unless somebody else had changed the file before. */
    AnswerMemory own(AnswerMemory memory) {
        return change -> {
            synchronized (this) {
                boolean ours = known != null && known.equals(stamp());
                memory.remember(change);
                if (ours) {
                    know();
                }
            }
        };
    }
}
