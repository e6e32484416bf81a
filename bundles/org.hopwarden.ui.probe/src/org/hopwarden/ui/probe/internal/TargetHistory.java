package org.hopwarden.ui.probe.internal;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.hopwarden.ui.Problem;
import org.hopwarden.ui.Problems;
import org.osgi.service.prefs.BackingStoreException;

/** The targets that were traced in each network, the newest first. Remembered at once, for the window may be killed. */
final class TargetHistory {

    private static final int MOST = 20;
    private static final String SEPARATOR = "\n";

    private TargetHistory() {
    }

    static List<String> of(String network) {
        String saved = node().get(network, "");
        return saved.isEmpty() ? List.of() : List.of(saved.split(SEPARATOR));
    }

    static void add(String network, String target) {
        List<String> targets = new ArrayList<>(of(network));
        targets.remove(target);
        targets.addFirst(target);
        node().put(network, String.join(SEPARATOR, targets.subList(0, Math.min(MOST, targets.size()))));
        save();
    }

    private static void save() {
        Job job = Job.createSystem("Save the targets", monitor -> {
            try {
                node().flush();
            } catch (BackingStoreException e) {
                Problems.log(Problem.of(e).during("The list of targets was not saved."));
            }
        });
        job.schedule();
    }

    private static IEclipsePreferences node() {
        return InstanceScope.INSTANCE.getNode("org.hopwarden.ui.probe/targets");
    }
}
