package org.hopwarden.ui.probe.internal;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorReference;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.MultiPartInitException;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.services.IEvaluationService;
import org.hopwarden.probe.TraceRequest;
import org.hopwarden.ui.Background;
import org.hopwarden.ui.Problem;
import org.hopwarden.ui.Problems;
import org.hopwarden.ui.StateFolder;
import org.hopwarden.ui.probe.TraceTabs;
import org.hopwarden.visualization.HopGraph;
import org.hopwarden.visualization.HopGraphLayout;

/** The traces of the window: runs them, saves them, and keeps a tab for each. One for the process; for the UI thread. */
public final class OpenTraces {

    private static final OpenTraces INSTANCE = new OpenTraces();
    private static final DateTimeFormatter ID = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS");
    private static final int SAVE_RUNNING_MILLIS = 500;
    private static final int SAVE_WATCH_MILLIS = 5000;
    private static final int SHUTDOWN_MILLIS = 2000;

    private final TraceStore store = new TraceStore(StateFolder.path().resolve("traces"));
    private final Set<OpenTrace> running = ConcurrentHashMap.newKeySet();
    private final Map<String, OpenTrace> open = Collections.synchronizedMap(new LinkedHashMap<>());
    private final List<Runnable> observers = new CopyOnWriteArrayList<>();
    private final TraceFiles files = new TraceFiles(store, this::newId);
    private final AtomicInteger count = new AtomicInteger();
    private final Job saveRunning = Job.createSystem("Save running traces", monitor -> {
        saveRunning();
    });
    private Networks networks;

    private OpenTraces() {
    }

    public static OpenTraces get() {
        return INSTANCE;
    }

    synchronized Networks networks() {
        if (networks == null) {
            networks = new Networks();
        }
        return networks;
    }

    /** Does beforehand, on a thread of its own, what the first tab would have to wait for. */
    public void prepare() {
        Thread.ofPlatform().daemon().name("prepare the first tab").start(() -> {
            networks();
            Methods.all();
            HopGraphLayout.draw(new HopGraph(List.of(), List.of(), List.of()));
        });
    }

    /** What a new tab proposes: nothing yet, in the network that is first. */
    TraceSpec blank() {
        Network network = networks().all().getFirst();
        return new TraceSpec(network.id(), "", "icmp", 0, TraceRequest.DEFAULT_MAX_TTL, TraceRequest.DEFAULT_QUERIES);
    }

    /** Starts a trace. */
    OpenTrace run(TraceSpec spec) {
        OpenTrace trace = new OpenTrace(newId(), spec);
        Optional<Network> network = networks().find(spec.network());
        if (network.isEmpty()) {
            trace.failed(new Problem("There is no network '" + spec.network() + "' any more.",
                    "Choose another network.", null));
            return trace;
        }
        TargetHistory.add(spec.network(), spec.target());
        running.add(trace);
        trace.onChange(() -> saveRunning.schedule(spec.isWatched() ? SAVE_WATCH_MILLIS : SAVE_RUNNING_MILLIS));
        Job job = spec.isWatched() ? new WatchJob(trace, network.get(), recording(trace), this::save)
                : new TraceJob(trace, network.get(), this::save);
        job.schedule();
        return trace;
    }

    /** Starts a trace in the tab in front. */
    OpenTrace runHere(TraceSpec spec) {
        OpenTrace trace = run(spec);
        opened(trace);
        inFront(trace);
        return trace;
    }

    /** The file of a watch's events. */
    Path recording(OpenTrace trace) {
        return store.recording(trace.id());
    }

    /** The traces that have a tab, in the order of their opening. */
    List<OpenTrace> open() {
        return List.copyOf(open.values());
    }

    /** Calls back, on any thread, when a trace is opened, closed or changes. */
    void observe(Runnable observer) {
        observers.add(observer);
    }

    void removeObserver(Runnable observer) {
        observers.remove(observer);
    }

    private void changed() {
        observers.forEach(Runnable::run);
    }

    private void opened(OpenTrace trace) {
        if (open.put(trace.id(), trace) == null) {
            trace.onChange(this::changed);
        }
        changed();
    }

    private String newId() {
        return LocalDateTime.now().format(ID) + "-" + count.incrementAndGet();
    }

    /** Called in a trace's job when it begins and when it has ended. */
    private void save(OpenTrace trace) {
        if (running.contains(trace)) {
            store.save(trace);
            if (!trace.isRunning()) {
                running.remove(trace);
            }
        }
    }

    private void saveRunning() {
        running.forEach(this::save);
    }

    /** Starts a trace in a tab of its own. */
    void start(IWorkbenchPage page, TraceSpec spec) {
        start(page, spec, true);
    }

    /** Starts a trace in a tab of its own, in front or behind. */
    void start(IWorkbenchPage page, TraceSpec spec, boolean inFront) {
        show(page, new TraceInput(run(spec)), inFront);
    }

    /** Starts a trace by every method, each in a tab behind, and shows them in the overview. */
    void startEveryMethod(IWorkbenchPage page, TraceSpec spec) {
        Optional<Network> network = networks().find(spec.network());
        if (network.isEmpty()) {
            start(page, spec);
            return;
        }
        List<OpenTrace> traces = Methods.all().stream()
                .map(method -> new OpenTrace(newId(), spec.withMethod(method.id(), method.hasPorts() ? spec.port() : 0))).toList();
        TargetHistory.add(spec.network(), spec.target());
        for (OpenTrace trace : traces) {
            running.add(trace);
            trace.onChange(() -> saveRunning.schedule(SAVE_RUNNING_MILLIS));
            show(page, new TraceInput(trace), false);
        }
        new MethodsJob(traces, network.get(), this::save).schedule();
        openOverview(page);
        if (page.getActiveEditor() instanceof OverviewEditor overview) {
            overview.compare(traces);
        }
    }

    /** Opens a topology, by its name, or a trace, events of traces or the recording of a watch, by what the first line says. */
    public void open(IWorkbenchPage page, Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".toml")) {
            TopologyFiles.open(page, networks(), file, network -> openBlank(page, network));
        } else {
            Background.run("Read " + file.getFileName(), "The file " + file + " was not opened.",
                    page.getWorkbenchWindow().getShell().getDisplay(), monitor -> files.read(file),
                    traces -> traces.forEach(trace -> show(page, new TraceInput(trace), true)));
        }
    }

    /** Saves a picture of the tab in front. */
    public void savePicture(IWorkbenchPage page, TraceTabs.Picture which, Path file) {
        if (page.getActiveEditor() instanceof TraceEditor editor) {
            editor.body().flatMap(body -> which == TraceTabs.Picture.GRAPH ? body.graphPicture() : body.charts().picture())
                    .ifPresent(picture -> Pictures.write(page.getWorkbenchWindow().getShell(), file, picture));
        }
    }

    /** Saves the events of the watch in front. */
    public void saveRecording(IWorkbenchPage page, Path file) {
        if (page.getActiveEditor() instanceof TraceEditor editor) {
            editor.openTrace().ifPresent(trace -> saveRecording(page, trace, file));
        }
    }

    /** Writes the events of a watch, as far as it is recorded, into a file. */
    void saveRecording(IWorkbenchPage page, OpenTrace trace, Path file) {
        Background.run("Save the recording", file + " was not written.", page.getWorkbenchWindow().getShell().getDisplay(),
                monitor -> {
                    EventFiles.write(recording(trace), file);
                    return file;
                }, written -> {
                });
    }

    /** Opens the table of all traces, or brings it to the front. */
    void openOverview(IWorkbenchPage page) {
        try {
            page.openEditor(OverviewInput.INSTANCE, OverviewEditor.ID);
            TabMemory.overviewIsOpen(true);
        } catch (PartInitException e) {
            Problems.report(Problem.of(e).during("The overview could not be opened."));
        }
    }

    /** Brings a trace's tab to the front. */
    void bringToFront(IWorkbenchPage page, OpenTrace trace) {
        for (IEditorReference reference : page.getEditorReferences()) {
            if (trace(reference).filter(found -> found == trace).isPresent()) {
                page.activate(reference.getEditor(true));
                return;
            }
        }
    }

    void openBlank(IWorkbenchPage page) {
        show(page, new TraceInput(null), true);
    }

    private void openBlank(IWorkbenchPage page, String network) {
        openBlank(page);
        if (page.getActiveEditor() instanceof TraceEditor editor) {
            editor.choose(network);
        }
    }

    /** Opens the trace again that was closed last. */
    void reopen(IWorkbenchPage page) {
        Background.run("Open the closed trace", "The trace was not opened.",
                page.getWorkbenchWindow().getShell().getDisplay(), monitor -> store.reopen(),
                trace -> trace.ifPresent(found -> show(page, new TraceInput(found), true)));
    }

    private void show(IWorkbenchPage page, TraceInput input, boolean inFront) {
        input.open().ifPresent(this::opened);
        try {
            page.openEditor(input, TraceEditor.ID, inFront);
        } catch (PartInitException e) {
            Problems.report(Problem.of(e).during("The tab could not be opened."));
        }
    }

    /** Opens the traces of the last time; the very first time, runs the one that the lab suggests. */
    public void restore(IWorkbenchPage page) {
        page.addPartListener(new Tabs(page));
        boolean first = store.isNew();
        Background.run("Open the saved traces", "The traces of the last time could not be opened.",
                page.getWorkbenchWindow().getShell().getDisplay(), monitor -> {
                    networks();
                    return store.load();
                }, traces -> restore(page, traces, first));
    }

    private void restore(IWorkbenchPage page, List<OpenTrace> traces, boolean first) {
        Optional<Network.Suggestion> suggestion = networks().first();
        if (!traces.isEmpty()) {
            String active = TabMemory.inFront();
            int index = TabMemory.isOverviewInFront() && TabMemory.isOverviewOpen() ? traces.size() : 0;
            for (int i = 0; i < traces.size(); i++) {
                if (traces.get(i).id().equals(active)) {
                    index = i;
                }
            }
            traces.forEach(this::opened);
            openAll(page, traces, TabMemory.isOverviewOpen(), index);
        } else {
            openBlank(page);
            if (TabMemory.isOverviewOpen()) {
                openOverview(page);
            }
            suggestion.filter(lab -> first).ifPresent(lab -> start(page, lab.spec()));
        }
    }

    /** Only the tab in front is built now, the others when the user turns to them. */
    private static void openAll(IWorkbenchPage page, List<OpenTrace> traces, boolean overview, int active) {
        List<IEditorInput> all = new ArrayList<>(traces.stream().map(TraceInput::new).toList());
        if (overview) {
            all.add(OverviewInput.INSTANCE);
        }
        IEditorInput[] inputs = all.toArray(IEditorInput[]::new);
        String[] ids = all.stream().map(input -> input == OverviewInput.INSTANCE ? OverviewEditor.ID : TraceEditor.ID).toArray(String[]::new);
        try {
            page.openEditors(inputs, ids, null, IWorkbenchPage.MATCH_NONE, active);
        } catch (MultiPartInitException e) {
            Problems.report(Problem.of(e).during("A saved trace could not be shown."));
        }
    }

    /** Ends running traces and saves what they have learned. The window is closing. */
    public void shutDown() {
        TraceJob.cancelAll(SHUTDOWN_MILLIS);
        for (OpenTrace trace : List.copyOf(running)) {
            trace.cancelled("Stopped because the window was closed.");
            save(trace);
        }
    }

    /** A trace has begun or ended: commands may be possible now that were not before, or the reverse. */
    void stateChanged() {
        IEvaluationService evaluation = PlatformUI.getWorkbench().getService(IEvaluationService.class);
        evaluation.requestEvaluation(TraceTester.PROPERTY);
    }

    private void closed(OpenTrace trace) {
        running.remove(trace);
        open.remove(trace.id());
        changed();
        TraceJob.cancel(trace);
        Job.createSystem("Put the closed trace aside", monitor -> {
            store.close(trace);
        }).schedule();
    }

    /** Remembers which tab is in front. */
    void inFront(OpenTrace trace) {
        TabMemory.inFront(trace.id());
    }

    /** Keeps the traces in step with the tabs of a page. */
    private final class Tabs implements IPartListener2 {

        private final IWorkbenchPage page;

        Tabs(IWorkbenchPage page) {
            this.page = page;
        }

        @Override
        public void partActivated(IWorkbenchPartReference reference) {
            trace(reference).ifPresent(OpenTraces.this::inFront);
            if (OverviewEditor.ID.equals(reference.getId())) {
                TabMemory.overviewInFront();
            }
        }

        @Override
        public void partClosed(IWorkbenchPartReference reference) {
            if (isClosing()) {
                return;
            }
            if (OverviewEditor.ID.equals(reference.getId())) {
                TabMemory.overviewIsOpen(false);
            } else if (!TraceEditor.ID.equals(reference.getId())) {
                return;
            }
            trace(reference).ifPresent(OpenTraces.this::closed);
            PlatformUI.getWorkbench().getDisplay().asyncExec(() -> {
                if (!isClosing() && page.getEditorReferences().length == 0) {
                    openBlank(page);
                }
            });
        }

        private boolean isClosing() {
            // What was put off until the display is disposed comes when the window is gone and no longer says that it closes.
            Shell shell = page.getWorkbenchWindow().getShell();
            return !PlatformUI.isWorkbenchRunning() || shell == null || shell.isDisposed()
                    || PlatformUI.getWorkbench().isClosing() || page.getWorkbenchWindow().isClosing();
        }
    }

    private static Optional<OpenTrace> trace(IWorkbenchPartReference reference) {
        try {
            return reference instanceof IEditorReference editor && editor.getEditorInput() instanceof TraceInput input
                    ? input.open() : Optional.empty();
        } catch (PartInitException e) {
            Problems.log(Problem.of(e));
            return Optional.empty();
        }
    }
}
