package org.hopwarden.enforce.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Files;
import java.nio.file.Path;

import org.hopwarden.engine.PacketContext.Program;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessTableTest {

    @TempDir
    private Path folder;

    /** @param exe where the link to the program's file leads */
    private Program program(Path exe) throws Exception {
        Path users = Files.writeString(folder.resolve("passwd"), "alice:x:1000:1000::/home/alice:/bin/sh\n");
        Path process = folder.resolve("proc/77");
        Files.createDirectories(process.resolve("fd"));
        Files.writeString(process.resolve("status"), "Name:\ttool\nUid:\t0\t1000\t0\t0\n");
        Files.createSymbolicLink(process.resolve("fd/3"), Path.of("socket:[4711]"));
        Files.createSymbolicLink(process.resolve("exe"), exe);
        try (ProcessTable table = new ProcessTable(folder.resolve("proc"), users)) {
            Program found = null;
            for (int i = 0; i < 100 && found == null; i++) {
                // A look may take longer than a packet waits.
                found = table.find(4711);
            }
            return found;
        }
    }

    @Test
    void theProgramOfASocketIsItsFileAndItsUser() throws Exception {
        Path file = Files.createFile(folder.resolve("tool"));
        assertEquals(new Program(file.toString(), "alice"), program(file));
    }

    /** As in a mount namespace where another file is mounted over the path. */
    @Test
    void aPathThatLeadsToAnotherFileHereIsNoProgram() throws Exception {
        Files.createDirectories(folder.resolve("proc/77/bin"));
        Files.createFile(folder.resolve("proc/77/bin/tool"));
        assertNull(program(Path.of("bin/tool")));
    }

    @Test
    void aFileThatIsGoneIsSaidToBe() throws Exception {
        assertEquals(new Program("/nowhere/tool (deleted)", "alice"), program(Path.of("/nowhere/tool (deleted)")));
    }
}
