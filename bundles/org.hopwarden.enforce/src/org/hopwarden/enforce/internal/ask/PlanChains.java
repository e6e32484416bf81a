package org.hopwarden.enforce.internal.ask;

import java.util.List;
import java.util.Optional;

import org.hopwarden.engine.DescribedPacket;
import org.hopwarden.engine.Direction;
import org.hopwarden.net.IpVersion;
import org.hopwarden.rulemodel.Binding;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.ChainEnd;
import org.hopwarden.rulemodel.Chains;
import org.hopwarden.rulemodel.Hook;
import org.hopwarden.rulemodel.InterfaceTerms;
import org.hopwarden.rulemodel.IpFamily;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.RulemodelFactory;

/** The chains of a policy that a rule can be put into. */
final class PlanChains {

    private static final RulemodelFactory MODEL = RulemodelFactory.eINSTANCE;

    private PlanChains() {
    }

    static Optional<Chain> find(Policy policy, String name) {
        return policy.getChains().stream().filter(each -> each.getName().equals(name)).findFirst();
    }

    /** Makes a chain bound to a direction, which leaves all packets to the policy's default. */
    static void make(Policy policy, Direction direction) {
        Chain made = MODEL.createChain();
        made.setName(newName(policy, direction));
        made.setEnd(ChainEnd.POLICY);
        Binding binding = MODEL.createBinding();
        binding.setHook(hook(direction));
        made.getBindings().add(binding);
        policy.getChains().add(made);
    }

    private static String newName(Policy policy, Direction direction) {
        String base = "answers-" + direction.word();
        String name = base;
        for (int i = 2; find(policy, name).isPresent(); i++) {
            name = base + "-" + i;
        }
        return name;
    }

    /** Whether a chain that is made and bound takes no other's place. */
    static boolean canMake(Policy policy, String chain) {
        return chain == null && (policy.getChains().isEmpty() || Chains.anyBound(policy));
    }

    /**
     * The names of the chains that may leave a packet to the policy's default.
     *
     * @param chain the one that decides in every direction; null where the policy says so
     */
    static List<String> leaving(Policy policy, String chain, DescribedPacket sample) {
        List<Chain> candidates = chain != null ? find(policy, chain).stream().toList()
                : Chains.anyBound(policy) ? met(policy, sample) : Chains.uncalled(policy);
        return candidates.stream().filter(each -> each.getEnd() == ChainEnd.POLICY || each.getEnd() == ChainEnd.BACK)
                .filter(each -> speaksOf(each, sample)).map(Chain::getName).toList();
    }

    private static boolean speaksOf(Chain candidate, DescribedPacket sample) {
        return candidate.getIpVersion() == IpFamily.ANY || (candidate.getIpVersion() == IpFamily.V4) == (sample.version() == IpVersion.V4);
    }

    private static List<Chain> met(Policy policy, DescribedPacket sample) {
        return policy.getChains().stream().filter(each -> each.getBindings().stream().anyMatch(binding -> meets(binding, sample))).toList();
    }

    private static boolean meets(Binding binding, DescribedPacket sample) {
        return binding.getHook() == hook(sample.direction()) && InterfaceTerms.hold(binding.getInInterface(), sample.inInterface())
                && InterfaceTerms.hold(binding.getOutInterface(), sample.outInterface());
    }

    private static Hook hook(Direction direction) {
        return switch (direction) {
            case IN -> Hook.IN;
            case OUT -> Hook.OUT;
            case FORWARD -> Hook.FORWARD;
        };
    }
}
