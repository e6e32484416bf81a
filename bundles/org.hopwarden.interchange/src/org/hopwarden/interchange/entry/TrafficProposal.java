package org.hopwarden.interchange.entry;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import org.hopwarden.interchange.entry.RuleParser.NoRule;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpPrefix;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.net.PacketView;
import org.hopwarden.rulemodel.Action;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RulemodelFactory;

/**
 * The rules that a packet gives reason for when more is meant than it alone: what answers it, the ICMP errors that speak of it, the
 * networks of its addresses, any port. {@link RuleProposal} is the narrowest of them.
 */
public final class TrafficProposal {

    private static final int NETWORK_BITS_V4 = 24;
    /** What one link has in IPv6 (RFC 4291, section 2.5.1). */
    private static final int NETWORK_BITS_V6 = 64;
    private static final int ECHO_REPLY = 0;
    private static final int ECHO = 8;
    private static final int ECHO_V6 = 128;
    private static final int ECHO_REPLY_V6 = 129;
    private static final List<String> ERRORS = List.of("unreachable", "time-exceeded", "parameter-problem");
    /** Destination unreachable, packet too big, time exceeded, parameter problem (RFC 4443). */
    private static final List<String> ERRORS_V6 = List.of("1", "2", "3", "4");

    private TrafficProposal() {
    }

    /** Packets that a rule can be about. */
    public enum Part {
        /** Such packets as the one that was seen. */
        PACKETS,
        /** Those that come back. */
        ANSWERS,
        /** What routers and the far end say to its sender, where something goes wrong. */
        ERRORS
    }

    /** How much of an address counts. */
    public enum Reach {
        HOST, NETWORK, ANY;

        /** The addresses in words, such as {@code 192.0.2.0/24}. */
        public String text(IpAddress address) {
            return switch (this) {
                case HOST -> address.toString();
                case NETWORK -> network(address).toString();
                case ANY -> "any";
            };
        }

        private String term(IpAddress address) {
            return switch (this) {
                case HOST -> " host " + address;
                case NETWORK -> " {" + network(address) + "}";
                case ANY -> " any";
            };
        }

        private static IpPrefix network(IpAddress address) {
            return IpPrefix.containing(address, address.isV4() ? NETWORK_BITS_V4 : NETWORK_BITS_V6);
        }
    }

    /**
     * What is wanted.
     *
     * @param open whether the service's port, or the code of an ICMP message, is left open
     */
    public record Wish(Set<Part> parts, Reach source, Reach destination, boolean open) {

        /** The narrowest. */
        public static final Wish NARROW = new Wish(Set.of(Part.PACKETS), Reach.HOST, Reach.HOST, false);

        public Wish {
            parts = Set.copyOf(parts);
        }
    }

    /** The parts that a packet gives reason for. Nothing answers an ICMP error, and none speaks of it (RFC 1122, section 3.2.2). */
    public static Set<Part> parts(PacketView packet) {
        Set<Part> parts = EnumSet.of(Part.PACKETS);
        if (!packet.isIcmp() || packet.icmpType() < 0) {
            parts.addAll(Set.of(Part.ANSWERS, Part.ERRORS));
        } else if (!packet.isIcmpError()) {
            parts.add(Part.ERRORS);
            if (otherEcho(packet) >= 0) {
                parts.add(Part.ANSWERS);
            }
        }
        return parts;
    }

    /** Whether a port or an ICMP code can be left open. */
    public static boolean canOpen(PacketView packet) {
        return !packet.isLaterFragment() && (packet.isIcmp() ? packet.icmpType() >= 0 : packet.sourcePort() >= 0);
    }

    /**
     * Proposes rules, marked to be reviewed. They belong to no chain, and have no IDs.
     *
     * @param action gives each rule its own
     * @param why a remark of the first rule, such as where the packet was seen
     */
    public static List<Rule> of(PacketView packet, Wish wish, Supplier<Action> action, String why) {
        String from = wish.source().term(packet.source());
        String to = wish.destination().term(packet.destination());
        Set<Part> possible = parts(packet);
        List<String> texts = new ArrayList<>();
        if (wish.parts().contains(Part.PACKETS)) {
            texts.add(RuleProposal.text(packet, from, to, wish.open()));
        }
        if (wish.parts().contains(Part.ANSWERS) && possible.contains(Part.ANSWERS)) {
            texts.add(answer(packet, to, from, wish.open()));
        }
        if (wish.parts().contains(Part.ERRORS) && possible.contains(Part.ERRORS)) {
            boolean v4 = packet.isV4();
            (v4 ? ERRORS : ERRORS_V6).forEach(error -> texts.add((v4 ? "icmp any" : "icmpv6 any") + from + " " + error));
        }
        return texts.stream().map(text -> rule(text, action.get(), texts.getFirst().equals(text) ? why : "")).toList();
    }

    /** What comes back: from the service's port, or the other kind of echo. */
    private static String answer(PacketView packet, String from, String to, boolean open) {
        String word = RuleProposal.word(packet.protocol());
        if (packet.isIcmp() && packet.icmpType() >= 0) {
            int type = otherEcho(packet);
            return word + from + to + " " + (packet.isV6() ? Integer.toString(type) : type == ECHO ? "echo" : "echo-reply");
        }
        if (packet.isLaterFragment() || packet.sourcePort() < 0 || !(packet.isTcp() || packet.isUdp())) {
            return word + from + to + (packet.isLaterFragment() ? " fragments" : "");
        }
        // The one that was seen may be the answer; what answers it are then the client's packets.
        boolean seenIsAnswer = RuleProposal.isAnswer(packet);
        return word + from + (seenIsAnswer || open ? "" : " eq " + packet.destinationPort()) + to
                + (seenIsAnswer && !open ? " eq " + packet.sourcePort() : "") + (packet.isTcp() && !seenIsAnswer ? " established" : "");
    }

    private static int otherEcho(PacketView packet) {
        int type = packet.icmpType();
        if (packet.protocol() == IpProtocol.ICMPV6) {
            return type == ECHO_V6 ? ECHO_REPLY_V6 : type == ECHO_REPLY_V6 ? ECHO_V6 : -1;
        }
        return type == ECHO ? ECHO_REPLY : type == ECHO_REPLY ? ECHO : -1;
    }

    private static Rule rule(String text, Action action, String why) {
        Rule rule;
        try {
            rule = RuleParser.parse("permit " + text, RulemodelFactory.eINSTANCE.createPolicy());
        } catch (NoRule e) {
            throw new IllegalStateException("the proposal '" + text + "' is no rule: " + e.getMessage(), e);
        }
        rule.setAction(action);
        rule.setUnderReview(true);
        if (!why.isEmpty()) {
            rule.getRemarks().add(why);
        }
        return rule;
    }
}
