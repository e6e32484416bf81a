package org.hopwarden.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {

    private static final byte[] NEW = "new".getBytes();

    @TempDir
    private Path folder;

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aFileIsMadeAndReplacedAndNothingElseIsLeft() throws IOException {
        Path file = folder.resolve("a");
        AtomicFile.write(file, "old content".getBytes());
        AtomicFile.write(file, NEW);
        assertEquals("new", Files.readString(file));
        assertEquals(List.of("a"), names());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aLinkStaysALinkAndRightsStay() throws IOException {
        Path file = Files.writeString(folder.resolve("target"), "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), file.getFileName());
        AtomicFile.write(link, NEW);
        assertTrue(Files.isSymbolicLink(link));
        assertEquals("new", Files.readString(file));
        assertEquals("rw-r-----", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals(List.of("link", "target"), names());
    }

    @Test
    void whatCannotBeWrittenIsLeftAsItWasAndTheReasonIsInWords() throws IOException {
        Files.createDirectory(folder.resolve("sub"));
        IOException isFolder = assertThrows(IOException.class, () -> AtomicFile.write(folder.resolve("sub"), NEW));
        assertEquals("it is a folder", AtomicFile.reason(isFolder));
        IOException noFolder = assertThrows(IOException.class, () -> AtomicFile.write(folder.resolve("none/a"), NEW));
        assertEquals("its folder is not there", AtomicFile.reason(noFolder));
        assertEquals(List.of("sub"), names());
    }

    @Test
    void theReasonOfASystemErrorIsItsOwn() {
        assertEquals("No space left on device", AtomicFile.reason(new FileSystemException("/a", null, "No space left on device")));
        assertEquals("No space left on device", AtomicFile.reason(new IOException("No space left on device")));
    }
}
