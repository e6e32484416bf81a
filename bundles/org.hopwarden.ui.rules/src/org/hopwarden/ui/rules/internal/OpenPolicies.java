package org.hopwarden.ui.rules.internal;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.ui.IStartup;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.hopwarden.ui.Background;
import org.hopwarden.ui.Problem;
import org.hopwarden.ui.Problems;
import org.hopwarden.ui.StateFolder;

/**
 * Remembers which policy files are open, at once and not only at the end, so that they come back after the process was killed
 * too. One for the process; for the UI thread.
 */
final class OpenPolicies {

    private static final OpenPolicies INSTANCE = new OpenPolicies();
    private static final String CAPABILITY = "policies";
    private static final String FILE = "open.txt";

    private final Set<Path> files = new LinkedHashSet<>();
    private final Job save = Job.createSystem("Remember open policies", monitor -> {
        save();
    });
    private String next = "";

    private OpenPolicies() {
    }

    static OpenPolicies get() {
        return INSTANCE;
    }

    void opened(Path file) {
        if (files.add(file)) {
            remember();
        }
    }

    void closed(Path file) {
        if (files.remove(file)) {
            remember();
        }
    }

    private void remember() {
        String text = files.stream().map(file -> file.toUri().toString()).collect(Collectors.joining("\n", "", "\n"));
        synchronized (this) {
            next = text;
        }
        save.schedule();
    }

    private void save() {
        String text;
        synchronized (this) {
            text = next;
        }
        try {
            StateFolder.writeAtomically(StateFolder.folder(CAPABILITY).resolve(FILE), text);
        } catch (IOException e) {
            Problems.log(Problem.of(e).during("The open policies were not remembered."));
        }
    }

    /** Opens the policies of the last time in the first window, behind the tab that is in front. */
    public static final class Restore implements IStartup {

        @Override
        public void earlyStartup() {
            Path list = StateFolder.path().resolve(CAPABILITY).resolve(FILE);
            if (!Files.exists(list)) {
                return;
            }
            try {
                List<Path> open = Files.readAllLines(list).stream().filter(line -> !line.isBlank())
                        .map(line -> Path.of(URI.create(line))).toList();
                Background.onDisplay(PlatformUI.getWorkbench().getDisplay(), () -> show(open));
            } catch (IOException | IllegalArgumentException e) {
                Problems.log(Problem.of(e).during("The policies of the last time were not opened."));
            }
        }

        private static void show(List<Path> open) {
            IWorkbenchWindow[] windows = PlatformUI.getWorkbench().getWorkbenchWindows();
            IWorkbenchPage page = windows.length == 0 ? null : windows[0].getActivePage();
            if (page == null) {
                return;
            }
            for (Path file : open) {
                // Remembered even while its tab has not been built: it is built when the user turns to it.
                get().opened(file);
                try {
                    // One with unsaved changes is built at once, so that its tab says so.
                    page.openEditor(new PolicyInput(file, ImportNotes.NONE), PolicyEditor.ID, PolicyDraft.exists(file));
                } catch (PartInitException e) {
                    Problems.log(Problem.of(e).during("The policy " + file + " was not opened."));
                }
            }
        }
    }
}
