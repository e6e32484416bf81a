package org.hopwarden.interchange.internal;

import java.util.List;

import org.hopwarden.interchange.ImportException;
import org.hopwarden.interchange.ImportOptions;
import org.hopwarden.interchange.ImportResult;
import org.hopwarden.interchange.PolicyImporter;
import org.hopwarden.net.IpVersion;

/** Reads what iptables-save writes. What ip6tables-save writes says so in its first line and is read as such. */
public class IptablesImporter implements PolicyImporter {

    static final String ID = "iptables";

    private final IpVersion usual;

    public IptablesImporter() {
        this(IpVersion.V4);
    }

    /** @param usual the version of rules of which no comment says it */
    IptablesImporter(IpVersion usual) {
        this.usual = usual;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String label() {
        return "iptables-save";
    }

    @Override
    public List<String> declaredLosses() {
        return List.of("Rules of one IP version say nothing of the other: there the policy's default action holds, deny if nothing"
                + " else is chosen.",
                "Other tables than filter are kept as they are, and have no part in verdicts.",
                "A rule that uses what is not known is kept as it stands, not enabled, and told.",
                "Comment lines, the order of conditions in a rule and the names and sizes of hashlimit's tables are not kept.");
    }

    @Override
    public ImportResult read(byte[] content, ImportOptions options) throws ImportException {
        return new IptablesReader(options, usual).read(IosText.lines(content));
    }

    @Override
    public boolean recognises(byte[] content) {
        return Looks.iptables(content);
    }
}
