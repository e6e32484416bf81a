package org.hopwarden.interchange.internal;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.hopwarden.interchange.internal.NftTable.End;
import org.hopwarden.rulemodel.Action;
import org.hopwarden.rulemodel.Allow;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.Reject;
import org.hopwarden.rulemodel.RejectType;
import org.hopwarden.rulemodel.Rule;

/** Verdicts as nftables writes them, and the chains that send what a table alone cannot. */
final class NftVerdicts implements NftOutcomes {

    private final NftNames names;
    private final Map<RejectType, String> chains = new EnumMap<>(RejectType.class);

    NftVerdicts(NftNames names) {
        this.names = names;
    }

    @Override
    public String ofRule(Chain chain, int number, Rule rule, boolean tcp) {
        return of(rule.getAction(), tcp);
    }

    /** A verdict map knows no reject. */
    @Override
    public String ofElement(Chain chain, int number, Rule rule) {
        return rule.getAction() instanceof Reject reject ? "goto " + chain(reject.getType()) : of(rule.getAction(), false);
    }

    @Override
    public String ofEnd(Chain chain, End end) {
        return end.text();
    }

    @Override
    public boolean logs() {
        return false;
    }

    @Override
    public boolean trees() {
        return false;
    }

    @Override
    public Object scope() {
        return "";
    }

    private String of(Action action, boolean tcp) {
        return switch (action) {
            case Allow allow -> "accept";
            case Reject reject -> reject(reject.getType(), tcp);
            default -> "drop";
        };
    }

    private String reject(RejectType type, boolean tcp) {
        return switch (type) {
            case PORT_UNREACHABLE, NET_UNREACHABLE, HOST_UNREACHABLE, ADMIN_PROHIBITED -> lines(type).get(0);
            case TCP_RESET -> tcp ? "reject with tcp reset" : "goto " + chain(type);
            case PROTOCOL_UNREACHABLE, NET_PROHIBITED, HOST_PROHIBITED -> "goto " + chain(type);
        };
    }

    private String chain(RejectType type) {
        return chains.computeIfAbsent(type, one -> names.of("reject_" + one.getLiteral()));
    }

    @Override
    public Map<String, List<String>> chains() {
        Map<String, List<String>> written = new java.util.LinkedHashMap<>();
        chains.forEach((type, name) -> written.put(name, lines(type)));
        return written;
    }

    /** For IPv6 the nearest ICMPv6 message, as everywhere in the rule model. */
    static List<String> lines(RejectType type) {
        return switch (type) {
            case PORT_UNREACHABLE -> List.of("reject with icmpx port-unreachable");
            case NET_UNREACHABLE -> List.of("reject with icmpx no-route");
            case HOST_UNREACHABLE -> List.of("reject with icmpx host-unreachable");
            case ADMIN_PROHIBITED -> List.of("reject with icmpx admin-prohibited");
            case PROTOCOL_UNREACHABLE -> List.of("meta nfproto ipv4 reject with icmp prot-unreachable",
                    "reject with icmpx port-unreachable");
            case NET_PROHIBITED -> List.of("meta nfproto ipv4 reject with icmp net-prohibited",
                    "reject with icmpx admin-prohibited");
            case HOST_PROHIBITED -> List.of("meta nfproto ipv4 reject with icmp host-prohibited",
                    "reject with icmpx admin-prohibited");
            case TCP_RESET -> List.of("meta l4proto tcp reject with tcp reset", "reject with icmpx port-unreachable");
        };
    }
}
