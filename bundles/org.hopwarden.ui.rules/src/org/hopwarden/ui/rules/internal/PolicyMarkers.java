package org.hopwarden.ui.rules.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.commands.ActionHandler;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IWorkbenchPartSite;
import org.eclipse.ui.handlers.IHandlerActivation;
import org.eclipse.ui.handlers.IHandlerService;
import org.hopwarden.analysis.Finding;
import org.hopwarden.analysis.Witness;
import org.hopwarden.engine.DescribedPacket;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.ui.rules.internal.PolicyFindings.Found;

/** The findings of an open policy: as marks at rules and in the tree, as a list, and with what can be done about them. */
final class PolicyMarkers implements FindingsPane.Listener {

    private static final String COMMAND = "org.hopwarden.ui.rules.quickFix";
    private static final String TAB = "Findings";

    private final IWorkbenchPartSite site;
    private final PolicyDocument document;
    private final Parts parts;
    private final QuickFixes fixes;
    private final FindingsRun run;
    private final FixEffect effect;
    private final IHandlerActivation handler;
    private final List<Consumer<PolicyFindings>> listeners = new ArrayList<>();
    private PolicyFindings findings = PolicyFindings.NONE;
    /** The document's state after the last fix. */
    private long fixed = -1;
    /** Null until the user has turned to it. */
    private FindingsPane pane;

    /** The rest of the tab. */
    record Parts(RuleTable rules, PolicyTree tree, LowerTabs tabs, Consumer<EObject> choose, Packets packets, Consumer<String> tell) {
    }

    /** Shows what a chain says of a packet. */
    @FunctionalInterface
    interface Packets {

        /** @param chain a chain's name; null for the one that is shown */
        void explain(String chain, DescribedPacket packet);
    }

    PolicyMarkers(Control owner, IWorkbenchPartSite site, PolicyDocument document, Parts parts) {
        this.site = site;
        this.document = document;
        this.parts = parts;
        fixes = new QuickFixes(document);
        run = new FindingsRun(owner, this::show);
        effect = new FixEffect(owner, text -> {
            if (document.state() == fixed) {
                parts.tell().accept(text);
            }
        });
        parts.tabs().add(TAB, area -> {
            pane = new FindingsPane(area, this);
            pane.show(findings);
            outdated();
        });
        parts.rules().onMark(this::offer);
        Action action = new Action("Quick Fix") {
            @Override
            public void run() {
                offer();
            }
        };
        handler = site.getService(IHandlerService.class).activateHandler(COMMAND, new ActionHandler(action));
        owner.addDisposeListener(event -> site.getService(IHandlerService.class).deactivateHandler(handler));
    }

    /** Calls back with what was found, each time anew. */
    void onFindings(Consumer<PolicyFindings> listener) {
        listeners.add(listener);
    }

    /** Takes a copy of the policy as it is now, to be checked. */
    void check(PolicyDocument.Snapshot snapshot) {
        effect.take(snapshot.policy());
        run.take(snapshot, document.state());
    }

    /** The policy is another one than that of which findings are shown. */
    void outdated() {
        if (pane != null && findings.state() != document.state()) {
            pane.outdated();
        }
    }

    private void show(PolicyFindings found) {
        findings = found;
        parts.rules().markFindings(found.marks());
        parts.tree().mark(found.marks());
        parts.tabs().rename(TAB, found.all().isEmpty() ? TAB : TAB + " (" + found.all().size() + ")",
                found.worst() == null ? null : RuleIcons.of(found.worst()));
        if (pane != null) {
            pane.show(found);
        }
        outdated();
        List.copyOf(listeners).forEach(listener -> listener.accept(found));
    }

    /** Brings the list to the front. */
    void open() {
        parts.tabs().show(TAB);
        pane.setFocus();
    }

    @Override
    public void choose(Found found) {
        parts.choose().accept(found.element());
    }

    @Override
    public void showWitness(Found found) {
        Witness witness = found.finding().witness();
        DescribedPacket packet = DescribedPacket.of(witness.packet(), witness.context());
        parts.packets().explain(found.finding().chain(),
                witness.context().time().equals(Witness.ANY_TIME) ? packet.withoutTime() : packet);
    }

    @Override
    public void fix(Found found) {
        if (!fixes.isFor(findings)) {
            parts.tell().accept("The policy has changed meanwhile and is being checked again; a fix is offered then, if one is still needed.");
            return;
        }
        effect.begin(found.finding().fix().label(), findings.checked());
        fixes.apply(found.finding().fix());
        fixed = document.state();
        parts.tell().accept(FixEffect.done(found.finding().fix().label()));
    }

    private void fixAll(List<Found> there, IMenuManager menu) {
        for (QuickFixPopup.Choice choice : choices(there)) {
            Action action = new Action(choice.text()) {
                @Override
                public void run() {
                    choice.action().run();
                }
            };
            action.setImageDescriptor(RuleIcons.descriptor(choice.icon()));
            menu.add(action);
        }
    }

    @Override
    public void fill(IMenuManager menu, Found found) {
        fixAll(List.of(found), menu);
    }

    /** A part of the menu of rules that is about the findings at the chosen ones. */
    MenuManager menu() {
        MenuManager menu = new MenuManager("Quick Fix\tCtrl+1", RuleIcons.descriptor("quickfix"), "quickfix");
        menu.setRemoveAllWhenShown(true);
        menu.addMenuListener(shown -> {
            List<Found> there = atSelection();
            fixAll(there, shown);
            if (there.isEmpty()) {
                Action none = new Action("Nothing was found here") {
                };
                none.setEnabled(false);
                shown.add(none);
            }
        });
        return menu;
    }

    private List<QuickFixPopup.Choice> choices(List<Found> there) {
        List<QuickFixPopup.Choice> choices = new ArrayList<>();
        for (Found found : there) {
            Finding finding = found.finding();
            if (finding.fix() != null) {
                choices.add(new QuickFixPopup.Choice("quickfix", finding.fix().label(), finding.message(), () -> fix(found)));
            }
        }
        for (Found found : there) {
            Finding finding = found.finding();
            if (finding.witness() != null) {
                choices.add(new QuickFixPopup.Choice(finding.severity().word(), "Show in Verdict: " + finding.witness(), finding.message(),
                        () -> showWitness(found)));
            }
            choices.add(new QuickFixPopup.Choice(finding.severity().word(), "Show among the Findings: " + finding.check(),
                    finding.message(), () -> {
                        open();
                        pane.select(found);
                    }));
        }
        return choices;
    }

    /** What was found at the chosen rules; where no rule is chosen, at what is chosen in the tree. */
    private List<Found> atSelection() {
        List<Rule> rules = parts.rules().selected();
        if (rules.isEmpty()) {
            return parts.tree().chosen().map(findings::at).orElse(List.of());
        }
        return rules.size() > 1 ? findings.all().stream().filter(found -> rules.contains(found.element())).toList()
                : findings.at(rules.getFirst());
    }

    private void offer() {
        List<Found> there = atSelection();
        if (there.isEmpty()) {
            parts.tell().accept("The checks found nothing here.");
            return;
        }
        offer(there);
    }

    @Override
    public void offer(Found found) {
        offer(List.of(found));
    }

    private void offer(List<Found> there) {
        Point place = parts.rules().below();
        new QuickFixPopup(site.getShell(), choices(there), place).open();
    }
}
