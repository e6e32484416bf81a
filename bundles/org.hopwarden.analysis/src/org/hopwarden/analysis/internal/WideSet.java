package org.hopwarden.analysis.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

import org.hopwarden.net.IpAddress;

/**
 * A set of numbers of up to 128 bits, such as addresses, ports or protocols: sorted, disjoint spans that do not touch.
 *
 * @param spans ascending
 */
record WideSet(List<Span> spans) {

    /** No number. */
    static final WideSet NONE = new WideSet(List.of());

    WideSet {
        spans = List.copyOf(spans);
    }

    /** An unsigned number of 128 bits. */
    record Wide(long high, long low) implements Comparable<Wide> {

        static Wide of(long low) {
            return new Wide(0, low);
        }

        static Wide of(IpAddress address) {
            return new Wide(address.high(), address.low());
        }

        @Override
        public int compareTo(Wide other) {
            int byHigh = Long.compareUnsigned(high, other.high);
            return byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
        }

        Wide next() {
            return new Wide(low == -1 ? high + 1 : high, low + 1);
        }

        Wide previous() {
            return new Wide(low == 0 ? high - 1 : high, low - 1);
        }

        boolean isZero() {
            return high == 0 && low == 0;
        }
    }

    /** From a first to a last number, both included. */
    record Span(Wide first, Wide last) {

        static Span of(long first, long last) {
            return new Span(Wide.of(first), Wide.of(last));
        }
    }

    static WideSet range(long first, long last) {
        return first > last ? NONE : new WideSet(List.of(Span.of(first, last)));
    }

    static WideSet of(long value) {
        return range(value, value);
    }

    static WideSet range(Wide first, Wide last) {
        return new WideSet(List.of(new Span(first, last)));
    }

    /** The union of spans in any order. */
    static WideSet union(List<Span> spans) {
        if (spans.size() < 2) {
            return new WideSet(spans);
        }
        List<Span> sorted = new ArrayList<>(spans);
        sorted.sort(Comparator.comparing(Span::first));
        List<Span> result = new ArrayList<>();
        for (Span next : sorted) {
            Span last = result.isEmpty() ? null : result.getLast();
            if (last == null || !touches(last, next)) {
                result.add(next);
            } else if (next.last().compareTo(last.last()) > 0) {
                result.set(result.size() - 1, new Span(last.first(), next.last()));
            }
        }
        return new WideSet(result);
    }

    private static boolean touches(Span last, Span next) {
        return next.first().compareTo(last.last()) <= 0 || next.first().previous().equals(last.last());
    }

    WideSet union(WideSet other) {
        List<Span> all = new ArrayList<>(spans);
        all.addAll(other.spans);
        return union(all);
    }

    WideSet intersection(WideSet other) {
        List<Span> result = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < spans.size() && j < other.spans.size()) {
            Span a = spans.get(i);
            Span b = other.spans.get(j);
            Wide first = a.first().compareTo(b.first()) > 0 ? a.first() : b.first();
            boolean endsFirst = a.last().compareTo(b.last()) < 0;
            Wide last = endsFirst ? a.last() : b.last();
            if (first.compareTo(last) <= 0) {
                result.add(new Span(first, last));
            }
            if (endsFirst) {
                i++;
            } else {
                j++;
            }
        }
        return new WideSet(result);
    }

    /** The numbers from 0 to a highest one that are not in the set. */
    WideSet complement(Wide highest) {
        List<Span> result = new ArrayList<>();
        Wide from = Wide.of(0);
        for (Span span : spans) {
            if (from.compareTo(span.first()) < 0) {
                result.add(new Span(from, span.first().previous()));
            }
            if (span.last().equals(highest)) {
                return new WideSet(result);
            }
            from = span.last().next();
        }
        result.add(new Span(from, highest));
        return new WideSet(result);
    }

    boolean isEmpty() {
        return spans.isEmpty();
    }

    boolean contains(Wide value) {
        return spans.stream().anyMatch(span -> span.first().compareTo(value) <= 0 && value.compareTo(span.last()) <= 0);
    }

    /** Adds where this set begins, and what follows where it ends, to the starts of elementary intervals. */
    void addStarts(TreeSet<Wide> starts, Wide highest) {
        for (Span span : spans) {
            starts.add(span.first());
            if (span.last().compareTo(highest) < 0) {
                starts.add(span.last().next());
            }
        }
    }
}
