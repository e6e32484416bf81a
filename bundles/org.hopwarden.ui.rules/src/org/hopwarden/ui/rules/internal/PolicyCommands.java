package org.hopwarden.ui.rules.internal;

import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.hopwarden.rulemodel.PolicyFiles;
import org.hopwarden.ui.Problem;
import org.hopwarden.ui.Problems;

/** The commands that need no open policy. */
public final class PolicyCommands {

    private static final String IMPORTER = "ios";

    private PolicyCommands() {
    }

    private abstract static class OnPage extends AbstractHandler {

        @Override
        public final Object execute(ExecutionEvent event) {
            IWorkbenchPage page = HandlerUtil.getActiveWorkbenchWindow(event).getActivePage();
            if (page != null) {
                execute(page);
            }
            return null;
        }

        abstract void execute(IWorkbenchPage page);
    }

    /** Makes a policy. */
    public static final class NewPolicy extends OnPage {
        @Override
        void execute(IWorkbenchPage page) {
            chooseTarget(page, "New Policy", "policy").ifPresent(file -> PolicyActions.create(page, file));
        }
    }

    /** Opens policy files. */
    public static final class OpenPolicy extends OnPage {
        @Override
        void execute(IWorkbenchPage page) {
            FileDialog dialog = new FileDialog(page.getWorkbenchWindow().getShell(), SWT.OPEN | SWT.MULTI);
            dialog.setText("Open Policy");
            policies(dialog);
            if (dialog.open() != null) {
                for (String name : dialog.getFileNames()) {
                    PolicyActions.open(page, Path.of(dialog.getFilterPath(), name));
                }
            }
        }
    }

    /** Makes a policy from an access list. */
    public static final class ImportList extends OnPage {
        @Override
        void execute(IWorkbenchPage page) {
            FileDialog dialog = new FileDialog(page.getWorkbenchWindow().getShell(), SWT.OPEN);
            dialog.setText("Import a Cisco IOS Access List");
            String chosen = dialog.open();
            if (chosen == null) {
                return;
            }
            Path list = Path.of(chosen);
            String name = list.getFileName().toString().replaceFirst("\\.[^.]*$", "");
            chooseTarget(page, "Save the Imported Policy as", name)
                    .ifPresent(file -> PolicyActions.importList(page, IMPORTER, list, file));
        }
    }

    /** Shows the Rules perspective. */
    public static final class ShowRules extends OnPage {
        @Override
        void execute(IWorkbenchPage page) {
            PolicyActions.showPerspective(page);
        }
    }

    /** Shows the Enforcement view. */
    public static final class ShowEnforcement extends OnPage {
        @Override
        void execute(IWorkbenchPage page) {
            PolicyActions.showPerspective(page);
            try {
                page.showView(EnforcementView.ID);
            } catch (PartInitException e) {
                Problems.report(Problem.of(e).during("The Enforcement view could not be shown."));
            }
        }
    }

    private static Optional<Path> chooseTarget(IWorkbenchPage page, String title, String name) {
        FileDialog dialog = new FileDialog(page.getWorkbenchWindow().getShell(), SWT.SAVE);
        dialog.setText(title);
        dialog.setOverwrite(true);
        policies(dialog);
        dialog.setFileName(name + "." + PolicyFiles.EXTENSION);
        return Optional.ofNullable(dialog.open()).map(Path::of);
    }

    private static void policies(FileDialog dialog) {
        dialog.setFilterNames(new String[] { "Policies (*." + PolicyFiles.EXTENSION + ")", "All files" });
        dialog.setFilterExtensions(new String[] { "*." + PolicyFiles.EXTENSION, "*" });
    }
}
