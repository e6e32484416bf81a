package org.hopwarden.ui.rules.internal;

import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.jface.wizard.Wizard;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.program.Program;
import org.eclipse.ui.IEditorReference;
import org.eclipse.ui.IWorkbenchPage;
import org.hopwarden.probe.Trace;
import org.hopwarden.ui.Background;
import org.hopwarden.ui.Problem;
import org.hopwarden.ui.Problems;

/** Asks what the report of a policy is to hold, and writes it. What goes wrong is said in the page, which stays. */
final class ReportWizard extends Wizard {

    private final ReportPage page;

    private ReportWizard(ReportPage page) {
        this.page = page;
        setWindowTitle("Export Report");
        setNeedsProgressMonitor(true);
        addPage(page);
    }

    /** Opens it for a policy as it is now. Returns at once. */
    static void open(IWorkbenchPage workbench, PolicyDocument document) {
        List<Trace> traces = new ArrayList<>();
        for (IEditorReference reference : workbench.getEditorReferences()) {
            Optional.ofNullable(reference.getEditor(false)).map(editor -> editor.getAdapter(Trace.class)).ifPresent(traces::add);
        }
        Path file = document.file();
        ReportPage page = new ReportPage(file, document.snapshot().policy(),
                Enforcement.latest().filter(last -> last.subject().file().equals(file)), traces);
        WizardDialog dialog = new WizardDialog(workbench.getWorkbenchWindow().getShell(), new ReportWizard(page)) {
            @Override
            public int getShellStyle() {
                return SWT.CLOSE | SWT.TITLE | SWT.BORDER | SWT.RESIZE | SWT.PRIMARY_MODAL;
            }
        };
        dialog.setBlockOnOpen(false);
        dialog.create();
        // Shown on its own turn: making and painting it at once would be felt.
        Background.onDisplay(dialog.getShell().getDisplay(), () -> {
            if (dialog.getShell() != null && !dialog.getShell().isDisposed()) {
                dialog.open();
            }
        });
    }

    @Override
    public boolean performFinish() {
        ReportPlan plan = page.plan();
        Path file = page.file();
        try {
            getContainer().run(true, false, monitor -> {
                try {
                    plan.write(file);
                } catch (Exception e) {
                    throw new InvocationTargetException(e);
                }
            });
        } catch (InvocationTargetException e) {
            Problem problem = Problem.of(e.getCause());
            Problems.log(problem.during("The report was not written."));
            page.setErrorMessage(problem.what());
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        if (page.opensAfterwards()) {
            Program.launch(file.toString());
        }
        return true;
    }
}
