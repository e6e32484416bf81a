package org.hopwarden.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostNamingTest {

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes());
    }

    /** A string of the format: its length in five bits of the control byte, or 29 and the rest in a second one. */
    private static String string(String text) {
        int length = text.length();
        return (length < 29 ? HexFormat.of().toHexDigits((byte) (0x40 | length))
                : "5d" + HexFormat.of().toHexDigits((byte) (length - 29))) + hex(text);
    }

    /** A database for IPv4 of one node: addresses from 128.0.0.0 on belong to AS 64500; of the others nothing is known. */
    static byte[] database() {
        String tree = "000001" + "000011" + "00".repeat(16);
        String data = "e2" + string("autonomous_system_number") + "c2fbf4" + string("autonomous_system_organization")
                + string("Forum Net");
        String metadata = "abcdef" + hex("MaxMind.com") + "e9"
                + string("binary_format_major_version") + "a102" + string("binary_format_minor_version") + "a0"
                + string("build_epoch") + "c101" + string("database_type") + string("Test-ASN")
                + string("description") + "e0" + string("ip_version") + "a104" + string("languages") + "0004"
                + string("node_count") + "c101" + string("record_size") + "a118";
        return HexFormat.of().parseHex(tree + data + metadata);
    }

    @Test
    void namesOfTheLabOnRequestOnly() {
        String line = "trace www.forum.example --lab forum --format json";
        assertFalse(CommandRun.ofLine(line).out().contains("\"hosts\""));
        assertFalse(CommandRun.ofLine(line + " -n").out().contains("\"hosts\""));
        CommandRun named = CommandRun.ofLine(line + " --names");
        assertEquals(0, named.code(), named.err());
        assertTrue(named.out().contains("\"hosts\":{\"203.0.113.80\":{\"name\":\"www.forum.example\"}}}"), named.out());
        assertTrue(CommandRun.ofLine("trace www.forum.example --lab forum --names").out()
                .contains("www.forum.example (203.0.113.80)"));
        assertEquals(2, CommandRun.ofLine(line + " --names -n").code());
    }

    @Test
    void networksFromALocalFile(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("asn.mmdb"), database());
        CommandRun json = CommandRun.of("trace", "www.forum.example", "--lab", "forum", "--format", "json", "--names", "--asn-db",
                file.toString());
        assertEquals(0, json.code(), json.err());
        assertTrue(json.out().contains("\"203.0.113.80\":{\"name\":\"www.forum.example\",\"asn\":64500,"
                + "\"network\":\"Forum Net\",\"prefix\":\"128.0.0.0/1\"}"), json.out());
        CommandRun text = CommandRun.of("trace", "www.forum.example", "--lab", "forum", "--asn-db", file.toString());
        assertTrue(text.out().contains("203.0.113.80 [AS64500 Forum Net]"), text.out());
    }

    @Test
    void aDatabaseThatCannotBeReadIsBadInput(@TempDir Path folder) throws IOException {
        Path broken = Files.write(folder.resolve("broken.mmdb"), new byte[] { 1, 2, 3 });
        for (String file : new String[] { broken.toString(), folder.resolve("gone.mmdb").toString() }) {
            CommandRun run = CommandRun.of("trace", "www.forum.example", "--lab", "forum", "--asn-db", file);
            assertEquals(4, run.code(), run.err());
            assertEquals("", run.out());
            assertTrue(run.err().contains(file) && run.err().lines().count() >= 2, "the file and a remedy: " + run.err());
        }
    }
}
