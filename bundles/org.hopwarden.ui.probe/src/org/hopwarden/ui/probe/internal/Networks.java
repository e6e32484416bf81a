package org.hopwarden.ui.probe.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The networks that the user can choose from: the lab's examples, and the one that this host is in. */
final class Networks {

    private static final String FILE = "file:";

    private final List<Network> all;

    Networks() {
        List<Network> networks = new ArrayList<>(LabNetwork.examples());
        networks.add(new HostNetwork());
        all = List.copyOf(networks);
    }

    /** The lab first. */
    List<Network> all() {
        return all;
    }

    Optional<Network> find(String id) {
        return all.stream().filter(network -> network.id().equals(id)).findFirst();
    }

    /** The name for people; the id of a network that is not there any more. */
    String label(String id) {
        return id.startsWith(FILE) ? "from " + id.substring(FILE.length()) : find(id).map(Network::label).orElse(id);
    }

    /** Stands for the unknown network of a trace that was read from a file. */
    static String fileId(Path file) {
        return FILE + file.getFileName();
    }

    /** What to try first. */
    Optional<Network.Suggestion> first() {
        return all.stream().flatMap(network -> network.suggestions().stream()).findFirst();
    }
}
