package org.hopwarden.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

import org.hopwarden.enforce.EnforcementBackEnd.Request;
import org.hopwarden.enforce.EnforcementBackEnds;
import org.hopwarden.enforce.EnforcementStatistics;
import org.hopwarden.enforce.Enforcer;
import org.hopwarden.enforce.VerdictListener;
import org.hopwarden.engine.CompiledPolicy;
import org.hopwarden.rulemodel.PolicyFiles;

/**
 * Enforces two policy files on the packets to its host, now the one, now the other. The first allows UDP to the first port and denies it
 * to the second, the other the other way round. Each decides at least 50 packets before its turn is over. Says when all turns are, and once it
 * gets a line prints one of numbers: turns; seen, allowed, denied, failed, lost; and as it was told of each packet, those allowed to the one
 * and to the other port, those denied, those to other ports, and those of which a policy did not speak its own mind.
 */
final class ReplaceProgram {

    private ReplaceProgram() {
    }

    /** @param args the two files, the two ports, and how often to replace */
    public static void main(String[] args) throws Exception {
        List<CompiledPolicy> policies = List.of(CompiledPolicy.compile(PolicyFiles.load(Path.of(args[0]))),
                CompiledPolicy.compile(PolicyFiles.load(Path.of(args[1]))));
        List<Integer> ports = List.of(Integer.parseInt(args[2]), Integer.parseInt(args[3]));
        LongAdder[] allowed = { new LongAdder(), new LongAdder() };
        LongAdder[] byPolicy = { new LongAdder(), new LongAdder() };
        LongAdder denied = new LongAdder();
        LongAdder others = new LongAdder();
        LongAdder wrong = new LongAdder();
        VerdictListener told = (packet, state, policy, decision) -> {
            int port = ports.indexOf(packet.destinationPort());
            if (port < 0) {
                others.increment();
                return;
            }
            int mind = policies.indexOf(policy);
            byPolicy[mind].increment();
            boolean isAllowed = CompiledPolicy.isAllow(decision);
            if (isAllowed != (port == mind)) {
                wrong.increment();
            }
            (isAllowed ? allowed[port] : denied).increment();
        };
        Enforcer enforcer = EnforcementBackEnds.find("nfqueue").orElseThrow().start(new Request(policies.getFirst(), Map.of("hook", "in"), told));
        System.out.println("enforcing");
        int replaced = 0;
        for (; replaced < Integer.parseInt(args[4]) && System.in.available() == 0; replaced++) {
            long before = byPolicy[replaced % 2].sum();
            while (byPolicy[replaced % 2].sum() < before + 50 && System.in.available() == 0) {
                Thread.sleep(1);
            }
            enforcer.replace(policies.get((replaced + 1) % 2));
        }
        System.out.println("replaced");
        System.in.read();
        enforcer.close();
        EnforcementStatistics statistics = enforcer.statistics();
        System.out.println(String.join(" ", List.of(replaced, statistics.seen(), statistics.allowed(), statistics.denied(), statistics.failed(),
                enforcer.lostPackets(), allowed[0].sum(), allowed[1].sum(), denied.sum(), others.sum(), wrong.sum()).stream()
                .map(String::valueOf).toList()));
        System.exit(0);
    }
}
