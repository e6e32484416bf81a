package org.hopwarden.ui.rules.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IEditorReference;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.PolicyFiles;
import org.hopwarden.ui.Background;
import org.hopwarden.ui.FileChooser;
import org.hopwarden.ui.FileChooser.Kind;
import org.hopwarden.ui.WidgetNames;

/** Asks with which policy, and with which of its chains, one is to be compared. */
final class CompareDialog extends TitleAreaDialog {

    private static final String ALL = "All chains";

    private final IWorkbenchPage page;
    private final ComparedSide mine;
    private final List<ComparedSide> offered = new ArrayList<>();
    private Combo policies;
    private Combo myChain;
    private Combo otherChain;

    private CompareDialog(IWorkbenchPage page, ComparedSide mine) {
        super(page.getWorkbenchWindow().getShell());
        this.page = page;
        this.mine = mine;
        setShellStyle(SWT.CLOSE | SWT.TITLE | SWT.BORDER | SWT.RESIZE | SWT.PRIMARY_MODAL);
        setBlockOnOpen(false);
    }

    /** Asks, and opens the comparison when the user has chosen. */
    static void open(IWorkbenchPage page, ComparedSide mine) {
        new CompareDialog(page, mine).open();
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText("Compare Policies");
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        setTitle("Compare " + mine.file().getFileName());
        setMessage("Rules stand side by side, and below them the packets that get another verdict.");
        Composite area = new Composite((Composite) super.createDialogArea(parent), SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(3).margins(12, 10).spacing(8, 8).applyTo(area);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
        policies = combo(area, "With", "Compare with");
        Button choose = new Button(area, SWT.PUSH);
        choose.setText("Other File...");
        choose.addListener(SWT.Selection, event -> chooseFile());
        myChain = combo(area, "Left chain", "Left chain");
        new Label(area, SWT.NONE);
        otherChain = combo(area, "Right chain", "Right chain");
        new Label(area, SWT.NONE);
        openPolicies().forEach(this::offer);
        offer(mine.asSaved());
        policies.select(0);
        policies.addListener(SWT.Selection, event -> fillRight());
        myChain.addListener(SWT.Selection, event -> follow());
        otherChain.addListener(SWT.Selection, event -> {
            if ((otherChain.getSelectionIndex() == 0) != (myChain.getSelectionIndex() == 0)) {
                myChain.select(otherChain.getSelectionIndex() == 0 ? 0 : Math.min(1, myChain.getItemCount() - 1));
            }
        });
        fill(myChain, mine);
        fillRight();
        return area;
    }

    private static Combo combo(Composite parent, String text, String name) {
        Label label = new Label(parent, SWT.NONE);
        label.setText(text);
        Combo combo = WidgetNames.name(new Combo(parent, SWT.READ_ONLY), name);
        GridDataFactory.fillDefaults().grab(true, false).hint(280, SWT.DEFAULT).applyTo(combo);
        return combo;
    }

    /** The other policies that have tabs, also those that were not turned to yet. */
    private List<ComparedSide> openPolicies() {
        List<ComparedSide> sides = new ArrayList<>();
        for (IEditorReference reference : page.getEditorReferences()) {
            try {
                if (reference.getEditorInput() instanceof PolicyInput input && !input.file().equals(mine.file())) {
                    sides.add(ComparedSide.of(input.file()));
                }
            } catch (PartInitException e) {
                // A tab that cannot tell what it shows is none of a policy.
                continue;
            }
        }
        return sides;
    }

    private void offer(ComparedSide side) {
        offered.add(side);
        policies.add(side.saved() ? mine.file().getFileName() + " as it was saved" : side.file().getFileName() + "   (" + side.file().getParent()
                + ")");
    }

    private void chooseFile() {
        FileChooser.open(getShell(), "Compare With", new Kind("Policies (*." + PolicyFiles.EXTENSION + ")", "*." + PolicyFiles.EXTENSION),
                Kind.ALL).ifPresent(file -> {
                    ComparedSide side = ComparedSide.of(file);
                    if (!offered.contains(side)) {
                        offer(side);
                    }
                    policies.select(offered.indexOf(side));
                    fillRight();
                });
    }

    private ComparedSide chosen() {
        return offered.get(Math.max(0, policies.getSelectionIndex()));
    }

    private void fillRight() {
        fill(otherChain, chosen());
    }

    /** The chains of a policy; those of a file when it is read. */
    private void fill(Combo combo, ComparedSide side) {
        combo.setItems(ALL);
        combo.select(0);
        Optional<PolicyDocument> open = side.saved() ? Optional.empty()
                : PolicyEditor.of(page, side.file()).flatMap(PolicyEditor::document);
        if (open.isPresent()) {
            addChains(combo, open.get().policy());
            return;
        }
        Path file = side.file();
        Background.run("Read " + file.getFileName(), "The policy to compare with was not read.", getShell().getDisplay(),
                monitor -> PolicyFiles.load(file), policy -> {
                    if (!combo.isDisposed() && (combo != otherChain || chosen().equals(side))) {
                        addChains(combo, policy);
                    }
                });
    }

    private void addChains(Combo combo, Policy policy) {
        policy.getChains().stream().map(Chain::getName).forEach(combo::add);
        if (combo == otherChain) {
            follow();
        }
    }

    /** One chain is held against one chain: that of the same name where there is one. */
    private void follow() {
        if (myChain.getSelectionIndex() <= 0) {
            otherChain.select(0);
        } else {
            int same = otherChain.indexOf(myChain.getText());
            otherChain.select(same > 0 ? same : Math.min(1, otherChain.getItemCount() - 1));
        }
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, "Compare", true);
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
    }

    @Override
    protected void okPressed() {
        ComparedSide left = mine.withChain(chain(myChain));
        ComparedSide right = chosen().withChain(chain(otherChain));
        // What was saved is the older state, which stands on the left.
        boolean older = right.saved();
        super.okPressed();
        CompareActions.open(page, older ? right : left, older ? left : right);
    }

    private static String chain(Combo combo) {
        return combo.getSelectionIndex() <= 0 ? "" : combo.getText();
    }
}
