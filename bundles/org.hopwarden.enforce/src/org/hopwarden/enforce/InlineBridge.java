package org.hopwarden.enforce;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.hopwarden.enforce.internal.BridgeDirection;
import org.hopwarden.enforce.internal.Ending;
import org.hopwarden.enforce.internal.OutcomeCounts;
import org.hopwarden.enforce.internal.PacketDecider;
import org.hopwarden.enforce.internal.PolicyInForce;
import org.hopwarden.engine.CompiledPolicy;
import org.hopwarden.engine.Explanation.Field;
import org.hopwarden.packetio.FramePort;
import org.hopwarden.packetio.NetworkInterfaces;
import org.hopwarden.packetio.PacketPortException;
import org.hopwarden.packetio.PacketPortException.Reason;
import org.hopwarden.packetio.PacketPorts;

/**
 * Puts two interfaces together like a cable with a filter in it: every frame that comes in on one goes out of the other, if the
 * policy lets it: each packet is decided as a forwarded one between the two. Frames without an IP packet, such as ARP, pass. An IP packet that
 * cannot be read, or that the policy fails on, is dropped, or passes where the policy fails open.
 * <p>
 * The interfaces are not changed and need no addresses; what was taken from them ends with the program, whichever way it ends.
 * Then nothing crosses any more. Methods are safe for use by several threads.
 */
public final class InlineBridge implements Enforcer {

    /** What a bridge knows of packets beside their bytes. */
    public static final Set<Field> KNOWN = Set.of(Field.IN_INTERFACE, Field.OUT_INTERFACE);

    private final FramePort first;
    private final FramePort second;
    private final PolicyInForce inForce;
    private final List<BridgeDirection> directions;
    private final List<Thread> threads = new ArrayList<>();
    private final Ending end = new Ending("the bridge failed");

    private InlineBridge(FramePort first, FramePort second, PolicyInForce inForce, VerdictListener verdicts, boolean dryRun) {
        this.first = first;
        this.second = second;
        this.inForce = inForce;
        directions = List.of(new BridgeDirection(first, second, new PacketDecider(inForce, verdicts, dryRun)),
                new BridgeDirection(second, first, new PacketDecider(inForce, verdicts, dryRun)));
    }

    /**
     * Opens a bridge and starts it: when this returns, packets flow.
     *
     * @param verdicts is told of each packet that is decided
     * @param dryRun whether packets are decided and counted, and all pass
     * @throws PacketPortException where an interface is missing, is down, is no Ethernet interface or belongs to a bridge of the
     *             kernel, or this process lacks the right
     */
    public static InlineBridge start(String firstInterface, String secondInterface, CompiledPolicy policy, VerdictListener verdicts,
            boolean dryRun) throws PacketPortException {
        PolicyInForce inForce = new PolicyInForce(policy);
        requireNonNull(verdicts, "verdicts");
        if (firstInterface.equals(secondInterface)) {
            throw new PacketPortException(Reason.NOT_AVAILABLE,
                    "a bridge needs two interfaces, and '" + firstInterface + "' is named twice",
                    "Choose two of these: ./hopwarden interfaces");
        }
        FramePort first = PacketPorts.openFrames(firstInterface);
        try {
            FramePort second = PacketPorts.openFrames(secondInterface);
            try {
                requireUnbridged(firstInterface);
                requireUnbridged(secondInterface);
                InlineBridge bridge = new InlineBridge(first, second, inForce, verdicts, dryRun);
                bridge.startThreads();
                return bridge;
            } catch (PacketPortException | RuntimeException e) {
                second.close();
                throw e;
            }
        } catch (PacketPortException | RuntimeException e) {
            first.close();
            throw e;
        }
    }

    /** A port of a kernel bridge or bond passes frames by itself, past any filter here. */
    private static void requireUnbridged(String interfaceName) throws PacketPortException {
        Path folder = Path.of("/sys/class/net", interfaceName);
        if (Files.exists(folder.resolve("master")) && isOfThisNamespace(folder, interfaceName)) {
            throw new PacketPortException(Reason.NOT_AVAILABLE, "network interface '" + interfaceName
                    + "' belongs to a bridge or bond of the kernel, which passes frames by itself",
                    "Take it out first: sudo ip link set " + interfaceName + " nomaster");
        }
    }

    /** What is mounted on /sys may show another network namespace than the one this process is in. */
    private static boolean isOfThisNamespace(Path folder, String interfaceName) throws PacketPortException {
        try {
            String index = Files.readString(folder.resolve("ifindex")).strip();
            return NetworkInterfaces.list().stream().anyMatch(
                    each -> each.name().equals(interfaceName) && index.equals(Integer.toString(each.index())));
        } catch (PacketPortException e) {
            throw e;
        } catch (IOException e) {
            return false;
        }
    }

    private void startThreads() {
        for (BridgeDirection direction : directions) {
            threads.add(Thread.ofPlatform().daemon().name("bridge " + direction.name()).start(() -> run(direction)));
        }
    }

    private void run(BridgeDirection direction) {
        try {
            direction.run();
            end.reached();
        } catch (PacketPortException | RuntimeException | Error e) {
            end.failed(e);
        } finally {
            // One direction alone is no use: the other ends with it.
            first.close();
            second.close();
        }
    }

    /** @throws PacketPortException where it ended because an interface went down or disappeared */
    @Override
    public boolean await(Duration atMost) throws PacketPortException, InterruptedException {
        return end.await(atMost);
    }

    @Override
    public EnforcementStatistics statistics() {
        return OutcomeCounts.statistics(counts(), inForce);
    }

    @Override
    public boolean replaces() {
        return true;
    }

    @Override
    public void replace(CompiledPolicy policy) {
        inForce.replace(policy);
    }

    private List<OutcomeCounts> counts() {
        return directions.stream().map(BridgeDirection::counts).toList();
    }

    @Override
    public String place() {
        return "the bridge of " + first.interfaceName() + " and " + second.interfaceName();
    }

    /** How many frames the kernel had to throw away before they were seen, because they came in too fast. */
    @Override
    public long lostPackets() {
        return first.lostFrames() + second.lostFrames();
    }

    /**
     * How many answers to rejected packets were sent; fewer than were rejected, for errors are not answered and answers have a
     * limit per second.
     */
    public long sentAnswers() {
        return OutcomeCounts.sum(counts(), OutcomeCounts.Count.ANSWERS);
    }

    /** Ends the bridge; returns when no frame passes any more. */
    @Override
    public void close() {
        first.close();
        second.close();
        Ending.join(threads);
    }
}
