package org.hopwarden.interchange.internal;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.hopwarden.interchange.ExportException;
import org.hopwarden.interchange.ExportOptions;
import org.hopwarden.interchange.internal.NftConditions.Unsayable;
import org.hopwarden.rulemodel.Binding;
import org.hopwarden.rulemodel.Call;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.ChainScope;
import org.hopwarden.rulemodel.Chains;
import org.hopwarden.rulemodel.Disposition;
import org.hopwarden.rulemodel.Hook;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.Rule;

/** Finds which chains of a policy packets meet at each hook of Linux, and on what conditions; what is written for that differs. */
abstract class HookLayout {

    private final Policy policy;
    private final ExportOptions options;
    private final Set<String> losses;
    private final Set<String> refusals;

    /** A chain at a hook, with the conditions on which packets meet it: alternatives, none of them for no packet. */
    record Met(Chain chain, List<String> conditions) {

        boolean always() {
            return conditions.contains("");
        }

        boolean isApplication() {
            return chain.getScope() == ChainScope.APPLICATION;
        }
    }

    HookLayout(Policy policy, ExportOptions options, Set<String> losses, Set<String> refusals) {
        this.policy = policy;
        this.options = options;
        this.losses = losses;
        this.refusals = refusals;
    }

    /** Writes all hooks that the policy, or what was chosen, speaks of. */
    void write() throws ExportException {
        Chain only = only();
        boolean bound = only == null ? Chains.anyBound(policy) : !only.getBindings().isEmpty();
        Set<Hook> hooks = EnumSet.allOf(Hook.class);
        if (only != null && bound) {
            hooks = only.getBindings().stream().map(Binding::getHook).collect(Collectors.toSet());
        } else if (!bound && options.hook() != null) {
            hooks = EnumSet.of(options.hook());
        }
        for (Hook hook : List.of(Hook.IN, Hook.FORWARD, Hook.OUT)) {
            if (hooks.contains(hook)) {
                List<Met> met = only == null ? asked(hook) : met(only, bound ? conditions(only, hook) : List.of(""));
                writeHook(hook, disposition(hook, met), met, hooks.size() == 1);
            }
        }
    }

    /**
     * Writes one hook.
     *
     * @param disposition what becomes of packets that no chain speaks of
     * @param met the chains that packets meet, in the order in which they are asked
     * @param oneHook whether no other hook is written
     */
    abstract void writeHook(Hook hook, NftTable.End disposition, List<Met> met, boolean oneHook);

    /** A chain as packets meet it on conditions of its binding; none where it is not written. */
    abstract List<Met> met(Chain chain, List<String> conditions);

    /** The conditions of a binding, of which one is to hold. */
    abstract List<String> conditions(Binding binding) throws Unsayable;

    /** The language and its word for what happens to packets about which nobody can be asked. */
    abstract String language();

    abstract String wordForDrop();

    /** The one chain that is written; null where chains are met by their bindings, and where there is none. */
    private Chain only() throws ExportException {
        if (options.chain() != null) {
            return policy.getChains().stream().filter(chain -> chain.getName().equals(options.chain())).findFirst()
                    .orElseThrow(() -> new ExportException(List.of("the policy has no chain " + options.chain() + "; it has "
                            + policy.getChains().stream().map(Chain::getName).toList())));
        }
        if (Chains.anyBound(policy)) {
            return null;
        }
        List<Chain> chains = Chains.uncalled(policy);
        if (chains.size() > 1) {
            throw new ExportException(List.of("the policy has " + chains.size() + " chains that are bound to nothing; name one"
                    + " of them: " + chains.stream().map(Chain::getName).limit(20).collect(Collectors.joining(", "))));
        }
        return chains.isEmpty() ? null : chains.get(0);
    }

    private NftTable.End disposition(Hook hook, List<Met> met) {
        Disposition disposition = switch (hook) {
            case IN -> policy.getDefaultIn();
            case OUT -> policy.getDefaultOut();
            case FORWARD -> policy.getDefaultForward();
        };
        if (disposition == Disposition.ASK && met.stream().noneMatch(Met::always)) {
            losses.add("policy: nobody can be asked about packets " + hook.getLiteral() + "; written as " + wordForDrop());
        }
        return NftTable.End.of(disposition);
    }

    /** Whether a chain can stand as it is in the place of the hook itself. */
    boolean isHereAlone(Met met, boolean oneHook) {
        Chain chain = met.chain();
        return met.always() && !isCalled(chain)
                && (oneHook || chain.getBindings().stream().map(Binding::getHook).distinct().count() == 1);
    }

    private boolean isCalled(Chain chain) {
        return policy.getChains().stream().flatMap(one -> one.getRules().stream()).filter(Rule::isEnabled)
                .anyMatch(rule -> rule.getAction() instanceof Call call && call.getChain() == chain);
    }

    /** The chains that packets may meet at a hook, in the order in which they are asked. */
    private List<Met> asked(Hook hook) {
        List<Met> global = new ArrayList<>();
        List<Met> application = new ArrayList<>();
        for (Chain chain : policy.getChains()) {
            if (chain.getBindings().stream().noneMatch(binding -> binding.getHook() == hook)) {
                continue;
            }
            if (!chain.getApplications().isEmpty()) {
                losses.add("chain " + chain.getName() + ": " + language()
                        + " knows no applications; left out, as for packets of no known program");
            } else if (chain.getScope() == ChainScope.GLOBAL) {
                global.addAll(met(chain, conditions(chain, hook)));
            } else if (application.stream().noneMatch(Met::always)) {
                application.addAll(met(chain, conditions(chain, hook)));
            }
        }
        List<Met> asked = new ArrayList<>(hook == Hook.OUT ? application : global);
        asked.addAll(hook == Hook.OUT ? global : application);
        return asked;
    }

    private List<String> conditions(Chain chain, Hook hook) {
        List<String> conditions = new ArrayList<>();
        for (Binding binding : chain.getBindings()) {
            if (binding.getHook() == hook) {
                try {
                    conditions.addAll(conditions(binding));
                } catch (Unsayable e) {
                    refusals.add("chain " + chain.getName() + ": " + e.getMessage());
                }
            }
        }
        return conditions;
    }
}
