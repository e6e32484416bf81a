package org.hopwarden.ui.rules.internal;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.hopwarden.rulemodel.AddressObject;
import org.hopwarden.rulemodel.AddressTerm;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.NamedElement;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.RuleText;
import org.hopwarden.rulemodel.ServiceObject;
import org.hopwarden.rulemodel.ServiceTerm;
import org.hopwarden.ui.WidgetNames;

/** What a policy is made of: its chains, and the objects that rules use. */
final class PolicyTree {

    private final TreeViewer viewer;
    private Policy policy;

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

    PolicyTree(Composite parent) {
        viewer = new TreeViewer(parent, SWT.SINGLE | SWT.V_SCROLL | SWT.H_SCROLL);
        WidgetNames.name(viewer.getTree(), "Policy");
        viewer.setContentProvider(new Content());
        viewer.setLabelProvider(LabelProvider.createTextProvider(PolicyTree::text));
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
            case AddressObject object -> "@" + object.getName();
            case ServiceObject object -> "@" + object.getName();
            case AddressTerm term -> RuleText.address(term);
            case ServiceTerm term -> RuleText.service(term);
            default -> element.toString();
        };
    }

    private static final class Content implements ITreeContentProvider {

        @Override
        public Object[] getElements(Object input) {
            Policy policy = (Policy) input;
            return new Object[] { new Group("Chains", policy.getChains()), new Group("Addresses", policy.getAddressObjects()),
                    new Group("Services", policy.getServiceObjects()) };
        }

        @Override
        public Object[] getChildren(Object parent) {
            return switch (parent) {
                case Group group -> group.children().toArray();
                case AddressObject object -> object.getTerms().toArray();
                case ServiceObject object -> object.getTerms().toArray();
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
