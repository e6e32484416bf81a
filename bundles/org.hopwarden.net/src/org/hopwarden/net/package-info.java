/**
 * Values of IP networks (addresses, prefixes, protocols, ICMP types) and the zero-copy view and builders of a packet's
 * headers. Everything here is headless and free of I/O.
 */
package org.hopwarden.net;
