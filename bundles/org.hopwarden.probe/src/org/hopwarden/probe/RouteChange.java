package org.hopwarden.probe;

import org.hopwarden.net.IpAddress;

/**
 * From some moment on another router answered at a distance.
 *
 * @param atNanos when the new one was first heard, since the start
 * @param round the round of that probe, from 0
 * @param from not heard again since
 */
public record RouteChange(long atNanos, int round, int ttl, IpAddress from, IpAddress to) {
}
