package org.hopwarden.ui.rules.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.WorkbenchException;
import org.hopwarden.interchange.ExportException;
import org.hopwarden.interchange.ExportOptions;
import org.hopwarden.interchange.ExportResult;
import org.hopwarden.interchange.ImportException;
import org.hopwarden.interchange.ImportOptions;
import org.hopwarden.interchange.ImportResult;
import org.hopwarden.interchange.Interchange;
import org.hopwarden.interchange.PolicyImporter;
import org.hopwarden.interchange.PolicyTemplate;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.PolicyFiles;
import org.hopwarden.ui.Background;
import org.hopwarden.ui.Problem;
import org.hopwarden.ui.Problems;
import org.hopwarden.ui.StateFolder;
import org.hopwarden.ui.rules.PolicyTabs;
import org.hopwarden.ui.rules.internal.LanguageDialog.Language;

/** Makes, opens, imports and exports policies. For the UI thread. */
public final class PolicyActions {

    private static final String EMPTY = "empty";
    private static final int MOST_REASONS = 8;

    private PolicyActions() {
    }

    /** See {@link PolicyTabs#open}. */
    public static void open(IWorkbenchPage page, Path file) {
        open(page, file, ImportNotes.NONE);
    }

    private static void open(IWorkbenchPage page, Path file, ImportNotes notes) {
        if (PolicyTabs.PERSPECTIVE.equals(page.getPerspective().getId())) {
            openTab(page, file, notes);
        } else {
            showPerspective(page);
            // On its own turn: both at once would be felt.
            Background.onDisplay(display(page), () -> {
                Shell shell = page.getWorkbenchWindow().getShell();
                if (shell != null && !shell.isDisposed()) {
                    openTab(page, file, notes);
                }
            });
        }
    }

    private static void openTab(IWorkbenchPage page, Path file, ImportNotes notes) {
        try {
            page.openEditor(new PolicyInput(file, notes), PolicyEditor.ID);
        } catch (PartInitException e) {
            Problems.report(Problem.of(e).during("The policy could not be opened."));
        }
    }

    static void showPerspective(IWorkbenchPage page) {
        try {
            PlatformUI.getWorkbench().showPerspective(PolicyTabs.PERSPECTIVE, page.getWorkbenchWindow());
        } catch (WorkbenchException e) {
            Problems.report(Problem.of(e).during("The Rules perspective could not be shown."));
        }
    }

    /** See {@link PolicyTabs#create}. */
    public static void create(IWorkbenchPage page, Path file) {
        create(page, file, Interchange.template(EMPTY).orElseThrow(() -> new IllegalStateException("the template '" + EMPTY
                + "' is missing")));
    }

    /** Makes a policy from a template, and opens it. */
    static void create(IWorkbenchPage page, Path file, PolicyTemplate template) {
        Background.run("Make " + file.getFileName(), "The policy was not made.", display(page), monitor -> {
            PolicyFiles.save(template.make(nameOf(file)), file);
            return file;
        }, made -> open(page, made));
    }

    private static String nameOf(Path file) {
        return file.getFileName().toString().replaceFirst("\\." + PolicyFiles.EXTENSION + "$", "");
    }

    /** See {@link PolicyTabs#importList}. */
    public static void importList(IWorkbenchPage page, String importer, Path list, Path file) {
        Background.run("Import " + list.getFileName(), "The list was not imported.", display(page), monitor -> {
            PolicyImporter reader = Interchange.importer(importer).orElseThrow(() -> new IOException("there is no importer '"
                    + importer + "'"));
            ImportResult result;
            try {
                result = reader.read(Files.readAllBytes(list), ImportOptions.named(nameOf(file)));
            } catch (ImportException e) {
                throw new IOException("The file " + list.getFileName() + " is not understood:\n"
                        + lines(e.problems().stream().map(Object::toString).toList()), e);
            }
            PolicyFiles.save(result.policy(), file);
            return new ImportNotes(result.notes(), reader.declaredLosses());
        }, notes -> open(page, file, notes));
    }

    /**
     * Writes a policy as a list, and tells what was not kept.
     *
     * @param policy a copy that nobody changes
     */
    static void export(Shell parent, Language language, Policy policy, Path file) {
        Background.run("Export " + file.getFileName(), "The policy was not exported.", parent.getDisplay(), monitor -> {
            try {
                ExportResult result = Interchange.exporter(language.id()).orElseThrow(() -> new IOException(
                        "there is no exporter '" + language.id() + "'")).write(policy, ExportOptions.ALL);
                StateFolder.writeAtomically(file, result.text());
                return result.losses();
            } catch (ExportException e) {
                throw new IOException("It cannot be said as such a list:\n" + lines(e.reasons()), e);
            }
        }, losses -> tellLosses(parent, language, file, losses));
    }

    private static void tellLosses(Shell parent, Language language, Path file, List<String> losses) {
        if (!parent.isDisposed()) {
            MessageDialog.openInformation(parent, "Hopwarden", "The list was written to " + file + "."
                    + paragraph("Of this policy was not kept as it stands:", losses)
                    + paragraph("Never kept in " + language.label() + ":", language.losses()));
        }
    }

    private static String paragraph(String heading, List<String> items) {
        return items.isEmpty() ? "" : "\n\n" + heading + "\n" + bullets(items);
    }

    /** A line each, behind a bullet, and not too many of them. */
    static String bullets(List<String> items) {
        return lines(items.stream().map(item -> "\u2022 " + item).toList());
    }

    /** A file's name without what follows its last dot. */
    static String stem(Path file) {
        return file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
    }

    static String lines(List<String> reasons) {
        StringBuilder text = new StringBuilder(String.join("\n", reasons.subList(0, Math.min(MOST_REASONS, reasons.size()))));
        if (reasons.size() > MOST_REASONS) {
            text.append("\n(and ").append(reasons.size() - MOST_REASONS).append(" more)");
        }
        return text.toString();
    }

    private static Display display(IWorkbenchPage page) {
        return page.getWorkbenchWindow().getShell().getDisplay();
    }
}
