package org.hopwarden.enforce.gate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.hopwarden.enforce.internal.ProgramFiles;
import org.hopwarden.engine.PacketContext.Program;

/** Which processes of this host hold which sockets, and what else /proc tells of them (proc(5)). Used by one thread. */
final class HeldSockets {

    private static final Pattern SOCKET = Pattern.compile("socket:\\[(\\d+)\\]");
    /** Of what /proc/PID/stat has behind the name of the program: state, parent, group, session, terminal. */
    private static final int TERMINAL = 4;

    private final Path processes;
    private final ProgramFiles programs = new ProgramFiles(Path.of("/etc/passwd"));
    /** Null until somebody asks. */
    private Map<Long, List<Long>> holders;

    /** @param processes in the place of /proc */
    HeldSockets(Path processes) {
        this.processes = processes;
    }

    /** All that may be looked at, by their numbers. */
    List<Long> processes() {
        List<Long> all = new ArrayList<>();
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(processes, "[0-9]*")) {
            folders.forEach(folder -> all.add(Long.parseLong(folder.getFileName().toString())));
        } catch (IOException e) {
            // Then nothing is known of others.
        }
        all.sort(null);
        return all;
    }

    /** The inodes of the sockets of a process. */
    Set<Long> of(long process) {
        Set<Long> inodes = new HashSet<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(processes.resolve(process + "/fd"))) {
            for (Path file : files) {
                try {
                    Matcher socket = SOCKET.matcher(Files.readSymbolicLink(file).toString());
                    if (socket.matches()) {
                        inodes.add(Long.parseLong(socket.group(1)));
                    }
                } catch (IOException e) {
                    // Closed meanwhile.
                }
            }
        } catch (IOException e) {
            // Another user's process, which only root may look into, or it has ended.
        }
        return inodes;
    }

    /** The processes that hold a socket. */
    List<Long> holders(long inode) {
        if (holders == null) {
            holders = new HashMap<>();
            for (long process : processes()) {
                of(process).forEach(held -> holders.computeIfAbsent(held, each -> new ArrayList<>()).add(process));
            }
        }
        return holders.getOrDefault(inode, List.of());
    }

    /** The programs of those; several where a process has left its socket to another. */
    Set<Program> programs(long inode) {
        Set<Program> found = new LinkedHashSet<>();
        for (long process : holders(inode)) {
            Program program = programs.of(processes.resolve(Long.toString(process)));
            if (program != null) {
                found.add(program);
            }
        }
        return found;
    }

    /** The name of a process; empty where it is not known. */
    String name(long process) {
        return read(process, "comm");
    }

    /** The number of its login; empty where it is not known. */
    String login(long process) {
        return read(process, "loginuid");
    }

    /** A variable of its environment, as it was when it began; empty where there is none. */
    String variable(long process, String name) {
        for (String variable : read(process, "environ").split("\0")) {
            if (variable.startsWith(name + "=")) {
                return variable.substring(name.length() + 1);
            }
        }
        return "";
    }

    /** Whether it was started from a terminal, or something that passes for one. */
    boolean hasTerminal(long process) {
        String stat = read(process, "stat");
        String[] words = stat.substring(stat.lastIndexOf(')') + 1).strip().split("\\s+");
        return words.length > TERMINAL && !words[TERMINAL].equals("0");
    }

    private String read(long process, String file) {
        try {
            return Files.readString(processes.resolve(process + "/" + file), StandardCharsets.ISO_8859_1).strip();
        } catch (IOException e) {
            return "";
        }
    }
}
