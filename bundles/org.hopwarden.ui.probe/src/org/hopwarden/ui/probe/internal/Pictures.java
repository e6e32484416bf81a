package org.hopwarden.ui.probe.internal;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.hopwarden.net.AtomicFile;
import org.hopwarden.ui.Background;
import org.hopwarden.ui.Themes;
import org.hopwarden.visualization.Chart;
import org.hopwarden.visualization.Drawing;
import org.hopwarden.visualization.ImageRenderer;
import org.hopwarden.visualization.Palette;
import org.hopwarden.visualization.SvgRenderer;

/** Graphs and charts as files: SVG where the name ends so, else PNG. */
final class Pictures {

    private static final int CHART_WIDTH = 1000;
    private static final int CHART_HEIGHT = 420;
    private static final double PNG_SCALE = 2;
    private static final String SVG = ".svg";
    private static final String PNG = ".png";

    /** A picture in the colours of the theme that was chosen when it was asked for. */
    interface Picture {

        String svg();

        byte[] png();
    }

    private record OfDrawing(Drawing drawing, Palette palette) implements Picture {
        @Override
        public String svg() {
            return SvgRenderer.standalone(drawing, palette);
        }

        @Override
        public byte[] png() {
            return ImageRenderer.png(drawing, palette, PNG_SCALE);
        }
    }

    private record OfChart(Chart chart, Palette palette) implements Picture {
        @Override
        public String svg() {
            return chart.toSvg(palette, CHART_WIDTH, CHART_HEIGHT);
        }

        @Override
        public byte[] png() {
            return ImageRenderer.png(chart.toImage(palette, CHART_WIDTH, CHART_HEIGHT, PNG_SCALE));
        }
    }

    private Pictures() {
    }

    static Picture of(Drawing drawing) {
        return new OfDrawing(drawing, Themes.palette());
    }

    static Picture of(Chart chart) {
        return new OfChart(chart, Themes.palette());
    }

    /** Asks for a file, and writes. */
    static void ask(Shell shell, String name, Picture picture) {
        FileDialog dialog = new FileDialog(shell, SWT.SAVE);
        dialog.setText("Save Picture");
        dialog.setFilterNames(new String[] { "SVG, for any size (*.svg)", "PNG (*.png)" });
        dialog.setFilterExtensions(new String[] { "*" + SVG, "*" + PNG });
        dialog.setFileName(name.replaceAll("[^A-Za-z0-9.-]", "_") + SVG);
        dialog.setOverwrite(true);
        String chosen = dialog.open();
        if (chosen == null) {
            return;
        }
        Path file = withExtension(chosen, dialog.getFilterIndex() == 1 ? PNG : SVG);
        // The dialog asked about the name as it was typed; with an extension added it may be another file.
        boolean other = !file.equals(Path.of(chosen));
        if (!other || Files.notExists(file) || MessageDialog.openQuestion(shell, "Save Picture",
                file.getFileName() + " is already there. Replace it?")) {
            write(shell, file, picture);
        }
    }

    /** The file that is meant: a name without one of the extensions gets that of the filter. */
    static Path withExtension(String chosen, String extension) {
        String lower = chosen.toLowerCase(Locale.ROOT);
        return Path.of(lower.endsWith(SVG) || lower.endsWith(PNG) ? chosen : chosen + extension);
    }

    /** Writes in the background; what goes wrong is told. */
    static void write(Shell shell, Path file, Picture picture) {
        Background.run("Save picture", "The picture was not saved.", shell.getDisplay(), monitor -> {
            AtomicFile.write(file, content(file, picture));
            return file;
        }, written -> {
        });
    }

    private static byte[] content(Path file, Picture picture) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(SVG) ? picture.svg().getBytes(StandardCharsets.UTF_8)
                : picture.png();
    }
}
