package org.hopwarden.report;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.hopwarden.names.HostInfo;
import org.hopwarden.net.AtomicFile;
import org.hopwarden.net.IpAddress;
import org.hopwarden.probe.Trace;
import org.hopwarden.report.internal.TraceHtml;

/**
 * A report of traces as one HTML page that needs nothing else: no network, no script. It reads in light and dark and prints on A4.
 * The same traces give the same bytes on the same machine; between machines the chart's labels may shift with the fonts.
 */
public final class TraceReport {

    /**
     * Traces that are shown together in one graph and one chart.
     *
     * @param title a heading; may be empty where the report has one section alone
     * @param note a line below it; may be empty
     * @param traces at least one
     * @param hosts what is known of the addresses, which is shown beside them; may be empty
     */
    public record Section(String title, String note, List<Trace> traces, Map<IpAddress, HostInfo> hosts) {

        public Section {
            requireNonNull(title, "title");
            requireNonNull(note, "note");
            traces = List.copyOf(traces);
            hosts = Map.copyOf(hosts);
            if (traces.isEmpty()) {
                throw new IllegalArgumentException("a section needs a trace");
            }
        }

        /** Of the addresses nothing is known. */
        public Section(String title, String note, List<Trace> traces) {
            this(title, note, traces, Map.of());
        }
    }

    private TraceReport() {
    }

    /**
     * The page.
     *
     * @param traces one or several, in the order in which they are shown
     * @throws IllegalArgumentException if there is none
     */
    public static String html(List<Trace> traces) {
        return html(traces, Map.of());
    }

    /**
     * As {@link #html(List)}, with host names and networks beside the addresses.
     *
     * @param hosts what is known of the addresses; those left out are shown as numbers alone
     */
    public static String html(List<Trace> traces, Map<IpAddress, HostInfo> hosts) {
        String targets = traces.stream().map(trace -> trace.request().target()).distinct().collect(Collectors.joining(", "));
        return TraceHtml.page("Trace to " + targets, targets, List.of(new Section("", "", traces, hosts)));
    }

    /**
     * A page of several sections.
     *
     * @param title stands above all
     * @param sections at least one
     */
    public static String html(String title, List<Section> sections) {
        if (sections.isEmpty()) {
            throw new IllegalArgumentException("a report needs a section");
        }
        return TraceHtml.page(title, title, List.copyOf(sections));
    }

    /**
     * Writes the page; at every moment the file is the old one or the new.
     *
     * @throws IOException if the file cannot be written; it is then as it was
     */
    public static void write(List<Trace> traces, Path file) throws IOException {
        AtomicFile.write(file, html(traces).getBytes(StandardCharsets.UTF_8));
    }

    /** As {@link #write(List, Path)}, with several sections. */
    public static void write(String title, List<Section> sections, Path file) throws IOException {
        AtomicFile.write(file, html(title, sections).getBytes(StandardCharsets.UTF_8));
    }
}
