package org.hopwarden.ui.rules.internal;

import java.util.List;

import org.eclipse.nebula.widgets.nattable.NatTable;

/**
 * Makes NatTable ready. It uses Eclipse Collections, which look their factories up by the class loader of the thread, once, when a
 * factory is named for the first time. The workbench's loader does not see them, and the table then draws nothing and says nothing:
 * so all that it uses are named here first, with a loader that does.
 */
final class TableLibraries {

    private static final String FACTORIES = "org.eclipse.collections.impl.factory.primitive.";
    private static final List<String> USED = List.of("IntLists", "IntSets", "IntBags", "IntIntMaps", "IntObjectMaps", "IntBooleanMaps",
            "IntDoubleMaps", "ObjectIntMaps", "LongLists", "DoubleLists", "BooleanLists");
    private static final List<String> USED_OBJECTS = List.of("org.eclipse.collections.api.factory.Lists",
            "org.eclipse.collections.api.factory.Sets", "org.eclipse.collections.api.factory.Maps",
            "org.eclipse.collections.api.factory.Bags");

    static {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        ClassLoader table = NatTable.class.getClassLoader();
        try {
            thread.setContextClassLoader(Class.forName(FACTORIES + USED.getFirst(), false, table).getClassLoader());
            for (String name : USED) {
                Class.forName(FACTORIES + name, true, table);
            }
            for (String name : USED_OBJECTS) {
                Class.forName(name, true, table);
            }
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("Eclipse Collections, which the table of rules needs, are not whole: " + e.getMessage(), e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private TableLibraries() {
    }

    /** Must come before the first table. */
    static void prepare() {
        // The work is done when the class is loaded.
    }
}
