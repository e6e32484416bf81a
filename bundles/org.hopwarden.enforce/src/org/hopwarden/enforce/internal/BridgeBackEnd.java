package org.hopwarden.enforce.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.hopwarden.enforce.EnforcementBackEnd;
import org.hopwarden.enforce.Enforcer;
import org.hopwarden.enforce.InlineBridge;
import org.hopwarden.enforce.NonIpFrames;
import org.hopwarden.engine.connections.ConnectionLimits;
import org.hopwarden.packetio.NetworkInterfaces;
import org.hopwarden.packetio.NetworkInterfaces.Interface;
import org.hopwarden.packetio.PacketPortException;
import org.hopwarden.packetio.PacketPorts;

/** The {@link InlineBridge} as a back end. */
public final class BridgeBackEnd implements EnforcementBackEnd {

    private static final Option FIRST = new Option("first", "Interface", "One side of the bridge");
    private static final Option SECOND = new Option("second", "and", "The other side of the bridge");
    private static final Option ARP = new Option("arp", "ARP", "Whether hosts find each other's addresses across the bridge (IPv4)");
    private static final Option SPANNING_TREE = new Option("stp", "STP", "Whether spanning tree passes, by which bridges on both sides hear each"
            + " other and notice a loop");
    private static final Option OTHERS = new Option("other", "Other", "Whether frames pass that carry neither IP nor these");
    private static final Option CONNECTIONS = new Option("connections", "Connections", "How many connections are kept at most, where a rule asks"
            + " for their states; a quarter of them of one source");
    private static final int LEAST_CONNECTIONS = 4;
    private static final int MOST_CONNECTIONS = 1 << 24;
    private static final String ALLOW = "allow";
    private static final String DENY = "deny";

    @Override
    public String id() {
        return "bridge";
    }

    @Override
    public String label() {
        return "Bridge of two interfaces";
    }

    @Override
    public String description() {
        return "Two network interfaces of this host become a cable with a filter in it. They need no addresses, and are left as"
                + " they are.";
    }

    @Override
    public Optional<Obstacle> obstacle() {
        try {
            PacketPorts.requireFrames();
            List<String> names = names();
            return names.size() >= 2 ? Optional.empty() : Optional.of(new Obstacle("a bridge needs two network interfaces, and"
                    + " this host has " + (names.isEmpty() ? "none" : "only " + names.getFirst()) + " beside loopback",
                    "To try one without more hardware: sudo ip link add left type veth peer name left0, and the same for"
                            + " right"));
        } catch (PacketPortException e) {
            return Optional.of(new Obstacle(e.getMessage(), e.remedy()));
        }
    }

    @Override
    public List<Option> options() {
        return List.of(FIRST, SECOND, ARP, SPANNING_TREE, OTHERS, CONNECTIONS);
    }

    @Override
    public List<String> choices(Option option, Map<String, String> chosen) {
        if (option.equals(CONNECTIONS)) {
            int usual = ConnectionLimits.DEFAULT.mostConnections();
            return Stream.of(usual, 4 * usual, usual / 16).map(String::valueOf).toList();
        }
        if (!option.equals(FIRST) && !option.equals(SECOND)) {
            return option.equals(OTHERS) ? List.of(DENY, ALLOW) : List.of(ALLOW, DENY);
        }
        try {
            return names().stream().filter(name -> option.equals(FIRST) || !name.equals(chosen.get(FIRST.name()))).toList();
        } catch (PacketPortException e) {
            // Starting says why; until then the user may type a name.
            return List.of();
        }
    }

    /** Those that can be bridged, the ones that are up first. */
    private static List<String> names() throws PacketPortException {
        List<Interface> ethernet = NetworkInterfaces.list().stream().filter(each -> !each.loopback() && !each.mac().isEmpty())
                .toList();
        return Stream.concat(ethernet.stream().filter(Interface::up),
                ethernet.stream().filter(each -> !each.up())).map(Interface::name).toList();
    }

    @Override
    public boolean runsDry() {
        return true;
    }

    /** What is to be bridged. */
    private record Chosen(Interface first, Interface second, NonIpFrames frames, ConnectionLimits limits) {
    }

    @Override
    public void check(Request request) throws OptionException, PacketPortException {
        chosen(request);
    }

    @Override
    public Enforcer start(Request request) throws OptionException, PacketPortException {
        Chosen chosen = chosen(request);
        return InlineBridge.start(chosen.first.name(), chosen.second.name(), request.policy(), request.verdicts(), request.dryRun(),
                request.questions(), chosen.frames, chosen.limits);
    }

    private Chosen chosen(Request request) throws OptionException, PacketPortException {
        List<Interface> all = NetworkInterfaces.list();
        Interface first = existing(all, FIRST, request.value(FIRST));
        Interface second = existing(all, SECOND, request.value(SECOND));
        refuseLoopback(FIRST, first);
        refuseLoopback(SECOND, second);
        if (first.equals(second)) {
            throw new OptionException(SECOND, "a bridge needs two interfaces, and '" + first.name() + "' is named twice",
                    others(first.name()));
        }
        return new Chosen(first, second, new NonIpFrames(passes(request, ARP), passes(request, SPANNING_TREE), passes(request, OTHERS)),
                limits(request));
    }

    private static ConnectionLimits limits(Request request) throws OptionException {
        String value = request.value(CONNECTIONS, Integer.toString(ConnectionLimits.DEFAULT.mostConnections()));
        try {
            int most = Integer.parseInt(value);
            if (most >= LEAST_CONNECTIONS && most <= MOST_CONNECTIONS) {
                return ConnectionLimits.of(most);
            }
        } catch (NumberFormatException e) {
            // It is told as what is out of the range.
        }
        throw new OptionException(CONNECTIONS, "'" + value + "' is no number of connections",
                "Give one from " + LEAST_CONNECTIONS + " to " + MOST_CONNECTIONS + "; each takes some 250 bytes.");
    }

    private boolean passes(Request request, Option option) throws OptionException {
        List<String> choices = choices(option, Map.of());
        String value = request.value(option, choices.getFirst());
        if (!choices.contains(value)) {
            throw new OptionException(option, "'" + value + "' is no choice for " + option.name(), "Choose " + String.join(" or ", choices) + ".");
        }
        return value.equals(ALLOW);
    }

    private static Interface existing(List<Interface> all, Option option, String name) throws OptionException {
        return all.stream().filter(each -> each.name().equals(name)).findFirst()
                .orElseThrow(() -> new OptionException(option, "there is no network interface '" + name + "'", "There are: "
                        + all.stream().map(Interface::name).collect(Collectors.joining(", ")) + "."));
    }

    private static void refuseLoopback(Option option, Interface chosen) throws OptionException, PacketPortException {
        if (chosen.loopback()) {
            throw new OptionException(option, "'" + chosen.name() + "' is the loopback interface, and leads nowhere",
                    others(chosen.name()));
        }
    }

    private static String others(String taken) throws PacketPortException {
        List<String> names = names().stream().filter(name -> !name.equals(taken)).toList();
        return names.isEmpty() ? "There is no other one; see ./hopwarden interfaces." : "Choose one of these: "
                + String.join(", ", names) + ".";
    }
}
