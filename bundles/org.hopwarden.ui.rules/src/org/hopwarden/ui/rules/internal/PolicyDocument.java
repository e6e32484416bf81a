package org.hopwarden.ui.rules.internal;

import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EventObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.emf.common.command.BasicCommandStack;
import org.eclipse.emf.common.command.Command;
import org.eclipse.emf.common.command.CompoundCommand;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.edit.domain.AdapterFactoryEditingDomain;
import org.eclipse.emf.edit.domain.EditingDomain;
import org.eclipse.emf.edit.provider.IItemPropertySource;
import org.eclipse.swt.widgets.Display;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.PolicyFiles;
import org.hopwarden.rulemodel.edit.RulemodelItemProviderAdapterFactory;

/**
 * A policy that is being edited: its model, its history, and its file. For the UI thread, but for what is said to run in the
 * background.
 */
final class PolicyDocument {

    private static final long COPY_NANOS = 8_000_000;
    private static final int COPY_PAUSE_MILLIS = 4;

    private final Path file;
    private final RulemodelItemProviderAdapterFactory adapters = new RulemodelItemProviderAdapterFactory();
    private final BasicCommandStack stack = new BasicCommandStack();
    private final AdapterFactoryEditingDomain domain = new AdapterFactoryEditingDomain(adapters, stack);
    private final List<Runnable> listeners = new ArrayList<>();
    /** What is to become one step; null at most times. */
    private List<Command> together;
    private Policy policy;
    private FileState onDisk;
    private boolean differs;
    private boolean disposed;
    /** Counts changes. */
    private long state;
    private long copiedState;
    /** Null while nobody wants a copy. */
    private StepwiseCopy copying;
    /** The latest copy, for as long as there is room for it, and of which state it is. */
    private SoftReference<Snapshot> lastCopy = new SoftReference<>(null);
    private long lastCopiedState = -1;
    private final List<Consumer<Snapshot>> takers = new ArrayList<>();

    /** A policy as it was read, and the state of its file then. */
    record Content(Policy policy, FileState state) {

        /** Reads a file; in the background. */
        static Content read(Path file) throws IOException {
            FileState before = FileState.of(file);
            Policy policy = PolicyFiles.load(file);
            FileState after = FileState.of(file);
            // Somebody writes it at this moment: what was read may be either; the next look at the file settles it.
            return new Content(policy, before.sameContent(after) ? after : before);
        }
    }

    /**
     * What a tab begins with.
     *
     * @param content the policy; where edits were kept these, with the state of the file that they were made on
     * @param unsaved whether they are such edits
     */
    record Opened(Content content, boolean unsaved) {

        /** Reads a file, or the edits of it that came to no end; in the background. */
        static Opened read(Path file, PolicyDraft draft) throws IOException {
            Optional<PolicyDraft.Kept> kept = draft.read();
            return kept.isPresent() ? new Opened(new Content(kept.get().policy(), kept.get().base()), true)
                    : new Opened(Content.read(file), false);
        }
    }

    /**
     * A copy that background work can use.
     *
     * @param originals the element of the model that each element of the copy stands for
     */
    record Snapshot(Policy policy, Map<EObject, EObject> originals) {
    }

    PolicyDocument(Path file, Opened opened) {
        this.file = file;
        this.policy = opened.content().policy();
        this.onDisk = opened.content().state();
        differs = opened.unsaved();
        stack.addCommandStackListener((EventObject event) -> changed());
    }

    Path file() {
        return file;
    }

    Policy policy() {
        return policy;
    }

    EditingDomain domain() {
        return domain;
    }

    BasicCommandStack stack() {
        return stack;
    }

    /** What the program last knew to be in the file. */
    FileState onDisk() {
        return onDisk;
    }

    void onChange(Runnable listener) {
        listeners.add(listener);
    }

    void removeListener(Runnable listener) {
        listeners.remove(listener);
    }

    private void changed() {
        state++;
        List.copyOf(listeners).forEach(Runnable::run);
    }

    void execute(Command command) {
        if (together == null) {
            stack.execute(command);
        } else {
            together.add(command);
        }
    }

    /** Makes all that is executed meanwhile one step, with the name of its first part. No part may build on another. */
    void together(Runnable changes) {
        together = new ArrayList<>();
        List<Command> commands = together;
        try {
            changes.run();
        } finally {
            together = null;
        }
        if (!commands.isEmpty()) {
            String label = commands.getFirst().getLabel();
            stack.execute(new CompoundCommand(0, label, label, commands));
        }
    }

    /** The attributes of an element, as the item providers of the model have them. */
    IItemPropertySource propertySource(EObject element) {
        return (IItemPropertySource) adapters.adapt(element, IItemPropertySource.class);
    }

    /** Counts changes: what was learned of a copy is about the policy as it is while this is what it was then. */
    long state() {
        return state;
    }

    boolean isDirty() {
        return differs || stack.isSaveNeeded();
    }

    Snapshot snapshot() {
        StepwiseCopy copy = new StepwiseCopy(policy);
        copy.step(Long.MAX_VALUE / 2);
        return copy.snapshot();
    }

    /**
     * Makes a copy a little at a time, so that a large policy is not felt, and hands it over on the UI thread. A change meanwhile
     * begins it anew; who asks several times before it is there gets one of the last state.
     */
    void whenCopied(Display display, Consumer<Snapshot> taker) {
        Snapshot known = lastCopy.get();
        if (known != null && lastCopiedState == state) {
            display.asyncExec(() -> {
                if (!disposed) {
                    taker.accept(known);
                }
            });
            return;
        }
        takers.add(taker);
        if (copying == null) {
            copying = new StepwiseCopy(policy);
            copiedState = state;
            goOnCopying(display);
        }
    }

    private void goOnCopying(Display display) {
        if (disposed || display.isDisposed()) {
            return;
        }
        if (copiedState != state) {
            copying = new StepwiseCopy(policy);
            copiedState = state;
        }
        if (copying.step(COPY_NANOS)) {
            Snapshot made = copying.snapshot();
            copying = null;
            lastCopy = new SoftReference<>(made);
            lastCopiedState = state;
            List<Consumer<Snapshot>> waiting = List.copyOf(takers);
            takers.clear();
            waiting.forEach(taker -> taker.accept(made));
        } else {
            // By the window's list, where others have their turn: on a busy machine a timer is always due, and goes before all of them.
            display.timerExec(COPY_PAUSE_MILLIS, () -> display.asyncExec(() -> goOnCopying(display)));
        }
    }

    /** What was saved is in the file now; it is clean where nothing was done since. */
    void saved(FileState state, Command lastSaved) {
        onDisk = state;
        if (stack.getUndoCommand() == lastSaved) {
            differs = false;
            stack.saveIsDone();
        }
        changed();
    }

    /** The user wants to keep this policy although the file differs: saving replaces what is there. */
    void keep(FileState state) {
        onDisk = state;
        differs = true;
        changed();
    }

    /** Takes what is in the file. */
    void replace(Content content) {
        policy = content.policy();
        onDisk = content.state();
        differs = false;
        stack.flush();
        stack.saveIsDone();
        changed();
    }

    void dispose() {
        disposed = true;
        listeners.clear();
        adapters.dispose();
    }
}
