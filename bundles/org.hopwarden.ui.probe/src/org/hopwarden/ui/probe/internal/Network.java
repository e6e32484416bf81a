package org.hopwarden.ui.probe.internal;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.hopwarden.net.IpAddress;
import org.hopwarden.packetio.PacketPort;
import org.hopwarden.packetio.PacketPortException;

/** Where a trace runs: a simulated network, of the lab or of a file, or the one that this host is in. */
sealed interface Network permits LabNetwork, TopologyFile, HostNetwork {

    /** Names it in saved traces. */
    String id();

    /** For people, short. */
    String label();

    /** What it is, in a sentence. */
    String description();

    /** Whether packets stay in this process. */
    boolean isSimulated();

    /** Targets worth tracing. */
    List<Suggestion> suggestions();

    /**
     * What is wrong with a target, as far as it can be told without asking anyone.
     *
     * @return a sentence; empty where nothing is known to be wrong
     */
    Optional<String> objection(String target);

    /**
     * The address of a target. May ask a name server and take long.
     *
     * @throws IOException where there is none; says so
     */
    IpAddress resolve(String target) throws IOException;

    /**
     * A port for one trace.
     *
     * @param note told what does not go for want of rights, with the remedy, in sentences
     */
    PacketPort open(IpAddress target, Consumer<String> note) throws PacketPortException;

    /**
     * @param spec what to trace
     * @param note why it is worth it; may be empty
     */
    record Suggestion(TraceSpec spec, String note) {
    }
}
