package org.hopwarden.analysis;

import java.util.List;

import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpPrefix;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.rulemodel.Action;
import org.hopwarden.rulemodel.AddressPrefix;
import org.hopwarden.rulemodel.AddressTerm;
import org.hopwarden.rulemodel.AddressWildcard;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.ChainEnd;
import org.hopwarden.rulemodel.NumberSet;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.PortCondition;
import org.hopwarden.rulemodel.PortOperator;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RulemodelFactory;
import org.hopwarden.rulemodel.Service;

/** Writes rules of tests in few words, which are those of Cisco IOS: {@code permit tcp any host 10.0.0.1 eq 80}. */
final class Rules {

    static final RulemodelFactory MODEL = RulemodelFactory.eINSTANCE;

    private final String[] words;
    private int at;

    private Rules(String text) {
        words = text.split(" ");
    }

    /** A policy with one chain, called c, that ends in deny. */
    static Policy policy(String... rules) {
        Policy policy = MODEL.createPolicy();
        policy.getChains().add(chain("c", rules));
        return policy;
    }

    static Chain chain(String name, String... rules) {
        Chain chain = MODEL.createChain();
        chain.setName(name);
        chain.setEnd(ChainEnd.DENY);
        for (String text : rules) {
            chain.getRules().add(rule(text));
        }
        return chain;
    }

    static Rule rule(String text) {
        return new Rules(text).rule();
    }

    private Rule rule() {
        Rule rule = MODEL.createRule();
        rule.setMatch(MODEL.createMatch());
        rule.setAction(action());
        Service service = MODEL.createService();
        String protocol = next();
        service.setProtocol(switch (protocol) {
            case "tcp" -> Integer.valueOf(IpProtocol.TCP);
            case "udp" -> IpProtocol.UDP;
            case "icmp" -> IpProtocol.ICMP;
            case "icmpv6" -> IpProtocol.ICMPV6;
            case "ip" -> null;
            default -> Integer.valueOf(protocol);
        });
        address(rule.getMatch().getSource());
        service.setSourcePort(ports());
        address(rule.getMatch().getDestination());
        service.setDestinationPort(ports());
        while (at < words.length) {
            String word = next();
            switch (word) {
                case "fragments" -> rule.getMatch().setFragments(true);
                case "established" -> service.setEstablished(true);
                case "type" -> service.setIcmpType(Integer.valueOf(next()));
                case "code" -> service.setIcmpCode(Integer.valueOf(next()));
                default -> throw new IllegalArgumentException("'" + word + "' in " + String.join(" ", words));
            }
        }
        if (!protocol.equals("ip")) {
            rule.getMatch().getService().add(service);
        }
        return rule;
    }

    private Action action() {
        String word = next();
        return switch (word) {
            case "permit" -> MODEL.createAllow();
            case "deny" -> MODEL.createDeny();
            case "reject" -> MODEL.createReject();
            case "return" -> MODEL.createReturn();
            case "log" -> MODEL.createLog();
            default -> throw new IllegalArgumentException("no action is called " + word);
        };
    }

    private void address(List<AddressTerm> terms) {
        String word = next();
        if (word.equals("any")) {
            return;
        }
        if (word.contains("/")) {
            AddressPrefix prefix = MODEL.createAddressPrefix();
            prefix.setPrefix(IpPrefix.parse(word));
            terms.add(prefix);
            return;
        }
        AddressWildcard wildcard = MODEL.createAddressWildcard();
        wildcard.setAddress(IpAddress.parse(word.equals("host") ? next() : word));
        wildcard.setWildcard(IpAddress.parse(word.equals("host") ? "0.0.0.0" : next()));
        terms.add(wildcard);
    }

    private PortCondition ports() {
        if (at == words.length || !List.of("eq", "neq", "lt", "gt", "range").contains(words[at])) {
            return null;
        }
        PortCondition condition = MODEL.createPortCondition();
        condition.setOperator(PortOperator.get(next()));
        String first = next();
        condition.setPorts(NumberSet.parse(condition.getOperator() == PortOperator.RANGE ? first + "-" + next() : first));
        return condition;
    }

    private String next() {
        return words[at++];
    }
}
