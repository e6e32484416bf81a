package org.hopwarden.ui.rules.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbenchPage;
import org.hopwarden.interchange.Interchange;
import org.hopwarden.interchange.PolicyTemplate;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.PolicyFiles;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RuleText;
import org.hopwarden.ui.FileChooser;
import org.hopwarden.ui.Themes;
import org.hopwarden.ui.WidgetNames;

/** Asks what a new policy is to begin with, shows the rules of that, and writes and opens it. */
final class NewPolicyWizard extends Wizard {

    private static final int LIST_WIDTH = 170;

    private final IWorkbenchPage workbench;
    private final Page page = new Page();

    private NewPolicyWizard(IWorkbenchPage workbench) {
        this.workbench = workbench;
        setWindowTitle("New Policy");
        addPage(page);
    }

    /** Opens it. Returns at once. */
    static void open(IWorkbenchPage workbench) {
        WizardDialog dialog = new WizardDialog(workbench.getWorkbenchWindow().getShell(), new NewPolicyWizard(workbench)) {
            @Override
            public int getShellStyle() {
                return SWT.CLOSE | SWT.TITLE | SWT.BORDER | SWT.RESIZE | SWT.PRIMARY_MODAL;
            }
        };
        dialog.setBlockOnOpen(false);
        dialog.setPageSize(760, 420);
        dialog.create();
        dialog.open();
    }

    @Override
    public boolean performFinish() {
        PolicyActions.create(workbench, page.file(), page.template);
        return true;
    }

    private static final class Page extends WizardPage {

        private final List<PolicyTemplate> templates = Interchange.templates();
        private PolicyTemplate template = templates.getFirst();
        private org.eclipse.swt.widgets.List list;
        private Label description;
        private Text rules;
        private Text target;

        Page() {
            super("template", "New Policy", null);
            setDescription("Choose what the policy begins with. All of it can be changed afterwards.");
        }

        @Override
        public void createControl(Composite parent) {
            Composite area = new Composite(parent, SWT.NONE);
            GridLayoutFactory.swtDefaults().numColumns(2).margins(12, 10).spacing(12, 8).applyTo(area);
            list = WidgetNames.name(new org.eclipse.swt.widgets.List(area, SWT.SINGLE | SWT.BORDER | SWT.V_SCROLL), "Templates");
            templates.forEach(each -> list.add(each.title()));
            GridDataFactory.fillDefaults().grab(false, true).hint(LIST_WIDTH, SWT.DEFAULT).applyTo(list);
            Composite right = new Composite(area, SWT.NONE);
            GridLayoutFactory.fillDefaults().spacing(0, 8).applyTo(right);
            GridDataFactory.fillDefaults().grab(true, true).applyTo(right);
            description = WidgetNames.name(new Label(right, SWT.WRAP), "Template description");
            GridDataFactory.fillDefaults().grab(true, false).hint(400, 56).applyTo(description);
            rules = WidgetNames.name(new Text(right, SWT.MULTI | SWT.READ_ONLY | SWT.BORDER | SWT.V_SCROLL | SWT.H_SCROLL), "Template rules");
            GridDataFactory.fillDefaults().grab(true, true).hint(400, 200).applyTo(rules);
            Composite file = new Composite(area, SWT.NONE);
            GridLayoutFactory.fillDefaults().numColumns(3).spacing(8, 0).applyTo(file);
            GridDataFactory.fillDefaults().span(2, 1).grab(true, false).applyTo(file);
            Label label = new Label(file, SWT.NONE);
            label.setText("File");
            Themes.style(label, "hopwarden-muted");
            GridDataFactory.fillDefaults().align(SWT.LEFT, SWT.CENTER).applyTo(label);
            target = WidgetNames.name(new Text(file, SWT.SINGLE | SWT.BORDER), "Policy file");
            GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(target);
            Button browse = WidgetNames.name(new Button(file, SWT.PUSH), "Browse for the policy");
            browse.setText("Browse...");
            browse.addListener(SWT.Selection, event -> FileChooser.save(getShell(), "New Policy", template.id() + "." + PolicyFiles.EXTENSION)
                    .ifPresent(chosen -> target.setText(chosen.toString())));
            target.setText(free());
            target.addListener(SWT.Modify, event -> validate());
            list.addListener(SWT.Selection, event -> choose());
            list.select(0);
            setControl(area);
            choose();
            list.setFocus();
        }

        /** A file that is not there yet. */
        private static String free() {
            Path home = Path.of(System.getProperty("user.home", "."));
            Path file = home.resolve("policy." + PolicyFiles.EXTENSION);
            for (int n = 2; Files.exists(file); n++) {
                file = home.resolve("policy" + n + "." + PolicyFiles.EXTENSION);
            }
            return file.toString();
        }

        private void choose() {
            template = templates.get(Math.max(0, list.getSelectionIndex()));
            description.setText(template.description().replace("&", "&&"));
            rules.setText(preview(template.make("policy")));
            validate();
        }

        private static String preview(Policy policy) {
            StringBuilder text = new StringBuilder();
            for (Chain chain : policy.getChains()) {
                text.append("Chain ").append(chain.getName());
                chain.getBindings().forEach(binding -> text.append(", hook ").append(binding.getHook().getLiteral()));
                text.append('\n');
                int number = 0;
                for (Rule rule : chain.getRules()) {
                    rule.getRemarks().forEach(remark -> text.append("         ! ").append(remark).append('\n'));
                    text.append(String.format("  %3d  %s%n", ++number, RuleText.of(rule)));
                }
                text.append("  no rule matches: ").append(switch (chain.getEnd()) {
                    case ALLOW -> "allow";
                    case DENY -> "deny";
                    case BACK -> "back to the caller";
                    case POLICY -> "the policy's default";
                }).append("\n\n");
            }
            return text.append("Defaults: in ").append(policy.getDefaultIn().getLiteral()).append(", out ")
                    .append(policy.getDefaultOut().getLiteral()).append(", forward ").append(policy.getDefaultForward().getLiteral())
                    .append('\n').toString();
        }

        private void validate() {
            String problem = problem();
            setErrorMessage(problem);
            setPageComplete(problem == null);
        }

        private String problem() {
            if (target.getText().isBlank()) {
                return "Say which file the policy is kept in.";
            }
            Path file;
            try {
                file = Path.of(target.getText().strip());
            } catch (java.nio.file.InvalidPathException e) {
                return "The file cannot be named so: " + e.getReason() + ".";
            }
            if (Files.exists(file)) {
                return file + " is there already. Choose another name.";
            }
            Path folder = file.toAbsolutePath().getParent();
            return folder == null || !Files.isDirectory(folder) ? "There is no folder " + folder + "." : null;
        }

        Path file() {
            return Path.of(target.getText().strip());
        }
    }
}
