package org.hopwarden.names;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.hopwarden.names.HostInfo.Network;
import org.hopwarden.net.IpAddress;
import org.hopwarden.net.IpPrefix;

import com.maxmind.db.CHMCache;
import com.maxmind.db.DatabaseRecord;
import com.maxmind.db.Reader;

/**
 * Networks by address, from a file in the MaxMind DB format (version 2) that lies on this host: nothing is asked outside. The field names
 * of MaxMind's, DB-IP's and IPinfo's files are understood. Safe for use by several threads.
 */
public final class AsnDatabase implements AutoCloseable {

    /** The greatest file that is read, in bytes; the files with every network of the Internet have some 10 to 100 MB. */
    public static final long MAX_FILE_BYTES = 1L << 30;

    private static final String REMEDY = "Point at a file in the MaxMind DB format (.mmdb) with AS numbers, such as "
            + "GeoLite2-ASN.mmdb, and fetch it again if its download broke off.";
    private static final List<String> NUMBER_FIELDS = List.of("autonomous_system_number", "asn", "as_number");
    private static final List<String> NAME_FIELDS = List.of("autonomous_system_organization", "as_name", "as_organization", "name");
    private static final Pattern NUMBER = Pattern.compile("(?i:AS)?(\\d{1,10})");

    private final Path file;
    private final Reader reader;

    private AsnDatabase(Path file, Reader reader) {
        this.file = file;
        this.reader = reader;
    }

    /**
     * Reads a database whole into memory, so that later changes of the file do not matter.
     *
     * @throws AsnDatabaseException where the file cannot be read, or is no such database
     */
    public static AsnDatabase open(Path file) throws AsnDatabaseException {
        try {
            if (Files.size(file) > MAX_FILE_BYTES) {
                throw new AsnDatabaseException("the network database " + file + " is longer than " + MAX_FILE_BYTES + " bytes", REMEDY,
                        null);
            }
            AsnDatabase database = new AsnDatabase(file, new Reader(new ByteArrayInputStream(Files.readAllBytes(file)), new CHMCache()));
            // A file may break off behind a sound beginning: what is asked for first shows that early.
            database.lookup(IpAddress.parse("1.1.1.1"));
            return database;
        } catch (AsnDatabaseException e) {
            throw e;
        } catch (NoSuchFileException e) {
            throw new AsnDatabaseException("there is no network database " + file, "Check the path.", e);
        } catch (IOException | RuntimeException e) {
            throw damaged(file, e);
        }
    }

    private static AsnDatabaseException damaged(Path file, Exception e) {
        return new AsnDatabaseException("the network database " + file + " cannot be read: " + e.getMessage(), REMEDY, e);
    }

    /**
     * The network that an address belongs to; empty where the database has none, or an IPv4 database is asked for IPv6.
     *
     * @throws AsnDatabaseException where the file turns out to be damaged
     */
    public Optional<Network> lookup(IpAddress address) throws AsnDatabaseException {
        if (address.isV6() && reader.getMetadata().ipVersion() == 4) {
            return Optional.empty();
        }
        try {
            DatabaseRecord<?> found = reader.getRecord(address.toInetAddress(), Map.class);
            if (!(found.data() instanceof Map<?, ?> fields)) {
                return Optional.empty();
            }
            long asn = first(fields, NUMBER_FIELDS).map(AsnDatabase::number).orElse(0L);
            String name = first(fields, NAME_FIELDS).map(Object::toString).orElse("");
            return asn == 0 && name.isEmpty() ? Optional.empty() : Optional.of(new Network(asn, name, prefix(address, found)));
        } catch (IOException | RuntimeException e) {
            // The reader meets damaged files with all sorts of exceptions, not with its own alone.
            throw damaged(file, e);
        }
    }

    private static IpPrefix prefix(IpAddress address, DatabaseRecord<?> found) {
        int length = found.network().prefixLength();
        // In a database for both versions IPv4 lies below ::/96.
        int bits = address.version().addressBits();
        return IpPrefix.containing(address, address.isV4() && length > bits ? length - 96 : Math.min(length, bits));
    }

    private static Optional<Object> first(Map<?, ?> fields, List<String> names) {
        return names.stream().<Object>map(fields::get).filter(value -> value != null).findFirst();
    }

    private static long number(Object value) {
        Matcher text = NUMBER.matcher(value.toString());
        return text.matches() ? Long.parseLong(text.group(1)) : 0;
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException("closing a database that lies in memory failed", e);
        }
    }
}
