package org.hopwarden.ui.rules.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

import org.hopwarden.net.AtomicFile;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.PolicyFiles;
import org.hopwarden.ui.StateFolder;

/**
 * The edits of one policy that are not saved, kept in the state folder so that they outlive a killed process. A draft is a few
 * lines of text, then the policy as its file would hold it. Safe for use by several threads.
 */
final class PolicyDraft {

    private static final String FOLDER = "policies/drafts";
    private static final String FORMAT = "hopwarden.policy-draft/1";
    private static final int HEAD_LINES = 3;

    private final Path file;
    private final Path draft;
    private boolean discarded;

    /**
     * A draft as it was kept.
     *
     * @param base what stood in the policy's file when the edits began
     */
    record Kept(Policy policy, FileState base) {
    }

    /** @param file the policy's file, which the draft never touches */
    PolicyDraft(Path file) {
        this.file = file;
        draft = path(file);
    }

    private static Path path(Path file) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(file.toUri().toString().getBytes(StandardCharsets.UTF_8));
            return StateFolder.path().resolve(FOLDER).resolve(HexFormat.of().formatHex(digest, 0, 12) + ".draft");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Whether there are edits of a file that came to no end. */
    static boolean exists(Path file) {
        return Files.exists(path(file));
    }

    /** Begins to keep edits again. */
    synchronized void begin() {
        discarded = false;
    }

    /**
     * Keeps edits in place of those kept before; in the background. After {@link #discard} nothing is written.
     *
     * @param policy a copy that nobody changes
     */
    synchronized void keep(Policy policy, FileState base) throws IOException {
        if (discarded) {
            return;
        }
        String head = FORMAT + "\n" + file.toUri() + "\n" + base.modifiedMillis() + " " + base.sizeBytes() + " " + base.digest()
                + "\n";
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(PolicyFiles.toBytes(policy, file));
        Files.createDirectories(draft.getParent());
        AtomicFile.write(draft, bytes.toByteArray());
    }

    /** Drops what is kept: it is saved, or not wanted any more. */
    synchronized void discard() throws IOException {
        discarded = true;
        Files.deleteIfExists(draft);
    }

    /**
     * What was kept; empty where nothing is. What cannot be read is put aside.
     *
     * @throws IOException if it cannot be read; the message says where it is now
     */
    synchronized Optional<Kept> read() throws IOException {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(draft);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        try {
            return Optional.of(parse(bytes));
        } catch (IOException | RuntimeException e) {
            Path aside = draft.resolveSibling(draft.getFileName() + ".damaged");
            Files.move(draft, aside, StandardCopyOption.REPLACE_EXISTING);
            throw new IOException("the unsaved changes of " + file.getFileName() + " cannot be read, and were put aside as " + aside
                    + ": " + e.getMessage(), e);
        }
    }

    private Kept parse(byte[] bytes) throws IOException {
        int end = 0;
        for (int lines = 0; lines < HEAD_LINES; end++) {
            if (end == bytes.length) {
                throw new IOException("it ends in its head");
            }
            lines += bytes[end] == '\n' ? 1 : 0;
        }
        String[] head = new String(bytes, 0, end, StandardCharsets.UTF_8).split("\n");
        String[] state = head.length == HEAD_LINES ? head[2].split(" ", 3) : new String[0];
        if (state.length != 3 || !head[0].equals(FORMAT) || !head[1].equals(file.toUri().toString())) {
            throw new IOException("its head is not " + FORMAT);
        }
        byte[] content = new byte[bytes.length - end];
        System.arraycopy(bytes, end, content, 0, content.length);
        return new Kept(PolicyFiles.read(draft, content),
                new FileState(Long.parseLong(state[0]), Long.parseLong(state[1]), state[2]));
    }
}
