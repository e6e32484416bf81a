package org.hopwarden.enforce.gate;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.hopwarden.enforce.gate.HeldConnection.Way;
import org.hopwarden.enforce.internal.KernelConnections;
import org.hopwarden.enforce.internal.RouteLookup;
import org.hopwarden.enforce.internal.RouteLookup.Route;
import org.hopwarden.enforce.internal.WireGuardPeers;
import org.hopwarden.engine.connections.ConnectionPhase;
import org.hopwarden.engine.connections.TrackedConnection;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.packetio.NetworkInterfaces;
import org.hopwarden.packetio.NetworkInterfaces.Interface;
import org.hopwarden.packetio.PacketPortException;
import org.hopwarden.packetio.TcpConnections;
import org.hopwarden.packetio.TcpConnections.HeldSocket;
import org.hopwarden.packetio.UdpSockets;
import org.hopwarden.packetio.UdpSockets.UdpSocket;

/**
 * The connections of this host as it tells them now, in the network namespace of this thread.
 *
 * @param served the local ports at which TCP connections are taken
 */
record HostConnections(List<HeldSocket> tcp, List<UdpSocket> udp, Set<Integer> served, Routes routes) {

    private static final int MOST_TRACKED = 10_000;

    /** What is asked of the host for single connections. */
    interface Routes {

        /** How packets leave. */
        Way way(Ends ends);

        /** The UDP flow that carries what goes to an address by an interface that is a tunnel; empty where it is none, or that is not known. */
        Optional<Ends> carrier(String interfaceName, IpAddress remote);

        /** The UDP flows with answers that the kernel tracks, which begin or end at this host. */
        List<Tracked> udpFlows();
    }

    /** A flow that the kernel tracks. */
    record Tracked(Ends ends, boolean begunThere) {
    }

    HostConnections {
        tcp = List.copyOf(tcp);
        udp = List.copyOf(udp);
        served = Set.copyOf(served);
    }

    /** @throws PacketPortException where the system does not tell */
    static HostConnections read() throws PacketPortException {
        return new HostConnections(TcpConnections.sockets(), UdpSockets.ofHost(), TcpConnections.servedPorts(),
                new KernelRoutes(HostAddresses.read(), NetworkInterfaces.list()));
    }

    private record KernelRoutes(HostAddresses host, List<Interface> interfaces) implements Routes {

        @Override
        public Way way(Ends ends) {
            if (host.isOwn(ends.remote())) {
                return Way.by("lo");
            }
            Optional<Route> route = RouteLookup.to(ends.remote(), ends.local());
            if (route.isEmpty()) {
                return Way.by(host.interfaceOf(ends.local()));
            }
            String name = route.get().interfaceName();
            boolean discovered = ends.remote().isV6() && interfaces.stream().anyMatch(each -> each.name().equals(name) && !each.mac().isEmpty());
            return new Way(name, discovered ? Optional.of(route.get().gateway().filter(IpAddress::isV6).orElse(ends.remote())) : Optional.empty());
        }

        @Override
        public Optional<Ends> carrier(String interfaceName, IpAddress remote) {
            // Interfaces that frames go by carry no tunnel of this kind, and need not be asked about.
            if (interfaces.stream().noneMatch(each -> each.name().equals(interfaceName) && each.mac().isEmpty() && !each.loopback())) {
                return Optional.empty();
            }
            Optional<WireGuardPeers> peers = WireGuardPeers.of(interfaceName);
            return peers.flatMap(found -> found.carrierTo(remote)).flatMap(peer -> RouteLookup
                    .to(peer.endpoint(), peer.endpoint().isV4() ? IpAddress.v4(0) : IpAddress.v6(0, 0)).flatMap(Route::source)
                    .map(local -> new Ends(local, peers.get().listenPort(), peer.endpoint(), peer.port())));
        }

        @Override
        public List<Tracked> udpFlows() {
            return KernelConnections.list(MOST_TRACKED).connections().stream().filter(each -> each.protocol() == IpProtocol.UDP
                    && each.phase() != ConnectionPhase.UNREPLIED).flatMap(each -> tracked(each).stream()).toList();
        }

        private Optional<Tracked> tracked(TrackedConnection flow) {
            if (host.isOwn(flow.source())) {
                return Optional.of(new Tracked(new Ends(flow.source(), flow.sourcePort(), flow.destination(), flow.destinationPort()), false));
            }
            return host.isOwn(flow.destination())
                    ? Optional.of(new Tracked(new Ends(flow.destination(), flow.destinationPort(), flow.source(), flow.sourcePort()), true))
                    : Optional.empty();
        }
    }
}
