package org.hopwarden.ui;

import org.eclipse.e4.core.services.events.IEventBroker;
import org.eclipse.e4.ui.css.swt.theme.ITheme;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.List;
import org.eclipse.swt.widgets.Scale;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Slider;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;
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
    private static final String CSS_CLASS = "org.eclipse.e4.ui.css.CssClassName";

    private Themes() {
    }

    public static boolean isDark() {
        ITheme active = engine().getActiveTheme();
        return active != null && active.getId().startsWith(DARK);
    }

    public static void setDark(boolean dark) {
        if (!dark && isDark()) {
            for (Shell shell : PlatformUI.getWorkbench().getDisplay().getShells()) {
                forgetColours(shell);
            }
        }
        engine().setTheme(dark ? DARK : LIGHT, true);
    }

    /**
     * The platform's dark style sheets colour fields and buttons, the light ones say nothing of them: what was made in the dark would
     * keep its colours.
     */
    private static void forgetColours(Control control) {
        if (control instanceof Text || control instanceof Combo || control instanceof Spinner || control instanceof Button
                || control instanceof List || control instanceof Scale || control instanceof Slider) {
            control.setBackground(null);
            control.setForeground(null);
        } else if (control instanceof Composite composite) {
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
