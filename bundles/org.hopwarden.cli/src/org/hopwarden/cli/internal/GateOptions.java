package org.hopwarden.cli.internal;

import java.nio.file.Path;
import java.util.List;

import org.hopwarden.enforce.gate.GatePlace;
import org.hopwarden.enforce.gate.OwnConnections.Kept;
import org.hopwarden.enforce.gate.Sides.Side;
import org.hopwarden.net.IpPrefix;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options of the gate that a policy goes through before it is enforced. */
final class GateOptions {

    /** An end of connections, as text. */
    static final class KeptConverter implements ITypeConverter<Kept> {
        @Override
        public Kept convert(String text) {
            return Kept.tryParse(text).orElseThrow(() -> new TypeConversionException("'" + text
                    + "' is no ADDRESS or ADDRESS:PORT, such as 192.0.2.9 or [2001:db8::9]:22"));
        }
    }

    /** Addresses behind an interface, as text. */
    static final class SideConverter implements ITypeConverter<Side> {
        @Override
        public Side convert(String text) {
            int equals = text.indexOf('=');
            try {
                if (equals > 0) {
                    return new Side(text.substring(0, equals), IpPrefix.parse(text.substring(equals + 1)));
                }
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException("'" + text + "' is no IF=PREFIX: " + e.getMessage());
            }
            throw new TypeConversionException("'" + text + "' is no IF=PREFIX, such as eth1=192.0.2.0/24");
        }
    }

    @Option(names = "--gate", paramLabel = "CAPTURE", arity = "1..*", description = "decide the packets of these captures, pcap or pcapng, by"
            + " the policy in force and by this one, and show what changes; changes must be accepted")
    List<Path> captures = List.of();

    @Option(names = "--gate-from", paramLabel = "OLD.hwpolicy", description = "with --gate: what is in force (default: what was last put in"
            + " force at this place; where nothing was, everything passes)")
    Path from;

    @Option(names = "--gate-side", paramLabel = "IF=PREFIX", converter = SideConverter.class, description = "with --gate: addresses behind an"
            + " interface, for captured packets that pass through; may be given several times (default: as the routes of this host lead)")
    List<Side> sides = List.of();

    @Option(names = "--accept-changes", description = "accept what --gate shows; else a terminal is asked, and without one this ends with 1")
    boolean acceptChanges;

    @Option(names = "--keep", paramLabel = "ADDRESS[:PORT]", converter = KeptConverter.class, description = "connections with this other end must"
            + " live on, beside the one you sit on; may be given several times")
    List<Kept> kept = List.of();

    @Option(names = "--lock-me-out", description = "put it in force though it ends the connection you sit on")
    boolean lockMeOut;

    @Option(names = "--follow", description = "put the policy file in force again, through the same gate, whenever it is changed; SIGHUP does so"
            + " once")
    boolean follow;

    /** @param place whose packets are decided */
    void check(GatePlace place) {
        String lonely = from != null ? "--gate-from" : !sides.isEmpty() ? "--gate-side" : acceptChanges ? "--accept-changes" : null;
        if (captures.isEmpty() && lonely != null) {
            throw CommandFailure.usage(lonely + " stands without --gate", "Name the captures: --gate CAPTURE");
        }
        if (lockMeOut && !kept.isEmpty()) {
            throw CommandFailure.usage("--keep and --lock-me-out exclude each other", "Leave one of them out.");
        }
        sides.stream().map(Side::interfaceName).filter(name -> !place.interfaces().isEmpty() && !place.interfaces().contains(name)).findFirst()
                .ifPresent(name -> {
                    throw CommandFailure.usage("--gate-side: '" + name + "' is none of the interfaces of the bridge", "They are "
                            + String.join(" and ", place.interfaces()) + ".");
                });
    }
}
