package org.hopwarden.packetio.internal;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.hopwarden.packetio.FirewallTables.Count;
import org.hopwarden.packetio.FirewallTables.Family;
import org.hopwarden.packetio.FirewallTables.Table;
import org.hopwarden.packetio.PacketPortException;
import org.hopwarden.packetio.PacketPortException.Reason;

/** Has the kernel list tables and counters of nftables (linux/netfilter/nf_tables.h) over netlink. */
public final class TableDump {

    private static final short GET_TABLE = 10 << 8 | 1;
    private static final short GET_OBJECT = 10 << 8 | 19;
    private static final int TABLE_NAME = 1;
    private static final int OBJECT_TABLE = 1;
    private static final int OBJECT_NAME = 2;
    private static final int OBJECT_TYPE = 3;
    private static final int OBJECT_DATA = 4;
    private static final int COUNTER = 1;
    private static final int COUNTER_BYTES = 1;
    private static final int COUNTER_PACKETS = 2;
    private static final short DUMP = 0x300;
    private static final int INTERRUPTED = 0x10;
    private static final short DONE = 3;
    private static final int MESSAGE_BYTES = 512;
    private static final int BUFFER_BYTES = 1 << 16;
    /** How often it is listed anew where something changed meanwhile. */
    private static final int TRIES = 20;
    private static final ValueLayout.OfInt BIG_INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final ValueLayout.OfLong BIG_LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

    private final NativeSocket socket;
    private final MemorySegment request;
    private final MemorySegment answer;

    private TableDump(NativeSocket socket, Arena arena) {
        this.socket = socket;
        request = arena.allocate(MESSAGE_BYTES, 8);
        answer = arena.allocate(BUFFER_BYTES, 8);
    }

    public static List<Table> tables() throws PacketPortException {
        List<Table> tables = new ArrayList<>();
        dump(dump -> dump.write(GET_TABLE, 0), tables::clear, message -> {
            for (Family family : Family.values()) {
                if (message.get(JAVA_BYTE, Netlink.HEADER_BYTES) == family.number()) {
                    tables.add(new Table(family, text(attribute(message, TABLE_NAME))));
                }
            }
        });
        return tables;
    }

    public static Map<String, Count> counters(Table table) throws PacketPortException {
        Map<String, Count> counters = new HashMap<>();
        dump(dump -> {
            dump.write(GET_OBJECT, table.family().number());
            byte[] name = (table.name() + '\0').getBytes(StandardCharsets.UTF_8);
            MemorySegment.copy(name, 0, dump.request, JAVA_BYTE, dump.add(OBJECT_TABLE, name.length), name.length);
            dump.request.set(BIG_INT, dump.add(OBJECT_TYPE, Integer.BYTES), COUNTER);
        }, counters::clear, message -> {
            MemorySegment data = attribute(message, OBJECT_DATA);
            counters.put(text(attribute(message, OBJECT_NAME)), new Count(find(data, 0, COUNTER_PACKETS).get(BIG_LONG, 0),
                    find(data, 0, COUNTER_BYTES).get(BIG_LONG, 0)));
        });
        return counters;
    }

    /**
     * @param question writes the request
     * @param anew where what was listed no longer holds
     * @param each is told of each message
     */
    private static void dump(Consumer<TableDump> question, Runnable anew, Consumer<MemorySegment> each) throws PacketPortException {
        try (Arena arena = Arena.ofConfined();
                NativeSocket socket = NativeSocket.open(Netlink.AF_NETLINK, Linux.SOCK_RAW, Netlink.NETLINK_NETFILTER, "netlink socket",
                        "enforce POLICY --kernel")) {
            TableDump dump = new TableDump(socket, arena);
            question.accept(dump);
            for (int i = 1; !dump.ask(each, i == TRIES); i++) {
                anew.run();
            }
        }
    }

    private void write(short type, int family) {
        request.fill((byte) 0);
        request.set(JAVA_INT, 0, Netlink.HEADER_BYTES + Netlink.FAMILY_BYTES);
        request.set(JAVA_SHORT, Netlink.TYPE, type);
        request.set(JAVA_SHORT, Netlink.FLAGS, (short) (Netlink.REQUEST | DUMP));
        request.set(JAVA_BYTE, Netlink.HEADER_BYTES, (byte) family);
    }

    /** @return where the attribute's value is to stand */
    private long add(int attribute, int valueBytes) {
        int at = request.get(JAVA_INT, 0);
        request.set(JAVA_SHORT, at, (short) (Netlink.ATTRIBUTE_BYTES + valueBytes));
        request.set(JAVA_SHORT, at + 2, (short) attribute);
        request.set(JAVA_INT, 0, at + (Netlink.ATTRIBUTE_BYTES + valueBytes + 3 & ~3));
        return at + Netlink.ATTRIBUTE_BYTES;
    }

    /** @return whether nothing changed meanwhile, or that is all the same */
    private boolean ask(Consumer<MemorySegment> each, boolean asItIs) throws PacketPortException {
        check(Libc.sendto(socket.fd(), request, request.get(JAVA_INT, 0), 0, MemorySegment.NULL, 0));
        boolean changed = false;
        while (true) {
            int length = Libc.read(socket.fd(), answer);
            if (length != -Errno.EINTR) {
                check(length);
            }
            for (int at = 0, bytes; at + Netlink.HEADER_BYTES <= length; at += bytes + 3 & ~3) {
                bytes = answer.get(JAVA_INT, at);
                MemorySegment message = answer.asSlice(at, bytes);
                changed |= (message.get(JAVA_SHORT, Netlink.FLAGS) & INTERRUPTED) != 0;
                switch (message.get(JAVA_SHORT, Netlink.TYPE)) {
                    case DONE -> {
                        return !changed || asItIs;
                    }
                    case Netlink.ERROR -> {
                        int error = message.get(JAVA_INT, Netlink.HEADER_BYTES);
                        if (error != -Errno.ENOENT) {
                            check(error);
                        }
                        return true;
                    }
                    default -> each.accept(message);
                }
            }
        }
    }

    private static void check(int result) throws PacketPortException {
        if (result == -Errno.EPERM) {
            throw Faults.noRights("no right to see the tables of nftables", "enforce POLICY --kernel");
        }
        if (result < 0) {
            throw new PacketPortException(Reason.NOT_AVAILABLE, "the kernel does not tell its tables of nftables: " + Errno.text(-result),
                    "A kernel with CONFIG_NF_TABLES does; as a module: sudo modprobe nf_tables");
        }
    }

    private static MemorySegment attribute(MemorySegment message, int type) {
        return find(message, Netlink.HEADER_BYTES + Netlink.FAMILY_BYTES, type);
    }

    /** The value of an attribute that is always there. */
    private static MemorySegment find(MemorySegment attributes, long from, int type) {
        for (long at = from, bytes; at + Netlink.ATTRIBUTE_BYTES <= attributes.byteSize(); at += bytes + 3 & ~3) {
            bytes = Short.toUnsignedInt(attributes.get(JAVA_SHORT, at));
            if ((attributes.get(JAVA_SHORT, at + 2) & Netlink.ATTRIBUTE_TYPE) == type) {
                return attributes.asSlice(at + Netlink.ATTRIBUTE_BYTES, bytes - Netlink.ATTRIBUTE_BYTES);
            }
        }
        throw new IllegalStateException("the kernel's answer has no attribute " + type);
    }

    private static String text(MemorySegment value) {
        return value.getString(0);
    }
}
