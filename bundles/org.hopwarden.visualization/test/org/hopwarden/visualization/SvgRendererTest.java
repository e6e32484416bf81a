package org.hopwarden.visualization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.hopwarden.probe.Trace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;

class SvgRendererTest {

    @ParameterizedTest
    @ValueSource(strings = { "short", "forum", "refused", "silent-middle", "ecmp-4", "methods", "running", "hostile", "none" })
    void samplesLookAsTheyDid(String sample) throws IOException {
        Golden.check(sample + ".svg", SvgRenderer.standalone(draw(SampleTraces.all().get(sample)), Palette.LIGHT));
    }

    @Test
    void everySampleIsXmlWithEveryElement() {
        SampleTraces.all().forEach((name, traces) -> {
            HopGraph graph = HopGraph.of(traces);
            for (String svg : List.of(SvgRenderer.inline(HopGraphLayout.draw(graph)),
                    SvgRenderer.standalone(HopGraphLayout.draw(graph), Palette.DARK))) {
                Document document = Xml.parse(svg);
                Set<String> ids = new TreeSet<>();
                for (var element : Xml.elements(document, "g")) {
                    ids.add(element.getAttribute("data-id"));
                    assertEquals("title", element.getFirstChild().getNodeName(), name);
                }
                Set<String> expected = new TreeSet<>();
                graph.nodes().forEach(node -> expected.add(node.id()));
                graph.links().forEach(link -> expected.add(link.id()));
                assertEquals(expected, ids, name);
            }
        });
    }

    @Test
    void hostileNamesStayText() {
        Drawing drawing = draw(List.of(SampleTraces.hostile()));
        for (String svg : List.of(SvgRenderer.inline(drawing), SvgRenderer.standalone(drawing, Palette.LIGHT))) {
            assertFalse(svg.contains("<script"), svg);
            assertTrue(Xml.elements(Xml.parse(svg), "script").isEmpty());
            assertTrue(Xml.parse(svg).getDocumentElement().getTextContent().contains("<script>alert('x')</script>"));
        }
    }

    @Test
    void insideAPageThePageGivesTheColours() {
        String svg = SvgRenderer.inline(draw(List.of(SampleTraces.refused())));
        assertFalse(svg.matches("(?s).*#[0-9a-f]{6}.*"), "a fixed colour");
        assertTrue(svg.startsWith("<svg "), "no XML declaration inside HTML");
        assertFalse(svg.contains(" id="), "ids of several pictures in a page would clash");
        List<String> used = new ArrayList<>();
        for (ColorRole role : ColorRole.values()) {
            if (svg.contains("var(" + role.cssProperty() + ")")) {
                used.add(role.cssProperty());
            }
        }
        String css = SvgRenderer.css(Palette.DARK);
        assertTrue(used.size() > 8, used::toString);
        used.forEach(property -> assertTrue(css.contains(property + ": #"), property));
    }

    private static Drawing draw(List<Trace> traces) {
        return HopGraphLayout.draw(HopGraph.of(traces));
    }
}
