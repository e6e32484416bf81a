package org.hopwarden.cli.internal;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;

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

    private AsnDatabase opened;

    /** Opens the database that was named, so that a bad one is told of before anything is sent. */
    void prepare() {
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
     * What is known of these addresses; those of which nothing is are left out.
     *
     * @param lab the simulated network that they belong to, if any
     */
    Map<IpAddress, HostInfo> lookUp(Collection<IpAddress> addresses, Optional<Topology> lab) {
        Collection<IpAddress> distinct = new LinkedHashSet<>(addresses);
        Map<IpAddress, String> names = choice != null && choice.names ? names(distinct, lab) : Map.of();
        Map<IpAddress, HostInfo> known = new LinkedHashMap<>();
        for (IpAddress address : distinct) {
            HostInfo info = new HostInfo(Optional.ofNullable(names.get(address)), network(address));
            if (!info.isEmpty()) {
                known.put(address, info);
            }
        }
        return known;
    }

    private static Map<IpAddress, String> names(Collection<IpAddress> addresses, Optional<Topology> lab) {
        if (lab.isPresent()) {
            Map<IpAddress, String> names = new LinkedHashMap<>();
            addresses.forEach(address -> lab.get().nameOf(address).ifPresent(name -> names.put(address, name)));
            return names;
        }
        try {
            return ReverseNames.ofHost().namesOf(addresses, PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Map.of();
        }
    }

    private Optional<HostInfo.Network> network(IpAddress address) {
        try {
            return opened == null ? Optional.empty() : opened.lookup(address);
        } catch (AsnDatabaseException e) {
            throw CommandFailure.badInput(e.getMessage(), e.remedy());
        }
    }
}
