package org.hopwarden.names;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.hopwarden.net.IpPrefix;

/** Writes files in the MaxMind DB format, version 2.0, with records of 24 bits: just what the tests need. */
final class MmdbWriter {

    private static final int EMPTY = -1;
    private static final byte[] METADATA_MARKER = { (byte) 0xab, (byte) 0xcd, (byte) 0xef, 'M', 'a', 'x', 'M', 'i', 'n', 'd', '.', 'c',
            'o', 'm' };
    private static final int SEPARATOR_BYTES = 16;

    private final int ipVersion;
    /** Two records a node: another node, or the data at minus two minus its place. */
    private final List<int[]> nodes = new ArrayList<>();
    private final ByteArrayOutputStream data = new ByteArrayOutputStream();

    MmdbWriter(int ipVersion) {
        this.ipVersion = ipVersion;
        nodes.add(new int[] { EMPTY, EMPTY });
    }

    /** Later ones must not lie within earlier ones. */
    MmdbWriter put(String prefix, Map<String, Object> fields) {
        IpPrefix network = IpPrefix.parse(prefix);
        byte[] address = network.address().toBytes();
        int skipped = ipVersion == 6 && network.address().isV4() ? 96 : 0;
        int place = data.size();
        write(fields, data);
        int node = 0;
        int length = skipped + network.length();
        for (int i = 0; i < length; i++) {
            int bit = i < skipped ? 0 : address[(i - skipped) / 8] >>> 7 - (i - skipped) % 8 & 1;
            if (i == length - 1) {
                nodes.get(node)[bit] = -2 - place;
            } else {
                if (nodes.get(node)[bit] == EMPTY) {
                    nodes.add(new int[] { EMPTY, EMPTY });
                    nodes.get(node)[bit] = nodes.size() - 1;
                }
                node = nodes.get(node)[bit];
            }
        }
        return this;
    }

    byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int[] node : nodes) {
            for (int record : node) {
                int value = record == EMPTY ? nodes.size() : record >= 0 ? record : nodes.size() + SEPARATOR_BYTES - 2 - record;
                out.write(value >>> 16);
                out.write(value >>> 8);
                out.write(value);
            }
        }
        out.writeBytes(new byte[SEPARATOR_BYTES]);
        out.writeBytes(data.toByteArray());
        out.writeBytes(METADATA_MARKER);
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("binary_format_major_version", 2);
        metadata.put("binary_format_minor_version", 0);
        metadata.put("build_epoch", 1_700_000_000L);
        metadata.put("database_type", "Test-ASN");
        metadata.put("description", Map.of("en", "made by a test"));
        metadata.put("ip_version", ipVersion);
        metadata.put("languages", List.of("en"));
        metadata.put("node_count", (long) nodes.size());
        metadata.put("record_size", 24);
        write(metadata, out);
        return out.toByteArray();
    }

    private static void write(Object value, ByteArrayOutputStream out) {
        switch (value) {
            case Map<?, ?> map -> {
                control(7, map.size(), out);
                map.forEach((key, each) -> {
                    write(key, out);
                    write(each, out);
                });
            }
            case List<?> list -> {
                control(11, list.size(), out);
                list.forEach(each -> write(each, out));
            }
            case String text -> {
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                control(2, bytes.length, out);
                out.writeBytes(bytes);
            }
            case Integer number -> number(5, number, 2, out);
            case Long number -> number(6, number, 4, out);
            default -> throw new IllegalArgumentException("not in these tests: " + value);
        }
    }

    private static void number(int type, long value, int bytes, ByteArrayOutputStream out) {
        control(type, bytes, out);
        for (int i = bytes - 1; i >= 0; i--) {
            out.write((int) (value >>> 8 * i));
        }
    }

    private static void control(int type, int size, ByteArrayOutputStream out) {
        if (size >= 29 + 256) {
            throw new IllegalArgumentException("too long for these tests");
        }
        out.write((type <= 7 ? type << 5 : 0) | Math.min(size, 29));
        if (type > 7) {
            out.write(type - 7);
        }
        if (size >= 29) {
            out.write(size - 29);
        }
    }
}
