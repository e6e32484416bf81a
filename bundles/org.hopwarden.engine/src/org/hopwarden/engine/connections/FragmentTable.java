package org.hopwarden.engine.connections;

import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.hopwarden.engine.internal.SecretHash;
import org.hopwarden.net.IpProtocol;
import org.hopwarden.net.PacketView;
import org.hopwarden.rulemodel.ConnectionState;

/**
 * The datagrams that come in fragments, for as long as Linux waits for the rest of one. Bounded: where there is no room, the oldest
 * goes; a source beyond its share gets no place, and its fragments are each for themselves. Safe for use by several threads.
 */
final class FragmentTable {

    /** Linux: ipfrag_time. */
    static final long KEPT_NANOS = TimeUnit.SECONDS.toNanos(30);

    private static final int MOST_BYTES = 65_535;

    private final int most;
    private final int mostPerSource;
    /** In the order in which their first packets came, so also of their ends. */
    private final LinkedHashMap<Key, Datagram> datagrams = new LinkedHashMap<>();
    private final Map<Long, Integer> bySource = new HashMap<>();

    /** RFC 791: source, destination, protocol and identification; RFC 8200: the same without the protocol. */
    private record Key(long sourceHigh, long sourceLow, long destinationHigh, long destinationLow, long identification, int kind) {

        private static final SecretHash SECRET = new SecretHash();

        /** Who sends chooses all of it. */
        @Override
        public int hashCode() {
            return SECRET.of(sourceHigh, sourceLow, destinationHigh, destinationLow, identification << 32 | kind & 0xffff_ffffL);
        }

        static Key of(PacketView packet) {
            return new Key(packet.sourceHigh(), packet.sourceLow(), packet.destinationHigh(), packet.destinationLow(),
                    packet.identification(), packet.isV6() ? -1 : packet.protocol());
        }
    }

    /** What is known of a datagram. */
    static final class Datagram {

        /** Pieces that do not touch; more make a datagram that nobody sends in good faith. */
        private static final int MOST_PIECES = 16;

        /** Stands for the datagram of a fragment that came before: the copy must not pass, and the others may. */
        static final Datagram REPEATED = new Datagram(0, 0);

        static {
            REPEATED.broken = true;
        }

        private final long source;
        private final long expiresNanos;
        private final int[] from = new int[MOST_PIECES];
        private final int[] to = new int[MOST_PIECES];
        private int pieces;
        /** Where it ends; -1 where its last fragment was not seen. */
        private int end = -1;
        private volatile boolean broken;
        private volatile ConnectionState state = ConnectionState.INVALID;
        private volatile Decided decided;

        private record Decided(int decision, Object policy) {
        }

        private Datagram(long source, long expiresNanos) {
            this.source = source;
            this.expiresNanos = expiresNanos;
        }

        /** Whether all bytes of a fragment were seen. */
        private boolean holds(int start, int stop) {
            for (int i = 0; i < pieces; i++) {
                if (from[i] <= start && stop <= to[i]) {
                    return true;
                }
            }
            return false;
        }

        /** Takes a fragment; breaks where it does not fit. */
        private void take(int start, int stop, boolean last) {
            if (stop > MOST_BYTES || end >= 0 && (stop > end || last && stop != end) || last && pieces > 0 && to[pieces - 1] > stop) {
                broken = true;
                return;
            }
            int at = 0;
            while (at < pieces && to[at] <= start) {
                at++;
            }
            if (at < pieces && from[at] < stop) {
                broken = true;
                return;
            }
            end = last ? stop : end;
            boolean touchesBefore = at > 0 && to[at - 1] == start;
            boolean touchesBehind = at < pieces && from[at] == stop;
            if (touchesBefore && touchesBehind) {
                to[at - 1] = to[at];
                shift(at, -1);
            } else if (touchesBefore) {
                to[at - 1] = stop;
            } else if (touchesBehind) {
                from[at] = start;
            } else if (pieces == MOST_PIECES) {
                broken = true;
            } else {
                shift(at, 1);
                from[at] = start;
                to[at] = stop;
            }
        }

        private void shift(int at, int by) {
            int first = by > 0 ? at : at + 1;
            System.arraycopy(from, first, from, first + by, pieces - first);
            System.arraycopy(to, first, to, first + by, pieces - first);
            pieces += by;
        }

        private boolean isWhole() {
            return !broken && pieces == 1 && from[0] == 0 && to[0] == end;
        }

        /** Whether nothing of it may pass any more. */
        boolean isBroken() {
            return broken;
        }

        boolean isDecided() {
            return decided != null;
        }

        int decision() {
            return decided.decision;
        }

        Object policy() {
            return decided.policy;
        }

        ConnectionState state() {
            return state;
        }

        void state(ConnectionState now) {
            state = now;
        }
    }

    FragmentTable(ConnectionLimits limits) {
        most = limits.mostDatagrams();
        mostPerSource = limits.mostDatagramsPerSource();
    }

    /**
     * The datagram that a fragment belongs to, which now holds it.
     *
     * @return null where the source has its share of datagrams
     */
    synchronized Datagram add(PacketView packet, long nowNanos) {
        sweep(nowNanos);
        Key key = Key.of(packet);
        Datagram datagram = datagrams.get(key);
        if (datagram == null) {
            long source = packet.isV6() ? packet.sourceHigh() : packet.sourceLow();
            if (bySource.getOrDefault(source, 0) >= mostPerSource) {
                return null;
            }
            if (datagrams.size() >= most) {
                removeOldest();
            }
            datagram = new Datagram(source, nowNanos + KEPT_NANOS);
            datagrams.put(key, datagram);
            bySource.merge(source, 1, Integer::sum);
        }
        if (!datagram.broken) {
            if (take(datagram, packet)) {
                return Datagram.REPEATED;
            }
            if (datagram.isWhole()) {
                // What comes with the same identification is another datagram.
                datagrams.remove(key);
                forget(datagram);
            }
        }
        return datagram;
    }

    /** @return whether it came before */
    private static boolean take(Datagram datagram, PacketView packet) {
        int start = packet.fragmentOffset();
        int length = packet.statedLengthBytes() - packet.transportOffset();
        boolean last = !packet.moreFragments();
        // Only the last one may end between two units of 8 bytes; one without bytes says nothing.
        boolean odd = length <= 0 || !last && length % 8 != 0 || packet.isCutShort();
        // RFC 1858 and RFC 3128: a transport header in pieces is there to deceive.
        boolean cutsHeader = start > 0 && start < leastHeader(packet.protocol());
        if (odd || cutsHeader) {
            datagram.broken = true;
        } else if (datagram.holds(start, start + length)) {
            return true;
        } else {
            datagram.take(start, start + length, last);
        }
        return false;
    }

    private static int leastHeader(int protocol) {
        return protocol == IpProtocol.TCP ? 20 : 8;
    }

    /** The first fragment of a datagram was decided. */
    void decided(Datagram datagram, int decision, Object policy) {
        datagram.decided = new Datagram.Decided(decision, policy);
    }

    private void forget(Datagram datagram) {
        bySource.computeIfPresent(datagram.source, (source, count) -> count == 1 ? null : count - 1);
    }

    private void removeOldest() {
        Iterator<Datagram> oldest = datagrams.values().iterator();
        forget(oldest.next());
        oldest.remove();
    }

    synchronized void sweep(long nowNanos) {
        for (Iterator<Datagram> all = datagrams.values().iterator(); all.hasNext();) {
            Datagram datagram = all.next();
            if (nowNanos < datagram.expiresNanos) {
                return;
            }
            forget(datagram);
            all.remove();
        }
    }

    synchronized int size() {
        return datagrams.size();
    }
}
