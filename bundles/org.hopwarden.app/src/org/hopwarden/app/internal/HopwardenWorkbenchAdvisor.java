package org.hopwarden.app.internal;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Platform;
import org.eclipse.ui.application.IWorkbenchConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchAdvisor;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;
import org.eclipse.ui.statushandlers.AbstractStatusHandler;
import org.eclipse.ui.statushandlers.StatusAdapter;
import org.eclipse.ui.statushandlers.StatusManager;
import org.hopwarden.ui.Problem;
import org.hopwarden.ui.Problems;
import org.hopwarden.ui.probe.TraceTabs;

/** Says which perspective opens first, sends all errors through one funnel, and ends what runs before the window closes. */
public final class HopwardenWorkbenchAdvisor extends WorkbenchAdvisor {

    private static final String TRACE_PERSPECTIVE = "org.hopwarden.ui.probe.tracePerspective";

    /** What the platform and jobs report, as they ask for it: to be logged, shown, or both. */
    private final AbstractStatusHandler errors = new AbstractStatusHandler() {
        @Override
        public void handle(StatusAdapter adapter, int style) {
            IStatus status = adapter.getStatus();
            if ((style & (StatusManager.LOG | StatusManager.SHOW | StatusManager.BLOCK)) != 0) {
                StatusManager.getManager().addLoggedStatus(status);
                Platform.getLog(HopwardenWorkbenchAdvisor.class).log(status);
            }
            if ((style & (StatusManager.SHOW | StatusManager.BLOCK)) != 0) {
                Problems.show(status.getException() == null ? new Problem(status.getMessage(), "", null)
                        : Problem.of(status.getException()).during(status.getMessage()));
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
