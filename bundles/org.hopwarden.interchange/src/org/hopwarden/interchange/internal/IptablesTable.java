package org.hopwarden.interchange.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.hopwarden.interchange.internal.NftTable.End;
import org.hopwarden.net.IpVersion;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.ChainEnd;
import org.hopwarden.rulemodel.Chains;
import org.hopwarden.rulemodel.Hook;
import org.hopwarden.rulemodel.IptablesChain;

/** The table filter that is being written, and what was lost or refused on the way. */
final class IptablesTable {

    /** What a packet meets that is allowed, where no further chain has to allow it. */
    static final String ACCEPT = "-j ACCEPT";

    private static final int LONGEST_NAME = 28;
    private static final String NO_COUNTS = "[0:0]";

    /** Names that iptables takes for something else: built-in chains, verdicts, and targets of its extensions. */
    private static final Set<String> TAKEN = Set.of(("INPUT OUTPUT FORWARD PREROUTING POSTROUTING ACCEPT DROP RETURN QUEUE REJECT"
            + " LOG NFLOG ULOG NFQUEUE MARK CONNMARK CT DNAT SNAT MASQUERADE REDIRECT NETMAP NOTRACK TCPMSS TCPOPTSTRIP TOS DSCP"
            + " ECN TTL HL TEE TPROXY TRACE AUDIT CHECKSUM CLASSIFY CLUSTERIP CONNSECMARK SECMARK HMARK IDLETIMER LED RATEEST"
            + " SET SYNPROXY DNPT SNPT standard").split(" "));

    private final IpVersion version;
    private final boolean whole;
    private final Map<String, String> declarations = new LinkedHashMap<>();
    private final Map<String, List<String>> rules = new LinkedHashMap<>();
    private final Map<Body, String> bodies = new HashMap<>();
    private final Set<String> used = new HashSet<>();
    private final Set<String> losses = new LinkedHashSet<>();
    private final Set<String> refusals = new LinkedHashSet<>();
    private int buckets;

    /**
     * What chains are written for.
     *
     * @param policy the default action where they are met
     * @param next what is done with a packet that they allow
     * @param hook where they are met
     */
    record Use(End policy, String next, Hook hook) {
    }

    private record Body(Chain chain, End end, Use use) {
    }

    /** @param whole whether the kernel puts fragments together before the rules see them */
    IptablesTable(IpVersion version, boolean whole) {
        this.version = version;
        this.whole = whole;
    }

    boolean whole() {
        return whole;
    }

    /** Whether any rule asks for the state of connections, so that the kernel puts fragments together. */
    boolean tracksConnections() {
        return rules.values().stream().anyMatch(lines -> lines.stream().anyMatch(line -> !line.startsWith("#")
                && line.contains("--ctstate ")));
    }

    IpVersion version() {
        return version;
    }

    Set<String> losses() {
        return losses;
    }

    Set<String> refusals() {
        return refusals;
    }

    /** A name for the buckets of one rate. */
    String bucket() {
        return "hopwarden" + ++buckets;
    }

    /** A name as near to the wanted one as it can be, that nothing else has. */
    String name(String wanted) {
        String name = wanted.replaceAll("[^A-Za-z0-9_.-]", "_");
        name = name.isEmpty() || name.startsWith("-") || TAKEN.contains(name) ? "c_" + name : name;
        name = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
        String free = name;
        for (int n = 2; !used.add(free); n++) {
            String tail = "_" + n;
            free = name.substring(0, Math.min(name.length(), LONGEST_NAME - tail.length())) + tail;
        }
        return free;
    }

    /** Declares a built-in chain. */
    void builtIn(String name, End end, Chain counted, List<String> lines) {
        declarations.put(name, (end == End.ACCEPT ? "ACCEPT " : "DROP ") + counts(counted));
        rules.put(name, lines);
    }

    /** Declares a chain of its own and gives its name. */
    String chain(String wanted, List<String> lines) {
        String name = name(wanted);
        declarations.put(name, "- " + NO_COUNTS);
        rules.put(name, lines);
        return name;
    }

    private static String counts(Chain chain) {
        return chain != null && chain.getDialect() instanceof IptablesChain dialect && dialect.getPackets() != null
                && dialect.getBytes() != null ? "[" + dialect.getPackets() + ":" + dialect.getBytes() + "]" : NO_COUNTS;
    }

    /** The name of a chain of the table that does what this chain does; it is written where it is not there yet. */
    String body(Chain chain, End end, Use use) {
        Set<Chain> all = Chains.reachable(chain);
        boolean samePolicy = all.stream().filter(one -> one != chain).noneMatch(one -> one.getEnd() == ChainEnd.POLICY);
        boolean sameHook = all.stream().flatMap(one -> one.getRules().stream()).map(rule -> rule.getMatch())
                .noneMatch(match -> IptablesConditions.asksForAny(match.getInInterface())
                        || IptablesConditions.asksForAny(match.getOutInterface()));
        Body body = new Body(chain, end, new Use(samePolicy ? null : use.policy(), use.next(), sameHook ? null : use.hook()));
        String name = bodies.get(body);
        if (name == null) {
            List<String> lines = new ArrayList<>();
            name = chain(chain.getName(), lines);
            declarations.put(name, "- " + counts(chain));
            bodies.put(body, name);
            new IptablesChainWriter(this, chain, name, end, new Use(use.policy(), use.next(), sameHook ? null : use.hook()),
                    false).write(lines);
            if (end != End.BACK) {
                lines.add(target(end, use.next()));
            }
        }
        return name;
    }

    /** What is done at an end that decides. */
    static String target(End end, String next) {
        return switch (end) {
            case ACCEPT -> next;
            case DROP -> "-j DROP";
            case BACK -> "-j RETURN";
        };
    }

    String text(String title, List<String> otherTables) {
        StringBuilder text = new StringBuilder("# For ").append(version == IpVersion.V4 ? "iptables" : "ip6tables")
                .append("-restore: ").append(title).append('\n');
        otherTables.forEach(table -> text.append(table).append('\n'));
        text.append("*filter\n");
        declarations.forEach((name, end) -> text.append(':').append(name).append(' ').append(end).append('\n'));
        rules.forEach((name, lines) -> lines.forEach(line -> text.append(line(name, line)).append('\n')));
        return text.append("COMMIT\n").toString();
    }

    private static String line(String name, String line) {
        if (line.startsWith("#")) {
            return line;
        }
        int behind = line.startsWith("[") ? line.indexOf(']') + 2 : 0;
        return line.substring(0, behind) + "-A " + name + " " + line.substring(behind);
    }
}
