package org.hopwarden.ui.rules.internal;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IMenuCreator;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.action.ToolBarManager;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Menu;
import org.hopwarden.rulemodel.NamedElement;
import org.hopwarden.interchange.entry.RuleParser.NoRule;

/** The tools beside the tree: add a chain or an object, and take the chosen one out. */
final class PolicyTools {

    private static final String BUNDLE = "org.hopwarden.ui.rules";

    private final PolicyEdits edits;
    private final PolicyTree tree;
    private final Consumer<String> message;
    private final Action remove;
    private final Runnable added;

    /**
     * @param added runs when something was added and is chosen, so that it can be named
     * @param message takes why something cannot be removed
     */
    PolicyTools(PolicyEdits edits, PolicyTree tree, Runnable added, Consumer<String> message) {
        this.added = added;
        this.edits = edits;
        this.tree = tree;
        this.message = message;
        remove = action("Remove Chain or Object", this::remove);
        icon(remove, "remove");
        remove.setEnabled(false);
        tree.onSelection(() -> remove.setEnabled(tree.chosen().isPresent()));
        tree.onDelete(remove::run);
    }

    private static Action action(String text, Runnable run) {
        Action action = new Action(text) {
            @Override
            public void run() {
                run.run();
            }
        };
        action.setToolTipText(text);
        return action;
    }

    private static void icon(Action action, String icon) {
        ResourceLocator.imageDescriptorFromBundle(BUNDLE, "icons/" + icon + ".svg").ifPresent(action::setImageDescriptor);
    }

    /** @param more what the tree's menu offers besides */
    void addTo(ToolBarManager tools, List<Action> more) {
        MenuManager menu = new MenuManager();
        Action chain = adding("Add Chain", edits::addChain);
        menu.add(chain);
        addObjects(menu);
        Action add = new Action("Add Chain", Action.AS_DROP_DOWN_MENU) {
            @Override
            public void run() {
                chain.run();
            }
        };
        add.setToolTipText("Add Chain; the arrow adds an object");
        icon(add, "add");
        add.setMenuCreator(new IMenuCreator() {
            @Override
            public Menu getMenu(Control parent) {
                return menu.createContextMenu(parent);
            }

            @Override
            public Menu getMenu(Menu parent) {
                return null;
            }

            @Override
            public void dispose() {
                menu.dispose();
            }
        });
        tools.add(add);
        tools.add(remove);
        tools.update(true);
        MenuManager context = new MenuManager();
        context.add(chain);
        addObjects(context);
        context.add(new Separator());
        context.add(remove);
        context.add(new Separator());
        more.forEach(context::add);
        tree.setMenu(context);
    }

    private void addObjects(MenuManager menu) {
        menu.add(adding("Add Address Object", edits::addAddressObject));
        menu.add(adding("Add Service Object", edits::addServiceObject));
        menu.add(adding("Add Interface Object", edits::addInterfaceObject));
        menu.add(adding("Add Application", edits::addApplication));
        menu.add(adding("Add Schedule", edits::addSchedule));
    }

    private Action adding(String text, Supplier<? extends NamedElement> add) {
        return action(text, () -> {
            tree.selectElement(add.get());
            added.run();
        });
    }

    private void remove() {
        tree.chosen().ifPresent(element -> {
            try {
                edits.remove(element);
                remove.setEnabled(tree.chosen().isPresent());
            } catch (NoRule e) {
                message.accept(e.getMessage());
            }
        });
    }
}
