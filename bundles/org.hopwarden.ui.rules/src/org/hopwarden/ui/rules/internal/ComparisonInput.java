package org.hopwarden.ui.rules.internal;

import java.util.Objects;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IPersistableElement;

/** Two policies that are compared. Two inputs of the same two are equal, so that a comparison has one tab. */
final class ComparisonInput implements IEditorInput {

    private final ComparedSide left;
    private final ComparedSide right;

    ComparisonInput(ComparedSide left, ComparedSide right) {
        this.left = left;
        this.right = right;
    }

    ComparedSide left() {
        return left;
    }

    ComparedSide right() {
        return right;
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
        return left.file().equals(right.file()) && left.chain().equals(right.chain())
                ? "Compare " + left.file().getFileName() + " with saved"
                : "Compare " + left.file().getFileName() + " with " + right.file().getFileName();
    }

    /** Nothing: a comparison does not come back with the window. */
    @Override
    public IPersistableElement getPersistable() {
        return null;
    }

    @Override
    public String getToolTipText() {
        return left.label() + " (" + left.file() + ")\n" + right.label() + " (" + right.file() + ")";
    }

    @Override
    public <T> T getAdapter(Class<T> adapter) {
        return null;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ComparisonInput input && input.left.equals(left) && input.right.equals(right);
    }

    @Override
    public int hashCode() {
        return Objects.hash(left, right);
    }
}
