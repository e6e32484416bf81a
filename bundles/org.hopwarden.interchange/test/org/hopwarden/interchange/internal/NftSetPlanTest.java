package org.hopwarden.interchange.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.hopwarden.interchange.internal.NftBox.Kind;
import org.hopwarden.net.IpVersion;
import org.hopwarden.rulemodel.NumberRange;
import org.junit.jupiter.api.Test;

/** The first set that holds a packet has the verdict of the first rule that matches it, for random rules in a small world. */
class NftSetPlanTest {

    private static final int LISTS = Boolean.getBoolean("hopwarden.full") ? 5_000 : 200;
    private static final long SEED = Long.getLong("hopwarden.seed", 21);
    private static final int HIGHEST = 3;
    private static final Kind[] KINDS = { Kind.PORTS, Kind.SOURCE_PORT, Kind.PROTOCOL, Kind.NONE };
    private static final String[] GUARDS = { "", "", "a", "b" };
    private static final String[] VERDICTS = { "accept", "drop" };

    private final Random random = new Random(SEED);

    /** A rule; where it is in no set it matches the first of its boxes, and is known by its number. */
    private record Listed(int number, List<NftBox> boxes, boolean alone, String verdict) {
    }

    /** The values of a packet; kind tells which fields it has. */
    private record Packet(IpVersion version, Kind kind, List<String> holds, int[] values) {

        boolean isIn(NftBox box) {
            boolean guarded = !box.guard().isEmpty() && !holds.contains(box.guard());
            if (box.version() != version || box.kind().ordinal() < kind.ordinal() || guarded) {
                return false;
            }
            for (int i = 0; i < values.length; i++) {
                if (values[i] < box.bounds()[2 * i] || values[i] > box.bounds()[2 * i + 1]) {
                    return false;
                }
            }
            return true;
        }
    }

    @Test
    void theFirstRuleDecides() {
        System.out.println("seed " + SEED);
        int found = 0;
        for (int n = 0; n < LISTS; n++) {
            List<Listed> rules = new ArrayList<>();
            NftSetPlan plan = new NftSetPlan();
            for (int i = 0; i < 5 + random.nextInt(60); i++) {
                Listed rule = rule(i);
                rules.add(rule);
                if (rule.alone) {
                    plan.addAlone(rule.boxes, rule.verdict, List.of("" + i));
                } else {
                    plan.add(rule.boxes, rule.verdict);
                }
            }
            for (int i = 0; i < 100; i++) {
                Packet packet = packet();
                String expected = rules.stream().filter(rule -> matches(rule, packet)).map(Listed::verdict).findFirst()
                        .orElse("none");
                String what = "seed " + SEED + ", list " + n + ": " + packet;
                assertEquals(expected, decided(plan, rules, packet, what), what);
                found += expected.equals("none") ? 0 : 1;
            }
        }
        assertTrue(found > LISTS * 20, found + " were matched");
    }

    @Test
    void narrowRulesShareOneSetAndWideOnesStandBehindThem() {
        NftSetPlan plan = new NftSetPlan();
        for (int i = 0; i < 200; i++) {
            plan.add(List.of(box(2 * i, 2 * i, 5, 5)), VERDICTS[i % 2]);
        }
        plan.add(List.of(box(0, 1000, 0, 9)), "drop");
        for (int i = 0; i < 200; i++) {
            plan.add(List.of(box(2 * i, 2 * i, 8, 12)), "accept");
        }
        assertEquals(List.of(400, 1), plan.steps().stream().map(step -> step.table().boxes().size()).toList());
    }

    private static NftBox box(int from, int to, int low, int high) {
        return new NftBox(IpVersion.V4, Kind.PORTS, "", new int[] { from, to, 0, HIGHEST, 6, 6, 0, NumberRange.HIGHEST, low, high });
    }

    private static boolean matches(Listed rule, Packet packet) {
        return rule.alone ? packet.isIn(rule.boxes.get(0)) : rule.boxes.stream().anyMatch(packet::isIn);
    }

    private static String decided(NftSetPlan plan, List<Listed> rules, Packet packet, String what) {
        for (NftSetPlan.Step step : plan.steps()) {
            for (String line : step.alone()) {
                Listed rule = rules.get(Integer.parseInt(line));
                if (matches(rule, packet)) {
                    return rule.verdict;
                }
            }
            List<String> verdicts = new ArrayList<>();
            for (int i = 0; step.table() != null && i < step.table().boxes().size(); i++) {
                if (packet.isIn(step.table().boxes().get(i))) {
                    verdicts.add(step.table().verdicts().get(i));
                }
            }
            assertTrue(verdicts.size() < 2, () -> what + " is in elements that overlap");
            if (!verdicts.isEmpty()) {
                return verdicts.get(0);
            }
        }
        return "none";
    }

    private Listed rule(int number) {
        List<NftBox> boxes = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            boxes.add(randomBox());
        }
        return new Listed(number, boxes, random.nextInt(12) == 0, VERDICTS[random.nextInt(VERDICTS.length)]);
    }

    private NftBox randomBox() {
        Kind kind = KINDS[random.nextInt(KINDS.length)];
        int[] bounds = new int[10];
        for (int i = 0; i < bounds.length; i += 2) {
            boolean asked = switch (i) {
                case NftBox.SOURCE, NftBox.DESTINATION -> random.nextInt(4) > 0;
                case NftBox.PROTOCOL -> kind != Kind.NONE;
                case NftBox.FIRST -> kind == Kind.PORTS && random.nextBoolean() || kind == Kind.SOURCE_PORT;
                default -> kind == Kind.PORTS;
            };
            int one = random.nextInt(HIGHEST + 1);
            int other = random.nextBoolean() ? one : random.nextInt(HIGHEST + 1);
            bounds[i] = asked ? Math.min(one, other) : 0;
            bounds[i + 1] = asked ? Math.max(one, other) : HIGHEST;
        }
        return new NftBox(version(), kind, GUARDS[random.nextInt(GUARDS.length)], bounds);
    }

    private Packet packet() {
        List<String> holds = new ArrayList<>();
        for (String guard : List.of("a", "b")) {
            if (random.nextBoolean()) {
                holds.add(guard);
            }
        }
        return new Packet(version(), KINDS[random.nextInt(KINDS.length)], holds, random.ints(5, 0, HIGHEST + 1).toArray());
    }

    private IpVersion version() {
        return random.nextInt(4) == 0 ? IpVersion.V6 : IpVersion.V4;
    }
}
