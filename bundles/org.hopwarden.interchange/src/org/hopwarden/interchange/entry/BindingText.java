package org.hopwarden.interchange.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.hopwarden.interchange.entry.RuleParser.NoRule;
import org.hopwarden.rulemodel.Binding;
import org.hopwarden.rulemodel.ConditionText;
import org.hopwarden.rulemodel.Hook;
import org.hopwarden.rulemodel.InterfaceTerm;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.RulemodelFactory;

/** Where packets meet a chain, in words: {@code in on eth0; out on eth0; forward from eth0 to {eth1, @dmz}}. */
public final class BindingText {

    private static final String HELP = "A chain is bound as in: in on eth0; out on ppp*; forward from eth0 to {eth1, @dmz}.";

    private BindingText() {
    }

    /** The words, empty for a chain that is bound to nothing; {@link #read} takes them. */
    public static String of(List<Binding> bindings) {
        return bindings.stream().map(BindingText::of).collect(Collectors.joining("; "));
    }

    private static String of(Binding binding) {
        String from = binding.getHook() == Hook.IN ? " on " : " from ";
        String to = binding.getHook() == Hook.OUT ? " on " : " to ";
        return binding.getHook().getLiteral() + side(from, binding.getInInterface()) + side(to, binding.getOutInterface());
    }

    private static String side(String word, List<InterfaceTerm> terms) {
        return terms.isEmpty() ? "" : word + ConditionText.interfaces(terms);
    }

    /**
     * Reads words.
     *
     * @param policy whose interface objects they may name
     * @throws NoRule if a word is not right; the message says which, and what can stand there
     */
    public static List<Binding> read(String text, Policy policy) throws NoRule {
        List<Binding> bindings = new ArrayList<>();
        if (text.isBlank()) {
            return bindings;
        }
        for (String part : text.split(";", -1)) {
            if (part.isBlank()) {
                throw new NoRule("Something is missing between semicolons. " + HELP);
            }
            bindings.add(binding(new Words(part), policy));
        }
        return bindings;
    }

    private static Binding binding(Words words, Policy policy) throws NoRule {
        String word = words.take("A direction").toLowerCase(Locale.ROOT);
        Hook hook = Hook.get(word);
        if (hook == null) {
            throw Words.unknown("direction; " + HELP.substring(0, HELP.length() - 1), word, Hook.VALUES.stream().map(Hook::getLiteral).toList());
        }
        Binding binding = RulemodelFactory.eINSTANCE.createBinding();
        binding.setHook(hook);
        while (!words.isEmpty()) {
            side(hook, words, binding, policy);
        }
        return binding;
    }

    private static void side(Hook hook, Words words, Binding binding, Policy policy) throws NoRule {
        String word = words.take("A side").toLowerCase(Locale.ROOT);
        boolean on = word.equals("on");
        if (!on && !word.equals("from") && !word.equals("to")) {
            throw new NoRule("'" + word + "' does not belong here. " + HELP);
        }
        if (on && hook == Hook.FORWARD) {
            throw new NoRule("What is forwarded has two interfaces: forward from eth0 to eth1.");
        }
        boolean in = on ? hook == Hook.IN : word.equals("from");
        List<InterfaceTerm> terms = in ? binding.getInInterface() : binding.getOutInterface();
        if (!terms.isEmpty()) {
            throw new NoRule("'" + word + "' is said twice; several interfaces are written as {eth0, eth1}.");
        }
        StringBuilder names = new StringBuilder(words.take("An interface"));
        while (names.charAt(names.length() - 1) == ',' || words.peek().startsWith(",")) {
            names.append(words.take("An interface"));
        }
        terms.addAll(TermParser.interfaces(names.toString(), policy));
    }
}
