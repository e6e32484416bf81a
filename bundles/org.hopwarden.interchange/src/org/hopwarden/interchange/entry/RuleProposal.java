package org.hopwarden.interchange.entry;

import org.hopwarden.net.IpProtocol;
import org.hopwarden.net.PacketView;
import org.hopwarden.net.TcpFlags;
import org.hopwarden.rulemodel.Action;
import org.hopwarden.rulemodel.IosWords;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RulemodelFactory;

/**
 * The narrowest rule that a packet gives reason for: its two addresses, its protocol, and of its ports the one of the service.
 * What changes from packet to packet of the same traffic, such as the client's port, is left open.
 */
public final class RuleProposal {

    /** Ports from here on are chosen by clients (RFC 6335). */
    private static final int FIRST_CLIENT_PORT = 1024;

    private RuleProposal() {
    }

    /**
     * Proposes a rule, marked to be reviewed. It belongs to no chain, and has no IDs.
     *
     * @param packet that the rule is to match
     * @param action what is to happen to it; the rule takes it
     * @param why a remark, such as where the packet was seen
     */
    public static Rule of(PacketView packet, Action action, String why) {
        Rule rule;
        try {
            rule = RuleParser.parse("permit " + text(packet), RulemodelFactory.eINSTANCE.createPolicy());
        } catch (RuleParser.NoRule e) {
            throw new IllegalStateException("the packet " + packet + " gives no rule: " + e.getMessage(), e);
        }
        rule.setAction(action);
        rule.setUnderReview(true);
        rule.getRemarks().add(why);
        return rule;
    }

    private static String text(PacketView packet) {
        return text(packet, " host " + packet.source(), " host " + packet.destination(), false);
    }

    /**
     * A rule's text behind its action.
     *
     * @param from addresses as a rule has them, with a blank in front; {@code to} likewise
     * @param open whether port or ICMP code are left open as well
     */
    static String text(PacketView packet, String from, String to, boolean open) {
        String end = packet.isLaterFragment() ? " fragments" : "";
        int protocol = packet.protocol();
        if (packet.isLaterFragment() || packet.sourcePort() < 0 || !(packet.isTcp() || packet.isUdp())) {
            return word(protocol) + from + to + (packet.isIcmp() && packet.icmpType() >= 0 && end.isEmpty() ? icmp(packet, open) : "") + end;
        }
        boolean answer = isAnswer(packet);
        String flags = packet.isTcp() && packet.tcpFlags() >= 0 && (packet.tcpFlags() & (TcpFlags.ACK | TcpFlags.RST)) != 0
                ? " established" : "";
        return word(protocol) + from + (answer && !open ? " eq " + packet.sourcePort() : "") + to
                + (answer || open ? "" : " eq " + packet.destinationPort()) + flags;
    }

    /** Whether the packet comes from the service: by its TCP flags where they tell, else by the lower port. */
    static boolean isAnswer(PacketView packet) {
        int flags = packet.isTcp() ? packet.tcpFlags() : -1;
        if (flags >= 0 && (flags & TcpFlags.SYN) != 0) {
            return (flags & TcpFlags.ACK) != 0;
        }
        return packet.sourcePort() < packet.destinationPort()
                && (packet.sourcePort() < FIRST_CLIENT_PORT || packet.destinationPort() >= FIRST_CLIENT_PORT);
    }

    static String word(int protocol) {
        return protocol == IpProtocol.ICMPV6 ? "icmpv6" : protocol < 1 ? "ip" : IosWords.PROTOCOLS.text(protocol);
    }

    private static String icmp(PacketView packet, boolean anyCode) {
        int type = packet.icmpType();
        if (anyCode) {
            return " " + (packet.protocol() == IpProtocol.ICMPV6 ? Integer.toString(type) : IosWords.icmpText(type, null));
        }
        int code = Math.max(0, packet.icmpCode());
        if (packet.protocol() == IpProtocol.ICMPV6) {
            return " " + type + " " + code;
        }
        // Code 0 of a message that has no other is its word; of one with several, the code belongs to it.
        boolean single = IosWords.icmpText(type, code).equals(type + " " + code);
        return " " + IosWords.icmpText(type, single && code == 0 ? null : Integer.valueOf(code));
    }

    /**
     * Where a rule for a packet goes: in front of the rule that decides the packet now, so that it has an effect.
     *
     * @param deciding the rule that decides the packet, counted from 1; 0 where none of the chain does
     * @param size how many rules the chain has
     * @return the index at which the rule is put in
     */
    public static int place(int deciding, int size) {
        return deciding < 1 || deciding > size ? size : deciding - 1;
    }
}
