package org.hopwarden.lab.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.hopwarden.lab.IcmpLimit;
import org.hopwarden.lab.NodeBehaviour;
import org.hopwarden.lab.Topology;
import org.hopwarden.lab.TopologyException;
import org.hopwarden.lab.internal.Section.Placed;
import org.hopwarden.net.IpAddress;
import org.tomlj.Toml;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;

/** Reads a topology file: its form first, then whether what it says can be. */
public final class TopologyParser {

    private static final Set<String> KEYS = Set.of("name", "description", "seed", "viewpoint", "host", "router", "link",
            "filter", "route", "mpls", "nat", "rewrite", "target", LimitParser.KEY);
    private static final Set<String> HOST_KEYS = union(Set.of("name", "names", "loopback", "ping", "tcp-open", "udp-open"),
            BehaviourParser.KEYS);
    private static final Set<String> ROUTER_KEYS = union(union(HOST_KEYS, Set.of("silent")), BehaviourParser.ROUTER_KEYS);
    private static final String NAME_FORM = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    private static final TomlPosition START = TomlPosition.positionAt(1, 1);
    /** The TOML reader is recursive: more than this could exhaust its stack. No topology nests deeper than three. */
    private static final int MAX_NESTING = 32;

    private static final Pattern SHORT_ESCAPE = Pattern.compile("\\\\(?:u(?!\\p{XDigit}{4})|U(?!\\p{XDigit}{8}))");

    private final Problems problems;
    private final AddressPlan addresses;
    private final Section top;
    private final PolicyLoader policies;
    private final Map<String, Topology.Node> nodes = new LinkedHashMap<>();
    private final Map<String, TomlPosition> nodePlaces = new HashMap<>();
    private final Map<String, TomlPosition> namePlaces = new HashMap<>();
    private final List<Placed<IpAddress>> loopbacks = new ArrayList<>();
    private BehaviourParser behaviours;

    private TopologyParser(Section top, PolicyLoader policies, Problems problems) {
        this.top = top;
        this.policies = policies;
        this.problems = problems;
        this.addresses = new AddressPlan(problems);
    }

    /**
     * Reads a topology.
     *
     * @param file the name for messages
     * @param folder where relative paths start; empty where there is none
     */
    public static Topology parse(String text, String file, Optional<Path> folder) throws TopologyException {
        Problems problems = new Problems(file);
        checkNesting(text, problems);
        problems.throwIfAny();
        TomlParseResult toml = readToml(text, problems);
        problems.throwIfAny();
        toml.errors().forEach(error -> problems.add(error.position(), error.getMessage(),
                "this is not TOML: texts and quantities stand in quotes, lists in [ ], each key once"));
        problems.throwIfAny();
        Section top = new Section("the file", toml, START, text.lines().toList(), problems);
        return new TopologyParser(top, new PolicyLoader(folder, problems), problems).parse();
    }

    /** Where Java assertions are on, as in tests, the TOML reader stumbles over a short unicode escape that it has noted. */
    private static TomlParseResult readToml(String text, Problems problems) {
        try {
            return Toml.parse(text);
        } catch (AssertionError e) {
            Matcher escape = SHORT_ESCAPE.matcher(text);
            String before = escape.find() ? text.substring(0, escape.start()) : "";
            problems.add(TomlPosition.positionAt((int) before.chars().filter(c -> c == '\n').count() + 1,
                    before.length() - before.lastIndexOf('\n')), "invalid unicode escape sequence",
                    "write \\u with 4 hexadecimal digits, or \\U with 8");
            return null;
        }
    }

    private static void checkNesting(String text, Problems problems) {
        int line = 1;
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            line += c == '\n' ? 1 : 0;
            run = c == '[' || c == '{' ? run + 1 : c == ']' || c == '}' ? Math.max(0, run - 1) : run;
            if (run > MAX_NESTING) {
                problems.add(TomlPosition.positionAt(line, 1), "brackets are nested more than " + MAX_NESTING + " deep",
                        "close each '[' and '{'");
                return;
            }
        }
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        return Stream.concat(some.stream(), others.stream()).collect(Collectors.toUnmodifiableSet());
    }

    private Topology parse() throws TopologyException {
        top.allow(KEYS);
        String name = top.requiredText("name", "\"My network\"");
        String description = top.text("description", "");
        long seed = top.number("seed", Long.MIN_VALUE, Long.MAX_VALUE, 1);
        behaviours = new BehaviourParser(problems, LimitParser.parse(top, problems, IcmpLimit.NONE));
        for (String key : top.keys()) {
            switch (key) {
                case "host" -> top.list(key).forEach(section -> readNode(section, Topology.Kind.HOST));
                case "router" -> top.list(key).forEach(section -> readNode(section, Topology.Kind.ROUTER));
                default -> { }
            }
        }
        LinkParser linkParser = new LinkParser(nodes, addresses, problems);
        List<Topology.Link> links = linkParser.parse(top.list("link"));
        addresses.checkLoopbacks(loopbacks);
        checkConnected(links);
        String viewpoint = viewpoint();
        Places places = new Places(nodes, links, problems);
        List<Topology.Filter> filters = new FilterParser(places, policies, problems).parse(top.list("filter"));
        RouteParser routes = new RouteParser(places, problems);
        TranslationParser translations = new TranslationParser(places, problems);
        Topology plain = new Topology(name == null ? "" : name, description, seed, viewpoint == null ? "" : viewpoint,
                List.copyOf(nodes.values()), links, filters, routes.routes(top.list("route")),
                routes.labelPaths(top.list("mpls")), translations.translations(top.list("nat")),
                translations.rewrites(top.list("rewrite")), List.of());
        problems.throwIfAny();
        List<Topology.Target> targets = new TargetParser(plain, problems).parse(top.list("target"));
        problems.throwIfAny();
        return plain.withTargets(targets);
    }

    private void readNode(Section section, Topology.Kind kind) {
        section.allow(kind == Topology.Kind.ROUTER ? ROUTER_KEYS : HOST_KEYS);
        String name = section.requiredText("name", kind == Topology.Kind.ROUTER ? "\"core\"" : "\"desk\"");
        List<IpAddress> own = new ArrayList<>();
        for (Placed<IpAddress> address : section.addresses("loopback")) {
            if (addresses.claimAddress(address)) {
                own.add(address.value());
                loopbacks.add(address);
            }
        }
        List<String> names = new ArrayList<>();
        for (Placed<String> further : section.texts("names")) {
            if (checkName(further.value(), NAME_FORM + "(?:\\." + NAME_FORM + ")*", further.at())) {
                names.add(further.value().toLowerCase(Locale.ROOT));
            }
        }
        boolean ping = section.flag("ping", true);
        boolean silent = kind == Topology.Kind.ROUTER && section.flag("silent", false);
        Set<Integer> tcpOpen = section.ports("tcp-open");
        Set<Integer> udpOpen = section.ports("udp-open");
        NodeBehaviour behaviour = behaviours.parse(section);
        if (name != null && checkName(name, NAME_FORM, section.valuePosition("name"))) {
            nodes.put(name, new Topology.Node(name, kind, names, own, ping, silent, tcpOpen, udpOpen,
                    behaviour));
            nodePlaces.put(name, section.at());
        }
    }

    private boolean checkName(String name, String form, TomlPosition at) {
        if (!name.matches(form) || name.length() > 253) {
            problems.add(at, "'" + name + "' is no name for a node", "use letters, digits and dashes, at most 63");
            return false;
        }
        if (IpAddress.tryParse(name).isPresent()) {
            problems.add(at, "'" + name + "' is an address", "give the node a name, and the link its addresses");
            return false;
        }
        TomlPosition before = namePlaces.putIfAbsent(name.toLowerCase(Locale.ROOT), at);
        if (before != null) {
            problems.add(at, "the name '" + name + "' is already used in line " + before.line(),
                    "give each node a name of its own");
            return false;
        }
        return true;
    }

    private void checkConnected(List<Topology.Link> links) {
        if (!problems.isEmpty()) {
            return;
        }
        for (Topology.Node node : nodes.values()) {
            if (nodes.size() > 1 && links.stream().noneMatch(link -> link.end(node.name()).isPresent())) {
                problems.add(nodePlaces.get(node.name()), "'" + node.name() + "' is on no link",
                        "add a [[link]] with '" + node.name() + "' in its 'between'");
            }
        }
    }

    private String viewpoint() {
        String viewpoint = top.requiredText("viewpoint", "\"desk\"");
        if (viewpoint != null && nodes.isEmpty() && problems.isEmpty()) {
            problems.add(START, "there is no host", "add a [[host]] with a name");
        } else if (viewpoint != null && !nodes.containsKey(viewpoint)) {
            problems.add(top.valuePosition("viewpoint"), "there is no node '" + viewpoint + "'",
                    NearestWord.hint(viewpoint, nodes.keySet()));
        } else if (viewpoint != null && nodes.get(viewpoint).isRouter()) {
            problems.add(top.valuePosition("viewpoint"), "'" + viewpoint + "' is a router",
                    "traces start from a host; name one");
        }
        return viewpoint;
    }
}
