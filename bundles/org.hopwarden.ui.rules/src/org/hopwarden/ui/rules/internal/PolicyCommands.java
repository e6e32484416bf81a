package org.hopwarden.ui.rules.internal;

import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.hopwarden.rulemodel.PolicyFiles;
import org.hopwarden.ui.FileChooser;
import org.hopwarden.ui.FileChooser.Kind;
import org.hopwarden.ui.Problem;
import org.hopwarden.ui.Problems;
import org.hopwarden.ui.SeenPacket;

/** The commands that need no open policy. */
public final class PolicyCommands {

    private static final Kind POLICIES = new Kind("Policies (*." + PolicyFiles.EXTENSION + ")", "*." + PolicyFiles.EXTENSION);

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

    /** Makes a policy from a template. */
    public static final class NewPolicy extends OnPage {
        @Override
        void execute(IWorkbenchPage page) {
            NewPolicyWizard.open(page);
        }
    }

    /** Opens policy files. */
    public static final class OpenPolicy extends OnPage {
        @Override
        void execute(IWorkbenchPage page) {
            FileChooser.openSeveral(shell(page), "Open Policy", POLICIES, Kind.ALL).forEach(file -> PolicyActions.open(page, file));
        }
    }

    /** Makes a policy from an access list. */
    public static final class ImportList extends OnPage {
        @Override
        void execute(IWorkbenchPage page) {
            FileChooser.open(shell(page), "Import List").ifPresent(list -> LanguageDialog.forImport(shell(page), list,
                    language -> chooseTarget(page, "Save the Imported Policy as", PolicyActions.stem(list))
                            .ifPresent(file -> PolicyActions.importList(page, language.id(), list, file))));
        }
    }

    /** Makes a rule for the packet on which the menu was opened. */
    public static final class MakeRule extends AbstractHandler {

        @Override
        public Object execute(ExecutionEvent event) {
            IWorkbenchPage page = HandlerUtil.getActiveWorkbenchWindow(event).getActivePage();
            if (page != null && HandlerUtil.getActiveMenuSelection(event) instanceof IStructuredSelection selection
                    && selection.getFirstElement() instanceof SeenPacket packet) {
                MakeRuleDialog.open(page, packet, null, null);
            }
            return null;
        }
    }

    /** Shows the Rules perspective. */
    public static final class ShowRules extends OnPage {
        @Override
        void execute(IWorkbenchPage page) {
            PolicyActions.showPerspective(page);
        }
    }

    /** Shows the Properties view, and lets it be typed in. */
    public static final class ShowProperties extends OnPage {
        @Override
        void execute(IWorkbenchPage page) {
            try {
                page.showView(PropertiesView.ID);
            } catch (PartInitException e) {
                Problems.report(Problem.of(e).during("The Properties view could not be shown."));
            }
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
        return FileChooser.save(shell(page), title, name + "." + PolicyFiles.EXTENSION, POLICIES, Kind.ALL);
    }

    private static Shell shell(IWorkbenchPage page) {
        return page.getWorkbenchWindow().getShell();
    }
}
