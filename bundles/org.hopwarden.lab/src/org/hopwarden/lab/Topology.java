package org.hopwarden.lab;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.hopwarden.engine.CompiledPolicy;
import org.hopwarden.lab.internal.TopologyParser;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpPrefix;
import org.hopwarden.net.IpVersion;

/**
 * A network as a topology file describes it: what stands where, and how packets fare there. Immutable. The form of the file
 * is described in {@code docs/topologies.md}.
 *
 * @param name a short title
 * @param description one line; may be empty
 * @param seed of all random numbers: the same seed gives the same loss, jitter and flow hashes
 * @param viewpoint the name of the host from which traces start
 * @param nodes hosts and routers, in the order of the file
 * @param filters in the order in which they are asked: the first that decides a packet ends the search at its place
 * @param routes those that nodes have by hand
 * @param labelPaths MPLS label switched paths
 * @param translations of addresses; the first that fits a new connection holds for it
 * @param rewrites what routers change in headers; every one that fits is made
 * @param targets what is worth tracing, in the order of the file
 */
public record Topology(String name, String description, long seed, String viewpoint, List<Node> nodes, List<Link> links,
        List<Filter> filters, List<Route> routes, List<LabelPath> labelPaths, List<AddressTranslation> translations,
        List<Rewrite> rewrites, List<Target> targets) {

    /** The greatest file that is read, in bytes. */
    public static final int MAX_FILE_BYTES = 4 << 20;

    public Topology {
        requireNonNull(name, "name");
        requireNonNull(description, "description");
        requireNonNull(viewpoint, "viewpoint");
        nodes = List.copyOf(nodes);
        links = List.copyOf(links);
        filters = List.copyOf(filters);
        routes = List.copyOf(routes);
        labelPaths = List.copyOf(labelPaths);
        translations = List.copyOf(translations);
        rewrites = List.copyOf(rewrites);
        targets = List.copyOf(targets);
    }

    /**
     * Reads a topology file, and the policies that it names.
     *
     * @throws TopologyException if it cannot be read or is not right; says where and why
     */
    public static Topology read(Path file) throws TopologyException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_FILE_BYTES + 1);
            if (bytes.length > MAX_FILE_BYTES) {
                throw unreadable(file, "the file is too long for a topology",
                        "at most " + MAX_FILE_BYTES + " bytes are read");
            }
            return parse(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString(), file.toString(),
                    file.resolveSibling(""));
        } catch (NoSuchFileException e) {
            throw unreadable(file, "there is no such file", "check the path");
        } catch (CharacterCodingException e) {
            throw unreadable(file, "the file is not UTF-8 text", "save it as UTF-8");
        } catch (IOException e) {
            throw unreadable(file, "the file cannot be read: " + e.getMessage(), "check that it is a file you may read");
        }
    }

    private static TopologyException unreadable(Path file, String message, String remedy) {
        return new TopologyException(List.of(new TopologyProblem(file.toString(), 0, 0, message, remedy)));
    }

    /**
     * Reads a topology from text that stands in no folder: a policy in it must be named by an absolute path.
     *
     * @param name stands for the file's name in messages
     * @throws TopologyException if it is not right; says where and why
     */
    public static Topology parse(String text, String name) throws TopologyException {
        return TopologyParser.parse(text, name, Optional.empty());
    }

    /**
     * Reads a topology from text, and the policies that it names.
     *
     * @param name stands for the file's name in messages
     * @param folder where relative paths of policies start
     * @throws TopologyException if it is not right; says where and why
     */
    public static Topology parse(String text, String name, Path folder) throws TopologyException {
        return TopologyParser.parse(text, name, Optional.of(folder));
    }

    /** The same network with other targets. */
    public Topology withTargets(List<Target> others) {
        return new Topology(name, description, seed, viewpoint, nodes, links, filters, routes, labelPaths, translations,
                rewrites, others);
    }

    /** The host or router of this name; names are told apart without regard to case. */
    public Optional<Node> node(String nodeName) {
        return nodes.stream().filter(node -> node.name().equalsIgnoreCase(nodeName)).findFirst();
    }

    /** All addresses of a node: its own first, then those of its links in the order of the file. */
    public List<IpAddress> addresses(Node node) {
        List<IpAddress> addresses = new ArrayList<>(node.loopbacks());
        for (Link link : links) {
            for (Attachment end : link.ends()) {
                if (end.node().equals(node.name())) {
                    addresses.addAll(end.addresses());
                }
            }
        }
        return addresses;
    }

    /**
     * The addresses behind a name, as a name server would tell: IPv4 before IPv6.
     *
     * @param hostName a node's name, or one of its further names; without regard to case
     * @return empty where nothing has that name
     */
    public List<IpAddress> lookup(String hostName) {
        String wanted = hostName.endsWith(".") ? hostName.substring(0, hostName.length() - 1) : hostName;
        for (Node node : nodes) {
            if (node.name().equalsIgnoreCase(wanted) || node.names().contains(wanted.toLowerCase(Locale.ROOT))) {
                List<IpAddress> addresses = new ArrayList<>(addresses(node));
                addresses.sort((a, b) -> a.version().compareTo(b.version()));
                return addresses;
            }
        }
        return List.of();
    }

    /** The node that has this address. */
    public Optional<Node> owner(IpAddress address) {
        return nodes.stream().filter(node -> addresses(node).contains(address)).findFirst();
    }

    /** What to call an address: the first host name of its owner, or where it has none, the name of the node. */
    public Optional<String> nameOf(IpAddress address) {
        return owner(address).map(node -> node.names().isEmpty() ? node.name() : node.names().getFirst());
    }

    /** What a node does with packets that are not its own. */
    public enum Kind {
        HOST, ROUTER
    }

    /**
     * A host or a router.
     *
     * @param name unique in the topology: letters, digits, dashes
     * @param names further names for {@link #lookup}, in lower case, such as {@code www.forum.example}
     * @param loopbacks addresses of the node itself, on no link
     * @param ping whether it answers echo requests
     * @param silent whether it never sends an ICMP error
     * @param tcpOpen ports on which it answers a SYN with a SYN-ACK
     * @param udpOpen ports on which it sends a datagram back
     * @param behaviour how it differs from a node that does everything by the book
     */
    public record Node(String name, Kind kind, List<String> names, List<IpAddress> loopbacks, boolean ping, boolean silent,
            Set<Integer> tcpOpen, Set<Integer> udpOpen, NodeBehaviour behaviour) {

        public Node {
            requireNonNull(name, "name");
            requireNonNull(kind, "kind");
            requireNonNull(behaviour, "behaviour");
            names = List.copyOf(names);
            loopbacks = List.copyOf(loopbacks);
            tcpOpen = Set.copyOf(tcpOpen);
            udpOpen = Set.copyOf(udpOpen);
        }

        public boolean isRouter() {
            return kind == Kind.ROUTER;
        }
    }

    /**
     * One end of a link.
     *
     * @param node the name of the node there
     * @param addresses one for each prefix of the link
     */
    public record Attachment(String node, List<IpAddress> addresses) {

        public Attachment {
            requireNonNull(node, "node");
            addresses = List.copyOf(addresses);
        }

        /** The address of this version. */
        public Optional<IpAddress> address(IpVersion version) {
            return addresses.stream().filter(address -> address.version() == version).findFirst();
        }
    }

    /**
     * A link between two nodes, or a segment that joins more.
     *
     * @param name unique in the topology
     * @param ends at least two, of different nodes
     * @param prefixes at most one of each IP version
     * @param quality how packets fare, whoever sends them
     * @param qualityFrom the same for what a node of this name sends, where it differs
     * @param cost for the choice of the shortest paths, 1 to 65535
     * @param weight the share among paths of equal cost, 1 to 255
     * @param mtuBytes the longest packet that fits; {@link #NO_MTU} where every packet does
     */
    public record Link(String name, List<Attachment> ends, List<IpPrefix> prefixes, LinkQuality quality,
            Map<String, LinkQuality> qualityFrom, int cost, int weight, int mtuBytes) {

        /** More than the longest packet has. */
        public static final int NO_MTU = 1 << 17;

        public Link {
            requireNonNull(name, "name");
            requireNonNull(quality, "quality");
            qualityFrom = Map.copyOf(qualityFrom);
            ends = List.copyOf(ends);
            prefixes = List.copyOf(prefixes);
        }

        /** How packets fare that this node sends. */
        public LinkQuality quality(String fromNode) {
            return qualityFrom.getOrDefault(fromNode, quality);
        }

        /** One delay of one way, for lists and tables: see {@link Delay#nominal}. */
        public Duration latency() {
            return quality.delay().nominal();
        }

        /** The greatest random delay on top of {@link #latency}, where it is evenly spread; else zero. */
        public Duration jitter() {
            return quality.delay() instanceof Delay.Uniform(Duration least, Duration most) ? most.minus(least) : Duration.ZERO;
        }

        /** The share of packets that vanish in the long run, each way on its own: 0 to 1. */
        public double loss() {
            return quality.loss().share();
        }

        /** The end at a node of this name. */
        public Optional<Attachment> end(String nodeName) {
            return ends.stream().filter(end -> end.node().equals(nodeName)).findFirst();
        }
    }

    /** Something that decides packets at a place. */
    public sealed interface Filter {

        FilterPlace place();
    }

    /**
     * A simple filter. It decides packets that one of the matches means, and leaves others to the filters behind it.
     *
     * @param matches at least one
     */
    public record MatchFilter(FilterPlace place, List<PacketMatch> matches, PacketFilter.Decision action) implements Filter {

        public MatchFilter {
            requireNonNull(place, "place");
            requireNonNull(action, "action");
            matches = List.copyOf(matches);
        }
    }

    /**
     * A policy. It decides every packet, so no filter behind it at the same place is ever asked. Two of these are equal only
     * where they share the compiled policy.
     *
     * @param file where the policy was read from
     * @param policy as it was then: later changes of the file do not reach it
     */
    public record PolicyFilter(FilterPlace place, Path file, CompiledPolicy policy) implements Filter {

        public PolicyFilter {
            requireNonNull(place, "place");
            requireNonNull(file, "file");
            requireNonNull(policy, "policy");
        }
    }

    /**
     * What is worth tracing from the viewpoint.
     *
     * @param name as the file names it: a node's name, one of its further names, or an address
     * @param address what it stands for; IPv4 where it stands for both
     * @param method the id of the probe method that shows the most; empty where any will do
     * @param port for that method, 0 for its own default
     * @param note why it is worth it, one line; may be empty
     */
    public record Target(String name, IpAddress address, String method, int port, String note) {

        public Target {
            requireNonNull(name, "name");
            requireNonNull(address, "address");
            requireNonNull(method, "method");
            requireNonNull(note, "note");
        }
    }
}
