package org.hopwarden.ui.rules.internal;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;
import org.hopwarden.rulemodel.PolicyProblem;
import org.hopwarden.ui.TableColumns;
import org.hopwarden.ui.Themes;
import org.hopwarden.ui.WidgetNames;
import org.hopwarden.visualization.ColorRole;

/** What stands below the rules, one at a time. */
final class LowerTabs {

    private final CTabFolder folder;
    private CTabItem problemsTab;
    private List<PolicyProblem> found = List.of();
    /** Null until the user has turned to it. */
    private TableViewer problems;

    LowerTabs(Composite parent) {
        folder = WidgetNames.name(new CTabFolder(parent, SWT.TOP | SWT.FLAT), "Lower tabs");
        folder.setTabHeight(26);
    }

    /** Adds a tab for content; the first one is shown. */
    Composite add(String title) {
        return (Composite) item(title).getControl();
    }

    /** Adds a tab, not the first, whose content is made when it is shown for the first time. */
    void add(String title, Consumer<Composite> content) {
        whenShown(item(title), content);
    }

    private static void whenShown(CTabItem item, Consumer<Composite> content) {
        Composite area = (Composite) item.getControl();
        area.addListener(SWT.Show, new Listener() {
            @Override
            public void handleEvent(Event event) {
                area.removeListener(SWT.Show, this);
                content.accept(area);
                area.layout();
            }
        });
    }

    private CTabItem item(String title) {
        CTabItem item = new CTabItem(folder, SWT.NONE);
        item.setText(title);
        item.setData(title);
        Composite content = new Composite(folder, SWT.NONE);
        content.setLayout(new FillLayout());
        item.setControl(content);
        if (folder.getSelectionIndex() < 0) {
            folder.setSelection(0);
        }
        return item;
    }

    /** Brings a tab that {@link #add} made to the front. */
    void show(String title) {
        folder.setSelection(byTitle(title));
    }

    /** Whether a tab is in front. */
    boolean isShown(String title) {
        return folder.getSelection() != null && title.equals(folder.getSelection().getData());
    }

    /** Gives a tab that was added by this title another text, and a picture; null for none. */
    void rename(String title, String text, org.eclipse.swt.graphics.Image image) {
        CTabItem item = byTitle(title);
        item.setText(text);
        item.setImage(image);
    }

    private CTabItem byTitle(String title) {
        return Arrays.stream(folder.getItems()).filter(item -> title.equals(item.getData())).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no tab " + title));
    }

    void addProblems() {
        problemsTab = item("Problems");
        whenShown(problemsTab, this::makeProblems);
    }

    private void makeProblems(Composite area) {
        problems = table(area, "Problems");
        Function<PolicyProblem, ColorRole> plain = problem -> null;
        new TableColumns<PolicyProblem>(problems)
                .text("Place", "Where it is", "chain 101, rule 1000", 1, PolicyProblem::place, plain)
                .text("Problem", "What has no meaning, and what to do", "", 4, PolicyProblem::message,
                        problem -> ColorRole.REFUSED);
        problems.setInput(found);
    }

    void addNotes(ImportNotes notes) {
        CTabItem tab = item("Import notes (" + notes.lines().size() + ")");
        TableViewer viewer = table((Composite) tab.getControl(), "Import notes");
        Function<ImportNotes.Line, ColorRole> color = line -> line.warning() ? ColorRole.LOSS : null;
        new TableColumns<ImportNotes.Line>(viewer)
                .number("Line", "In the list that was imported", "10000", ImportNotes.Line::place, color)
                .text("Kind", "A warning is about something that probably does not do what its author meant; always: it is so"
                        + " whatever the list", "Warning", 0, ImportNotes.Line::kind, color)
                .text("What was not kept as it stood, or should be known", "", "", 4, ImportNotes.Line::text, color);
        viewer.setInput(notes.lines());
        folder.setSelection(tab);
    }

    private static TableViewer table(Composite parent, String name) {
        TableViewer viewer = new TableViewer(parent, SWT.FULL_SELECTION | SWT.V_SCROLL | SWT.H_SCROLL | SWT.VIRTUAL);
        WidgetNames.name(viewer.getTable(), name);
        viewer.getTable().setHeaderVisible(true);
        viewer.setContentProvider(ArrayContentProvider.getInstance());
        ColumnViewerToolTipSupport.enableFor(viewer);
        Themes.onSwitch(viewer.getTable(), viewer::refresh);
        return viewer;
    }

    void showProblems(List<PolicyProblem> now) {
        found = now;
        if (problems != null) {
            problems.setInput(found);
        }
        problemsTab.setText(found.isEmpty() ? "Problems" : "Problems (" + found.size() + ")");
    }
}
