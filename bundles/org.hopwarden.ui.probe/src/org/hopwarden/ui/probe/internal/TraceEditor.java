package org.hopwarden.ui.probe.internal;

import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.part.EditorPart;
import org.hopwarden.probe.Trace;

/** A tab: the target bar, and below it a page to begin with or a trace. A trace is never overwritten by the next one. */
public final class TraceEditor extends EditorPart {

    public static final String ID = "org.hopwarden.ui.probe.trace";

    private LocalResourceManager images;
    private Composite area;
    private TargetBar bar;
    private ResultBody body;
    private TraceState shownState;

    @Override
    public void init(IEditorSite site, IEditorInput input) throws PartInitException {
        if (!(input instanceof TraceInput)) {
            throw new PartInitException("a trace tab cannot show " + input);
        }
        setSite(site);
        setInput(input);
        setPartName(input.getName());
    }

    @Override
    public void createPartControl(Composite parent) {
        images = new LocalResourceManager(JFaceResources.getResources(), parent);
        area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(area);
        OpenTraces tabs = OpenTraces.get();
        bar = new TargetBar(area, tabs.networks(), Methods.all());
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar.control());
        bar.onStart(this::start);
        bar.onOpenTopology(() -> TopologyFiles.ask(getSite().getPage(), OpenTraces.get().networks(), network -> bar.choose(network)));
        bar.onStop(() -> openTrace().ifPresent(TraceJob::cancel));
        Optional<OpenTrace> trace = openTrace();
        bar.fill(trace.map(OpenTrace::spec).orElseGet(tabs::blank));
        // On its own turn: to make all of a tab at once would be felt.
        parent.getDisplay().asyncExec(this::addContent);
    }

    private void addContent() {
        if (area.isDisposed() || body != null) {
            return;
        }
        openTrace().ifPresentOrElse(this::showTrace,
                () -> fill(new WelcomePage(area, OpenTraces.get().networks(), spec -> start(List.of(spec), false)).control()));
    }

    /** The trace of this tab; empty in a new one. */
    public Optional<OpenTrace> openTrace() {
        return ((TraceInput) getEditorInput()).open();
    }

    /** Gives the trace as it is known by now to who asks for a {@link Trace}, such as a report. */
    @Override
    public <T> T getAdapter(Class<T> adapter) {
        if (adapter == Trace.class) {
            return adapter.cast(openTrace().flatMap(trace -> trace.snapshot().known()).orElse(null));
        }
        return super.getAdapter(adapter);
    }

    /** The first goes into this tab where it is a new one, the others into tabs behind it. */
    private void start(List<TraceSpec> asked, boolean watched) {
        OpenTraces tabs = OpenTraces.get();
        List<TraceSpec> specs = asked.stream().map(spec -> spec.withOptions(spec.options().withWatched(watched))).toList();
        if (specs.getFirst().isEveryMethod()) {
            specs.forEach(spec -> tabs.startEveryMethod(getSite().getPage(), spec));
            return;
        }
        boolean several = specs.size() > 1;
        List<TraceSpec> elsewhere = specs;
        if (openTrace().isEmpty()) {
            startHere(specs.getFirst());
            elsewhere = specs.subList(1, specs.size());
        } else {
            openTrace().map(OpenTrace::spec).ifPresent(bar::fill);
        }
        for (TraceSpec spec : elsewhere) {
            tabs.start(getSite().getPage(), spec, !several);
        }
        if (several) {
            tabs.openOverview(getSite().getPage());
        }
    }

    private void startHere(TraceSpec spec) {
        OpenTrace trace = OpenTraces.get().runHere(spec);
        setInputWithNotify(new TraceInput(trace));
        bar.fill(spec);
        showTrace(trace);
        body.setFocus();
        bar.unmark();
    }

    private void showTrace(OpenTrace trace) {
        for (Control child : area.getChildren()) {
            if (child != bar.control()) {
                child.dispose();
            }
        }
        OpenTraces tabs = OpenTraces.get();
        body = trace.spec().isWatched() ? new WatchBody(area, trace, tabs.recording(trace), tabs.networks(), this::updated)
                : new TraceBody(area, trace, tabs.networks(), this::updated);
        fill(body.control());
        setPartName(getEditorInput().getName());
        updated();
    }

    /** Chooses a network in the target bar. */
    void choose(String network) {
        bar.choose(network);
    }

    /** The results; empty in a new tab. */
    Optional<ResultBody> body() {
        return Optional.ofNullable(body);
    }

    private void fill(Control content) {
        GridDataFactory.fillDefaults().grab(true, true).applyTo(content);
        area.layout();
    }

    private void updated() {
        if (body == null) {
            return;
        }
        TraceState state = TraceState.of(body.trace());
        if (state != shownState) {
            shownState = state;
            bar.setRunning(body.trace().isRunning());
            ResourceLocator.imageDescriptorFromBundle("org.hopwarden.ui.probe", state.icon())
                    .ifPresent(icon -> setTitleImage(images.create(icon)));
            setTitleToolTip(getEditorInput().getToolTipText());
            OpenTraces.get().stateChanged();
        }
    }

    @Override
    public void setFocus() {
        if (body == null) {
            bar.setFocus();
        } else {
            body.setFocus();
        }
    }

    @Override
    public boolean isDirty() {
        return false;
    }

    @Override
    public boolean isSaveAsAllowed() {
        return false;
    }

    @Override
    public void doSave(IProgressMonitor monitor) {
        throw new IllegalStateException("a trace is saved as it goes; its tab is never dirty");
    }

    @Override
    public void doSaveAs() {
        throw new IllegalStateException("a trace is exported by a command of its own");
    }
}
