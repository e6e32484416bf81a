package org.hopwarden.app.internal;

import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;
import org.hopwarden.ui.probe.TraceTabs;
import org.osgi.framework.FrameworkUtil;

/** How the window looks, and what opens in it. */
final class HopwardenWindowAdvisor extends WorkbenchWindowAdvisor {

    private static final int WIDTH = 1280;
    private static final int HEIGHT = 800;
    private static final int FRAME = 60;

    HopwardenWindowAdvisor(IWorkbenchWindowConfigurer configurer) {
        super(configurer);
    }

    @Override
    public void preWindowOpen() {
        IWorkbenchWindowConfigurer configurer = getWindowConfigurer();
        configurer.setInitialSize(new Point(WIDTH, HEIGHT));
        configurer.setTitle("Hopwarden");
        configurer.setShowMenuBar(true);
        configurer.setShowCoolBar(true);
        configurer.setShowStatusLine(true);
        configurer.setShowProgressIndicator(true);
        configurer.setShowPerspectiveBar(false);
    }

    /** On a small screen the frame of the window would push its status line out of sight. */
    @Override
    public void postWindowCreate() {
        Shell shell = getWindowConfigurer().getWindow().getShell();
        Rectangle screen = shell.getMonitor().getClientArea();
        if (screen.width <= WIDTH || screen.height < HEIGHT + FRAME) {
            shell.setMaximized(true);
        }
    }

    @Override
    public void postWindowOpen() {
        TraceTabs.restore(getWindowConfigurer().getWindow().getActivePage());
        ClassesAhead.start(FrameworkUtil.getBundle(HopwardenWindowAdvisor.class).getBundleContext());
    }
}
