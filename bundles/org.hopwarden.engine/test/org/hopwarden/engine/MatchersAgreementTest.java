package org.hopwarden.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import org.hopwarden.net.IpVersion;
import org.hopwarden.net.PacketView;
import org.hopwarden.rulemodel.Chain;
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
        List<Entry> entries = Entry.of(chain, version, new Conditions(WholePolicies.ZONE));
        if (entries.isEmpty()) {
            return;
        }
        Matcher linear = new LinearMatcher(entries);
        Matcher bits = new BitMatcher(entries, version == IpVersion.V6);
        Matcher tuples = new TupleMatcher(entries, version == IpVersion.V6);
        RandomPackets packets = new RandomPackets(random, pool);
        PacketState state = new PacketState(Direction.IN);
        for (int i = 0; i < PACKETS; i++) {
            PacketView packet = packets.next();
            state.set(policies.context());
            if (packet.isValid() && packet.version() == version) {
                List<Integer> expected = all(linear, packet, state, entries.size());
                found.add(expected.size());
                assertEquals(expected, all(bits, packet, state, entries.size()), () -> "bit vectors, seed " + seed);
                assertEquals(expected, all(tuples, packet, state, entries.size()), () -> "tuples, seed " + seed);
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
