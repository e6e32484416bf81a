package org.hopwarden.ui.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;

/** Pictures of the window in {@code target/screenshots}, for people to look at. */
final class Screenshots {

    /** Of something that moves all the time. */
    private static final int MOST_LOOKS = 15;
    private static final int STILL_LOOKS = 3;
    private static final long LOOK_NANOS = 80_000_000;

    private Screenshots() {
    }

    /** Waits until the picture holds still: colours fade in, and what is drawn in the background comes later. */
    static void take(String name) {
        UiPauses.aside(() -> takeStill(name));
    }

    private static void takeStill(String name) {
        Display display = Display.getCurrent();
        byte[][] last = { capture(display).data };
        int[] looks = { 0, 0 };
        long[] looked = { System.nanoTime() };
        Wait.untilBesideDialogs("a still picture", () -> {
            if (System.nanoTime() - looked[0] < LOOK_NANOS) {
                return false;
            }
            looked[0] = System.nanoTime();
            byte[] next = capture(display).data;
            looks[0]++;
            looks[1] = Arrays.equals(next, last[0]) ? looks[1] + 1 : 0;
            last[0] = next;
            return looks[1] >= STILL_LOOKS || looks[0] >= MOST_LOOKS;
        });
        save(name);
    }

    private static ImageData capture(Display display) {
        display.update();
        Rectangle screen = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getShell().getBounds();
        Image image = new Image(display, screen.width, screen.height);
        GC gc = new GC(display);
        try {
            gc.copyArea(image, screen.x, screen.y);
            return image.getImageData();
        } finally {
            gc.dispose();
            image.dispose();
        }
    }

    private static void save(String name) {
        Display display = Display.getCurrent();
        Rectangle screen = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getShell().getBounds();
        Image image = new Image(display, screen.width, screen.height);
        GC gc = new GC(display);
        try {
            gc.copyArea(image, screen.x, screen.y);
            ImageLoader loader = new ImageLoader();
            loader.data = new ImageData[] { image.getImageData() };
            Path folder = Files.createDirectories(Path.of(System.getProperty("hopwarden.screenshots", "target/screenshots")));
            Path file = folder.resolve(name + ".png").toAbsolutePath();
            loader.save(file.toString(), SWT.IMAGE_PNG);
        } catch (IOException e) {
            throw new UncheckedIOException("the screenshot " + name + " cannot be written", e);
        } finally {
            gc.dispose();
            image.dispose();
        }
    }
}
