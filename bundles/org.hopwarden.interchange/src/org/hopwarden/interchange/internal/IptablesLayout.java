package org.hopwarden.interchange.internal;

import java.util.ArrayList;
import java.util.List;

import org.hopwarden.interchange.ExportOptions;
import org.hopwarden.interchange.internal.IptablesTable.Use;
import org.hopwarden.interchange.internal.NftConditions.Unsayable;
import org.hopwarden.interchange.internal.NftTable.End;
import org.hopwarden.rulemodel.Binding;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.Hook;
import org.hopwarden.rulemodel.Policy;

/**
 * Lays out the built-in chains. ACCEPT ends everything in iptables, so where several chains have to allow a packet, what one of
 * them allows is handed on to the next instead.
 */
final class IptablesLayout extends HookLayout {

    private final IptablesTable table;

    IptablesLayout(IptablesTable table, Policy policy, ExportOptions options) {
        super(policy, options, table.losses(), table.refusals());
        this.table = table;
    }

    @Override
    String language() {
        return "iptables";
    }

    @Override
    String wordForDrop() {
        return "DROP";
    }

    @Override
    List<Met> met(Chain chain, List<String> conditions) {
        return IptablesConditions.speaks(chain.getIpVersion(), table.version()) ? List.of(new Met(chain, conditions)) : List.of();
    }

    @Override
    List<String> conditions(Binding binding) throws Unsayable {
        Hook hook = binding.getHook();
        return IptablesConditions.product(
                IptablesConditions.interfaces("-i ", binding.getInInterface(), false, hook, Hook.OUT, List.of()),
                IptablesConditions.interfaces("-o ", binding.getOutInterface(), false, hook, Hook.IN, List.of()));
    }

    @Override
    void writeHook(Hook hook, End end, List<Met> met, boolean oneHook) {
        String builtIn = switch (hook) {
            case IN -> "INPUT";
            case OUT -> "OUTPUT";
            case FORWARD -> "FORWARD";
        };
        Use last = new Use(end, IptablesTable.ACCEPT, hook);
        List<String> lines = new ArrayList<>();
        if (met.size() == 1 && isHereAlone(met.get(0), oneHook)) {
            Chain first = met.get(0).chain();
            End own = IptablesTable.whenMet(first, end);
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
        if (one.isApplication() && application || one.conditions().isEmpty()) {
            return stage(name, met, index + 1, some, application, use);
        }
        String next = stage(name, met, index + 1, true, application || one.isApplication(), use);
        String body = "-g " + table.body(one.chain(), IptablesTable.whenMet(one.chain(), use.policy()), false,
                new Use(use.policy(), next, use.hook()));
        if (one.always()) {
            return body;
        }
        List<String> lines = new ArrayList<>();
        one.conditions().forEach(condition -> lines.add(condition + body));
        lines.add(stage(name, met, index + 1, some, application, use));
        return "-g " + table.chain(name + "_" + (index + 1), lines);
    }
}
