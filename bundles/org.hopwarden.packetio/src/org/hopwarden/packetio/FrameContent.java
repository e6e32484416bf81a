package org.hopwarden.packetio;

/** What a frame carries, behind VLAN tags and the headers that are seen through: see {@link FrameBatch#packetOffset}. */
public enum FrameContent {
    /** An IPv4 or IPv6 packet. */
    IP,
    /** A question or an answer of the address resolution protocol for IPv4 over Ethernet (RFC 826). */
    ARP,
    /** A message of the spanning tree protocol, from bridge to bridge (IEEE 802.1D). */
    SPANNING_TREE,
    /** Anything else, and what is cut short. */
    OTHER
}
