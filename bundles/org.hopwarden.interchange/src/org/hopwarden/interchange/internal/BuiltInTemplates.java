package org.hopwarden.interchange.internal;

import org.hopwarden.interchange.PolicyTemplate;
import org.hopwarden.interchange.entry.RuleLines;
import org.hopwarden.interchange.entry.RuleParser.NoRule;
import org.hopwarden.interchange.entry.TermParser;
import org.hopwarden.rulemodel.Binding;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.ChainEnd;
import org.hopwarden.rulemodel.Disposition;
import org.hopwarden.rulemodel.ElementIds;
import org.hopwarden.rulemodel.Hook;
import org.hopwarden.rulemodel.InterfaceObject;
import org.hopwarden.rulemodel.IosNumberedList;
import org.hopwarden.rulemodel.IpFamily;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.RulemodelFactory;

/** The templates that come with the program, their rules as text: see {@link RuleLines}. */
public final class BuiltInTemplates {

    private static final RulemodelFactory MODEL = RulemodelFactory.eINSTANCE;
    private static final int ICMP_MINIMUM_LIST = 2001;
    private static final int FIRST_LIST = 101;

    /** What path MTU discovery, error messages and neighbours need of ICMP, in both versions (RFC 4890, RFC 1191). */
    private static final String NEEDED_ICMP = """
            remark Errors without which connections hang: path MTU, TTL, unreachable
            permit icmp any any unreachable
            permit icmp any any time-exceeded
            permit icmp any any parameter-problem
            permit {icmpv6 1, icmpv6 2, icmpv6 3, icmpv6 4} any any
            """;
    private static final String NEIGHBOURS = """
            remark Neighbour discovery, which is IPv6's ARP; it never comes through a router
            permit {icmpv6 133, icmpv6 134, icmpv6 135, icmpv6 136} any any ttl 255
            """;

    private BuiltInTemplates() {
    }

    /** One chain without rules that denies all. */
    public static final class Empty implements PolicyTemplate {

        @Override
        public String id() {
            return "empty";
        }

        @Override
        public String title() {
            return "Empty";
        }

        @Override
        public String description() {
            return "One list without rules, which denies IPv4. The policy's defaults deny the rest.";
        }

        @Override
        public Policy make(String name) {
            Policy policy = policy(name, description());
            numbered(policy, FIRST_LIST, "");
            return finished(policy);
        }
    }

    /** Robert Thomas, ICMP Packet Filtering v1.2 (2003). */
    public static final class IcmpMinimum implements PolicyTemplate {

        @Override
        public String id() {
            return "icmp-minimum";
        }

        @Override
        public String title() {
            return "The ICMP minimum";
        }

        @Override
        public String description() {
            return "For a border router, both ways: of ICMP only echo, echo reply, packet too big and time exceeded, no fragments;"
                    + " everything else passes. After Rob Thomas, ICMP Packet Filtering 1.2. It is a list of IPv4: IPv6, which needs"
                    + " other messages, passes by the policy's defaults.";
        }

        @Override
        public Policy make(String name) {
            Policy policy = policy(name, description());
            policy.setDefaultIn(Disposition.ALLOW);
            policy.setDefaultOut(Disposition.ALLOW);
            policy.setDefaultForward(Disposition.ALLOW);
            numbered(policy, ICMP_MINIMUM_LIST, """
                    remark Specifically block ICMP fragments
                    deny icmp any any fragments
                    remark Permit inbound ping
                    permit icmp any any echo
                    remark Permit inbound ping response
                    permit icmp any any echo-reply
                    remark Permit path MTU discovery to function
                    permit icmp any any packet-too-big
                    remark Permit time exceeded messages for traceroute and loops
                    permit icmp any any time-exceeded
                    remark And explicitly block all other ICMP packets
                    deny icmp any any
                    remark Permit everything else, or add additional rules here
                    permit ip any any
                    """);
            return finished(policy);
        }
    }

    /** What the forum's question wanted: a trace from a host that is otherwise closed from outside. */
    public static final class Tracert implements PolicyTemplate {

        @Override
        public String id() {
            return "tracert";
        }

        @Override
        public String title() {
            return "Let tracert work";
        }

        @Override
        public String description() {
            return "For a host: lets out the probes of tracert and traceroute and the questions for names, and lets in what routers and"
                    + " the target answer, such as time exceeded. Nothing else comes in that was not asked for; everything may go out.";
        }

        @Override
        public Policy make(String name) {
            Policy policy = policy(name, description());
            policy.setDefaultOut(Disposition.ALLOW);
            bound(policy, "out", Hook.OUT, ChainEnd.POLICY, """
                    remark The probes of Windows tracert, and of ping
                    permit {icmp echo, icmpv6 128} any any
                    remark The probes of UNIX traceroute
                    permit udp any any range 33434 33523
                    remark Names: tracert asks for the target's and the routers'
                    permit {udp to eq domain, tcp to eq domain} any any
                    """);
            bound(policy, "in", Hook.IN, ChainEnd.DENY, """
                    remark This host talking to itself
                    permit ip any any in lo
                    remark Routers on the way: the TTL is used up. Without this every hop is a star
                    permit {icmp time-exceeded, icmpv6 3} any any
                    remark The target: echo replies, and port unreachable where the probes are UDP
                    permit {icmp echo-reply, icmpv6 129} any any
                    permit {icmp unreachable, icmpv6 1} any any
                    remark Path MTU discovery over IPv6
                    permit icmpv6 any any 2
                    """ + NEIGHBOURS + """
                    remark Answers to what this host has asked for
                    permit ip any any state established,related
                    """);
            return finished(policy);
        }
    }

    /** A host that offers nothing. */
    public static final class HostFirewall implements PolicyTemplate {

        @Override
        public String id() {
            return "host";
        }

        @Override
        public String title() {
            return "Host firewall";
        }

        @Override
        public String description() {
            return "For a host: everything may go out, and only answers, pings and the ICMP that connections need come in. Add a rule for"
                    + " each service that it offers.";
        }

        @Override
        public Policy make(String name) {
            Policy policy = policy(name, description());
            policy.setDefaultOut(Disposition.ALLOW);
            bound(policy, "in", Hook.IN, ChainEnd.DENY, """
                    remark This host talking to itself
                    permit ip any any in lo
                    remark What belongs to no connection that can be
                    deny ip any any state invalid
                    remark No more pings than a person sends, those of one that runs already among them
                    limit 10/second burst 20 {icmp echo, icmpv6 128} any any
                    remark Answers to what this host has asked for
                    permit ip any any state established,related
                    """ + NEEDED_ICMP + NEIGHBOURS + """
                    remark Pings
                    permit {icmp echo, icmpv6 128} any any
                    remark Addresses by DHCP
                    permit udp any eq bootps any eq bootpc
                    permit udp fe80::/10 eq 547 any eq 546
                    """);
            return finished(policy);
        }
    }

    /** A router between a network of its own and the rest. */
    public static final class Gateway implements PolicyTemplate {

        @Override
        public String id() {
            return "gateway";
        }

        @Override
        public String title() {
            return "Gateway";
        }

        @Override
        public String description() {
            return "For a router: who is inside may go out, and only answers and the ICMP that connections need come in. The gateway itself"
                    + " answers pings, and from inside also SSH, names and DHCP. Give the objects @inside and @outside your interfaces.";
        }

        @Override
        public Policy make(String name) {
            Policy policy = policy(name, description());
            policy.setDefaultOut(Disposition.ALLOW);
            addInterfaces(policy, "inside", "eth1");
            addInterfaces(policy, "outside", "eth0");
            bound(policy, "forward", Hook.FORWARD, ChainEnd.DENY, """
                    deny ip any any state invalid
                    remark Answers
                    permit ip any any state established,related
                    """ + NEEDED_ICMP + """
                    permit {icmp echo-reply, icmpv6 129} any any
                    remark Redirects are for the network in which they were sent
                    deny {icmp redirect, icmpv6 137} any any
                    remark Who is inside may go out
                    permit ip any any in @inside out @outside
                    """);
            bound(policy, "in", Hook.IN, ChainEnd.DENY, """
                    permit ip any any in lo
                    deny ip any any state invalid
                    limit 10/second burst 20 {icmp echo, icmpv6 128} any any
                    permit ip any any state established,related
                    """ + NEEDED_ICMP + NEIGHBOURS + """
                    permit {icmp echo, icmpv6 128} any any
                    remark From inside alone: administration, names, addresses
                    permit {tcp to eq 22, udp to eq domain, tcp to eq domain} any any in @inside
                    permit udp any eq bootpc any eq bootps in @inside
                    remark The gateway's own address from outside by DHCP
                    permit udp any eq bootps any eq bootpc in @outside
                    """);
            return finished(policy);
        }
    }

    /** Nothing passes. */
    public static final class BlockAll implements PolicyTemplate {

        @Override
        public String id() {
            return "block-all";
        }

        @Override
        public String title() {
            return "Block all";
        }

        @Override
        public String description() {
            return "Nothing passes in any direction, and all of it is logged.";
        }

        @Override
        public Policy make(String name) {
            Policy policy = policy(name, description());
            Chain chain = chain(policy, "all", ChainEnd.DENY, "deny ip any any log\n");
            chain.setIpVersion(IpFamily.ANY);
            return finished(policy);
        }
    }

    private static Policy policy(String name, String description) {
        Policy policy = MODEL.createPolicy();
        policy.setName(name);
        policy.setDescription(description);
        return policy;
    }

    private static void numbered(Policy policy, int number, String lines) {
        Chain chain = chain(policy, Integer.toString(number), ChainEnd.DENY, lines);
        chain.setIpVersion(IpFamily.V4);
        IosNumberedList list = MODEL.createIosNumberedList();
        list.setNumber(number);
        chain.setDialect(list);
    }

    private static void bound(Policy policy, String name, Hook hook, ChainEnd end, String lines) {
        Chain chain = chain(policy, name, end, lines);
        Binding binding = MODEL.createBinding();
        binding.setHook(hook);
        chain.getBindings().add(binding);
    }

    private static Chain chain(Policy policy, String name, ChainEnd end, String lines) {
        Chain chain = MODEL.createChain();
        chain.setName(name);
        chain.setIpVersion(IpFamily.ANY);
        chain.setEnd(end);
        try {
            chain.getRules().addAll(RuleLines.read(lines, policy));
        } catch (NoRule e) {
            throw new IllegalStateException("a built-in template is wrong: " + e.getMessage(), e);
        }
        policy.getChains().add(chain);
        return chain;
    }

    private static void addInterfaces(Policy policy, String name, String pattern) {
        InterfaceObject object = MODEL.createInterfaceObject();
        object.setName(name);
        try {
            object.getTerms().addAll(TermParser.interfaces(pattern, policy));
        } catch (NoRule e) {
            throw new IllegalStateException("a built-in template is wrong: " + e.getMessage(), e);
        }
        policy.getInterfaceObjects().add(object);
    }

    private static Policy finished(Policy policy) {
        ElementIds.assignMissing(policy);
        return policy;
    }
}
