package org.hopwarden.ui.visualization;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Path;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.hopwarden.ui.Latest;
import org.hopwarden.ui.Themes;
import org.hopwarden.ui.visualization.internal.CanvasMouse;
import org.hopwarden.ui.visualization.internal.DrawingPainter;
import org.hopwarden.ui.visualization.internal.View;
import org.hopwarden.visualization.ColorRole;
import org.hopwarden.visualization.Drawing;
import org.hopwarden.visualization.HopGraph;
import org.hopwarden.visualization.HopGraphLayout;
import org.hopwarden.visualization.Palette;

/**
 * Shows a hop graph. Dragging moves it; the wheel and the keys plus and minus zoom about the pointer; 0 fits it into the canvas,
 * where it stays fitted until the user moves it. The arrow keys go from node to node. Layout runs in the background. For the UI
 * thread.
 */
public final class HopGraphCanvas extends Canvas {

    private static final double ZOOM_STEP = 1.25;
    private static final double FIT_MARGIN = 14;
    private static final double FIT_MOST = 1.3;
    private static final double PAN_STEP = 60;
    private static final double[] WRAP_SHARES = { 0.8, 1, 1.25, 1.6, 2.1 };
    private static final double LEAST_WRAP_WIDTH = 200;

    private record Request(HopGraph graph, int width, int height) {
    }

    private record Laid(HopGraph graph, Drawing drawing) {
    }

    private final List<Consumer<Optional<String>>> listeners = new ArrayList<>();
    private final DrawingPainter painter;
    private final Latest<Request, Laid> layout;
    private HopGraph wanted = new HopGraph(List.of(), List.of(), List.of());
    private HopGraph graph = wanted;
    private Drawing drawing;
    private View view = new View(1, 0, 0);
    private boolean fitted = true;
    private String selected;
    private String hovered;

    public HopGraphCanvas(Composite parent, int style) {
        super(parent, style | SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND);
        painter = new DrawingPainter(getDisplay(), getDisplay().getSystemFont().getFontData()[0]);
        layout = new Latest<>("The layout of the hop graph", this, HopGraphCanvas::layOut, this::laidOut);
        addListener(SWT.Paint, event -> paint(event.gc));
        addListener(SWT.Resize, event -> resized());
        addListener(SWT.KeyDown, this::keyPressed);
        addListener(SWT.Traverse, event -> event.doit = event.detail == SWT.TRAVERSE_TAB_NEXT
                || event.detail == SWT.TRAVERSE_TAB_PREVIOUS);
        addListener(SWT.FocusIn, event -> redraw());
        addListener(SWT.FocusOut, event -> redraw());
        addListener(SWT.Dispose, event -> painter.dispose());
        Themes.onSwitch(this, this::redraw);
        new CanvasMouse(this);
        describeToAssistiveTools();
    }

    /** Shows a graph, and keeps selection, zoom and place where they still make sense. */
    public void show(HopGraph newGraph) {
        wanted = requireNonNull(newGraph, "newGraph");
        layOut();
    }

    /** The graph that is on the canvas: the newest one whose layout is ready. */
    public HopGraph graph() {
        return graph;
    }

    /** The picture that is on the canvas; empty until the first is laid out. */
    public Optional<Drawing> drawing() {
        return Optional.ofNullable(drawing);
    }

    /** The selected node's or link's id. */
    public Optional<String> selection() {
        return Optional.ofNullable(selected);
    }

    /**
     * Selects an element without telling the listeners, and moves it into sight.
     *
     * @param id of a node or link; empty for none
     */
    public void select(Optional<String> id) {
        String next = id.orElse(null);
        if (Objects.equals(next, selected)) {
            return;
        }
        selected = next;
        if (!fitted && drawing != null && next != null) {
            Point size = getSize();
            drawing.bounds(next).ifPresent(bounds -> view = view.reveal(bounds, size.x, size.y));
        }
        getAccessible().setFocus(ACC.CHILDID_SELF);
        redraw();
    }

    /** Calls back when the user selects a node or link, or nothing. */
    public void onSelection(Consumer<Optional<String>> listener) {
        listeners.add(requireNonNull(listener, "listener"));
    }

    /** The id of the node or link at a pixel of this canvas. */
    public Optional<String> elementAt(int x, int y) {
        return drawing == null ? Optional.empty()
                : drawing.shapeAt(view.drawingX(x), view.drawingY(y), 3 / view.scale()).map(Drawing.Shape::id);
    }

    /** Where an element is, in pixels of this canvas; empty while it is not laid out. */
    public Optional<Rectangle> boundsOf(String id) {
        return drawing == null ? Optional.empty() : drawing.bounds(id).map(bounds -> new Rectangle(
                (int) view.pixelX(bounds.x()), (int) view.pixelY(bounds.y()),
                (int) Math.ceil(bounds.width() * view.scale()), (int) Math.ceil(bounds.height() * view.scale())));
    }

    public void zoomIn() {
        zoomAt(ZOOM_STEP, getSize().x / 2, getSize().y / 2);
    }

    public void zoomOut() {
        zoomAt(1 / ZOOM_STEP, getSize().x / 2, getSize().y / 2);
    }

    /** Scales so that the element under a pixel stays there. */
    public void zoomAt(double factor, int x, int y) {
        moveTo(view.zoom(factor, x, y));
    }

    /** Moves the picture. */
    public void pan(double byX, double byY) {
        moveTo(view.pan(byX, byY));
    }

    /** Shows the whole graph, and goes on doing so when the graph or the canvas changes. */
    public void fit() {
        fitted = true;
        layOut();
        refit();
        redraw();
    }

    /** Pixels per point of the drawing. */
    public double scale() {
        return view.scale();
    }

    /** Shows which element the pointer is over. */
    public void hover(Optional<String> id) {
        String next = id.orElse(null);
        if (!Objects.equals(next, hovered)) {
            hovered = next;
            setCursor(next == null ? null : getDisplay().getSystemCursor(SWT.CURSOR_HAND));
            setToolTipText(next == null ? null : tooltip(next));
            redraw();
        }
    }

    /** Selects as the user does: listeners hear of it. */
    public void choose(Optional<String> id) {
        select(id);
        listeners.forEach(listener -> listener.accept(id));
    }

    private String tooltip(String id) {
        return drawing.shapes().stream().filter(shape -> shape.id().equals(id) && !shape.tooltip().isEmpty())
                .map(Drawing.Shape::tooltip).findFirst().map(text -> text.replace("&", "&&")).orElse(null);
    }

    private void moveTo(View next) {
        if (drawing != null) {
            fitted = false;
            view = next.keepInSight(drawing, getSize().x, getSize().y);
            redraw();
        }
    }

    private void layOut() {
        Point size = getSize();
        if (size.x > 0 && size.y > 0) {
            layout.take(new Request(wanted, size.x, size.y));
        }
    }

    /** Wraps a long path where it can then be shown the largest. */
    private static Laid layOut(Request request) {
        Drawing best = null;
        for (double share : WRAP_SHARES) {
            double wrap = Math.max(LEAST_WRAP_WIDTH, request.width() * share);
            Drawing next = HopGraphLayout.draw(request.graph(), new HopGraphLayout.Options(wrap));
            if (best == null || fittingScale(next, request) > fittingScale(best, request)) {
                best = next;
            }
        }
        return new Laid(request.graph(), best);
    }

    private static double fittingScale(Drawing drawing, Request request) {
        return View.fit(drawing, request.width(), request.height(), FIT_MARGIN, FIT_MOST).scale();
    }

    private void laidOut(Laid laid) {
        graph = laid.graph();
        drawing = laid.drawing();
        if (fitted) {
            refit();
        }
        redraw();
    }

    private void resized() {
        if (fitted) {
            layOut();
            refit();
        }
    }

    private void refit() {
        if (drawing != null) {
            view = View.fit(drawing, getSize().x, getSize().y, FIT_MARGIN, FIT_MOST);
        }
    }

    private void paint(GC gc) {
        Palette palette = Themes.palette();
        Rectangle area = getClientArea();
        gc.setBackground(Themes.color(ColorRole.BACKGROUND));
        gc.fillRectangle(area);
        if (drawing == null) {
            return;
        }
        painter.paint(gc, drawing, view, palette);
        if (hovered != null && !hovered.equals(selected)) {
            ring(gc, hovered, ColorRole.OUTLINE, 1);
        }
        if (selected != null) {
            ring(gc, selected, ColorRole.SELECTION, 2);
        }
        if (isFocusControl()) {
            gc.setForeground(Themes.color(ColorRole.SELECTION));
            gc.setLineWidth(1);
            gc.setLineStyle(SWT.LINE_DOT);
            gc.drawRectangle(1, 1, area.width - 3, area.height - 3);
        }
    }

    private void ring(GC gc, String id, ColorRole role, int width) {
        drawing.bounds(id).ifPresent(bounds -> {
            double gap = 4;
            gc.setForeground(Themes.color(role));
            gc.setLineStyle(SWT.LINE_SOLID);
            gc.setLineWidth(width);
            double radius = 10 * view.scale();
            Path path = DrawingPainter.roundRectangle(gc.getDevice(), view.pixelX(bounds.x()) - gap,
                    view.pixelY(bounds.y()) - gap, bounds.width() * view.scale() + 2 * gap,
                    bounds.height() * view.scale() + 2 * gap, radius);
            gc.drawPath(path);
            path.dispose();
        });
    }

    private void keyPressed(Event event) {
        Point pointer = toControl(getDisplay().getCursorLocation());
        boolean inside = getClientArea().contains(pointer);
        int x = inside ? pointer.x : getSize().x / 2;
        int y = inside ? pointer.y : getSize().y / 2;
        boolean move = (event.stateMask & SWT.MOD1) != 0;
        switch (event.keyCode) {
            case '+', '=', SWT.KEYPAD_ADD -> zoomAt(ZOOM_STEP, x, y);
            case '-', SWT.KEYPAD_SUBTRACT -> zoomAt(1 / ZOOM_STEP, x, y);
            case '0', SWT.KEYPAD_0 -> fit();
            case SWT.ESC -> choose(Optional.empty());
            case SWT.ARROW_LEFT -> step(move, -1, PAN_STEP, 0);
            case SWT.ARROW_RIGHT -> step(move, 1, -PAN_STEP, 0);
            case SWT.ARROW_UP -> step(move, -1, 0, PAN_STEP);
            case SWT.ARROW_DOWN -> step(move, 1, 0, -PAN_STEP);
            default -> {
                return;
            }
        }
        event.doit = false;
    }

    private void step(boolean move, int by, double panX, double panY) {
        if (move) {
            pan(panX, panY);
            return;
        }
        List<HopGraph.Node> nodes = graph.nodes();
        if (nodes.isEmpty()) {
            return;
        }
        int at = -1;
        for (int i = 0; i < nodes.size(); i++) {
            if (nodes.get(i).id().equals(selected)) {
                at = i;
            }
        }
        int next = at < 0 ? (by > 0 ? 0 : nodes.size() - 1) : Math.clamp(at + by, 0, nodes.size() - 1);
        choose(Optional.of(nodes.get(next).id()));
    }

    private void describeToAssistiveTools() {
        getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = drawing == null ? "Hop graph" : drawing.title();
            }

            @Override
            public void getDescription(AccessibleEvent event) {
                event.result = selected == null || drawing == null ? "Arrow keys select a hop" : tooltip(selected);
            }
        });
        getAccessible().addAccessibleControlListener(new AccessibleControlAdapter() {
            @Override
            public void getRole(AccessibleControlEvent event) {
                event.detail = ACC.ROLE_GRAPHIC;
            }
        });
    }
}
