package org.hopwarden.interchange.internal;

import java.util.List;

import org.hopwarden.interchange.ImportException;
import org.hopwarden.interchange.ImportOptions;
import org.hopwarden.interchange.ImportResult;
import org.hopwarden.interchange.PolicyImporter;

/** Reads extended numbered access lists of Cisco IOS. */
public final class IosImporter implements PolicyImporter {

    @Override
    public String id() {
        return "ios";
    }

    @Override
    public String label() {
        return "Cisco IOS extended access lists (100-199, 2000-2699)";
    }

    @Override
    public List<String> declaredLosses() {
        return List.of("An access list of IPv4 says nothing of IPv6: there the policy's default action holds, deny if nothing"
                + " else is chosen.",
                "Blank lines, comment lines and the spelling of words and numbers are not kept: entries come back in the"
                        + " spelling of IOS.",
                "Named and standard lists, time ranges, object groups, reflexive and dynamic lists, and conditions on DSCP,"
                        + " precedence, TOS, TTL, IP options and IGMP types are not read: they are errors.");
    }

    @Override
    public ImportResult read(byte[] content, ImportOptions options) throws ImportException {
        return new IosListReader(options).read(IosText.lines(content));
    }
}
