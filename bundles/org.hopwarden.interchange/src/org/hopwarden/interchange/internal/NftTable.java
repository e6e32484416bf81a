package org.hopwarden.interchange.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.ChainEnd;
import org.hopwarden.rulemodel.Chains;
import org.hopwarden.rulemodel.Disposition;
import org.hopwarden.rulemodel.RateLimit;

/** The table that is being written: its sets and chains in order, and what was lost or refused on the way. */
final class NftTable {

    static final String NAME = "hopwarden";

    private final NftNames names = new NftNames();
    private final NftOutcomes outcomes;
    private final Map<String, List<String>> sets = new LinkedHashMap<>();
    private final Map<RateLimit, Bucket> limits = new LinkedHashMap<>();
    private final Map<String, List<String>> chains = new LinkedHashMap<>();
    private final Map<Body, String> bodies = new LinkedHashMap<>();
    private final Set<String> losses = new LinkedHashSet<>();
    private final Set<String> refusals = new LinkedHashSet<>();
    private final boolean counters;

    /** What happens behind the last rule of a chain. */
    enum End {
        ACCEPT, DROP, BACK;

        static End of(Disposition disposition) {
            return disposition == Disposition.ALLOW ? ACCEPT : DROP;
        }

        String text() {
            return this == ACCEPT ? "accept" : this == DROP ? "drop" : "return";
        }
    }

    /**
     * A chain as its packets meet it.
     *
     * @param back what a return in it means: back to the rule behind the call, or, where it was not called, its end
     */
    private record Body(Chain chain, End end, End back, End policy, Object scope) {
    }

    private record Bucket(String name, String words) {

        private String use() {
            return "limit name \"" + name + '"';
        }

        private long usesIn(Map<String, List<String>> chains) {
            return chains.values().stream().flatMap(List::stream).filter(line -> line.contains(use())).count();
        }
    }

    /** @param counters whether every rule is to be written with a counter of its own */
    NftTable(boolean counters) {
        this.counters = counters;
        outcomes = new NftVerdicts(names);
    }

    /** @param outcomes says what becomes of packets, by names out of those that it is given */
    NftTable(Function<NftNames, NftOutcomes> outcomes) {
        counters = false;
        this.outcomes = outcomes.apply(names);
    }

    boolean counters() {
        return counters;
    }

    NftNames names() {
        return names;
    }

    NftOutcomes outcomes() {
        return outcomes;
    }

    Set<String> losses() {
        return losses;
    }

    Set<String> refusals() {
        return refusals;
    }

    /** Declares a set or map and gives its name. */
    String declare(String wanted, List<String> lines, boolean map) {
        String name = names.of(wanted);
        sets.put((map ? "map " : "set ") + name, lines);
        return name;
    }

    /**
     * A limit with one bucket, however often it is written: one that stands in several places gets a name.
     *
     * @param words rate and burst
     */
    String limit(RateLimit rate, String words, String chain) {
        Bucket bucket = limits.computeIfAbsent(rate, one -> new Bucket(names.of(chain + "_limit"), words));
        return "limit name \"" + bucket.name + '"';
    }

    void chain(String name, List<String> lines) {
        chains.put(name, new ArrayList<>(lines));
    }

    /** The names of the sets and of the chains there are, for {@link #takeBack}. */
    List<Set<String>> written() {
        return List.of(new LinkedHashSet<>(sets.keySet()), new LinkedHashSet<>(chains.keySet()));
    }

    /** Removes the sets and chains that have come since. */
    void takeBack(List<Set<String>> written) {
        sets.keySet().retainAll(written.get(0));
        chains.keySet().retainAll(written.get(1));
    }

    /** Puts rules in front of those of a base chain that is there. */
    void begin(String name, List<String> lines) {
        chains.get(name).addAll(1, lines);
    }

    /** How a chain ends that other chains call, where the policy's default is this one. */
    static End whenCalled(Chain chain, End policy) {
        return chain.getEnd() == ChainEnd.BACK ? End.BACK : whenMet(chain, policy);
    }

    /** How a chain ends that packets meet by themselves. */
    static End whenMet(Chain chain, End policy) {
        return switch (chain.getEnd()) {
            case ALLOW -> End.ACCEPT;
            case DENY -> End.DROP;
            case POLICY, BACK -> policy;
        };
    }

    /** The name of a chain of the table that does what this one does when it is called. */
    String called(Chain chain, End policy) {
        return body(chain, whenCalled(chain, policy), End.BACK, policy);
    }

    /** The name of a chain of the table that does what this one does when packets meet it by themselves. */
    String met(Chain chain, End policy) {
        return body(chain, whenMet(chain, policy), whenMet(chain, policy), policy);
    }

    private String body(Chain chain, End end, End back, End policy) {
        boolean same = Chains.reachable(chain).stream().filter(one -> one != chain)
                .noneMatch(one -> one.getEnd() == ChainEnd.POLICY);
        Body body = new Body(chain, end, back, same ? null : policy, outcomes.scope());
        String name = bodies.get(body);
        if (name == null) {
            name = names.of(chain.getName());
            bodies.put(body, name);
            List<String> lines = new ArrayList<>();
            new NftChainWriter(this, chain, name, end, back, policy).write(lines, true);
            chains.put(name, lines);
        }
        return name;
    }

    /** The whole text, which replaces the table of this name in one transaction. */
    String text(String title) {
        StringBuilder text = new StringBuilder("#!/usr/sbin/nft -f\n").append(NftNames.remark(title)).append('\n');
        text.append("table inet ").append(NAME).append("\ndelete table inet ").append(NAME).append("\n\ntable inet ")
                .append(NAME).append(" {\n");
        content(text);
        return text.append("}\n").toString();
    }

    /** What stands in the table. */
    void content(StringBuilder text) {
        for (Bucket limit : limits.values()) {
            if (limit.usesIn(chains) > 1) {
                block(text, "limit " + limit.name, List.of(limit.words));
            } else {
                chains.values().forEach(lines -> lines.replaceAll(line -> line.replace(limit.use(), "limit " + limit.words)));
            }
        }
        sets.forEach((name, lines) -> block(text, name, lines));
        outcomes.chains().forEach((name, lines) -> block(text, "chain " + name, lines));
        chains.forEach((name, lines) -> block(text, "chain " + name, lines));
    }

    private static void block(StringBuilder text, String head, List<String> lines) {
        text.append("\t").append(head).append(" {\n");
        lines.forEach(line -> text.append("\t\t").append(line).append('\n'));
        text.append("\t}\n\n");
    }
}
