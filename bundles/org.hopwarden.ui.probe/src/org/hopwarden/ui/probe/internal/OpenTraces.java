package org.hopwarden.ui.probe.internal;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
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
import org.hopwarden.probe.Trace;
import org.hopwarden.probe.TraceRequest;
import org.hopwarden.report.TraceJson;
import org.hopwarden.ui.Background;
import org.hopwarden.ui.Problem;
import org.hopwarden.ui.Problems;
import org.hopwarden.ui.StateFolder;
import org.hopwarden.ui.probe.internal.OpenTrace.Snapshot;
import org.hopwarden.visualization.HopGraph;
import org.hopwarden.visualization.HopGraphLayout;
import org.osgi.service.prefs.BackingStoreException;

/** The traces of the window: runs them, saves them, and keeps a tab for each. One for the process; for the UI thread. */
public final class OpenTraces {

    private static final OpenTraces INSTANCE = new OpenTraces();
    private static final DateTimeFormatter ID = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS");
    private static final int SAVE_RUNNING_MILLIS = 500;
    private static final int SHUTDOWN_MILLIS = 2000;
    private static final String ACTIVE = "active";

    private final TraceStore store = new TraceStore(StateFolder.path().resolve("traces"));
    private final Set<OpenTrace> running = ConcurrentHashMap.newKeySet();
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
        trace.onChange(() -> saveRunning.schedule(SAVE_RUNNING_MILLIS));
        new TraceJob(trace, network.get(), this::save).schedule();
        return trace;
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
        show(page, new TraceInput(run(spec)));
    }

    /** Opens a trace from a file. */
    public void open(IWorkbenchPage page, Path file) {
        Background.run("Read " + file.getFileName(), "The file " + file + " was not opened.",
                page.getWorkbenchWindow().getShell().getDisplay(), monitor -> {
                    Trace known = TraceJson.read(file);
                    OpenTrace trace = new OpenTrace(newId(),
                            Snapshot.of(TraceSpec.of(Networks.fileId(file), known.request()), known));
                    store.save(trace);
                    return trace;
                }, trace -> show(page, new TraceInput(trace)));
    }

    void openBlank(IWorkbenchPage page) {
        show(page, new TraceInput(null));
    }

    /** Opens the trace again that was closed last. */
    void reopen(IWorkbenchPage page) {
        Background.run("Open the closed trace", "The trace was not opened.",
                page.getWorkbenchWindow().getShell().getDisplay(), monitor -> store.reopen(),
                trace -> trace.ifPresent(found -> show(page, new TraceInput(found))));
    }

    private static void show(IWorkbenchPage page, TraceInput input) {
        try {
            page.openEditor(input, TraceEditor.ID);
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
            String active = preferences().get(ACTIVE, "");
            int index = 0;
            for (int i = 0; i < traces.size(); i++) {
                if (traces.get(i).id().equals(active)) {
                    index = i;
                }
            }
            openAll(page, traces, index);
        } else {
            openBlank(page);
            suggestion.filter(lab -> first).ifPresent(lab -> start(page, lab.spec()));
        }
    }

    /** Only the tab in front is built now, the others when the user turns to them. */
    private static void openAll(IWorkbenchPage page, List<OpenTrace> traces, int active) {
        IEditorInput[] inputs = traces.stream().map(TraceInput::new).toArray(IEditorInput[]::new);
        String[] ids = new String[inputs.length];
        Arrays.fill(ids, TraceEditor.ID);
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
        TraceJob.cancel(trace);
        Job.createSystem("Put the closed trace aside", monitor -> {
            store.close(trace);
        }).schedule();
    }

    /** Remembers which tab is in front. */
    void inFront(OpenTrace trace) {
        preferences().put(ACTIVE, trace.id());
        Job.createSystem("Remember the tab in front", monitor -> {
            try {
                preferences().flush();
            } catch (BackingStoreException e) {
                Problems.log(Problem.of(e).during("The tab in front was not remembered."));
            }
        }).schedule();
    }

    private static IEclipsePreferences preferences() {
        return InstanceScope.INSTANCE.getNode("org.hopwarden.ui.probe");
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
        }

        @Override
        public void partClosed(IWorkbenchPartReference reference) {
            if (isClosing() || !TraceEditor.ID.equals(reference.getId())) {
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

        private Optional<OpenTrace> trace(IWorkbenchPartReference reference) {
            try {
                return reference instanceof IEditorReference editor && editor.getEditorInput() instanceof TraceInput input
                        ? input.open() : Optional.empty();
            } catch (PartInitException e) {
                Problems.log(Problem.of(e));
                return Optional.empty();
            }
        }
    }
}
