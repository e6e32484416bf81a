package org.hopwarden.interchange.internal;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.hopwarden.interchange.ExportException;
import org.hopwarden.interchange.ExportOptions;
import org.hopwarden.interchange.internal.NftConditions.Unsayable;
import org.hopwarden.interchange.internal.NftTable.End;
import org.hopwarden.net.IpVersion;
import org.hopwarden.rulemodel.Binding;
import org.hopwarden.rulemodel.Call;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.ChainScope;
import org.hopwarden.rulemodel.Chains;
import org.hopwarden.rulemodel.Disposition;
import org.hopwarden.rulemodel.Hook;
import org.hopwarden.rulemodel.IpFamily;
import org.hopwarden.rulemodel.NftChain;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.Rule;

/**
 * Lays out the base chains: at each hook one for each chain that packets meet there. What one of them accepts goes on to the
 * next, and what one drops is gone, so all must allow.
 */
final class NftLayout {

    private final NftTable table;
    private final Policy policy;
    private final ExportOptions options;

    /** A chain at a hook, with the conditions on which packets meet it: alternatives, none of them for no packet. */
    private record Met(Chain chain, List<String> conditions) {

        boolean always() {
            return conditions.contains("");
        }
    }

    NftLayout(NftTable table, Policy policy, ExportOptions options) {
        this.table = table;
        this.policy = policy;
        this.options = options;
    }

    void write() throws ExportException {
        if (!policy.getOpaque().isEmpty()) {
            table.losses().add("policy: " + policy.getOpaque().size()
                    + " parts that were kept from another language as they stood are not written");
        }
        Chain only = only();
        boolean bound = only == null ? Chains.anyBound(policy) : !only.getBindings().isEmpty();
        Set<Hook> hooks = EnumSet.allOf(Hook.class);
        if (only != null) {
            hooks = bound ? only.getBindings().stream().map(Binding::getHook).collect(Collectors.toSet())
                    : options.hook() != null ? EnumSet.of(options.hook()) : hooks;
        } else if (!bound && options.hook() != null) {
            hooks = EnumSet.of(options.hook());
        }
        for (Hook hook : Hook.values()) {
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
        End end = End.of(disposition);
        List<Met> met = only == null ? asked(hook) : List.of(new Met(only, bound ? conditions(only, hook)
                : List.of(version(only))));
        if (disposition == Disposition.ASK && met.stream().noneMatch(Met::always)) {
            table.losses().add("policy: nobody can be asked about packets " + hook.getLiteral() + "; written as drop");
        }
        List<Met> applications = new ArrayList<>();
        boolean guarded = met.size() > 1 && end == End.DROP && met.stream().noneMatch(Met::always);
        int priority = Integer.MIN_VALUE;
        for (Met one : met) {
            int wanted = one.chain.getDialect() instanceof NftChain nft ? nft.getPriority() : 0;
            priority = Math.max(wanted, priority == Integer.MIN_VALUE ? wanted : priority + 1);
            writeBase(one, hook, end, priority, met.size() == 1, oneHook,
                    one.chain.getScope() == ChainScope.APPLICATION ? applications : List.of());
            if (one.chain.getScope() == ChainScope.APPLICATION) {
                applications.add(one);
            }
        }
        if (met.isEmpty()) {
            if (end == End.DROP) {
                base(table.names().of(word(hook)), hook, 0, end, new ArrayList<>());
            }
        } else if (guarded) {
            List<String> lines = new ArrayList<>();
            met.forEach(one -> one.conditions.forEach(condition -> lines.add(NftConditions.join(condition, "accept"))));
            base(table.names().of(word(hook) + "_elsewhere"), hook, priority + 1, end, lines);
        }
    }

    private void writeBase(Met one, Hook hook, End policyEnd, int priority, boolean lone, boolean oneHook, List<Met> before) {
        Chain chain = one.chain;
        End end = NftTable.whenMet(chain, policyEnd);
        List<String> lines = new ArrayList<>();
        before.forEach(earlier -> earlier.conditions.forEach(condition -> lines.add(NftConditions.join(condition, "accept"))));
        boolean once = oneHook || chain.getBindings().stream().map(Binding::getHook).distinct().count() == 1;
        if (one.always() && once && !isCalled(chain)) {
            String name = table.names().of(chain.getName());
            new NftChainWriter(table, chain, name, end, end, policyEnd).write(lines, false);
            base(name, hook, priority, end, lines);
            return;
        }
        String body = table.met(chain, policyEnd);
        for (String condition : one.always() ? List.of("") : one.conditions) {
            lines.add(NftConditions.join(condition, "goto " + body));
        }
        base(table.names().of(word(hook) + "_" + chain.getName()), hook, priority,
                one.always() ? end : lone ? policyEnd : End.ACCEPT, lines);
    }

    private void base(String name, Hook hook, int priority, End end, List<String> lines) {
        List<String> all = new ArrayList<>();
        all.add("type filter hook " + word(hook) + " priority " + priority + "; policy " + end.text() + ";");
        all.addAll(lines);
        table.chain(name, all);
    }

    private static String word(Hook hook) {
        return switch (hook) {
            case IN -> "input";
            case OUT -> "output";
            case FORWARD -> "forward";
        };
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
                        + ": nftables knows no applications; left out, as for packets of no known program");
                continue;
            }
            Met met = new Met(chain, conditions(chain, hook));
            if (chain.getScope() == ChainScope.GLOBAL) {
                global.add(met);
            } else if (application.stream().noneMatch(Met::always)) {
                application.add(met);
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
                    NftConditions.interfaces(binding.getInInterface(), false, binding.getOutInterface(), false)
                            .forEach(text -> conditions.add(NftConditions.join(version(chain), text)));
                } catch (Unsayable e) {
                    table.refusals().add("chain " + chain.getName() + ": " + e.getMessage());
                }
            }
        }
        return conditions;
    }

    private static String version(Chain chain) {
        return chain.getIpVersion() == IpFamily.ANY ? ""
                : NftText.nfproto(chain.getIpVersion() == IpFamily.V4 ? IpVersion.V4 : IpVersion.V6);
    }
}
