package org.hopwarden.interchange.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.hopwarden.interchange.internal.IosTargets.Target;
import org.hopwarden.rulemodel.Binding;
import org.hopwarden.rulemodel.Hook;
import org.hopwarden.rulemodel.InterfaceName;
import org.hopwarden.rulemodel.InterfaceTerm;
import org.hopwarden.rulemodel.InterfaceUse;
import org.hopwarden.rulemodel.IosListKind;

/** Writes where lists are bound, one block for each interface. */
final class IosBindingWriter {

    /** Names with their numbers in the order of the numbers. */
    private static final Comparator<String> NATURAL = Comparator.comparing(IosBindingWriter::padded)
            .thenComparing(Comparator.naturalOrder());

    private final List<String> losses;
    private final List<String> refusals;
    /** For each interface the places, of four, with the names of their lists. */
    private final Map<String, Map<Place, String>> interfaces = new TreeMap<>(NATURAL);

    private enum Place {
        IN_V4("ip access-group %s in"), OUT_V4("ip access-group %s out"), IN_V6("ipv6 traffic-filter %s in"),
        OUT_V6("ipv6 traffic-filter %s out");

        private final String command;

        Place(String command) {
            this.command = command;
        }

        static Place of(boolean v6, boolean in) {
            return v6 ? in ? IN_V6 : OUT_V6 : in ? IN_V4 : OUT_V4;
        }
    }

    IosBindingWriter(List<String> losses, List<String> refusals) {
        this.losses = losses;
        this.refusals = refusals;
    }

    private static String padded(String name) {
        StringBuilder text = new StringBuilder();
        StringBuilder digits = new StringBuilder();
        for (char c : (name + "\0").toCharArray()) {
            if (c >= '0' && c <= '9') {
                digits.append(c);
            } else {
                text.append(digits.isEmpty() ? "" : "0".repeat(Math.max(0, 12 - digits.length())) + digits).append(c);
                digits.setLength(0);
            }
        }
        return text.toString();
    }

    /** {@code in} is one binding for the router and one through it; {@code out} one through it alone. */
    void add(Target target) {
        Set<String> forRouter = new TreeSet<>();
        Set<String> through = new TreeSet<>();
        Set<String> out = new TreeSet<>();
        for (Binding binding : target.chain().getBindings()) {
            List<String> in = names(binding.getInInterface());
            List<String> leaving = names(binding.getOutInterface());
            boolean one = in.isEmpty() != leaving.isEmpty();
            if (binding.getHook() == Hook.OUT || !one || in.contains(null) || leaving.contains(null)) {
                losses.add(target.place() + ": its binding to " + binding.getHook().getLiteral()
                        + " is not written; IOS binds a list to what comes in by a named interface, or passes and leaves by one");
            } else if (binding.getHook() == Hook.IN) {
                forRouter.addAll(in);
            } else {
                through.addAll(in);
                out.addAll(leaving);
            }
        }
        Set<String> either = new TreeSet<>(forRouter);
        either.addAll(through);
        for (String name : either) {
            if (forRouter.contains(name) && through.contains(name)) {
                bind(target, name, true);
            } else {
                losses.add(target.place() + ": its binding to " + name + " is not written; IOS filters what comes in by it for the"
                        + " router and through it alike");
            }
        }
        out.forEach(name -> bind(target, name, false));
    }

    /** Holds null for what is no single name. */
    private static List<String> names(List<InterfaceTerm> terms) {
        List<String> names = new ArrayList<>();
        for (InterfaceTerm term : terms) {
            if (term instanceof InterfaceUse use) {
                names.addAll(names(use.getObject().getTerms()));
            } else {
                String name = ((InterfaceName) term).getPattern();
                names.add(name.endsWith("*") || !name.matches("\\S+") ? null : name);
            }
        }
        return names;
    }

    private void bind(Target target, String name, boolean in) {
        Place place = Place.of(target.kind() == IosListKind.IPV6, in);
        String other = interfaces.computeIfAbsent(name, n -> new TreeMap<>()).putIfAbsent(place, target.name());
        if (other != null && !other.equals(target.name())) {
            refusals.add(target.place() + ": interface " + name + " has the list " + other + " for the same direction; IOS takes"
                    + " one, so bind one chain to it and let it hold the rules of both");
        }
    }

    void write(StringBuilder text) {
        interfaces.forEach((name, places) -> {
            text.append("interface ").append(name).append('\n');
            places.forEach((place, list) -> text.append(' ').append(String.format(place.command, list)).append('\n'));
        });
    }
}
