package org.hopwarden.enforce.internal;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.hopwarden.packetio.PacketPortException;
import org.hopwarden.packetio.PacketPortException.Reason;

/** A bridge of the kernel, without any filter, that a {@link Guard} puts in the place of one that has failed. */
final class KernelBridge {

    private static final Pattern OURS = Pattern.compile(" master (hopwarden-\\d+) ");
    /** What goes to the groups of the link layer passes as well, but for the three that the kernel lets nobody pass. */
    private static final int GROUPS = 0xfff8;

    private final String first;
    private final String second;
    private final String name;

    /** @param index makes its name one of its own: that of the first interface */
    KernelBridge(String first, String second, int index) {
        this.first = first;
        this.second = second;
        name = "hopwarden-" + index % 100_000;
    }

    /** @throws PacketPortException where the kernel has no bridges, or this process lacks ip(8) or the right */
    void require() throws PacketPortException {
        try {
            ip(List.of("link add " + name + " type bridge", "link del " + name));
        } catch (IOException e) {
            throw new PacketPortException(Reason.NOT_AVAILABLE, "no bridge of the kernel can be made, which is to take over where this program"
                    + " fails: " + e.getMessage(), "Choose --fail closed; or install what is missing, as in: sudo apt install iproute2");
        }
    }

    /** Commands of the shell that make it and put both interfaces into it. */
    String setUp() {
        return """
                ip link del %1$s
                printf '%%s\\n' 'link add %1$s type bridge stp_state 0 mcast_snooping 0 group_fwd_mask %4$d' \\
                  'link set %1$s addrgenmode none' 'link set %2$s master %1$s' 'link set %3$s master %1$s' 'link set %1$s up' | ip -batch -
                """.formatted(name, quoted(first), quoted(second), GROUPS);
    }

    /** Names of interfaces may hold all but slashes and blanks. */
    private static String quoted(String interfaceName) {
        return interfaceName.replace("'", "'\\''");
    }

    /** Takes such a bridge away from an interface, whichever enforcement it took over from; where there is none, does nothing. */
    static synchronized void removeFrom(String interfaceName) throws PacketPortException {
        Optional<String> master = master(interfaceName);
        if (master.isEmpty()) {
            return;
        }
        try {
            ip(List.of("link del " + master.get()));
        } catch (IOException e) {
            // Another program may have been quicker.
            if (master(interfaceName).isPresent()) {
                throw new PacketPortException(Reason.FAILED, "the kernel's bridge that took over from an enforcement cannot be taken away: "
                        + e.getMessage(), "Look at it: ip -d link show type bridge");
            }
        }
    }

    /** The bridge of this kind that an interface belongs to. Where there is no ip, nobody made one by it. */
    private static Optional<String> master(String interfaceName) {
        try {
            Matcher master = OURS.matcher(SystemCommand.run(List.of("ip", "-o", "link", "show", "dev", interfaceName), "").output());
            return master.find() ? Optional.of(master.group(1)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static void ip(List<String> commands) throws IOException {
        SystemCommand done = SystemCommand.run(List.of("ip", "-batch", "-"), String.join("\n", commands) + "\n");
        if (!done.succeeded()) {
            throw new IOException(done.errors().lines().findFirst().orElse("ip fails"));
        }
    }
}
