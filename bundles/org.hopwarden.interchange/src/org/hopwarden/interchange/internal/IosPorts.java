package org.hopwarden.interchange.internal;

import org.hopwarden.net.IpProtocol;

/** Which protocols have ports in IOS. */
final class IosPorts {

    private IosPorts() {
    }

    static boolean hasPorts(int protocol) {
        return protocol == IpProtocol.TCP || protocol == IpProtocol.UDP || protocol == IpProtocol.SCTP;
    }
}
