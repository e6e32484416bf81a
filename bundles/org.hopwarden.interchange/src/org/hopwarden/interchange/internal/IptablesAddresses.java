package org.hopwarden.interchange.internal;

import java.util.ArrayList;
import java.util.List;

import org.hopwarden.interchange.internal.AddressSpans.Span;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpPrefix;
import org.hopwarden.net.IpVersion;
import org.hopwarden.rulemodel.AddressName;
import org.hopwarden.rulemodel.AddressPrefix;
import org.hopwarden.rulemodel.AddressRange;
import org.hopwarden.rulemodel.AddressTerm;
import org.hopwarden.rulemodel.AddressTerms;
import org.hopwarden.rulemodel.AddressWildcard;

/** Conditions on an address as iptables writes them. */
final class IptablesAddresses {

    private IptablesAddresses() {
    }

    /**
     * The alternatives of a condition, of which one is to hold; one empty text where there is none.
     *
     * @param option {@code -s} or {@code -d}
     * @param exclusions where conditions go of which none may hold
     */
    static List<String> of(List<AddressTerm> terms, boolean negated, IpVersion version, String option, List<String> exclusions) {
        if (terms.isEmpty()) {
            return List.of("");
        }
        List<Span> spans = new ArrayList<>();
        List<AddressWildcard> wildcards = new ArrayList<>();
        AddressTerms.forEach(terms, term -> collect(term, version, spans, wildcards));
        if (AddressSpans.union(spans).isAll(version)) {
            return negated ? List.of() : List.of("");
        }
        List<String> texts = new ArrayList<>();
        spans.stream().distinct().forEach(span -> texts.add(text(span, option, false)));
        wildcards.forEach(wildcard -> texts.add(option + " " + wildcard.getAddress() + "/" + mask(wildcard.getWildcard()) + " "));
        if (!negated) {
            return texts;
        }
        if (texts.isEmpty()) {
            return List.of("");
        }
        if (texts.size() == 1) {
            return spans.isEmpty() ? List.of("! " + texts.get(0)) : List.of(text(spans.get(0), option, true));
        }
        if (wildcards.isEmpty()) {
            return AddressSpans.union(spans).complement(version).spans().stream().map(span -> text(span, option, false)).toList();
        }
        exclusions.addAll(texts);
        return List.of("");
    }

    private static void collect(AddressTerm term, IpVersion version, List<Span> spans, List<AddressWildcard> wildcards) {
        switch (term) {
            case AddressPrefix p when p.getPrefix().address().version() == version -> spans.add(Span.of(p.getPrefix()));
            case AddressRange r when r.getFirst().version() == version -> spans.add(new Span(r.getFirst(), r.getLast()));
            case AddressName n -> n.getAddresses().stream().filter(address -> address.version() == version)
                    .forEach(address -> spans.add(new Span(address, address)));
            case AddressWildcard w when w.getAddress().version() == version -> wildcards.add(w);
            default -> {
                // of the other IP version: no address of this one
            }
        }
    }

    private static String text(Span span, String option, boolean negated) {
        IpPrefix prefix = span.prefix();
        String not = negated ? "! " : "";
        return prefix != null ? not + option + " " + prefix + " "
                : "-m iprange " + not + (option.equals("-s") ? "--src-range " : "--dst-range ") + span.first() + "-" + span.last()
                        + " ";
    }

    private static IpAddress mask(IpAddress wildcard) {
        return wildcard.isV4() ? IpAddress.v4((int) ~wildcard.low()) : IpAddress.v6(~wildcard.high(), ~wildcard.low());
    }
}
