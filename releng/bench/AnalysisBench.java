import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.eclipse.emf.ecore.util.EcoreUtil;
import org.hopwarden.analysis.CheckedPolicy;
import org.hopwarden.analysis.ClassBenchRules;
import org.hopwarden.analysis.ClassBenchRules.Shape;
import org.hopwarden.analysis.PolicyDiff;
import org.hopwarden.analysis.RuleFact;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.Rule;

/**
 * Measures the exact analysis of random rule lists: what each rule is worth over the union of the others. Two lists of each
 * shape and size, each analysed three times; medians of the thread's own time and of the time on the clock. And the difference of
 * each list from one in which a rule in its middle is gone.
 */
public final class AnalysisBench {

    private static final int LISTS = 2;
    private static final int ROUNDS = 3;

    private AnalysisBench() {
    }

    public static void main(String[] arguments) throws Exception {
        System.out.printf("%-5s %7s %10s %10s %10s %8s %9s %10s %11s %11s%n", "shape", "rules", "cpu s", "clock s", "diff s",
                "never", "redundant", "exceptions", "correlated", "heap MB");
        for (int rules : new int[] { 1_000, 10_000 }) {
            for (Shape shape : Shape.values()) {
                measure(shape, rules);
            }
        }
    }

    private static void measure(Shape shape, int rules) throws Exception {
        List<Double> cpu = new ArrayList<>();
        List<Double> clock = new ArrayList<>();
        List<Double> diffs = new ArrayList<>();
        List<RuleFact> facts = List.of();
        long heap = 0;
        for (int list = 0; list < LISTS; list++) {
            Policy policy = ClassBenchRules.policy(shape, rules, list);
            Policy edited = EcoreUtil.copy(policy);
            List<Rule> left = edited.getChains().get(0).getRules();
            left.remove(left.size() / 2);
            for (int round = 0; round < ROUNDS; round++) {
                long began = System.nanoTime();
                long cpuBegan = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
                facts = CheckedPolicy.of(policy).facts();
                cpu.add((ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpuBegan) / 1e9);
                clock.add((System.nanoTime() - began) / 1e9);
                heap = Math.max(heap, Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
                long diffBegan = System.nanoTime();
                PolicyDiff.of(policy, edited);
                diffs.add((System.nanoTime() - diffBegan) / 1e9);
            }
        }
        System.out.printf(Locale.ROOT, "%-5s %7d %10.2f %10.2f %10.2f %8d %9d %10d %11d %11d%n",
                shape.name().toLowerCase(Locale.ROOT), rules, median(cpu), median(clock), median(diffs),
                facts.stream().filter(fact -> !fact.isReached()).count(), facts.stream().filter(RuleFact::isRedundant).count(),
                facts.stream().filter(fact -> fact.generalises() != null).count(),
                facts.stream().filter(fact -> fact.correlates() != null).count(), heap >> 20);
    }

    private static double median(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
