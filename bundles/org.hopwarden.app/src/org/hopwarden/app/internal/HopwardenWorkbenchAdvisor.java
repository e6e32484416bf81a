package org.hopwarden.app.internal;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.ui.application.IWorkbenchConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchAdvisor;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;
import org.eclipse.ui.statushandlers.AbstractStatusHandler;
import org.eclipse.ui.statushandlers.StatusAdapter;
import org.hopwarden.ui.Problem;
import org.hopwarden.ui.Problems;
import org.hopwarden.ui.probe.TraceTabs;

/** Says which perspective opens first, sends all errors through one funnel, and ends what runs before the window closes. */
public final class HopwardenWorkbenchAdvisor extends WorkbenchAdvisor {

    private static final String TRACE_PERSPECTIVE = "org.hopwarden.ui.probe.tracePerspective";

    private final AbstractStatusHandler errors = new AbstractStatusHandler() {
        @Override
        public void handle(StatusAdapter adapter, int style) {
            IStatus status = adapter.getStatus();
            Problem problem = status.getException() == null ? new Problem(status.getMessage(), "", null)
                    : Problem.of(status.getException()).during(status.getMessage());
            if (status.getSeverity() == IStatus.ERROR) {
                Problems.report(problem);
            } else {
                Problems.log(problem);
            }
        }
    };

    @Override
    public void initialize(IWorkbenchConfigurer configurer) {
        configurer.setSaveAndRestore(true);
    }

    @Override
    public String getInitialWindowPerspectiveId() {
        return TRACE_PERSPECTIVE;
    }

    @Override
    public WorkbenchWindowAdvisor createWorkbenchWindowAdvisor(IWorkbenchWindowConfigurer configurer) {
        return new HopwardenWindowAdvisor(configurer);
    }

    @Override
    public AbstractStatusHandler getWorkbenchErrorHandler() {
        return errors;
    }

    @Override
    public void eventLoopException(Throwable exception) {
        Problems.report(Problem.of(exception));
    }

    @Override
    public boolean preShutdown() {
        TraceTabs.shutDown();
        return true;
    }
}
