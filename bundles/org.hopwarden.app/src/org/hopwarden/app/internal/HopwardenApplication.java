package org.hopwarden.app.internal;

import java.io.IOException;

import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PlatformUI;
import org.hopwarden.net.PluginJars;
import org.hopwarden.ui.probe.TraceTabs;
import org.osgi.framework.FrameworkUtil;

/** The workbench as an application; runs on the main thread until the last window closes. */
public final class HopwardenApplication implements IApplication {

    private static final Integer EXIT_FAILED = 5;

    @Override
    public Object start(IApplicationContext context) {
        Display display = PlatformUI.createDisplay();
        try {
            if (!takeStateFolder()) {
                return EXIT_FAILED;
            }
            PluginBundles.start(FrameworkUtil.getBundle(HopwardenApplication.class).getBundleContext(), PluginJars.find());
            // After the plug-ins: it looks up the probe methods once for all.
            TraceTabs.prepare();
            int code = PlatformUI.createAndRunWorkbench(display, new HopwardenWorkbenchAdvisor());
            return code == PlatformUI.RETURN_RESTART ? EXIT_RESTART : EXIT_OK;
        } finally {
            display.dispose();
        }
    }

    private static boolean takeStateFolder() {
        String problem;
        try {
            StateLocation location = StateLocation.take();
            if (location.isOurs()) {
                return true;
            }
            problem = "Another Hopwarden window is using the state in " + location.folder() + ".\n\n"
                    + "Go on in that window, or start a second one with a folder of its own: -data FOLDER";
        } catch (IOException e) {
            problem = "The folder for the window's state cannot be used: " + e.getMessage() + ".\n\n"
                    + "Start with another one: -data FOLDER";
        }
        MessageDialog.openError(null, "Hopwarden", problem);
        return false;
    }

    @Override
    public void stop() {
        if (!PlatformUI.isWorkbenchRunning()) {
            return;
        }
        IWorkbench workbench = PlatformUI.getWorkbench();
        workbench.getDisplay().syncExec(workbench::close);
    }
}
