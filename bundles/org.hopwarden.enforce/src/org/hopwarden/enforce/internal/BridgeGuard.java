package org.hopwarden.enforce.internal;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import org.hopwarden.packetio.PacketPortException;

/** Sees to it that frames cross by a {@link KernelBridge} when the bridge that it guards fails, as long as it is set. */
public final class BridgeGuard implements Guard.Ward, AutoCloseable {

    private final String first;
    private final String second;
    private final KernelBridge substitute;
    private final BooleanSupplier goesOn;
    private final Consumer<Throwable> failed;
    private Guard guard;
    private boolean closed;

    /**
     * @param index of the first interface
     * @param goesOn whether the bridge has gone on lately
     * @param failed is told where the substitute cannot be taken back
     */
    public BridgeGuard(String first, String second, int index, BooleanSupplier goesOn, Consumer<Throwable> failed) {
        this.first = first;
        this.second = second;
        substitute = new KernelBridge(first, second, index);
        this.goesOn = goesOn;
        this.failed = failed;
    }

    /**
     * Guards from now on, or no longer; does nothing once it is closed, as where a policy is replaced while the bridge ends.
     *
     * @throws PacketPortException where the system lacks what it needs, or a substitute that has just been set up cannot be taken away
     */
    public synchronized void set(boolean on) throws PacketPortException {
        if (on && guard == null && !closed) {
            substitute.require();
            guard = Guard.start(this);
        } else if (!on) {
            end();
        }
    }

    /** Takes the substitute away, also that of another bridge that has died. */
    public void takeBack() throws PacketPortException {
        KernelBridge.removeFrom(first);
        KernelBridge.removeFrom(second);
    }

    @Override
    public String release() {
        return substitute.setUp();
    }

    @Override
    public boolean goesOn() {
        return goesOn.getAsBoolean();
    }

    @Override
    public void restore() throws PacketPortException {
        takeBack();
    }

    @Override
    public void failed(Throwable cause) {
        failed.accept(cause);
    }

    /**
     * The guard goes, and so does a substitute that it has just set up: who ends a bridge wants nothing to cross any more. Where the substitute cannot be
     * taken away, that is told as a failure.
     */
    @Override
    public synchronized void close() {
        closed = true;
        try {
            end();
        } catch (PacketPortException e) {
            failed.accept(e);
        }
    }

    /** The guard goes, and its substitute takes over for good, where the bridge is guarded: for one that has failed. */
    public synchronized void giveBack() {
        closed = true;
        if (guard != null) {
            guard.giveBack();
            guard = null;
        }
    }

    private void end() throws PacketPortException {
        if (guard != null) {
            guard.close();
            guard = null;
            takeBack();
        }
    }
}
