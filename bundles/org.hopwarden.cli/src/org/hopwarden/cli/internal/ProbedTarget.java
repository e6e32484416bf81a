package org.hopwarden.cli.internal;

import java.io.IOException;
import java.util.Optional;

import org.hopwarden.lab.SimulatedNetwork;
import org.hopwarden.lab.Topology;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpVersion;
import org.hopwarden.packetio.PacketPort;
import org.hopwarden.packetio.PacketPortException;
import org.hopwarden.packetio.TraceFilter;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Whom a command sends its probes to, and from where: the words that such commands share. */
final class ProbedTarget {

    @Parameters(paramLabel = "TARGET", description = "an IP address or a host name")
    private String target;

    @ArgGroup
    private Version version;

    private static final class Version {
        @Option(names = "-4", description = "take the target's IPv4 address", order = 1)
        private boolean four;
        @Option(names = "-6", description = "take the target's IPv6 address", order = 2)
        private boolean six;
    }

    @Option(names = "--interface", paramLabel = "NAME", description = "send from the address of this interface")
    private String interfaceName;

    @Option(names = "--source", paramLabel = "ADDRESS", description = "send from this address of this host")
    private String source;

    @Option(names = "--lab", paramLabel = "FILE",
            description = "send in the simulated network of this topology file, or of an example (see 'lab list')")
    private String lab;

    private Topology topology;

    /** Opens a port of this host. */
    interface HostOpener {
        PacketPort open(TraceFilter filter) throws PacketPortException;
    }

    /** What a command does with the target's address, the source that was asked for, and an open port. */
    interface Work<T> {
        T with(IpAddress address, Optional<IpAddress> source, PacketPort port) throws IOException;
    }

    /** The simulated network that was probed; empty where this host's own was, or none yet. */
    Optional<Topology> topology() {
        return Optional.ofNullable(topology);
    }

    /** As the user wrote it. */
    String text() {
        return target;
    }

    /** Finds the target's address, opens a port of this host or of the lab, and closes it when the work is done. */
    <T> T probe(HostOpener host, Work<T> work) throws IOException {
        try {
            return lab == null ? onHost(host, work) : inLab(work);
        } catch (PacketPortException e) {
            throw CommandFailure.of(e);
        }
    }

    private <T> T onHost(HostOpener host, Work<T> work) throws IOException {
        IpAddress address = Targets.onHost(target, ipVersion());
        Optional<String> from = Optional.ofNullable(interfaceName);
        from.ifPresent(InterfacesCommand::require);
        Optional<IpAddress> chosen = source(address);
        chosen.ifPresent(SourceAddress::requireOnHost);
        try (PacketPort port = host.open(new TraceFilter(address, from))) {
            return work.with(address, chosen, port);
        }
    }

    private <T> T inLab(Work<T> work) throws IOException {
        if (interfaceName != null) {
            throw CommandFailure.usage("--interface names an interface of this host, and --lab leaves this host out",
                    "Leave out one of the two.");
        }
        topology = Labs.open(lab);
        IpAddress address = Targets.inLab(target, ipVersion(), topology);
        Optional<IpAddress> chosen = source(address);
        chosen.ifPresent(each -> SourceAddress.requireInLab(each, topology));
        try (PacketPort port = SimulatedNetwork.of(topology).viewpointPort()) {
            return work.with(address, chosen, port);
        }
    }

    private Optional<IpAddress> source(IpAddress address) {
        try {
            return source == null ? Optional.empty() : Optional.of(SourceAddress.parse(source, address));
        } catch (IllegalArgumentException e) {
            throw CommandFailure.usage(e.getMessage(), "Give an address of the sender.");
        }
    }

    private Optional<IpVersion> ipVersion() {
        return version == null ? Optional.empty() : Optional.of(version.four ? IpVersion.V4 : IpVersion.V6);
    }
}
