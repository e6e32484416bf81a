package org.hopwarden.ui.rules.internal;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.eclipse.emf.common.command.Command;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.ui.IWorkbenchPartSite;
import org.hopwarden.engine.DescribedPacket;
import org.hopwarden.interchange.entry.BindingText;
import org.hopwarden.interchange.entry.RuleProposal;
import org.hopwarden.rulemodel.Action;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.NamedElement;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.PolicyProblem;
import org.hopwarden.rulemodel.PolicyProblems;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.ui.Latest;
import org.hopwarden.ui.Pane;
import org.hopwarden.ui.Themes;
import org.hopwarden.ui.Throttle;
import org.hopwarden.ui.WidgetNames;

/** An open policy: its tree, the rules of the chosen chain, and below them the verdict of a packet, problems, import notes. */
final class PolicyBody {

    private static final String VERDICT = "Verdict of a packet";
    private static final int CHECK_MILLIS = 150;
    private static final int LEAST_STACKED_HEIGHT = 420;

    private final PolicyDocument document;
    private final SashForm control;
    private final PolicyTree tree;
    private final Pane rulesPane;
    private final RuleLine line;
    private final RuleTable rules;
    private final Label message;
    private final LowerTabs tabs;
    /** Null until its turn has come. */
    private VerdictPane verdict;
    /** Null until the user has turned to it. */
    private SettingsPane settings;
    private final RuleActions actions;
    private final Latest<PolicyDocument.Snapshot, Checked> checks;
    private final Throttle check;
    private final PolicyMarkers markers;
    private final Link summary;
    private final ChosenElements chosen;
    private Chain chain;
    private String typing = "";
    /** The state of the document at which something was said that is not wrong; -1 for none. */
    private long toldState = -1;
    /** Which rule of the chain decides the packet that is described, counted from 1; 0 for none. */
    private int decidedBy;

    /** Problems, and where they are in the model that is edited. */
    private record Checked(PolicyDocument.Snapshot snapshot, List<PolicyProblem> problems) {

        static Checked of(PolicyDocument.Snapshot snapshot) {
            return new Checked(snapshot, PolicyProblems.of(snapshot.policy()));
        }
    }

    /** @param chosen is told of what is chosen here */
    PolicyBody(Composite parent, PolicyDocument document, IWorkbenchPartSite site, ImportNotes notes, ChosenElements chosen) {
        this.document = document;
        this.chosen = chosen;
        control = new SashForm(parent, SWT.HORIZONTAL | SWT.SMOOTH);
        Pane treePane = new Pane(control, "Policy");
        tree = new PolicyTree(treePane.body());
        SashForm right = new SashForm(control, SWT.VERTICAL | SWT.SMOOTH);
        rulesPane = new Pane(right, "Rules");
        Composite middle = new Composite(rulesPane.body(), SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(middle);
        RuleEdits edits = new RuleEdits(document);
        line = new RuleLine(middle, edits, this::typed, area -> new RuleTable(area, edits, this::typed));
        rules = line.table();
        Composite told = new Composite(middle, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).extendedMargins(10, 10, 3, 1).spacing(10, 0).applyTo(told);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(told);
        message = WidgetNames.name(new Label(told, SWT.NONE), "Rule message");
        GridDataFactory.fillDefaults().grab(true, false).applyTo(message);
        summary = WidgetNames.name(new Link(told, SWT.NONE), "Found by the checks");
        summary.setToolTipText("What the checks found in the whole policy; a click shows it");
        tabs = new LowerTabs(right);
        Composite verdictArea = tabs.add(VERDICT);
        tabs.addProblems();
        markers = new PolicyMarkers(control, site, document, new PolicyMarkers.Parts(rules, tree, tabs, this::choose, this::explain,
                this::told));
        markers.onFindings(this::summarize);
        summary.addListener(SWT.Selection, event -> markers.open());
        PolicyEdits policyEdits = new PolicyEdits(document);
        tabs.add("Settings", area -> {
            settings = new SettingsPane(area, document, policyEdits, this::choose);
            showSettings();
        });
        CompareActions compare = new CompareActions(site, document);
        new PolicyTools(policyEdits, tree, this::editName, this::tellSettings).addTo(treePane.tools(), compare.actions());
        tree.onOpen(this::editName);
        if (!notes.isEmpty()) {
            tabs.addNotes(notes);
        }
        control.setWeights(18, 82);
        right.setWeights(54, 46);
        // Where there is little height, as above the Enforcement view, the parts stand side by side.
        right.addListener(SWT.Resize, event -> {
            int orientation = right.getSize().y < LEAST_STACKED_HEIGHT ? SWT.HORIZONTAL : SWT.VERTICAL;
            if (right.getOrientation() != orientation) {
                right.setOrientation(orientation);
            }
        });
        actions = new RuleActions(site, document, edits, line, this::chain, this::typed, this::makeRule);
        actions.addTo(rulesPane.tools());
        actions.menu().insert(0, markers.menu());
        actions.menu().insert(1, new Separator());
        new RuleHits(control, document, rules, this::chain);
        rules.onSelection(this::chosen);
        tree.onSelection(this::chosenInTree);
        tree.onChain(this::show);
        tree.onElement(element -> showSettings());
        checks = new Latest<>("Check the policy", control, Checked::of, this::show);
        check = new Throttle(control.getDisplay(), CHECK_MILLIS, this::check);
        document.onChange(this::changed);
        control.addDisposeListener(event -> {
            actions.dispose();
            compare.dispose();
        });
        Policy policy = document.policy();
        tree.show(policy);
        show(policy.getChains().isEmpty() ? null : policy.getChains().get(0));
        tree.select(chain);
        // On its own turn: to make all of a tab at once would be felt.
        control.getDisplay().asyncExec(() -> addVerdict(verdictArea));
    }

    private void addVerdict(Composite area) {
        if (!control.isDisposed()) {
            verdict = new VerdictPane(area, this::decided);
            area.layout();
            check.request();
        }
    }

    /** The rules that are chosen; where there is none, the chain. */
    private void chosen() {
        List<Rule> selected = rules.selected();
        if (selected.isEmpty()) {
            chosen.choose(chain == null ? List.of(document.policy()) : List.of(chain));
        } else {
            chosen.choose(selected);
        }
    }

    private void chosenInTree() {
        chosen.choose(tree.isHeadingChosen() ? List.of(document.policy())
                : tree.chosen().<List<? extends EObject>>map(List::of).orElse(List.of(document.policy())));
    }

    /** The chosen element of the policy as it is now, or the chain whose rules are shown. */
    private void showSettings() {
        if (settings != null) {
            settings.show(tree.chosen().filter(each -> each.eContainer() == document.policy()).orElse(chain));
        }
    }

    private void editName() {
        tabs.show("Settings");
        settings.editName();
    }

    private void tellSettings(String text) {
        tabs.show("Settings");
        settings.tell(text);
    }

    Composite control() {
        return control;
    }

    void setFocus() {
        rules.table().setFocus();
    }

    Chain chain() {
        return chain;
    }

    /** Shows what a chain says of a packet, and marks the deciding rule. */
    void explain(String chainName, DescribedPacket packet) {
        document.policy().getChains().stream().filter(each -> chainName != null && chainName.equals(each.getName())).findFirst()
                .filter(each -> each != chain).ifPresent(each -> {
                    tree.select(each);
                    show(each);
                });
        tabs.show(VERDICT);
        if (verdict == null) {
            // Its turn has not come yet.
            control.getDisplay().asyncExec(() -> {
                if (!control.isDisposed()) {
                    explain(chainName, packet);
                }
            });
            return;
        }
        document.whenCopied(control.getDisplay(), snapshot -> {
            if (!control.isDisposed()) {
                verdict.decideBy(snapshot.policy(), chain == null ? null : chain.getName());
                verdict.describe(packet);
            }
        });
    }

    /** Puts rules that belong to nobody yet into a chain, in one step, and selects them. */
    void insert(String label, String chainName, List<Rule> made, int index) {
        document.policy().getChains().stream().filter(each -> Objects.equals(each.getName(), chainName)).findFirst().ifPresent(each -> {
            if (each != chain) {
                tree.select(each);
                show(each);
            }
            line.showAll();
            new RuleEdits(document).insertAt(label, each, made, Math.min(index, each.getRules().size()));
            rules.select(made);
            typed("");
        });
    }

    private void show(Chain chosen) {
        chain = chosen;
        rules.show(chain);
        describe();
        check.request();
        actions.update();
    }

    /** After a step, an undo, a redo, saving, or reading the file again. */
    private void changed() {
        if (control.isDisposed()) {
            return;
        }
        Policy policy = document.policy();
        if (chain != null && chain.eContainer() != policy) {
            String name = chain.getName();
            chain = policy.getChains().stream().filter(each -> Objects.equals(each.getName(), name)).findFirst()
                    .orElse(policy.getChains().isEmpty() ? null : policy.getChains().get(0));
        }
        tree.show(policy);
        rules.show(chain);
        selectAffected();
        line.refresh();
        showSettings();
        describe();
        check.request();
        markers.outdated();
        actions.update();
    }

    /** The rules that the last step, undone or done, was about. */
    private void selectAffected() {
        Command last = document.stack().getMostRecentCommand();
        if (last != null && chain != null) {
            List<Rule> affected = last.getAffectedObjects().stream().filter(Rule.class::isInstance).map(Rule.class::cast)
                    .filter(rule -> rule.eContainer() == chain).toList();
            if (!affected.isEmpty() && !affected.equals(rules.selected())) {
                rules.select(affected);
            }
        }
    }

    private void describe() {
        Policy policy = document.policy();
        if (chain == null) {
            rulesPane.setNote("The policy has no chain");
            return;
        }
        rulesPane.setNote("Chain " + chain.getName() + met(chain) + "   \u2014   no rule matches: " + switch (chain.getEnd()) {
            case ALLOW -> "allow";
            case DENY -> "deny";
            case BACK -> "back to the caller";
            case POLICY -> "the policy's default";
        } + "; default in " + policy.getDefaultIn().getLiteral() + ", out " + policy.getDefaultOut().getLiteral()
                + ", forward " + policy.getDefaultForward().getLiteral());
    }

    /** How packets come to a chain of a policy in which that is not plain. */
    private String met(Chain shown) {
        if (!shown.getBindings().isEmpty()) {
            return ": " + BindingText.of(shown.getBindings());
        }
        List<EObject> callers = Uses.of(shown, document.policy());
        return callers.isEmpty() ? "" : ", called by " + Uses.place(callers.getFirst())
                + (callers.size() == 1 ? "" : " and " + (callers.size() - 1) + " more");
    }

    private void check() {
        if (!control.isDisposed()) {
            document.whenCopied(control.getDisplay(), snapshot -> {
                if (!control.isDisposed()) {
                    checks.take(snapshot);
                    markers.check(snapshot);
                    if (verdict != null) {
                        verdict.decideBy(snapshot.policy(), chain == null ? null : chain.getName());
                    }
                }
            });
        }
    }

    private void show(Checked checked) {
        Map<Rule, String> wrong = new IdentityHashMap<>();
        for (PolicyProblem problem : checked.problems()) {
            Rule rule = ruleOf(checked, problem.element());
            if (rule != null) {
                wrong.merge(rule, problem.message(), (before, more) -> before + "\n" + more);
            }
        }
        rules.markWrong(wrong);
        tabs.showProblems(checked.problems());
        tell(checked.problems());
    }

    private static Rule ruleOf(Checked checked, EObject element) {
        EObject each = checked.snapshot().originals().get(element);
        while (each != null && !(each instanceof Rule)) {
            each = each.eContainer();
        }
        return (Rule) each;
    }

    private void summarize(PolicyFindings found) {
        summary.setText(found.all().isEmpty() ? "" : "<a>" + found.count() + "</a>");
        summary.getParent().layout();
    }

    /** Goes to a rule, a chain or an object. */
    private void choose(EObject element) {
        EObject there = element instanceof Rule rule ? rule.eContainer() : element;
        if (there instanceof Chain wanted && wanted != chain) {
            tree.select(wanted);
            show(wanted);
        }
        if (element instanceof Rule rule && rule.eContainer() == chain) {
            line.showAll();
            rules.select(List.of(rule));
        } else if (element instanceof NamedElement named && element.eContainer() == document.policy()) {
            tree.selectElement(named);
        }
    }

    /** Says what was done, until something is typed or done again. */
    private void told(String text) {
        if (!typing.isEmpty()) {
            return;
        }
        message.setText(text.replace("&", "&&"));
        message.setToolTipText(text);
        Themes.style(message, "hopwarden-muted");
        toldState = document.state();
    }

    /** Says what is wrong with something that was typed, or nothing. */
    void typed(String text) {
        toldState = -1;
        typing = text;
        tell(List.of());
    }

    private void tell(List<PolicyProblem> problems) {
        if (toldState == document.state() && problems.isEmpty()) {
            return;
        }
        String text = !typing.isEmpty() ? typing : problems.isEmpty() ? ""
                : problems.size() == 1 ? problems.get(0).toString()
                        : problems.size() + " problems keep the policy from being used; the first: " + problems.get(0);
        message.setText(text.replace("&", "&&"));
        message.setToolTipText(text);
        Themes.style(message, "hopwarden-error");
    }

    /** Puts the narrowest rule for the packet that is described in front of the rule that decides it now, to be reviewed. */
    private void makeRule(Action action) {
        if (chain == null || verdict == null) {
            return;
        }
        try {
            Rule rule = RuleProposal.of(verdict.packet().view(), action, "Proposed for a packet; to be reviewed");
            new RuleEdits(document).insertAt("Make a rule for the packet", chain, List.of(rule),
                    RuleProposal.place(decidedBy, chain.getRules().size()));
            line.showAll();
            rules.select(List.of(rule));
            typed("");
        } catch (IllegalArgumentException e) {
            typed("No rule can be made for this packet. " + e.getMessage());
        }
    }

    private void decided(int rule, boolean asked) {
        decidedBy = rule;
        Rule deciding = chain != null && rule > 0 && rule <= chain.getRules().size() ? chain.getRules().get(rule - 1) : null;
        rules.markDeciding(deciding);
        if (asked && deciding != null) {
            rules.select(List.of(deciding));
        }
    }
}
