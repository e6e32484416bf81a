package org.hopwarden.ui.capture.internal;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.ui.IStartup;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchListener;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.hopwarden.ui.Background;
import org.hopwarden.ui.Problem;
import org.hopwarden.ui.Problems;
import org.hopwarden.ui.StateFolder;
import org.hopwarden.ui.capture.internal.CaptureInput.Kind;

/**
 * Remembers which captures are open, at once and not only at the end, so that they come back after the process was killed too.
 * A recording lies in the state folder until it was saved elsewhere or discarded; one that no list knows comes back as well. One
 * for the process.
 */
public final class OpenCaptures {

    private static final OpenCaptures INSTANCE = new OpenCaptures();
    private static final String CAPABILITY = "captures";
    private static final String LIST = "open.txt";
    private static final String SUFFIX = ".pcap";
    private static final String UNFINISHED = ".part";
    private static final long EMPTY_BYTES = 24;
    private static final Duration CLOSING = Duration.ofSeconds(4);

    private final Map<Path, CaptureInput> open = new LinkedHashMap<>();
    private final Set<Thread> closing = ConcurrentHashMap.newKeySet();
    private final Job save = Job.createSystem("Remember open captures", monitor -> {
        save();
    });
    private boolean listening;

    private OpenCaptures() {
    }

    static OpenCaptures get() {
        return INSTANCE;
    }

    static Path folder() {
        return StateFolder.folder(CAPABILITY);
    }

    synchronized void opened(CaptureInput input) {
        open.put(input.file(), input);
        save.schedule();
        if (!listening) {
            listening = true;
            PlatformUI.getWorkbench().addWorkbenchListener(new Closing());
        }
    }

    synchronized void closed(CaptureInput input) {
        open.remove(input.file());
        save.schedule();
    }

    private synchronized String lines() {
        return open.values().stream().map(input -> input.kind() + "\t" + input.file().toUri() + "\t" + input.name())
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private void save() {
        try {
            StateFolder.writeAtomically(folder().resolve(LIST), lines());
        } catch (IOException e) {
            Problems.log(Problem.of(e).during("The open captures were not remembered."));
        }
    }

    /** Runs what ends a capture; the program does not end before. */
    void close(Runnable work) {
        Thread thread = Thread.ofPlatform().name("close capture").unstarted(() -> {
            try {
                work.run();
            } finally {
                closing.remove(Thread.currentThread());
            }
        });
        closing.add(thread);
        thread.start();
    }

    /** Gives live captures the time to get their files in order when the window is gone. */
    private final class Closing implements IWorkbenchListener {

        @Override
        public boolean preShutdown(IWorkbench workbench, boolean forced) {
            return true;
        }

        @Override
        public void postShutdown(IWorkbench workbench) {
            long deadline = System.nanoTime() + CLOSING.toNanos();
            try {
                for (Thread thread : List.copyOf(closing)) {
                    thread.join(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /**
     * What was open the last time, the oldest first. A recording of a window that was killed gets its name; one without a frame
     * is dropped.
     */
    private List<CaptureInput> load() throws IOException {
        Map<Path, CaptureInput> found = new LinkedHashMap<>();
        Path list = folder().resolve(LIST);
        if (Files.exists(list)) {
            for (String line : Files.readAllLines(list)) {
                if (!line.isBlank()) {
                    CaptureInput input = parse(line);
                    found.put(input.file(), input);
                }
            }
        }
        for (Path file : recordings()) {
            if (!isOpen(file)) {
                adopt(file, found);
            }
        }
        found.values().removeIf(input -> input.kind().isRecording() && Files.notExists(input.file()));
        return List.copyOf(found.values());
    }

    private synchronized boolean isOpen(Path file) {
        return open.containsKey(withoutSuffix(file));
    }

    private static CaptureInput parse(String line) throws IOException {
        String[] parts = line.split("\t", 3);
        try {
            Path file = Path.of(URI.create(parts[1]));
            Kind kind = Kind.valueOf(parts[0]);
            // What ended in good order has its name; else adopt() finds it under another one.
            return kind == Kind.FILE ? CaptureInput.ofFile(file)
                    : CaptureInput.recording(file, kind == Kind.LIVE ? Kind.RECORDED : kind, parts[2]);
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new IOException("the list of open captures has the line '" + line + "'", e);
        }
    }

    private static List<Path> recordings() throws IOException {
        try (Stream<Path> files = Files.list(folder())) {
            return files.filter(file -> file.toString().endsWith(SUFFIX) || file.toString().endsWith(UNFINISHED)).sorted()
                    .toList();
        }
    }

    private static Path withoutSuffix(Path file) {
        String name = file.getFileName().toString();
        int end = name.indexOf(SUFFIX);
        return end < 0 ? file : file.resolveSibling(name.substring(0, end + SUFFIX.length()));
    }

    private static void adopt(Path file, Map<Path, CaptureInput> found) throws IOException {
        if (Files.size(file) <= EMPTY_BYTES) {
            Files.delete(file);
            return;
        }
        if (!file.toString().endsWith(UNFINISHED)) {
            found.putIfAbsent(file, CaptureInput.recording(file, Kind.RECORDED, "Recording"));
            return;
        }
        Path named = withoutSuffix(file);
        if (Files.exists(named)) {
            // A copy that was not finished; what it was made of is there.
            return;
        }
        Files.move(file, named);
        CaptureInput known = found.get(named);
        found.put(named, CaptureInput.recording(named, Kind.CUT_SHORT, known == null ? "Recording" : known.name()));
    }

    /** Opens the captures of the last time in tabs behind the one that is in front. */
    public static void restore(IWorkbenchPage page) {
        Background.run("Open the captures of the last time", "The captures of the last time were not opened.",
                page.getWorkbenchWindow().getShell().getDisplay(), monitor -> get().load(), inputs -> show(page, inputs));
    }

    private static void show(IWorkbenchPage page, List<CaptureInput> inputs) {
        for (CaptureInput input : inputs) {
            // Remembered even while its tab has not been built: it is built when the user turns to it.
            get().opened(input);
            try {
                page.openEditor(input, CaptureEditor.ID, false);
            } catch (PartInitException e) {
                Problems.log(Problem.of(e).during("The capture " + input.file() + " was not opened."));
            }
        }
        // Without those that had no frame.
        get().save.schedule();
    }

    /** Opens the captures of the last time in the first window. */
    public static final class Restore implements IStartup {

        @Override
        public void earlyStartup() {
            if (Files.notExists(StateFolder.path().resolve(CAPABILITY))) {
                return;
            }
            Background.onDisplay(PlatformUI.getWorkbench().getDisplay(), () -> {
                IWorkbenchWindow[] windows = PlatformUI.getWorkbench().getWorkbenchWindows();
                if (windows.length > 0 && windows[0].getActivePage() != null) {
                    restore(windows[0].getActivePage());
                }
            });
        }
    }
}
