package org.hopwarden.packetio;

/**
 * Another way to the network of this host than that of {@link PacketPorts} itself, for systems where that one does not go. Found
 * as a service, so that this bundle needs no library for it.
 */
public interface PacketPortProvider {

    /** Lower case letters and digits, with single dashes between; what the property {@link PacketPorts#PROPERTY} may name. */
    String id();

    /**
     * Opens a port of this host.
     *
     * @throws PacketPortException {@code NO_RIGHTS}, or {@code NOT_AVAILABLE} where the system lacks what this needs
     */
    PacketPort open(TraceFilter filter) throws PacketPortException;
}
