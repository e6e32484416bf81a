package org.hopwarden.ui.rules.internal;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.hopwarden.probe.Trace;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.ui.FileChooser;
import org.hopwarden.ui.FileChooser.Kind;
import org.hopwarden.ui.FileChooser.Purpose;
import org.hopwarden.ui.FileChooser.Question;
import org.hopwarden.ui.Themes;
import org.hopwarden.ui.WidgetNames;

/** The one page of the {@link ReportWizard}. */
final class ReportPage extends WizardPage {

    private final Path policyFile;
    private final Policy policy;
    private final Optional<Enforcement> enforcement;
    private final List<Trace> traces;
    private Button noCounts;
    private Button liveCounts;
    private Button fileCounts;
    private Text countsFile;
    private Table traceTable;
    private Text target;
    private Button replace;
    private Button open;

    /**
     * @param policy a copy that nobody changes
     * @param enforcement of this policy, whose counters may be reported
     * @param traces of open tabs
     */
    ReportPage(Path policyFile, Policy policy, Optional<Enforcement> enforcement, List<Trace> traces) {
        super("report", "Report of " + policyFile.getFileName(), null);
        this.policyFile = policyFile;
        this.policy = policy;
        this.enforcement = enforcement;
        this.traces = traces;
        setDescription("An HTML page for those who were not there: the rules as written and in words, and what you add here.");
    }

    @Override
    public void createControl(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(3).margins(12, 10).spacing(8, 6).applyTo(area);
        heading(area, "Counters of an enforcement");
        noCounts = radio(area, "None", 3);
        liveCounts = radio(area, enforcement.map(running -> "Those of its last enforcement, at " + running.place())
                .orElse("Those of its last enforcement (this window has not enforced it)"), 3);
        liveCounts.setEnabled(enforcement.isPresent());
        fileCounts = radio(area, "From a file of 'enforce --stats json':", 1);
        countsFile = text(area, "Counts file");
        browse(area, "Browse for counts", Purpose.OPEN, "Counters of an Enforcement", "*.json", chosen -> {
            countsFile.setText(chosen);
            choose(fileCounts);
        });
        choose(enforcement.isPresent() ? liveCounts : noCounts);
        heading(area, "Traces");
        traceTable = WidgetNames.name(new Table(area, SWT.CHECK | SWT.BORDER | SWT.V_SCROLL | SWT.SINGLE), "Report traces");
        GridDataFactory.fillDefaults().grab(true, true).span(2, 1).hint(SWT.DEFAULT, 90).applyTo(traceTable);
        traces.forEach(trace -> row(trace, trace.request().target() + "  \u2014  " + trace.request().method()
                + (trace.reached() ? ", reached" : ", not reached")));
        browse(area, "Add a trace file", Purpose.OPEN, "Trace to Report", "*.json", this::addTraceFile);
        heading(area, "Write to");
        target = text(area, "Report file");
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).align(SWT.FILL, SWT.CENTER).applyTo(target);
        browse(area, "Browse for the report", Purpose.NAME, "Export Report", "*.html", chosen -> target.setText(chosen));
        replace = check(area, "Replace report", "Replace the file that is there");
        open = check(area, "Open report", "Open it when it is written");
        open.setSelection(true);
        target.setText(policyFile.resolveSibling(PolicyActions.stem(policyFile) + ".html").toString());
        target.addListener(SWT.Modify, event -> {
            replace.setSelection(false);
            validate();
        });
        countsFile.addListener(SWT.Modify, event -> choose(fileCounts));
        setControl(area);
        validate();
        target.setFocus();
    }

    private static void heading(Composite area, String text) {
        Label label = new Label(area, SWT.NONE);
        label.setText(text);
        Themes.style(label, "hopwarden-heading");
        GridDataFactory.fillDefaults().span(3, 1).indent(0, 6).applyTo(label);
    }

    private Button radio(Composite area, String text, int columns) {
        Button button = WidgetNames.name(new Button(area, SWT.RADIO), text);
        button.setText(text);
        GridDataFactory.fillDefaults().span(columns, 1).align(SWT.FILL, SWT.CENTER).applyTo(button);
        button.addListener(SWT.Selection, event -> validate());
        return button;
    }

    private Button check(Composite area, String name, String text) {
        Button button = WidgetNames.name(new Button(area, SWT.CHECK), name);
        button.setText(text);
        GridDataFactory.fillDefaults().span(3, 1).applyTo(button);
        button.addListener(SWT.Selection, event -> validate());
        return button;
    }

    private static Text text(Composite area, String name) {
        Text text = WidgetNames.name(new Text(area, SWT.BORDER | SWT.SINGLE), name);
        GridDataFactory.fillDefaults().grab(true, false).hint(340, SWT.DEFAULT).align(SWT.FILL, SWT.CENTER).applyTo(text);
        return text;
    }

    private void browse(Composite area, String name, Purpose purpose, String title, String pattern,
            Consumer<String> chosen) {
        Button button = WidgetNames.name(new Button(area, SWT.PUSH), name);
        button.setText(name.startsWith("Add") ? "Add File..." : "Browse...");
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.TOP).applyTo(button);
        button.addListener(SWT.Selection, event -> {
            FileChooser.choose(getShell(), new Question(purpose, title, "", List.of(new Kind("", pattern), Kind.ALL)))
                    .forEach(file -> chosen.accept(file.toString()));
        });
    }

    private void choose(Button counts) {
        for (Button each : new Button[] { noCounts, liveCounts, fileCounts }) {
            each.setSelection(each == counts);
        }
        validate();
    }

    private void row(Object data, String text) {
        TableItem item = new TableItem(traceTable, SWT.NONE);
        item.setText(text);
        item.setData(data);
    }

    private void addTraceFile(String file) {
        row(Path.of(file), file);
        traceTable.getItem(traceTable.getItemCount() - 1).setChecked(true);
    }

    private void validate() {
        if (target == null || open == null) {
            return;
        }
        String problem = null;
        boolean there = false;
        try {
            Path file = file();
            there = Files.exists(file);
            if (target.getText().isBlank()) {
                problem = "Name the file to write.";
            } else if (Files.isDirectory(file)) {
                problem = file + " is a folder: name a file in it.";
            } else if (!Files.isDirectory(file.toAbsolutePath().getParent())) {
                problem = "There is no folder " + file.toAbsolutePath().getParent() + ".";
            } else if (there && !replace.getSelection()) {
                problem = file.getFileName() + " is there already: name another file, or tick that it is replaced.";
            } else if (fileCounts.getSelection() && countsFile.getText().isBlank()) {
                problem = "Name the file with the counters.";
            }
        } catch (InvalidPathException e) {
            problem = "'" + e.getInput() + "' is no file name: " + e.getReason() + ".";
        }
        replace.setEnabled(there);
        setErrorMessage(problem);
        setPageComplete(problem == null);
    }

    /** Where the report goes. */
    Path file() {
        return Path.of(target.getText().strip());
    }

    boolean opensAfterwards() {
        return open.getSelection();
    }

    ReportPlan plan() {
        List<Trace> chosen = new ArrayList<>();
        List<Path> files = new ArrayList<>();
        for (TableItem item : traceTable.getItems()) {
            if (item.getChecked()) {
                switch (item.getData()) {
                    case Trace trace -> chosen.add(trace);
                    case Path file -> files.add(file);
                    default -> throw new IllegalStateException("a row of " + item.getData());
                }
            }
        }
        return new ReportPlan(policy, liveCounts.getSelection() ? enforcement : Optional.empty(),
                fileCounts.getSelection() ? Optional.of(Path.of(countsFile.getText().strip())) : Optional.empty(), chosen, files);
    }
}
