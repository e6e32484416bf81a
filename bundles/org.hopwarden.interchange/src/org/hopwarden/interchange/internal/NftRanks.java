package org.hopwarden.interchange.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;

import org.hopwarden.interchange.internal.AddressSpans.Span;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpVersion;

/**
 * The addresses at which ranges begin, in order: a range of addresses becomes one of small numbers, which compare fast. Made in
 * two steps: all ranges are added, then {@link #finish} is called, then ranks are asked for.
 */
final class NftRanks {

    private final IpVersion version;
    private final TreeSet<IpAddress> seen = new TreeSet<>();
    private List<IpAddress> starts;

    NftRanks(IpVersion version) {
        this.version = version;
        seen.add(AddressSpans.all(version).first());
    }

    void add(Span span) {
        seen.add(span.first());
        if (!AddressSpans.isHighest(span.last())) {
            seen.add(AddressSpans.next(span.last()));
        }
    }

    void finish() {
        starts = new ArrayList<>(seen);
    }

    int low(Span span) {
        return Collections.binarySearch(starts, span.first());
    }

    int high(Span span) {
        return AddressSpans.isHighest(span.last()) ? starts.size() - 1
                : Collections.binarySearch(starts, AddressSpans.next(span.last())) - 1;
    }

    Span span(int low, int high) {
        return new Span(starts.get(low), high == starts.size() - 1 ? AddressSpans.all(version).last()
                : AddressSpans.previous(starts.get(high + 1)));
    }

    /** The highest rank. */
    int highest() {
        return starts.size() - 1;
    }
}
