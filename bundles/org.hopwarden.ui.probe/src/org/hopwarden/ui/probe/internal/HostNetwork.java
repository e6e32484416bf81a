package org.hopwarden.ui.probe.internal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.hopwarden.net.IpAddress;
import org.hopwarden.packetio.PacketPort;
import org.hopwarden.packetio.PacketPortException;
import org.hopwarden.packetio.PacketPorts;
import org.hopwarden.packetio.TraceFilter;

/** The network that this host is in. */
record HostNetwork() implements Network {

    static final String ID = "host";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String label() {
        return "This host";
    }

    @Override
    public String description() {
        return "Real packets, sent from this host.";
    }

    @Override
    public boolean isSimulated() {
        return false;
    }

    @Override
    public List<Suggestion> suggestions() {
        return List.of();
    }

    @Override
    public Optional<String> objection(String target) {
        if (IpAddress.tryParse(target).isPresent()) {
            return Optional.empty();
        }
        boolean looksNumeric = target.matches("[0-9.]+") || target.contains(":");
        boolean isName = target.length() <= 253 && target.matches("[\\p{Alnum}]([\\p{Alnum}_-]*[\\p{Alnum}])?(\\.[\\p{Alnum}]"
                + "([\\p{Alnum}_-]*[\\p{Alnum}])?)*\\.?");
        return looksNumeric || !isName ? Optional.of("Target: '" + target
                + "' is neither an address, such as 192.0.2.1 or 2001:db8::1, nor a host name.") : Optional.empty();
    }

    @Override
    public IpAddress resolve(String target) throws IOException {
        Optional<IpAddress> literal = IpAddress.tryParse(target);
        if (literal.isPresent()) {
            return literal.get();
        }
        try {
            return Arrays.stream(InetAddress.getAllByName(target)).map(IpAddress::of)
                    .min(Comparator.comparing(IpAddress::version)).orElseThrow();
        } catch (UnknownHostException e) {
            throw new IOException("No name server knows the host '" + target + "'. Check the spelling and the connection, or "
                    + "give its address", e);
        }
    }

    @Override
    public PacketPort open(IpAddress target, Consumer<String> note) throws PacketPortException {
        return PacketPorts.openBest(new TraceFilter(target), lacking -> note.accept("No right to raw sockets, so probes go through "
                + "ordinary ones: no TCP ACK, no UDP (Dublin), no probes in connections, no sight of what is rewritten on the way. "
                + lacking.remedy().replace('\n', ' ')));
    }
}
