package org.hopwarden.packetio;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;

import org.hopwarden.packetio.internal.TableDump;

/**
 * The tables of nftables in this network namespace, and what the counters with names in them have counted, asked of the kernel itself. The program {@code nft}
 * reads all that is in all tables before it lists any of it, which takes minutes where there are thousands of sets on a busy machine.
 */
public final class FirewallTables {

    private FirewallTables() {
    }

    /** What the packets of a table are. */
    public enum Family {
        INET("inet", 1), IP("ip", 2), IP6("ip6", 10);

        private final String word;
        private final int number;

        Family(String word, int number) {
            this.word = word;
            this.number = number;
        }

        /** As nft writes it. */
        public String word() {
            return word;
        }

        /** The kernel's. */
        public int number() {
            return number;
        }
    }

    /** A table. */
    public record Table(Family family, String name) {

        public Table {
            requireNonNull(family, "family");
            requireNonNull(name, "name");
        }
    }

    /** What a counter says. */
    public record Count(long packets, long bytes) {

        /** Both together. */
        public Count plus(Count other) {
            return new Count(packets + other.packets, bytes + other.bytes);
        }
    }

    /**
     * The tables of these families.
     *
     * @throws PacketPortException {@code NO_RIGHTS} without CAP_NET_ADMIN, {@code NOT_AVAILABLE} where the kernel has no nftables
     */
    public static List<Table> list() throws PacketPortException {
        PacketPorts.requireLinux();
        return TableDump.tables();
    }

    /**
     * The counters of a table, by their names; empty where there is no such table.
     *
     * @throws PacketPortException as {@link #list}
     */
    public static Map<String, Count> counters(Table table) throws PacketPortException {
        PacketPorts.requireLinux();
        return TableDump.counters(table);
    }
}
