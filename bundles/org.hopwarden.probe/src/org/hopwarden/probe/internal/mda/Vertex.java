package org.hopwarden.probe.internal.mda;

import org.hopwarden.net.IpAddress;

/**
 * Who stands at a TTL.
 *
 * @param ttl 0 for the source
 * @param address null for the source and for silence
 * @param side for silence the vertex before it, by which alone it is known; else null
 */
record Vertex(int ttl, IpAddress address, Vertex side) {

    static final Vertex SOURCE = new Vertex(0, null, null);

    static Vertex of(int ttl, IpAddress address) {
        return new Vertex(ttl, address, null);
    }

    static Vertex silence(Vertex before) {
        return new Vertex(before.ttl + 1, null, before);
    }

    boolean isSilence() {
        return side != null;
    }
}
