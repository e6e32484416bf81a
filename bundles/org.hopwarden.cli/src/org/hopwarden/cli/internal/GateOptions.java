package org.hopwarden.cli.internal;

import java.nio.file.Path;
import java.util.List;

import org.hopwarden.enforce.gate.OwnConnections.Kept;

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

    @Option(names = "--gate", paramLabel = "CAPTURE", arity = "1..*", description = "decide the packets of these captures, pcap or pcapng, by"
            + " the policy in force and by this one, and show what changes; changes must be accepted")
    List<Path> captures = List.of();

    @Option(names = "--gate-from", paramLabel = "OLD.hwpolicy", description = "with --gate: what is in force (default: what was last put in"
            + " force at this place; where nothing was, everything passes)")
    Path from;

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

    void check() {
        if (captures.isEmpty() && from != null) {
            throw CommandFailure.usage("--gate-from stands without --gate", "Name the captures: --gate CAPTURE");
        }
    }
}
