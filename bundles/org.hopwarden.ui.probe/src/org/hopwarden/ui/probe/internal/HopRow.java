package org.hopwarden.ui.probe.internal;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.hopwarden.net.IpAddress;
import org.hopwarden.probe.Hop;
import org.hopwarden.probe.Reply;
import org.hopwarden.probe.Trace;

/**
 * A row of the hop table: what is known of one distance at one moment.
 *
 * @param ttl the distance, 1 to 255
 * @param addresses who answered, in the order of their first reply
 * @param role what stands there
 * @param sent how many probes were sent
 * @param lost how many of them are known to have no reply
 * @param times figures of the round-trip times
 * @param recent the latest round-trip times in nanoseconds, the oldest first; {@link #LOST} for a probe without reply
 * @param lossText the loss as it is shown
 * @param lossAlarm whether the loss is one that traffic suffers, or may suffer
 * @param lossMeaning what the loss means, for the tooltip
 * @param says what the replies say
 * @param forward the loss that what passes this hop suffers up to here, as it is shown; empty where that is not known
 * @param branch which of several nodes at this distance it is; {@link Branch#WHOLE} for all that is there
 */
record HopRow(int ttl, List<IpAddress> addresses, Role role, int sent, int lost, Times times, List<Long> recent, String lossText,
        boolean lossAlarm, String lossMeaning, String says, String forward, Branch branch) {

    static final long LOST = -1;

    /**
     * A node of a graph of all paths.
     *
     * @param node its id in the graph
     * @param flows how many met it
     * @param from who stands before it, with how much later than each it answers
     */
    record Branch(String node, int flows, String from) {
        static final Branch WHOLE = new Branch("", 0, "");
    }

    /** What stands at a distance. */
    enum Role {
        ROUTER, TARGET, REFUSING, SILENT, WAITING, SKIPPED
    }

    /**
     * All in nanoseconds.
     *
     * @param replies how many round-trip times there are; without any, all else is 0
     * @param jitter of successive replies, smoothed as RFC 3550 (section 6.4.1) has it
     */
    record Times(int replies, long last, long best, double mean, long worst, double jitter) {
        static final Times NONE = new Times(0, 0, 0, 0, 0, 0);

        /**
         * @param nanos round-trip times in the order of their probes
         */
        static Times of(List<Long> nanos) {
            if (nanos.isEmpty()) {
                return NONE;
            }
            var figures = nanos.stream().mapToLong(Long::longValue).summaryStatistics();
            double jitter = 0;
            for (int i = 1; i < nanos.size(); i++) {
                jitter += (Math.abs(nanos.get(i) - nanos.get(i - 1)) - jitter) / 16;
            }
            return new Times(nanos.size(), nanos.getLast(), figures.getMin(), figures.getAverage(), figures.getMax(), jitter);
        }
    }

    HopRow {
        addresses = List.copyOf(addresses);
        requireNonNull(role, "role");
        requireNonNull(branch, "branch");
        recent = List.copyOf(recent);
    }

    /** The rows of a trace's hops. */
    static List<HopRow> of(Trace trace) {
        return trace.hops().stream().map(hop -> of(hop, trace.answersLessThanThoseBehind(hop))).toList();
    }

    /** The row of a hop by itself. */
    static HopRow of(Hop hop) {
        return of(hop, false);
    }

    /** @param answeredBehind whether each hop behind answered all that this one left unanswered */
    private static HopRow of(Hop hop, boolean answeredBehind) {
        Role role = hop.sent() == 0 ? Role.SKIPPED : hop.isSilent() ? hop.lost() > 0 ? Role.SILENT : Role.WAITING : hop.isTarget() ? Role.TARGET
                : refuses(hop) ? Role.REFUSING : Role.ROUTER;
        Long[] byQuery = new Long[hop.sent()];
        hop.replies().stream().filter(reply -> reply.query() < byQuery.length)
                .forEach(reply -> byQuery[reply.query()] = reply.rttNanos());
        List<Long> times = hop.replies().stream().map(Reply::rttNanos).toList();
        int settled = hop.lost() + hop.replies().size();
        String loss = settled == 0 ? "\u2013" : hop.limited() ? "limited" : percent(hop.lossRatio());
        String meaning = settled == 0 ? "No probe is settled yet" : TraceText.count(hop.lost(), "probe") + " of " + settled
                + " without a reply" + (hop.limited() ? "; the router limits its answers, which is no loss"
                        : answeredBehind ? "; each hop behind answered all, so no loss on the path shows" : "");
        return new HopRow(hop.ttl(), hop.addresses(), role, hop.sent(), hop.lost(), Times.of(times), recent(byQuery, hop),
                loss, hop.lost() > 0 && role != Role.SILENT && !hop.limited() && !answeredBehind, meaning, TraceText.says(hop), "", Branch.WHOLE);
    }

    private static List<Long> recent(Long[] byQuery, Hop hop) {
        // Which of the missing were given up is not told: as many as are lost, the oldest first.
        int[] lost = { hop.lost() };
        return java.util.Arrays.stream(byQuery).map(nanos -> nanos != null ? nanos : lost[0]-- > 0 ? LOST : null)
                .filter(java.util.Objects::nonNull).toList();
    }

    private static boolean refuses(Hop hop) {
        return hop.replies().stream().anyMatch(reply -> reply.kind().isFinal() && !reply.fromTarget());
    }

    /** Whether it stands for the same as another, of another moment. */
    boolean isSamePlace(HopRow other) {
        return ttl == other.ttl && branch.node().equals(other.branch.node());
    }

    boolean isSilent() {
        return role == Role.SILENT || role == Role.WAITING || role == Role.SKIPPED;
    }

    String who() {
        return switch (role) {
            case WAITING -> "waiting\u2026";
            case SILENT -> "no reply";
            case SKIPPED -> "not probed";
            default -> addresses.stream().map(IpAddress::toString).collect(Collectors.joining(", "));
        };
    }

    String last() {
        return times.replies() == 0 ? "" : millis(times.last());
    }

    String best() {
        return times.replies() == 0 ? "" : millis(times.best());
    }

    String mean() {
        return times.replies() == 0 ? "" : millis(times.mean());
    }

    String worst() {
        return times.replies() == 0 ? "" : millis(times.worst());
    }

    /** Empty below two replies, which have none. */
    String jitter() {
        return times.replies() < 2 ? "" : millis(times.jitter());
    }

    /** Milliseconds with three decimals. */
    static String millis(double nanos) {
        return String.format(Locale.ROOT, "%.3f", nanos / 1e6);
    }

    /** A share in percent: whole, but never 0 for some nor 100 for less than all. */
    static String percent(double ratio) {
        long whole = Math.round(100 * ratio);
        return ratio > 0 && whole == 0 ? "<1 %" : ratio < 1 && whole == 100 ? ">99 %" : whole + " %";
    }
}
