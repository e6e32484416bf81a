package org.hopwarden.capture.internal;

import org.hopwarden.capture.CaptureException;
import org.hopwarden.packetio.PacketPortException;
import org.hopwarden.packetio.PacketPortException.Reason;

/** Says what hinders a port through the capture library, with what helps on this system. */
final class PcapFaults {

    private PcapFaults() {
    }

    static PacketPortException of(CaptureException e, String system) {
        PacketPortException fault = switch (e.reason()) {
            case NO_RIGHTS -> noRights(system);
            case NO_LIBRARY -> new PacketPortException(Reason.NOT_AVAILABLE, e.getMessage(), isWindows(system)
                    ? "Install Npcap: https://npcap.com" : isMac(system) ? "It is part of macOS: /usr/lib/libpcap.A.dylib" : e.remedy());
            case NO_INTERFACE -> new PacketPortException(Reason.NOT_AVAILABLE, e.getMessage(), "See: hopwarden interfaces");
            default -> new PacketPortException(Reason.FAILED, e.getMessage(), e.remedy());
        };
        fault.initCause(e);
        return fault;
    }

    static PacketPortException noRights(String system) {
        return new PacketPortException(Reason.NO_RIGHTS, "no right to send and receive through the capture library",
                isWindows(system) ? "Run hopwarden as administrator, or install Npcap anew without restricting it to administrators."
                        : isMac(system) ? "Run: sudo ./hopwarden trace TARGET\nor install ChmodBPF, which comes with Wireshark."
                                : "Run: sudo ./hopwarden trace TARGET");
    }

    static boolean isWindows(String system) {
        return system.startsWith("Windows");
    }

    private static boolean isMac(String system) {
        return system.startsWith("Mac");
    }
}
