package org.hopwarden.ui.rules.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

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
import org.hopwarden.interchange.ImportNote;
import org.hopwarden.interchange.ImportOptions;
import org.hopwarden.interchange.ImportResult;
import org.hopwarden.interchange.Interchange;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.ChainEnd;
import org.hopwarden.rulemodel.IosNumberedList;
import org.hopwarden.rulemodel.IpFamily;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.PolicyFiles;
import org.hopwarden.rulemodel.RulemodelFactory;
import org.hopwarden.ui.Background;
import org.hopwarden.ui.Problem;
import org.hopwarden.ui.Problems;
import org.hopwarden.ui.StateFolder;
import org.hopwarden.ui.rules.PolicyTabs;

/** Makes, opens, imports and exports policies. For the UI thread. */
public final class PolicyActions {

    private static final int FIRST_LIST = 101;
    private static final int MOST_REASONS = 8;

    private PolicyActions() {
    }

    /** See {@link PolicyTabs#open}. */
    public static void open(IWorkbenchPage page, Path file) {
        open(page, file, List.of());
    }

    private static void open(IWorkbenchPage page, Path file, List<ImportNote> notes) {
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

    private static void openTab(IWorkbenchPage page, Path file, List<ImportNote> notes) {
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
        Policy policy = RulemodelFactory.eINSTANCE.createPolicy();
        policy.setName(nameOf(file));
        Chain chain = RulemodelFactory.eINSTANCE.createChain();
        chain.setName(Integer.toString(FIRST_LIST));
        chain.setIpVersion(IpFamily.V4);
        chain.setEnd(ChainEnd.DENY);
        IosNumberedList list = RulemodelFactory.eINSTANCE.createIosNumberedList();
        list.setNumber(FIRST_LIST);
        chain.setDialect(list);
        policy.getChains().add(chain);
        Background.run("Make " + file.getFileName(), "The policy was not made.", display(page), monitor -> {
            PolicyFiles.save(policy, file);
            return file;
        }, made -> open(page, made));
    }

    private static String nameOf(Path file) {
        return file.getFileName().toString().replaceFirst("\\." + PolicyFiles.EXTENSION + "$", "");
    }

    /** See {@link PolicyTabs#importList}. */
    public static void importList(IWorkbenchPage page, String importer, Path list, Path file) {
        Background.run("Import " + list.getFileName(), "The list was not imported.", display(page), monitor -> {
            ImportResult result;
            try {
                result = Interchange.importer(importer).orElseThrow(() -> new IOException("there is no importer '" + importer
                        + "'")).read(Files.readAllBytes(list), ImportOptions.named(nameOf(file)));
            } catch (ImportException e) {
                throw new IOException(list.getFileName() + " is not understood:\n"
                        + lines(e.problems().stream().map(Object::toString).toList()), e);
            }
            PolicyFiles.save(result.policy(), file);
            return result.notes();
        }, notes -> open(page, file, notes));
    }

    /**
     * Writes a policy as a list.
     *
     * @param policy a copy that nobody changes
     * @param done gets what was lost
     */
    static void export(Display display, String exporter, Policy policy, Path file, Consumer<List<String>> done) {
        Background.run("Export " + file.getFileName(), "The policy was not exported.", display, monitor -> {
            try {
                ExportResult result = Interchange.exporter(exporter).orElseThrow(() -> new IOException("there is no exporter '"
                        + exporter + "'")).write(policy, ExportOptions.ALL);
                StateFolder.writeAtomically(file, result.text());
                return result.losses();
            } catch (ExportException e) {
                throw new IOException("It cannot be said as such a list:\n" + lines(e.reasons()), e);
            }
        }, done);
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
