package org.hopwarden.ui.probe.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.hopwarden.ui.Problem;
import org.hopwarden.ui.Problems;
import org.osgi.service.prefs.BackingStoreException;

/**
 * The networks that the user can choose from: the lab's examples, topology files, and the one that this host is in. The files are
 * remembered. Safe for use by several threads.
 */
final class Networks {

    private static final String FILE = "file:";
    private static final String KEY = "topologies";
    private static final int MOST_FILES = 12;

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile List<Network> all;

    Networks() {
        List<Network> networks = new ArrayList<>(LabNetwork.examples());
        String saved = preferences().get(KEY, "");
        if (!saved.isEmpty()) {
            saved.lines().map(Path::of).map(TopologyFile::remembered).forEach(networks::add);
        }
        networks.add(new HostNetwork());
        all = List.copyOf(networks);
    }

    /** The lab first. */
    List<Network> all() {
        return all;
    }

    /** Adds a topology file, or takes its new content. */
    synchronized void add(TopologyFile file) {
        List<Network> networks = new ArrayList<>(all);
        networks.removeIf(network -> network.id().equals(file.id()));
        networks.add(networks.size() - 1, file);
        List<TopologyFile> files = networks.stream().filter(TopologyFile.class::isInstance).map(TopologyFile.class::cast).toList();
        if (files.size() > MOST_FILES) {
            networks.remove(files.getFirst());
        }
        all = List.copyOf(networks);
        remember();
        listeners.forEach(Runnable::run);
    }

    private void remember() {
        preferences().put(KEY, all.stream().filter(TopologyFile.class::isInstance)
                .map(network -> ((TopologyFile) network).file().toString()).collect(Collectors.joining("\n")));
        Job.createSystem("Remember the topologies", monitor -> {
            try {
                preferences().flush();
            } catch (BackingStoreException e) {
                Problems.log(Problem.of(e).during("The opened topologies were not remembered."));
            }
        }).schedule();
    }

    private static IEclipsePreferences preferences() {
        return InstanceScope.INSTANCE.getNode("org.hopwarden.ui.probe");
    }

    /** Calls back on any thread when there is another network. */
    void onChange(Runnable listener) {
        listeners.add(listener);
    }

    void removeListener(Runnable listener) {
        listeners.remove(listener);
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
