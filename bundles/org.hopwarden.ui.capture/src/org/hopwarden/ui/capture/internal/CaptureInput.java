package org.hopwarden.ui.capture.internal;

import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IPersistableElement;
import org.hopwarden.capture.CaptureOptions;

/**
 * A capture file, or an interface that is captured into one. Two inputs of one file are equal, so that it has one tab.
 *
 * @param file what is read, or written
 * @param kind where it comes from
 * @param name what the tab is called
 * @param options what is captured, empty where a file is read
 */
public record CaptureInput(Path file, Kind kind, String name, Optional<CaptureOptions> options) implements IEditorInput {

    /** Where a capture comes from. */
    public enum Kind {
        /** A file of the user's. */
        FILE,
        /** An interface, captured into a file in the state folder. */
        LIVE,
        /** A file in the state folder that was captured to its end. */
        RECORDED,
        /** A file in the state folder, captured until the window was killed. */
        CUT_SHORT;

        /** Whether the file is one of the state folder, which the user has yet to save. */
        boolean isRecording() {
            return this != FILE;
        }
    }

    public static CaptureInput ofFile(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        return new CaptureInput(absolute, Kind.FILE, String.valueOf(absolute.getFileName()), Optional.empty());
    }

    static CaptureInput live(CaptureOptions options) {
        return new CaptureInput(options.file().orElseThrow(), Kind.LIVE, options.interfaceName(), Optional.of(options));
    }

    static CaptureInput recording(Path file, Kind kind, String name) {
        return new CaptureInput(file, kind, name, Optional.empty());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CaptureInput input && input.file.equals(file);
    }

    @Override
    public int hashCode() {
        return file.hashCode();
    }

    @Override
    public boolean exists() {
        return false;
    }

    @Override
    public ImageDescriptor getImageDescriptor() {
        return null;
    }

    @Override
    public String getName() {
        return name;
    }

    /** Nothing: {@link OpenCaptures} remembers what is open, also when the process is killed. */
    @Override
    public IPersistableElement getPersistable() {
        return null;
    }

    @Override
    public String getToolTipText() {
        return file.toString();
    }

    @Override
    public <T> T getAdapter(Class<T> adapter) {
        return null;
    }
}
