package org.hopwarden.interchange.internal;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.hopwarden.interchange.internal.AddressSpans.Span;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpPrefix;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.net.IpVersion;
import org.hopwarden.rulemodel.NumberRange;

/** Values as nftables writes them. */
final class NftText {

    private static final Pattern ICMP_PROTOCOL = Pattern.compile("meta l4proto (ipv6-)?icmp(?= |$)");

    private NftText() {
    }

    /** One value as it is, several as an anonymous set. */
    static <T> String set(List<T> values, Function<T, String> text) {
        return values.size() == 1 ? text.apply(values.get(0))
                : values.stream().map(text).collect(Collectors.joining(", ", "{ ", " }"));
    }

    static String numbers(IntSpans numbers) {
        return set(numbers.spans(), NftText::number);
    }

    static String number(NumberRange range) {
        return range.toString();
    }

    static String addresses(AddressSpans addresses) {
        return set(addresses.spans(), NftText::span);
    }

    static String span(Span span) {
        if (span.first().equals(span.last())) {
            return address(span.first());
        }
        IpPrefix prefix = span.prefix();
        return prefix != null ? address(prefix.address()) + "/" + prefix.length()
                : address(span.first()) + "-" + address(span.last());
    }

    /** Its parser knows no IPv4 address at the end of an IPv6 address that stands in a range. */
    static String address(IpAddress address) {
        String text = address.toString();
        return address.isV6() && text.indexOf('.') >= 0
                ? "::ffff:" + Long.toHexString(address.low() >>> 16 & 0xffff) + ":" + Long.toHexString(address.low() & 0xffff)
                : text;
    }

    static String protocol(int protocol) {
        return switch (protocol) {
            case IpProtocol.TCP -> "tcp";
            case IpProtocol.UDP -> "udp";
            case IpProtocol.SCTP -> "sctp";
            case IpProtocol.UDP_LITE -> "udplite";
            case IpProtocol.ICMP -> "icmp";
            case IpProtocol.ICMPV6 -> "ipv6-icmp";
            default -> Integer.toString(protocol);
        };
    }

    /** The word for the header of a version. */
    static String header(IpVersion version) {
        return version == IpVersion.V4 ? "ip" : "ip6";
    }

    /**
     * Conditions for packets of one version alone. When it lists rules, nft leaves out a version in front of the protocol icmp or
     * ipv6-icmp, as if either were of one version only; behind it the version stays.
     */
    static String ofVersion(IpVersion version, String conditions) {
        Matcher icmp = ICMP_PROTOCOL.matcher(conditions);
        return icmp.find() ? conditions.substring(0, icmp.end()) + " " + nfproto(version) + conditions.substring(icmp.end())
                : NftConditions.join(nfproto(version), conditions);
    }

    static String nfproto(IpVersion version) {
        return "meta nfproto " + (version == IpVersion.V4 ? "ipv4" : "ipv6");
    }
}
