package org.hopwarden.analysis.internal;

import java.util.List;
import org.hopwarden.analysis.ClassBenchRules;
import org.hopwarden.rulemodel.*;

final class AnalysisTimes {
    public static void main(String[] a) {
        for (int n : new int[] { 1000, 1000, 10000 })
            for (ClassBenchRules.Shape shape : ClassBenchRules.Shape.values())
                for (long seed = 1; seed <= 2; seed++) {
                Policy p = ClassBenchRules.policy(shape, n, seed);
                long t = java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
                Universe u = Universe.of(List.of(p)); List<Step> steps = new Program(u, p).ofChain(p.getChains().get(0));
                ListAnalysis an = new ListAnalysis(u, steps);
                long t1 = java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
                List<ListAnalysis.Fact> f = java.util.stream.IntStream.range(0, n).mapToObj(i -> an.fact(i)).toList();
                long t2 = java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
                System.out.printf("%s %d prep %.2f facts %.2f s work %d M never %d shadowed %d redundant %d gen %d corr %d mem %d MB%n", shape, n, (t1-t)/1e9, (t2-t1)/1e9, an.work()/1000000,
                    f.stream().filter(x->x.neverMatched()).count(), f.stream().filter(x->x.conflict()!=null).count(), f.stream().filter(x->x.redundant()).count(), f.stream().filter(x->x.generalises()>=0).count(), f.stream().filter(x->x.correlates()>=0).count(), (Runtime.getRuntime().totalMemory()-Runtime.getRuntime().freeMemory())>>20);
                }
    }
}
