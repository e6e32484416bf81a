package org.hopwarden.enforce.internal;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.hopwarden.enforce.EnforcementBackEnd;
import org.hopwarden.enforce.Enforcer;
import org.hopwarden.lab.ExampleTopologies;
import org.hopwarden.lab.Topology;
import org.hopwarden.lab.TopologyException;

/** A router of a simulated network as a back end, with traces running through it. Nothing leaves the host. */
public final class SimulatedBackEnd implements EnforcementBackEnd {

    private static final Option NETWORK = new Option("network", "Network", "The simulated network: an example, or a topology file");
    private static final Option ROUTER = new Option("router", "Router", "The router that forwards by the policy");

    @Override
    public String id() {
        return "simulated";
    }

    @Override
    public String label() {
        return "Simulated in the lab";
    }

    @Override
    public String description() {
        return "A router of a simulated network forwards by the policy, and is traced again and again by every method. Nothing"
                + " leaves this host.";
    }

    @Override
    public Optional<Obstacle> obstacle() {
        return Optional.empty();
    }

    @Override
    public List<Option> options() {
        return List.of(NETWORK, ROUTER);
    }

    @Override
    public List<String> choices(Option option, Map<String, String> chosen) {
        if (option.equals(NETWORK)) {
            return ExampleTopologies.all().stream().map(ExampleTopologies.Example::id).toList();
        }
        try {
            return routers(network(chosen.getOrDefault(NETWORK.name(), ExampleTopologies.DEFAULT_ID)));
        } catch (OptionException e) {
            return List.of();
        }
    }

    /** The router next to where traces start, then the others. */
    private static List<String> routers(Topology network) {
        List<String> all = network.nodes().stream().filter(Topology.Node::isRouter).map(Topology.Node::name).toList();
        List<String> next = network.links().stream().filter(link -> link.end(network.viewpoint()).isPresent())
                .flatMap(link -> link.ends().stream()).map(end -> end.node()).filter(all::contains).toList();
        return Stream.concat(next.stream(), all.stream()).distinct().toList();
    }

    private static Topology network(String name) throws OptionException {
        Path path;
        try {
            path = Path.of(name);
        } catch (InvalidPathException e) {
            throw new OptionException(NETWORK, "'" + name + "' is no file name: " + e.getReason(), examples());
        }
        Optional<ExampleTopologies.Example> example = ExampleTopologies.find(name);
        if (example.isPresent() && !Files.exists(path)) {
            return example.get().topology();
        }
        try {
            return Topology.read(path);
        } catch (TopologyException e) {
            throw new OptionException(NETWORK, e.getMessage(), examples());
        }
    }

    private static String examples() {
        return "The examples are named " + ExampleTopologies.all().stream().map(ExampleTopologies.Example::id)
                .collect(Collectors.joining(", ")) + ".";
    }

    @Override
    public boolean runsDry() {
        return true;
    }

    @Override
    public void check(Request request) throws OptionException {
        router(request, network(request.value(NETWORK)));
    }

    @Override
    public Enforcer start(Request request) throws OptionException {
        Topology network = network(request.value(NETWORK));
        return new LabTraffic(network, router(request, network), request.policy(), request.verdicts(), request.dryRun(), request.questions());
    }

    private static String router(Request request, Topology network) throws OptionException {
        List<String> routers = routers(network);
        String router = request.value(ROUTER);
        if (!routers.contains(router)) {
            throw new OptionException(ROUTER, "the simulated network has no router '" + router + "'", "Its routers: "
                    + String.join(", ", routers) + ".");
        }
        return router;
    }
}
