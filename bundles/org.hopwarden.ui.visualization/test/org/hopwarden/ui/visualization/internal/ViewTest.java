package org.hopwarden.ui.visualization.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;

import org.hopwarden.visualization.Drawing;
import org.hopwarden.visualization.Drawing.Bounds;
import org.junit.jupiter.api.Test;

class ViewTest {

    private static final Drawing DRAWING = new Drawing(400, 100, "a drawing", List.of());

    @Test
    void fitShowsTheWholeDrawingCentred() {
        View view = View.fit(DRAWING, 220, 300, 10, 8);

        assertEquals(0.5, view.scale());
        assertEquals(10, view.pixelX(0));
        assertEquals(210, view.pixelX(400));
        assertEquals(125, view.pixelY(0));
        assertEquals(175, view.pixelY(100));
    }

    @Test
    void fitDoesNotBlowUpASmallDrawing() {
        assertEquals(1.3, View.fit(DRAWING, 4000, 4000, 10, 1.3).scale());
    }

    @Test
    void zoomKeepsWhatIsUnderThePointer() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        View view = View.fit(DRAWING, 800, 300, 10, 8);
        for (int i = 0; i < 200; i++) {
            double x = random.nextDouble(800);
            double y = random.nextDouble(300);
            View next = view.zoom(0.5 + random.nextDouble(1.5), x, y);
            assertEquals(view.drawingX(x), next.drawingX(x), 1e-6, "seed " + seed);
            assertEquals(view.drawingY(y), next.drawingY(y), 1e-6, "seed " + seed);
            assertTrue(next.scale() >= View.LEAST_SCALE && next.scale() <= View.GREATEST_SCALE, "seed " + seed);
            view = next;
        }
    }

    @Test
    void pixelsAndPointsAreInverse() {
        View view = new View(1.7, -30, 12);

        assertEquals(77, view.drawingX(view.pixelX(77)), 1e-9);
        assertEquals(-5, view.drawingY(view.pixelY(-5)), 1e-9);
    }

    @Test
    void someOfTheDrawingStaysInSight() {
        View far = new View(1, 0, 0).pan(10_000, -10_000).keepInSight(DRAWING, 500, 300);

        assertTrue(far.pixelX(0) < 500, "its left edge is left of the canvas' right edge: " + far);
        assertTrue(far.pixelY(100) > 0, "its lower edge is below the canvas' upper edge: " + far);
    }

    @Test
    void revealMovesOnlyAsFarAsNeeded() {
        View view = new View(1, 0, 0);

        assertEquals(view, view.reveal(new Bounds(100, 50, 40, 20), 500, 300));
        View moved = view.reveal(new Bounds(600, 50, 40, 20), 500, 300);
        assertEquals(488, moved.pixelX(640));
        assertEquals(0, moved.offsetY());
    }
}
