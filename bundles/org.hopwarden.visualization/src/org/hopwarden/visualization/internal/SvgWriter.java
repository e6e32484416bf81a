package org.hopwarden.visualization.internal;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;

import org.hopwarden.visualization.ColorRole;
import org.hopwarden.visualization.Drawing;
import org.hopwarden.visualization.Drawing.Box;
import org.hopwarden.visualization.Drawing.Dash;
import org.hopwarden.visualization.Drawing.Label;
import org.hopwarden.visualization.Drawing.Line;
import org.hopwarden.visualization.Drawing.Point;
import org.hopwarden.visualization.Drawing.Shape;
import org.hopwarden.visualization.Drawing.Weight;

/** Writes the shapes of a drawing as SVG. Colours go into {@code style}, as custom properties are not allowed in attributes. */
public final class SvgWriter {

    private final StringBuilder out = new StringBuilder();
    private final Function<ColorRole, String> colors;

    private SvgWriter(Function<ColorRole, String> colors) {
        this.colors = colors;
    }

    /**
     * @param colors the CSS value of a role
     * @param standalone whether the SVG is a file of its own
     */
    public static String write(Drawing drawing, Function<ColorRole, String> colors, boolean standalone) {
        return new SvgWriter(colors).svg(drawing, standalone);
    }

    private String svg(Drawing drawing, boolean standalone) {
        if (standalone) {
            out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        }
        out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ").append(number(drawing.width())).append(' ')
                .append(number(drawing.height())).append("\" width=\"").append(number(drawing.width())).append("\" height=\"")
                .append(number(drawing.height()))
                .append("\" role=\"img\" font-family=\"system-ui, 'DejaVu Sans', sans-serif\">\n<title>")
                .append(escape(drawing.title())).append("</title>\n");
        if (standalone) {
            out.append("<rect width=\"100%\" height=\"100%\" style=\"fill:").append(colors.apply(ColorRole.BACKGROUND))
                    .append("\"/>\n");
        }
        List<Shape> shapes = drawing.shapes();
        for (int i = 0; i < shapes.size();) {
            int end = i + 1;
            String id = shapes.get(i).id();
            while (!id.isEmpty() && end < shapes.size() && shapes.get(end).id().equals(id)) {
                end++;
            }
            element(shapes.subList(i, end));
            i = end;
        }
        return out.append("</svg>\n").toString();
    }

    private void element(List<Shape> shapes) {
        Shape first = shapes.getFirst();
        boolean group = !first.id().isEmpty() || !first.tooltip().isEmpty();
        if (group) {
            out.append("<g");
            if (!first.id().isEmpty()) {
                out.append(" data-id=\"").append(escape(first.id())).append('"');
            }
            out.append('>');
            if (!first.tooltip().isEmpty()) {
                out.append("<title>").append(escape(first.tooltip())).append("</title>");
            }
            out.append('\n');
        }
        for (Shape shape : shapes) {
            switch (shape) {
                case Box box -> box(box);
                case Line line -> line(line);
                case Label label -> label(label);
            }
        }
        if (group) {
            out.append("</g>\n");
        }
    }

    private void box(Box box) {
        out.append("<rect x=\"").append(number(box.x())).append("\" y=\"").append(number(box.y())).append("\" width=\"")
                .append(number(box.width())).append("\" height=\"").append(number(box.height())).append('"');
        if (box.radius() > 0) {
            out.append(" rx=\"").append(number(box.radius())).append('"');
        }
        dash(box.dash());
        out.append(" style=\"fill:").append(box.fill() == null ? "none" : colors.apply(box.fill()));
        if (box.stroke() != null) {
            out.append(";stroke:").append(colors.apply(box.stroke())).append(";stroke-width:").append(number(box.strokeWidth()));
        }
        out.append("\"/>\n");
    }

    private void line(Line line) {
        LinePath path = LinePath.of(line);
        out.append("<path d=\"");
        for (LinePath.Step step : path.steps()) {
            switch (step) {
                case LinePath.Move move -> out.append('M').append(point(move.to()));
                case LinePath.Straight straight -> out.append('L').append(point(straight.to()));
                case LinePath.Curve curve -> out.append('Q').append(point(curve.corner())).append(' ').append(point(curve.to()));
            }
        }
        out.append('"');
        dash(line.dash());
        out.append(" style=\"fill:none;stroke:").append(colors.apply(line.stroke())).append(";stroke-width:")
                .append(number(line.strokeWidth())).append(";stroke-linejoin:round\"/>\n");
        if (!path.arrow().isEmpty()) {
            out.append("<path d=\"M").append(point(path.arrow().get(0))).append('L').append(point(path.arrow().get(1)))
                    .append('L').append(point(path.arrow().get(2))).append("Z\" style=\"fill:").append(colors.apply(line.stroke()))
                    .append("\"/>\n");
        }
    }

    private void label(Label label) {
        out.append("<text x=\"").append(number(label.x())).append("\" y=\"").append(number(label.y())).append("\" font-size=\"")
                .append(number(label.size())).append('"');
        if (label.weight() == Weight.BOLD) {
            out.append(" font-weight=\"600\"");
        }
        switch (label.anchor()) {
            case START -> { }
            case MIDDLE -> out.append(" text-anchor=\"middle\"");
            case END -> out.append(" text-anchor=\"end\"");
        }
        out.append(" style=\"fill:").append(colors.apply(label.color())).append("\">").append(escape(label.text()))
                .append("</text>\n");
    }

    private void dash(Dash dash) {
        if (dash != Dash.SOLID) {
            out.append(" stroke-dasharray=\"");
            for (int i = 0; i < dash.pattern().size(); i++) {
                out.append(i == 0 ? "" : " ").append(number(dash.pattern().get(i)));
            }
            out.append('"');
        }
    }

    private static String point(Point point) {
        return number(point.x()) + " " + number(point.y());
    }

    /** Two decimals at the most: a hundredth of a point is not seen. */
    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.2f", value);
        int end = text.length();
        while (text.charAt(end - 1) == '0') {
            end--;
        }
        if (text.charAt(end - 1) == '.') {
            end--;
        }
        String shortest = text.substring(0, end);
        return shortest.equals("-0") ? "0" : shortest;
    }

    /** Text for XML content and attributes. */
    public static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        printable(text).codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(c);
            }
        });
        return escaped.toString();
    }

    /** The text with the replacement character for what XML 1.0 forbids (section 2.2), and for what no parser gives back. */
    static String printable(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            boolean allowed = c == '\t' || c == '\n' || c >= 0x20 && c <= 0xd7ff || c >= 0xe000 && c <= 0xfffd || c >= 0x10000;
            clean.appendCodePoint(allowed ? c : 0xfffd);
        });
        return clean.toString();
    }
}
