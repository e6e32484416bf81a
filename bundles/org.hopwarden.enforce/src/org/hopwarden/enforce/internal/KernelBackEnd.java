package org.hopwarden.enforce.internal;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.hopwarden.enforce.EnforcementBackEnd;
import org.hopwarden.enforce.Enforcer;
import org.hopwarden.engine.Explanation.Field;
import org.hopwarden.packetio.PacketPortException;

/** The {@link KernelEnforcer} as a back end. */
public final class KernelBackEnd implements EnforcementBackEnd {

    private final QueueBackEnd queue = new QueueBackEnd();

    @Override
    public String id() {
        return "kernel";
    }

    @Override
    public String label() {
        return "This host (in the kernel)";
    }

    @Override
    public String description() {
        return "The kernel decides by itself whatever of the policy is settled, in an nftables table of its own; only packets for which somebody is"
                + " asked, or a program or the time counts, are held until the policy has decided.";
    }

    @Override
    public Optional<Obstacle> obstacle() {
        Optional<Obstacle> queues = queue.obstacle();
        if (queues.isPresent()) {
            return queues;
        }
        try {
            SystemCommand trial = KernelHooks.check("accept");
            if (!trial.succeeded()) {
                return Optional.of(new Obstacle("the kernel's nftables lacks what is needed: " + trial.errors().lines().findFirst().orElse("nft fails"),
                        "Take --nfqueue."));
            }
        } catch (IOException e) {
            return Optional.of(new Obstacle("there is no nft: " + e.getMessage(), "sudo apt install nftables"));
        }
        return KernelHooks.canQueue() ? Optional.empty() : iptables();
    }

    /** Where nftables cannot queue, iptables must. */
    private static Optional<Obstacle> iptables() {
        for (String family : List.of("iptables", "ip6tables")) {
            try {
                SystemCommand listed = SystemCommand.run(List.of(family, "-w", "10", "-t", "mangle", "-S"), "");
                if (!listed.succeeded()) {
                    return Optional.of(new Obstacle("the kernel's nftables cannot queue packets, and neither can " + family + ": "
                            + listed.errors().lines().findFirst().orElse("it fails"), "Take another kernel."));
                }
            } catch (IOException e) {
                return Optional.of(new Obstacle("the kernel's nftables cannot queue packets, and there is no " + family, "sudo apt install iptables"));
            }
        }
        return Optional.empty();
    }

    @Override
    public List<Option> options() {
        return queue.options();
    }

    @Override
    public List<String> choices(Option option, Map<String, String> chosen) {
        return queue.choices(option, chosen);
    }

    @Override
    public Set<Field> known() {
        return queue.known();
    }

    @Override
    public boolean runsDry() {
        return true;
    }

    @Override
    public void check(Request request) throws OptionException, PacketPortException {
        queue.check(request);
    }

    @Override
    public Enforcer start(Request request) throws OptionException, PacketPortException {
        return KernelEnforcer.start(request, QueueBackEnd.directions(request));
    }
}
