package org.hopwarden.ui.rules.internal;

import java.util.function.Consumer;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.jface.action.Action;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.views.properties.IPropertyDescriptor;
import org.eclipse.ui.views.properties.IPropertySource;
import org.eclipse.ui.views.properties.PropertySheetEntry;
import org.eclipse.ui.views.properties.PropertySheetPage;
import org.hopwarden.interchange.entry.RuleParser.NoRule;
import org.hopwarden.ui.WidgetNames;

/** What the Properties view shows of what is chosen in a policy's tab. A change of several elements at once is one step. */
final class PropertiesPage extends PropertySheetPage {

    private final PolicyDocument document;
    private final PolicyProperties properties;
    private final Consumer<String> tell;

    /** @param tell takes why a value was not taken */
    PropertiesPage(PolicyDocument document, Consumer<String> tell) {
        this.document = document;
        this.tell = tell;
        properties = new PolicyProperties(document);
        Root root = new Root();
        root.setPropertySourceProvider(element -> element instanceof EObject object ? new Source(object) : null);
        setRootEntry(root);
    }

    private final class Root extends PropertySheetEntry {

        @Override
        protected void valueChanged(PropertySheetEntry child) {
            properties.together(() -> super.valueChanged(child));
        }
    }

    private final class Source implements IPropertySource {

        private final EObject element;

        Source(EObject element) {
            this.element = element;
        }

        @Override
        public Object getEditableValue() {
            return null;
        }

        @Override
        public IPropertyDescriptor[] getPropertyDescriptors() {
            return properties.of(element).stream().map(Property::descriptor).toArray(IPropertyDescriptor[]::new);
        }

        @Override
        public Object getPropertyValue(Object id) {
            return properties.of(element, id).map(Property::value).orElse("");
        }

        @Override
        public boolean isPropertySet(Object id) {
            return false;
        }

        @Override
        public void resetPropertyValue(Object id) {
            // No value has a default to go back to: see isPropertySet.
        }

        @Override
        public void setPropertyValue(Object id, Object value) {
            properties.of(element, id).ifPresent(property -> {
                try {
                    property.set(value);
                } catch (NoRule e) {
                    tell.accept("Not taken: " + e.getMessage());
                }
            });
        }
    }

    @Override
    public void createControl(Composite parent) {
        super.createControl(parent);
        WidgetNames.name(getControl(), "Properties");
    }

    @Override
    public void setActionBars(IActionBars bars) {
        super.setActionBars(bars);
        bars.setGlobalActionHandler(ActionFactory.UNDO.getId(), action(() -> document.stack().undo(), document.stack()::canUndo));
        bars.setGlobalActionHandler(ActionFactory.REDO.getId(), action(() -> document.stack().redo(), document.stack()::canRedo));
    }

    private static Action action(Runnable run, java.util.function.BooleanSupplier possible) {
        return new Action() {
            @Override
            public void run() {
                if (possible.getAsBoolean()) {
                    run.run();
                }
            }
        };
    }

    /** Reads the values anew, but for those that are being typed. */
    void update() {
        Control control = getControl();
        if (control != null && !control.isDisposed()) {
            refresh();
        }
    }

    /** Whether its view was closed. */
    boolean isGone() {
        return getControl() != null && getControl().isDisposed();
    }
}
