package org.hopwarden.enforce.internal;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.hopwarden.engine.CompiledPolicy;
import org.hopwarden.engine.Direction;
import org.hopwarden.interchange.ExportException;
import org.hopwarden.interchange.SettledTable;

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
    private static final Pattern COUNTER = Pattern.compile("counter (n\\d+) \\{\\s*packets (\\d+) bytes (\\d+)");
    private static final String NOT = "0x" + Integer.toHexString(~MARK_BIT);
    private static final String BIT = "0x" + Integer.toHexString(MARK_BIT);

    private final CompiledPolicy policy;
    private final Set<Direction> directions;
    private final boolean dryRun;
    private final KernelHooks before;
    private final boolean queues;
    private SettledTable table;
    private int number;
    private Map<String, Count> last = Map.of();
    private boolean removed;

    /** What a counter of the kernel says. */
    record Count(long packets, long bytes) {
    }

    /** @param before the table that ceases to decide at the moment at which this one begins to; null for none */
    KernelHooks(CompiledPolicy policy, Set<Direction> directions, boolean dryRun, KernelHooks before) {
        this.policy = policy;
        this.directions = directions;
        this.dryRun = dryRun;
        this.before = before;
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
        String text = text(plan);
        if (!queues) {
            new IptablesHooks().install(plan.withOnly(MARK_BIT));
        }
        SystemCommand done = SystemCommand.run(List.of("nft", "-f", "-"), text, LOAD_SECONDS);
        if (!done.succeeded()) {
            if (!queues) {
                new IptablesHooks().remove(number);
            }
            throw new IOException(done.errors().lines().findFirst().orElse("nft fails"));
        }
    }

    /** For nft, which takes all of it or nothing. */
    String text(Plan plan) throws IOException {
        List<String> first = queues ? List.of("meta mark " + Integer.toUnsignedString(plan.mark()) + " accept")
                : List.of("meta mark " + Integer.toUnsignedString(plan.mark()) + " accept",
                        "meta mark & " + BIT + " != 0 meta mark set meta mark & " + NOT);
        List<String> undecided = queues ? NftHooks.queue(plan) : List.of("meta mark set meta mark | " + BIT + " accept");
        try {
            table = SettledTable.of(policy.policy(), policy.chain(), new SettledTable.Options(
                    directions.stream().map(Direction::hook).collect(Collectors.toSet()), PRIORITY, first, undecided, dryRun));
        } catch (ExportException e) {
            throw new IOException(e.getMessage(), e);
        }
        StringBuilder text = new StringBuilder("table inet ").append(tableName(plan.first())).append(" {\n").append(table.text());
        if (!queues) {
            for (String chain : plan.chains()) {
                text.append("\tchain _behind_").append(chain).append(" {\n\t\ttype filter hook ").append(chain).append(" priority ")
                        .append(PRIORITY_BEHIND).append("; policy accept;\n\t\tmeta mark & ").append(BIT).append(" != 0 meta mark set meta mark & ")
                        .append(NOT).append("\n\t}\n");
            }
        }
        text.append("}\n");
        if (before != null) {
            text.append(asleep(before.number));
        }
        return text.toString();
    }

    private static String tableName(int number) {
        return "hopwarden-" + number;
    }

    /** A table that is asleep decides nothing, and its counters stay as they are. */
    private static String asleep(int number) {
        return "table inet " + tableName(number) + " {\n\tflags dormant\n}\n";
    }

    /** Counts once more, when nothing is decided any more. */
    @Override
    public synchronized void remove(int first) throws IOException {
        SystemCommand.run(List.of("nft", "-f", "-"), asleep(first), LOAD_SECONDS);
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
    public void restore(Plan plan) throws IOException {
        if (!queues) {
            new IptablesHooks().restore(plan.withOnly(MARK_BIT));
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
    public Set<Integer> standing() {
        return new NftHooks().standing();
    }

    SettledTable table() {
        return table;
    }

    /** What the kernel has counted, by the names of its counters; the last counts where it cannot be asked. */
    synchronized Map<String, Count> counts() {
        if (removed) {
            return last;
        }
        try {
            SystemCommand listed = SystemCommand.run(List.of("nft", "-t", "list", "counters", "table", "inet", tableName(number)), "", LOAD_SECONDS);
            if (listed.succeeded()) {
                Map<String, Count> counts = new HashMap<>();
                Matcher counter = COUNTER.matcher(listed.output());
                while (counter.find()) {
                    counts.put(counter.group(1), new Count(Long.parseLong(counter.group(2)), Long.parseLong(counter.group(3))));
                }
                last = Map.copyOf(counts);
            }
        } catch (IOException e) {
            // The last ones hold; a moment later it may work again.
        }
        return last;
    }
}
