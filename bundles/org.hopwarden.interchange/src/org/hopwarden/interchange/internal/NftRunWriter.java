package org.hopwarden.interchange.internal;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.hopwarden.interchange.internal.AddressSpans.Span;
import org.hopwarden.interchange.internal.NftBox.Kind;
import org.hopwarden.interchange.internal.NftConditions.Alternative;
import org.hopwarden.interchange.internal.NftConditions.Unsayable;
import org.hopwarden.interchange.internal.NftLayer4.Part;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.net.IpVersion;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.Match;
import org.hopwarden.rulemodel.NumberRange;
import org.hopwarden.rulemodel.Rule;

/** Collects rules that decide and do nothing else, and writes them as sets where there are enough of them. */
final class NftRunWriter {

    /** Fewer rules than this are written one by one. */
    static final int FEWEST_RULES = 8;
    /** A run whose rules have more boxes is written as several, because every pair of them is looked at. */
    static final int MOST_BOXES = 20_000;
    /** Fewer rules than this are no tree. */
    private static final int FEWEST_OF_TREE = 24;
    private static final int ELEMENTS_A_LINE = 4;
    private static final IntSpans ALL_BYTES = IntSpans.of(0, 0xff);

    private final NftTable table;
    private final Chain chain;
    private final Part part;
    private final String name;
    private final List<String> lines;
    private final List<Waiting> waiting = new ArrayList<>();
    private final List<String> waitingRemarks = new ArrayList<>();
    private int waitingBoxes;

    /** @param exact whether the areas hold no packets but those of the rule */
    private record Waiting(Rule rule, int number, List<Alternative> alternatives, List<String> remarks, List<Area> areas,
            boolean exact) {
    }

    /** A box whose addresses are no ranks yet. */
    private record Area(IpVersion version, Kind kind, String guard, Span source, Span destination, NumberRange protocol,
            NumberRange first, NumberRange second) {
    }

    NftRunWriter(NftTable table, Chain chain, Part part, String name, List<String> lines) {
        this.table = table;
        this.chain = chain;
        this.part = part;
        this.name = name;
        this.lines = lines;
    }

    /** A remark of its own; in a run it stands in front of it. */
    void remark(List<String> remarks) {
        waitingRemarks.addAll(remarks);
        if (waiting.isEmpty()) {
            lines.addAll(waitingRemarks);
            waitingRemarks.clear();
        }
    }

    void add(Rule rule, int number, List<Alternative> alternatives, List<String> remarks) throws Unsayable {
        List<String> all = new ArrayList<>(waitingRemarks);
        waitingRemarks.clear();
        all.addAll(remarks);
        List<Area> areas = new ArrayList<>();
        boolean exact = areas(rule, areas);
        if (areas.size() > NftRun.MOST_BOXES) {
            exact = false;
            areas = NftConditions.versions(chain, rule.getMatch()).stream().map(NftRunWriter::everything).toList();
        }
        waiting.add(new Waiting(rule, number, alternatives, all, areas, exact));
        waitingBoxes += areas.size();
        if (waitingBoxes >= MOST_BOXES) {
            flush();
        }
    }

    void flush() {
        if (waiting.size() < FEWEST_RULES) {
            waiting.forEach(this::writeAlone);
        } else {
            writeRun();
        }
        waiting.clear();
        waitingBoxes = 0;
        lines.addAll(waitingRemarks);
        waitingRemarks.clear();
    }

    private void writeAlone(Waiting one) {
        lines.addAll(one.remarks);
        try {
            new NftRuleWriter(table, chain, name, NftTable.End.BACK, NftTable.End.DROP).write(one.rule, one.number,
                    one.alternatives, lines);
        } catch (Unsayable e) {
            table.refusals().add("chain " + chain.getName() + ", rule " + one.number + ": " + e.getMessage());
        }
    }

    private void writeRun() {
        Map<IpVersion, NftRanks> ranks = new EnumMap<>(IpVersion.class);
        for (IpVersion version : IpVersion.values()) {
            ranks.put(version, new NftRanks(version));
        }
        waiting.stream().flatMap(one -> one.areas.stream()).forEach(area -> {
            ranks.get(area.version).add(area.source);
            ranks.get(area.version).add(area.destination);
        });
        ranks.values().forEach(NftRanks::finish);
        List<NftRun.Member> members = new ArrayList<>();
        for (Waiting one : waiting) {
            String verdict = table.outcomes().ofElement(chain, one.number, one.rule);
            String comment = NftRuleWriter.comment(one.rule);
            members.add(new NftRun.Member(one.areas.stream().map(area -> box(area, ranks.get(area.version))).toList(), one.exact,
                    verdict, one.exact ? List.of() : one.alternatives.stream().map(any -> any.with(verdict) + comment).toList()));
        }
        int first = waiting.get(0).number;
        int last = waiting.getLast().number;
        List<String> tree = table.outcomes().trees() && members.size() >= FEWEST_OF_TREE
                ? new NftTree(table, name, ranks, new TreeTarget(first, ranks)).write(members) : null;
        if (tree != null) {
            lines.addAll(tree);
            return;
        }
        String place = "rules " + first + " to " + last;
        int at = lines.size();
        NftRun run = new NftRun(ranks, members);
        run.write(new Target(first));
        lines.add(at, NftNames.remark(place + ": sets " + run.sets() + ", rules in no set " + run.rules()));
        if (run.leftOut() > 0) {
            lines.add(NftNames.remark(run.leftOut() + " of them never match, because earlier ones decide all they match"));
        }
        tellLosses(first, last);
    }

    private void tellLosses(int first, int last) {
        String place = "chain " + chain.getName() + ", rules " + first + " to " + last + ": ";
        if (waiting.stream().anyMatch(one -> one.rule.getPackets() != null)) {
            table.losses().add(place + "their counters are not written, because they become elements of sets");
        }
        if (waiting.stream().anyMatch(one -> !one.remarks.isEmpty() || one.rule.getName() != null)) {
            table.losses().add(place + "their remarks and names are not written, because they become elements of sets");
        }
    }

    private final class Target implements NftRun.Target {

        private final int first;

        Target(int first) {
            this.first = first;
        }

        @Override
        public String set(boolean map, String type, List<String> elements) {
            List<String> text = new ArrayList<>();
            text.add("type " + type + (map ? " : verdict" : ""));
            text.add("flags interval");
            return declare(text, elements, map);
        }

        /** One whose size is told, for which the kernel has a faster table. */
        private String hash(String type, List<String> elements) {
            return declare(new ArrayList<>(List.of("type " + type + " : verdict", "size " + elements.size())), elements, true);
        }

        private String declare(List<String> text, List<String> elements, boolean map) {
            for (int i = 0; i < elements.size(); i += ELEMENTS_A_LINE) {
                int to = Math.min(elements.size(), i + ELEMENTS_A_LINE);
                text.add((i == 0 ? "elements = { " : "\t") + String.join(", ", elements.subList(i, to))
                        + (to == elements.size() ? " }" : ","));
            }
            return table.declare(name + "_" + first, text, map);
        }

        @Override
        public void rule(String line) {
            lines.add(line);
        }
    }

    /** For a tree, whose sets stand in chains of their own. */
    private final class TreeTarget implements NftTree.Target {

        private final int first;
        private final Map<IpVersion, NftRanks> ranks;

        TreeTarget(int first, Map<IpVersion, NftRanks> ranks) {
            this.first = first;
            this.ranks = ranks;
        }

        @Override
        public String map(String type, List<String> elements) {
            return new Target(first).set(true, type, elements);
        }

        @Override
        public String hash(String type, List<String> elements) {
            return new Target(first).hash(type, elements);
        }

        @Override
        public List<String> sets(List<NftRun.Member> members) {
            List<String> rules = new ArrayList<>();
            new NftRun(ranks, members).write(new NftRun.Target() {

                @Override
                public String set(boolean map, String type, List<String> elements) {
                    return new Target(first).set(map, type, elements);
                }

                @Override
                public void rule(String line) {
                    rules.add(line);
                }
            });
            return rules;
        }
    }

    private static Area everything(IpVersion version) {
        return new Area(version, Kind.NONE, "", AddressSpans.all(version), AddressSpans.all(version), range(ALL_BYTES), ports(),
                ports());
    }

    private static NumberRange ports() {
        return new NumberRange(0, NumberRange.HIGHEST);
    }

    private static NumberRange range(IntSpans one) {
        return one.spans().get(0);
    }

    /** Adds the packets of a rule as areas; false where they hold others as well. Stops beyond {@link NftRun#MOST_BOXES}. */
    private boolean areas(Rule rule, List<Area> areas) throws Unsayable {
        Match match = rule.getMatch();
        boolean exact = true;
        for (IpVersion version : NftConditions.versions(chain, match)) {
            NftAddresses source = NftAddresses.of(match.getSource(), match.isSourceNegated(), version);
            NftAddresses destination = NftAddresses.of(match.getDestination(), match.isDestinationNegated(), version);
            exact &= source.isExact() && destination.isExact();
            for (String guard : NftConditions.guards(match, version)) {
                for (NftAddresses.Part from : source.parts("saddr")) {
                    for (NftAddresses.Part to : destination.parts("daddr")) {
                        for (NftLayer4 layer4 : NftLayer4.of(rule, chain.getFragmentReading(), part, version)) {
                            addAreas(version, NftConditions.join(guard, from.guard(), to.guard(), layer4.flagsText()),
                                    from.spans(), to.spans(), layer4, areas);
                        }
                    }
                }
            }
        }
        return exact;
    }

    private static void addAreas(IpVersion version, String guard, AddressSpans source, AddressSpans destination, NftLayer4 layer4,
            List<Area> areas) {
        boolean icmp = layer4.icmpType() != null;
        Kind kind = icmp ? layer4.icmpCode() == null ? Kind.ICMP_TYPE : Kind.ICMP_CODE
                : layer4.destinationPort() != null ? Kind.PORTS : layer4.sourcePort() != null ? Kind.SOURCE_PORT
                : layer4.protocols() != null ? Kind.PROTOCOL : Kind.NONE;
        IntSpans all = IntSpans.of(0, NumberRange.HIGHEST);
        IntSpans protocols = layer4.protocols() == null ? ALL_BYTES : layer4.protocols();
        IntSpans first = icmp ? layer4.icmpType() : layer4.sourcePort() == null ? all : layer4.sourcePort();
        IntSpans second = icmp ? layer4.icmpCode() == null ? all : layer4.icmpCode()
                : layer4.destinationPort() == null ? all : layer4.destinationPort();
        for (Span from : source.spans()) {
            for (Span to : destination.spans()) {
                for (NumberRange protocol : protocols.spans()) {
                    for (NumberRange one : first.spans()) {
                        second.spans().forEach(other -> areas.add(new Area(version, kind, guard, from, to, protocol, one, other)));
                        if (areas.size() > NftRun.MOST_BOXES) {
                            return;
                        }
                    }
                }
            }
        }
    }

    private static NftBox box(Area area, NftRanks ranks) {
        return new NftBox(area.version, area.kind, area.guard, new int[] { ranks.low(area.source), ranks.high(area.source),
            ranks.low(area.destination), ranks.high(area.destination), area.protocol.low(), area.protocol.high(),
            area.first.low(), area.first.high(), area.second.low(), area.second.high() });
    }
}
