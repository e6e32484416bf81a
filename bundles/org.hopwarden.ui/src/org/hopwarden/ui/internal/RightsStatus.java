package org.hopwarden.ui.internal;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.menus.WorkbenchWindowControlContribution;
import org.hopwarden.ui.Rights;
import org.hopwarden.ui.Themes;

/** Says in the status line that the window has more rights than it should. */
public final class RightsStatus extends WorkbenchWindowControlContribution {

    @Override
    protected Control createControl(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        GridLayout layout = new GridLayout();
        layout.marginHeight = 2;
        layout.marginWidth = 8;
        area.setLayout(layout);
        Label label = new Label(area, SWT.NONE);
        label.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, true));
        if (Rights.isRoot()) {
            label.setText("\u26a0 Running as root");
            label.setToolTipText("The whole window runs with all rights of the system. Tracing from this host needs raw sockets "
                    + "only;\nthe lab needs no rights at all. Start Hopwarden as an ordinary user where you can.");
            Themes.style(label, "hopwarden-warning");
        }
        return area;
    }

    @Override
    public boolean isDynamic() {
        return false;
    }
}
