package org.hopwarden.enforce.internal;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.hopwarden.net.IpAddress;
import org.hopwarden.packetio.TcpConnection;

/** Asks the kernel by which interface a connection of this host goes. */
public final class RouteLookup {

    private static final Pattern DEVICE = Pattern.compile("\\bdev (\\S+)");

    private RouteLookup() {
    }

    /**
     * The interface of a connection; empty where the system does not tell.
     *
     * @param own whether an address is this host's
     */
    public static Optional<String> interfaceOf(TcpConnection ends, Predicate<IpAddress> own) {
        if (own.test(ends.remote())) {
            return Optional.of("lo");
        }
        try {
            SystemCommand route = SystemCommand.run(List.of("ip", "-o", "route", "get", ends.remote().toString(), "from",
                    ends.local().toString()), "");
            return route.succeeded() ? device(route.output()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    static Optional<String> device(String route) {
        Matcher device = DEVICE.matcher(route);
        return device.find() ? Optional.of(device.group(1)) : Optional.empty();
    }
}
