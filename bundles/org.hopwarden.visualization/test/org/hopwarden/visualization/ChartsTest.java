package org.hopwarden.visualization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** The charts that show a watch, and what they tell of where their hops are. */
class ChartsTest {

    private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");
    private static final long SECOND = 1_000_000_000;

    private static TimelineChart timeline(int chosen) {
        List<TimelineChart.Line> lines = IntStream.rangeClosed(1, 3).mapToObj(ttl -> new TimelineChart.Line(ttl, "192.0.2." + ttl,
                IntStream.range(0, 60).mapToObj(at -> new TimelineChart.Stretch(at * SECOND, 1, at % 20 == 7 ? 1 : 0,
                        ttl * 900_000L, ttl * 1_000_000L, ttl * 1_200_000L)).toList())).toList();
        return TimelineChart.of(new TimelineChart.Content(START, 60 * SECOND, lines, chosen, 30 * SECOND));
    }

    private static RouteChart routes() {
        return RouteChart.of(new RouteChart.Content(START, 60 * SECOND, List.of(new RouteChart.Span(1, "192.0.2.1", 0, 60 * SECOND),
                new RouteChart.Span(2, "192.0.2.2", 0, 30 * SECOND), new RouteChart.Span(2, "192.0.2.3", 30 * SECOND, 60 * SECOND),
                new RouteChart.Span(3, "", 0, 60 * SECOND)), 2, -1));
    }

    private static List<String> labels(Chart chart) {
        return Xml.elements(Xml.parse(chart.toInlineSvg(600, 240)), "text").stream().map(Element::getTextContent).toList();
    }

    @Test
    void theLastHopStandsOutUntilAnotherIsChosen() {
        assertTrue(timeline(0).title().contains("hop 3, 192.0.2.3"), timeline(0).title());
        assertTrue(timeline(1).title().contains("hop 1, 192.0.2.1"), timeline(1).title());
    }

    @Test
    void eachHopOfTheTimelineIsFoundWhereItsLineIs() {
        Chart.Picture picture = timeline(0).draw(Palette.LIGHT, 600, 240, 1);
        for (int ttl = 1; ttl <= 3; ttl++) {
            int wanted = ttl;
            Drawing.Bounds spot = picture.spots().stream().filter(each -> each.ttl() == wanted).findFirst().orElseThrow().bounds();
            assertEquals(ttl, picture.spotAt(spot.x() + spot.width() / 2, spot.y() + spot.height() / 2).orElseThrow().ttl());
        }
        assertTrue(picture.spotAt(1, 1).isEmpty());
    }

    @Test
    void aRouteChangeIsCountedAndBothRoutersAreNamed() {
        assertEquals("Routers over time: 1 change", routes().title());
        assertTrue(labels(routes()).containsAll(List.of("192.0.2.1", "192.0.2.2", "192.0.2.3", "no reply")), labels(routes())::toString);
        Chart.Picture picture = routes().draw(Palette.DARK, 600, 240, 1);
        assertEquals(List.of(1, 2, 2, 3), picture.spots().stream().map(Chart.Spot::ttl).toList());
        assertTrue(picture.spots().get(1).bounds().x() < picture.spots().get(2).bounds().x());
    }

    @Test
    void aSpreadNamesItsMedianAndSurvivesEqualTimes() {
        double[] millis = IntStream.range(0, 101).mapToDouble(i -> 10 + i / 10.0).toArray();
        assertTrue(labels(DistributionChart.of(4, "192.0.2.4", millis)).containsAll(List.of("median 15.000", "95 % 19.500")));
        assertTrue(labels(DistributionChart.of(4, "192.0.2.4", new double[] { 5, 5, 5 })).contains("median 5.000"));
        assertTrue(labels(DistributionChart.of(4, "192.0.2.4", new double[] { 0 })).contains("median 0.000"));
        assertTrue(labels(DistributionChart.of(0, "", new double[0])).contains("No reply yet"));
    }

    @Test
    void nothingYetIsSaid() {
        assertTrue(labels(TimelineChart.of(new TimelineChart.Content(START, 0, List.of(), 0, -1))).contains("No reply yet"));
        assertTrue(labels(RouteChart.of(new RouteChart.Content(START, 0, List.of(), 0, -1))).contains("No reply yet"));
    }

    @Test
    void equalContentIsAnEqualChart() {
        assertEquals(timeline(2), timeline(2));
        assertFalse(timeline(1).equals(timeline(2)));
        assertEquals(routes(), routes());
        assertEquals(DistributionChart.of(1, "a", new double[] { 2, 1 }), DistributionChart.of(1, "a", new double[] { 1, 2 }));
        LatencyChart chart = LatencyChart.of(List.of(SampleTraces.shortPath("icmp")));
        assertFalse(chart.equals(chart.choose(1)));
        assertEquals(4, chart.draw(Palette.LIGHT, 400, 200, 1).spots().size());
    }
}
