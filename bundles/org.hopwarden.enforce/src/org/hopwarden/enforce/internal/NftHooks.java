package org.hopwarden.enforce.internal;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.hopwarden.packetio.FirewallTables;
import org.hopwarden.packetio.PacketPortException;

/** Hooks as an own nftables table. It stands behind connection tracking and before the host's own filter, which decides as well. */
final class NftHooks implements QueueHooks {

    private static final Pattern NAME = Pattern.compile("hopwarden-(\\d{1,5})");
    private static final int PRIORITY = -10;

    /** The number of the table that ceases to decide at the moment at which this one begins to; 0 for none. */
    private final int before;

    NftHooks() {
        this(0);
    }

    NftHooks(int before) {
        this.before = before;
    }

    @Override
    public QueueHooks next(int number) {
        return new NftHooks(number);
    }

    @Override
    public String name() {
        return "nft";
    }

    @Override
    public void install(Plan plan) throws IOException {
        // Both would decide a packet while both are awake, for what a queue has let pass goes on to the next table.
        String text = text(plan) + (before != 0 && standing().contains(before) ? asleep(before) : "");
        SystemCommand done = SystemCommand.run(List.of("nft", "-f", "-"), text);
        if (!done.succeeded()) {
            throw new IOException(done.errors().lines().findFirst().orElse("it fails"));
        }
    }

    /** A table that is asleep decides nothing, and its counters stay as they are. */
    static String asleep(int number) {
        return "table inet hopwarden-" + number + " {\n\tflags dormant\n}\n";
    }

    static String text(Plan plan) {
        StringBuilder text = new StringBuilder("table inet hopwarden-" + plan.first() + " {\n");
        for (String chain : plan.chains()) {
            text.append("  chain ").append(chain).append(" {\n    type filter hook ").append(chain).append(" priority ").append(PRIORITY)
                    .append("; policy accept;\n    meta mark ").append(Integer.toUnsignedString(plan.mark())).append(" return\n");
            queue(plan).forEach(line -> text.append("    ").append(line).append('\n'));
            text.append("  }\n");
        }
        return text.append("}\n").toString();
    }

    /** The rules that send packets into queues. */
    static List<String> queue(Plan plan) {
        return plan.shares().stream().map(share -> (share == plan.shares().getLast() ? "" : "ct state " + share.state().getLiteral() + " ")
                + "queue" + (plan.bypass() ? " flags bypass" : "") + " to " + share.first() + (share.count() == 1 ? "" : "-" + share.last()))
                .toList();
    }

    @Override
    public void remove(int first) throws IOException {
        // What is not there is no error where it is added first. The kernel back end has one of IPv6 alone as well.
        SystemCommand done = SystemCommand.run(List.of("nft", "-f", "-"), """
                table inet hopwarden-%1$d
                delete table inet hopwarden-%1$d
                table ip6 hopwarden-%1$d
                delete table ip6 hopwarden-%1$d
                """.formatted(first));
        if (!done.succeeded() && standing().contains(first)) {
            throw new IOException("cannot delete the table inet hopwarden-" + first + ": " + done.errors().strip());
        }
    }

    @Override
    public String removal(Plan plan) {
        return """
                nft delete table inet hopwarden-%1$d
                ! nft list table inet hopwarden-%1$d
                """.formatted(plan.first());
    }

    @Override
    public String removalByHand(int first) {
        return "sudo nft delete table inet hopwarden-" + first;
    }

    @Override
    public Set<Integer> standing() {
        Set<Integer> numbers = new TreeSet<>();
        try {
            for (FirewallTables.Table table : FirewallTables.list()) {
                Matcher name = NAME.matcher(table.name());
                if (name.matches()) {
                    numbers.add(Integer.parseInt(name.group(1)));
                }
            }
        } catch (PacketPortException e) {
            // Where there are no tables, none was set up.
        }
        return numbers;
    }
}
