package org.hopwarden.ui.visualization.internal;

import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Event;
import org.hopwarden.ui.visualization.HopGraphCanvas;

/** Tells a click, which selects, from a drag, which moves the picture; the wheel zooms. */
public final class CanvasMouse {

    private static final int DRAG_THRESHOLD_PIXELS = 4;
    private static final double WHEEL_STEP = 1.12;

    private final HopGraphCanvas canvas;
    private Point pressed;
    private Point last;
    private boolean dragging;

    public CanvasMouse(HopGraphCanvas canvas) {
        this.canvas = canvas;
        canvas.addListener(SWT.MouseDown, this::down);
        canvas.addListener(SWT.MouseMove, this::move);
        canvas.addListener(SWT.MouseUp, this::up);
        canvas.addListener(SWT.MouseExit, event -> canvas.hover(Optional.empty()));
        canvas.addListener(SWT.MouseDoubleClick, event -> canvas.fit());
        canvas.addListener(SWT.MouseVerticalWheel, this::wheel);
    }

    private void down(Event event) {
        canvas.setFocus();
        if (event.button == 3) {
            // The menu that comes up is about what it is opened on.
            canvas.elementAt(event.x, event.y).ifPresent(element -> canvas.choose(Optional.of(element)));
        }
        if (event.button == 1 || event.button == 2) {
            pressed = new Point(event.x, event.y);
            last = pressed;
            dragging = event.button == 2;
        }
    }

    private void move(Event event) {
        if (pressed == null) {
            canvas.hover(canvas.elementAt(event.x, event.y));
            return;
        }
        if (!dragging && Math.hypot(event.x - pressed.x, event.y - pressed.y) >= DRAG_THRESHOLD_PIXELS) {
            dragging = true;
            canvas.hover(Optional.empty());
            canvas.setCursor(canvas.getDisplay().getSystemCursor(SWT.CURSOR_SIZEALL));
        }
        if (dragging) {
            canvas.pan(event.x - last.x, event.y - last.y);
            last = new Point(event.x, event.y);
        }
    }

    private void up(Event event) {
        if (pressed != null && !dragging) {
            canvas.choose(canvas.elementAt(event.x, event.y));
        }
        if (dragging) {
            canvas.setCursor(null);
        }
        pressed = null;
        dragging = false;
    }

    private void wheel(Event event) {
        if (event.count != 0) {
            canvas.zoomAt(Math.pow(WHEEL_STEP, Math.clamp(event.count, -5, 5)), event.x, event.y);
            event.doit = false;
        }
    }
}
