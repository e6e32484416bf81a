package org.hopwarden.interchange.internal;

import java.util.List;

import org.hopwarden.interchange.ImportException;
import org.hopwarden.interchange.ImportOptions;
import org.hopwarden.interchange.ImportResult;
import org.hopwarden.interchange.PolicyImporter;

/** Reads the rule set of nftables in JSON, as {@code nft -j list ruleset} writes it. */
public final class NftImporter implements PolicyImporter {

    @Override
    public String id() {
        return NftRuleset.LANGUAGE;
    }

    @Override
    public String label() {
        return "nftables (the JSON of nft -j list ruleset)";
    }

    @Override
    public List<String> declaredLosses() {
        return List.of("What no chain speaks of passes, as it does in Linux, whatever is chosen for elsewhere.",
                "Rules that are not understood, and tables and chains of other families, types and hooks, are kept as they stood"
                        + " and have no effect.",
                "Named sets of addresses become address objects; elements of other sets and of verdict maps become rules.",
                "The headers Mobility, HIP and Shim6 of IPv6 are protocols for Linux, not headers to be skipped.");
    }

    @Override
    public ImportResult read(byte[] content, ImportOptions options) throws ImportException {
        return new NftRuleset(NftJson.items(content)).read(options);
    }

    @Override
    public boolean recognises(byte[] content) {
        return Looks.nft(content);
    }
}
