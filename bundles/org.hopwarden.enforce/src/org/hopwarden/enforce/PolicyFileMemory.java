package org.hopwarden.enforce;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.PolicyFileException;
import org.hopwarden.rulemodel.PolicyFiles;

/**
 * Keeps answers in a policy's file. The file is read anew for each answer, so that what others have written there meanwhile stays: the rules are put
 * in where they belong now. It is written under another name and moved into place.
 */
public final class PolicyFileMemory implements AnswerMemory {

    private static final int MOST_TRIES = 3;

    private final Path file;

    public PolicyFileMemory(Path file) {
        this.file = requireNonNull(file, "file");
    }

    @Override
    public synchronized void remember(Change change) throws AnswerException {
        try {
            for (int i = 0; i < MOST_TRIES; i++) {
                byte[] before = Files.readAllBytes(file);
                Policy policy = PolicyFiles.read(file, before);
                change.apply(policy);
                if (Arrays.equals(before, Files.readAllBytes(file))) {
                    PolicyFiles.save(policy, file);
                    return;
                }
            }
            throw new AnswerException(file + " is being written by somebody else all the time", "Answer for this session, or try again.");
        } catch (PolicyFileException e) {
            throw new AnswerException("the answer cannot be remembered: " + e.getMessage(), "Answer for this session, or mend the file.", e);
        } catch (IOException e) {
            throw new AnswerException("the answer cannot be remembered: " + file + " cannot be read: " + e.getMessage(),
                    "Answer for this session, or mend the file.", e);
        }
    }
}
