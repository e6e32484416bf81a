package org.hopwarden.enforce.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.hopwarden.engine.DescribedPacket;
import org.hopwarden.engine.PacketContext.Program;
import org.hopwarden.engine.PacketState.Programs;
import org.hopwarden.net.IpAddress;
import org.hopwarden.packetio.SocketOwners;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a table of processes of its own: 77 is a tool with the socket 1, 78 another with the socket 2, and this program itself has the socket 3. */
class SocketProgramsTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void processes() throws Exception {
        Files.writeString(folder.resolve("passwd"), "alice:x:1000:1000::/home/alice:/bin/sh\n");
        process("77", "tool", 1);
        process("78", "other", 2);
        process("self", "hopwarden", 3);
    }

    private void process(String name, String program, long socket) throws Exception {
        Path process = folder.resolve("proc").resolve(name);
        Files.createDirectories(process.resolve("fd"));
        Files.writeString(process.resolve("status"), "Name:\t" + program + "\nUid:\t1000\t1000\t1000\t1000\n");
        Files.createSymbolicLink(process.resolve("fd/3"), Path.of("socket:[" + socket + "]"));
        Files.createSymbolicLink(process.resolve("exe"), Files.createFile(folder.resolve(program)));
    }

    /** @param sockets that the packet may belong to */
    private Program find(String words, boolean out, Long... sockets) {
        try (SocketPrograms programs = new SocketPrograms(new SocketOwners() {

            @Override
            public List<Long> inodes(int protocol, IpAddress local, int localPort, IpAddress remote, int remotePort) {
                return List.of(sockets);
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        }, new ProcessTable(folder.resolve("proc"), folder.resolve("passwd")))) {
            Programs lookup = out ? programs.outgoing() : programs.incoming();
            Program found = null;
            for (int i = 0; i < 20 && found == null; i++) {
                // A look may take longer than a packet waits.
                found = lookup.find(DescribedPacket.parse(words).view());
            }
            return found;
        }
    }

    private Program program(String name) {
        return new Program(folder.resolve(name).toString(), "alice");
    }

    @Test
    void whatSeveralProgramsMayMeanIsNoProgramsOwn() {
        String echo = "icmp echo-request from 10.0.0.1 to 192.0.2.1 out";
        assertEquals(program("tool"), find(echo, true, 1L));
        assertNull(find(echo, true, 1L, 2L));
    }

    /** This program holds a socket for its answers all the time. */
    @Test
    void thisProgramsOwnRawSocketHidesNoOther() {
        assertEquals(program("tool"), find("icmp echo-request from 10.0.0.1 to 192.0.2.1 out", true, 1L, 3L));
    }

    @Test
    void whatTheKernelAnswersByItselfIsNoPrograms() {
        assertNull(find("icmp echo-reply from 10.0.0.1 to 192.0.2.1 out", true, 1L));
        assertNull(find("icmp echo-request from 192.0.2.1 to 10.0.0.1 in", false, 1L));
        assertNull(find("icmp 135/0 from fe80::1 to ff02::1:ff00:2 out", true, 1L));
        assertEquals(program("tool"), find("icmp echo-reply from 192.0.2.1 to 10.0.0.1 in", false, 1L));
    }
}
