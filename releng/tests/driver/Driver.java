import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.data.IRowDataProvider;
import org.eclipse.nebula.widgets.nattable.layer.CompositeLayer;
import org.eclipse.nebula.widgets.nattable.layer.DataLayer;
import org.eclipse.nebula.widgets.nattable.layer.ILayer;
import org.eclipse.nebula.widgets.nattable.selection.SelectionLayer;
import org.eclipse.nebula.widgets.nattable.selection.command.SelectRowsCommand;
import org.eclipse.nebula.widgets.nattable.viewport.ViewportLayer;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RuleText;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IEditorReference;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;
import org.hopwarden.capture.CaptureOptions;
import org.hopwarden.ui.capture.CaptureTabs;
import org.hopwarden.ui.rules.PolicyTabs;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/**
 * A plug-in that works the window of the real product as a user would, as the test in another process asks it to. A question is a
 * file of lines in the folder that the environment names, done in one turn of the window's thread; the answer is a file beside it.
 */
public final class Driver implements BundleActivator {

    private static final String WIDGET = "org.hopwarden.widget";

    @Override
    public void start(BundleContext context) {
        Path folder = Path.of(System.getenv("HOPWARDEN_TEST_DRIVER"));
        Thread.ofPlatform().daemon().name("test driver").start(() -> serve(folder));
    }

    @Override
    public void stop(BundleContext context) {
    }

    private static void serve(Path folder) {
        try {
            while (!PlatformUI.isWorkbenchRunning() || PlatformUI.getWorkbench().getWorkbenchWindowCount() == 0) {
                Thread.sleep(50);
            }
            Display display = PlatformUI.getWorkbench().getDisplay();
            for (int number = 1;; number++) {
                Path question = folder.resolve("question-" + number);
                while (!Files.exists(question)) {
                    Thread.sleep(20);
                }
                List<String> lines = Files.readAllLines(question);
                String[] answer = { "" };
                display.syncExec(() -> answer[0] = answer(display, lines));
                Path next = Files.writeString(folder.resolve("next"), answer[0]);
                Files.move(next, folder.resolve("answer-" + number), StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (Exception e) {
            // The window is gone: the test looks at its process.
            return;
        }
    }

    private static String answer(Display display, List<String> lines) {
        String answer = "";
        for (String line : lines) {
            String[] words = line.split("\t");
            try {
                answer = answer(display, words);
            } catch (Exception | AssertionError e) {
                return "FAILED " + line + ": " + e;
            }
        }
        return answer;
    }

    private static String answer(Display display, String[] words) throws Exception {
        IWorkbenchWindow window = PlatformUI.getWorkbench().getWorkbenchWindows()[0];
        IWorkbenchPage page = window.getActivePage();
        Shell shell = window.getShell();
        switch (words[0]) {
            // A dialog that this opens has a loop of its own.
            case "close" -> display.asyncExec(shell::close);
            case "command" -> display.asyncExec(() -> command(window, words[1]));
            case "open-policy" -> PolicyTabs.open(page, Path.of(words[1]));
            case "open-capture" -> CaptureTabs.open(page, Path.of(words[1]));
            case "capture" -> CaptureTabs.start(page, CaptureOptions.of(words[1]));
            case "click" -> click((Button) named(shell, words[1]));
            case "press" -> {
                Button button = all(display, Button.class, each -> each.getText().replace("&", "").equals(words[1])).getFirst();
                display.asyncExec(() -> click(button));
            }
            case "set" -> set(named(shell, words[1]), words[2]);
            case "edit" -> edit((NatTable) named(shell, "Rules"), Integer.parseInt(words[1]));
            case "enter" -> {
                Text text = (Text) named(shell, words[1]);
                text.setText(words[2]);
                text.notifyListeners(SWT.DefaultSelection, new Event());
            }
            case "enabled" -> {
                return Boolean.toString(named(shell, words[1]).isEnabled());
            }
            case "dirty" -> {
                return Boolean.toString(page.getDirtyEditors().length > 0);
            }
            case "tabs" -> {
                return Arrays.stream(page.getEditorReferences()).map(IEditorReference::getTitle).toList().toString();
            }
            case "front" -> page.activate(Arrays.stream(page.getEditorReferences())
                    .filter(each -> each.getTitle().endsWith(words[1])).findFirst().orElseThrow().getEditor(true));
            case "texts" -> {
                return texts(display);
            }
            default -> throw new IllegalArgumentException("no such question");
        }
        return "";
    }

    private static void command(IWorkbenchWindow window, String id) {
        try {
            window.getService(IHandlerService.class).executeCommand(id, null);
        } catch (Exception e) {
            throw new IllegalStateException(id, e);
        }
    }

    private static void click(Button button) {
        if (!button.isEnabled()) {
            throw new IllegalStateException("the button '" + button.getText() + "' is disabled");
        }
        if ((button.getStyle() & (SWT.CHECK | SWT.RADIO)) != 0) {
            button.setSelection(!button.getSelection());
        }
        button.notifyListeners(SWT.Selection, new Event());
    }

    private static void set(Control control, String text) {
        switch (control) {
            case Combo combo when (combo.getStyle() & SWT.READ_ONLY) != 0 -> {
                combo.select(Arrays.asList(combo.getItems()).indexOf(text));
                combo.notifyListeners(SWT.Selection, new Event());
            }
            case Combo combo -> combo.setText(text);
            default -> ((Text) control).setText(text);
        }
    }

    private static void edit(NatTable rules, int row) {
        SelectionLayer rows = rows(rules);
        rows.clear(false);
        rows.doCommand(new SelectRowsCommand(rows, 0, row, false, true));
        Event key = new Event();
        key.keyCode = SWT.CR;
        rules.notifyListeners(SWT.KeyDown, key);
    }

    private static SelectionLayer rows(NatTable rules) {
        CompositeLayer layers = (CompositeLayer) rules.getLayer();
        return (SelectionLayer) ((ViewportLayer) layers.getChildLayerByLayoutCoordinate(0, 1)).getScrollableLayer();
    }

    private static String rule(SelectionLayer rows, int row) {
        ILayer layer = rows;
        while (!(layer instanceof DataLayer)) {
            layer = layer.getUnderlyingLayerByPosition(0, 0);
        }
        return RuleText.of((Rule) ((IRowDataProvider<?>) ((DataLayer) layer).getDataProvider()).getRowObject(row));
    }

    /** All that can be read: titles of windows, labels, fields, cells. */
    private static String texts(Display display) {
        List<String> found = new ArrayList<>();
        for (Shell shell : display.getShells()) {
            found.add("[" + shell.getText() + "]");
        }
        all(display, Label.class, each -> true).forEach(each -> found.add(each.getText()));
        all(display, Text.class, each -> true).forEach(each -> found.add(each.getText()));
        all(display, Button.class, each -> true).forEach(each -> found.add("<" + each.getText().replace("&", "") + ">"));
        for (Table table : all(display, Table.class, each -> true)) {
            for (TableItem item : table.getItems()) {
                for (int column = 0; column < Math.max(1, table.getColumnCount()); column++) {
                    found.add(item.getText(column));
                }
            }
        }
        for (NatTable table : all(display, NatTable.class, each -> true)) {
            SelectionLayer rows = rows(table);
            for (int row = 0; row < rows.getRowCount(); row++) {
                found.add(rule(rows, row));
            }
        }
        return String.join("\n", found);
    }

    private static Control named(Shell shell, String name) {
        List<Control> found = new ArrayList<>();
        collect(shell, Control.class, each -> name.equals(each.getData(WIDGET)), found);
        for (Shell dialog : shell.getShells()) {
            collect(dialog, Control.class, each -> name.equals(each.getData(WIDGET)), found);
        }
        if (found.isEmpty()) {
            throw new IllegalStateException("nothing is named '" + name + "'");
        }
        return found.getFirst();
    }

    private static <T extends Control> List<T> all(Display display, Class<T> type, Predicate<T> wanted) {
        List<T> found = new ArrayList<>();
        for (Shell shell : display.getShells()) {
            if (shell.isVisible()) {
                collect(shell, type, wanted, found);
            }
        }
        return found;
    }

    private static <T extends Control> void collect(Composite parent, Class<T> type, Predicate<T> wanted, List<T> found) {
        for (Control child : parent.getChildren()) {
            if (type.isInstance(child) && child.isVisible() && wanted.test(type.cast(child))) {
                found.add(type.cast(child));
            }
            if (child instanceof Composite composite) {
                collect(composite, type, wanted, found);
            }
        }
    }
}
