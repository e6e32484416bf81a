package org.hopwarden.cli.internal;

import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.hopwarden.lab.Topology;
import org.hopwarden.names.AsnDatabase;
import org.hopwarden.names.AsnDatabaseException;
import org.hopwarden.names.HostInfo;
import org.hopwarden.names.ReverseNames;
import org.hopwarden.net.IpAddress;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** What a command says of addresses beside their numbers. Left to itself it asks nobody. */
final class HostNaming {

    private static final System.Logger LOG = System.getLogger(HostNaming.class.getName());
    private static final String DATABASE_VARIABLE = "HOPWARDEN_ASN_DB";
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @ArgGroup
    private Choice choice;

    private static final class Choice {
        @Option(names = "--names", order = 1, description = "show host names: asks this host's own name servers, "
                + "and nobody else; in a simulated network the names are those of its file")
        private boolean names;
        @Option(names = "-n", order = 2, description = "show numbers only, and ask no name server (default)")
        private boolean numbers;
    }

    @Option(names = "--asn-db", paramLabel = "FILE", description = "show AS numbers and networks from this file in MaxMind's "
            + "format (.mmdb); default: that of the environment variable " + DATABASE_VARIABLE + ", or none")
    private String database;

    private final Map<IpAddress, CompletableFuture<Optional<String>>> asked = new HashMap<>();
    private ReverseNames resolver;
    private AsnDatabase opened;
    private PrintStream err;

    /**
     * Opens the database that was named, so that a bad one is told of before anything is sent.
     *
     * @param messages told where it turns out to be damaged later
     */
    void prepare(PrintStream messages) {
        err = messages;
        String file = database != null ? database : System.getenv(DATABASE_VARIABLE);
        if (file == null || file.isEmpty()) {
            return;
        }
        try {
            opened = AsnDatabase.open(Path.of(file));
        } catch (InvalidPathException e) {
            throw CommandFailure.badInput("'" + file + "' is no file name: " + e.getReason(), "Give the path of an .mmdb file.");
        } catch (AsnDatabaseException e) {
            throw CommandFailure.badInput(e.getMessage(), e.remedy());
        }
    }

    /**
     * What is known of these addresses; those of which nothing is are left out. Waits for names, but not for ever.
     *
     * @param lab the simulated network that they belong to, if any
     */
    Map<IpAddress, HostInfo> lookUp(Collection<IpAddress> addresses, Optional<Topology> lab) {
        ask(addresses, lab);
        try {
            CompletableFuture.allOf(asked.values().toArray(CompletableFuture[]::new)).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException e) {
            LOG.log(System.Logger.Level.DEBUG, "some names did not come in time", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a look-up failed that never does", e);
        }
        return known(addresses, lab);
    }

    /** As {@link #lookUp}, with the names that have come so far. Waits for nothing, and asks for each name once. */
    Map<IpAddress, HostInfo> known(Collection<IpAddress> addresses, Optional<Topology> lab) {
        ask(addresses, lab);
        Map<IpAddress, HostInfo> known = new LinkedHashMap<>();
        for (IpAddress address : new LinkedHashSet<>(addresses)) {
            Optional<String> name = asked.containsKey(address) ? asked.get(address).getNow(Optional.empty()) : Optional.empty();
            HostInfo info = new HostInfo(name, network(address));
            if (!info.isEmpty()) {
                known.put(address, info);
            }
        }
        return known;
    }

    private void ask(Collection<IpAddress> addresses, Optional<Topology> lab) {
        if (choice == null || !choice.names) {
            return;
        }
        if (lab.isEmpty() && resolver == null) {
            resolver = ReverseNames.ofHost();
        }
        addresses.forEach(address -> asked.computeIfAbsent(address, each -> lab.isPresent()
                ? CompletableFuture.completedFuture(lab.get().nameOf(each)) : resolver.nameOf(each)));
    }

    /** What was traced is worth more than the networks: a damaged file costs these alone. */
    private Optional<HostInfo.Network> network(IpAddress address) {
        try {
            return opened == null ? Optional.empty() : opened.lookup(address);
        } catch (AsnDatabaseException e) {
            opened = null;
            err.println("hopwarden: " + e.getMessage());
            err.println(e.remedy());
            return Optional.empty();
        }
    }
}
