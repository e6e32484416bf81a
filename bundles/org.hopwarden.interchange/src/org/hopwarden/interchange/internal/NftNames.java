package org.hopwarden.interchange.internal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Names as nftables takes them, each used once, and other words of its language. */
final class NftNames {

    /** Words of the language that cannot be the name of a chain, found by trying all words of its manual. */
    private static final Set<String> WORDS = Set.of(("accept add ah all and arp auto-merge bridge cgroup chain comment comp"
            + " constant continue counter cpu create ct day dccp define delete describe destroy device devices dnat drop dst dup"
            + " dynamic ecn element elements eq esp ether exists expires export exthdr fib flags flow flowtable flush frag fwd"
            + " gc-interval ge geneve get goto gre gretap gt handle hbh hook hour ibriport ibrname icmp icmpv6 igmp iif iifgroup"
            + " iifname iiftype import include index inet insert interval ip ip6 ipsec jhash jump last le limit list log lshift"
            + " lt map mark masquerade meta meter mh missing monitor ne netdev nftrace not notrack numgen obriport obrname"
            + " offload oif oifgroup oifname oiftype or osf pkttype policy position priority queue quota random redefine"
            + " redirect reject rename replace reset return rshift rt rt0 rt2 rtclassid rule ruleset sctp secmark set size"
            + " skgid skuid snat socket srh symhash synproxy table tcp th time timeout tproxy type typeof udp udplite undefine"
            + " update vlan vmap vxlan xor xt").split(" "));
    private static final Pattern OTHER = Pattern.compile("[^A-Za-z0-9_.-]");
    private static final int LONGEST = 100;
    private static final int FIRST_NUMBER = 2;
    private static final int LONGEST_COMMENT = 127;

    private final Set<String> used = new HashSet<>();
    /** The number behind a name that was given last, where more than one wanted it. */
    private final Map<String, Integer> numbers = new HashMap<>();

    /** A name as near to the wanted one as it can be, that nothing else has. */
    String of(String wanted) {
        String name = OTHER.matcher(wanted).replaceAll("_");
        if (name.isEmpty() || !Character.isLetter(name.charAt(0))) {
            name = "c_" + name;
        }
        name = name.length() > LONGEST ? name.substring(0, LONGEST) : name;
        name = WORDS.contains(name) ? name + "_" : name;
        String free = name;
        // There may be thousands that want the same one.
        while (!used.add(free)) {
            free = name + "_" + numbers.merge(name, FIRST_NUMBER, (last, one) -> last + 1);
        }
        return free;
    }

    /** A text between quotes; what nftables cannot hold there is written as a space or an apostrophe. */
    static String quoted(String text, int longest) {
        String plain = text.replace('"', '\'').replaceAll("\\p{Cntrl}", " ");
        while (plain.getBytes(java.nio.charset.StandardCharsets.UTF_8).length > longest) {
            plain = plain.substring(0, plain.length() - 1);
        }
        return '"' + plain + '"';
    }

    /** A comment behind a rule. */
    static String comment(String text) {
        return " comment " + quoted(text, LONGEST_COMMENT);
    }

    /** A text for people in a line of its own. */
    static String remark(String text) {
        return "# " + text.replaceAll("\\p{Cntrl}+", " ");
    }
}
