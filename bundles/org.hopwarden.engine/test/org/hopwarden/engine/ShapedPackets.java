package org.hopwarden.engine;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.List;
import java.util.SplittableRandom;

import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpPrefix;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.rulemodel.AddressPrefix;
import org.hopwarden.rulemodel.AddressTerm;
import org.hopwarden.rulemodel.NumberRange;
import org.hopwarden.rulemodel.PortCondition;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.Service;

/**
 * Packets for a list of {@link ShapedRules}: half of them are made to fit a rule of the list, the others rules like them. Where
 * corners are wanted, addresses and ports lie at the edges of prefixes and ranges and just beside them, and some packets are
 * fragments, of other protocols, or cut short. Only headers are written. Not safe for use by several threads.
 */
public final class ShapedPackets {

    /** What a packet takes at most. */
    public static final int STRIDE = 64;

    private static final ValueLayout.OfShort SHORT = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final int FEW = 16;
    private static final int[] OTHER_PROTOCOLS = { IpProtocol.ICMP, IpProtocol.ICMPV6, IpProtocol.SCTP, IpProtocol.GRE,
            IpProtocol.ESP, IpProtocol.TCP, IpProtocol.UDP, 0, 255 };

    private final ShapedRules source;
    private final SplittableRandom random;
    private final boolean corners;
    private final Wanted[] wanted;
    /** How many of them the list has. */
    private final int listed;

    /** What a rule asks for, as plain numbers; null prefixes and port -1 are open. */
    private record Wanted(IpPrefix source, IpPrefix destination, int protocol, int sourceLow, int sourceHigh, int destinationLow,
            int destinationHigh, int icmpType) {

        static Wanted of(Rule rule) {
            Service service = (Service) rule.getMatch().getService().get(0);
            return new Wanted(prefix(rule.getMatch().getSource()), prefix(rule.getMatch().getDestination()),
                    service.getProtocol(), low(service.getSourcePort()), high(service.getSourcePort()),
                    low(service.getDestinationPort()), high(service.getDestinationPort()),
                    service.getIcmpType() == null ? -1 : service.getIcmpType());
        }

        private static IpPrefix prefix(List<AddressTerm> terms) {
            return terms.isEmpty() ? null : ((AddressPrefix) terms.get(0)).getPrefix();
        }

        private static int low(PortCondition condition) {
            return condition == null ? 0 : condition.getPorts().ranges().get(0).low();
        }

        private static int high(PortCondition condition) {
            return condition == null ? NumberRange.HIGHEST : condition.getPorts().ranges().get(0).high();
        }

        boolean isV6() {
            return source != null ? source.address().isV6() : destination != null && destination.address().isV6();
        }
    }

    /** @param rules of the list, as the source made them */
    public ShapedPackets(ShapedRules source, List<Rule> rules, long seed, boolean corners) {
        this.source = source;
        this.corners = corners;
        random = new SplittableRandom(seed);
        int others = Math.min(rules.size(), 4_096);
        wanted = new Wanted[rules.size() + others];
        for (int i = 0; i < wanted.length; i++) {
            wanted[i] = Wanted.of(i < rules.size() ? rules.get(i) : source.rule());
        }
        listed = rules.size();
    }

    private ShapedPackets(ShapedPackets other, long seed) {
        source = other.source;
        corners = other.corners;
        random = new SplittableRandom(seed);
        wanted = other.wanted;
        listed = other.listed;
    }

    /** Others for the same rules, for another thread. */
    public ShapedPackets with(long seed) {
        return new ShapedPackets(this, seed);
    }

    /**
     * Writes the next packet.
     *
     * @return its length, up to {@link #STRIDE}
     */
    public int write(MemorySegment segment, long at) {
        Wanted fit = wanted[random.nextBoolean() ? random.nextInt(listed) : listed + random.nextInt(wanted.length - listed)];
        boolean v6 = fit.isV6() || corners && fit.source == null && fit.destination == null && rarely();
        segment.asSlice(at, STRIDE).fill((byte) 0);
        int protocol = corners && rarely() ? OTHER_PROTOCOLS[random.nextInt(OTHER_PROTOCOLS.length)] : fit.protocol;
        int transport = v6 ? v6(segment, at, fit, protocol) : v4(segment, at, fit, protocol);
        if (protocol == IpProtocol.ICMP || protocol == IpProtocol.ICMPV6) {
            segment.set(ValueLayout.JAVA_BYTE, at + transport,
                    (byte) (fit.icmpType < 0 || corners && rarely() ? random.nextInt(256) : fit.icmpType));
            segment.set(ValueLayout.JAVA_BYTE, at + transport + 1, (byte) random.nextInt(4));
        } else {
            segment.set(SHORT, at + transport, (short) port(fit.sourceLow, fit.sourceHigh));
            segment.set(SHORT, at + transport + 2, (short) port(fit.destinationLow, fit.destinationHigh));
            segment.set(SHORT, at + transport + 12, (short) (0x5000 | random.nextInt(32)));
        }
        int length = transport + (v6 ? STRIDE - 40 - 8 : 20);
        segment.set(SHORT, at + (v6 ? 4 : 2), (short) (v6 ? length - 40 : length));
        return corners && rarely() ? random.nextInt(length + 1) : length;
    }

    private boolean rarely() {
        return random.nextInt(FEW) == 0;
    }

    private int v4(MemorySegment segment, long at, Wanted fit, int protocol) {
        segment.set(SHORT, at, (short) 0x4500);
        segment.set(SHORT, at + 6, (short) fragment());
        segment.set(SHORT, at + 8, (short) (64 << 8 | protocol));
        segment.set(INT, at + 12, (int) low(fit.source, true, 32));
        segment.set(INT, at + 16, (int) low(fit.destination, false, 32));
        return 20;
    }

    private int v6(MemorySegment segment, long at, Wanted fit, int protocol) {
        int fragment = fragment();
        segment.set(ValueLayout.JAVA_BYTE, at, (byte) 0x60);
        segment.set(SHORT, at + 6, (short) ((fragment != 0 ? IpProtocol.FRAGMENT : protocol) << 8 | 64));
        v6Address(segment, at + 8, fit.source, true);
        v6Address(segment, at + 24, fit.destination, false);
        if (fragment == 0) {
            return 40;
        }
        segment.set(SHORT, at + 40, (short) (protocol << 8));
        segment.set(SHORT, at + 42, (short) ((fragment & 0x1fff) << 3 | fragment >>> 13));
        return 48;
    }

    private int fragment() {
        return !corners || !rarely() ? 0 : switch (random.nextInt(3)) {
            case 0 -> 0x2000;
            case 1 -> 0x2000 | 1 + random.nextInt(0x1fff);
            default -> 1 + random.nextInt(0x1fff);
        };
    }

    private void v6Address(MemorySegment segment, long at, IpPrefix prefix, boolean ofSource) {
        if (prefix == null) {
            segment.set(LONG, at, ShapedRules.v6Network((int) low(null, ofSource, 32)));
            segment.set(LONG, at + 8, random.nextLong());
            return;
        }
        IpAddress address = prefix.address();
        boolean inHigh = prefix.length() <= 64;
        segment.set(LONG, at, inHigh ? near(address.high(), 64 - prefix.length(), 64) : address.high());
        segment.set(LONG, at + 8, inHigh ? random.nextLong() : near(address.low(), 128 - prefix.length(), 64));
    }

    private long low(IpPrefix prefix, boolean ofSource, int bits) {
        if (prefix == null || prefix.address().isV6()) {
            return (ofSource ? source.sourceNetwork(random) : source.destinationNetwork(random)) & 0xffff_0000
                    | random.nextInt(0x10000);
        }
        return near(prefix.address().low(), bits - prefix.length(), bits);
    }

    /** Somewhere in a prefix with so many free bits, or at its edge or beside it. */
    private long near(long first, int free, int bits) {
        long within = free == 0 ? 0 : random.nextLong() & -1L >>> 64 - free;
        if (!corners || random.nextInt(4) > 0) {
            return first | within;
        }
        long span = free == 0 ? 0 : -1L >>> 64 - free;
        long address = switch (random.nextInt(4)) {
            case 0 -> first;
            case 1 -> first + span;
            case 2 -> first - 1;
            default -> first + span + 1;
        };
        return bits == 64 ? address : address & 0xffff_ffffL;
    }

    private int port(int low, int high) {
        if (!corners || random.nextInt(4) > 0) {
            return low + random.nextInt(high - low + 1);
        }
        return switch (random.nextInt(4)) {
            case 0 -> low;
            case 1 -> high;
            case 2 -> low - 1;
            default -> high + 1;
        } & 0xffff;
    }
}
