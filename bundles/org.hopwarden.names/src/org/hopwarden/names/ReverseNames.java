package org.hopwarden.names;

import static java.util.Objects.requireNonNull;

import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.hopwarden.net.IpAddress;
import org.xbill.DNS.Cache;
import org.xbill.DNS.DClass;
import org.xbill.DNS.ExtendedResolver;
import org.xbill.DNS.PTRRecord;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.ReverseMap;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;
import org.xbill.DNS.lookup.LookupResult;
import org.xbill.DNS.lookup.LookupSession;

/**
 * Host names: those of this host's own table ({@code /etc/hosts}), else by reverse DNS, asked of this host's own resolvers and nobody
 * else. Answers are kept as long as they themselves say,
 * those that there is no name as well (RFC 2308); failures are not kept. Only so many questions are out at a time, and an address
 * that is being asked for is not asked for again. Safe for use by several threads; no call but {@link #namesOf} waits.
 */
public final class ReverseNames {

    /** How many questions are out at a time. */
    public static final int MOST_AT_ONCE = 16;
    /** How long one server is given to answer. */
    public static final Duration SERVER_TIMEOUT = Duration.ofSeconds(2);
    /** How long one name may take in all. */
    public static final Duration NAME_TIMEOUT = Duration.ofSeconds(5);

    private static final System.Logger LOG = System.getLogger(ReverseNames.class.getName());

    private final LookupSession session;
    private final HostTable table;
    private final Map<IpAddress, CompletableFuture<Optional<String>>> asked = new ConcurrentHashMap<>();
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private int out;

    private ReverseNames(Resolver resolver, HostTable table) {
        this.table = table;
        resolver.setTimeout(SERVER_TIMEOUT);
        session = LookupSession.builder().resolver(resolver).cache(new Cache(DClass.IN)).build();
    }

    /** Looks into this host's table, and asks the resolvers that this host is set up to use. */
    public static ReverseNames ofHost() {
        ExtendedResolver resolver = new ExtendedResolver();
        resolver.setRetries(1);
        return new ReverseNames(resolver, HostTable.ofHost());
    }

    /** Looks into one table and asks one server. */
    static ReverseNames of(InetSocketAddress server, HostTable table) {
        try {
            SimpleResolver resolver = new SimpleResolver(server.getAddress().getHostAddress());
            resolver.setPort(server.getPort());
            return new ReverseNames(resolver, table);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("no address: " + server, e);
        }
    }

    /**
     * The name of an address, without a dot at its end. The result is empty where there is none, nobody answers, or that takes longer
     * than {@link #NAME_TIMEOUT}; it never fails.
     */
    public CompletableFuture<Optional<String>> nameOf(IpAddress address) {
        requireNonNull(address, "address");
        Optional<String> own = table.nameOf(address);
        if (own.isPresent()) {
            return CompletableFuture.completedFuture(own);
        }
        CompletableFuture<Optional<String>> fresh = new CompletableFuture<>();
        CompletableFuture<Optional<String>> known = asked.putIfAbsent(address, fresh);
        if (known != null) {
            return known.copy();
        }
        fresh.whenComplete((name, e) -> asked.remove(address, fresh));
        start(() -> ask(address, fresh));
        return fresh.copy();
    }

    private void start(Runnable question) {
        synchronized (waiting) {
            if (out == MOST_AT_ONCE) {
                waiting.add(question);
                return;
            }
            out++;
        }
        question.run();
    }

    private void ended() {
        Runnable next;
        synchronized (waiting) {
            next = waiting.poll();
            if (next == null) {
                out--;
            }
        }
        if (next != null) {
            next.run();
        }
    }

    private void ask(IpAddress address, CompletableFuture<Optional<String>> result) {
        session.lookupAsync(ReverseMap.fromAddress(address.toInetAddress()), Type.PTR).toCompletableFuture()
                .orTimeout(NAME_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
                .handle((found, e) -> {
                    if (e != null) {
                        LOG.log(System.Logger.Level.DEBUG, () -> "no name for " + address, e);
                    }
                    return e == null ? firstName(found) : Optional.<String>empty();
                })
                // The next question starts first, for whoever hears of this one may take its time.
                .whenComplete((name, e) -> ended())
                .thenAccept(result::complete);
    }

    private static Optional<String> firstName(LookupResult found) {
        return found.getRecords().stream().filter(PTRRecord.class::isInstance).map(PTRRecord.class::cast)
                .map(record -> record.getTarget().toString(true)).filter(name -> !name.isEmpty()).sorted().findFirst();
    }

    /**
     * The names of many addresses, waited for together.
     *
     * @param patience how long to wait at the most; names that are not there by then are left out
     * @return in the order of the addresses; those without a name are left out
     * @throws InterruptedException if the thread was interrupted while it waited
     */
    public Map<IpAddress, String> namesOf(Collection<IpAddress> addresses, Duration patience) throws InterruptedException {
        Map<IpAddress, CompletableFuture<Optional<String>>> all = new LinkedHashMap<>();
        addresses.forEach(address -> all.computeIfAbsent(address, this::nameOf));
        try {
            CompletableFuture.allOf(all.values().toArray(CompletableFuture[]::new)).get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.log(System.Logger.Level.DEBUG, "some names did not come in time", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a look-up failed that never does", e);
        }
        Map<IpAddress, String> names = new LinkedHashMap<>();
        all.forEach((address, name) -> name.getNow(Optional.empty()).ifPresent(text -> names.put(address, text)));
        return names;
    }
}
