package org.hopwarden.visualization.internal;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Paint;
import java.awt.PaintContext;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.ColorModel;
import java.io.StringWriter;
import java.util.List;
import java.util.function.Function;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;

import org.apache.batik.svggen.DefaultExtensionHandler;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGPaintDescriptor;
import org.hopwarden.visualization.ColorRole;
import org.hopwarden.visualization.Palette;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Writes the chart as SVG. */
public final class ChartSvg {

    private static final String SVG = "http://www.w3.org/2000/svg";

    /** A paint that stays a role until the page gives it a colour. Painted itself, it has the colour of the light palette. */
    private record RolePaint(ColorRole role) implements Paint {
        @Override
        public PaintContext createContext(ColorModel model, Rectangle device, Rectangle2D user, AffineTransform transform,
                RenderingHints hints) {
            return new Color(Palette.LIGHT.rgb(role)).createContext(model, device, user, transform, hints);
        }

        @Override
        public int getTransparency() {
            return OPAQUE;
        }
    }

    private static final class RoleHandler extends DefaultExtensionHandler {
        @Override
        public SVGPaintDescriptor handlePaint(Paint paint, SVGGeneratorContext context) {
            return paint instanceof RolePaint(ColorRole role) ? new SVGPaintDescriptor("var(" + role.cssProperty() + ")", "1")
                    : super.handlePaint(paint, context);
        }
    }

    private ChartSvg() {
    }

    /** For a place in a page that sets the colours. */
    public static String inline(Plot plot, int width, int height) {
        return svg(plot, RolePaint::new, width, height, null);
    }

    /** A file of its own. */
    public static String standalone(Plot plot, Palette palette, int width, int height) {
        return svg(plot, role -> new Color(palette.rgb(role)), width, height, palette);
    }

    private static String svg(Plot plot, Function<ColorRole, Paint> paints, int width, int height, Palette palette) {
        try {
            Document document = DocumentBuilderFactory.newInstance().newDocumentBuilder().newDocument();
            document.appendChild(document.createElementNS(SVG, "svg"));
            SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
            context.setComment(null);
            context.setPrecision(2);
            context.setExtensionHandler(new RoleHandler());
            SVGGraphics2D graphics = new SVGGraphics2D(context, false);
            graphics.setSVGCanvasSize(new Dimension(width, height));
            plot.chart(paints, width, height).draw(graphics, new Rectangle2D.Double(0, 0, width, height));
            Element root = graphics.getRoot();
            root.setAttribute("viewBox", "0 0 " + width + " " + height);
            root.setAttribute("role", "img");
            root.setAttribute("font-family", "sans-serif");
            removeClips(root);
            styleColors(root);
            Element title = document.createElementNS(SVG, "title");
            title.setTextContent(plot.title());
            root.insertBefore(title, root.getFirstChild());
            if (palette != null) {
                Element background = document.createElementNS(SVG, "rect");
                background.setAttribute("width", "100%");
                background.setAttribute("height", "100%");
                background.setAttribute("fill", palette.css(ColorRole.BACKGROUND));
                background.setAttribute("stroke", "none");
                root.insertBefore(background, title.getNextSibling());
            }
            return text(root, palette == null);
        } catch (ParserConfigurationException | TransformerException e) {
            throw new IllegalStateException("this Java cannot write XML: " + e.getMessage(), e);
        }
    }

    /**
     * The chart's shapes lie within its axes: without clips the text is a quarter shorter, and has no ids, which would clash where
     * several charts stand in one page.
     */
    private static void removeClips(Element root) {
        NodeList elements = root.getElementsByTagName("*");
        for (int i = elements.getLength() - 1; i >= 0; i--) {
            if (elements.item(i) instanceof Element element) {
                element.removeAttribute("clip-path");
                if (element.getTagName().equals("defs")) {
                    element.getParentNode().removeChild(element);
                }
            }
        }
    }

    /** Custom properties are allowed in styles, not in attributes. */
    private static void styleColors(Element element) {
        StringBuilder style = new StringBuilder(element.getAttribute("style"));
        for (String name : List.of("fill", "stroke")) {
            String value = element.getAttribute(name);
            if (value.startsWith("var(")) {
                style.append(style.isEmpty() ? "" : ";").append(name).append(':').append(value);
                element.removeAttribute(name);
            }
        }
        if (!style.isEmpty()) {
            element.setAttribute("style", style.toString());
        }
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element childElement) {
                styleColors(childElement);
            }
        }
    }

    private static String text(Element root, boolean inline) throws TransformerException {
        Transformer transformer = TransformerFactory.newInstance().newTransformer();
        transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, inline ? "yes" : "no");
        transformer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
        StringWriter text = new StringWriter();
        transformer.transform(new DOMSource(root), new StreamResult(text));
        return text.append('\n').toString();
    }
}
