package org.hopwarden.ui.probe.internal;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.ui.IWorkbenchPage;
import org.hopwarden.lab.TopologyException;
import org.hopwarden.ui.Background;
import org.hopwarden.ui.Problems;

/** Topology files that the user adds to the networks. */
final class TopologyFiles {

    private TopologyFiles() {
    }

    /** Asks for a topology file and adds it to the networks. */
    static void ask(IWorkbenchPage page, Networks networks, Consumer<String> done) {
        FileDialog dialog = new FileDialog(page.getWorkbenchWindow().getShell(), SWT.OPEN);
        dialog.setText("Open Topology");
        dialog.setFilterNames(new String[] { "Topologies (*.toml)", "All files" });
        dialog.setFilterExtensions(new String[] { "*.toml", "*" });
        String chosen = dialog.open();
        if (chosen != null) {
            open(page, networks, Path.of(chosen), done);
        }
    }

    /**
     * Adds a topology file to the networks. Its mistakes are told with their places.
     *
     * @param done told the network's id, on the UI thread
     */
    static void open(IWorkbenchPage page, Networks networks, Path file, Consumer<String> done) {
        Background.<Optional<TopologyFile>>run("Read " + file.getFileName(), "The topology " + file + " was not opened.",
                page.getWorkbenchWindow().getShell().getDisplay(), monitor -> {
                    try {
                        return Optional.of(TopologyFile.read(file));
                    } catch (TopologyException e) {
                        Problems.report(TopologyFile.problem(file, e));
                        return Optional.empty();
                    }
                }, network -> network.ifPresent(found -> {
                    networks.add(found);
                    done.accept(found.id());
                }));
    }
}
