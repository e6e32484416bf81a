package org.hopwarden.interchange.internal;

import java.util.List;

import org.hopwarden.interchange.ImportException;
import org.hopwarden.interchange.ImportOptions;
import org.hopwarden.interchange.ImportResult;
import org.hopwarden.interchange.PolicyImporter;

/** Reads the access lists of a configuration of Cisco IOS. */
public final class IosImporter implements PolicyImporter {

    static final String ID = "ios";
    static final String LABEL = "Cisco IOS access lists";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String label() {
        return LABEL;
    }

    @Override
    public List<String> declaredLosses() {
        return List.of("What no list speaks of, IOS lets pass; in the policy its default action holds, deny if nothing else is"
                + " chosen.",
                "Blank lines, comment lines and the spelling of words and numbers are not kept: entries come back in the"
                        + " spelling of IOS.",
                "What of a configuration is not about access lists is skipped, and counted.",
                "Entries with conditions that are not modelled (reflexive and dynamic lists, TOS, IP options, IGMP types,"
                        + " extension headers) are kept as they stand and match nothing.");
    }

    @Override
    public ImportResult read(byte[] content, ImportOptions options) throws ImportException {
        return new IosConfigReader(options).read(IosText.lines(content));
    }

    @Override
    public boolean recognises(byte[] content) {
        return Looks.ios(content);
    }
}
