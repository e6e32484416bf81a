package org.hopwarden.interchange.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpPrefix;
import org.hopwarden.net.IpVersion;

/**
 * A set of addresses of one IP version as disjoint ranges in ascending order that do not touch.
 *
 * @param spans none is the empty set
 */
record AddressSpans(List<Span> spans) {

    AddressSpans {
        spans = List.copyOf(spans);
    }

    /**
     * Addresses from a first to a last.
     *
     * @param last of the version of the first, not below it
     */
    record Span(IpAddress first, IpAddress last) {

        static Span of(IpPrefix prefix) {
            IpAddress first = prefix.address();
            if (first.isV4()) {
                return new Span(first, IpAddress.v4((int) (first.low() | 0xffff_ffffL >>> prefix.length())));
            }
            int length = prefix.length();
            long high = length >= 64 ? 0 : -1L >>> length;
            long low = length <= 64 ? -1L : length == 128 ? 0 : -1L >>> length - 64;
            return new Span(first, IpAddress.v6(first.high() | high, first.low() | low));
        }

        /** The prefix that is this range; null where it is none. */
        IpPrefix prefix() {
            int length = first.isV4() ? 32 - Long.bitCount(first.low() ^ last.low())
                    : 128 - Long.bitCount(first.high() ^ last.high()) - Long.bitCount(first.low() ^ last.low());
            IpPrefix prefix = IpPrefix.containing(first, length);
            return prefix.address().equals(first) && of(prefix).last.equals(last) ? prefix : null;
        }

        /** The fewest prefixes that together are this range, in ascending order. */
        List<IpPrefix> prefixes() {
            List<IpPrefix> prefixes = new ArrayList<>();
            IpAddress next = first;
            while (true) {
                int length = next.version().addressBits();
                while (length > 0 && isWithin(IpPrefix.containing(next, length - 1), next)) {
                    length--;
                }
                IpPrefix prefix = IpPrefix.containing(next, length);
                prefixes.add(prefix);
                if (of(prefix).last.equals(last)) {
                    return prefixes;
                }
                next = AddressSpans.next(of(prefix).last);
            }
        }

        private boolean isWithin(IpPrefix prefix, IpAddress from) {
            return prefix.address().equals(from) && of(prefix).last.compareTo(last) <= 0;
        }
    }

    /** All addresses of a version. */
    static Span all(IpVersion version) {
        return version == IpVersion.V4 ? new Span(IpAddress.v4(0), IpAddress.v4(-1))
                : new Span(IpAddress.v6(0, 0), IpAddress.v6(-1, -1));
    }

    static AddressSpans union(List<Span> spans) {
        List<Span> sorted = new ArrayList<>(spans);
        sorted.sort(Comparator.comparing(Span::first));
        List<Span> merged = new ArrayList<>();
        for (Span next : sorted) {
            Span last = merged.isEmpty() ? null : merged.getLast();
            boolean touches = last != null && (isHighest(last.last) || next.first.compareTo(next(last.last)) <= 0);
            if (touches) {
                merged.set(merged.size() - 1,
                        new Span(last.first, last.last.compareTo(next.last) >= 0 ? last.last : next.last));
            } else {
                merged.add(next);
            }
        }
        return new AddressSpans(merged);
    }

    /** What of the version is not in this set. */
    AddressSpans complement(IpVersion version) {
        List<Span> gaps = new ArrayList<>();
        IpAddress next = all(version).first;
        for (Span span : spans) {
            if (span.first.compareTo(next) > 0) {
                gaps.add(new Span(next, previous(span.first)));
            }
            if (isHighest(span.last)) {
                return new AddressSpans(gaps);
            }
            next = next(span.last);
        }
        gaps.add(new Span(next, all(version).last));
        return new AddressSpans(gaps);
    }

    AddressSpans intersect(AddressSpans other) {
        List<Span> common = new ArrayList<>();
        for (Span a : spans) {
            for (Span b : other.spans) {
                if (a.first.compareTo(b.last) <= 0 && b.first.compareTo(a.last) <= 0) {
                    common.add(new Span(a.first.compareTo(b.first) >= 0 ? a.first : b.first,
                            a.last.compareTo(b.last) <= 0 ? a.last : b.last));
                }
            }
        }
        return union(common);
    }

    boolean isEmpty() {
        return spans.isEmpty();
    }

    /** Whether every address of the version is in it. */
    boolean isAll(IpVersion version) {
        return spans.size() == 1 && spans.get(0).equals(all(version));
    }

    static boolean isHighest(IpAddress address) {
        return address.equals(all(address.version()).last);
    }

    /** The address above; there must be one. */
    static IpAddress next(IpAddress address) {
        return address.isV4() ? IpAddress.v4((int) (address.low() + 1))
                : IpAddress.v6(address.high() + (address.low() == -1 ? 1 : 0), address.low() + 1);
    }

    /** The address below; there must be one. */
    static IpAddress previous(IpAddress address) {
        return address.isV4() ? IpAddress.v4((int) (address.low() - 1))
                : IpAddress.v6(address.high() - (address.low() == 0 ? 1 : 0), address.low() - 1);
    }
}
