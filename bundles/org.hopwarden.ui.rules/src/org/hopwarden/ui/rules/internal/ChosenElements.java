package org.hopwarden.ui.rules.internal;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.jface.viewers.StructuredSelection;

/** What is chosen in a policy's tab, for views that follow it: rules of the table, or else what is chosen in the tree. */
final class ChosenElements implements ISelectionProvider {

    /** Views read all properties of all that is chosen, at once. */
    private static final int MOST = 50;

    private final List<ISelectionChangedListener> listeners = new ArrayList<>();
    private IStructuredSelection selection = StructuredSelection.EMPTY;

    /** Says what is chosen now. So many that views could not follow them are told as none. */
    void choose(List<? extends EObject> elements) {
        IStructuredSelection next = elements.size() > MOST ? StructuredSelection.EMPTY : new StructuredSelection(elements);
        if (!next.equals(selection)) {
            selection = next;
            SelectionChangedEvent event = new SelectionChangedEvent(this, selection);
            List.copyOf(listeners).forEach(listener -> listener.selectionChanged(event));
        }
    }

    @Override
    public ISelection getSelection() {
        return selection;
    }

    @Override
    public void setSelection(ISelection chosen) {
        // Nobody but the tab itself chooses in it.
    }

    @Override
    public void addSelectionChangedListener(ISelectionChangedListener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeSelectionChangedListener(ISelectionChangedListener listener) {
        listeners.remove(listener);
    }
}
