package org.hopwarden.enforce.internal;

import java.io.IOException;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.hopwarden.enforce.internal.QueueHooks.Plan;
import org.hopwarden.packetio.PacketPortException;
import org.hopwarden.packetio.PacketPortException.Reason;

/**
 * Hooks from their setting up until they are taken away. Where packets are to pass while nobody listens to the queues, a {@link Guard} takes
 * them away as well when this program dies or stands still: a program that is stopped listens, and the kernel would wait for it.
 */
public final class StandingHooks implements Guard.Ward {

    private final Plan plan;
    private final List<QueueHooks> ways;
    private final BooleanSupplier goesOn;
    private final Consumer<Throwable> failed;
    private QueueHooks way;
    private Guard guard;
    private boolean removed;

    private StandingHooks(Plan plan, List<QueueHooks> ways, BooleanSupplier goesOn, Consumer<Throwable> failed) {
        this.plan = plan;
        this.ways = ways;
        this.goesOn = goesOn;
        this.failed = failed;
    }

    /**
     * Sets hooks up, and before that the guard where the plan says bypass.
     *
     * @param ways of which the first is taken that works here
     * @param goesOn whether all threads that decide packets have gone on lately
     * @param failed is told where the guard gave traffic back and hooks cannot be set up again
     */
    public static StandingHooks setUp(Plan plan, List<QueueHooks> ways, BooleanSupplier goesOn, Consumer<Throwable> failed)
            throws PacketPortException {
        StandingHooks hooks = new StandingHooks(plan, ways, goesOn, failed);
        synchronized (hooks) {
            if (plan.bypass()) {
                hooks.guard = Guard.start(hooks);
            }
            try {
                hooks.way = QueueHooks.installAny(ways, plan);
            } catch (PacketPortException | RuntimeException e) {
                hooks.removed = true;
                if (hooks.guard != null) {
                    hooks.guard.close();
                }
                throw e;
            }
        }
        return hooks;
    }

    /** Takes hooks and guard away. */
    public void remove() throws IOException {
        try {
            synchronized (this) {
                if (!removed) {
                    removed = true;
                    way.remove(plan.first());
                }
            }
        } finally {
            // Not under the lock, for which its thread may wait.
            if (guard != null) {
                guard.close();
            }
        }
    }

    /** The command by which a person takes them away. */
    synchronized String removalByHand() {
        return way.removalByHand(plan.first());
    }

    /** The way by which hooks are set up that take the place of these: the same, for to try another one costs packets. */
    synchronized List<QueueHooks> waysOfNext() {
        return List.of(way.next(plan.first()));
    }

    /** Commands of the shell that take all of them away. */
    synchronized String removal() {
        return way.removalOfAll(plan);
    }

    @Override
    public String release() {
        return ways.stream().map(each -> "{\n" + each.removal(plan) + "}").collect(Collectors.joining(" && "));
    }

    @Override
    public boolean goesOn() {
        return goesOn.getAsBoolean();
    }

    @Override
    public synchronized void restore() throws PacketPortException {
        if (removed) {
            return;
        }
        try {
            way.restore(plan);
        } catch (IOException e) {
            throw new PacketPortException(Reason.FAILED, "the guard gave traffic back while this program stood still, and the kernel's rules that"
                    + " send packets to the queue cannot be set up again: " + e.getMessage(), "Start it again.");
        }
    }

    @Override
    public void failed(Throwable cause) {
        failed.accept(cause);
    }
}
