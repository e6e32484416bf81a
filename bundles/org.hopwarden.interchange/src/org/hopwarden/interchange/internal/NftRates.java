package org.hopwarden.interchange.internal;

import java.util.List;

import org.hopwarden.interchange.internal.NftConditions.Unsayable;
import org.hopwarden.net.IpVersion;
import org.hopwarden.rulemodel.RateKey;
import org.hopwarden.rulemodel.RateLimit;
import org.hopwarden.rulemodel.RateUnit;

/** Writes rates: one bucket as a limit, one for each address as a set that packets fill. */
final class NftRates {

    /** How many addresses a set has room for. */
    static final int ROOM = 65535;
    private static final long SHORTEST_SECONDS = 60;

    private NftRates() {
    }

    /**
     * The condition that a packet keeps within a rate, or exceeds it.
     *
     * @param version of the packets; null for both, only where the rate has one bucket
     * @param set declares a set of a type and with flags, and gives its name
     */
    static String text(RateLimit rate, boolean over, IpVersion version, NftTable table, String chain) throws Unsayable {
        String words = "rate " + (over ? "over " : "") + rate.getCount() + "/" + rate.getUnit().getLiteral() + " burst "
                + rate.getBurst() + " packets";
        if (rate.getPer() == RateKey.RULE) {
            return table.limit(rate, words, chain);
        }
        String limit = "limit " + words;
        if (rate.getPer() == RateKey.FLOW) {
            throw new Unsayable("a rate for each flow cannot be said; take one for each source or destination");
        }
        String type = version == IpVersion.V4 ? "ipv4_addr" : "ipv6_addr";
        long seconds = Math.max(SHORTEST_SECONDS, 2L * rate.getBurst() * seconds(rate.getUnit()) / rate.getCount());
        String set = table.declare(chain + "_rate", List.of("type " + type, "size " + ROOM, "flags dynamic,timeout",
                "timeout " + seconds + "s"), false);
        String field = rate.getPer() == RateKey.SOURCE ? " saddr " : " daddr ";
        return "update @" + set + " { " + NftText.header(version) + field + limit + " }";
    }

    private static long seconds(RateUnit unit) {
        return switch (unit) {
            case SECOND -> 1;
            case MINUTE -> 60;
            case HOUR -> 3_600;
            case DAY -> 86_400;
            case WEEK -> 604_800;
        };
    }
}
