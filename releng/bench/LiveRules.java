import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpPrefix;
import org.hopwarden.rulemodel.AddressPrefix;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.ChainEnd;
import org.hopwarden.rulemodel.NumberSet;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.PolicyFiles;
import org.hopwarden.rulemodel.PortCondition;
import org.hopwarden.rulemodel.PortOperator;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.rulemodel.RulemodelFactory;
import org.hopwarden.rulemodel.Service;

/**
 * An access list of the usual kind (specific networks, known ports) that denies nothing of what {@link LiveBench} sends: all its rules but
 * the last deny others, the last allows all. As a policy, and as an nftables chain that asks one rule after the other.
 */
final class LiveRules {

    private static final RulemodelFactory MODEL = RulemodelFactory.eINSTANCE;
    private static final int[] PORTS = { 20, 21, 22, 23, 25, 53, 67, 80, 110, 123, 143, 161, 179, 389, 443, 445, 636, 993, 1433, 3306, 3389,
            5432, 8080, 8443 };
    /** The benchmark's own hosts. */
    private static final IpPrefix OWN = IpPrefix.parse("10.0.0.0/8");

    /** One rule that denies; a protocol of 6 or 17. */
    private record Denial(IpPrefix source, IpPrefix destination, int protocol, int low, int high) {
    }

    private final List<Denial> denials = new ArrayList<>();

    private LiveRules() {
    }

    static LiveRules random(int rules) {
        Random random = new Random(rules);
        int[] networks = random.ints(Math.max(8, rules / 20)).toArray();
        LiveRules result = new LiveRules();
        while (result.denials.size() < rules - 1) {
            IpPrefix source = random.nextInt(12) == 0 ? IpPrefix.parse("0.0.0.0/0") : prefix(random, networks);
            IpPrefix destination = prefix(random, networks);
            int low = random.nextInt(4) == 0 ? 1024 + random.nextInt(60_000) : PORTS[random.nextInt(PORTS.length)];
            int high = low < 1024 || random.nextBoolean() ? low : Math.min(65_535, low + random.nextInt(2_000));
            if (!OWN.contains(destination.address())) {
                result.denials.add(new Denial(source, destination, random.nextInt(5) == 0 ? 17 : 6, low, high));
            }
        }
        return result;
    }

    private static IpPrefix prefix(Random random, int[] networks) {
        int network = networks[random.nextInt(networks.length)];
        return IpPrefix.containing(IpAddress.v4(network & 0xffff_0000 | random.nextInt(0x10000)), 22 + random.nextInt(11));
    }

    Path savePolicy(Path file) throws IOException {
        Policy policy = MODEL.createPolicy();
        policy.setName("live");
        Chain chain = MODEL.createChain();
        chain.setName("all");
        chain.setEnd(ChainEnd.DENY);
        policy.getChains().add(chain);
        for (Denial each : denials) {
            Rule rule = MODEL.createRule();
            rule.setAction(MODEL.createDeny());
            rule.setMatch(MODEL.createMatch());
            rule.getMatch().getSource().add(term(each.source));
            rule.getMatch().getDestination().add(term(each.destination));
            PortCondition port = MODEL.createPortCondition();
            port.setOperator(each.low == each.high ? PortOperator.EQ : PortOperator.RANGE);
            port.setPorts(NumberSet.ofRange(each.low, each.high));
            Service service = MODEL.createService();
            service.setProtocol(each.protocol);
            service.setDestinationPort(port);
            rule.getMatch().getService().add(service);
            chain.getRules().add(rule);
        }
        Rule last = MODEL.createRule();
        last.setAction(MODEL.createAllow());
        last.setMatch(MODEL.createMatch());
        chain.getRules().add(last);
        PolicyFiles.save(policy, file);
        return file;
    }

    private static AddressPrefix term(IpPrefix prefix) {
        AddressPrefix term = MODEL.createAddressPrefix();
        term.setPrefix(prefix);
        return term;
    }

    String nft() {
        return denials.stream().map(each -> (each.source.length() == 0 ? "" : "ip saddr " + each.source + " ") + "ip daddr " + each.destination
                + (each.protocol == 6 ? " tcp" : " udp") + " dport " + each.low + (each.low == each.high ? "" : "-" + each.high) + " drop\n")
                .collect(Collectors.joining("", "table ip live {\nchain forward {\ntype filter hook forward priority 0; policy drop;\n",
                        "accept\n}\n}\n"));
    }
}
