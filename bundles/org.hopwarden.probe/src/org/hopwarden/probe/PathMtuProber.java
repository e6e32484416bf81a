package org.hopwarden.probe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

import org.hopwarden.net.IpAddress;
import org.hopwarden.packetio.PacketPort;
import org.hopwarden.packetio.PacketPortException;
import org.hopwarden.probe.PathMtu.BlackHole;
import org.hopwarden.probe.PathMtuTrials.Trial;
import org.hopwarden.probe.PathMtuTrials.Verdict;
import org.hopwarden.probe.SizedProbes.Probe;

/**
 * Finds the MTU of a path, and at which hop it is what it is. Small probes to all TTLs find the path; then packets of the greatest
 * length that can still pass go to all TTLs at once, with the don't-fragment bit. Where one is too long, the router that says so is
 * believed (RFC 1191, RFC 8201) if the length that it names is then seen to pass and the next one is not. Where nobody says so, or
 * no length, it is searched for from 1200 bytes on (RFC 8899), with many lengths in flight.
 */
public final class PathMtuProber {

    /** BASE_PLPMTU of RFC 8899 section 5.1.2; IPv6 guarantees more. */
    private static final int BASE = 1200;
    private static final int PATH_ATTEMPTS = 3;

    private final PathMtuRequest request;
    private final SizedProbes probes;
    private final PathMtuTrials trials;
    private final IpAddress source;
    /** Who answered small probes at each TTL; index 0 is this host. */
    private final IpAddress[] addresses;
    private final int[] mtus;
    private final IpAddress[] reporters;
    private int last;
    private boolean reached;
    private int length;
    private BlackHole blackHole;
    /** The shortest length that the last search found not to pass. */
    private int lowestFailing;

    private PathMtuProber(PathMtuRequest request, PacketPort port, BooleanSupplier cancelled) throws PacketPortException {
        this.request = request;
        source = request.source().isPresent() ? request.source().get() : port.sourceFor(request.address());
        probes = new SizedProbes(request, ProbeMethods.get(request.method()).open(request.trace(), source, port), port, cancelled);
        trials = new PathMtuTrials(probes, true);
        addresses = new IpAddress[request.maxTtl() + 1];
        mtus = new int[request.maxTtl() + 1];
        reporters = new IpAddress[request.maxTtl() + 1];
        length = request.startBytes();
    }

    /**
     * Finds the MTU, and returns when that is done or was cancelled. Runs on the calling thread, which the port belongs to
     * meanwhile.
     *
     * @param cancelled asked at least every 50 ms; true ends the search, which keeps what it has learned
     * @return what was learned. A port that fails on the way ends the search with {@link Trace.Status#FAILED} and a message
     * @throws PacketPortException where the search cannot start: no route, no local port
     * @throws IllegalArgumentException where there is no such method, or its probes cannot be made longer
     */
    public static PathMtu run(PathMtuRequest request, PacketPort port, BooleanSupplier cancelled) throws PacketPortException {
        return new PathMtuProber(request, port, cancelled).run();
    }

    private PathMtu run() {
        Trace.Status status = Trace.Status.DONE;
        String message = "";
        try {
            findPath();
            measure();
        } catch (PacketPortException e) {
            status = Trace.Status.FAILED;
            message = e.getMessage() + (e.remedy().isEmpty() ? "" : ". " + e.remedy());
        }
        if (status == Trace.Status.DONE && probes.isCancelled()) {
            status = Trace.Status.CANCELLED;
        }
        List<PathMtu.Hop> hops = IntStream.rangeClosed(1, last).mapToObj(ttl -> new PathMtu.Hop(ttl,
                Optional.ofNullable(addresses[ttl]), mtuTo(ttl), Optional.ofNullable(reporters[ttl])))
                .toList();
        return new PathMtu(request, source, reached, length, hops, Optional.ofNullable(blackHole), probes.sent(),
                probes.ignored(), status, message);
    }

    /** Of a hop that could not be measured itself, that of the next one that could. */
    private int mtuTo(int ttl) {
        return IntStream.rangeClosed(ttl, last).map(next -> mtus[next]).filter(mtu -> mtu > 0).findFirst().orElse(length);
    }

    private void findPath() throws PacketPortException {
        List<Probe> all = new ArrayList<>();
        for (int attempt = 0; attempt < PATH_ATTEMPTS && !probes.isCancelled(); attempt++) {
            int end = end(all);
            List<Probe> sent = new ArrayList<>();
            for (int ttl = 1; ttl <= (end == 0 ? request.maxTtl() : end); ttl++) {
                if (answerAt(all, ttl) == null) {
                    sent.add(probes.send(ttl, probes.smallBytes()));
                }
            }
            all.addAll(sent);
            probes.await(sent, () -> {
                int known = end(all);
                return known > 0 && sent.stream().allMatch(probe -> probe.ttl > known || probe.answer() != null);
            });
        }
        int end = end(all);
        for (int ttl = 1; ttl <= request.maxTtl() && (end == 0 || ttl <= end); ttl++) {
            SizedProbes.Answer answer = answerAt(all, ttl);
            if (answer != null && (answer.fromTarget() || answer.kind() == ReplyKind.TIME_EXCEEDED)) {
                last = ttl;
                addresses[ttl] = answer.from();
                reached = answer.fromTarget();
            }
        }
    }

    /** The TTL at which the path is known to end: where the target answered, or from where on there is nothing but refusals. */
    private int end(List<Probe> sent) {
        int refused = 0;
        for (int ttl = 1; ttl <= request.maxTtl(); ttl++) {
            SizedProbes.Answer answer = answerAt(sent, ttl);
            if (answer != null && answer.fromTarget()) {
                return ttl;
            }
            if (answer != null && answer.kind() == ReplyKind.TIME_EXCEEDED) {
                refused = 0;
            } else if (answer != null && refused == 0) {
                refused = ttl;
            }
        }
        return refused;
    }

    private static SizedProbes.Answer answerAt(List<Probe> sent, int ttl) {
        return sent.stream().filter(probe -> probe.ttl == ttl && probe.answer() != null).map(Probe::answer).findFirst()
                .orElse(null);
    }

    private void measure() throws PacketPortException {
        int from = nextAnswering(1);
        while (from > 0 && !probes.isCancelled()) {
            Map<Trial, Verdict> verdicts = settleAll(from, length);
            int passed = verdicts.entrySet().stream().filter(entry -> entry.getValue() instanceof Verdict.Passed)
                    .mapToInt(entry -> entry.getKey().ttl()).max().orElse(from - 1);
            Arrays.fill(mtus, from, passed + 1, length);
            from = nextAnswering(passed + 1);
            if (from == 0) {
                return;
            }
            Optional<Verdict.TooBig> told = IntStream.rangeClosed(from, last).mapToObj(ttl -> verdicts.get(new Trial(ttl, length)))
                    .filter(Verdict.TooBig.class::isInstance).map(Verdict.TooBig.class::cast).findFirst();
            if (told.isPresent()) {
                from = tooBig(from, passed, told.get());
            } else if (verdicts.get(new Trial(from, length)) instanceof Verdict.Vanished) {
                from = vanished(from, passed);
            } else {
                // This hop says nothing any more, whatever the length; those behind it may.
                from = nextAnswering(from + 1);
            }
        }
    }

    /** @return from which TTL on to go on */
    private int tooBig(int blocked, int passed, Verdict.TooBig told) throws PacketPortException {
        int failing = length;
        int claimed = told.mtuBytes();
        if (claimed > 0 && claimed + 1 < failing) {
            Probe over = probes.send(blocked, claimed + 1);
            trials.settle(List.of(new Trial(blocked, claimed)));
            probes.awaitSlower();
            if (over.answer() != null && !over.answer().isTooBig()) {
                probes.ignoreOne();
                length = search(new PathMtuTrials(probes, false), blocked, claimed + 1, failing + 1);
                mtus[blocked] = length;
                return length == failing ? nextAnswering(blocked + 1) : blocked;
            }
        }
        int found = claimed > 0 ? claimed : search(trials, blocked, 0, failing);
        length = found == 0 ? PathMtuRequest.least(request.address().version()) : found;
        reporters[linkBehind(told.from(), passed + 1, blocked)] = told.from();
        return blocked;
    }

    /** @return from which TTL on to go on */
    private int vanished(int blocked, int passed) throws PacketPortException {
        int failing = length;
        int found = search(trials, blocked, 0, failing);
        length = found == 0 ? PathMtuRequest.least(request.address().version()) : found;
        if (blackHole == null) {
            IpAddress before = IntStream.rangeClosed(1, passed).mapToObj(ttl -> addresses[passed + 1 - ttl])
                    .filter(Objects::nonNull).findFirst().orElse(null);
            blackHole = new BlackHole(blocked, addresses[blocked], Optional.ofNullable(before), found == 0
                    ? probes.smallBytes() : found, lowestFailing);
        }
        return found == 0 ? nextAnswering(blocked + 1) : blocked;
    }

    /**
     * The longest packet that passes to a distance.
     *
     * @param passing one that does, or 0 where none is known
     * @param failing a length that does not
     * @return 0 where not even the least that a link may have does
     */
    private int search(PathMtuTrials trials, int ttl, int passing, int failing) throws PacketPortException {
        int least = PathMtuRequest.least(request.address().version());
        int base = Math.max(BASE, least);
        boolean known = passing > 0;
        int floor = known ? passing : failing > base ? base : least;
        lowestFailing = failing;
        while (!probes.isCancelled()) {
            List<Integer> sizes = new ArrayList<>(MtuSizes.between(floor, lowestFailing));
            if (!known) {
                sizes.addFirst(floor);
            }
            if (sizes.isEmpty()) {
                break;
            }
            Map<Trial, Verdict> verdicts = trials.settle(sizes.stream().map(size -> new Trial(ttl, size)).toList());
            int highest = sizes.stream().filter(size -> verdicts.get(new Trial(ttl, size)) instanceof Verdict.Passed)
                    .mapToInt(Integer::intValue).max().orElse(0);
            if (highest == 0 && !known) {
                if (floor == least) {
                    lowestFailing = least;
                    return 0;
                }
                lowestFailing = floor;
                floor = least;
                continue;
            }
            known = true;
            floor = Math.max(floor, highest);
            int best = floor;
            lowestFailing = sizes.stream().mapToInt(Integer::intValue).filter(size -> size > best).min().orElse(lowestFailing);
        }
        return floor;
    }

    /** @return verdicts of all hops from there on that answer small probes */
    private Map<Trial, Verdict> settleAll(int from, int lengthBytes) throws PacketPortException {
        return trials.settle(IntStream.rangeClosed(from, last).filter(ttl -> addresses[ttl] != null)
                .mapToObj(ttl -> new Trial(ttl, Math.max(lengthBytes, probes.smallBytes()))).toList());
    }

    private int nextAnswering(int from) {
        return IntStream.rangeClosed(from, last).filter(ttl -> addresses[ttl] != null).findFirst().orElse(0);
    }

    /** The distance that the link of this router leads to: behind the router, where it is a known hop, else a hop that is blocked. */
    private int linkBehind(IpAddress router, int leastTtl, int blocked) {
        for (int ttl = leastTtl - 1; ttl < blocked; ttl++) {
            if (router.equals(addresses[ttl])) {
                return ttl + 1;
            }
        }
        return blocked;
    }
}
