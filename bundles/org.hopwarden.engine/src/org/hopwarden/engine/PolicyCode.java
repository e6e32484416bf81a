package org.hopwarden.engine;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;

import org.hopwarden.engine.Routes.Met;
import org.hopwarden.engine.Routes.Route;
import org.hopwarden.net.PacketView;

/** The way of packets through the chains of a compiled policy, to a {@link Decision}. Immutable but for the buckets of rates. */
final class PolicyCode {

    private static final int NONE = -1;

    /** For who knows nothing beside a packet. */
    private static final ThreadLocal<PacketState> BARE = ThreadLocal.withInitial(() -> new PacketState(Direction.FORWARD));

    /** Of the chains that packets can meet; null for one that says nothing of the IP version. */
    private final CompiledChain[] chainsV4;
    private final CompiledChain[] chainsV6;
    /** By direction. */
    private final int[] defaults;
    /** The chain that decides in every direction; null where there is none, or it says nothing of the IP version. */
    private final CompiledChain onlyV4;
    private final CompiledChain onlyV6;
    /** How packets meet chains; null where one decides in every direction. */
    private final Routes routes;
    private final boolean asksState;

    /**
     * @param defaults decisions of the policy, by direction
     * @param isBound whether packets meet the chains by their bindings
     * @param only the chain that decides in every direction; -1 where there is none
     */
    PolicyCode(PlacedChain[] chains, int[] defaults, boolean isBound, int only) {
        this.defaults = defaults;
        chainsV4 = Arrays.stream(chains).map(chain -> chain.v4).toArray(CompiledChain[]::new);
        chainsV6 = Arrays.stream(chains).map(chain -> chain.v6).toArray(CompiledChain[]::new);
        routes = isBound ? new Routes(chains) : null;
        onlyV4 = only < 0 ? null : chainsV4[only];
        onlyV6 = only < 0 ? null : chainsV6[only];
        asksState = routes != null || onlyV4 != null && onlyV4.asksState() || onlyV6 != null && onlyV6.asksState();
    }

    int decide(PacketView packet, Direction direction) {
        if (asksState) {
            return decide(packet, BARE.get().next().direction(direction));
        }
        if (!packet.isValid()) {
            return Decision.NOT_IP;
        }
        CompiledChain only = packet.isV4() ? onlyV4 : onlyV6;
        return only == null ? defaults[direction.ordinal()] : only.decide(packet, direction);
    }

    int decide(PacketView packet, PacketState state) {
        state.begin();
        if (!packet.isValid()) {
            return Decision.NOT_IP;
        }
        int decision;
        if (routes != null) {
            decision = decideBound(packet, state);
        } else {
            CompiledChain only = packet.isV4() ? onlyV4 : onlyV6;
            decision = only == null || !only.speaksOf(packet, state) ? defaults[state.direction().ordinal()]
                    : only.decide(packet, state, packet.isV4() ? chainsV4 : chainsV6);
        }
        return state.logged ? decision | Decision.LOGGED : decision;
    }

    /**
     * All chains that are asked must allow. What denies counts before what asks, because a person's answer could change nothing.
     */
    private int decideBound(PacketView packet, PacketState state) {
        Route route = routes.of(state);
        boolean applicationAsked = false;
        int decision = NONE;
        CompiledChain[] all = packet.isV4() ? chainsV4 : chainsV6;
        for (Met met : packet.isV4() ? route.v4() : route.v6()) {
            if (met.ofApplications() && applicationAsked || !met.chain().speaksOf(packet, state)) {
                continue;
            }
            applicationAsked |= met.ofApplications();
            int next = met.chain().decide(packet, state, all);
            state.logged |= Decision.isLogged(next);
            boolean dropped = Decision.isDrop(next);
            if (decision != NONE && !dropped && Decision.isAsk(decision)) {
                state.passed(Decision.slot(next));
                continue;
            }
            if (decision != NONE) {
                state.passed(Decision.slot(decision));
            }
            if (dropped) {
                return next;
            }
            decision = next;
        }
        return decision != NONE ? decision : defaults[state.direction().ordinal()];
    }

    /** How many bytes the tables of the matchers take. */
    long sizeBytes() {
        return Stream.concat(Arrays.stream(chainsV4), Arrays.stream(chainsV6)).filter(Objects::nonNull)
                .mapToLong(CompiledChain::sizeBytes).sum();
    }
}
