package org.hopwarden.enforce;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import org.hopwarden.enforce.internal.BridgeGuard;
import org.hopwarden.enforce.internal.BridgeSpan;
import org.hopwarden.enforce.internal.ConnectionKeeper;
import org.hopwarden.enforce.internal.Ending;
import org.hopwarden.enforce.internal.OutcomeCounts;
import org.hopwarden.enforce.internal.PacketDecider;
import org.hopwarden.enforce.internal.PolicyInForce;
import org.hopwarden.engine.CompiledPolicy;
import org.hopwarden.engine.Explanation.Field;
import org.hopwarden.engine.connections.ConnectionLimits;
import org.hopwarden.engine.connections.ConnectionList;
import org.hopwarden.packetio.NetworkInterfaces;
import org.hopwarden.packetio.NetworkInterfaces.Interface;
import org.hopwarden.packetio.PacketPortException;
import org.hopwarden.packetio.PacketPortException.Reason;
import org.hopwarden.rulemodel.FailMode;

/**
 * Puts two interfaces together like a cable with a filter in it: every frame that comes in on one goes out of the other, if the
 * policy lets it: each packet is decided as a forwarded one between the two. Of frames without an IP packet, {@link NonIpFrames} pass. An IP packet that
 * cannot be read, or that the policy fails on, is dropped, or passes where the policy fails open.
 * <p>
 * The interfaces are not changed and need no addresses; what was taken from them ends with the program, whichever way it ends.
 * Then nothing crosses any more, unless the policy fails open: where the program dies or stands still, a guard puts a bridge of the kernel in
 * its place, which the next start, or this program where it goes on, takes away. An interface that disappears or goes down is waited for.
 * Methods are safe for use by several threads.
 */
public final class InlineBridge implements Enforcer {

    /** What a bridge knows of packets beside their bytes. */
    public static final Set<Field> KNOWN = Set.of(Field.IN_INTERFACE, Field.OUT_INTERFACE, Field.STATE);

    private static final Logger LOGGER = System.getLogger(InlineBridge.class.getName());
    private static final Duration WAIT = Duration.ofSeconds(1);
    private static final long RETRY_MILLIS = 200;

    private final String firstName;
    private final String secondName;
    private final PolicyInForce inForce;
    private final boolean dryRun;
    private final List<PacketDecider> deciders;
    private final ConnectionKeeper connections;
    private final BridgeGuard guard;
    private final Ending end = new Ending("the bridge failed");
    private final CountDownLatch closing = new CountDownLatch(1);
    private final AtomicLong lostBefore = new AtomicLong();
    private Thread keeper;
    private volatile BridgeSpan span;
    private volatile String note = "";

    private InlineBridge(String firstName, String secondName, PolicyInForce inForce, VerdictListener verdicts, boolean dryRun,
            FlowQuestions questions, NonIpFrames frames, ConnectionLimits limits, int index) {
        this.firstName = firstName;
        this.secondName = secondName;
        this.inForce = inForce;
        this.dryRun = dryRun;
        connections = new ConnectionKeeper(inForce, limits);
        deciders = List.of(new PacketDecider(inForce, verdicts, dryRun).asking(questions).passing(frames).tracking(connections.tracker()),
                new PacketDecider(inForce, verdicts, dryRun).asking(questions).passing(frames).tracking(connections.tracker()));
        guard = new BridgeGuard(firstName, secondName, index, this::goesOn, this::failed);
    }

    /**
     * Opens a bridge and starts it: when this returns, packets flow.
     *
     * @param verdicts is told of each packet that is decided
     * @param dryRun whether packets are decided and counted, and all pass
     * @throws PacketPortException where an interface is missing, is down, is no Ethernet interface or belongs to a bridge of the
     *             kernel, this process lacks the right, or the policy fails open and the kernel has no bridges
     */
    public static InlineBridge start(String firstInterface, String secondInterface, CompiledPolicy policy, VerdictListener verdicts,
            boolean dryRun) throws PacketPortException {
        return start(firstInterface, secondInterface, policy, verdicts, dryRun, FlowQuestions.NOBODY, NonIpFrames.USUAL);
    }

    /**
     * As the other, with somebody who is asked where a rule asks. Copies of the frames wait for the answer, and are sent when they are allowed.
     *
     * @param frames which frames without an IP packet pass
     */
    public static InlineBridge start(String firstInterface, String secondInterface, CompiledPolicy policy, VerdictListener verdicts,
            boolean dryRun, FlowQuestions questions, NonIpFrames frames) throws PacketPortException {
        return start(firstInterface, secondInterface, policy, verdicts, dryRun, questions, frames, ConnectionLimits.DEFAULT);
    }

    /**
     * As the other, with a table of connections of another size.
     *
     * @param limits of the connections that are tracked while the policy asks for their states
     */
    public static InlineBridge start(String firstInterface, String secondInterface, CompiledPolicy policy, VerdictListener verdicts,
            boolean dryRun, FlowQuestions questions, NonIpFrames frames, ConnectionLimits limits) throws PacketPortException {
        PolicyInForce inForce = new PolicyInForce(policy);
        requireNonNull(verdicts, "verdicts");
        if (firstInterface.equals(secondInterface)) {
            throw new PacketPortException(Reason.NOT_AVAILABLE,
                    "a bridge needs two interfaces, and '" + firstInterface + "' is named twice",
                    "Choose two of these: ./hopwarden interfaces");
        }
        int index = NetworkInterfaces.list().stream().filter(each -> each.name().equals(firstInterface)).mapToInt(Interface::index).findAny()
                .orElse(0);
        InlineBridge bridge = new InlineBridge(firstInterface, secondInterface, inForce, verdicts, dryRun, questions, frames, requireNonNull(limits, "limits"),
                index);
        try {
            bridge.span = bridge.open();
            bridge.guard.set(bridge.isGuarded(policy));
        } catch (PacketPortException | RuntimeException e) {
            bridge.close();
            throw e;
        }
        bridge.keeper = Thread.ofPlatform().daemon().name("keep " + bridge.place()).start(bridge::keep);
        return bridge;
    }

    private boolean isGuarded(CompiledPolicy policy) {
        return dryRun || policy.failMode() == FailMode.OPEN;
    }

    /** Takes away what a guard has put in the place of this bridge or a dead one, and lets frames pass. */
    private BridgeSpan open() throws PacketPortException {
        guard.takeBack();
        requireUnbridged(firstName);
        requireUnbridged(secondName);
        return BridgeSpan.open(firstName, secondName, deciders, () -> isGuarded(inForce.policy()));
    }

    /** Opens the ports again where they have failed because an interface is gone, until it is back. */
    private void keep() {
        try {
            while (closing.getCount() > 0) {
                String failure = failureOf(span);
                if (failure != null) {
                    reopen(failure);
                }
            }
            end.reached();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            end.reached();
        } catch (PacketPortException | RuntimeException | Error e) {
            end.failed(e);
        }
    }

    /** @return why it ended, empty where this program stood still; null where it goes on */
    private static String failureOf(BridgeSpan span) throws PacketPortException, InterruptedException {
        try {
            return span.end().await(WAIT) ? "" : null;
        } catch (PacketPortException e) {
            if (e.reason() != Reason.NOT_AVAILABLE) {
                throw e;
            }
            return e.getMessage();
        }
    }

    private void reopen(String failure) throws PacketPortException, InterruptedException {
        BridgeSpan old = span;
        old.close();
        boolean stoodStill = failure.isEmpty();
        note = failure;
        if (!stoodStill) {
            LOGGER.log(Level.WARNING, failure + ": nothing crosses the bridge until it is back");
        }
        for (long waitMillis = stoodStill ? 0 : RETRY_MILLIS; !closing.await(waitMillis, TimeUnit.MILLISECONDS); waitMillis = RETRY_MILLIS) {
            try {
                BridgeSpan next = open();
                lostBefore.addAndGet(old.lostFrames());
                span = next;
                if (!note.isEmpty()) {
                    LOGGER.log(Level.WARNING, "It is back: " + place() + " goes on.");
                }
                note = "";
                return;
            } catch (PacketPortException e) {
                if (e.reason() != Reason.NOT_AVAILABLE) {
                    throw e;
                }
                note = e.getMessage();
            }
        }
    }

    /** While it waits for an interface, nothing stands still. */
    private boolean goesOn() {
        return !note.isEmpty() || span.goesOn();
    }

    private void failed(Throwable cause) {
        end.failed(cause);
        closing.countDown();
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

    /** @throws PacketPortException where it ended because it could no longer be guarded, or another fault of the system */
    @Override
    public boolean await(Duration atMost) throws PacketPortException, InterruptedException {
        return end.await(atMost);
    }

    @Override
    public EnforcementStatistics statistics() {
        return OutcomeCounts.statistics(counts(), inForce);
    }

    /** The connections that are tracked here. */
    @Override
    public ConnectionList connections(int most) {
        return connections.list(most);
    }

    @Override
    public boolean replaces() {
        return true;
    }

    @Override
    public void replace(CompiledPolicy policy) throws PacketPortException {
        guard.set(isGuarded(policy));
        inForce.replace(policy);
    }

    private List<OutcomeCounts> counts() {
        return deciders.stream().map(PacketDecider::counts).toList();
    }

    @Override
    public String place() {
        return "the bridge of " + firstName + " and " + secondName;
    }

    @Override
    public String note() {
        return note;
    }

    /**
     * How many frames had to be thrown away before they were decided: because they came in too fast, or, where the bridge fails open, because
     * they came in while this program stood still, and may have crossed by the kernel's bridge.
     */
    @Override
    public long lostPackets() {
        return lostBefore.get() + span.lostFrames();
    }

    /**
     * How many answers to rejected packets were sent; fewer than were rejected, for errors are not answered and answers have a
     * limit per second.
     */
    public long sentAnswers() {
        return OutcomeCounts.sum(counts(), OutcomeCounts.Count.ANSWERS);
    }

    /** Ends the bridge; returns when no frame passes any more, or, where it has failed and the policy fails open, when all do. */
    @Override
    public void close() {
        connections.close();
        boolean failed = end.hasFailed();
        if (!failed) {
            // Before the ports: where they are closed and a guard stands still, it would take over. And before the end is reached, for it may fail.
            guard.close();
        }
        closing.countDown();
        if (span != null) {
            span.close();
        }
        if (keeper != null) {
            Ending.join(List.of(keeper));
            // It may have opened another one meanwhile.
            span.close();
        }
        if (failed) {
            guard.giveBack();
        }
    }
}
