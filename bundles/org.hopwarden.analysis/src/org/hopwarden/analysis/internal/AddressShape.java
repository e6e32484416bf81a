package org.hopwarden.analysis.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import org.hopwarden.analysis.internal.WideSet.Span;
import org.hopwarden.analysis.internal.WideSet.Wide;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpVersion;
import org.hopwarden.rulemodel.AddressName;
import org.hopwarden.rulemodel.AddressPrefix;
import org.hopwarden.rulemodel.AddressRange;
import org.hopwarden.rulemodel.AddressTerm;
import org.hopwarden.rulemodel.AddressTerms;
import org.hopwarden.rulemodel.AddressWildcard;

/**
 * How the addresses of one IP version become axes: as one axis, or, where wildcards with many gaps would be too many intervals
 * there, as one axis for each byte.
 */
final class AddressShape {

    static final int BYTE_HIGHEST = 0xff;
    /** Up to so many intervals together, wildcards are written out. */
    private static final long MOST_INTERVALS = 1 << 13;

    private final IpVersion version;
    private final boolean bytes;

    private AddressShape(IpVersion version, boolean bytes) {
        this.version = version;
        this.bytes = bytes;
    }

    /** The shape with an axis for each byte, whatever the terms are. */
    static AddressShape bytes(IpVersion version) {
        return new AddressShape(version, true);
    }

    /** The shape that suits all of these terms. */
    static AddressShape of(IpVersion version, List<AddressTerm> terms) {
        long[] intervals = { 0 };
        AddressTerms.forEach(terms, term -> {
            if (term instanceof AddressWildcard wildcard && wildcard.getAddress().version() == version) {
                int gaps = gaps(wildcard.getWildcard());
                intervals[0] += gaps > 20 ? MOST_INTERVALS + 1 : 1L << gaps;
            }
        });
        return new AddressShape(version, intervals[0] > MOST_INTERVALS);
    }

    boolean isBytes() {
        return bytes;
    }

    /**
     * The addresses of the terms as boxes, on axes of the field. No term means any address.
     *
     * @param named what holds beside its addresses where a term is a name, whose addresses can change
     */
    List<RawBox> boxes(Field field, List<AddressTerm> terms, Function<AddressName, RawBox> named) {
        if (terms.isEmpty()) {
            return List.of(RawBox.ALL);
        }
        List<RawBox> byName = new ArrayList<>();
        List<RawBox> boxes = new ArrayList<>();
        List<Span> spans = new ArrayList<>();
        AddressTerms.forEach(terms, term -> {
            switch (term) {
                case AddressPrefix p -> {
                    if (p.getPrefix().address().version() == version) {
                        addMasked(field, p.getPrefix().address(), hostBits(p.getPrefix().length()), spans, boxes);
                    }
                }
                case AddressRange r -> {
                    if (r.getFirst().version() == version) {
                        addRange(field, r.getFirst(), r.getLast(), spans, boxes);
                    }
                }
                case AddressWildcard w -> {
                    if (w.getAddress().version() == version) {
                        addMasked(field, w.getAddress(), w.getWildcard(), spans, boxes);
                    }
                }
                case AddressName n -> byName.addAll(RawBox.product(addresses(field, n), List.of(named.apply(n))));
                default -> throw new IllegalStateException("unknown address term " + term);
            }
        });
        List<RawBox> known = known(field, spans, boxes);
        return byName.isEmpty() ? known : Stream.concat(known.stream(), byName.stream()).toList();
    }

    private List<RawBox> addresses(Field field, AddressName name) {
        List<RawBox> boxes = new ArrayList<>();
        List<Span> spans = new ArrayList<>();
        for (IpAddress address : name.getAddresses()) {
            if (address.version() == version) {
                addMasked(field, address, new IpAddress(version, 0, 0), spans, boxes);
            }
        }
        return known(field, spans, boxes);
    }

    private List<RawBox> known(Field field, List<Span> spans, List<RawBox> boxes) {
        return bytes ? RawBox.merged(boxes) : spans.isEmpty() ? List.of()
                : List.of(RawBox.ALL.with(axis(field), WideSet.union(spans)));
    }

    private Axis axis(Field field) {
        return new Axis(field, 0, version == IpVersion.V4 ? Wide.of(0xffff_ffffL) : field.highest());
    }

    private static Axis byteAxis(Field field, int part) {
        return new Axis(field, part, Wide.of(BYTE_HIGHEST));
    }

    private IpAddress hostBits(int prefixLength) {
        int free = version.addressBits() - prefixLength;
        long low = free >= 64 ? -1 : (1L << free) - 1;
        long high = free <= 64 ? 0 : free == 128 ? -1 : (1L << free - 64) - 1;
        return new IpAddress(version, high, low);
    }

    private void addMasked(Field field, IpAddress address, IpAddress free, List<Span> spans, List<RawBox> boxes) {
        if (bytes) {
            RawBox box = RawBox.ALL;
            for (int part = 0; part < version.addressBits() / 8; part++) {
                int mask = byteOf(free, part);
                if (mask != BYTE_HIGHEST) {
                    box = box.with(byteAxis(field, part), masked(byteOf(address, part), mask));
                }
            }
            boxes.add(box);
        } else {
            addIntervals(address, free, spans);
        }
    }

    /** The bytes that have a value in the bits that are not free. */
    static WideSet masked(int value, int free) {
        List<Span> spans = new ArrayList<>();
        for (int one = 0; one <= BYTE_HIGHEST; one++) {
            if ((one & ~free) == value) {
                spans.add(Span.of(one, one));
            }
        }
        return WideSet.union(spans);
    }

    /** One interval for each choice of the bits above the contiguous ones at the lower end. */
    private static void addIntervals(IpAddress address, IpAddress free, List<Span> spans) {
        long tailLow = tail(free.low());
        long tailHigh = tailLow == -1 ? tail(free.high()) : 0;
        long gapsLow = free.low() & ~tailLow;
        long gapsHigh = free.high() & ~tailHigh;
        long low = 0;
        long high = 0;
        do {
            long firstHigh = address.high() | high;
            long firstLow = address.low() | low;
            spans.add(new Span(new Wide(firstHigh, firstLow), new Wide(firstHigh | tailHigh, firstLow | tailLow)));
            low = low - gapsLow & gapsLow;
            if (low == 0) {
                high = high - gapsHigh & gapsHigh;
            }
        } while (low != 0 || high != 0);
    }

    private static int gaps(IpAddress free) {
        long tailLow = tail(free.low());
        long tailHigh = tailLow == -1 ? tail(free.high()) : 0;
        return Long.bitCount(free.low() & ~tailLow) + Long.bitCount(free.high() & ~tailHigh);
    }

    /** The contiguous set bits at the lower end. */
    private static long tail(long bits) {
        return bits & ~(bits + 1);
    }

    private void addRange(Field field, IpAddress first, IpAddress last, List<Span> spans, List<RawBox> boxes) {
        if (bytes) {
            addRange(field, first, last, 0, RawBox.ALL, boxes);
        } else {
            spans.add(new Span(Wide.of(first), Wide.of(last)));
        }
    }

    /** The bytes before {@code part} are equal in both ends, and in the box already. */
    private void addRange(Field field, IpAddress first, IpAddress last, int part, RawBox box, List<RawBox> boxes) {
        if (part == version.addressBits() / 8) {
            boxes.add(box);
            return;
        }
        int from = byteOf(first, part);
        int to = byteOf(last, part);
        if (from == to) {
            addRange(field, first, last, part + 1, box.with(byteAxis(field, part), WideSet.of(from)), boxes);
            return;
        }
        boolean fromStart = isRest(first, part + 1, 0);
        boolean toEnd = isRest(last, part + 1, BYTE_HIGHEST);
        if (!fromStart) {
            addEnd(field, first, part + 1, true, box.with(byteAxis(field, part), WideSet.of(from)), boxes);
        }
        if (!toEnd) {
            addEnd(field, last, part + 1, false, box.with(byteAxis(field, part), WideSet.of(to)), boxes);
        }
        WideSet middle = WideSet.range(fromStart ? from : from + 1, toEnd ? to : to - 1);
        if (!middle.isEmpty()) {
            boxes.add(box.with(byteAxis(field, part), middle));
        }
    }

    /** All from an address on, or up to it, among those that share its bytes before {@code part}. */
    private void addEnd(Field field, IpAddress end, int part, boolean from, RawBox box, List<RawBox> boxes) {
        if (part == version.addressBits() / 8) {
            boxes.add(box);
            return;
        }
        int value = byteOf(end, part);
        addEnd(field, end, part + 1, from, box.with(byteAxis(field, part), WideSet.of(value)), boxes);
        WideSet beyond = from ? WideSet.range(value + 1, BYTE_HIGHEST) : WideSet.range(0, value - 1);
        if (!beyond.isEmpty()) {
            boxes.add(box.with(byteAxis(field, part), beyond));
        }
    }

    private boolean isRest(IpAddress address, int part, int value) {
        for (int i = part; i < version.addressBits() / 8; i++) {
            if (byteOf(address, i) != value) {
                return false;
            }
        }
        return true;
    }

    /** A byte of an address, 0 the uppermost. */
    static int byteOf(IpAddress address, int part) {
        int shift = address.version().addressBits() - 8 - 8 * part;
        return (int) (shift >= 64 ? address.high() >>> shift - 64 : address.low() >>> shift) & BYTE_HIGHEST;
    }
}
