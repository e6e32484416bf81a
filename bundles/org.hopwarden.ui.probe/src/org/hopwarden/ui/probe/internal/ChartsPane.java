package org.hopwarden.ui.probe.internal;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Link;
import org.hopwarden.ui.Pane;
import org.hopwarden.ui.probe.TraceTabs;
import org.hopwarden.ui.visualization.ChartCanvas;
import org.hopwarden.visualization.Chart;

/** The charts of a trace, one of them at a time. */
final class ChartsPane {

    /** The charts that there are. */
    enum Kind {
        BY_HOP("By hop", "The round-trip times of every hop"),
        DISTRIBUTION("Spread", "How the round-trip times of the chosen hop are spread"),
        TIMELINE("Over time", "Round-trip times and losses over time"),
        ROUTES("Routes", "Who answered at each hop over time, and when that changed");

        private final String label;
        private final String tooltip;

        Kind(String label, String tooltip) {
            this.label = label;
            this.tooltip = tooltip;
        }
    }

    private final Pane pane;
    private final ChartCanvas canvas;
    private final Function<Kind, Chart> charts;
    private final List<Kind> kinds;
    private final Link links;
    private Kind kind;

    /**
     * @param kinds those that are offered, the first one shown first
     * @param charts what to show now; asked on the UI thread
     */
    ChartsPane(Composite parent, List<Kind> kinds, Function<Kind, Chart> charts) {
        this.charts = charts;
        this.kinds = List.copyOf(kinds);
        pane = new Pane(parent, "Round trips");
        canvas = new ChartCanvas(pane.body(), SWT.NONE);
        kind = kinds.getFirst();
        links = createLinks(pane.choices());
        pane.tools().add(new Separator());
        Action save = new Action("Save Picture...") {
            @Override
            public void run() {
                picture().ifPresent(picture -> Pictures.ask(canvas.getShell(), fileName(), picture));
            }
        };
        save.setToolTipText("Save Picture... (SVG or PNG)");
        ResourceLocator.imageDescriptorFromBundle("org.hopwarden.ui.probe", "icons/picture.svg")
                .ifPresent(save::setImageDescriptor);
        pane.tools().add(save);
        pane.tools().update(true);
    }

    private Link createLinks(Composite parent) {
        Link made = new Link(parent, SWT.NONE);
        made.setData(TraceTabs.WIDGET, "Charts");
        made.setToolTipText(kinds.stream().map(each -> each.label + ": " + each.tooltip).collect(Collectors.joining("\n")));
        made.addListener(SWT.Selection, event -> kinds.stream().filter(each -> each.label.equals(event.text)).findFirst()
                .ifPresent(this::turnTo));
        made.setText(linkText());
        return made;
    }

    private String linkText() {
        return kinds.stream().map(each -> each == kind ? each.label : "<a>" + each.label + "</a>")
                .collect(Collectors.joining("   "));
    }

    private String fileName() {
        return kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    Optional<Pictures.Picture> picture() {
        return canvas.chart().map(Pictures::of);
    }

    ChartCanvas canvas() {
        return canvas;
    }

    /** Turns to another chart. */
    void turnTo(Kind newKind) {
        kind = newKind;
        // The words stay the same, and SWT then keeps the old links.
        links.setText("");
        links.setText(linkText());
        update();
    }

    /** Asks for the chart again. */
    void update() {
        canvas.show(charts.apply(kind));
    }
}
