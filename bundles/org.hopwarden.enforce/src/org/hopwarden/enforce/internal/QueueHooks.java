package org.hopwarden.enforce.internal;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.hopwarden.packetio.PacketPortException;
import org.hopwarden.packetio.PacketPorts;
import org.hopwarden.rulemodel.ConnectionState;

/** A way to let the kernel's firewall send packets into queues. What it sets up bears the number of the first queue. */
public interface QueueHooks {

    /**
     * The queues of one kind of packets.
     *
     * @param state of their connections; the last share has all that the others leave
     * @param first its first queue
     * @param count how many queues share the packets, all packets of two addresses in the same one
     */
    record Share(ConnectionState state, int first, int count) {

        int last() {
            return first + count - 1;
        }
    }

    /**
     * What is to be queued, and where.
     *
     * @param chains {@code input}, {@code forward}, {@code output}
     * @param shares at least one; their queues follow one on the other. With a single one, nobody needs to track connections
     * @param bypass whether packets pass while nobody listens to a queue
     * @param mark packets that bear it are not queued
     * @param only bits of the mark without which packets are not queued; 0 for none
     */
    record Plan(Set<String> chains, List<Share> shares, boolean bypass, int mark, int only) {

        /** For all packets. */
        Plan(Set<String> chains, List<Share> shares, boolean bypass, int mark) {
            this(chains, shares, bypass, mark, 0);
        }

        Plan withOnly(int bits) {
            return new Plan(chains, shares, bypass, mark, bits);
        }

        /** The number that hooks are known by. */
        int first() {
            return shares.getFirst().first();
        }
    }

    /** What sets them up: {@code nft}, {@code iptables}. */
    String name();

    /**
     * Sets hooks up, all or none.
     *
     * @throws IOException where the command is missing or the kernel lacks what it needs; the message says so
     */
    void install(Plan plan) throws IOException;

    /** Takes hooks away; those that are gone already are no error. */
    void remove(int first) throws IOException;

    /** Sets hooks up again of which some are gone. */
    default void restore(Plan plan) throws IOException {
        remove(plan.first());
        install(plan);
    }

    /** Commands of the shell that take hooks away, whichever part of them stands; the last one fails where they then still stand. */
    String removal(Plan plan);

    /** As {@link #removal}, for hooks that decide something by themselves as well. */
    default String removalOfAll(Plan plan) {
        return removal(plan);
    }

    /** The command by which a person gives traffic back. */
    String removalByHand(int first);

    /** The numbers of the hooks that stand now, whoever set them up. */
    Set<Integer> standing();

    /**
     * The same way for hooks that take the place of others of this way.
     *
     * @param before the number of those, which are still to be taken away
     */
    default QueueHooks next(int before) {
        return this;
    }

    /**
     * Both ways, the better one first. Where nftables cannot queue, to find that out costs the packets that wait in any queue: what is set up and
     * taken back by the kernel has had a hook, and with that they go (net/netfilter/core.c, nf_unregister_net_hook).
     */
    static List<QueueHooks> ways() {
        return List.of(new NftHooks(), new IptablesHooks());
    }

    /** Numbers of hooks that stand, in any way. */
    static Set<Integer> allStanding() {
        Set<Integer> all = new TreeSet<>();
        ways().forEach(way -> all.addAll(way.standing()));
        return all;
    }

    /** The numbers of hooks that stand, and that somebody empties the queues of. */
    static Set<Integer> atWork() {
        try {
            Set<Integer> atWork = allStanding();
            atWork.retainAll(PacketPorts.queuesInUse());
            return atWork;
        } catch (PacketPortException e) {
            // Where there are no queues, nobody uses them.
            return Set.of();
        }
    }

    /** Takes away what was left by programs that died: hooks into queues to which nobody listens. @return their numbers */
    static Collection<Integer> removeLeft(Set<Integer> inUse) throws IOException {
        Set<Integer> left = new TreeSet<>();
        for (QueueHooks way : ways()) {
            for (int number : way.standing()) {
                if (!inUse.contains(number)) {
                    way.remove(number);
                    left.add(number);
                }
            }
        }
        return left;
    }

    /**
     * Sets hooks up in the first way that works here.
     *
     * @throws PacketPortException {@code NOT_AVAILABLE} where none does
     */
    static QueueHooks installAny(List<QueueHooks> ways, Plan plan) throws PacketPortException {
        StringBuilder reasons = new StringBuilder();
        for (QueueHooks way : ways) {
            try {
                way.install(plan);
                return way;
            } catch (IOException e) {
                reasons.append(reasons.isEmpty() ? "" : "; ").append(way.name()).append(": ").append(e.getMessage());
            }
        }
        throw new PacketPortException(PacketPortException.Reason.NOT_AVAILABLE, "no rule can be set up that sends packets to the queue ("
                + reasons + ")", "Install nftables or iptables, as in: sudo apt install nftables iptables");
    }
}
