package org.hopwarden.lab.internal;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.hopwarden.lab.LinkQuality;
import org.hopwarden.lab.Topology;
import org.hopwarden.lab.internal.Section.Placed;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpPrefix;
import org.hopwarden.net.IpVersion;
import org.tomlj.TomlPosition;

/** Reads the links of a topology and gives every end its addresses. */
final class LinkParser {

    private static final Set<String> KEYS = Stream.concat(QualityParser.KEYS.stream(),
            Stream.of("name", "between", "prefix", "addresses", "cost", "weight", "mtu", "from")).collect(Collectors.toSet());
    /** RFC 791 section 3.2 and RFC 8200 section 5: what every link carries. */
    private static final int LEAST_MTU = 68;
    private static final int LEAST_MTU_V6 = 1280;

    private final Map<String, Topology.Node> nodes;
    private final AddressPlan plan;
    private final Problems problems;
    private final QualityParser qualities;
    private final Map<String, TomlPosition> names = new HashMap<>();

    LinkParser(Map<String, Topology.Node> nodes, AddressPlan plan, Problems problems) {
        this.nodes = nodes;
        this.plan = plan;
        this.problems = problems;
        this.qualities = new QualityParser(problems);
    }

    /** What is known of a link before the free addresses are given out. */
    private record Draft(Section section, List<String> ends, Map<IpVersion, IpPrefix> prefixes,
            Map<String, Map<IpVersion, IpAddress>> addresses) {
    }

    List<Topology.Link> parse(List<Section> sections) {
        List<Draft> drafts = sections.stream().map(this::draft).toList();
        // Written addresses are all taken before the first free one is given out, wherever in the file they stand.
        List<Topology.Link> links = new ArrayList<>();
        for (Draft draft : drafts) {
            links.add(link(draft));
        }
        return links;
    }

    private Draft draft(Section section) {
        section.allow(KEYS);
        Draft draft = new Draft(section, ends(section), new EnumMap<>(IpVersion.class), new LinkedHashMap<>());
        for (Placed<IpPrefix> prefix : section.prefixes("prefix")) {
            IpVersion version = prefix.value().address().version();
            if (draft.prefixes.containsKey(version)) {
                problems.add(prefix.at(), "the link has two IPv" + version.number() + " prefixes",
                        "write at most one of each IP version");
            } else if (isUsable(prefix) && plan.claim(prefix)) {
                draft.prefixes.put(version, prefix.value());
            }
        }
        if (!section.has("prefix")) {
            problems.add(section.at(), "[[link]] has no 'prefix'",
                    "add a line such as prefix = [\"192.0.2.0/30\", \"2001:db8:1::/64\"]");
        }
        section.inner("addresses", "write addresses.NODE = [\"192.0.2.1\"] with the node's name for NODE").ifPresent(inner -> readAddresses(inner, draft));
        return draft;
    }

    private boolean isUsable(Placed<IpPrefix> prefix) {
        IpAddress address = prefix.value().address();
        if (prefix.value().length() == 0 || address.isMulticast() || address.isLoopback()
                || address.isV4() && address.low() >>> 24 == 0) {
            problems.add(prefix.at(), prefix.value() + " is no prefix for a link", "write a prefix of unicast addresses");
            return false;
        }
        return true;
    }

    private List<String> ends(Section section) {
        List<String> ends = new ArrayList<>();
        List<Placed<String>> texts = section.texts("between");
        for (Placed<String> end : texts) {
            if (!nodes.containsKey(end.value())) {
                problems.add(end.at(), "there is no node '" + end.value() + "'",
                        NearestWord.hint(end.value(), nodes.keySet()));
            } else if (ends.contains(end.value())) {
                problems.add(end.at(), "'" + end.value() + "' stands twice in 'between'", "a link joins different nodes");
            } else {
                ends.add(end.value());
            }
        }
        if (!section.has("between")) {
            problems.add(section.at(), "[[link]] has no 'between'", "add a line such as between = [\"desk\", \"gateway\"]");
        } else if (texts.size() == 1) {
            problems.add(section.valuePosition("between"), "a link has at least two ends",
                    "write two names or more in 'between'");
        }
        return ends;
    }

    private void readAddresses(Section inner, Draft draft) {
        for (String node : inner.keys()) {
            if (!draft.ends.contains(node)) {
                problems.add(inner.position(node), "'" + node + "' is no end of this link",
                        NearestWord.hint(node, draft.ends));
                continue;
            }
            Map<IpVersion, IpAddress> own = draft.addresses.computeIfAbsent(node, key -> new EnumMap<>(IpVersion.class));
            for (Placed<IpAddress> address : inner.addresses(node)) {
                IpVersion version = address.value().version();
                IpPrefix prefix = draft.prefixes.get(version);
                if (prefix == null || !prefix.contains(address.value())) {
                    problems.add(address.at(), address.value() + " is outside the link's "
                            + (prefix == null ? "prefixes" : "prefix " + prefix),
                            prefix == null ? "give the link an IPv" + version.number() + " prefix, or leave the address out"
                                    : "write an address of that prefix");
                } else if (!AddressPlan.isUsable(prefix, address.value())) {
                    problems.add(address.at(), address.value() + " is the network's own or its broadcast address",
                            "write another address of " + prefix);
                } else if (own.containsKey(version)) {
                    problems.add(address.at(), "'" + node + "' has two IPv" + version.number() + " addresses on this link",
                            "write at most one of each IP version");
                } else if (plan.claimAddress(address)) {
                    own.put(version, address.value());
                }
            }
        }
    }

    private Topology.Link link(Draft draft) {
        Section section = draft.section;
        List<Topology.Attachment> ends = new ArrayList<>();
        for (String node : draft.ends) {
            List<IpAddress> own = new ArrayList<>();
            draft.prefixes.forEach((version, prefix) -> address(draft, node, version).ifPresent(own::add));
            ends.add(new Topology.Attachment(node, own));
        }
        LinkQuality quality = qualities.parse(section);
        return new Topology.Link(name(draft), ends, List.copyOf(draft.prefixes.values()), quality, from(draft, quality),
                (int) section.number("cost", 1, 65535, 1), (int) section.number("weight", 1, 255, 1), mtu(draft));
    }

    private Map<String, LinkQuality> from(Draft draft, LinkQuality quality) {
        Map<String, LinkQuality> from = new HashMap<>();
        draft.section.inner("from", "write from.NODE = { latency = \"5 ms\" } with the node's name for NODE").ifPresent(all -> {
            for (String node : all.keys()) {
                if (!draft.ends.contains(node)) {
                    problems.add(all.position(node), "'" + node + "' is no end of this link",
                            NearestWord.hint(node, draft.ends));
                }
                all.inner(node, "write from." + node + " = { latency = \"5 ms\" }").ifPresent(inner -> {
                    inner.allow(QualityParser.KEYS);
                    from.put(node, qualities.parse(inner, quality));
                });
            }
        });
        return from;
    }

    private int mtu(Draft draft) {
        boolean v6 = draft.prefixes.containsKey(IpVersion.V6);
        return (int) draft.section.number("mtu", v6 ? LEAST_MTU_V6 : LEAST_MTU, 65_535, Topology.Link.NO_MTU);
    }

    private Optional<IpAddress> address(Draft draft, String node, IpVersion version) {
        IpAddress written = draft.addresses.getOrDefault(node, Map.of()).get(version);
        if (written != null) {
            return Optional.of(written);
        }
        IpPrefix prefix = draft.prefixes.get(version);
        Optional<IpAddress> free = plan.next(prefix);
        if (free.isEmpty()) {
            problems.add(draft.section.valuePosition("prefix"), prefix + " has no address left for '" + node + "'",
                    "write a wider prefix");
        }
        return free;
    }

    /** The name in the file, or one made from the ends. */
    private String name(Draft draft) {
        String written = draft.section.text("name", null);
        String name = written != null ? written : String.join("--", draft.ends);
        TomlPosition at = written != null ? draft.section.valuePosition("name") : draft.section.at();
        TomlPosition before = names.putIfAbsent(name, at);
        if (before != null && !draft.ends.isEmpty()) {
            problems.add(at, (written != null ? "the link name '" + name + "' is already used in line "
                    : "another link joins " + String.join(" and ", draft.ends) + " already, in line ") + before.line(),
                    "give each of them a 'name' of its own");
        }
        return name;
    }
}
