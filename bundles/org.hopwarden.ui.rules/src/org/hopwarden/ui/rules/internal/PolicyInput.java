package org.hopwarden.ui.rules.internal;

import java.nio.file.Path;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IPersistableElement;

/** A policy file. Two inputs of one file are equal, so that it has one tab. */
final class PolicyInput implements IEditorInput {

    private final Path file;
    private final ImportNotes notes;

    /** @param notes what the importer said where the file has just been imported; else none */
    PolicyInput(Path file, ImportNotes notes) {
        this.file = file.toAbsolutePath().normalize();
        this.notes = notes;
    }

    Path file() {
        return file;
    }

    ImportNotes notes() {
        return notes;
    }

    @Override
    public boolean exists() {
        return true;
    }

    @Override
    public ImageDescriptor getImageDescriptor() {
        return null;
    }

    @Override
    public String getName() {
        return file.getFileName().toString();
    }

    /** Nothing: {@link OpenPolicies} remembers open files, also when the process is killed. */
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

    @Override
    public boolean equals(Object other) {
        return other instanceof PolicyInput input && input.file.equals(file);
    }

    @Override
    public int hashCode() {
        return file.hashCode();
    }
}
