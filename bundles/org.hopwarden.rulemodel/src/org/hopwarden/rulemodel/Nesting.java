package org.hopwarden.rulemodel;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * How deep things stand one inside another, and how large they are written out. A few lines can name one another so that writing
 * them out would take longer than anybody lives; what exceeds these bounds is a problem of the policy.
 *
 * @param <T> what holds others of its kind; each by identity
 */
public final class Nesting<T> {

    /** So deep may objects and chains stand one inside another. */
    public static final int DEEPEST = 100;
    /** So many terms an object may stand for, those of the objects that it uses counted each time. */
    public static final long MOST_TERMS = 1_000_000;
    /** So many rules a chain may hold, those of the chains that it calls counted each time. */
    public static final long MOST_RULES = 10_000_000;

    private static final long FULL = Long.MAX_VALUE / 4;

    private final Map<T, Integer> depths = new HashMap<>();
    private final Map<T, Long> sizes = new HashMap<>();

    /**
     * Looks at all of these.
     *
     * @param parts what one holds straight, each as often as it does; what is not among {@code all} is passed over
     * @param own the size of one without its parts
     */
    public Nesting(Collection<T> all, Function<T, List<T>> parts, ToLongFunction<T> own) {
        Map<T, Integer> open = new HashMap<>();
        Map<T, List<T>> holders = new HashMap<>();
        all.forEach(one -> open.put(one, 0));
        for (T one : open.keySet().stream().toList()) {
            for (T part : parts.apply(one)) {
                if (open.containsKey(part)) {
                    open.merge(one, 1, Integer::sum);
                    holders.computeIfAbsent(part, none -> new ArrayList<>()).add(one);
                }
            }
        }
        Deque<T> ready = new ArrayDeque<>();
        open.forEach((one, count) -> {
            depths.put(one, 0);
            sizes.put(one, own.applyAsLong(one));
            if (count == 0) {
                ready.add(one);
            }
        });
        while (!ready.isEmpty()) {
            T part = ready.remove();
            for (T holder : holders.getOrDefault(part, List.of())) {
                depths.merge(holder, depths.get(part) + 1, Math::max);
                sizes.merge(holder, sizes.get(part), (a, b) -> Math.min(FULL, a + b));
                if (open.merge(holder, -1, Integer::sum) == 0) {
                    ready.add(holder);
                }
            }
        }
        open.forEach((one, count) -> {
            if (count > 0) {
                depths.remove(one);
                sizes.remove(one);
            }
        });
    }

    /** How chains call each other. */
    public static Nesting<Chain> ofChains(Collection<Chain> chains) {
        return new Nesting<>(chains, chain -> chain.getRules().stream().map(Rule::getAction).filter(Call.class::isInstance)
                .map(action -> ((Call) action).getChain()).filter(called -> called != null).toList(), chain -> chain.getRules().size());
    }

    /** How address objects use each other. */
    public static Nesting<AddressObject> ofAddresses(Collection<AddressObject> objects) {
        return new Nesting<>(objects, object -> object.getTerms().stream().filter(AddressUse.class::isInstance)
                .map(term -> ((AddressUse) term).getObject()).filter(used -> used != null).toList(), object -> object.getTerms().size());
    }

    /** How service objects use each other. */
    public static Nesting<ServiceObject> ofServices(Collection<ServiceObject> objects) {
        return new Nesting<>(objects, object -> object.getTerms().stream().filter(ServiceUse.class::isInstance)
                .map(term -> ((ServiceUse) term).getObject()).filter(used -> used != null).toList(), object -> object.getTerms().size());
    }

    /** How interface objects use each other. */
    static Nesting<InterfaceObject> ofInterfaces(Collection<InterfaceObject> objects) {
        return new Nesting<>(objects, object -> object.getTerms().stream().filter(InterfaceUse.class::isInstance)
                .map(term -> ((InterfaceUse) term).getObject()).filter(used -> used != null).toList(), object -> object.getTerms().size());
    }

    /** Whether one may hold itself, or something that does. */
    public boolean isEndless(T one) {
        return !depths.containsKey(one);
    }

    /** Whether one stands too deep, or is too large written out; false for what is endless. */
    public boolean exceeds(T one, long most) {
        return !isEndless(one) && (depths.get(one) > DEEPEST || sizes.get(one) > most);
    }
}
