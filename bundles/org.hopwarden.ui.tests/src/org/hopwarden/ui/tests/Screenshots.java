package org.hopwarden.ui.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

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

    private Screenshots() {
    }

    static void take(String name) {
        UiPauses.aside(() -> save(name));
    }

    private static void save(String name) {
        Display display = Display.getCurrent();
        display.update();
        while (display.readAndDispatch()) {
            continue;
        }
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
