package org.hopwarden.ui.rules.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.hopwarden.analysis.Severity;
import org.hopwarden.interchange.entry.BindingText;
import org.hopwarden.interchange.entry.ScheduleText;
import org.hopwarden.rulemodel.AddressObject;
import org.hopwarden.rulemodel.AddressTerm;
import org.hopwarden.rulemodel.Application;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.ConditionText;
import org.hopwarden.rulemodel.InterfaceObject;
import org.hopwarden.rulemodel.NamedElement;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.RuleText;
import org.hopwarden.rulemodel.Schedule;
import org.hopwarden.rulemodel.ServiceObject;
import org.hopwarden.rulemodel.ServiceTerm;
import org.hopwarden.ui.WidgetNames;
import org.hopwarden.ui.rules.internal.PolicyFindings.Mark;

/** What a policy is made of: its chains, and the objects that rules use. */
final class PolicyTree {

    private final TreeViewer viewer;
    private Policy policy;
    private Map<EObject, Mark> marks = Map.of();

    /** A heading with what stands under it; equal to the same heading later, so that it stays open. */
    private record Group(String title, List<?> children) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Group group && group.title.equals(title);
        }

        @Override
        public int hashCode() {
            return title.hashCode();
        }
    }

    /** A line below an element. */
    private record Detail(NamedElement element, String text) {
    }

    PolicyTree(Composite parent) {
        viewer = new TreeViewer(parent, SWT.SINGLE | SWT.V_SCROLL | SWT.H_SCROLL);
        WidgetNames.name(viewer.getTree(), "Policy");
        viewer.setContentProvider(new Content());
        viewer.setLabelProvider(new Labels());
        ColumnViewerToolTipSupport.enableFor(viewer);
    }

    void show(Policy shown) {
        if (policy != shown) {
            policy = shown;
            viewer.setInput(policy);
            viewer.expandToLevel(2);
        } else {
            viewer.refresh();
        }
    }

    /** Marks elements of which the checks have something to say. */
    void mark(Map<EObject, Mark> found) {
        marks = found;
        viewer.refresh();
    }

    void select(Chain chain) {
        viewer.setSelection(chain == null ? StructuredSelection.EMPTY : new StructuredSelection(chain), true);
    }

    /** Calls back with the chain that the user chooses. */
    void onChain(Consumer<Chain> listener) {
        viewer.addSelectionChangedListener(event -> Optional.ofNullable(event.getStructuredSelection().getFirstElement())
                .filter(Chain.class::isInstance).map(Chain.class::cast).ifPresent(listener));
    }

    /** Calls back with the chain or the object that the user chooses. */
    void onElement(Consumer<NamedElement> listener) {
        viewer.addSelectionChangedListener(event -> chosen().ifPresent(listener));
    }

    /** The chain or the object that is chosen. */
    Optional<NamedElement> chosen() {
        return Optional.ofNullable(viewer.getStructuredSelection().getFirstElement()).filter(NamedElement.class::isInstance)
                .map(NamedElement.class::cast);
    }

    /** Calls back when an element is double-clicked, or Enter is pressed on it. */
    void onOpen(Runnable listener) {
        viewer.addDoubleClickListener(event -> chosen().ifPresent(element -> listener.run()));
    }

    void onDelete(Runnable listener) {
        viewer.getTree().addListener(SWT.KeyDown, event -> {
            if (event.keyCode == SWT.DEL) {
                listener.run();
            }
        });
    }

    /** Whether a heading is chosen, which stands for the policy itself. */
    boolean isHeadingChosen() {
        return viewer.getStructuredSelection().getFirstElement() instanceof Group;
    }

    /** Calls back whenever something else is chosen. */
    void onSelection(Runnable listener) {
        viewer.addSelectionChangedListener(event -> listener.run());
    }

    void setMenu(MenuManager menu) {
        viewer.getTree().setMenu(menu.createContextMenu(viewer.getTree()));
        viewer.getTree().addDisposeListener(event -> menu.dispose());
    }

    void selectElement(NamedElement element) {
        viewer.expandToLevel(2);
        viewer.setSelection(element == null ? StructuredSelection.EMPTY : new StructuredSelection(element), true);
    }

    private static String text(Object element) {
        return switch (element) {
            case Group group -> group.title() + " (" + group.children().size() + ")";
            case Chain chain -> Objects.toString(chain.getName(), "?") + "  " + chain.getRules().size()
                    + (chain.getRules().size() == 1 ? " rule" : " rules");
            case Schedule schedule -> Objects.toString(schedule.getName(), "?");
            case NamedElement object -> "@" + object.getName();
            case Detail detail -> detail.text();
            case AddressTerm term -> RuleText.address(term);
            case ServiceTerm term -> RuleText.service(term);
            default -> element.toString();
        };
    }

    /** What there is to know of an element, a line each. */
    private static List<String> details(NamedElement element) {
        return switch (element) {
            case Chain chain -> chain.getBindings().stream().map(binding -> BindingText.of(List.of(binding))).toList();
            case InterfaceObject object -> object.getTerms().stream().map(term -> ConditionText.interfaces(List.of(term))).toList();
            case Application application -> present("path ", application.getPath(), "user ", application.getUser(), "signed by ",
                    application.getSigner());
            case Schedule schedule -> {
                List<String> times = new ArrayList<>(present("from ", ScheduleText.of(schedule.getStart()), "until ",
                        ScheduleText.of(schedule.getEnd())));
                schedule.getPeriods().forEach(period -> times.add(ScheduleText.of(List.of(period))));
                yield times;
            }
            default -> List.of();
        };
    }

    private static List<String> present(String... wordsAndValues) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < wordsAndValues.length; i += 2) {
            if (wordsAndValues[i + 1] != null && !wordsAndValues[i + 1].isEmpty()) {
                lines.add(wordsAndValues[i] + wordsAndValues[i + 1]);
            }
        }
        return lines;
    }

    private final class Labels extends ColumnLabelProvider {

        @Override
        public String getText(Object element) {
            return text(element);
        }

        @Override
        public Image getImage(Object element) {
            if (element instanceof Group group) {
                return RuleIcons.image("group", worst(group));
            }
            String name = element instanceof EObject object ? RuleIcons.name(object) : null;
            return name == null ? null : RuleIcons.image(name, severity(element));
        }

        @Override
        public String getToolTipText(Object element) {
            Mark mark = element instanceof EObject object ? marks.get(object) : null;
            return mark == null ? null : mark.text();
        }
    }

    private Severity severity(Object element) {
        Mark mark = marks.get(element);
        return mark == null ? null : mark.severity();
    }

    /** A group that is closed still tells of what is in it. */
    private Severity worst(Group group) {
        return group.children().stream().map(this::severity).filter(Objects::nonNull).min(Comparator.naturalOrder()).orElse(null);
    }

    private static final class Content implements ITreeContentProvider {

        @Override
        public Object[] getElements(Object input) {
            Policy policy = (Policy) input;
            return new Object[] { new Group("Chains", policy.getChains()), new Group("Addresses", policy.getAddressObjects()),
                    new Group("Services", policy.getServiceObjects()), new Group("Interfaces", policy.getInterfaceObjects()),
                    new Group("Applications", policy.getApplications()), new Group("Schedules", policy.getSchedules()) };
        }

        @Override
        public Object[] getChildren(Object parent) {
            return switch (parent) {
                case Group group -> group.children().toArray();
                case AddressObject object -> object.getTerms().toArray();
                case ServiceObject object -> object.getTerms().toArray();
                case NamedElement element -> details(element).stream().map(text -> new Detail(element, text)).toArray();
                default -> new Object[0];
            };
        }

        @Override
        public Object getParent(Object element) {
            return null;
        }

        @Override
        public boolean hasChildren(Object element) {
            return getChildren(element).length > 0;
        }
    }
}
