import java.lang.foreign.MemorySegment;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.IntUnaryOperator;

import org.hopwarden.enforce.VerdictListener;
import org.hopwarden.enforce.internal.Action;
import org.hopwarden.enforce.internal.PacketDecider;
import org.hopwarden.enforce.internal.PolicyInForce;
import org.hopwarden.engine.CompiledPolicy;
import org.hopwarden.engine.Direction;
import org.hopwarden.engine.LivePolicy;
import org.hopwarden.engine.PacketState;
import org.hopwarden.engine.PolicyEdit;
import org.hopwarden.engine.ShapedPackets;
import org.hopwarden.engine.ShapedRules;
import org.hopwarden.engine.ShapedRules.Shape;
import org.hopwarden.engine.internal.Conditions;
import org.hopwarden.engine.internal.Entry;
import org.hopwarden.engine.internal.LinearMatcher;
import org.hopwarden.net.IpVersion;
import org.hopwarden.net.PacketView;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.RulemodelFactory;

/**
 * Measures a policy that is edited while it is in force: how long an edit takes until a back end's thread has decided and counted a packet by it, how long the index
 * behind it takes, and how fast packets are decided with edits over an old index, against a linear scan. Medians, one thread.
 */
public final class EditBench {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int ROUNDS = 5;
    private static final int EDITS = 200;
    private static final int PACKETS = 1 << 15;
    private static final int SCANNED = 1 << 11;
    private static final int STRIDE = ShapedPackets.STRIDE;
    private static final long LEAST_ROUND_NANOS = 200_000_000;
    private static final int[] PENDING = { 0, 1, 100 };

    private final Random random = new Random(3);
    private final Shape shape;
    private final int count;
    private final ShapedRules rules;
    private final Deque<Runnable> behind = new ArrayDeque<>();
    private final MemorySegment packets = MemorySegment.ofArray(new byte[PACKETS * STRIDE]);
    private final int[] lengths = new int[PACKETS];
    private final PacketView view = new PacketView();
    private final PacketState state = new PacketState(Direction.IN);

    private EditBench(Shape shape, int count) {
        this.shape = shape;
        this.count = count;
        rules = new ShapedRules(shape, count, 1, 0);
    }

    public static void main(String[] arguments) throws Exception {
        System.out.printf("%-5s %7s %10s | %9s %9s %9s %9s %9s | %9s | %9s %8s %8s %8s%n", "shape", "rules", "compile ms",
                "edit us", "99 % us", "worst us", "cpu us", "cpu worst", "index ms", "scan ns", "0", "1", "100 edits");
        for (int count : new int[] { 1_000, 10_000, 100_000 }) {
            for (Shape shape : Shape.values()) {
                new EditBench(shape, count).measure();
            }
        }
    }

    private void measure() throws Exception {
        Policy policy = rules.policy(count);
        ShapedPackets source = new ShapedPackets(rules, policy.getChains().get(0).getRules(), 2, false);
        for (int i = 0; i < PACKETS; i++) {
            lengths[i] = source.write(packets, (long) i * STRIDE);
        }
        double[] compiles = new double[ROUNDS];
        CompiledPolicy compiled = null;
        for (int round = 0; round < ROUNDS; round++) {
            long began = THREADS.getCurrentThreadCpuTime();
            compiled = CompiledPolicy.compile(policy);
            compiles[round] = (THREADS.getCurrentThreadCpuTime() - began) / 1e6;
        }
        PolicyInForce inForce = new PolicyInForce(compiled);
        PacketDecider decider = new PacketDecider(inForce, VerdictListener.NONE, false);
        LivePolicy live = new LivePolicy(compiled, inForce::replace, behind::add);
        double[] edits = new double[ROUNDS * EDITS];
        double[] ofThread = new double[ROUNDS * EDITS];
        double[] indexes = new double[ROUNDS];
        for (int round = -1; round < ROUNDS; round++) {
            for (int i = 0; i < EDITS; i++) {
                PolicyEdit edit = edit(live.current().ruleCount("c"));
                long cpuBegan = THREADS.getCurrentThreadCpuTime();
                long began = System.nanoTime();
                live.edit(edit);
                decide(decider, i);
                if (round >= 0) {
                    edits[round * EDITS + i] = (System.nanoTime() - began) / 1e3;
                    ofThread[round * EDITS + i] = (THREADS.getCurrentThreadCpuTime() - cpuBegan) / 1e3;
                }
            }
            long began = THREADS.getCurrentThreadCpuTime();
            settle();
            indexes[Math.max(0, round)] = (THREADS.getCurrentThreadCpuTime() - began) / 1e6;
        }
        Arrays.sort(edits);
        Arrays.sort(ofThread);
        System.out.printf(Locale.ROOT, "%-5s %7d %10.0f | %9.0f %9.0f %9.0f %9.0f %9.0f | %9.0f | ", shape.name().toLowerCase(Locale.ROOT),
                count, median(compiles), edits[edits.length / 2], edits[edits.length * 99 / 100], edits[edits.length - 1],
                ofThread[ofThread.length / 2], ofThread[ofThread.length - 1], median(indexes));
        measureSpeed(policy, live);
    }

    private void measureSpeed(Policy policy, LivePolicy live) throws Exception {
        List<Entry> entries = Entry.of(policy.getChains().get(0), IpVersion.V4, new Conditions(ZoneId.systemDefault()));
        LinearMatcher linear = new LinearMatcher(entries);
        CompiledPolicy[] policies = new CompiledPolicy[PENDING.length];
        for (int i = 0, pending = 0; i < PENDING.length; i++) {
            for (; pending < PENDING[i]; pending++) {
                live.edit(edit(live.current().ruleCount("c")));
            }
            policies[i] = live.current();
        }
        double[] scans = new double[ROUNDS];
        double[][] decisions = new double[PENDING.length][ROUNDS];
        for (int round = -1; round < ROUNDS; round++) {
            scans[Math.max(0, round)] = nanosPerPacket(i -> scan(linear, i), SCANNED);
            for (int p = 0; p < PENDING.length; p++) {
                CompiledPolicy measured = policies[p];
                decisions[p][Math.max(0, round)] = nanosPerPacket(i -> decide(measured, i), PACKETS);
            }
        }
        System.out.printf(Locale.ROOT, "%9.0f %8.0f %8.0f %8.0f%n", median(scans), median(decisions[0]), median(decisions[1]),
                median(decisions[2]));
        settle();
    }

    private PolicyEdit edit(int size) {
        int number = 1 + random.nextInt(size);
        return switch (random.nextInt(6)) {
            case 0 -> new PolicyEdit.Remove("c", number);
            case 1 -> new PolicyEdit.Move("c", number, 1 + random.nextInt(size));
            case 2 -> new PolicyEdit.Replace("c", number, rules.rule());
            case 3 -> new PolicyEdit.Enable("c", number, random.nextBoolean());
            case 4 -> new PolicyEdit.ChangeAction("c", number, RulemodelFactory.eINSTANCE.createReject());
            default -> new PolicyEdit.Insert("c", number, rules.rule());
        };
    }

    private void settle() {
        while (!behind.isEmpty()) {
            behind.remove().run();
        }
    }

    /** As the threads of a back end do, counts included. */
    private void decide(PacketDecider decider, int packet) {
        view.wrap(packets, (long) packet * STRIDE, lengths[packet]);
        decider.begin(1);
        if (decider.decide(view, state.next(), view.lengthBytes()) == Action.ALLOW) {
            decider.allowed(1, 0);
        }
    }

    private int decide(CompiledPolicy policy, int packet) {
        view.wrap(packets, (long) packet * STRIDE, lengths[packet]);
        return policy.decide(view, Direction.IN);
    }

    private int scan(LinearMatcher linear, int packet) {
        view.wrap(packets, (long) packet * STRIDE, lengths[packet]);
        return linear.match(view);
    }

    private static double nanosPerPacket(IntUnaryOperator decide, int count) {
        long sum = 0;
        int done = 0;
        long began = THREADS.getCurrentThreadCpuTime();
        long passed = 0;
        while (passed < LEAST_ROUND_NANOS) {
            for (int packet = 0; packet < count; packet++) {
                sum += decide.applyAsInt(packet);
            }
            done += count;
            passed = THREADS.getCurrentThreadCpuTime() - began;
        }
        if (sum == Long.MIN_VALUE) {
            System.out.println("never, but the sum must be used");
        }
        return (double) passed / done;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
