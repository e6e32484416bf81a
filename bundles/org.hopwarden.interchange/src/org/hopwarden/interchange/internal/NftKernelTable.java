package org.hopwarden.interchange.internal;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.hopwarden.interchange.ExportException;
import org.hopwarden.interchange.SettledTable;
import org.hopwarden.interchange.SettledTable.Options;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.Chains;
import org.hopwarden.rulemodel.Hook;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.PolicyProblem;
import org.hopwarden.rulemodel.PolicyProblems;

/** Writes what the kernel can decide of a policy, as {@link SettledTable} tells it. */
public final class NftKernelTable {

    /** Extension headers of IPv6 that Linux takes for protocols, so that it sees nothing behind them. */
    private static final String TAKEN_FOR_PROTOCOLS = "meta l4proto { 135, 139, 140 } goto "
            + NftKernelOutcomes.UNDECIDED;

    private NftKernelTable() {
    }

    public static SettledTable of(Policy policy, String chain, Options options) throws ExportException {
        List<PolicyProblem> problems = PolicyProblems.of(policy);
        if (!problems.isEmpty()) {
            throw new ExportException(problems.stream().map(PolicyProblem::toString).toList());
        }
        String only = chain == null ? lone(policy) : chain;
        NftKernelOutcomes[] outcomes = new NftKernelOutcomes[1];
        NftTable table = new NftTable(names -> outcomes[0] = new NftKernelOutcomes(names, options.undecided(), options.dryRun(),
                options.trees()));
        Map<String, Hook> bases = new LinkedHashMap<>();
        Map<String, String> bodies = new LinkedHashMap<>();
        Map<String, String> undecided = new LinkedHashMap<>();
        boolean programs = SettledRules.asksForPrograms(policy);
        for (Set<Hook> hooks : programs ? List.of(Set.of(Hook.IN, Hook.OUT), Set.of(Hook.FORWARD)) : List.of(Set.of(Hook.values()))) {
            Set<Hook> chosen = EnumSet.noneOf(Hook.class);
            hooks.stream().filter(options.hooks()::contains).forEach(chosen::add);
            if (!chosen.isEmpty()) {
                Policy settled = SettledRules.of(policy, only, !hooks.contains(Hook.FORWARD), undecided);
                NftKernelLayout layout = new NftKernelLayout(table, outcomes[0], settled, only, chosen, options.priority());
                layout.write();
                bases.putAll(layout.bases());
                bodies.putAll(layout.bodies());
            }
        }
        if (!table.refusals().isEmpty()) {
            throw new ExportException(List.copyOf(table.refusals()));
        }
        boolean asked = outcomes[0].asked();
        String ipv6 = table.names().of("ipv6");
        List<String> ofIpv6 = new ArrayList<>(asked ? List.of() : options.arriving());
        ofIpv6.add(TAKEN_FOR_PROTOCOLS);
        table.chain(ipv6, ofIpv6);
        bases.forEach((base, hook) -> {
            List<String> first = new ArrayList<>(hook == Hook.FORWARD ? List.of() : options.first());
            first.addAll(asked ? options.arriving() : List.of());
            String body = bodies.get(base);
            if (body == null) {
                first.add("meta nfproto ipv6 jump " + ipv6);
            } else {
                String rest = table.names().of(base + "_ipv6");
                table.chain(rest, List.of("jump " + ipv6, "goto " + body));
                first.add("meta nfproto ipv6 goto " + rest);
            }
            table.begin(base, first);
        });
        StringBuilder text = new StringBuilder();
        outcomes[0].counters().forEach(counter -> text.append("\tcounter ").append(counter.name()).append(" { }\n"));
        table.content(text);
        return new SettledTable(text.toString(), outcomes[0].counters(), undecided, !asked);
    }

    /** The chain that decides in every direction, which a call that is no longer there must not change; null where there is none. */
    private static String lone(Policy policy) {
        List<Chain> uncalled = Chains.anyBound(policy) ? List.of() : Chains.uncalled(policy);
        return uncalled.size() == 1 ? uncalled.getFirst().getName() : null;
    }
}
