package org.hopwarden.interchange.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.hopwarden.interchange.SettledTable.Counter;
import org.hopwarden.interchange.SettledTable.Effect;
import org.hopwarden.interchange.internal.NftTable.End;
import org.hopwarden.rulemodel.Allow;
import org.hopwarden.rulemodel.Ask;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.ChainEnd;
import org.hopwarden.rulemodel.Disposition;
import org.hopwarden.rulemodel.Hook;
import org.hopwarden.rulemodel.LogMode;
import org.hopwarden.rulemodel.Reject;
import org.hopwarden.rulemodel.Rule;

/**
 * Outcomes that are counted: each rule that decides has a chain with a counter of its name, and so has each end. Where a packet that is allowed
 * meets another chain, it goes there, and what decides there counts it.
 */
final class NftKernelOutcomes implements NftOutcomes {

    /** The chain for packets that are not settled here. */
    static final String UNDECIDED = "undecided";

    private final NftNames names;
    private final boolean dryRun;
    private final boolean trees;
    private final Map<Counted, Counter> counters = new LinkedHashMap<>();
    private final Map<Outcome, String> outcomes = new LinkedHashMap<>();
    private final Map<String, List<String>> chains = new LinkedHashMap<>();
    private Hook hook;
    private Disposition disposition;
    private List<String> later = List.of();
    private Object scope = "";
    private boolean asked;

    private record Counted(String chain, int rule, Hook hook) {
    }

    private record Outcome(Counted counted, List<String> later) {
    }

    /** As {@link org.hopwarden.interchange.SettledTable.Options} says. */
    NftKernelOutcomes(NftNames names, List<String> undecided, boolean dryRun, boolean trees) {
        this.names = names;
        this.dryRun = dryRun;
        this.trees = trees;
        chains.put(names.of(UNDECIDED), undecided);
    }

    /**
     * From now on chains are written for one place.
     *
     * @param later which chains a packet meets that is allowed here, on what conditions
     * @param atDefault whether what becomes of packets of which the policy does not speak plays a part
     */
    void enter(Hook place, Disposition ofPlace, List<String> conditionsLater, boolean atDefault) {
        hook = place;
        disposition = ofPlace;
        later = List.copyOf(conditionsLater);
        scope = List.of(later, atDefault ? place : "");
    }

    @Override
    public String ofRule(Chain chain, int number, Rule rule, boolean tcp) {
        return ofElement(chain, number, rule);
    }

    @Override
    public String ofElement(Chain chain, int number, Rule rule) {
        if (rule.getAction() instanceof Ask) {
            return ask();
        }
        Counted counted = new Counted(chain.getName(), number, null);
        String log = rule.getLog() == LogMode.NONE ? "" : "log";
        if (rule.getAction() instanceof Allow) {
            return allow(counted, log);
        }
        if (rule.getAction() instanceof Reject reject) {
            return goTo(counted, List.of(), log, Effect.REJECT, NftVerdicts.lines(reject.getType()));
        }
        return goTo(counted, List.of(), log, Effect.DENY, List.of("drop"));
    }

    private String ask() {
        asked = true;
        return "goto " + UNDECIDED;
    }

    /** Whether any rule or default sends packets to {@link #UNDECIDED}. */
    boolean asked() {
        return asked;
    }

    private String allow(Counted counted, String log) {
        boolean elsewhere = later.size() == 1 && NftKernelLayout.isSure(later.getFirst());
        return elsewhere && log.isEmpty() ? later.getFirst() : goTo(counted, later, log, Effect.ALLOW, List.of("accept"));
    }

    private String goTo(Counted counted, List<String> first, String log, Effect effect, List<String> last) {
        return "goto " + outcomes.computeIfAbsent(new Outcome(counted, first), key -> {
            List<String> lines = new ArrayList<>();
            if (!log.isEmpty()) {
                lines.add(log);
            }
            lines.addAll(first);
            if (first.isEmpty() || !NftKernelLayout.isSure(first.getLast())) {
                String count = "counter name \"" + counter(counted, effect).name() + "\"";
                if (dryRun) {
                    lines.add(count + " accept");
                } else if (last.size() == 1) {
                    lines.add(count + " " + last.getFirst());
                } else {
                    lines.add(count);
                    lines.addAll(last);
                }
            }
            String name = names.of("r" + outcomes.size());
            chains.put(name, lines);
            return name;
        });
    }

    private Counter counter(Counted counted, Effect effect) {
        return counters.computeIfAbsent(counted, key -> new Counter("n" + counters.size(), counted.chain, counted.rule, effect));
    }

    @Override
    public String ofEnd(Chain chain, End end) {
        if (end == End.BACK) {
            return end.text();
        }
        if (chain.getEnd() != ChainEnd.ALLOW && chain.getEnd() != ChainEnd.DENY) {
            return ofDefault();
        }
        Counted counted = new Counted(chain.getName(), 0, null);
        return end == End.ACCEPT ? allow(counted, "") : goTo(counted, List.of(), "", Effect.DENY, List.of("drop"));
    }

    /** What becomes of packets of which the policy does not speak. */
    String ofDefault() {
        Counted counted = new Counted(null, 0, hook);
        return switch (disposition) {
            case ASK -> ask();
            case ALLOW -> allow(counted, "");
            default -> goTo(counted, List.of(), "", Effect.DENY, List.of("drop"));
        };
    }

    /** The rules of an outcome, so that they need no chain of their own; but those of what is undecided change while they stand. */
    List<String> inline(String outcome) {
        String chain = outcome.substring(outcome.indexOf(' ') + 1);
        return chain.equals(UNDECIDED) ? List.of(outcome) : chains.getOrDefault(chain, List.of(outcome));
    }

    @Override
    public boolean logs() {
        return true;
    }

    @Override
    public boolean trees() {
        return trees;
    }

    @Override
    public Object scope() {
        return scope;
    }

    @Override
    public Map<String, List<String>> chains() {
        return chains;
    }

    List<Counter> counters() {
        return List.copyOf(counters.values());
    }
}
