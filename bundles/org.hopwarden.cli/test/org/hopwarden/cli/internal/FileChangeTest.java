package org.hopwarden.cli.internal;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.hopwarden.enforce.AnswerMemory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileChangeTest {

    @TempDir
    private Path folder;

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A change counts when it has been seen twice. */
    private static boolean isChanged(FileChange change) {
        change.isChanged();
        return change.isChanged();
    }

    @Test
    void anAnswerThatIsWrittenThereIsNoChangeAndOneOfOthersIs() throws Exception {
        Path file = folder.resolve("host.hwpolicy");
        write(file, "1");
        FileChange change = new FileChange(file);
        AnswerMemory memory = change.own(answer -> write(file, "an answer"));
        memory.remember(policy -> { });
        assertFalse(isChanged(change));
        write(file, "of somebody else");
        assertTrue(isChanged(change));
    }

    @Test
    void anAnswerDoesNotHideWhatOthersWroteBefore() throws Exception {
        Path file = folder.resolve("host.hwpolicy");
        write(file, "1");
        FileChange change = new FileChange(file);
        AnswerMemory memory = change.own(answer -> write(file, "of both of them"));
        write(file, "of somebody else");
        memory.remember(policy -> { });
        assertTrue(isChanged(change));
    }
}
