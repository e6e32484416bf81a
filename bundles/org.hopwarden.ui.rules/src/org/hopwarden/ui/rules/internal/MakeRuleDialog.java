package org.hopwarden.ui.rules.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IEditorReference;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.hopwarden.interchange.entry.TrafficProposal;
import org.hopwarden.interchange.entry.TrafficProposal.Part;
import org.hopwarden.interchange.entry.TrafficProposal.Reach;
import org.hopwarden.interchange.entry.TrafficProposal.Wish;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.PacketView;
import org.hopwarden.rulemodel.Action;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.PolicyFiles;
import org.hopwarden.rulemodel.RulemodelFactory;
import org.hopwarden.ui.FileChooser;
import org.hopwarden.ui.FileChooser.Kind;
import org.hopwarden.ui.Latest;
import org.hopwarden.ui.SeenPacket;
import org.hopwarden.ui.WidgetNames;

/** Makes rules for a packet that was seen: for which policy, what happens, and how much more than the packet is meant. */
final class MakeRuleDialog extends TitleAreaDialog {

    private static final int LOOK_MILLIS = 100;
    private static final int PREVIEW_LINES = 6;
    private static final int WIDTH = 620;
    private static final List<Supplier<Action>> ACTIONS = List.of(RulemodelFactory.eINSTANCE::createAllow,
            RulemodelFactory.eINSTANCE::createDeny, RulemodelFactory.eINSTANCE::createReject);

    private final IWorkbenchPage page;
    private final SeenPacket packet;
    private final PacketView view;
    private final Path preferredFile;
    private final String preferredChain;
    private final List<Path> files = new ArrayList<>();
    private final Map<Part, Button> parts = new EnumMap<>(Part.class);
    private Combo policies;
    private Combo chains;
    private Combo action;
    private Combo source;
    private Combo destination;
    private Button open;
    private Text preview;
    private Label effectText;
    private Latest<RuleEffect.Question, RuleEffect> latest;
    /** Null until the chosen policy has been copied. */
    private Policy copy;
    private RuleEffect.Question asked;
    private RuleEffect effect;

    private MakeRuleDialog(IWorkbenchPage page, SeenPacket packet, Path preferredFile, String preferredChain) {
        super(page.getWorkbenchWindow().getShell());
        this.page = page;
        this.packet = packet;
        this.preferredFile = preferredFile;
        this.preferredChain = preferredChain;
        view = packet.view();
        setShellStyle(SWT.CLOSE | SWT.TITLE | SWT.BORDER | SWT.RESIZE | SWT.PRIMARY_MODAL);
        setBlockOnOpen(false);
    }

    /**
     * Asks, and puts the rules into a policy when the user has chosen.
     *
     * @param file the policy that is proposed; null for the one in front
     * @param chain its chain; null for the first
     */
    static void open(IWorkbenchPage page, SeenPacket packet, Path file, String chain) {
        new MakeRuleDialog(page, packet, file, chain).open();
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText("Make Rule");
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        setTitle("Make a rule for " + packet.where());
        Composite area = new Composite((Composite) super.createDialogArea(parent), SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(3).margins(12, 10).spacing(8, 7).applyTo(area);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
        policies = combo(area, "Policy", "Rule policy", 1);
        Button other = new Button(area, SWT.PUSH);
        other.setText("Open Policy...");
        other.addListener(SWT.Selection, event -> openPolicy());
        chains = combo(area, "Chain", "Rule chain", 2);
        action = combo(area, "What happens", "Rule action", 2, "Allow", "Deny", "Reject");
        addParts(area);
        source = reach(area, "From", "Rule source", view.source());
        destination = reach(area, "To", "Rule destination", view.destination());
        new Label(area, SWT.NONE);
        open = WidgetNames.name(new Button(area, SWT.CHECK), "Rule open");
        open.setText(view.isIcmp() ? "Any code of this ICMP message" : "Any port of the service");
        open.setEnabled(TrafficProposal.canOpen(view));
        open.addListener(SWT.Selection, event -> ask());
        GridDataFactory.fillDefaults().span(2, 1).applyTo(open);
        Label rules = new Label(area, SWT.NONE);
        rules.setText("Rules");
        GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.BEGINNING).indent(0, 4).applyTo(rules);
        preview = WidgetNames.name(new Text(area, SWT.BORDER | SWT.MULTI | SWT.READ_ONLY | SWT.V_SCROLL | SWT.H_SCROLL), "Proposed rules");
        GridDataFactory.fillDefaults().grab(true, true).span(2, 1).hint(WIDTH, PREVIEW_LINES * preview.getLineHeight()).applyTo(preview);
        new Label(area, SWT.NONE);
        effectText = WidgetNames.name(new Label(area, SWT.WRAP), "Rule effect");
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).hint(WIDTH, 3 * preview.getLineHeight()).applyTo(effectText);
        latest = new Latest<>("What a proposed rule changes", area, RuleEffect.Question::answer, this::show);
        policies.addListener(SWT.Selection, event -> choosePolicy());
        chains.addListener(SWT.Selection, event -> ask());
        action.addListener(SWT.Selection, event -> ask());
        offerPolicies();
        return area;
    }

    private static Combo combo(Composite parent, String text, String name, int columns, String... items) {
        Label label = new Label(parent, SWT.NONE);
        label.setText(text);
        Combo combo = WidgetNames.name(new Combo(parent, SWT.READ_ONLY), name);
        combo.setItems(items);
        if (items.length > 0) {
            combo.select(0);
        }
        GridDataFactory.fillDefaults().grab(true, false).span(columns, 1).applyTo(combo);
        return combo;
    }

    private Combo reach(Composite parent, String text, String name, IpAddress address) {
        Combo combo = combo(parent, text, name, 2, java.util.Arrays.stream(Reach.values()).map(reach -> reach.text(address))
                .toArray(String[]::new));
        combo.addListener(SWT.Selection, event -> ask());
        return combo;
    }

    private void addParts(Composite parent) {
        Label label = new Label(parent, SWT.NONE);
        label.setText("For");
        Composite row = new Composite(parent, SWT.NONE);
        RowLayout layout = new RowLayout(SWT.HORIZONTAL);
        layout.spacing = 14;
        layout.marginLeft = 0;
        row.setLayout(layout);
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(row);
        Set<Part> possible = TrafficProposal.parts(view);
        for (Part part : Part.values()) {
            Button button = WidgetNames.name(new Button(row, SWT.CHECK), "Rule for " + part.name().toLowerCase(java.util.Locale.ROOT));
            button.setText(switch (part) {
                case PACKETS -> "Packets like this one";
                case ANSWERS -> "What answers them";
                case ERRORS -> "ICMP errors about them";
            });
            button.setEnabled(possible.contains(part));
            button.setSelection(part == Part.PACKETS);
            button.addListener(SWT.Selection, event -> ask());
            parts.put(part, button);
        }
    }

    private void offerPolicies() {
        Path active = page.getActiveEditor() instanceof PolicyEditor editor ? editor.file() : null;
        for (IEditorReference reference : page.getEditorReferences()) {
            try {
                if (reference.getEditorInput() instanceof PolicyInput input) {
                    offer(input.file());
                }
            } catch (PartInitException e) {
                // A tab that cannot tell what it shows is none of a policy.
                continue;
            }
        }
        Path wanted = preferredFile != null ? preferredFile : active;
        policies.select(Math.max(0, files.indexOf(wanted)));
        choosePolicy();
    }

    private void offer(Path file) {
        files.add(file);
        policies.add(file.getFileName() + "   (" + file.getParent() + ")");
    }

    private void openPolicy() {
        FileChooser.open(getShell(), "Open Policy", new Kind("Policies (*." + PolicyFiles.EXTENSION + ")", "*." + PolicyFiles.EXTENSION),
                Kind.ALL).map(file -> file.toAbsolutePath().normalize()).ifPresent(file -> {
                    if (!files.contains(file)) {
                        offer(file);
                    }
                    policies.select(files.indexOf(file));
                    choosePolicy();
                });
    }

    private Optional<Path> file() {
        int index = policies.getSelectionIndex();
        return index < 0 ? Optional.empty() : Optional.of(files.get(index));
    }

    private void choosePolicy() {
        copy = null;
        chains.removeAll();
        ask();
        file().ifPresent(file -> {
            try {
                // Built behind the tab that is in front.
                page.openEditor(new PolicyInput(file, ImportNotes.NONE), PolicyEditor.ID, false);
                PolicyEditor.of(page, file).or(() -> restore(file)).ifPresent(editor -> whenRead(editor, file));
            } catch (PartInitException e) {
                setErrorMessage("The policy cannot be opened: " + e.getMessage());
            }
        });
    }

    private Optional<PolicyEditor> restore(Path file) {
        IEditorReference[] references = page.findEditors(new PolicyInput(file, ImportNotes.NONE), PolicyEditor.ID, IWorkbenchPage.MATCH_INPUT);
        return references.length == 0 || !(references[0].getEditor(true) instanceof PolicyEditor editor) ? Optional.empty()
                : Optional.of(editor);
    }

    private void whenRead(PolicyEditor editor, Path file) {
        if (policies.isDisposed() || !file().equals(Optional.of(file))) {
            return;
        }
        Optional<PolicyDocument> document = editor.document();
        if (document.isEmpty()) {
            policies.getDisplay().timerExec(LOOK_MILLIS, () -> whenRead(editor, file));
            return;
        }
        document.get().whenCopied(policies.getDisplay(), snapshot -> {
            if (!policies.isDisposed() && file().equals(Optional.of(file))) {
                copy = snapshot.policy();
                copy.getChains().stream().map(Chain::getName).forEach(chains::add);
                String shown = Objects.requireNonNullElse(preferredChain, editor.chain().orElse(""));
                chains.select(Math.max(0, chains.indexOf(shown)));
                ask();
            }
        });
    }

    private Wish wish() {
        EnumSet<Part> wanted = EnumSet.noneOf(Part.class);
        parts.forEach((part, button) -> {
            if (button.isEnabled() && button.getSelection()) {
                wanted.add(part);
            }
        });
        return new Wish(wanted, Reach.values()[source.getSelectionIndex()], Reach.values()[destination.getSelectionIndex()],
                open.isEnabled() && open.getSelection());
    }

    /** Has the rules that are wished for now tried. */
    private void ask() {
        effect = null;
        asked = null;
        Wish wish = wish();
        String missing = files.isEmpty() ? "No policy is open. Open one, or make one with Rules > New Policy."
                : wish.parts().isEmpty() ? "Choose for which packets."
                        : copy != null && chains.getItemCount() == 0 ? "The policy has no chain." : "";
        setMessage(missing.isEmpty() ? view.toString() : missing, missing.isEmpty() ? org.eclipse.jface.dialogs.IMessageProvider.NONE
                : org.eclipse.jface.dialogs.IMessageProvider.WARNING);
        if (missing.isEmpty() && copy != null) {
            asked = new RuleEffect.Question(copy, chains.getText(), packet, wish, ACTIONS.get(action.getSelectionIndex()));
            latest.take(asked);
        } else {
            preview.setText("");
            effectText.setText("");
        }
        enable();
    }

    private void show(RuleEffect found) {
        if (found.question() == asked) {
            effect = found;
            preview.setText(String.join("\n", found.rules()));
            effectText.setText((found.text() + (found.works() ? "" : "\nThis packet itself is still decided elsewhere."))
                    .replace("&", "&&"));
            effectText.setToolTipText(found.text());
            enable();
        }
    }

    private void enable() {
        Button ok = getButton(IDialogConstants.OK_ID);
        if (ok != null) {
            ok.setEnabled(effect != null);
            ok.setText(effect != null && effect.rules().size() > 1 ? "Make " + effect.rules().size() + " Rules" : "Make Rule");
        }
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, "Make 5 Rules", true);
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
        enable();
    }

    @Override
    protected void okPressed() {
        if (effect == null) {
            return;
        }
        Path file = file().orElseThrow();
        RuleEffect.Question question = asked;
        int index = effect.index();
        super.okPressed();
        PolicyEditor.whenShown(page, file, editor -> editor.insert(effect.rules().size() == 1 ? "Make a rule for a packet"
                : "Make rules for a packet", question.chain(), question.rules(), index));
    }
}
