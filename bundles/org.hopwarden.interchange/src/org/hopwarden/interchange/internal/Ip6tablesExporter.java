package org.hopwarden.interchange.internal;

import org.hopwarden.net.IpVersion;

/** Writes the IPv6 part of a policy for ip6tables-restore. */
public final class Ip6tablesExporter extends IptablesExporter {

    public Ip6tablesExporter() {
        super(IpVersion.V6);
    }

    @Override
    public String id() {
        return Ip6tablesImporter.ID;
    }

    @Override
    public String label() {
        return "ip6tables-restore";
    }
}
