package org.hopwarden.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.hopwarden.net.AtomicFile;
import org.hopwarden.report.internal.PolicyHtml;

/**
 * A report of a policy as one HTML page that needs nothing else: no network, no script. What it says is made by the
 * {@link ReportSection sections}. It has no date of its own: the same subject gives the same bytes, as far as
 * {@link TraceReport} does.
 */
public final class PolicyReport {

    private PolicyReport() {
    }

    /** The page. */
    public static String html(ReportSubject subject) {
        return PolicyHtml.page(subject, ReportSections.all());
    }

    /**
     * Writes the page; at every moment the file is the old one or the new.
     *
     * @throws IOException if the file cannot be written; it is then as it was
     */
    public static void write(ReportSubject subject, Path file) throws IOException {
        AtomicFile.write(file, html(subject).getBytes(StandardCharsets.UTF_8));
    }
}
