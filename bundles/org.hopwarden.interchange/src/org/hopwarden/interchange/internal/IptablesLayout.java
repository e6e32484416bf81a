package org.hopwarden.interchange.internal;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.hopwarden.interchange.ExportException;
import org.hopwarden.interchange.ExportOptions;
import org.hopwarden.interchange.internal.IptablesTable.Use;
import org.hopwarden.interchange.internal.NftConditions.Unsayable;
import org.hopwarden.interchange.internal.NftTable.End;
import org.hopwarden.rulemodel.Binding;
import org.hopwarden.rulemodel.Call;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.ChainScope;
import org.hopwarden.rulemodel.Chains;
import org.hopwarden.rulemodel.Disposition;
import org.hopwarden.rulemodel.Hook;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.Rule;

/**
 * Lays out the built-in chains. ACCEPT ends everything in iptables, so where several chains have to allow a packet, what one of
 * them allows is handed on to the next instead.
 */
final class IptablesLayout {

    private final IptablesTable table;
    private final Policy policy;
    private final ExportOptions options;

    /** A chain at a hook, with the conditions on which packets meet it: alternatives, none of them for no packet. */
    private record Met(Chain chain, List<String> conditions) {

        boolean always() {
            return conditions.contains("");
        }

        boolean isApplication() {
            return chain.getScope() == ChainScope.APPLICATION;
        }
    }

    IptablesLayout(IptablesTable table, Policy policy, ExportOptions options) {
        this.table = table;
        this.policy = policy;
        this.options = options;
    }

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
                writeHook(hook, only, bound, hooks.size() == 1);
            }
        }
    }

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

    private void writeHook(Hook hook, Chain only, boolean bound, boolean oneHook) {
        Disposition disposition = switch (hook) {
            case IN -> policy.getDefaultIn();
            case OUT -> policy.getDefaultOut();
            case FORWARD -> policy.getDefaultForward();
        };
        String builtIn = switch (hook) {
            case IN -> "INPUT";
            case OUT -> "OUTPUT";
            case FORWARD -> "FORWARD";
        };
        End end = End.of(disposition);
        List<Met> met = only == null ? asked(hook) : met(only, bound ? conditions(only, hook) : List.of(""));
        if (disposition == Disposition.ASK && met.stream().noneMatch(Met::always)) {
            table.losses().add("policy: nobody can be asked about packets " + hook.getLiteral() + "; written as DROP");
        }
        Use last = new Use(end, IptablesTable.ACCEPT, hook);
        Chain first = met.isEmpty() ? null : met.get(0).chain;
        boolean direct = met.size() == 1 && met.get(0).always() && !isCalled(first)
                && (oneHook || first.getBindings().stream().map(Binding::getHook).distinct().count() == 1);
        List<String> lines = new ArrayList<>();
        if (direct) {
            End own = NftTable.whenMet(first, end);
            new IptablesChainWriter(table, first, builtIn, own, last, true).write(lines);
            table.builtIn(builtIn, own, first, lines);
            return;
        }
        table.builtIn(builtIn, end, null, lines);
        String start = stage(builtIn, met, 0, false, false, last);
        if (!met.isEmpty() && !start.equals(IptablesTable.target(end, IptablesTable.ACCEPT))) {
            lines.add(start);
        }
    }

    private List<Met> met(Chain chain, List<String> conditions) {
        return IptablesConditions.speaks(chain.getIpVersion(), table.version()) ? List.of(new Met(chain, conditions)) : List.of();
    }

    /**
     * What is done with a packet that has met the chains in front of one.
     *
     * @param some whether any of these was met, and so allowed
     * @param application whether one of the scope of applications was; no further one is asked
     */
    private String stage(String name, List<Met> met, int index, boolean some, boolean application, Use use) {
        if (index == met.size()) {
            return IptablesTable.target(some ? End.ACCEPT : use.policy(), IptablesTable.ACCEPT);
        }
        Met one = met.get(index);
        if (one.isApplication() && application || one.conditions.isEmpty()) {
            return stage(name, met, index + 1, some, application, use);
        }
        String next = stage(name, met, index + 1, true, application || one.isApplication(), use);
        String body = "-g " + table.body(one.chain, NftTable.whenMet(one.chain, use.policy()),
                new Use(use.policy(), next, use.hook()));
        if (one.always()) {
            return body;
        }
        List<String> lines = new ArrayList<>();
        one.conditions.forEach(condition -> lines.add(condition + body));
        lines.add(stage(name, met, index + 1, some, application, use));
        return "-g " + table.chain(name + "_" + (index + 1), lines);
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
                table.losses().add("chain " + chain.getName()
                        + ": iptables knows no applications; left out, as for packets of no known program");
                continue;
            }
            (chain.getScope() == ChainScope.GLOBAL ? global : application).addAll(met(chain, conditions(chain, hook)));
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
                    conditions.addAll(IptablesConditions.product(
                            IptablesConditions.interfaces("-i ", binding.getInInterface(), false, hook, Hook.OUT, List.of()),
                            IptablesConditions.interfaces("-o ", binding.getOutInterface(), false, hook, Hook.IN, List.of())));
                } catch (Unsayable e) {
                    table.refusals().add("chain " + chain.getName() + ": " + e.getMessage());
                }
            }
        }
        return conditions;
    }
}
