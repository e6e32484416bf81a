package org.hopwarden.lab.internal;

import org.hopwarden.lab.LabConnection;
import org.hopwarden.net.IpAddress;

/** A connection that is used under the driver's lock. */
record DriverConnection(Driver driver, TcpPeer peer) implements LabConnection {

    @Override
    public IpAddress local() {
        return peer.key.local();
    }

    @Override
    public int localPort() {
        return peer.key.localPort();
    }

    @Override
    public IpAddress remote() {
        return peer.key.remote();
    }

    @Override
    public int remotePort() {
        return peer.key.remotePort();
    }

    @Override
    public boolean isEstablished() {
        return driver.locked(_ -> peer.state() == TcpPeer.State.ESTABLISHED);
    }

    @Override
    public boolean isClosed() {
        return driver.locked(_ -> peer.state() == TcpPeer.State.CLOSED);
    }

    @Override
    public void send(byte[] data) {
        driver.locked(now -> {
            peer.send(data, now);
            return null;
        });
    }

    @Override
    public byte[] received() {
        return driver.locked(_ -> peer.received());
    }

    @Override
    public boolean hasPeerFinished() {
        return driver.locked(_ -> peer.hasPeerFinished());
    }

    @Override
    public void close() {
        driver.locked(now -> {
            peer.finish(now);
            return null;
        });
    }
}
