package org.hopwarden.interchange.internal;

import java.util.ArrayList;
import java.util.List;

import org.hopwarden.interchange.internal.AddressSpans.Span;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpVersion;
import org.hopwarden.rulemodel.AddressName;
import org.hopwarden.rulemodel.AddressPrefix;
import org.hopwarden.rulemodel.AddressRange;
import org.hopwarden.rulemodel.AddressTerm;
import org.hopwarden.rulemodel.AddressTerms;
import org.hopwarden.rulemodel.AddressWildcard;

/**
 * The condition that a match lays on one address, for packets of one IP version.
 *
 * @param named whether there is a condition at all
 * @param spans the addresses of its terms
 * @param wildcards those of its terms with so many gaps that ranges would be too many
 * @param negated whether the address is to lie in none of these
 */
record NftAddresses(IpVersion version, boolean named, AddressSpans spans, List<AddressWildcard> wildcards, boolean negated) {

    /** A wildcard mask with up to so many free bits above its lowest run becomes ranges, at most 64. */
    private static final int MOST_GAP_BITS = 6;

    static NftAddresses of(List<AddressTerm> terms, boolean negated, IpVersion version) {
        List<Span> spans = new ArrayList<>();
        List<AddressWildcard> wildcards = new ArrayList<>();
        AddressTerms.forEach(terms, term -> {
            switch (term) {
                case AddressPrefix p when p.getPrefix().address().version() == version -> spans.add(Span.of(p.getPrefix()));
                case AddressRange r when r.getFirst().version() == version -> spans.add(new Span(r.getFirst(), r.getLast()));
                case AddressWildcard w when w.getAddress().version() == version -> {
                    if (!addSpans(w, spans)) {
                        wildcards.add(w);
                    }
                }
                case AddressName n -> n.getAddresses().stream().filter(address -> address.version() == version)
                        .forEach(address -> spans.add(new Span(address, address)));
                default -> {
                    // of the other version, so it holds no address of this one
                }
            }
        });
        return new NftAddresses(version, !terms.isEmpty(), AddressSpans.union(spans), wildcards, negated);
    }

    private static boolean addSpans(AddressWildcard wildcard, List<Span> spans) {
        IpAddress free = wildcard.getWildcard();
        int run = free.low() == -1 ? 64 + Long.numberOfTrailingZeros(~free.high()) : Long.numberOfTrailingZeros(~free.low());
        List<Integer> gaps = new ArrayList<>();
        for (int bit = run; bit < free.version().addressBits(); bit++) {
            if ((bit < 64 ? free.low() >>> bit : free.high() >>> bit - 64) % 2 != 0) {
                gaps.add(bit);
            }
        }
        if (gaps.size() > MOST_GAP_BITS) {
            return false;
        }
        for (int choice = 0; choice < 1 << gaps.size(); choice++) {
            long high = wildcard.getAddress().high();
            long low = wildcard.getAddress().low();
            for (int i = 0; i < gaps.size(); i++) {
                int bit = gaps.get(i);
                if ((choice >>> i & 1) != 0) {
                    low |= bit < 64 ? 1L << bit : 0;
                    high |= bit < 64 ? 0 : 1L << bit - 64;
                }
            }
            long lastLow = low | (run >= 64 ? -1L : (1L << run) - 1);
            long lastHigh = high | (run <= 64 ? 0 : run == 128 ? -1L : (1L << run - 64) - 1);
            spans.add(new Span(new IpAddress(free.version(), high, low), new IpAddress(free.version(), lastHigh, lastLow)));
        }
        return true;
    }

    /** Whether every address meets the condition. */
    boolean isAny() {
        return !named || (negated ? spans.isEmpty() && wildcards.isEmpty() : spans.isAll(version));
    }

    /**
     * Some of the addresses that meet the condition.
     *
     * @param guard what they are to meet beside lying in the ranges, as nftables writes it; empty for nothing
     */
    record Part(AddressSpans spans, String guard) {
    }

    /** Whether {@link #parts} hold no more than what meets the condition. */
    boolean isExact() {
        return !negated || wildcards.isEmpty() || isAny();
    }

    /**
     * The addresses that meet the condition, and perhaps others; none where there are none.
     *
     * @param field {@code saddr} or {@code daddr}
     */
    List<Part> parts(String field) {
        AddressSpans all = new AddressSpans(List.of(AddressSpans.all(version)));
        if (isAny()) {
            return List.of(new Part(all, ""));
        }
        String key = key(field);
        if (negated) {
            return List.of(new Part(spans.complement(version), ""));
        }
        List<Part> parts = new ArrayList<>();
        if (!spans.isEmpty()) {
            parts.add(new Part(spans, ""));
        }
        wildcards.forEach(w -> parts.add(new Part(all, masked(key, w, "=="))));
        return parts;
    }

    private String key(String field) {
        return NftText.header(version) + " " + field + " ";
    }

    /**
     * The condition as nftables writes it: alternatives of which one is to hold.
     *
     * @param field {@code saddr} or {@code daddr}
     * @return none where no address meets it; an empty text where every one does
     */
    List<String> texts(String field) {
        if (isAny()) {
            return List.of("");
        }
        String key = key(field);
        if (negated) {
            StringBuilder all = new StringBuilder();
            if (!spans.isEmpty()) {
                if (spans.isAll(version)) {
                    return List.of();
                }
                all.append(key).append("!= ").append(NftText.addresses(spans));
            }
            wildcards.forEach(w -> all.append(all.isEmpty() ? "" : " ").append(masked(key, w, "!=")));
            return List.of(all.toString());
        }
        List<String> texts = new ArrayList<>();
        if (!spans.isEmpty()) {
            texts.add(key + NftText.addresses(spans));
        }
        wildcards.forEach(w -> texts.add(masked(key, w, "==")));
        return texts;
    }

    private static String masked(String key, AddressWildcard wildcard, String operator) {
        IpAddress free = wildcard.getWildcard();
        IpAddress mask = free.isV4() ? IpAddress.v4((int) ~free.low()) : IpAddress.v6(~free.high(), ~free.low());
        return key + "& " + NftText.address(mask) + " " + operator + " " + NftText.address(wildcard.getAddress());
    }
}
