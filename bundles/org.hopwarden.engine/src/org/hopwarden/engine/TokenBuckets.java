package org.hopwarden.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import org.hopwarden.net.PacketView;
import org.hopwarden.rulemodel.RateKey;
import org.hopwarden.rulemodel.RateLimit;
import org.hopwarden.rulemodel.RateUnit;

/**
 * The token buckets of a policy's rates, one for each rate and key. A bucket holds {@code burst} tokens at the start; they come
 * back evenly at the rate, and never more than {@code burst}. Time that goes back brings none and takes none.
 */
final class TokenBuckets {

    private final Map<Key, Bucket> buckets = new HashMap<>();

    private record Key(RateLimit rate, String key) {
    }

    private static final class Bucket {

        private double tokens;
        private Instant filled;
    }

    /**
     * Whether a packet finds a token.
     *
     * @param take whether it then takes it
     */
    synchronized boolean within(RateLimit rate, PacketView packet, Instant now, boolean take) {
        Key key = new Key(rate, key(rate.getPer(), packet));
        Bucket bucket = buckets.get(key);
        if (bucket == null) {
            if (!take) {
                return true;
            }
            bucket = new Bucket();
            bucket.tokens = rate.getBurst();
            bucket.filled = now;
            buckets.put(key, bucket);
        }
        double tokens = bucket.tokens;
        if (now.isAfter(bucket.filled)) {
            double seconds = Duration.between(bucket.filled, now).toNanos() / 1e9;
            tokens = Math.min(rate.getBurst(), tokens + seconds * rate.getCount() / seconds(rate.getUnit()));
        }
        boolean found = tokens >= 1;
        if (take) {
            bucket.tokens = found ? tokens - 1 : tokens;
            bucket.filled = now.isAfter(bucket.filled) ? now : bucket.filled;
        }
        return found;
    }

    private static String key(RateKey per, PacketView packet) {
        return switch (per) {
            case RULE -> "";
            case SOURCE -> packet.source().toString();
            case DESTINATION -> packet.destination().toString();
            case FLOW -> packet.source() + " " + packet.sourcePort() + " " + packet.destination() + " "
                    + packet.destinationPort() + " " + packet.protocol();
        };
    }

    private static double seconds(RateUnit unit) {
        return switch (unit) {
            case SECOND -> 1;
            case MINUTE -> 60;
            case HOUR -> 3_600;
            case DAY -> 86_400;
            case WEEK -> 604_800;
        };
    }
}
