package org.hopwarden.ui.rules.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.ToolBarManager;
import org.eclipse.jface.commands.ActionHandler;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.ui.IWorkbenchPartSite;
import org.eclipse.ui.handlers.IHandlerActivation;
import org.eclipse.ui.handlers.IHandlerService;
import org.hopwarden.interchange.entry.RuleParser.NoRule;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RulemodelFactory;
import org.hopwarden.ui.FileChooser;

/** What can be done to a policy, as handlers of the window's commands, as tools, and as keys in the table. */
final class RuleActions {

    private static final String BUNDLE = "org.hopwarden.ui.rules";

    private final IWorkbenchPartSite site;
    private final PolicyDocument document;
    private final RuleEdits edits;
    private final RuleLine line;
    private final RuleTable table;
    private final Consumer<String> message;
    private final Supplier<Chain> chain;
    private final Map<Action, BooleanSupplier> actions = new LinkedHashMap<>();
    private final List<IHandlerActivation> activations = new ArrayList<>();
    private final Action add;
    private final Action duplicate;
    private final Action remove;
    private final Action up;
    private final Action down;
    private final Action cut;
    private final Action copy;
    private final Action paste;
    private final Action enable;
    private final Action accept;
    private final Action allowPacket;
    private final Action denyPacket;
    private final Action undo;
    private final Action redo;
    private final MenuManager menu = new MenuManager();

    RuleActions(IWorkbenchPartSite site, PolicyDocument document, RuleEdits edits, RuleLine line, Supplier<Chain> chain,
            Consumer<String> message, Consumer<org.hopwarden.rulemodel.Action> makeRule) {
        this.site = site;
        this.document = document;
        this.edits = edits;
        this.line = line;
        this.table = line.table();
        this.message = message;
        this.chain = chain;
        BooleanSupplier chosen = () -> !table.selected().isEmpty();
        add = action("rules.add", "Add Rule", "add", () -> chain.get() != null, this::add);
        duplicate = action("rules.duplicate", "Duplicate", "duplicate", chosen,
                () -> table.select(edits.duplicate(chain.get(), table.selected())));
        remove = action("rules.remove", "Remove", "remove", chosen, this::remove);
        up = action("rules.up", "Move Up (Alt+Up)", "up", () -> canMove(-1), () -> move(-1));
        down = action("rules.down", "Move Down (Alt+Down)", "down", () -> canMove(1), () -> move(1));
        undo = action("edit.undo", "Undo", "undo", () -> document.stack().canUndo(), () -> document.stack().undo());
        redo = action("edit.redo", "Redo", "redo", () -> document.stack().canRedo(), () -> document.stack().redo());
        cut = action("edit.cut", "Cut", null, chosen, this::cut);
        copy = action("edit.copy", "Copy as Text", null, chosen, this::copy);
        paste = action("edit.paste", "Paste", null, () -> chain.get() != null, this::paste);
        enable = action("rules.enable", "Enable or Disable", null, chosen, this::enable);
        accept = action("rules.accept", "Accept as Reviewed", null,
                () -> table.selected().stream().anyMatch(Rule::isUnderReview), () -> edits.setReviewed(table.selected()));
        allowPacket = action("rules.allowPacket", "Make a Rule that Allows the Packet Below", null, () -> chain.get() != null,
                () -> makeRule.accept(RulemodelFactory.eINSTANCE.createAllow()));
        denyPacket = action("rules.denyPacket", "Make a Rule that Denies the Packet Below", null, () -> chain.get() != null,
                () -> makeRule.accept(RulemodelFactory.eINSTANCE.createDeny()));
        action("rules.export", "Export List...", "export", () -> true, this::export);
        action("rules.report", "Export Report...", "report", () -> true, () -> ReportWizard.open(site.getPage(), document));
        table.onSelection(this::update);
        table.table().addListener(SWT.KeyDown, this::key);
        makeMenu();
        update();
    }

    private Action action(String command, String text, String icon, BooleanSupplier enabled, Runnable run) {
        Action action = new Action(text) {
            @Override
            public void run() {
                if (enabled.getAsBoolean()) {
                    run.run();
                }
            }
        };
        action.setToolTipText(text);
        if (icon != null) {
            ResourceLocator.imageDescriptorFromBundle(BUNDLE, "icons/" + icon + ".svg").ifPresent(action::setImageDescriptor);
        }
        if (command.startsWith("edit.c") || command.equals("edit.paste")) {
            // These keys belong to whatever field is typed in, so they are heard in the table alone.
            actions.put(action, enabled);
            return action;
        }
        String id = (command.startsWith("rules.") ? "org.hopwarden.ui." : "org.eclipse.ui.") + command;
        activations.add(site.getService(IHandlerService.class).activateHandler(id, new ActionHandler(action)));
        actions.put(action, enabled);
        return action;
    }

    void addTo(ToolBarManager tools) {
        List.of(add, duplicate, remove, up, down).forEach(tools::add);
        tools.add(new Separator());
        tools.add(undo);
        tools.add(redo);
        tools.update(true);
    }

    /** Enables what is possible now. */
    void update() {
        actions.forEach((action, enabled) -> action.setEnabled(enabled.getAsBoolean()));
        undo.setToolTipText(document.stack().canUndo() ? "Undo: " + document.stack().getUndoCommand().getLabel() : "Undo");
        redo.setToolTipText(document.stack().canRedo() ? "Redo: " + document.stack().getRedoCommand().getLabel() : "Redo");
    }

    /** The menu of the table, for what others have to add to it. */
    MenuManager menu() {
        return menu;
    }

    private void makeMenu() {
        List.of(add, duplicate, remove).forEach(menu::add);
        menu.add(new Separator());
        List.of(cut, copy, paste).forEach(menu::add);
        menu.add(new Separator());
        List.of(up, down, enable, accept).forEach(menu::add);
        menu.add(new Separator());
        List.of(allowPacket, denyPacket).forEach(menu::add);
        table.table().setMenu(menu.createContextMenu(table.table()));
        table.table().addDisposeListener(event -> menu.dispose());
    }

    private void key(Event event) {
        boolean command = (event.stateMask & SWT.MOD1) != 0;
        if (event.keyCode == SWT.DEL) {
            remove.run();
        } else if (event.stateMask == SWT.ALT && (event.keyCode == SWT.ARROW_UP || event.keyCode == SWT.ARROW_DOWN)) {
            (event.keyCode == SWT.ARROW_UP ? up : down).run();
            event.doit = false;
        } else if (event.keyCode == SWT.F2) {
            table.selected().stream().findFirst().ifPresent(rule -> table.edit(rule, table.column()));
        } else if (event.keyCode == SWT.CR) {
            line.edit();
        } else if (event.keyCode == ' ' && event.stateMask == 0) {
            enable.run();
        } else if (command) {
            switch (event.keyCode) {
                case 'c', SWT.INSERT -> copy.run();
                case 'x' -> cut.run();
                case 'v' -> paste.run();
                case 'a' -> table.selectAll();
                case 'f' -> line.toFilter();
                default -> {
                }
            }
        }
    }

    private void copy() {
        RuleClipboard.copy(table.table().getDisplay(), table.selected());
    }

    private void cut() {
        copy();
        remove();
    }

    private void paste() {
        try {
            List<Rule> rules = RuleClipboard.paste(table.table().getDisplay(), document.policy());
            if (rules.isEmpty()) {
                message.accept("There is no rule on the clipboard. A rule is a line such as permit tcp any @servers eq www.");
                return;
            }
            List<Rule> selected = table.selected();
            edits.paste(chain.get(), rules, selected.isEmpty() ? null : selected.getLast());
            line.showAll();
            table.select(rules);
            message.accept("");
        } catch (NoRule e) {
            message.accept("Not pasted. " + e.getMessage());
        }
    }

    /** Enables all where one is not. */
    private void enable() {
        List<Rule> selected = table.selected();
        edits.setEnabled(selected, selected.stream().anyMatch(rule -> !rule.isEnabled()));
    }

    private void add() {
        List<Rule> selected = table.selected();
        Rule rule = edits.add(chain.get(), selected.isEmpty() ? null : selected.getLast());
        line.showAll();
        table.select(List.of(rule));
        line.edit();
    }

    private void remove() {
        int index = chain.get().getRules().indexOf(table.selected().getFirst());
        edits.remove(chain.get(), table.selected());
        List<Rule> left = chain.get().getRules();
        if (!left.isEmpty()) {
            table.select(List.of(left.get(Math.min(index, left.size() - 1))));
        }
    }

    private boolean canMove(int by) {
        return chain.get() != null && RuleEdits.canMove(chain.get(), table.selected(), by);
    }

    private void move(int by) {
        List<Rule> selected = table.selected();
        edits.move(chain.get(), selected, by);
        table.select(selected);
    }

    private void export() {
        LanguageDialog.forExport(site.getShell(), language -> FileChooser.save(site.getShell(), "Export List",
                PolicyActions.stem(document.file()) + ".txt").ifPresent(file -> PolicyActions.export(site.getShell(), language,
                        document.snapshot().policy(), file)));
    }

    void dispose() {
        site.getService(IHandlerService.class).deactivateHandlers(activations);
    }
}
