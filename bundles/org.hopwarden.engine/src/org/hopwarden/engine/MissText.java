package org.hopwarden.engine;

import java.util.List;
import java.util.stream.Collectors;

import org.hopwarden.engine.Explanation.Field;
import org.hopwarden.engine.Explanation.Miss;
import org.hopwarden.net.PacketView;
import org.hopwarden.net.TcpFlags;
import org.hopwarden.rulemodel.IosWords;
import org.hopwarden.rulemodel.IpFamily;
import org.hopwarden.rulemodel.Match;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RuleText;
import org.hopwarden.rulemodel.Service;
import org.hopwarden.rulemodel.ServiceTerms;

/** Puts into words why a rule did not match a packet. */
final class MissText {

    private static final String NOT_THERE = "not there";

    private MissText() {
    }

    static Miss of(int number, Rule rule, Field field, PacketView packet) {
        return new Miss(number, RuleText.of(rule), field, packetValue(field, packet), ruleValue(field, rule));
    }

    private static String packetValue(Field field, PacketView packet) {
        return switch (field) {
            case ENABLED -> "any packet";
            case IP_VERSION -> packet.isV4() ? "IPv4" : "IPv6";
            case FRAGMENT -> packet.isFragment() ? "first fragment" : "whole packet";
            case SOURCE -> packet.source().toString();
            case DESTINATION -> packet.destination().toString();
            case SERVICE -> packet.toString();
            case PROTOCOL -> IosWords.PROTOCOLS.text(packet.protocol());
            case LAYER_4 -> "a later fragment, which has none";
            case SOURCE_PORT -> number(packet.sourcePort());
            case DESTINATION_PORT -> number(packet.destinationPort());
            case ICMP_TYPE -> number(packet.icmpType());
            case ICMP_CODE -> number(packet.icmpCode());
            case TCP_FLAGS -> packet.tcpFlags() < 0 ? NOT_THERE : TcpFlags.text(packet.tcpFlags());
        };
    }

    private static String ruleValue(Field field, Rule rule) {
        Match match = rule.getMatch();
        return switch (field) {
            case ENABLED -> "the rule is not enabled";
            case IP_VERSION -> match.getIpVersion() == IpFamily.V4 ? "IPv4" : "IPv6";
            case FRAGMENT -> "fragments other than the first";
            case SOURCE -> RuleText.addresses(match.getSource());
            case DESTINATION -> RuleText.addresses(match.getDestination());
            case SERVICE -> match.getService().stream().map(RuleText::service).collect(Collectors.joining(", "));
            case LAYER_4 -> "what denies by layer 4 leaves later fragments to the next rule";
            default -> serviceValue(field, only(ServiceTerms.flatten(match.getService())));
        };
    }

    private static Service only(List<Service> services) {
        return services.get(0);
    }

    private static String serviceValue(Field field, Service service) {
        return switch (field) {
            case PROTOCOL -> RuleText.protocol(service);
            case SOURCE_PORT -> RuleText.ports(service.getProtocol(), service.getSourcePort());
            case DESTINATION_PORT -> RuleText.ports(service.getProtocol(), service.getDestinationPort());
            case ICMP_TYPE -> service.getIcmpType().toString();
            case ICMP_CODE -> service.getIcmpCode().toString();
            case TCP_FLAGS -> service.isEstablished() ? "established: ACK or RST" : RuleText.flags(service.getTcpFlags());
            default -> throw new IllegalStateException("not a field of a service: " + field);
        };
    }

    private static String number(int value) {
        return value < 0 ? NOT_THERE : Integer.toString(value);
    }
}
