package org.hopwarden.cli.internal;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.StringJoiner;

import org.hopwarden.enforce.EnforcementStatistics;
import org.hopwarden.enforce.EnforcementStatistics.RuleCount;
import org.hopwarden.enforce.SimulatedEnforcer;
import org.hopwarden.engine.CompiledPolicy;
import org.hopwarden.engine.Direction;
import org.hopwarden.lab.FilterPlace;
import org.hopwarden.lab.PacketFilter;
import org.hopwarden.lab.SimulatedNetwork;
import org.hopwarden.lab.Topology;

import picocli.CommandLine.Option;

/** The options of a trace that try a policy at a node of a simulated network, and what they do. */
final class PolicyTrial {

    @Option(names = "--policy", paramLabel = "P.hwpolicy", required = true,
            description = "with --lab: enforce this policy in the network while the trace runs")
    private Path file;

    @Option(names = "--at", paramLabel = "NODE", required = true,
            description = "where: the policy takes the place of the filters that the topology has there")
    private String node;

    @Option(names = "--hook", paramLabel = "HOOK", defaultValue = "forward", converter = RulesCommand.DirectionConverter.class,
            description = "which packets it decides there: in, out or forward (default)")
    private Direction hook;

    @Option(names = "--chain", paramLabel = "NAME", description = "the chain that decides (default: the policy's only one)")
    private String chain;

    private CompiledPolicy policy;

    /** Puts the policy into a network; packets are decided from then on. */
    SimulatedEnforcer start(SimulatedNetwork network) {
        Topology.Node place = network.topology().node(node)
                .orElseThrow(() -> CommandFailure.usage("the simulated network '" + network.topology().name()
                        + "' has no node '" + node + "'", "Its nodes: "
                                + String.join(", ", network.topology().nodes().stream().map(Topology.Node::name).toList()) + "."));
        if (hook == Direction.FORWARD && !place.isRouter()) {
            throw CommandFailure.usage("'" + place.name() + "' is a host and forwards nothing",
                    "Choose --hook in or --hook out, or a router.");
        }
        node = place.name();
        policy = Policies.compile(file, chain);
        return SimulatedEnforcer.start(network, FilterPlace.at(node, PacketFilter.Direction.valueOf(hook.name())), policy);
    }

    /** Says in one line which rules decided how many packets; of the rules, only those that decided any. */
    void print(EnforcementStatistics statistics, PrintStream out) {
        StringJoiner parts = new StringJoiner("; ");
        long others = statistics.settled() - statistics.failed();
        for (RuleCount count : statistics.rules()) {
            others -= count.packets();
            if (count.packets() > 0) {
                parts.add(count.packets() + " by " + count.chain() + " rule " + count.rule() + ", "
                        + policy.verdictOfSlot(policy.slotOfRule(count.chain(), count.rule())).text());
            }
        }
        if (others > 0) {
            parts.add(others + " by the policy's default");
        }
        if (statistics.failed() > 0) {
            parts.add(statistics.failed() + " could not be decided");
        }
        out.println("The policy at " + node + " (" + hook.word() + ") decided "
                + (statistics.seen() == 0 ? "no packet"
                        : statistics.seen() + (statistics.seen() == 1 ? " packet: " : " packets: ") + parts));
    }
}
