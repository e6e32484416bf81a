package org.hopwarden.ui.rules.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What stands in a file at a moment, to see whether somebody else has changed it.
 *
 * @param modifiedMillis since 1970; 0 where there is no file
 * @param sizeBytes -1 where there is no file
 * @param digest of the content; empty where there is no file
 */
record FileState(long modifiedMillis, long sizeBytes, String digest) {

    private static final FileState NONE = new FileState(0, -1, "");

    static FileState of(Path file) throws IOException {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            return new FileState(attributes.lastModifiedTime().toMillis(), attributes.size(), HexFormat.of().formatHex(digest));
        } catch (NoSuchFileException e) {
            return NONE;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    boolean exists() {
        return sizeBytes >= 0;
    }

    /** The state now: this one where time and size are the same, so that an unchanged file is not read again. */
    FileState refresh(Path file) throws IOException {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            return now.lastModifiedTime().toMillis() == modifiedMillis && now.size() == sizeBytes ? this : of(file);
        } catch (NoSuchFileException e) {
            return NONE;
        }
    }

    boolean sameContent(FileState other) {
        return digest.equals(other.digest);
    }
}
