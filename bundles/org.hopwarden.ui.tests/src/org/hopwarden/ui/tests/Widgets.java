package org.hopwarden.ui.tests;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.hopwarden.ui.probe.TraceTabs;

/** Finds widgets and works them as a user does. */
final class Widgets {

    private Widgets() {
    }

    /** All visible controls of a type, in the order in which they were made. */
    static <T extends Control> List<T> all(Composite parent, Class<T> type, Predicate<T> wanted) {
        List<T> found = new ArrayList<>();
        for (Control child : parent.getChildren()) {
            if (type.isInstance(child) && child.isVisible() && wanted.test(type.cast(child))) {
                found.add(type.cast(child));
            }
            if (child instanceof Composite composite) {
                found.addAll(all(composite, type, wanted));
            }
        }
        return found;
    }

    static <T extends Control> Optional<T> find(Composite parent, Class<T> type, String name) {
        return all(parent, type, control -> name.equals(control.getData(TraceTabs.WIDGET))).stream().findFirst();
    }

    /** The visible control with a name. */
    static <T extends Control> T get(Composite parent, Class<T> type, String name) {
        return find(parent, type, name).orElseThrow(() -> new AssertionError("no " + type.getSimpleName() + " '" + name + "'"));
    }

    /** The visible button with a text. */
    static Button button(Composite parent, String text) {
        return all(parent, Button.class, button -> button.getText().replace("&", "").equals(text)).stream().findFirst()
                .orElseThrow(() -> new AssertionError("no button '" + text + "'"));
    }

    static void choose(Combo combo, String item) {
        int index = combo.indexOf(item);
        if (index < 0) {
            throw new AssertionError("'" + item + "' is not one of " + Arrays.toString(combo.getItems()));
        }
        combo.select(index);
        combo.notifyListeners(SWT.Selection, new Event());
    }

    static void click(Button button) {
        if (!button.isEnabled()) {
            throw new AssertionError("the button '" + button.getText() + "' is disabled");
        }
        button.notifyListeners(SWT.Selection, new Event());
    }

    static void select(Table table, int row) {
        table.setSelection(row);
        Event event = new Event();
        event.item = table.getItem(row);
        table.notifyListeners(SWT.Selection, event);
    }

    /** Presses and releases the first mouse button. */
    static void click(Control control, int x, int y) {
        for (int type : new int[] { SWT.MouseDown, SWT.MouseUp }) {
            Event event = new Event();
            event.button = 1;
            event.x = x;
            event.y = y;
            control.notifyListeners(type, event);
        }
    }

    /** Opens a control's menu, as a click with the other button does, and chooses an item. */
    static void chooseInMenu(Control control, String text) {
        Menu menu = control.getMenu();
        menu.notifyListeners(SWT.Show, new Event());
        try {
            MenuItem item = menuItem(menu, text).orElseThrow(() -> new AssertionError("no '" + text + "' in the menu: "
                    + Arrays.stream(menu.getItems()).map(MenuItem::getText).toList()));
            if (!item.isEnabled()) {
                throw new AssertionError("'" + text + "' is disabled");
            }
            item.notifyListeners(SWT.Selection, new Event());
        } finally {
            menu.notifyListeners(SWT.Hide, new Event());
        }
    }

    /** Whether a control's menu has an item that can be chosen. */
    static boolean hasInMenu(Control control, String text) {
        Menu menu = control.getMenu();
        menu.notifyListeners(SWT.Show, new Event());
        try {
            return menuItem(menu, text).filter(MenuItem::isEnabled).isPresent();
        } finally {
            menu.notifyListeners(SWT.Hide, new Event());
            // The platform forgets the menu's selection on a later turn, which must not be in the middle of the next look.
            Wait.settle();
        }
    }

    private static Optional<MenuItem> menuItem(Menu menu, String text) {
        return Arrays.stream(menu.getItems()).filter(item -> item.getText().replace("&", "").split("\t")[0].equals(text)).findFirst();
    }

    /** Turns a box on or off, as a click does. */
    static void check(Button box, boolean on) {
        if (box.getSelection() != on) {
            box.setSelection(on);
            click(box);
        }
    }

    /** The texts of a column, from the first row to the last. */
    static List<String> column(Table table, int column) {
        return Arrays.stream(table.getItems()).map((TableItem item) -> item.getText(column)).toList();
    }
}
