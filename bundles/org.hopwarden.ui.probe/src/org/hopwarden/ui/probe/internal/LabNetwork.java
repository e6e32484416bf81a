package org.hopwarden.ui.probe.internal;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.hopwarden.lab.ExampleTopologies;
import org.hopwarden.lab.Pace;
import org.hopwarden.lab.SimulatedNetwork;
import org.hopwarden.lab.Topology;
import org.hopwarden.net.IpAddress;
import org.hopwarden.packetio.PacketPort;
import org.hopwarden.probe.TraceRequest;

/**
 * A simulated network. Each trace gets a fresh one that starts from the topology's seed, and runs in real time: the window shows
 * a trace as it would be on a real network of these latencies.
 */
record LabNetwork(String id, Topology topology) implements Network {

    static List<LabNetwork> examples() {
        return ExampleTopologies.all().stream()
                .map(example -> new LabNetwork("lab:" + example.id(), example.topology())).toList();
    }

    @Override
    public String label() {
        return "Lab: " + topology.name().split(":", 2)[0];
    }

    @Override
    public String description() {
        return topology.description();
    }

    @Override
    public boolean isSimulated() {
        return true;
    }

    @Override
    public List<Suggestion> suggestions() {
        return topology.targets().stream().map(target -> new Suggestion(new TraceSpec(id, target.name(),
                target.method().isEmpty() ? "icmp" : target.method(), target.port(), TraceRequest.DEFAULT_MAX_TTL,
                TraceRequest.DEFAULT_QUERIES), target.note())).toList();
    }

    @Override
    public Optional<String> objection(String target) {
        return find(target).isPresent() ? Optional.empty() : Optional.of("Target: nothing in this simulated network is "
                + "called '" + target + "'. Try " + topology.targets().stream().map(Topology.Target::name).distinct()
                        .collect(Collectors.joining(", ")) + ", or an address.");
    }

    @Override
    public IpAddress resolve(String target) throws IOException {
        return find(target).orElseThrow(() -> new IOException("nothing in the simulated network '" + topology.name()
                + "' is called '" + target + "'"));
    }

    private Optional<IpAddress> find(String target) {
        return IpAddress.tryParse(target).or(() -> topology.lookup(target).stream().findFirst());
    }

    @Override
    public PacketPort open(IpAddress target, Consumer<String> note) {
        return SimulatedNetwork.of(topology, Pace.REAL_TIME).viewpointPort();
    }
}
