package org.hopwarden.ui.rules.internal;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.ImageRegistry;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.jface.viewers.DecorationOverlayIcon;
import org.eclipse.jface.viewers.IDecoration;
import org.eclipse.swt.graphics.Image;
import org.hopwarden.analysis.Severity;
import org.hopwarden.rulemodel.AddressObject;
import org.hopwarden.rulemodel.Application;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.InterfaceObject;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.Schedule;
import org.hopwarden.rulemodel.ServiceObject;

/** The pictures of what a policy is made of, and of findings, alone or in the corner of another. They are shared, and live as long as the window. */
final class RuleIcons {

    private static final String BUNDLE = "org.hopwarden.ui.rules";

    private RuleIcons() {
    }

    /** The picture of a finding. */
    static Image of(Severity severity) {
        return image(severity.word());
    }

    /** The picture of a chain, an object or the policy; null for what has none. */
    static String name(EObject element) {
        return switch (element) {
            case Policy policy -> "policy";
            case Chain chain -> "chain";
            case AddressObject object -> "address";
            case ServiceObject object -> "service";
            case InterfaceObject object -> "interface";
            case Application application -> "application";
            case Schedule schedule -> "schedule";
            default -> null;
        };
    }

    static ImageDescriptor descriptor(String name) {
        return ResourceLocator.imageDescriptorFromBundle(BUNDLE, "icons/" + name + ".svg")
                .orElseGet(ImageDescriptor::getMissingImageDescriptor);
    }

    static Image image(String name) {
        return image(BUNDLE + "/" + name, () -> descriptor(name));
    }

    /** A picture with the mark of a finding in its corner; null for none. */
    static Image image(String name, Severity mark) {
        return mark == null ? image(name) : image(BUNDLE + "/" + name + "+" + mark, () -> new DecorationOverlayIcon(image(name),
                descriptor(mark.word() + "-mark"), IDecoration.BOTTOM_RIGHT));
    }

    private static Image image(String key, java.util.function.Supplier<ImageDescriptor> make) {
        ImageRegistry known = JFaceResources.getImageRegistry();
        if (known.getDescriptor(key) == null) {
            known.put(key, make.get());
        }
        return known.get(key);
    }
}
