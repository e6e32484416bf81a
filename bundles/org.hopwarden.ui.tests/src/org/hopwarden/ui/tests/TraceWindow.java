package org.hopwarden.ui.tests;

import java.util.List;
import java.util.stream.IntStream;

import org.eclipse.core.commands.common.CommandException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Slider;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.ui.IEditorReference;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.IHandlerService;
import org.hopwarden.ui.visualization.HopGraphCanvas;
import org.hopwarden.ui.visualization.ChartCanvas;

/** A window as the tests see it: the tab in front, and the commands. */
record TraceWindow(IWorkbenchWindow window) {

    Shell shell() {
        return window.getShell();
    }

    IWorkbenchPage page() {
        return window.getActivePage();
    }

    void command(String id) {
        execute(id);
        Wait.settle();
    }

    /** Chooses a language in the dialog that asks for one, and goes on. */
    void chooseLanguage(String title, String label) {
        Shell dialog = dialog(title);
        Table languages = Widgets.get(dialog, Table.class, "Languages");
        Widgets.select(languages, Widgets.column(languages, 0).indexOf(label));
        Widgets.click(Widgets.button(dialog, "Continue"));
    }

    private void execute(String id) {
        try {
            window.getService(IHandlerService.class).executeCommand(id, null);
        } catch (CommandException e) {
            throw new AssertionError("the command " + id + " cannot run", e);
        }
    }

    /** Waits for a dialog of the window that does not block it. */
    Shell dialog(String title) {
        Shell[] found = new Shell[1];
        Wait.until("the dialog '" + title + "'", () -> {
            for (Shell shell : shell().getShells()) {
                found[0] = shell.getText().equals(title) ? shell : found[0];
            }
            return found[0] != null && found[0].isVisible();
        });
        Wait.settle();
        return found[0];
    }

    Combo target() {
        return Widgets.get(shell(), Combo.class, "Target");
    }

    Combo network() {
        return Widgets.get(shell(), Combo.class, "Network");
    }

    Combo method() {
        return Widgets.get(shell(), Combo.class, "Method");
    }

    Text field(String name) {
        return Widgets.get(shell(), Text.class, name);
    }

    Button button(String name) {
        return Widgets.get(shell(), Button.class, name);
    }

    String message() {
        return Widgets.get(shell(), Label.class, "Message").getText();
    }

    String headline() {
        return Widgets.find(shell(), Label.class, "Headline").map(Label::getText).orElse("");
    }

    Table hops() {
        return Widgets.get(shell(), Table.class, "Hops");
    }

    HopGraphCanvas graph() {
        return Widgets.all(shell(), HopGraphCanvas.class, canvas -> true).getFirst();
    }

    ChartCanvas chart() {
        return Widgets.all(shell(), ChartCanvas.class, chart -> true).getFirst();
    }

    /** Turns to another chart by its name. */
    void turnTo(String chart) {
        Link links = Widgets.get(shell(), Link.class, "Charts");
        Event event = new Event();
        event.text = chart;
        links.notifyListeners(SWT.Selection, event);
        Wait.settle();
    }

    void moreOptions() {
        Widgets.get(shell(), Link.class, "More options").notifyListeners(SWT.Selection, new Event());
        Wait.settle();
    }

    /** Fills the fields of a new tab and watches. */
    void watch(String network, String target, String method, String intervalSeconds) {
        command("org.hopwarden.ui.probe.new");
        fill(network, target, method);
        Widgets.get(shell(), Link.class, "More options").notifyListeners(SWT.Selection, new Event());
        field("Interval s").setText(intervalSeconds);
        Widgets.click(button("Watch"));
    }

    /** Fills the fields of a new tab and starts. */
    void trace(String network, String target, String method) {
        command("org.hopwarden.ui.probe.new");
        fill(network, target, method);
        Widgets.click(button("Start"));
    }

    void fill(String network, String target, String method) {
        Widgets.choose(network(), network);
        Widgets.choose(method(), method);
        target().setText(target);
        Wait.settle();
    }

    /** Waits until the trace in front has ended and all of its pictures are there. */
    void awaitEnd(String headline) {
        Wait.until("a headline that begins with '" + headline + "', not '" + headline() + "'",
                () -> headline().startsWith(headline));
        Wait.until("the graph of the whole trace", () -> graph().graph().nodes().stream().anyMatch(
                node -> node.lastTtl() >= hops().getItemCount()));
        Wait.until("the chart of the whole trace", () -> chart().isUpToDate());
        Wait.settle();
    }

    /** The rows of the hop table, each as its cells. */
    List<List<String>> rows() {
        Table table = hops();
        return IntStream.range(0, table.getItemCount()).mapToObj(row -> IntStream
                .range(0, table.getColumnCount()).mapToObj(column -> table.getItem(row).getText(column)).toList()).toList();
    }

    /** The table of a capture; it holds the rows in sight. */
    Table frames() {
        return Widgets.get(shell(), Table.class, "Frames");
    }

    /** A text in the table of a capture; empty where there is no such row in sight, as while it is being filled. */
    String frameCell(int row, int column) {
        Table table = frames();
        return row >= 0 && row < table.getItemCount() ? table.getItem(row).getText(column) : "";
    }

    /** How many frames a capture shows. */
    int frameCount() {
        return Widgets.find(shell(), Slider.class, "Frames position").filter(slider -> frames().getItemCount() > 0)
                .map(Slider::getMaximum).orElse(0);
    }

    void filter(String expression) {
        Text filter = Widgets.get(shell(), Text.class, "Filter");
        filter.setText(expression);
        filter.notifyListeners(SWT.DefaultSelection, new Event());
    }

    /** Closes the tabs of policies and captures, and throws away what was not saved. */
    void closeAllButTraces() {
        for (IEditorReference reference : page().getEditorReferences()) {
            if (!reference.getId().equals("org.hopwarden.ui.probe.trace")) {
                page().closeEditor(reference.getEditor(true), false);
            }
        }
        Wait.settle();
    }

    /** The tool above the frames of a capture. */
    void stopCapture() {
        for (ToolBar tools : Widgets.all(shell(), ToolBar.class, bar -> true)) {
            for (ToolItem item : tools.getItems()) {
                if ("Stop".equals(item.getText()) && item.isEnabled()) {
                    item.notifyListeners(SWT.Selection, new Event());
                    return;
                }
            }
        }
        throw new AssertionError("no tool 'Stop'");
    }
}
