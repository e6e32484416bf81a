package org.hopwarden.lab.internal;

import org.hopwarden.net.IpPrefix;

/**
 * A route that a node has by hand.
 *
 * @param hops empty where packets are dropped
 * @param reports whether their sender is told then
 */
record StaticRoute(IpPrefix prefix, NextHop[] hops, boolean reports) {

    static final StaticRoute[] NONE = {};
}
