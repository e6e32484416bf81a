package org.hopwarden.ui.rules.internal;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Text;
import org.hopwarden.interchange.entry.BindingText;
import org.hopwarden.interchange.entry.ScheduleText;
import org.hopwarden.rulemodel.AddressObject;
import org.hopwarden.rulemodel.Application;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.ChainEnd;
import org.hopwarden.rulemodel.ChainScope;
import org.hopwarden.rulemodel.Disposition;
import org.hopwarden.rulemodel.FailMode;
import org.hopwarden.rulemodel.FragmentReading;
import org.hopwarden.rulemodel.InterfaceObject;
import org.hopwarden.rulemodel.IpFamily;
import org.hopwarden.rulemodel.NamedElement;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.RulemodelPackage.Literals;
import org.hopwarden.rulemodel.Schedule;
import org.hopwarden.rulemodel.ServiceObject;
import org.hopwarden.ui.Themes;
import org.hopwarden.ui.WidgetNames;

/** What holds for the whole policy, and for the chain or object that is chosen in the tree. Each change is a step to undo. */
final class SettingsPane {

    private static final int MOST_USERS = 8;
    private static final Predicate<NamedElement> ANY = element -> true;
    private static final Predicate<NamedElement> CHAIN = Chain.class::isInstance;
    private static final Predicate<NamedElement> SCHEDULE = Schedule.class::isInstance;
    private static final Predicate<NamedElement> APPLICATION = Application.class::isInstance;

    private final PolicyDocument document;
    private final PolicyEdits edits;
    private final ScrolledComposite scroll;
    private final Composite control;
    private final SettingsFields policyFields;
    private final SettingsFields fields;
    private final Label message;
    private final Consumer<EObject> go;
    private Text elementName;
    private NamedElement element;
    private List<EObject> users = List.of();

    /** @param go goes to a rule, a chain or an object */
    SettingsPane(Composite parent, PolicyDocument document, PolicyEdits edits, Consumer<EObject> go) {
        this.document = document;
        this.edits = edits;
        this.go = go;
        scroll = new ScrolledComposite(parent, SWT.V_SCROLL);
        scroll.setExpandHorizontal(true);
        scroll.setExpandVertical(true);
        control = new Composite(scroll, SWT.NONE);
        scroll.setContent(control);
        GridLayoutFactory.swtDefaults().numColumns(2).margins(10, 6).spacing(24, 4).applyTo(control);
        policyFields = new SettingsFields(control, "Policy", 1, this::tell);
        GridDataFactory.fillDefaults().hint(290, SWT.DEFAULT).align(SWT.FILL, SWT.TOP).applyTo(control.getChildren()[0]);
        makePolicyFields();
        fields = new SettingsFields(control, "Chain", 2, this::tell);
        makeElementFields();
        message = WidgetNames.name(new Label(control, SWT.WRAP), "Settings message");
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).hint(300, SWT.DEFAULT).applyTo(message);
        Themes.style(message, "hopwarden-error");
        scroll.addListener(SWT.Resize, event -> fit());
    }

    private void makePolicyFields() {
        policyFields.text("Name", "Policy name", "The policy's name", true, ANY, NamedElement::getName, edits::rename);
        defaults("Default in", Literals.POLICY__DEFAULT_IN);
        defaults("Default out", Literals.POLICY__DEFAULT_OUT);
        defaults("Default forward", Literals.POLICY__DEFAULT_FORWARD);
        policyFields.combo("Fail mode", "What happens to packets while the engine cannot decide: closed drops them, open lets them pass",
                FailMode.VALUES, ANY, policy -> ((Policy) policy).getFailMode(),
                (policy, mode) -> edits.set("Change fail mode", policy, Literals.POLICY__FAIL_MODE, mode));
    }

    private void defaults(String label, EAttribute feature) {
        policyFields.combo(label, "What happens to such packets where no chain decides", Disposition.VALUES, ANY,
                policy -> (Disposition) policy.eGet(feature), (policy, value) -> edits.set("Change " + label.toLowerCase(java.util.Locale.ROOT),
                        policy, feature, value));
    }

    private void makeElementFields() {
        elementName = fields.text("Name", "Element name", "The name by which rules know it", true, ANY, NamedElement::getName, edits::rename);
        fields.text("Holds", "Terms", "An address object: host 192.0.2.1, 198.51.100.0 0.0.0.255, 2001:db8::/32, 192.0.2.1-192.0.2.9, @other."
                + " A service object: tcp to eq www, udp to eq 53, @other. An interface object: eth0, ppp*, @other.", true,
                element -> element instanceof AddressObject || element instanceof ServiceObject || element instanceof InterfaceObject,
                PolicyEdits::terms, edits::setTerms);
        Text bindings = fields.text("Bound to", "Bindings", "Where packets meet this chain: in on eth0; out on ppp*; forward from eth0 to {eth1, @dmz}."
                + " Empty: by calls of other chains alone; where no chain is bound at all, the chosen one decides everywhere.", true, CHAIN,
                chain -> BindingText.of(((Chain) chain).getBindings()), (chain, text) -> edits.setBindings((Chain) chain, text));
        bindings.setMessage("nothing; such as: in on eth0; forward from eth0 to @dmz");
        fields.combo("No rule matches", "What happens at the chain's end; return goes back to the chain that called", ChainEnd.VALUES, CHAIN,
                chain -> ((Chain) chain).getEnd(), (chain, end) -> edits.set("Change no rule matches", chain, Literals.CHAIN__END, end));
        fields.combo("IP version", "Of which packets the chain speaks", IpFamily.VALUES, CHAIN, chain -> ((Chain) chain).getIpVersion(),
                (chain, family) -> edits.set("Change ip version", chain, Literals.CHAIN__IP_VERSION, family));
        fields.combo("Later fragments", "How conditions on ports and ICMP types treat fragments other than the first, which have none."
                + " allowed: a permit takes them, as in Cisco IOS; unmatched: such a condition never matches them, as in Linux",
                FragmentReading.VALUES, CHAIN, chain -> ((Chain) chain).getFragmentReading(),
                (chain, reading) -> edits.set("Change fragment reading", chain, Literals.CHAIN__FRAGMENT_READING, reading));
        fields.combo("Scope", "global: the chain speaks for all packets; application: for those of programs. Both must allow; in: global first,"
                + " out: application first", ChainScope.VALUES, CHAIN, chain -> ((Chain) chain).getScope(),
                (chain, scope) -> edits.setScope((Chain) chain, (ChainScope) scope));
        Text applications = fields.text("Applications", "Applications", "Whose packets the chain speaks of: @browser, @mail; empty for every"
                + " application", true, element -> element instanceof Chain chain && chain.getScope() == ChainScope.APPLICATION,
                chain -> PolicyEdits.applications((Chain) chain), (chain, text) -> edits.setApplications((Chain) chain, text));
        applications.setMessage("every application");
        optional("Path", "Application path", "The path of its file, with * at its end all paths that begin so; empty for any",
                APPLICATION, Literals.APPLICATION__PATH);
        optional("User", "Application user", "The name or number of the user it runs as; empty for any", APPLICATION, Literals.APPLICATION__USER);
        optional("Signer", "Application signer", "Who signed its file. Nothing can tell that yet, so an application with a signer matches none",
                APPLICATION, Literals.APPLICATION__SIGNER);
        moment("From", "Schedule start", Literals.SCHEDULE__START, "Local time from which it holds, such as 2026-01-31 08:00; empty for ever");
        moment("Until", "Schedule end", Literals.SCHEDULE__END, "Local time up to which it holds, such as 2026-12-31; empty for ever");
        Text periods = fields.text("Every week", "Schedule periods", "Times of the week: weekdays 08:00-17:30; saturday, sunday 22:00-06:00;"
                + " friday 18:00-08:00 +3 for until the third day behind; empty for always", true, SCHEDULE,
                schedule -> ScheduleText.of(((Schedule) schedule).getPeriods()), (schedule, text) -> edits.setPeriods((Schedule) schedule, text));
        periods.setMessage("always; such as: weekdays 08:00-17:30; saturday 22:00-06:00");
        fields.text("Description", "Description", "For people", true, ANY, NamedElement::getDescription,
                (shown, text) -> edits.setText(shown, Literals.NAMED_ELEMENT__DESCRIPTION, text));
        Link usedBy = fields.link("Used by", "Used by", ANY, this::usedBy);
        usedBy.addListener(SWT.Selection, event -> {
            int index = Integer.parseInt(event.text);
            if (index < users.size()) {
                go.accept(users.get(index));
            }
        });
    }

    private void optional(String label, String name, String tooltip, Predicate<NamedElement> has, EAttribute feature) {
        fields.text(label, name, tooltip, true, has, shown -> (String) shown.eGet(feature), (shown, text) -> edits.setText(shown, feature, text));
    }

    private void moment(String label, String name, EAttribute feature, String tooltip) {
        fields.text(label, name, tooltip, false, SCHEDULE, schedule -> ScheduleText.of((java.time.LocalDateTime) schedule.eGet(feature)),
                (schedule, text) -> edits.setMoment((Schedule) schedule, feature, text));
    }

    private String usedBy(NamedElement shown) {
        users = Uses.of(shown, document.policy());
        if (users.isEmpty()) {
            return shown instanceof Chain ? "called by no rule" : "nothing";
        }
        return java.util.stream.IntStream.range(0, Math.min(MOST_USERS, users.size()))
                .mapToObj(i -> "<a href=\"" + i + "\">" + Uses.place(users.get(i)).replace("&", "&&") + "</a>").collect(Collectors.joining("; "))
                + (users.size() > MOST_USERS ? " and " + (users.size() - MOST_USERS) + " more" : "");
    }

    Control control() {
        return scroll;
    }

    /** Goes to the name, to type another over it. */
    void editName() {
        elementName.setFocus();
        elementName.selectAll();
    }

    /** Says what could not be done; empty takes it back. */
    void tell(String text) {
        message.setText(text.replace("&", "&&"));
        message.setToolTipText(text);
        control.layout();
        fit();
    }

    private void fit() {
        int width = scroll.getClientArea().width;
        if (width > 0) {
            scroll.setMinHeight(control.computeSize(width, SWT.DEFAULT).y);
        }
    }

    /** Shows the policy as it is now, and a chain or an object of it; null for none. */
    void show(NamedElement chosen) {
        if (chosen != element) {
            tell("");
        }
        element = chosen;
        policyFields.show("Policy", document.policy());
        fields.show(switch (chosen) {
            case AddressObject object -> "Address object";
            case ServiceObject object -> "Service object";
            case InterfaceObject object -> "Interface object";
            case Application application -> "Application";
            case Schedule schedule -> "Schedule";
            case null, default -> "Chain";
        }, chosen);
        control.layout(true, true);
        fit();
    }
}
