package org.hopwarden.interchange.internal;

import org.hopwarden.net.IpVersion;

/** Reads what ip6tables-save writes, and rules of IPv6 of which no comment says so. */
public final class Ip6tablesImporter extends IptablesImporter {

    static final String ID = "ip6tables";

    public Ip6tablesImporter() {
        super(IpVersion.V6);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String label() {
        return "ip6tables-save";
    }

    @Override
    public boolean recognises(byte[] content) {
        return Looks.ip6tables(content);
    }
}
