package org.hopwarden.ui.rules.internal;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;

import org.eclipse.emf.common.util.Enumerator;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.hopwarden.rulemodel.AddressObject;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.ChainEnd;
import org.hopwarden.rulemodel.Disposition;
import org.hopwarden.rulemodel.FailMode;
import org.hopwarden.rulemodel.IpFamily;
import org.hopwarden.rulemodel.NamedElement;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.RulemodelPackage.Literals;
import org.hopwarden.rulemodel.ServiceObject;
import org.hopwarden.ui.Themes;
import org.hopwarden.ui.WidgetNames;
import org.hopwarden.interchange.entry.RuleParser.NoRule;

/** What holds for the whole policy, and for the chain or object that is chosen in the tree. Each change is a step to undo. */
final class SettingsPane {

    private final PolicyDocument document;
    private final PolicyEdits edits;
    private final Composite control;
    private final Text policyName;
    private final Combo defaultIn;
    private final Combo defaultOut;
    private final Combo defaultForward;
    private final Combo failMode;
    private final Label elementTitle;
    private final Text elementName;
    private final Combo end;
    private final Combo family;
    private final Text terms;
    private final Label message;
    private NamedElement element;

    @FunctionalInterface
    private interface Taking {
        void take(String text) throws NoRule;
    }

    SettingsPane(Composite parent, PolicyDocument document, PolicyEdits edits) {
        this.document = document;
        this.edits = edits;
        control = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(2).margins(10, 6).spacing(24, 4).equalWidth(true).applyTo(control);
        Composite left = column();
        heading(left, "Policy");
        policyName = text(left, "Name", "Policy name", name -> edits.rename(document.policy(), name));
        defaultIn = combo(left, "Default in", Disposition.VALUES, () -> document.policy(), Literals.POLICY__DEFAULT_IN);
        defaultOut = combo(left, "Default out", Disposition.VALUES, () -> document.policy(), Literals.POLICY__DEFAULT_OUT);
        defaultForward = combo(left, "Default forward", Disposition.VALUES, () -> document.policy(), Literals.POLICY__DEFAULT_FORWARD);
        failMode = combo(left, "Fail mode", FailMode.VALUES, () -> document.policy(), Literals.POLICY__FAIL_MODE);
        failMode.setToolTipText("What happens to packets while the engine cannot decide: closed drops them, open lets them pass");
        Composite right = column();
        elementTitle = heading(right, "Chain");
        elementName = text(right, "Name", "Element name", name -> edits.rename(element, name));
        end = combo(right, "No rule matches", ChainEnd.VALUES, () -> element, Literals.CHAIN__END);
        family = combo(right, "IP version", IpFamily.VALUES, () -> element, Literals.CHAIN__IP_VERSION);
        terms = text(right, "Holds", "Terms", text -> edits.setTerms(element, text));
        message = WidgetNames.name(new Label(control, SWT.WRAP), "Settings message");
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).applyTo(message);
        Themes.style(message, "hopwarden-error");
    }

    private Composite column() {
        Composite column = new Composite(control, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(8, 3).applyTo(column);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.TOP).applyTo(column);
        return column;
    }

    private static Label heading(Composite column, String text) {
        Label label = new Label(column, SWT.NONE);
        label.setText(text);
        Themes.style(label, "hopwarden-heading");
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).applyTo(label);
        return label;
    }

    private static void label(Composite column, String text) {
        Label label = new Label(column, SWT.NONE);
        label.setText(text);
        Themes.style(label, "hopwarden-muted");
        GridDataFactory.fillDefaults().align(SWT.LEFT, SWT.CENTER).applyTo(label);
    }

    private Text text(Composite column, String label, String name, Taking taking) {
        label(column, label);
        Text text = WidgetNames.name(new Text(column, SWT.BORDER | SWT.SINGLE), name);
        GridDataFactory.fillDefaults().grab(true, false).hint(80, SWT.DEFAULT).applyTo(text);
        Runnable take = () -> {
            try {
                taking.take(text.getText().strip());
                tell("");
            } catch (NoRule e) {
                tell("Not taken: " + e.getMessage());
            }
        };
        text.addListener(SWT.DefaultSelection, event -> take.run());
        text.addListener(SWT.FocusOut, event -> take.run());
        return text;
    }

    private Combo combo(Composite column, String label, List<? extends Enumerator> values,
            Supplier<EObject> owner, EStructuralFeature feature) {
        label(column, label);
        Combo combo = WidgetNames.name(new Combo(column, SWT.READ_ONLY), label);
        values.forEach(value -> combo.add(value.getLiteral()));
        GridDataFactory.fillDefaults().align(SWT.LEFT, SWT.CENTER).hint(80, SWT.DEFAULT).applyTo(combo);
        combo.addListener(SWT.Selection, event -> edits.set("Change " + label.toLowerCase(Locale.ROOT), owner.get(), feature,
                values.get(combo.getSelectionIndex())));
        return combo;
    }

    Control control() {
        return control;
    }

    /** Says what could not be done; empty takes it back. */
    void tell(String text) {
        message.setText(text.replace("&", "&&"));
        message.setToolTipText(text);
        control.layout();
    }

    /** Shows the policy as it is now, and a chain or an object of it; null for none. */
    void show(NamedElement chosen) {
        Policy policy = document.policy();
        if (chosen != element) {
            tell("");
        }
        element = chosen;
        set(policyName, policy.getName());
        select(defaultIn, policy.getDefaultIn());
        select(defaultOut, policy.getDefaultOut());
        select(defaultForward, policy.getDefaultForward());
        select(failMode, policy.getFailMode());
        boolean object = chosen instanceof AddressObject || chosen instanceof ServiceObject;
        elementTitle.setText(chosen instanceof AddressObject ? "Address object" : object ? "Service object" : "Chain");
        elementName.setEnabled(chosen != null);
        set(elementName, chosen == null ? "" : chosen.getName());
        shown(end, chosen instanceof Chain);
        shown(family, chosen instanceof Chain);
        shown(terms, object);
        if (chosen instanceof Chain chain) {
            select(end, chain.getEnd());
            select(family, chain.getIpVersion());
        }
        set(terms, chosen == null ? "" : PolicyEdits.terms(chosen));
        terms.setToolTipText(chosen instanceof ServiceObject ? "Such as: tcp to eq www, udp to eq 53, @other"
                : "Such as: host 192.0.2.1, 198.51.100.0 0.0.0.255, 2001:db8::/32, 192.0.2.1-192.0.2.9, @other");
        control.layout(true, true);
    }

    private static void set(Text field, String text) {
        if (!Objects.equals(field.getText(), Objects.toString(text, ""))) {
            field.setText(Objects.toString(text, ""));
        }
    }

    private static void select(Combo combo, Enumerator value) {
        combo.select(combo.indexOf(value.getLiteral()));
    }

    /** Shows or hides a field, and the label in front of it. */
    private static void shown(Control field, boolean visible) {
        Control[] all = field.getParent().getChildren();
        for (int i = 1; i < all.length; i++) {
            if (all[i] == field) {
                for (Control each : new Control[] { all[i - 1], field }) {
                    each.setVisible(visible);
                    ((GridData) each.getLayoutData()).exclude = !visible;
                }
            }
        }
    }
}
