package org.hopwarden.ui.rules.internal;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.jface.dialogs.PopupDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.hopwarden.ui.Themes;
import org.hopwarden.ui.WidgetNames;
import org.hopwarden.visualization.ColorRole;

/** What can be done about the findings at a rule, as a list beside it: arrow keys and Enter, or a click; Escape closes it. */
final class QuickFixPopup extends PopupDialog {

    private static final int WIDTH = 520;
    private static final int INFO_HEIGHT = 52;

    private final List<Choice> choices;
    private final Point place;
    private Table list;
    private Label info;

    /**
     * Something that can be done.
     *
     * @param icon see {@link RuleIcons}
     * @param info why one would
     */
    record Choice(String icon, String text, String info, Runnable action) {
    }

    /** @param place on the display */
    QuickFixPopup(Shell parent, List<Choice> choices, Point place) {
        super(parent, SWT.RESIZE | SWT.ON_TOP, true, false, false, false, false, null, null);
        this.choices = List.copyOf(choices);
        this.place = place;
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(1, 1).spacing(0, 0).applyTo(area);
        // The window manager gives such a window no border.
        area.addListener(SWT.Paint, event -> {
            Rectangle all = area.getClientArea();
            event.gc.setForeground(Themes.color(ColorRole.OUTLINE));
            event.gc.drawRectangle(0, 0, all.width - 1, all.height - 1);
        });
        list = WidgetNames.name(new Table(area, SWT.SINGLE | SWT.FULL_SELECTION | SWT.V_SCROLL), "Quick fixes");
        GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH, SWT.DEFAULT).applyTo(list);
        for (Choice choice : choices) {
            TableItem item = new TableItem(list, SWT.NONE);
            item.setText(choice.text());
            item.setImage(RuleIcons.image(choice.icon()));
        }
        info = WidgetNames.name(new Label(area, SWT.WRAP), "Quick fix reason");
        GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, INFO_HEIGHT).indent(6, 4).applyTo(info);
        list.addListener(SWT.Selection, event -> showInfo());
        list.addListener(SWT.DefaultSelection, event -> choose());
        list.addListener(SWT.MouseUp, event -> {
            if (event.button == 1 && list.getItem(new Point(event.x, event.y)) != null) {
                choose();
            }
        });
        list.select(0);
        showInfo();
        return area;
    }

    private void showInfo() {
        int index = list.getSelectionIndex();
        info.setText(index < 0 ? "" : choices.get(index).info().replace("&", "&&"));
    }

    private void choose() {
        int index = list.getSelectionIndex();
        close();
        if (index >= 0) {
            choices.get(index).action().run();
        }
    }

    @Override
    protected Control getFocusControl() {
        return list;
    }

    @Override
    protected Point getInitialLocation(Point size) {
        Rectangle screen = getShell().getDisplay().getClientArea();
        return new Point(Math.max(screen.x, Math.min(place.x, screen.x + screen.width - size.x)),
                place.y + size.y > screen.y + screen.height ? Math.max(screen.y, place.y - size.y - 30) : place.y);
    }

    @Override
    protected Color getBackground() {
        return Themes.color(ColorRole.SURFACE);
    }

    @Override
    protected Color getForeground() {
        return Themes.color(ColorRole.TEXT);
    }

    @Override
    protected List<Control> getBackgroundColorExclusions() {
        return new ArrayList<>();
    }
}
