package org.hopwarden.interchange.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.hopwarden.interchange.internal.IosPrefixes.Interval;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpPrefix;
import org.hopwarden.rulemodel.AddressName;
import org.hopwarden.rulemodel.AddressPrefix;
import org.hopwarden.rulemodel.AddressRange;
import org.hopwarden.rulemodel.AddressTerm;
import org.hopwarden.rulemodel.AddressTerms;
import org.hopwarden.rulemodel.AddressUse;
import org.hopwarden.rulemodel.AddressWildcard;
import org.hopwarden.rulemodel.IosListKind;
import org.hopwarden.rulemodel.NamedElement;

/** The address of an entry in IOS, or several of which one must hold. */
final class IosAddressText {

    private static final int MOST_PREFIXES = 10_000;

    private final IosListKind kind;
    private final boolean v4;
    private final IosPrefixes sets;

    IosAddressText(IosListKind kind) {
        this.kind = kind;
        v4 = kind != IosListKind.IPV6;
        sets = new IosPrefixes(v4);
    }

    /**
     * Writes one side of a match.
     *
     * @param used gets the object groups that the text names
     * @return none where no address of this IP version is meant
     */
    List<String> of(List<AddressTerm> terms, boolean negated, Set<NamedElement> used) throws IosUnsayable {
        if (terms.isEmpty()) {
            return List.of("any");
        }
        if (negated) {
            return complement(terms);
        }
        if (kind == IosListKind.EXTENDED && terms.size() == 1 && terms.get(0) instanceof AddressUse use
                && IosObjectText.isSayable(use.getObject())) {
            used.add(use.getObject());
            return List.of("object-group " + use.getObject().getName());
        }
        List<String> texts = new ArrayList<>();
        for (AddressTerm term : flat(terms)) {
            switch (term) {
                case AddressPrefix p -> add(texts, p.getPrefix());
                case AddressRange r -> addRange(texts, r);
                case AddressWildcard w -> addWildcard(texts, w);
                case AddressName n -> n.getAddresses().forEach(a -> add(texts, new IpPrefix(a, a.version().addressBits())));
                default -> throw new IosUnsayable("an address of a kind that is not known");
            }
        }
        return texts;
    }

    private static List<AddressTerm> flat(List<AddressTerm> terms) {
        List<AddressTerm> flat = new ArrayList<>();
        AddressTerms.forEach(terms, flat::add);
        return flat;
    }

    private List<String> complement(List<AddressTerm> terms) throws IosUnsayable {
        List<Interval> intervals = new ArrayList<>();
        for (AddressTerm term : flat(terms)) {
            switch (term) {
                case AddressPrefix p -> addInterval(intervals, p.getPrefix());
                case AddressRange r -> {
                    if (r.getFirst().isV4() == v4) {
                        intervals.add(sets.interval(r.getFirst(), r.getLast()));
                    }
                }
                case AddressName n -> n.getAddresses().forEach(a -> addInterval(intervals, new IpPrefix(a,
                        a.version().addressBits())));
                case AddressWildcard w -> {
                    IpPrefix prefix = prefix(w);
                    if (prefix == null && w.getAddress().isV4() == v4) {
                        throw new IosUnsayable("the negation of a wildcard with gaps");
                    }
                    if (prefix != null) {
                        addInterval(intervals, prefix);
                    }
                }
                default -> throw new IosUnsayable("an address of a kind that is not known");
            }
        }
        List<String> texts = new ArrayList<>();
        for (Interval gap : sets.complement(intervals)) {
            sets.prefixes(gap).forEach(prefix -> add(texts, prefix));
            if (texts.size() > MOST_PREFIXES) {
                throw new IosUnsayable("a negation that would become more than " + MOST_PREFIXES + " entries; split it");
            }
        }
        return texts;
    }

    private void addInterval(List<Interval> intervals, IpPrefix prefix) {
        if (prefix.address().isV4() == v4) {
            intervals.add(sets.interval(prefix));
        }
    }

    private void addRange(List<String> texts, AddressRange range) {
        if (range.getFirst().isV4() == v4) {
            sets.prefixes(sets.interval(range.getFirst(), range.getLast())).forEach(prefix -> add(texts, prefix));
        }
    }

    private void addWildcard(List<String> texts, AddressWildcard wildcard) throws IosUnsayable {
        if (wildcard.getAddress().isV4() != v4) {
            return;
        }
        IpPrefix prefix = prefix(wildcard);
        if (prefix != null) {
            add(texts, prefix);
        } else if (v4) {
            texts.add(wildcard.getAddress() + " " + wildcard.getWildcard());
        } else {
            throw new IosUnsayable("an IPv6 wildcard with gaps");
        }
    }

    /** The prefix that a wildcard without gaps is; null for others. */
    private static IpPrefix prefix(AddressWildcard wildcard) {
        IpAddress mask = wildcard.getWildcard();
        if (mask.isV4()) {
            int low = (int) mask.low();
            return (low & low + 1) == 0 ? new IpPrefix(wildcard.getAddress(), Integer.numberOfLeadingZeros(low)) : null;
        }
        boolean lowFull = mask.low() == -1;
        if ((mask.low() & mask.low() + 1) != 0 || (mask.high() & mask.high() + 1) != 0 || mask.high() != 0 && !lowFull) {
            return null;
        }
        int zeros = mask.high() == 0 ? 64 + Long.numberOfLeadingZeros(mask.low()) : Long.numberOfLeadingZeros(mask.high());
        return new IpPrefix(wildcard.getAddress(), zeros);
    }

    private void add(List<String> texts, IpPrefix prefix) {
        if (prefix.address().isV4() == v4) {
            texts.add(text(prefix));
        }
    }

    private String text(IpPrefix prefix) {
        String address = prefix.address().toString().toUpperCase(Locale.ROOT);
        if (prefix.length() == 0) {
            return "any";
        }
        if (prefix.length() == prefix.address().version().addressBits()) {
            return kind == IosListKind.STANDARD ? address : "host " + address;
        }
        return v4 ? address + " " + IpAddress.v4((int) (0xffff_ffffL >>> prefix.length())) : address + "/" + prefix.length();
    }
}
