/**
 * Ports that send and receive whole IP packets: on this host through raw and packet sockets, or in a simulated network.
 * Everything that touches the network works against {@link org.hopwarden.packetio.PacketPort}.
 */
package org.hopwarden.packetio;
