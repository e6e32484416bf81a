package org.hopwarden.ui.capture.internal;

import java.util.List;

import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.hopwarden.ui.WidgetNames;

/** Asks what to capture. */
final class StartDialog extends Dialog {

    private final List<String> interfaces;
    private Combo chosen;
    private Text expression;
    private Button all;
    private String interfaceName = "";
    private String filter = "";
    private boolean promiscuous;

    StartDialog(Shell shell, List<String> interfaces) {
        super(shell);
        this.interfaces = interfaces;
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText("Start Capture");
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        GridLayoutFactory.swtDefaults().numColumns(2).margins(12, 12).applyTo(area);
        new Label(area, SWT.NONE).setText("Interface:");
        chosen = WidgetNames.name(new Combo(area, SWT.DROP_DOWN | SWT.READ_ONLY), "Interface");
        chosen.setItems(interfaces.toArray(String[]::new));
        chosen.add("any");
        chosen.select(0);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(chosen);
        new Label(area, SWT.NONE).setText("Filter:");
        expression = WidgetNames.name(new Text(area, SWT.BORDER), "Capture filter");
        expression.setMessage("all frames; or as in: tcp port 443 and host 192.0.2.1");
        GridDataFactory.fillDefaults().grab(true, false).hint(360, SWT.DEFAULT).applyTo(expression);
        new Label(area, SWT.NONE);
        all = new Button(area, SWT.CHECK);
        all.setText("Also frames to other stations (promiscuous)");
        return area;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, "Start", true);
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
    }

    @Override
    protected void okPressed() {
        interfaceName = chosen.getText();
        filter = expression.getText().strip();
        promiscuous = all.getSelection();
        super.okPressed();
    }

    String interfaceName() {
        return interfaceName;
    }

    String filter() {
        return filter;
    }

    boolean promiscuous() {
        return promiscuous;
    }
}
