package org.hopwarden.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import org.hopwarden.net.IpVersion;
import org.hopwarden.rulemodel.Binding;
import org.hopwarden.rulemodel.ChainScope;
import org.hopwarden.rulemodel.InterfaceTerms;

/** Which chains packets meet by their bindings, found once for each direction and pair of interfaces. Safe for several threads. */
final class Routes {

    /** Interfaces come and go under ever new names; beyond so many pairs they are looked up each time. */
    private static final int MOST_KEPT = 4_096;

    private final PlacedChain[] chains;
    private final List<Map<String, Map<String, Route>>> known = new ArrayList<>();
    private final AtomicInteger kept = new AtomicInteger();

    /**
     * The chains that are met, in the order in which they are asked; of those of the application scope the first that speaks of a
     * packet is asked alone.
     */
    record Route(Met[] v4, Met[] v6) {
    }

    record Met(CompiledChain chain, boolean ofApplications) {
    }

    /** @param chains all that are bound, in the policy's order, and maybe others */
    Routes(PlacedChain[] chains) {
        this.chains = chains;
        for (int i = 0; i < Direction.values().length; i++) {
            known.add(new ConcurrentHashMap<>());
        }
    }

    Route of(PacketState state) {
        if (state.route == null || state.routeOf != this) {
            state.route = find(state.direction(), state.inInterface(), state.outInterface());
            state.routeOf = this;
        }
        return state.route;
    }

    private Route find(Direction direction, String in, String out) {
        Map<String, Route> byOut = known.get(direction.ordinal()).get(in);
        Route route = byOut == null ? null : byOut.get(out);
        if (route == null) {
            route = new Route(met(direction, in, out, IpVersion.V4), met(direction, in, out, IpVersion.V6));
            if (kept.get() < MOST_KEPT) {
                kept.incrementAndGet();
                known.get(direction.ordinal()).computeIfAbsent(in, name -> new ConcurrentHashMap<>()).put(out, route);
            }
        }
        return route;
    }

    private Met[] met(Direction direction, String in, String out, IpVersion version) {
        List<Met> global = new ArrayList<>();
        List<Met> application = new ArrayList<>();
        for (PlacedChain chain : chains) {
            CompiledChain code = version == IpVersion.V6 ? chain.v6 : chain.v4;
            if (code != null && chain.settings.getBindings().stream().anyMatch(binding -> meets(binding, direction, in, out))) {
                boolean ofApplications = chain.settings.getScope() == ChainScope.APPLICATION;
                (ofApplications ? application : global).add(new Met(code, ofApplications));
            }
        }
        List<Met> all = new ArrayList<>(direction == Direction.OUT ? application : global);
        all.addAll(direction == Direction.OUT ? global : application);
        return all.toArray(Met[]::new);
    }

    private static boolean meets(Binding binding, Direction direction, String in, String out) {
        return binding.getHook() == direction.hook() && InterfaceTerms.hold(binding.getInInterface(), in)
                && InterfaceTerms.hold(binding.getOutInterface(), out);
    }
}
