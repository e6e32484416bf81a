package org.hopwarden.ui.probe.internal;

import java.util.List;
import java.util.function.Consumer;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.hopwarden.ui.Themes;

/** What a tab shows before its first trace: what to do, and traces of the lab that start with one click. */
final class WelcomePage {

    private static final int COLUMN_WIDTH = 340;
    private static final int TEXT_WIDTH = 760;

    private final ScrolledComposite control;

    WelcomePage(Composite parent, Networks networks, Consumer<TraceSpec> start) {
        control = new ScrolledComposite(parent, SWT.V_SCROLL | SWT.H_SCROLL);
        Themes.style(control, "hopwarden-pane");
        Composite page = new Composite(control, SWT.NONE);
        Themes.style(page, "hopwarden-pane");
        GridLayoutFactory.fillDefaults().margins(28, 22).spacing(0, 6).applyTo(page);
        heading(page, "Trace a path", JFaceResources.HEADER_FONT);
        text(page, "Type a target above and press Enter. Hopwarden sends probes to every distance at once and shows each "
                + "router on the way: who answered, how fast, what it said, and where the path ends.", TEXT_WIDTH);
        List<Network> labs = networks.all().stream().filter(Network::isSimulated).toList();
        if (!labs.isEmpty()) {
            GridDataFactory.fillDefaults().indent(0, 14)
                    .applyTo(heading(page, "Try it in the lab", JFaceResources.BANNER_FONT));
            text(page, "Simulated networks inside this window. Nothing leaves this host, and no rights are needed.",
                    TEXT_WIDTH);
            Composite columns = new Composite(page, SWT.NONE);
            GridLayoutFactory.fillDefaults().numColumns(Math.min(3, labs.size())).spacing(28, 18).applyTo(columns);
            GridDataFactory.fillDefaults().indent(0, 8).applyTo(columns);
            addCards(page, columns, List.copyOf(labs), start);
        }
        GridDataFactory.fillDefaults().indent(0, 14).applyTo(heading(page, "Trace the real network",
                JFaceResources.BANNER_FONT));
        text(page, "Choose the network \u201cThis host\u201d above. That needs the right to open raw sockets; where it is "
                + "missing, the trace says how to get it.", TEXT_WIDTH);
        control.setContent(page);
        control.setExpandHorizontal(true);
        control.setExpandVertical(true);
        control.setMinSize(page.computeSize(SWT.DEFAULT, SWT.DEFAULT));
    }

    /** Each on its own turn: the many small parts of all of them would be felt. */
    private void addCards(Composite page, Composite columns, List<Network> labs, Consumer<TraceSpec> start) {
        columns.getDisplay().asyncExec(() -> {
            if (columns.isDisposed()) {
                return;
            }
            card(columns, labs.getFirst(), start);
            if (labs.size() > 1) {
                addCards(page, columns, labs.subList(1, labs.size()), start);
            } else {
                page.layout();
                control.setMinSize(page.computeSize(SWT.DEFAULT, SWT.DEFAULT));
            }
        });
    }

    private static void card(Composite parent, Network lab, Consumer<TraceSpec> start) {
        Composite card = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 5).applyTo(card);
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.BEGINNING).applyTo(card);
        Themes.style(heading(card, lab.label(), JFaceResources.DEFAULT_FONT), "hopwarden-heading");
        Themes.style(text(card, lab.description(), COLUMN_WIDTH), "hopwarden-muted");
        for (Network.Suggestion suggestion : lab.suggestions()) {
            TraceSpec spec = suggestion.spec();
            Link link = new Link(card, SWT.NONE);
            link.setText("<a>\u25b6 Trace " + spec.target() + "</a>  by " + TraceText.method(spec));
            GridDataFactory.fillDefaults().indent(0, 4).applyTo(link);
            link.addListener(SWT.Selection, event -> start.accept(spec));
            if (!suggestion.note().isEmpty()) {
                Label note = text(card, suggestion.note(), COLUMN_WIDTH - 16);
                GridDataFactory.fillDefaults().indent(16, 0).hint(COLUMN_WIDTH - 16, SWT.DEFAULT).applyTo(note);
                Themes.style(note, "hopwarden-muted");
            }
        }
        keepAsItIs(card);
    }

    /** Nothing in a card moves any more; measuring its texts again at each layout of the window would take long. */
    private static void keepAsItIs(Composite card) {
        Point size = card.computeSize(SWT.DEFAULT, SWT.DEFAULT);
        card.setSize(size);
        card.layout();
        card.setLayout(null);
        GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.BEGINNING).hint(size).applyTo(card);
    }

    private static Label heading(Composite parent, String text, String font) {
        Label label = new Label(parent, SWT.NONE);
        label.setText(text);
        label.setFont(JFaceResources.getFont(font));
        Themes.style(label, "hopwarden-title");
        return label;
    }

    private static Label text(Composite parent, String text, int width) {
        Label label = new Label(parent, SWT.WRAP);
        label.setText(text.replace("&", "&&"));
        GridDataFactory.fillDefaults().hint(width, SWT.DEFAULT).applyTo(label);
        return label;
    }

    ScrolledComposite control() {
        return control;
    }
}
