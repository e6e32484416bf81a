package org.hopwarden.cli.internal;

import java.io.PrintStream;
import java.util.HashSet;
import java.util.Set;

import org.hopwarden.enforce.FlowQuestions;
import org.hopwarden.engine.CompiledPolicy;
import org.hopwarden.engine.DescribedPacket;
import org.hopwarden.engine.PacketContext;
import org.hopwarden.engine.PacketState;
import org.hopwarden.engine.Verdict;
import org.hopwarden.net.PacketView;

/** Lets pass what a rule asks about, and names each flow once. */
final class AllowedFlows implements FlowQuestions {

    /** Behind so many, flows are no longer named: a flood must not fill the terminal and the memory. */
    private static final int MOST_NAMED = 1000;

    private final PrintStream err;
    private final Set<String> named = new HashSet<>();

    AllowedFlows(PrintStream err) {
        this.err = err;
    }

    @Override
    public Answer asked(PacketView packet, PacketState state, CompiledPolicy policy, int decision, Holder holder) {
        synchronized (named) {
            if (named.size() < MOST_NAMED) {
                name(packet, state, policy.verdict(decision));
            }
        }
        return Answer.ALLOW;
    }

    private void name(PacketView packet, PacketState state, Verdict asks) {
        DescribedPacket described = DescribedPacket.of(packet, PacketContext.of(state.direction()).withInterfaces(state.inInterface(), state.outInterface()));
        String flow = FlowText.of(described);
        if (named.add(flow)) {
            err.println("allowed: " + flow + " (" + FlowText.place(asks) + " asks)");
            if (named.size() == MOST_NAMED) {
                err.println("allowed: more flows than can be named");
            }
        }
    }
}
