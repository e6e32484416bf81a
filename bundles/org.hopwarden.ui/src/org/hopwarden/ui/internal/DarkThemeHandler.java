package org.hopwarden.ui.internal;

import java.util.Map;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.commands.IElementUpdater;
import org.eclipse.ui.menus.UIElement;
import org.hopwarden.ui.Themes;

/** Switches the theme; its menu and tool items are checked while the dark one is in use. */
public final class DarkThemeHandler extends AbstractHandler implements IElementUpdater {

    private static final String COMMAND = "org.hopwarden.ui.darkTheme";

    @Override
    public Object execute(ExecutionEvent event) {
        Themes.setDark(!Themes.isDark());
        PlatformUI.getWorkbench().getService(ICommandService.class).refreshElements(COMMAND, null);
        return null;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public void updateElement(UIElement element, Map parameters) {
        element.setChecked(Themes.isDark());
    }
}
