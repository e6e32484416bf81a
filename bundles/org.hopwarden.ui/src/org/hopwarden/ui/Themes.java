package org.hopwarden.ui;

import org.eclipse.e4.core.services.events.IEventBroker;
import org.eclipse.e4.ui.css.swt.theme.ITheme;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Widget;
import org.eclipse.ui.PlatformUI;
import org.hopwarden.visualization.ColorRole;
import org.hopwarden.visualization.Palette;
import org.osgi.service.event.EventHandler;

/**
 * The light and the dark theme. The choice is remembered; before the first choice the window follows the desktop. For the UI
 * thread.
 */
public final class Themes {

    private static final String LIGHT = "org.eclipse.e4.ui.css.theme.e4_default";
    private static final String DARK = "org.eclipse.e4.ui.css.theme.e4_dark";
    private static final int HALF = 128;
    private static final String CSS_CLASS = "org.eclipse.e4.ui.css.CssClassName";

    /**
     * The system's own colours, which fields without a colour take, change a while after the theme does: until then a field that was
     * given back to the system is dark.
     */
    private static final Listener LATE_COLOURS = new Listener() {
        @Override
        public void handleEvent(Event event) {
            boolean late = event.display.getSystemColor(SWT.COLOR_LIST_BACKGROUND).getGreen() < HALF;
            if (late && !isDark()) {
                // This tells of a change before; the one to the light colours is still to come.
                return;
            }
            event.display.removeListener(SWT.Settings, this);
            if (!isDark()) {
                for (Shell shell : event.display.getShells()) {
                    forgetColours(shell);
                    engine().applyStyles(shell, true);
                }
            }
        }
    };

    private Themes() {
    }

    public static boolean isDark() {
        ITheme active = engine().getActiveTheme();
        return active != null && active.getId().startsWith(DARK);
    }

    public static void setDark(boolean dark) {
        if (!dark && isDark()) {
            Display display = PlatformUI.getWorkbench().getDisplay();
            for (Shell shell : display.getShells()) {
                forgetColours(shell);
            }
            display.addListener(SWT.Settings, LATE_COLOURS);
        }
        engine().setTheme(dark ? DARK : LIGHT, true);
    }

    /**
     * The platform's dark style sheets colour fields, buttons and the status line, the light ones say nothing of them: what was made
     * in the dark would keep its colours.
     */
    private static void forgetColours(Control control) {
        boolean plain = control instanceof Composite && !(control instanceof Combo || control instanceof Spinner || control instanceof Canvas);
        if (!plain) {
            control.setBackground(null);
            control.setForeground(null);
        }
        if (control instanceof Link link) {
            link.setLinkForeground(null);
        }
        if (control instanceof Composite composite) {
            for (Control child : composite.getChildren()) {
                forgetColours(child);
            }
        }
    }

    /** The colours of graphs and charts in this theme, and of marks in tables. */
    public static Palette palette() {
        return isDark() ? Palette.DARK : Palette.LIGHT;
    }

    /** A colour of the theme; it needs no disposal. */
    public static Color color(ColorRole role) {
        int rgb = palette().rgb(role);
        return new Color(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff);
    }

    /** Calls back on the UI thread after each switch, until the owner is disposed. */
    public static void onSwitch(Widget owner, Runnable listener) {
        IEventBroker broker = PlatformUI.getWorkbench().getService(IEventBroker.class);
        EventHandler handler = event -> {
            if (!owner.isDisposed()) {
                listener.run();
            }
        };
        broker.subscribe(IThemeEngine.Events.THEME_CHANGED, handler);
        owner.addDisposeListener(event -> broker.unsubscribe(handler));
    }

    /** Gives a widget the look of a class in the style sheets of this bundle, such as {@code hopwarden-muted}. */
    public static void style(Widget widget, String cssClass) {
        if (!cssClass.equals(widget.getData(CSS_CLASS))) {
            widget.setData(CSS_CLASS, cssClass);
            engine().applyStyles(widget, false);
        }
    }

    private static IThemeEngine engine() {
        return PlatformUI.getWorkbench().getService(IThemeEngine.class);
    }
}
