package org.hopwarden.ui.visualization;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntConsumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.hopwarden.ui.Latest;
import org.hopwarden.ui.Themes;
import org.hopwarden.ui.visualization.internal.Pixels;
import org.hopwarden.visualization.Chart;
import org.hopwarden.visualization.ColorRole;
import org.hopwarden.visualization.Palette;

/**
 * Shows a chart; a click chooses the hop under the pointer. The picture is drawn in the background in the size and colours that
 * the control has, and only copied to the screen on the UI thread.
 */
public final class ChartCanvas extends Canvas {

    private static final int LEAST_WIDTH = 200;
    private static final int LEAST_HEIGHT = 120;

    private record Request(Chart chart, Palette palette, int width, int height, double scale) {
    }

    private record Drawn(ImageData data, Chart.Picture picture, Request request) {
    }

    private final List<IntConsumer> listeners = new ArrayList<>();
    private final Latest<Request, Drawn> drawing;
    private Chart chart;
    private Request asked;
    private Image image;
    private Drawn shown;

    public ChartCanvas(Composite parent, int style) {
        super(parent, style | SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND | SWT.NO_FOCUS);
        drawing = new Latest<>("The drawing of a chart", this, ChartCanvas::draw, this::drawn);
        addListener(SWT.Paint, event -> paint(event.gc));
        addListener(SWT.Resize, event -> requestPicture());
        addListener(SWT.Show, event -> requestPicture());
        addListener(SWT.MouseMove, event -> pointAt(event.x, event.y));
        addListener(SWT.MouseUp, event -> {
            if (event.button == 1) {
                int ttl = hopAt(event.x, event.y);
                listeners.forEach(listener -> listener.accept(ttl));
            }
        });
        addListener(SWT.Dispose, event -> disposeImage());
        Themes.onSwitch(this, this::requestPicture);
        describeToAssistiveTools();
    }

    /** Shows a chart. While another tab hides this canvas nothing is drawn. */
    public void show(Chart newChart) {
        chart = requireNonNull(newChart, "newChart");
        requestPicture();
    }

    /** What is shown, or about to be; empty before the first chart. */
    public Optional<Chart> chart() {
        return Optional.ofNullable(chart);
    }

    /** Calls back with the hop that the user chooses, 0 for none. */
    public void onSelection(IntConsumer listener) {
        listeners.add(requireNonNull(listener, "listener"));
    }

    /** Whether a picture of the newest chart in this theme is on the screen. */
    public boolean isUpToDate() {
        return shown != null && shown.request().chart().equals(chart) && shown.request().palette().equals(Themes.palette());
    }

    /** The hop at a place of this control; 0 for none. */
    public int hopAt(int x, int y) {
        return spotAt(x, y).map(Chart.Spot::ttl).orElse(0);
    }

    /** A place of this control at which a hop is shown; empty while it is not on the screen. */
    public Optional<Point> placeOf(int ttl) {
        return shown == null ? Optional.empty() : shown.picture().spots().stream().filter(spot -> spot.ttl() == ttl)
                .map(Chart.Spot::bounds).map(bounds -> new Point((int) (bounds.x() + bounds.width() / 2),
                        (int) (bounds.y() + bounds.height() / 2)))
                .filter(point -> hopAt(point.x, point.y) == ttl).findFirst();
    }

    private Optional<Chart.Spot> spotAt(int x, int y) {
        return shown == null ? Optional.empty() : shown.picture().spotAt(x, y);
    }

    private void pointAt(int x, int y) {
        Optional<Chart.Spot> spot = spotAt(x, y);
        String tooltip = spot.map(Chart.Spot::tooltip).map(text -> text.replace("&", "&&")).orElse(null);
        if (!Objects.equals(tooltip, getToolTipText())) {
            setToolTipText(tooltip);
            setCursor(spot.isPresent() ? getDisplay().getSystemCursor(SWT.CURSOR_HAND) : null);
        }
    }

    private void requestPicture() {
        Point size = getSize();
        if (chart != null && isVisible() && size.x > 0 && size.y > 0) {
            Request request = new Request(chart, Themes.palette(), Math.max(LEAST_WIDTH, size.x), Math.max(LEAST_HEIGHT, size.y),
                    getMonitor().getZoom() / 100.0);
            if (!request.equals(asked)) {
                asked = request;
                drawing.take(request);
            }
        }
    }

    private static Drawn draw(Request request) {
        Chart.Picture picture = request.chart().draw(request.palette(), request.width(), request.height(), request.scale());
        return new Drawn(Pixels.of(picture.image()), picture, request);
    }

    private void drawn(Drawn next) {
        disposeImage();
        image = new Image(getDisplay(), next.data());
        shown = next;
        redraw();
    }

    private void disposeImage() {
        if (image != null) {
            image.dispose();
            image = null;
        }
    }

    private void paint(GC gc) {
        // A tab that was hidden when its chart came asks now.
        requestPicture();
        Rectangle area = getClientArea();
        gc.setBackground(Themes.color(ColorRole.BACKGROUND));
        gc.fillRectangle(area);
        if (image != null && shown.request().palette().equals(Themes.palette())) {
            Rectangle pixels = image.getBounds();
            gc.drawImage(image, 0, 0, pixels.width, pixels.height, 0, 0, shown.request().width(), shown.request().height());
        }
    }

    private void describeToAssistiveTools() {
        getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = chart == null ? "Chart" : chart.title();
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
