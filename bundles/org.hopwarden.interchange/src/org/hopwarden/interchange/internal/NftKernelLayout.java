package org.hopwarden.interchange.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.hopwarden.interchange.ExportOptions;
import org.hopwarden.interchange.internal.NftTable.End;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.ChainEnd;
import org.hopwarden.rulemodel.Chains;
import org.hopwarden.rulemodel.Disposition;
import org.hopwarden.rulemodel.Hook;
import org.hopwarden.rulemodel.Policy;

/**
 * Lays out one base chain at each hook. It goes to the first chain that a packet meets; what that allows goes on to the next from there. So a
 * packet that leaves for a queue is decided once, by whoever empties it.
 */
final class NftKernelLayout extends NftLayout {

    private static final String GO_TO = "goto ";

    private final NftTable table;
    private final NftKernelOutcomes outcomes;
    private final Policy policy;
    private final Set<Hook> hooks;
    private final int priority;
    private final Map<String, Hook> bases = new LinkedHashMap<>();
    private final Map<String, String> bodies = new LinkedHashMap<>();

    /** @param hooks those that are written */
    NftKernelLayout(NftTable table, NftKernelOutcomes outcomes, Policy policy, String chain, Set<Hook> hooks, int priority) {
        super(table, policy, new ExportOptions(chain, false));
        this.table = table;
        this.outcomes = outcomes;
        this.policy = policy;
        this.hooks = hooks;
        this.priority = priority;
    }

    @Override
    void writeHook(Hook hook, End end, List<Met> met, boolean oneHook) {
        if (!hooks.contains(hook)) {
            return;
        }
        List<List<String>> entries = new ArrayList<>();
        met.forEach(one -> entries.add(List.of()));
        for (int i = met.size() - 1; i >= 0; i--) {
            Met one = met.get(i);
            List<String> later = new ArrayList<>();
            for (int j = i + 1; j < met.size(); j++) {
                if (!one.isApplication() || !met.get(j).isApplication()) {
                    later.addAll(entries.get(j));
                }
            }
            outcomes.enter(hook, disposition(hook), upToSure(later), endsAtDefault(one.chain()));
            String body = table.met(one.chain(), end);
            entries.set(i, one.always() ? List.of("goto " + body)
                    : one.conditions().stream().map(condition -> condition + " goto " + body).toList());
        }
        List<String> lines = new ArrayList<>();
        lines.add("type filter hook " + word(hook) + " priority " + priority + "; policy accept;");
        List<String> all = upToSure(entries.stream().flatMap(List::stream).toList());
        String name = table.names().of(word(hook));
        NftBystanders bystanders = outcomes.trees() && met.size() == 1 && met.getFirst().always() ? NftBystanders.of(met.getFirst().chain()) : null;
        if (bystanders == null) {
            lines.addAll(all);
        } else {
            String body = all.getFirst().substring(GO_TO.length());
            lines.addAll(bystanders.send(table, body));
            lines.addAll(outcomes.inline(outcomes.ofEnd(met.getFirst().chain(), NftTable.whenMet(met.getFirst().chain(), end))));
            bodies.put(name, body);
        }
        if (all.isEmpty() || !isSure(all.getLast())) {
            outcomes.enter(hook, disposition(hook), List.of(), true);
            lines.add(outcomes.ofDefault());
        }
        table.chain(name, lines);
        bases.put(name, hook);
    }

    /** The base chains that were written, with their hooks. */
    Map<String, Hook> bases() {
        return bases;
    }

    /** The chains for packets of IPv6, by the base chains that tell only those of IPv4 apart which pass by. */
    Map<String, String> bodies() {
        return bodies;
    }

    /** What stands behind an entry without a condition is never come to. */
    private static List<String> upToSure(List<String> entries) {
        List<String> some = new ArrayList<>();
        for (String entry : entries) {
            some.add(entry);
            if (isSure(entry)) {
                break;
            }
        }
        return some;
    }

    /** Whether every packet takes an entry. */
    static boolean isSure(String entry) {
        return entry.startsWith(GO_TO);
    }

    private static boolean endsAtDefault(Chain chain) {
        return chain.getEnd() == ChainEnd.BACK || Chains.reachable(chain).stream().anyMatch(one -> one.getEnd() == ChainEnd.POLICY);
    }

    private Disposition disposition(Hook hook) {
        return switch (hook) {
            case IN -> policy.getDefaultIn();
            case OUT -> policy.getDefaultOut();
            case FORWARD -> policy.getDefaultForward();
        };
    }
}
