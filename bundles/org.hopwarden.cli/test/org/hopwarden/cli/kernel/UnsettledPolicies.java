package org.hopwarden.cli.kernel;

import java.time.LocalDateTime;
import java.util.Random;

import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpPrefix;
import org.hopwarden.net.IpVersion;
import org.hopwarden.rulemodel.AddressPrefix;
import org.hopwarden.rulemodel.Application;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.ChainEnd;
import org.hopwarden.rulemodel.Chains;
import org.hopwarden.rulemodel.Disposition;
import org.hopwarden.rulemodel.ElementIds;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.RateKey;
import org.hopwarden.rulemodel.RateLimit;
import org.hopwarden.rulemodel.RateUnit;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RulemodelFactory;
import org.hopwarden.rulemodel.Schedule;
import org.hopwarden.rulemodel.Service;

/** Random policies of the kinds that a kernel's table is written of in several ways, and what such a table cannot decide. */
final class UnsettledPolicies {

    private static final RulemodelFactory MODEL = RulemodelFactory.eINSTANCE;
    private static final String FEWEST_OF_BLOCKS = "hopwarden.kernel.fewest-ranges-of-blocks";
    private static final String FEWEST_WITH_BYSTANDERS = "hopwarden.kernel.fewest-rules-with-bystanders";

    private UnsettledPolicies() {
    }

    /** Takes back what {@link #of} has set. */
    static void asItWas() {
        System.clearProperty(FEWEST_OF_BLOCKS);
        System.clearProperty(FEWEST_WITH_BYSTANDERS);
    }

    /** One that is not ambiguous: where no chain is bound, a call that is not enabled leaves several that could decide. */
    static Policy of(int n, Random random, RandomHookPackets packets, boolean states) {
        // Blocks of addresses in hash tables, which short lists have not by themselves.
        System.setProperty(FEWEST_OF_BLOCKS, n % 4 == 3 ? "48" : "3");
        System.setProperty(FEWEST_WITH_BYSTANDERS, "3");
        if (n % 6 == 5) {
            return wide(random, packets);
        }
        while (true) {
            RandomKernelPolicies some = new RandomKernelPolicies(random, packets, states);
            // Every third has chains that are long enough to become trees.
            Policy policy = n % 3 == 2 ? some.next(2, 150) : n % 2 == 0 ? some.next() : new NftPolicies(random, packets, states).next();
            if (Chains.anyBound(policy) || Chains.uncalled(policy).size() == 1) {
                return policy;
            }
        }
    }

    /** Rules of which each tells one address: at every node of a tree many are wide. */
    private static Policy wide(Random random, RandomHookPackets packets) {
        Policy policy = MODEL.createPolicy();
        policy.setName("wide");
        policy.setDefaultForward(Disposition.ALLOW);
        Chain chain = MODEL.createChain();
        chain.setName("chain");
        chain.setEnd(random.nextBoolean() ? ChainEnd.ALLOW : ChainEnd.DENY);
        // Of two networks one may be named in no rule.
        boolean one = random.nextBoolean();
        for (int i = 0; i < 150; i++) {
            Rule rule = MODEL.createRule();
            rule.setAction(random.nextBoolean() ? MODEL.createAllow() : MODEL.createDeny());
            rule.setMatch(MODEL.createMatch());
            int near = random.nextInt(4) == 0 ? 0 : random.nextInt(1 << random.nextInt(24));
            AddressPrefix prefix = MODEL.createAddressPrefix();
            IpVersion version = i % 16 == 0 ? IpVersion.V6 : IpVersion.V4;
            IpAddress address = packets.address(version);
            while (one && version == IpVersion.V4 && address.low() >> 24 == 10) {
                address = packets.address(version);
            }
            prefix.setPrefix(version == IpVersion.V6 ? IpPrefix.containing(address, 128 - random.nextInt(20))
                    : IpPrefix.containing(IpAddress.v4((int) address.low() ^ near), 32 - random.nextInt(random.nextInt(4) == 0 ? 24 : 3)));
            (random.nextInt(3) == 0 ? rule.getMatch().getSource() : rule.getMatch().getDestination()).add(prefix);
            Service service = MODEL.createService();
            service.setProtocol(packets.protocol(version));
            rule.getMatch().getService().add(service);
            chain.getRules().add(rule);
        }
        policy.getChains().add(chain);
        ElementIds.assignMissing(policy);
        return policy;
    }

    /** One that nothing uses up. */
    private static RateLimit rate() {
        RateLimit rate = MODEL.createRateLimit();
        rate.setCount(1_000);
        rate.setUnit(RateUnit.SECOND);
        rate.setBurst(60_000);
        rate.setPer(RateKey.SOURCE);
        return rate;
    }

    /** Rules for programs, such as depend on the time or have a rate for each source, and such as ask. */
    static void unsettle(Policy policy, Random random) {
        Application application = MODEL.createApplication();
        application.setName("browser");
        application.setPath("/usr/bin/browser");
        policy.getApplications().add(application);
        Schedule schedule = MODEL.createSchedule();
        schedule.setName("once");
        schedule.setStart(LocalDateTime.of(2001, 1, 1, 0, 0));
        schedule.setEnd(LocalDateTime.of(random.nextBoolean() ? 2002 : 2102, 1, 1, 0, 0));
        policy.getSchedules().add(schedule);
        for (Rule rule : policy.getChains().stream().flatMap(chain -> chain.getRules().stream()).toList()) {
            switch (random.nextInt(8)) {
                case 0 -> rule.getMatch().getApplications().add(application);
                case 1 -> rule.getMatch().setSchedule(schedule);
                case 2 -> rule.getMatch().setRate(rate());
                case 3 -> {
                    if (random.nextInt(4) == 0) {
                        rule.setAction(MODEL.createAsk());
                    }
                }
                default -> {
                    // as it is
                }
            }
        }
    }
}
