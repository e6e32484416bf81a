package org.hopwarden.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;

import org.hopwarden.engine.internal.BitMatcher;
import org.hopwarden.engine.internal.Conditions;
import org.hopwarden.engine.internal.Entry;
import org.hopwarden.engine.internal.LinearMatcher;
import org.hopwarden.engine.internal.Matcher;
import org.hopwarden.engine.internal.TupleMatcher;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpHeader;
import org.hopwarden.net.IpPrefix;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.net.IpVersion;
import org.hopwarden.net.PacketBuilder;
import org.hopwarden.net.PacketView;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.PortOperator;
import org.hopwarden.rulemodel.Rule;
import org.junit.jupiter.api.Test;

/**
 * All ways to search a list find the same entries, one behind the other, whatever its length: with every condition there is, ranges,
 * wildcards with gaps, and lists of terms.
 */
class MatchersAgreementTest {

    private static final boolean FULL = Boolean.getBoolean("hopwarden.full");
    private static final long SEED = Long.getLong("hopwarden.seed", 20_261_123);
    private static final int LISTS = FULL ? 400 : 24;
    private static final int PACKETS = FULL ? 20_000 : 1_500;

    @Test
    void allFindTheSameEntries() {
        LongAdder found = new LongAdder();
        IntStream.range(0, LISTS).parallel().forEach(number -> compare(SEED + number, found));
        assertTrue(found.sum() > LISTS * PACKETS, "entries were found: " + found);
    }

    private static void compare(long seed, LongAdder found) {
        Random random = new Random(seed);
        RandomPolicies.Pool pool = RandomPolicies.Pool.of(random);
        WholePolicies policies = new WholePolicies(random, pool);
        Chain chain = policies.policy(random.nextInt(3) == 0 ? 1_500 : 1 + random.nextInt(200)).getChains().get(0);
        IpVersion version = IpVersion.values()[random.nextInt(2)];
        Searches searches = new Searches(chain, version, seed, found);
        RandomPackets packets = new RandomPackets(random, pool);
        PacketState state = new PacketState(Direction.IN);
        for (int i = 0; i < PACKETS; i++) {
            searches.compare(packets.next(), state.set(policies.context()));
        }
    }

    /** More pairs of prefix lengths than there may be tuples: entries that find none are searched another way. */
    @Test
    void moreLengthsThanTuples() {
        Random random = new Random(SEED);
        Policy policy = Rules.policy();
        for (int i = 0; i < 1_500; i++) {
            policy.getChains().get(0).getRules().add(Rules.to(Rules.from(Rules.allow(), network(random)), network(random)));
        }
        LongAdder found = new LongAdder();
        Searches searches = new Searches(policy.getChains().get(0), IpVersion.V6, SEED, found);
        assertTrue(searches.tuples.toString().startsWith("512 tuples, "), searches.tuples.toString());
        assertFalse(searches.tuples.toString().endsWith(" 0 entries in none"), searches.tuples.toString());
        for (int i = 0; i < PACKETS; i++) {
            IpHeader header = IpHeader.of(host(random), host(random), 64);
            searches.compare(PacketView.of(PacketBuilder.udp(header, 1, 2, new byte[0])), new PacketState(Direction.IN));
        }
        assertTrue(found.sum() > PACKETS, "entries were found: " + found);
    }

    /** Some of few bits, so that networks lie in each other. */
    private static IpAddress host(Random random) {
        long high = 0x2001_0db8_0000_0000L;
        long low = 0;
        for (int i = 0; i < 3; i++) {
            high |= 1L << random.nextInt(32) & -(long) random.nextInt(2);
            low |= 1L << random.nextInt(64) & -(long) random.nextInt(2);
        }
        return IpAddress.v6(high, low);
    }

    private static String network(Random random) {
        return IpPrefix.containing(host(random), random.nextInt(129)).toString();
    }

    /** More entries of one pair of prefixes than its bucket takes, between others. */
    @Test
    void moreEntriesThanABucketTakes() {
        Random random = new Random(SEED);
        Policy policy = Rules.policy();
        for (int i = 0; i < 400; i++) {
            Rule rule = Rules.allow(Rules.toPort(IpProtocol.UDP, PortOperator.EQ, Integer.toString(random.nextInt(300))));
            String around = IpPrefix.containing(IpAddress.parse("198.51.100.0"), 20 + random.nextInt(12)).toString();
            policy.getChains().get(0).getRules().add(random.nextInt(3) == 0 ? Rules.to(rule, around)
                    : Rules.to(Rules.from(rule, "192.0.2.0/24"), "198.51.100.0/24"));
        }
        LongAdder found = new LongAdder();
        Searches searches = new Searches(policy.getChains().get(0), IpVersion.V4, SEED, found);
        assertFalse(searches.tuples.toString().endsWith(" 0 entries in none"), searches.tuples.toString());
        for (int i = 0; i < PACKETS; i++) {
            IpHeader header = IpHeader.of(IpAddress.parse("192.0.2." + random.nextInt(256)), IpAddress.parse("198.51.100." + random.nextInt(256)), 64);
            searches.compare(PacketView.of(PacketBuilder.udp(header, 1, random.nextInt(300), new byte[0])), new PacketState(Direction.IN));
        }
        assertTrue(found.sum() > PACKETS, "entries were found: " + found);
    }

    /** All ways to search one list. */
    private static final class Searches {

        private final long seed;
        private final LongAdder found;
        private final IpVersion version;
        private final int size;
        private final Matcher linear;
        /** Null where there is nothing to search. */
        private final Matcher bits;
        private final Matcher tuples;

        Searches(Chain chain, IpVersion version, long seed, LongAdder found) {
            List<Entry> entries = Entry.of(chain, version, new Conditions(WholePolicies.ZONE));
            this.seed = seed;
            this.found = found;
            this.version = version;
            size = entries.size();
            linear = new LinearMatcher(entries);
            bits = entries.isEmpty() ? null : new BitMatcher(entries, version == IpVersion.V6);
            tuples = entries.isEmpty() ? null : new TupleMatcher(entries, version == IpVersion.V6);
        }

        void compare(PacketView packet, PacketState state) {
            if (size > 0 && packet.isValid() && packet.version() == version) {
                List<Integer> expected = all(linear, packet, state, size);
                found.add(expected.size());
                assertEquals(expected, all(bits, packet, state, size), () -> "bit vectors, seed " + seed);
                assertEquals(expected, all(tuples, packet, state, size), () -> "tuples, seed " + seed);
            }
        }
    }

    /** The first entries that match, each searched for behind the one before. */
    private static List<Integer> all(Matcher matcher, PacketView packet, PacketState state, int size) {
        List<Integer> all = new ArrayList<>();
        int entry = matcher.match(packet, state, 0);
        while (entry >= 0 && all.size() < 12) {
            all.add(entry);
            entry = entry + 1 == size ? -1 : matcher.matchBehind(packet, state, entry);
        }
        return all;
    }
}
