package org.hopwarden.interchange.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.hopwarden.net.IpVersion;

/**
 * Turns a run of rules into a tree of look-ups, each for one address among ranges, which costs a packet little however many rules there are.
 * <p>
 * At each node most rules are narrow in one of the addresses: a packet goes to the chain of those that its address lies in. The few that are wide
 * there are asked before, in a tree of their own. Where one of them matches, the narrow ones that stand in front of it in the list
 * and overlap it are asked, and then it decides. Many ranges are looked up by the block of addresses that they lie in ({@link NftBlocks}).
 */
final class NftTree {

    /** So many rules stand one behind the other. */
    private static final int LEAF = 8;
    /** Where no address tells rules apart, more than these become sets. */
    private static final int MOST_IN_A_ROW = 24;
    /** A rule that lies in more of the ranges of a node is wide there. */
    private static final int MOST_RANGES = 160;
    /** What a tree may hold for each of its boxes, elements and rules together, so that it does not grow out of all proportion. */
    private static final int MOST_FOR_EACH = 40;
    /** From so many ranges on, blocks of addresses are looked up in a hash table first. */
    private static final int FEWEST_OF_BLOCKS = 48;
    /** Up to so many ranges of a block are compared one by one. */
    private static final int MOST_RANGES_IN_A_ROW = 3;
    private static final List<Integer> FIELDS = List.of(NftBox.DESTINATION, NftBox.SOURCE);

    private final NftTable table;
    private final String name;
    private final Map<IpVersion, NftRanks> ranks;
    private final Target target;
    /** Tests lower it. */
    private final int fewestOfBlocks = Integer.getInteger("hopwarden.kernel.fewest-ranges-of-blocks", FEWEST_OF_BLOCKS);
    private final Map<Node, String> chains = new HashMap<>();
    private long left;
    private int named;

    /** Where sets are declared. */
    interface Target {

        /** Declares a map of verdicts and gives its name. */
        String map(String type, List<String> elements);

        /** Declares a map of verdicts for single values and gives its name. */
        String hash(String type, List<String> elements);

        /** The rules for members by sets. */
        List<String> sets(List<NftRun.Member> members);
    }

    /**
     * A box of a rule.
     *
     * @param order of the rule in the run
     * @param conditions alternatives of which one is to hold
     */
    private record Entry(int order, NftBox box, boolean exact, List<String> conditions, String verdict) {

        private Entry withVerdict(String other) {
            return other.equals(verdict) ? this : new Entry(order, box, exact, conditions, other);
        }

        private boolean overlaps(Entry other) {
            return box.overlaps(other.box);
        }

        /** Each is made once, and there are very many to compare. */
        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }

    /** Rules in their order, and the fields by which they are not told apart yet. */
    private record Node(List<Entry> entries, List<Integer> fields) {
    }

    /** A tree would hold too much. */
    private static final class TooLarge extends Exception {

        private static final long serialVersionUID = 1L;
    }

    NftTree(NftTable table, String name, Map<IpVersion, NftRanks> ranks, Target target) {
        this.table = table;
        this.name = name;
        this.ranks = ranks;
        this.target = target;
    }

    /** The rules with which the tree begins; null where it would hold too much. */
    List<String> write(List<NftRun.Member> members) {
        List<Set<String>> before = table.written();
        try {
            Map<IpVersion, List<Entry>> entries = new EnumMap<>(IpVersion.class);
            for (IpVersion version : IpVersion.values()) {
                List<Entry> some = entries(members, version);
                if (!some.isEmpty()) {
                    entries.put(version, some);
                }
            }
            List<String> lines = new ArrayList<>();
            for (Map.Entry<IpVersion, List<Entry>> one : entries.entrySet()) {
                left = (long) MOST_FOR_EACH * one.getValue().size() + 10_000;
                Node root = new Node(one.getValue(), FIELDS);
                // Where all rules are for one version, no other packets match them, and a jump is saved.
                lines.addAll(entries.size() == 1 ? lines(root, "jump") : List.of(NftText.nfproto(one.getKey()) + " jump " + chain(root)));
            }
            return lines;
        } catch (TooLarge e) {
            table.takeBack(before);
            return null;
        }
    }

    private List<Entry> entries(List<NftRun.Member> members, IpVersion version) {
        List<Entry> entries = new ArrayList<>();
        NftKeys keys = new NftKeys(ranks.get(version));
        for (int order = 0; order < members.size(); order++) {
            NftRun.Member member = members.get(order);
            for (NftBox box : member.boxes()) {
                if (box.version() == version) {
                    List<String> conditions = member.exact()
                            ? List.of(NftConditions.join(box.guard(), keys.text(box, keys.fields(List.of(box)))))
                            : member.lines().stream().map(line -> line.substring(0, line.length() - member.verdict().length()).strip()).toList();
                    entries.add(new Entry(order, box, member.exact(), conditions, member.verdict()));
                }
            }
        }
        return entries;
    }

    /** The chain that has the verdict of the first rule that matches, and goes back where none does. */
    private String chain(Node node) throws TooLarge {
        String known = chains.get(node);
        if (known == null) {
            known = name("_t");
            chains.put(node, known);
            table.chain(known, lines(node, "goto"));
        }
        return known;
    }

    /** @param to jump where others follow on the lines in the same chain, to which packets that match none of these are to come */
    private List<String> lines(Node node, String to) throws TooLarge {
        List<Entry> entries = reached(node.entries);
        if (entries.size() <= LEAF) {
            return row(entries);
        }
        Ranges best = null;
        for (int field : node.fields) {
            Ranges ranges = new Ranges(entries, field);
            best = best == null || ranges.wide.size() < best.wide.size() ? ranges : best;
        }
        if (best == null || best.wide.size() > entries.size() * 3 / 4) {
            return entries.size() <= MOST_IN_A_ROW ? row(entries) : sets(entries);
        }
        List<Integer> others = new ArrayList<>(node.fields);
        others.remove(Integer.valueOf(best.field));
        List<String> lines = new ArrayList<>();
        if (!best.wide.isEmpty()) {
            List<Entry> wide = new ArrayList<>();
            for (Entry one : best.wide) {
                wide.add(one.withVerdict(behind(best.narrow, one)));
            }
            // In a chain of its own it would cost a jump.
            lines.addAll(lines(new Node(List.copyOf(wide), others), "jump"));
        }
        lines.addAll(best.lookUp(others, to));
        spend(lines.size());
        return lines;
    }

    /** The verdict of a rule, unless one that stands in front of it matches as well. */
    private String behind(List<Entry> narrow, Entry wide) throws TooLarge {
        List<Entry> before = deciding(narrow.stream().filter(one -> one.order < wide.order && one.overlaps(wide)).toList(), wide.verdict);
        if (before.isEmpty()) {
            return wide.verdict;
        }
        String chain = name("_w");
        List<String> lines = before.size() <= LEAF ? new ArrayList<>(row(before))
                : new ArrayList<>(List.of("jump " + chain(new Node(before, FIELDS))));
        lines.add(wide.verdict);
        table.chain(chain, lines);
        spend(lines.size());
        return "goto " + chain;
    }

    /** Without those that decide as what stands behind all of them does; but in front of others that decide otherwise they are needed. */
    private static List<Entry> deciding(List<Entry> entries, String behind) {
        List<Entry> deciding = new ArrayList<>();
        for (Entry entry : entries.reversed()) {
            if (!entry.verdict.equals(behind) || deciding.stream().anyMatch(later -> later.overlaps(entry))) {
                deciding.add(entry);
            }
        }
        return deciding.reversed();
    }

    /** One that is free at once: to try one after the other takes long for many. */
    private String name(String kind) {
        return table.names().of(name + kind + ++named);
    }

    /** Without those that earlier ones cover; in long lists they are few. */
    private static List<Entry> reached(List<Entry> entries) {
        if (entries.size() > 4 * MOST_IN_A_ROW) {
            return entries;
        }
        List<Entry> reached = new ArrayList<>();
        for (Entry entry : entries) {
            if (reached.stream().noneMatch(earlier -> earlier.exact && earlier.box.covers(entry.box))) {
                reached.add(entry);
            }
        }
        return reached;
    }

    private List<String> row(List<Entry> entries) throws TooLarge {
        List<String> lines = new ArrayList<>();
        for (Entry entry : entries) {
            entry.conditions.forEach(condition -> lines.add(NftConditions.join(condition, entry.verdict)));
        }
        spend(lines.size());
        return lines;
    }

    private List<String> sets(List<Entry> entries) throws TooLarge {
        List<NftRun.Member> members = new ArrayList<>();
        for (Entry entry : entries) {
            members.add(new NftRun.Member(List.of(entry.box), entry.exact, entry.verdict, entry.exact ? List.of()
                    : entry.conditions.stream().map(condition -> NftConditions.join(condition, entry.verdict)).toList()));
        }
        spend(4 * entries.size());
        return target.sets(members);
    }

    private void spend(int amount) throws TooLarge {
        left -= amount;
        if (left < 0) {
            throw new TooLarge();
        }
    }

    /** Rules by the ranges of one field into which their bounds cut it. */
    private final class Ranges {

        private final int field;
        private final List<Entry> wide = new ArrayList<>();
        private final List<Entry> narrow = new ArrayList<>();

        Ranges(List<Entry> entries, int field) {
            this.field = field;
            int[] starts = starts(entries);
            for (Entry entry : entries) {
                int ranges = at(starts, entry.box.bounds()[field + 1]) - at(starts, entry.box.bounds()[field]) + 1;
                boolean all = entry.box.bounds()[field] == 0 && entry.box.bounds()[field + 1] == ranks.get(entry.box.version()).highest();
                (ranges > MOST_RANGES || all && entries.size() > LEAF ? wide : narrow).add(entry);
            }
        }

        private int[] starts(List<Entry> entries) {
            TreeSet<Integer> starts = new TreeSet<>(List.of(0));
            for (Entry entry : entries) {
                starts.add(entry.box.bounds()[field]);
                starts.add(entry.box.bounds()[field + 1] + 1);
            }
            return starts.stream().mapToInt(Integer::intValue).toArray();
        }

        private static int at(int[] starts, int rank) {
            int found = Arrays.binarySearch(starts, rank);
            return found >= 0 ? found : -found - 2;
        }

        /** The rules that send a packet to the chain of the narrow rules that its address lies in. */
        private List<String> lookUp(List<Integer> others, String to) throws TooLarge {
            int[] starts = starts(narrow);
            List<List<Entry>> cells = new ArrayList<>();
            for (int i = 0; i < starts.length; i++) {
                cells.add(new ArrayList<>());
            }
            for (Entry entry : narrow) {
                int last = at(starts, entry.box.bounds()[field + 1]);
                for (int i = at(starts, entry.box.bounds()[field]); i <= last; i++) {
                    cells.get(i).add(entry);
                }
            }
            IpVersion version = narrow.getFirst().box.version();
            int highest = ranks.get(version).highest();
            List<NftBlocks.Cell> found = new ArrayList<>();
            for (int i = 0, next; i < starts.length; i = next) {
                next = i + 1;
                while (next < starts.length && cells.get(next).equals(cells.get(i))) {
                    next++;
                }
                if (!cells.get(i).isEmpty()) {
                    int last = next < starts.length ? starts[next] - 1 : highest;
                    found.add(new NftBlocks.Cell(ranks.get(version).span(starts[i], last), chain(new Node(List.copyOf(cells.get(i)), others))));
                }
            }
            spend(found.size());
            String address = NftText.header(version) + (field == NftBox.SOURCE ? " saddr" : " daddr");
            NftBlocks blocks = version == IpVersion.V4 && found.size() >= fewestOfBlocks ? NftBlocks.of(found) : null;
            if (blocks == null) {
                return List.of(address + " vmap @" + target.map(version == IpVersion.V4 ? "ipv4_addr" : "ipv6_addr", elements(found, to)));
            }
            spend(blocks.elements());
            return write(blocks, address, to);
        }

        private static List<String> elements(List<NftBlocks.Cell> cells, String to) {
            return cells.stream().map(cell -> NftText.span(cell.span()) + " : " + to + ' ' + cell.chain()).toList();
        }

        private List<String> write(NftBlocks blocks, String address, String to) {
            List<String> elements = new ArrayList<>();
            blocks.whole().forEach((block, chain) -> elements.add(block + " : " + to + ' ' + chain));
            blocks.divided().forEach((block, cells) -> {
                String chain = name("_b");
                table.chain(chain, cells.size() <= MOST_RANGES_IN_A_ROW
                        ? cells.stream().map(cell -> address + ' ' + NftText.span(cell.span()) + " goto " + cell.chain()).toList()
                        : List.of(address + " vmap @" + target.map("ipv4_addr", elements(cells, "goto"))));
                elements.add(block + " : " + to + ' ' + chain);
            });
            String hash = target.hash("ipv4_addr", elements);
            List<String> lines = new ArrayList<>();
            lines.add(address + " & " + blocks.mask() + " vmap @" + hash);
            if (!blocks.large().isEmpty()) {
                lines.add(address + " vmap @" + target.map("ipv4_addr", elements(blocks.large(), to)));
            }
            return lines;
        }
    }
}
