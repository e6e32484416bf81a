package org.hopwarden.engine;

import java.util.List;
import java.util.stream.Collectors;

import org.hopwarden.engine.Explanation.Field;
import org.hopwarden.engine.Explanation.Miss;
import org.hopwarden.net.PacketView;
import org.hopwarden.net.TcpFlags;
import org.hopwarden.rulemodel.Application;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.ConditionText;
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

    static Miss of(Chain chain, int number, Rule rule, Field field, PacketView packet, PacketContext context) {
        return new Miss(chain.getName(), number, RuleText.of(rule), field, packetValue(field, packet, context),
                ruleValue(field, rule));
    }

    private static String packetValue(Field field, PacketView packet, PacketContext context) {
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
            case IN_INTERFACE -> name(context.inInterface());
            case OUT_INTERFACE -> name(context.outInterface());
            case TTL -> number(packet.ttl());
            case DSCP -> number(packet.dscp());
            case LENGTH -> packet.statedLengthBytes() + " bytes";
            case STATE -> context.state().getLiteral();
            case MARK -> "0x" + Integer.toHexString(context.mark());
            case APPLICATION -> context.program().map(program -> program.path() + " of " + program.user())
                    .orElse("not known");
            case SCHEDULE -> context.time().toString();
            case RATE -> "one packet more";
        };
    }

    private static String ruleValue(Field field, Rule rule) {
        Match match = rule.getMatch();
        return switch (field) {
            case ENABLED -> "the rule is not enabled";
            case IP_VERSION -> match.getIpVersion() == IpFamily.V4 ? "IPv4" : "IPv6";
            case FRAGMENT -> "fragments other than the first";
            case SOURCE -> not(match.isSourceNegated()) + RuleText.addresses(match.getSource());
            case DESTINATION -> not(match.isDestinationNegated()) + RuleText.addresses(match.getDestination());
            case SERVICE -> match.getService().stream().map(RuleText::service).collect(Collectors.joining(", "));
            case LAYER_4 -> "what denies by layer 4 leaves later fragments to the next rule";
            case IN_INTERFACE -> not(match.isInInterfaceNegated()) + ConditionText.interfaces(match.getInInterface());
            case OUT_INTERFACE -> not(match.isOutInterfaceNegated()) + ConditionText.interfaces(match.getOutInterface());
            case TTL -> match.getTtl().toString();
            case DSCP -> match.getDscp().toString();
            case LENGTH -> match.getLength() + " bytes";
            case STATE -> ConditionText.states(match.getStates());
            case MARK -> match.getMark().toString();
            case APPLICATION -> match.getApplications().stream().map(Application::getName).collect(Collectors.joining(", "));
            case SCHEDULE -> match.getSchedule().getName();
            case RATE -> (match.getRate().isOver() ? "over " : "within ") + ConditionText.rate(match.getRate());
            case PROTOCOL -> match.isServiceNegated()
                    ? "not " + match.getService().stream().map(RuleText::service).collect(Collectors.joining(", "))
                    : RuleText.protocol(only(ServiceTerms.flatten(match.getService())));
            default -> serviceValue(field, only(ServiceTerms.flatten(match.getService())));
        };
    }

    private static Service only(List<Service> services) {
        return services.get(0);
    }

    private static String serviceValue(Field field, Service service) {
        return switch (field) {
            case SOURCE_PORT -> RuleText.ports(service.getProtocol(), service.getSourcePort());
            case DESTINATION_PORT -> RuleText.ports(service.getProtocol(), service.getDestinationPort());
            case ICMP_TYPE -> not(service.isIcmpNegated()) + service.getIcmpType().toString();
            case ICMP_CODE -> not(service.isIcmpNegated()) + service.getIcmpCode().toString();
            case TCP_FLAGS -> service.isEstablished() ? "established: ACK or RST"
                    : not(service.isTcpFlagsNegated()) + RuleText.flags(service.getTcpFlags());
            default -> throw new IllegalStateException("not a field of a service: " + field);
        };
    }

    private static String not(boolean negated) {
        return negated ? "not " : "";
    }

    private static String name(String name) {
        return name.isEmpty() ? "none" : name;
    }

    private static String number(int value) {
        return value < 0 ? NOT_THERE : Integer.toString(value);
    }
}
