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
 * @param live what is captured, empty where a file is read
 */
public record CaptureInput(Path file, Optional<CaptureOptions> live) implements IEditorInput {

    public static CaptureInput ofFile(Path file) {
        return new CaptureInput(file.toAbsolutePath().normalize(), Optional.empty());
    }

    static CaptureInput ofInterface(CaptureOptions options) {
        return new CaptureInput(options.file().orElseThrow(), Optional.of(options));
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
        return live.map(CaptureOptions::interfaceName).orElse(String.valueOf(file.getFileName()));
    }

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
