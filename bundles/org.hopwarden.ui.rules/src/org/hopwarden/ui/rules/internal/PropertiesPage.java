package org.hopwarden.ui.rules.internal;

import java.util.Arrays;
import java.util.function.Consumer;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.jface.action.Action;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CCombo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.ISaveablePart;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.views.properties.IPropertyDescriptor;
import org.eclipse.ui.views.properties.IPropertySheetEntry;
import org.eclipse.ui.views.properties.IPropertySource;
import org.eclipse.ui.views.properties.PropertySheetEntry;
import org.eclipse.ui.views.properties.PropertySheetPage;
import org.eclipse.ui.views.properties.PropertySheetSorter;
import org.hopwarden.interchange.entry.RuleParser.NoRule;
import org.hopwarden.ui.Themes;
import org.hopwarden.ui.Throttle;
import org.hopwarden.ui.WidgetNames;

/** What the Properties view shows of what is chosen in a policy's tab. A change of several elements at once is one step. */
final class PropertiesPage extends PropertySheetPage {

    private static final int UPDATE_MILLIS = 50;
    private static final int NAME_WIDTH = 160;

    private final PolicyDocument document;
    private final PolicyProperties properties;
    private final Consumer<String> tell;
    private final Throttle update;
    private boolean applying;

    /** @param tell takes why a value was not taken */
    PropertiesPage(PolicyDocument document, Consumer<String> tell) {
        this.document = document;
        this.tell = tell;
        update = new Throttle(Display.getCurrent(), UPDATE_MILLIS, this::readAnew);
        setSorter(new AsTold());
        properties = new PolicyProperties(document);
        Root root = new Root();
        root.setPropertySourceProvider(element -> element instanceof EObject object ? new Source(object) : null);
        setRootEntry(root);
    }

    private final class Root extends PropertySheetEntry {

        @Override
        protected void valueChanged(PropertySheetEntry child) {
            // The view reads its values anew when one has changed, and would take what still stands in the cell once more.
            if (!applying) {
                applying = true;
                try {
                    properties.together(() -> super.valueChanged(child));
                } finally {
                    applying = false;
                }
            }
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
        Tree tree = (Tree) WidgetNames.name(getControl(), "Properties");
        Themes.style(tree, "hopwarden-view");
        tree.addListener(SWT.Resize, event -> {
            int width = tree.getClientArea().width;
            tree.getColumn(0).setWidth(Math.min(NAME_WIDTH, width / 2));
            tree.getColumn(1).setWidth(width - tree.getColumn(0).getWidth() - 4);
        });
    }

    /** The page is not the policy that it shows: see {@link PropertiesView}. */
    @Override
    public <T> T getAdapter(Class<T> adapter) {
        return adapter == ISaveablePart.class ? null : super.getAdapter(adapter);
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

    /** Reads the values anew, soon. */
    void update() {
        update.request();
    }

    private void readAnew() {
        Control control = getControl();
        if (control == null || control.isDisposed()) {
            return;
        }
        if (isTypedIn((Tree) control)) {
            update.request();
        } else {
            refresh();
        }
    }

    private static boolean isTypedIn(Tree tree) {
        return Arrays.stream(tree.getChildren()).anyMatch(cell -> cell.isVisible() && (cell instanceof Text || cell instanceof CCombo));
    }

    /** The order in which the properties are given, not that of the alphabet. */
    private static final class AsTold extends PropertySheetSorter {

        @Override
        public int compare(IPropertySheetEntry one, IPropertySheetEntry other) {
            return 0;
        }

        @Override
        public int compareCategories(String one, String other) {
            return 0;
        }
    }

    /** Whether its view was closed. */
    boolean isGone() {
        return getControl() != null && getControl().isDisposed();
    }
}
