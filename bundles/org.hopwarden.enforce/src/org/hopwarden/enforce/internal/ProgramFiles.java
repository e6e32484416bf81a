package org.hopwarden.enforce.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;

import org.hopwarden.engine.PacketContext.Program;

/** Reads which program a process is (proc(5)). Safe for use by several threads. */
public final class ProgramFiles {

    /** Behind the path of a program whose file is gone, as after an update. */
    private static final String DELETED = " (deleted)";

    private final Path users;
    private Map<String, String> names = Map.of();
    private FileTime namesTime;

    /** @param users the file with the names of users (passwd(5)) */
    public ProgramFiles(Path users) {
        this.users = users;
    }

    /**
     * The program of a process.
     *
     * @param process its folder in /proc
     * @return null where the process is gone, or is none of a program, as the kernel's own
     */
    public Program of(Path process) {
        try {
            Path link = process.resolve("exe");
            String path = Files.readSymbolicLink(link).toString();
            if (!path.endsWith(DELETED) && !Files.isSameFile(link, Path.of(path))) {
                // Anybody may mount files over paths in a namespace of his own, and the link tells the path that holds there.
                return null;
            }
            for (String line : Files.readAllLines(process.resolve("status"), StandardCharsets.ISO_8859_1)) {
                if (line.startsWith("Uid:")) {
                    return new Program(path, name(line.split("\\s+")[2]));
                }
            }
            return null;
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }

    /** The name of a user; the number where there is none. */
    private synchronized String name(String number) throws IOException {
        FileTime time = Files.exists(users) ? Files.getLastModifiedTime(users) : null;
        if (time != null && !time.equals(namesTime)) {
            Map<String, String> read = new HashMap<>();
            for (String line : Files.readAllLines(users, StandardCharsets.ISO_8859_1)) {
                String[] parts = line.split(":", 4);
                if (parts.length > 3) {
                    read.putIfAbsent(parts[2], parts[0]);
                }
            }
            names = read;
            namesTime = time;
        }
        return names.getOrDefault(number, number);
    }
}
