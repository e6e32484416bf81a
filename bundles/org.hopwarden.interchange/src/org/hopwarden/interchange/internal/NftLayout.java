package org.hopwarden.interchange.internal;

import java.util.ArrayList;
import java.util.List;

import org.hopwarden.interchange.ExportException;
import org.hopwarden.interchange.ExportOptions;
import org.hopwarden.interchange.internal.NftConditions.Unsayable;
import org.hopwarden.interchange.internal.NftTable.End;
import org.hopwarden.net.IpVersion;
import org.hopwarden.rulemodel.Binding;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.Hook;
import org.hopwarden.rulemodel.IpFamily;
import org.hopwarden.rulemodel.NftChain;
import org.hopwarden.rulemodel.Policy;

/**
 * Lays out the base chains: at each hook one for each chain that packets meet there. What one of them accepts goes on to the
 * next, and what one drops is gone, so all must allow.
 */
class NftLayout extends HookLayout {

    private final NftTable table;
    private final Policy policy;

    NftLayout(NftTable table, Policy policy, ExportOptions options) {
        super(policy, options, table.losses(), table.refusals());
        this.table = table;
        this.policy = policy;
    }

    @Override
    void write() throws ExportException {
        if (!policy.getOpaque().isEmpty()) {
            table.losses().add("policy: " + policy.getOpaque().size()
                    + " parts that were kept from another language as they stood are not written");
        }
        super.write();
    }

    @Override
    String language() {
        return "nftables";
    }

    @Override
    String wordForDrop() {
        return "drop";
    }

    @Override
    List<Met> met(Chain chain, List<String> conditions) {
        return List.of(new Met(chain, conditions.stream().map(text -> NftConditions.join(version(chain), text)).toList()));
    }

    @Override
    List<String> conditions(Binding binding) throws Unsayable {
        return NftConditions.interfaces(binding.getInInterface(), false, binding.getOutInterface(), false);
    }

    @Override
    void writeHook(Hook hook, End end, List<Met> met, boolean oneHook) {
        List<Met> applications = new ArrayList<>();
        boolean guarded = met.size() > 1 && end == End.DROP && met.stream().noneMatch(Met::always);
        int priority = Integer.MIN_VALUE;
        for (Met one : met) {
            int wanted = one.chain().getDialect() instanceof NftChain nft ? nft.getPriority() : 0;
            priority = Math.max(wanted, priority == Integer.MIN_VALUE ? wanted : priority + 1);
            writeBase(one, hook, end, priority, met.size() == 1, oneHook,
                    one.isApplication() ? applications : List.of());
            if (one.isApplication()) {
                applications.add(one);
            }
        }
        if (met.isEmpty()) {
            if (end == End.DROP) {
                base(table.names().of(word(hook)), hook, 0, end, new ArrayList<>());
            }
        } else if (guarded) {
            List<String> lines = new ArrayList<>();
            met.forEach(one -> one.conditions().forEach(condition -> lines.add(NftConditions.join(condition, "accept"))));
            base(table.names().of(word(hook) + "_elsewhere"), hook, priority + 1, end, lines);
        }
    }

    private void writeBase(Met one, Hook hook, End policyEnd, int priority, boolean lone, boolean oneHook, List<Met> before) {
        Chain chain = one.chain();
        End end = NftTable.whenMet(chain, policyEnd);
        List<String> lines = new ArrayList<>();
        before.forEach(earlier -> earlier.conditions().forEach(condition -> lines.add(NftConditions.join(condition, "accept"))));
        if (isHereAlone(one, oneHook)) {
            String name = table.names().of(chain.getName());
            new NftChainWriter(table, chain, name, end, end, policyEnd).write(lines, false);
            base(name, hook, priority, end, lines);
            return;
        }
        String body = table.met(chain, policyEnd);
        for (String condition : one.always() ? List.of("") : one.conditions()) {
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

    static String word(Hook hook) {
        return switch (hook) {
            case IN -> "input";
            case OUT -> "output";
            case FORWARD -> "forward";
        };
    }

    private static String version(Chain chain) {
        return chain.getIpVersion() == IpFamily.ANY ? ""
                : NftText.nfproto(chain.getIpVersion() == IpFamily.V4 ? IpVersion.V4 : IpVersion.V6);
    }
}
