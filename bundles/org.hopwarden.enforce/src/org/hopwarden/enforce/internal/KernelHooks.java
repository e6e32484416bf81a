package org.hopwarden.enforce.internal;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.hopwarden.engine.CompiledPolicy;
import org.hopwarden.engine.Direction;
import org.hopwarden.interchange.ExportException;
import org.hopwarden.interchange.SettledTable;
import org.hopwarden.packetio.FirewallTables;
import org.hopwarden.packetio.FirewallTables.Count;
import org.hopwarden.packetio.FirewallTables.Family;
import org.hopwarden.packetio.FirewallTables.Table;
import org.hopwarden.packetio.PacketPortException;

/**
 * An own nftables table in which the kernel decides what of a policy is settled, and from which the rest goes into queues. It bears the number of
 * the first queue as other hooks do, so that the next start of any back end takes a dead one away.
 * <p>
 * Where the kernel's nftables cannot queue, the table sets a bit of the mark, iptables queues the packets with that bit, and behind it the table takes
 * the bit away again.
 */
final class KernelHooks implements QueueHooks {

    /** The bit of the mark that is Hopwarden's between two priorities, where the kernel's nftables cannot queue. */
    static final int MARK_BIT = 0x2000_0000;

    /** Behind connection tracking (-200), in front of iptables' table mangle (-150). */
    private static final int PRIORITY = -155;
    private static final int PRIORITY_BEHIND = -145;
    /** Large tables take their time on a busy machine. */
    private static final int LOAD_SECONDS = 300;
    /** To ask for the counters of a large table takes its time on a busy machine: no more than this share of it goes there. */
    private static final int COUNT_SHARE = 10;
    private static final long SHORTEST_NANOS = 100_000_000;
    /** What nft says where more chains go one to the other than the kernel follows. */
    private static final String TOO_DEEP = "Too many links";
    private static final String BIT = "0x" + Integer.toHexString(MARK_BIT);
    private static final String WITHOUT_BIT = "meta mark & " + BIT + " != 0 meta mark set meta mark & 0x" + Integer.toHexString(~MARK_BIT);

    private final CompiledPolicy policy;
    private final Set<Direction> directions;
    private final boolean dryRun;
    /** The number of the table that ceases to decide; 0 for none. */
    private final int before;
    private final boolean queues;
    private SettledTable table;
    private int number;
    private Map<String, Count> last = Map.of();
    private long nextCountNanos = System.nanoTime();
    private boolean removed;

    /** @param before the table that ceases to decide at the moment at which this one begins to; null for none */
    KernelHooks(CompiledPolicy policy, Set<Direction> directions, boolean dryRun, KernelHooks before) {
        this.policy = policy;
        this.directions = directions;
        this.dryRun = dryRun;
        this.before = before == null ? 0 : before.number;
        queues = canQueue();
    }

    /** Whether the kernel's nftables can queue; asks the kernel and changes nothing. */
    static boolean canQueue() {
        try {
            return check("queue to 0").succeeded();
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether the kernel would take a table with a rule. */
    static SystemCommand check(String rule) throws IOException {
        return SystemCommand.run(List.of("nft", "-c", "-f", "-"), """
                table inet hopwarden-trial {
                  counter n { }
                  map m {
                    type ipv4_addr . ipv4_addr . inet_proto . inet_service : verdict
                    flags interval
                    elements = { 192.0.2.0/24 . 192.0.2.1-192.0.2.7 . tcp . 1-1023 : goto c }
                  }
                  chain c {
                    counter name "n" accept
                  }
                  chain f {
                    type filter hook forward priority -155; policy accept;
                    ip saddr . ip daddr . meta l4proto . th dport vmap @m
                    reject with icmpx admin-prohibited
                  }
                  chain i {
                    type filter hook input priority -155; policy accept;
                    %s
                  }
                }
                """.formatted(rule));
    }

    @Override
    public String name() {
        return "the kernel's nftables";
    }

    /** The bits of the mark that packets in the queue did not bear before. */
    int foreignMark() {
        return queues ? 0 : MARK_BIT;
    }

    @Override
    public void install(Plan plan) throws IOException {
        number = plan.first();
        String text = text(plan, true);
        if (!queues) {
            // First, for a packet that is marked and not queued would pass.
            iptables().install(plan.withOnly(MARK_BIT));
        }
        try {
            SystemCommand done = load(text);
            if (!done.succeeded() && done.errors().contains(TOO_DEEP)) {
                done = load(text(plan, false));
            }
            if (!done.succeeded()) {
                throw new IOException(done.errors().contains(TOO_DEEP) ? "its chains follow on each other more deeply than the 16 of the kernel; take"
                        + " --nfqueue" : done.errors().lines().findFirst().orElse("nft fails"));
            }
        } catch (IOException e) {
            if (!queues) {
                iptables().remove(number);
            }
            throw e;
        }
    }

    private static SystemCommand load(String text) throws IOException {
        return SystemCommand.run(List.of("nft", "-f", "-"), text, LOAD_SECONDS);
    }

    private IptablesHooks iptables() {
        return table.settledIpv4() ? new IptablesHooks(List.of("ip6tables")) : new IptablesHooks();
    }

    /** For nft, which takes all of it or nothing. */
    String text(Plan plan, boolean trees) throws IOException {
        List<String> first = List.of("meta mark " + Integer.toUnsignedString(plan.mark()) + " accept");
        List<String> arriving = queues ? List.of() : List.of(WITHOUT_BIT);
        List<String> undecided = queues ? NftHooks.queue(plan) : List.of("meta mark set meta mark | " + BIT + " accept");
        try {
            table = SettledTable.of(policy.policy(), policy.chain(), new SettledTable.Options(
                    directions.stream().map(Direction::hook).collect(Collectors.toSet()), PRIORITY, first, arriving, undecided, dryRun, trees));
        } catch (ExportException e) {
            throw new IOException(e.getMessage(), e);
        }
        String name = tableName(plan.first());
        StringBuilder text = new StringBuilder("table inet ").append(name).append(" {\n").append(table.text()).append("}\n");
        if (!queues) {
            // Where all of IPv4 is settled, its packets are spared the rest of the way.
            text.append("table ").append(table.settledIpv4() ? "ip6 " : "inet ").append(name).append(" {\n");
            for (String chain : plan.chains()) {
                text.append("\tchain _behind_").append(chain).append(" {\n\t\ttype filter hook ").append(chain).append(" priority ")
                        .append(PRIORITY_BEHIND).append("; policy accept;\n\t\t").append(WITHOUT_BIT).append("\n\t}\n");
            }
            text.append("}\n");
        }
        if (before != 0) {
            text.append(NftHooks.asleep(before));
        }
        return text.toString();
    }

    private static String tableName(int number) {
        return "hopwarden-" + number;
    }

    /** Counts once more, when nothing is decided any more. */
    @Override
    public synchronized void remove(int first) throws IOException {
        SystemCommand.run(List.of("nft", "-f", "-"), NftHooks.asleep(first), LOAD_SECONDS);
        nextCountNanos = System.nanoTime();
        last = counts();
        removed = true;
        new NftHooks().remove(first);
        if (!queues) {
            new IptablesHooks().remove(first);
        }
    }

    /** Lets pass what would be queued. What is settled goes on to be decided. */
    @Override
    public String removal(Plan plan) {
        return queues ? """
                nft 'flush chain inet %1$s undecided; add rule inet %1$s undecided accept'
                """.formatted(tableName(plan.first())) : new IptablesHooks().removal(plan);
    }

    @Override
    public String removalOfAll(Plan plan) {
        return """
                nft delete table ip6 %1$s
                nft delete table inet %1$s
                %2$s! nft list table inet %1$s && ! nft list table ip6 %1$s
                """.formatted(tableName(plan.first()), queues ? "" : new IptablesHooks().removal(plan).strip() + " && ");
    }

    @Override
    public void restore(Plan plan) throws IOException {
        if (!queues) {
            iptables().restore(plan.withOnly(MARK_BIT));
            return;
        }
        String chain = "inet " + tableName(plan.first()) + " undecided";
        String rules = NftHooks.queue(plan).stream().map(rule -> "add rule " + chain + " " + rule + "\n").collect(Collectors.joining());
        SystemCommand done = SystemCommand.run(List.of("nft", "-f", "-"), "flush chain " + chain + "\n" + rules, LOAD_SECONDS);
        if (!done.succeeded()) {
            throw new IOException(done.errors().lines().findFirst().orElse("nft fails"));
        }
    }

    @Override
    public String removalByHand(int first) {
        String table = new NftHooks().removalByHand(first);
        return queues ? table : table + "; " + new IptablesHooks().removalByHand(first);
    }

    @Override
    public Set<Integer> standing() {
        return new NftHooks().standing();
    }

    SettledTable table() {
        return table;
    }

    /** What the kernel has counted, by the names of its counters; the last counts where it cannot be asked, or was asked just before. */
    synchronized Map<String, Count> counts() {
        if (removed || System.nanoTime() - nextCountNanos < 0) {
            return last;
        }
        long start = System.nanoTime();
        try {
            last = FirewallTables.counters(new Table(Family.INET, tableName(number)));
        } catch (PacketPortException e) {
            // The last ones hold; a moment later it may work again.
        }
        long now = System.nanoTime();
        nextCountNanos = now + Math.max(SHORTEST_NANOS, COUNT_SHARE * (now - start));
        return last;
    }
}
