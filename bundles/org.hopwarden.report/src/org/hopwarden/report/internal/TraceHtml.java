package org.hopwarden.report.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.hopwarden.probe.Trace;
import org.hopwarden.report.TraceReport;
import org.hopwarden.visualization.HopGraph;
import org.hopwarden.visualization.HopGraphLayout;
import org.hopwarden.visualization.LatencyChart;
import org.hopwarden.visualization.Palette;
import org.hopwarden.visualization.SvgRenderer;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;

/** Fills the template {@code trace.mustache}. Text is escaped by the template engine; only our own SVG and CSS go in as they are. */
public final class TraceHtml {

    /** The width of the text on A4, in CSS pixels, is about 680: boxes stay readable when the graph is printed. */
    private static final double GRAPH_WIDTH = 800;
    private static final int CHART_WIDTH = 800;
    private static final int CHART_HEIGHT = 280;

    /** What the template shows. */
    record Page(String title, String heading, boolean several, List<TraceView> traces, List<Group> groups, String lightColors,
            String darkColors, String css) {
    }

    /** A section: traces in one graph and one chart. */
    record Group(String title, String note, String graph, boolean graphOfSeveral, String chart, List<TraceView> traces) {

        static Group of(TraceReport.Section section, int firstNumber) {
            List<Trace> traces = section.traces();
            return new Group(section.title(), section.note(),
                    SvgRenderer.inline(HopGraphLayout.draw(HopGraph.of(traces), new HopGraphLayout.Options(GRAPH_WIDTH))),
                    traces.size() > 1, LatencyChart.of(traces).toInlineSvg(CHART_WIDTH, CHART_HEIGHT),
                    IntStream.range(0, traces.size()).mapToObj(i -> TraceView.of(traces.get(i), firstNumber + i)).toList());
        }
    }

    /** Read once: a template may be used by several threads. */
    private static final class Resources {
        static final Template TEMPLATE = compile();
        static final String CSS = text("report.css");

        private static Template compile() {
            return Mustache.compiler().withEscaper(raw -> Escapers.HTML.escape(printable(raw))).emptyStringIsFalse(true)
                    .compile(text("trace.mustache"));
        }
    }

    private TraceHtml() {
    }

    public static String page(String title, String heading, List<TraceReport.Section> sections) {
        List<Group> groups = new ArrayList<>();
        List<TraceView> views = new ArrayList<>();
        for (TraceReport.Section section : sections) {
            Group group = Group.of(section, views.size() + 1);
            groups.add(group);
            views.addAll(group.traces());
        }
        Page page = new Page(title, heading, views.size() > 1, views, groups, SvgRenderer.css(Palette.LIGHT),
                SvgRenderer.css(Palette.DARK), Resources.CSS);
        return Resources.TEMPLATE.execute(page);
    }

    /** The text with the replacement character for control characters, which have no place in a page. */
    private static String printable(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            boolean control = Character.isISOControl(c) && c != '\n' && c != '\t';
            boolean unpaired = c >= 0xd800 && c <= 0xdfff || c == 0xfffe || c == 0xffff;
            clean.appendCodePoint(control || unpaired ? 0xfffd : c);
        });
        return clean.toString();
    }

    private static String text(String name) {
        try (InputStream stream = TraceHtml.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("the resource " + name + " is missing beside " + TraceHtml.class.getName());
            }
            try (Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
                return reader.readAllAsString();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("reading the resource " + name + " failed", e);
        }
    }
}
