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
    private static final int LOOK_MILLIS = 80;

    private Screenshots() {
    }

    /** Waits until the picture holds still: colours fade in, and what is drawn in the background comes later. */
    static void take(String name) {
        UiPauses.aside(() -> takeStill(name));
    }

    private static void takeStill(String name) {
        Display display = Display.getCurrent();
        byte[] last = capture(display).data;
        int still = 0;
        for (int looks = 0; looks < MOST_LOOKS && still < STILL_LOOKS; looks++) {
            work(display);
            byte[] next = capture(display).data;
            still = Arrays.equals(next, last) ? still + 1 : 0;
            last = next;
        }
        save(name);
    }

    /** Lets the window work for a moment. Not by {@link Wait}, which closes message boxes: they may be what is to be seen. */
    private static void work(Display display) {
        boolean[] over = { false };
        display.timerExec(LOOK_MILLIS, () -> over[0] = true);
        while (!over[0]) {
            if (!display.readAndDispatch()) {
                display.sleep();
            }
        }
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
