package org.hopwarden.ui.visualization;

import static java.util.Objects.requireNonNull;

import java.awt.image.BufferedImage;
import java.util.List;

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
import org.hopwarden.probe.Trace;
import org.hopwarden.ui.Latest;
import org.hopwarden.ui.Themes;
import org.hopwarden.ui.visualization.internal.Pixels;
import org.hopwarden.visualization.ColorRole;
import org.hopwarden.visualization.LatencyChart;
import org.hopwarden.visualization.Palette;

/**
 * Shows the round-trip times of a trace. The picture is drawn in the background in the size and colours that the control has, and
 * only copied to the screen on the UI thread.
 */
public final class LatencyChartControl extends Canvas {

    private static final int LEAST_WIDTH = 200;
    private static final int LEAST_HEIGHT = 120;

    private record Request(List<Trace> traces, Palette palette, int width, int height, double scale) {
    }

    private record Picture(ImageData data, Request request) {
    }

    private final Latest<Request, Picture> drawing;
    private List<Trace> traces = List.of();
    private Image image;
    private Request shown;

    public LatencyChartControl(Composite parent, int style) {
        super(parent, style | SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND | SWT.NO_FOCUS);
        drawing = new Latest<>("The drawing of the round-trip times", this, LatencyChartControl::draw, this::drawn);
        addListener(SWT.Paint, event -> paint(event.gc));
        addListener(SWT.Resize, event -> requestPicture());
        addListener(SWT.Dispose, event -> disposeImage());
        Themes.onSwitch(this, this::requestPicture);
        describeToAssistiveTools();
    }

    /** Shows traces; each is one series. */
    public void show(List<Trace> newTraces) {
        traces = List.copyOf(requireNonNull(newTraces, "newTraces"));
        requestPicture();
    }

    /** Whether a picture of the newest traces is on the screen. */
    public boolean isUpToDate() {
        return shown != null && shown.traces().equals(traces) && shown.palette().equals(Themes.palette());
    }

    private void requestPicture() {
        Point size = getSize();
        if (!traces.isEmpty() && size.x > 0 && size.y > 0) {
            drawing.take(new Request(traces, Themes.palette(), Math.max(LEAST_WIDTH, size.x), Math.max(LEAST_HEIGHT, size.y),
                    getMonitor().getZoom() / 100.0));
        }
        redraw();
    }

    private static Picture draw(Request request) {
        BufferedImage picture = LatencyChart.of(request.traces()).toImage(request.palette(), request.width(),
                request.height(), request.scale());
        return new Picture(Pixels.of(picture), request);
    }

    private void drawn(Picture picture) {
        disposeImage();
        image = new Image(getDisplay(), picture.data());
        shown = picture.request();
        redraw();
    }

    private void disposeImage() {
        if (image != null) {
            image.dispose();
            image = null;
        }
    }

    private void paint(GC gc) {
        Rectangle area = getClientArea();
        gc.setBackground(Themes.color(ColorRole.BACKGROUND));
        gc.fillRectangle(area);
        if (image != null && shown.palette().equals(Themes.palette())) {
            Rectangle pixels = image.getBounds();
            gc.drawImage(image, 0, 0, pixels.width, pixels.height, 0, 0, shown.width(), shown.height());
        }
    }

    private void describeToAssistiveTools() {
        getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = "Chart of round-trip times by hop; the hop table has the same figures";
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
