package org.hopwarden.ui;

import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.widgets.Control;

/** Names of controls, for assistive tools and for tests. */
public final class WidgetNames {

    /** The key of {@link org.eclipse.swt.widgets.Widget#getData(String)} under which a control has its name. */
    public static final String KEY = "org.hopwarden.widget";

    private WidgetNames() {
    }

    /** Gives a control its name. */
    public static <C extends Control> C name(C control, String name) {
        control.setData(KEY, name);
        control.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = name;
            }
        });
        return control;
    }
}
