package org.hopwarden.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Random;

import org.hopwarden.net.PacketView;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.Rule;
import org.junit.jupiter.api.Test;

/** A list grows and shrinks by edits over the length at which it is searched another way, and decides as the reference at each step. */
class LongListEditsTest {

    private static final long SEED = Long.getLong("hopwarden.seed", 20_261_126);
    private static final int AROUND = 20_000;
    private static final int PACKETS = Boolean.getBoolean("hopwarden.full") ? 20_000 : 1_000;

    private final Random random = new Random(SEED);
    private final ShapedRules shaped = new ShapedRules(ShapedRules.Shape.IPC, AROUND, SEED, 0);
    private final Policy list = shaped.policy(AROUND - 3);
    private final List<Rule> rules = new ArrayList<>(list.getChains().get(0).getRules());
    private final ShapedPackets packets = new ShapedPackets(shaped, rules, SEED, true);

    @Test
    void editedOverTheLengthAtWhichTheSearchChanges() throws PolicyCompileException {
        Deque<Runnable> behind = new ArrayDeque<>();
        LivePolicy live = new LivePolicy(CompiledPolicy.compile(list), told -> { }, behind::add);
        insert(live, 6);
        assertDecides(live.current());
        settle(live, behind);
        assertDecides(live.current());
        remove(live, 6);
        insert(live, 2);
        assertDecides(live.current());
        settle(live, behind);
        assertDecides(live.current());
    }

    private void insert(LivePolicy live, int count) throws PolicyCompileException {
        for (int i = 0; i < count; i++) {
            int at = i == 0 ? 0 : i == 1 ? rules.size() : random.nextInt(rules.size() + 1);
            Rule rule = shaped.rule();
            live.edit(new PolicyEdit.Insert("c", at + 1, rule));
            rules.add(at, rule);
        }
    }

    private void remove(LivePolicy live, int count) throws PolicyCompileException {
        for (int i = 0; i < count; i++) {
            int at = i == 0 ? 0 : i == 1 ? rules.size() - 1 : random.nextInt(rules.size());
            live.edit(new PolicyEdit.Remove("c", at + 1));
            rules.remove(at);
        }
    }

    private static void settle(LivePolicy live, Deque<Runnable> behind) {
        while (!behind.isEmpty()) {
            behind.remove().run();
        }
        assertTrue(live.isSettled());
    }

    private void assertDecides(CompiledPolicy policy) throws PolicyCompileException {
        PacketView[] views = new PacketView[PACKETS];
        for (int i = 0; i < views.length; i++) {
            MemorySegment made = MemorySegment.ofArray(new byte[ShapedPackets.STRIDE]);
            views[i] = PacketView.of(made.asSlice(0, packets.write(made, 0)));
        }
        PacketContext[] contexts = new PacketContext[PACKETS];
        Arrays.fill(contexts, PacketContext.of(Direction.IN));
        Policy model = policy.policy();
        assertEquals(rules.size(), model.getChains().get(0).getRules().size());
        Verdict[] expected = new ReferenceWalk(ReferenceEvaluator.of(model)).decide(views, contexts);
        for (int i = 0; i < views.length; i++) {
            assertEquals(expected[i], policy.verdict(policy.decide(views[i], Direction.IN)), () -> "seed " + SEED);
        }
    }
}
