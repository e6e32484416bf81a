package org.hopwarden.report.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.hopwarden.probe.Trace;
import org.hopwarden.report.TraceReport;
import org.hopwarden.visualization.HopGraph;
import org.hopwarden.visualization.HopGraphLayout;
import org.hopwarden.visualization.LatencyChart;
import org.hopwarden.visualization.SvgRenderer;

import com.samskivert.mustache.Template;

/** Fills the template {@code trace.mustache}. */
public final class TraceHtml {

    /** The width of the text on A4, in CSS pixels, is about 680: boxes stay readable when the graph is printed. */
    private static final double GRAPH_WIDTH = 800;
    private static final int CHART_WIDTH = 800;
    private static final int CHART_HEIGHT = 280;

    private static final Template TEMPLATE = Templates.compile("trace.mustache");

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
                    IntStream.range(0, traces.size()).mapToObj(i -> TraceView.of(traces.get(i), section.hosts(), firstNumber + i)).toList());
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
        return TEMPLATE.execute(new Page(title, heading, views.size() > 1, views, groups, Templates.LIGHT_COLORS,
                Templates.DARK_COLORS, Templates.CSS));
    }
}
