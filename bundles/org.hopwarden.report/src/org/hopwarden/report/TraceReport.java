package org.hopwarden.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

import org.hopwarden.probe.Trace;
import org.hopwarden.report.internal.AtomicFile;
import org.hopwarden.report.internal.TraceHtml;

/**
 * A report of traces as one HTML page that needs nothing else: no network, no script. It reads in light and dark and prints on A4.
 * The same traces give the same bytes on the same machine; between machines the chart's labels may shift with the fonts.
 */
public final class TraceReport {

    private TraceReport() {
    }

    /**
     * The page.
     *
     * @param traces one or several, in the order in which they are shown
     * @throws IllegalArgumentException if there is none
     */
    public static String html(List<Trace> traces) {
        if (traces.isEmpty()) {
            throw new IllegalArgumentException("a report needs a trace");
        }
        return TraceHtml.page(List.copyOf(traces));
    }

    /**
     * Writes the page; at every moment the file is the old one or the new.
     *
     * @throws IOException if the file cannot be written; it is then as it was
     */
    public static void write(List<Trace> traces, Path file) throws IOException {
        AtomicFile.write(file, html(traces).getBytes(StandardCharsets.UTF_8));
    }
}
