package org.hopwarden.visualization.internal;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;

import org.hopwarden.visualization.ColorRole;
import org.hopwarden.visualization.Drawing;
import org.hopwarden.visualization.Drawing.Box;
import org.hopwarden.visualization.Drawing.Dash;
import org.hopwarden.visualization.Drawing.Label;
import org.hopwarden.visualization.Drawing.Line;
import org.hopwarden.visualization.Drawing.Point;
import org.hopwarden.visualization.Drawing.Shape;
import org.hopwarden.visualization.Drawing.Weight;
import org.hopwarden.visualization.Palette;

/** Paints a drawing with Java 2D. */
public final class GraphicsPainter {

    private final Palette palette;
    private final Graphics2D graphics;

    private GraphicsPainter(Palette palette, Graphics2D graphics) {
        this.palette = palette;
        this.graphics = graphics;
    }

    /** Fills the background and paints; the unit of {@code graphics} is the point. */
    public static void paint(Drawing drawing, Palette palette, Graphics2D graphics) {
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        GraphicsPainter painter = new GraphicsPainter(palette, graphics);
        graphics.setColor(painter.color(ColorRole.BACKGROUND));
        graphics.fill(new Rectangle2D.Double(0, 0, drawing.width() + 1, drawing.height() + 1));
        for (Shape shape : drawing.shapes()) {
            switch (shape) {
                case Box box -> painter.box(box);
                case Line line -> painter.line(line);
                case Label label -> painter.label(label);
            }
        }
    }

    private Color color(ColorRole role) {
        return new Color(palette.rgb(role));
    }

    private void box(Box box) {
        var outline = new RoundRectangle2D.Double(box.x(), box.y(), box.width(), box.height(), 2 * box.radius(),
                2 * box.radius());
        if (box.fill() != null) {
            graphics.setColor(color(box.fill()));
            graphics.fill(outline);
        }
        if (box.stroke() != null) {
            graphics.setColor(color(box.stroke()));
            graphics.setStroke(stroke(box.strokeWidth(), box.dash()));
            graphics.draw(outline);
        }
    }

    private void line(Line line) {
        LinePath path = LinePath.of(line);
        Path2D.Double stroke = new Path2D.Double();
        for (LinePath.Step step : path.steps()) {
            switch (step) {
                case LinePath.Move move -> stroke.moveTo(move.to().x(), move.to().y());
                case LinePath.Straight straight -> stroke.lineTo(straight.to().x(), straight.to().y());
                case LinePath.Curve curve -> stroke.quadTo(curve.corner().x(), curve.corner().y(), curve.to().x(),
                        curve.to().y());
            }
        }
        graphics.setColor(color(line.stroke()));
        graphics.setStroke(stroke(line.strokeWidth(), line.dash()));
        graphics.draw(stroke);
        if (!path.arrow().isEmpty()) {
            Path2D.Double head = new Path2D.Double();
            List<Point> corners = path.arrow();
            head.moveTo(corners.get(0).x(), corners.get(0).y());
            head.lineTo(corners.get(1).x(), corners.get(1).y());
            head.lineTo(corners.get(2).x(), corners.get(2).y());
            head.closePath();
            graphics.fill(head);
        }
    }

    private void label(Label label) {
        if (label.text().isEmpty()) {
            return;
        }
        Font font = new Font(Font.SANS_SERIF, label.weight() == Weight.BOLD ? Font.BOLD : Font.PLAIN, 1)
                .deriveFont((float) label.size());
        var layout = new TextLayout(label.text(), font, graphics.getFontRenderContext());
        double width = layout.getAdvance();
        double squeeze = width > label.width() && width > 0 ? label.width() / width : 1;
        double left = switch (label.anchor()) {
            case START -> label.x();
            case MIDDLE -> label.x() - width * squeeze / 2;
            case END -> label.x() - width * squeeze;
        };
        AffineTransform before = graphics.getTransform();
        graphics.setColor(color(label.color()));
        graphics.translate(left, label.y());
        graphics.scale(squeeze, 1);
        layout.draw(graphics, 0, 0);
        graphics.setTransform(before);
    }

    private static BasicStroke stroke(double width, Dash dash) {
        if (dash == Dash.SOLID) {
            return new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
        }
        float[] pattern = new float[dash.pattern().size()];
        for (int i = 0; i < pattern.length; i++) {
            pattern[i] = dash.pattern().get(i).floatValue();
        }
        return new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, pattern, 0);
    }
}
