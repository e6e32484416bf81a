package org.hopwarden.cli.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.Random;
import java.util.function.Predicate;

import org.hopwarden.cli.kernel.RandomHookPackets.Wanted;
import org.hopwarden.engine.Direction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The judge itself: rule sets whose meaning is plain. */
class KernelJudgeTest {

    private static final long SEED = 6;

    private final RandomHookPackets packets = new RandomHookPackets(new Random(SEED));

    @BeforeAll
    static void needsTheKernel() {
        KernelJudge.obstacle().ifPresent(why -> assumeTrue(false, why));
    }

    @Test
    void packetsOfEveryKindReachTheirHooks() throws Exception {
        try (KernelJudge judge = KernelJudge.open()) {
            List<HookPacket> all = packets.next(2000, Wanted.BOTH);
            List<Ruling> rulings = judge.judge(all);
            for (Direction direction : Direction.values()) {
                for (boolean v6 : new boolean[] { false, true }) {
                    int there = 0;
                    int reached = 0;
                    for (int i = 0; i < all.size(); i++) {
                        boolean counts = all.get(i).direction() == direction && all.get(i).isV6() == v6;
                        there += counts ? 1 : 0;
                        reached += counts && rulings.get(i).reaches() ? 1 : 0;
                        assertEquals(rulings.get(i).reaches(), rulings.get(i).passed(), "without rules: " + all.get(i));
                    }
                    // IPv4 fragments to the host itself wait for the others.
                    assertTrue(reached >= there * 6 / 10, direction + (v6 ? " v6 " : " v4 ") + reached + " of " + there);
                }
            }
        }
    }

    @Test
    void eachPacketIsJudgedByItself() throws Exception {
        hold("nft", """
                table inet t {
                 chain i { type filter hook input priority 0; iifname "eth1" drop; }
                 chain f { type filter hook forward priority 0; oifname "eth2" drop; ip ttl < 64 drop; ip6 hoplimit < 64 drop; }
                 chain o { type filter hook output priority 0; meta mark 0x10 drop; }
                }
                """, packet -> switch (packet.direction()) {
                    case IN -> !packet.inInterface().equals("eth1");
                    case FORWARD -> !packet.outInterface().equals("eth2") && packet.view().ttl() >= 64;
                    case OUT -> packet.mark() != 0x10;
                }, "-f", "-");
    }

    @Test
    void iptablesIsLoadedForItsVersionAlone() throws Exception {
        hold("iptables-restore", """
                *filter
                :INPUT DROP [0:0]
                :FORWARD ACCEPT [0:0]
                :OUTPUT ACCEPT [0:0]
                -A INPUT -p tcp --dport 80 -j ACCEPT
                -A FORWARD -i eth0 -o eth1 -j REJECT
                -A OUTPUT -m length --length 0:100 -j DROP
                COMMIT
                """, packet -> packet.isV6() || switch (packet.direction()) {
                    case IN -> packet.view().isTcp() && packet.view().destinationPort() == 80;
                    case FORWARD -> !packet.inInterface().equals("eth0") || !packet.outInterface().equals("eth1");
                    case OUT -> packet.view().statedLengthBytes() > 100;
                });
    }

    private void hold(String program, String rules, Predicate<HookPacket> passes, String... arguments) throws Exception {
        try (KernelJudge judge = KernelJudge.open()) {
            String[] command = new String[arguments.length + 1];
            command[0] = program;
            System.arraycopy(arguments, 0, command, 1, arguments.length);
            judge.load(rules, command).orThrow();
            List<HookPacket> all = packets.next(1000, Wanted.BOTH);
            List<Ruling> rulings = judge.judge(all);
            int stopped = 0;
            for (int i = 0; i < all.size(); i++) {
                if (rulings.get(i).reaches()) {
                    assertEquals(passes.test(all.get(i)), rulings.get(i).passed(), all.get(i).toString());
                    stopped += rulings.get(i).passed() ? 0 : 1;
                }
            }
            assertTrue(stopped > 50, "only " + stopped + " were stopped");
        }
    }

    @Test
    void statesOfConnectionsAreToldAsTheKernelSeesThem() throws Exception {
        try (KernelJudge judge = KernelJudge.open()) {
            judge.trackConnections();
            judge.load("""
                    table inet t {
                     chain f { type filter hook forward priority 0; ct state invalid drop; }
                    }
                    """, "nft", "-f", "-").orThrow();
            List<HookPacket> all = packets.next(500, Wanted.BOTH);
            List<Ruling> rulings = judge.judge(all);
            int stopped = 0;
            for (int i = 0; i < all.size(); i++) {
                Ruling ruling = rulings.get(i);
                if (ruling.reaches()) {
                    String state = ruling.state().orElseThrow(() -> new AssertionError("no state")).getLiteral();
                    assertEquals(all.get(i).direction() != Direction.FORWARD || !state.equals("invalid"), ruling.passed(),
                            state + " " + all.get(i));
                    stopped += ruling.passed() ? 0 : 1;
                }
            }
            assertTrue(stopped > 10, "only " + stopped + " were stopped");
        }
    }
}
