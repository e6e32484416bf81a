package org.hopwarden.enforce.gate;

import static org.hopwarden.enforce.gate.GatePolicies.allow;
import static org.hopwarden.enforce.gate.GatePolicies.bound;
import static org.hopwarden.enforce.gate.GatePolicies.chain;
import static org.hopwarden.enforce.gate.GatePolicies.policy;
import static org.hopwarden.enforce.gate.GatePolicies.rule;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.hopwarden.enforce.gate.GatePlace.Kind;
import org.hopwarden.engine.CompiledPolicy;
import org.hopwarden.engine.Direction;
import org.hopwarden.rulemodel.Call;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.ChainEnd;
import org.hopwarden.rulemodel.Hook;
import org.hopwarden.rulemodel.Policy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppliedPoliciesTest {

    @TempDir
    private Path folder;

    private static GatePlace place(String name) {
        return new GatePlace(name, Kind.HOST, Set.of(Direction.IN), true);
    }

    @Test
    void eachPlaceHasItsOwn() throws Exception {
        AppliedPolicies applied = AppliedPolicies.of(Map.of("XDG_STATE_HOME", folder.toString()));
        assertEquals(Optional.empty(), applied.last(place("nfqueue hook=in")));
        applied.applied(place("nfqueue hook=in"), policy(chain("a", ChainEnd.ALLOW)), null);
        applied.applied(place("bridge first=a/b second=c"), policy(chain("b", ChainEnd.ALLOW)), null);
        applied.applied(place("nfqueue hook=in"), policy(chain("c", ChainEnd.ALLOW)), null);
        assertEquals("c", applied.last(place("nfqueue hook=in")).orElseThrow().getChains().getFirst().getName());
        assertEquals("b", applied.last(place("bridge first=a/b second=c")).orElseThrow().getChains().getFirst().getName());
        assertNotEquals(applied.file(place("a b")), applied.file(place("a-b")), "names that only look alike");
    }

    @Test
    void eachNetworkNamespaceHasItsOwn() throws Exception {
        AppliedPolicies host = new AppliedPolicies(folder);
        AppliedPolicies router = new AppliedPolicies(folder, " netns=router");
        host.applied(place("nfqueue hook=in"), policy(chain("a", ChainEnd.ALLOW)), null);
        assertEquals(Optional.empty(), router.last(place("nfqueue hook=in")));
        router.applied(place("nfqueue hook=in"), policy(chain("b", ChainEnd.ALLOW)), null);
        assertEquals("a", host.last(place("nfqueue hook=in")).orElseThrow().getChains().getFirst().getName());
    }

    /** The copy decides as the chain did that was named. */
    @Test
    void aNamedChainStandsAloneInTheCopy() throws Exception {
        Chain called = chain("called", ChainEnd.BACK, rule(allow()));
        Call call = GatePolicies.MODEL.createCall();
        call.setChain(called);
        Chain named = bound(chain("named", ChainEnd.DENY, rule(call)), Hook.IN);
        Policy policy = policy(chain("other", ChainEnd.DENY), named, called);
        AppliedPolicies applied = new AppliedPolicies(folder);
        applied.applied(place("x"), policy, "named");
        Policy copy = applied.last(place("x")).orElseThrow();
        assertEquals(List.of("named", "called"), copy.getChains().stream().map(Chain::getName).toList());
        assertEquals("named", CompiledPolicy.compile(copy).chain());
        assertEquals(1, named.getBindings().size(), "the policy itself is left as it is");
    }
}
