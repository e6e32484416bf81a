package org.hopwarden.lab.internal;

import java.io.ByteArrayOutputStream;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.hopwarden.lab.Topology;
import org.hopwarden.net.IpAddress;

/** Answers DNS queries about the names of a topology (RFC 1035): addresses of names, and names of addresses. */
final class NameService {

    private static final int HEADER = 12;
    private static final int TYPE_A = 1;
    private static final int TYPE_PTR = 12;
    private static final int TYPE_AAAA = 28;
    private static final int TYPE_ANY = 255;
    private static final int CLASS_IN = 1;
    private static final int FORMAT_ERROR = 1;
    private static final int NO_SUCH_NAME = 3;
    private static final int NOT_IMPLEMENTED = 4;
    private static final int TTL_SECONDS = 60;
    private static final int POINTER_TO_QUESTION = 0xc000 | HEADER;

    private final Topology topology;

    NameService(Topology topology) {
        this.topology = topology;
    }

    /** @return null where the datagram is no query */
    byte[] answer(byte[] query) {
        if (query.length < HEADER || (query[2] & 0x80) != 0) {
            return null;
        }
        if ((query[2] >>> 3 & 0xf) != 0) {
            return error(query, NOT_IMPLEMENTED);
        }
        StringBuilder name = new StringBuilder();
        int end = number(query, 4) == 1 ? readName(query, name) : -1;
        if (end < 0 || end + 4 > query.length) {
            return error(query, FORMAT_ERROR);
        }
        int type = number(query, end);
        int questionEnd = end + 4;
        ByteArrayOutputStream records = new ByteArrayOutputStream();
        boolean known = number(query, end + 2) == CLASS_IN && answer(name.toString(), type, records);
        int count = records.size() == 0 ? 0 : records.toByteArray()[0];
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        header(out, query, 1, known ? 0 : NO_SUCH_NAME, count);
        out.write(query, HEADER, questionEnd - HEADER);
        if (count > 0) {
            out.write(records.toByteArray(), 1, records.size() - 1);
        }
        return out.toByteArray();
    }

    /** Writes the number of records and then the records; nothing where there is none. Whether the name exists. */
    private boolean answer(String name, int type, ByteArrayOutputStream out) {
        IpAddress reversed = ReverseName.address(name);
        if (reversed != null) {
            String owner = topology.owner(reversed).map(node -> node.names().isEmpty() ? node.name()
                    : node.names().getFirst()).orElse(null);
            if (owner != null && (type == TYPE_PTR || type == TYPE_ANY)) {
                out.write(1);
                record(out, TYPE_PTR, encoded(owner));
            }
            return owner != null;
        }
        List<IpAddress> addresses = topology.lookup(name);
        List<IpAddress> wanted = addresses.stream().filter(address -> type == TYPE_ANY
                || type == (address.isV4() ? TYPE_A : TYPE_AAAA)).limit(16).toList();
        if (!wanted.isEmpty()) {
            out.write(wanted.size());
            for (IpAddress address : wanted) {
                byte[] bytes = new byte[address.version().addressBits() / 8];
                address.write(MemorySegment.ofArray(bytes), 0);
                record(out, address.isV4() ? TYPE_A : TYPE_AAAA, bytes);
            }
        }
        return !addresses.isEmpty();
    }

    private static void record(ByteArrayOutputStream out, int type, byte[] data) {
        put(out, POINTER_TO_QUESTION, 2);
        put(out, type, 2);
        put(out, CLASS_IN, 2);
        put(out, TTL_SECONDS, 4);
        put(out, data.length, 2);
        out.writeBytes(data);
    }

    private static byte[] encoded(String name) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (String label : name.split("\\.")) {
            out.write(label.length());
            out.writeBytes(label.getBytes(StandardCharsets.US_ASCII));
        }
        out.write(0);
        return out.toByteArray();
    }

    /** @return where the name ends; -1 where it is none */
    private static int readName(byte[] query, StringBuilder name) {
        int at = HEADER;
        while (at < query.length && query[at] != 0) {
            int length = query[at] & 0xff;
            if (length > 63 || at + 1 + length >= query.length || name.length() > 253) {
                return -1;
            }
            name.append(name.isEmpty() ? "" : ".").append(new String(query, at + 1, length, StandardCharsets.US_ASCII));
            at += 1 + length;
        }
        return at < query.length ? at + 1 : -1;
    }

    private static byte[] error(byte[] query, int code) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        header(out, query, 0, code, 0);
        return out.toByteArray();
    }

    /** An authoritative answer, without recursion. */
    private static void header(ByteArrayOutputStream out, byte[] query, int questions, int code, int answers) {
        out.write(query, 0, 2);
        out.write(0x84 | query[2] & 0x79);
        out.write(code);
        put(out, questions, 2);
        put(out, answers, 2);
        put(out, 0, 4);
    }

    private static int number(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
    }

    private static void put(ByteArrayOutputStream out, int value, int bytes) {
        for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) {
            out.write(value >>> shift);
        }
    }
}
