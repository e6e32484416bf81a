package org.hopwarden.interchange.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.hopwarden.interchange.ImportException.Problem;
import org.hopwarden.interchange.ImportNote.Severity;
import org.hopwarden.interchange.internal.IosSection.Kind;
import org.hopwarden.interchange.internal.IosTokens.Stop;
import org.hopwarden.rulemodel.Binding;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.Hook;
import org.hopwarden.rulemodel.InterfaceName;
import org.hopwarden.rulemodel.InterfaceTerm;
import org.hopwarden.rulemodel.IpFamily;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.RulemodelFactory;

/**
 * Reads where lists are bound. {@code in} filters what comes in by the interface, for the router or through it; {@code out}
 * what passes through the router and leaves by the interface, and not what the router itself sends.
 */
final class IosBindingReader {

    private static final RulemodelFactory MODEL = RulemodelFactory.eINSTANCE;

    /** What may stand behind the name of a subinterface. */
    private static final Set<String> LINK_KINDS = Set.of("point-to-point", "multipoint", "l2transport");

    private final Policy policy;
    private final IosNotes notes;
    private final List<Problem> problems;
    private final Set<String> taken = new HashSet<>();
    private int skipped;

    IosBindingReader(Policy policy, IosNotes notes, List<Problem> problems) {
        this.policy = policy;
        this.notes = notes;
        this.problems = problems;
    }

    /** How many lines were about something else. */
    int skipped() {
        return skipped;
    }

    /** Reads an interface or a terminal line. */
    void read(IosSection section) {
        List<IosLine> kept = new ArrayList<>();
        boolean any = false;
        for (IosLine line : section.body()) {
            if (!isBinding(section.kind(), line)) {
                skipped++;
                continue;
            }
            any = true;
            try {
                if (section.kind() == Kind.TERMINAL) {
                    kept.add(line);
                    notes.add(Severity.INFO, line.number(), "who may log in is no matter of rules for packets; the line is kept as"
                            + " it stands");
                } else if (!bind(section.header(), new IosTokens(line))) {
                    kept.add(line);
                }
            } catch (Stop e) {
                problems.add(e.problem());
            }
        }
        skipped += any ? 0 : 1;
        if (!kept.isEmpty()) {
            policy.getOpaque().add(IosOpaque.of(section, kept));
        }
    }

    private static boolean isBinding(Kind kind, IosLine line) {
        String[] words = line.text().strip().toLowerCase(Locale.ROOT).split("[ \\t]+", 3);
        String second = words.length > 1 ? words[1] : "";
        return kind == Kind.TERMINAL ? words[0].equals("access-class") || words[0].equals("ipv6") && second.equals("access-class")
                : words[0].equals("ip") && second.equals("access-group")
                        || words[0].equals("ipv6") && second.equals("traffic-filter");
    }

    /** Whether the list is there; where it is not, the line says nothing. */
    private boolean bind(IosLine header, IosTokens tokens) throws Stop {
        boolean v6 = tokens.take().equals("ipv6");
        tokens.take();
        if (!tokens.hasNext()) {
            throw tokens.unexpected("the name or number of a list", List.of());
        }
        if (tokens.isNext("common") || isRange(header)) {
            notes.add(Severity.WARNING, header.number(), "a common list, or one of a range of interfaces, is kept as it stands, and"
                    + " not understood");
            return false;
        }
        String name = tokens.takeRaw();
        boolean in = tokens.isNext("in");
        if (!in && !tokens.isNext("out")) {
            throw tokens.unexpected("in or out", List.of("in", "out"));
        }
        tokens.take();
        if (tokens.hasNext()) {
            throw tokens.unexpected("the end of the line", List.of());
        }
        String interfaceName = interfaceName(header);
        if (!taken.add(interfaceName + (v6 ? " v6 " : " v4 ") + in)) {
            throw tokens.stopBack("a second list for the same direction of " + interfaceName + "; IOS keeps the last one alone, so"
                    + " take the other out");
        }
        Chain chain = policy.getChains().stream().filter(c -> c.getName().equals(name)
                && (c.getIpVersion() == IpFamily.V6) == v6).findFirst().orElse(null);
        if (chain == null) {
            notes.add(Severity.WARNING, header.number(), interfaceName + " names list " + name + ", which is not in the text. IOS"
                    + " lets everything pass such a list; the line is kept as it stands");
            return false;
        }
        chain.getBindings().add(binding(Hook.FORWARD, interfaceName, in));
        if (in) {
            chain.getBindings().add(binding(Hook.IN, interfaceName, true));
        }
        return true;
    }


    private static boolean isRange(IosLine header) throws Stop {
        IosTokens tokens = new IosTokens(header);
        tokens.take();
        return tokens.isNext("range");
    }

    private static String interfaceName(IosLine header) throws Stop {
        IosTokens tokens = new IosTokens(header);
        tokens.take();
        StringBuilder name = new StringBuilder();
        while (tokens.hasNext() && !LINK_KINDS.contains(tokens.peek())) {
            name.append(tokens.takeRaw());
        }
        if (name.indexOf("*") >= 0) {
            throw tokens.stopBack("'*' belongs to no name of an interface");
        }
        if (name.isEmpty()) {
            throw tokens.unexpected("the name of an interface", List.of());
        }
        return name.toString();
    }

    private static Binding binding(Hook hook, String name, boolean in) {
        Binding binding = MODEL.createBinding();
        binding.setHook(hook);
        List<InterfaceTerm> side = in ? binding.getInInterface() : binding.getOutInterface();
        InterfaceName term = MODEL.createInterfaceName();
        term.setPattern(name);
        side.add(term);
        return binding;
    }
}
