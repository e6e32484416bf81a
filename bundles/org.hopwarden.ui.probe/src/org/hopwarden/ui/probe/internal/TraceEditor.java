package org.hopwarden.ui.probe.internal;

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
    private TraceBody body;
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
                () -> fill(new WelcomePage(area, OpenTraces.get().networks(), this::start).control()));
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

    private void start(TraceSpec spec) {
        if (openTrace().isPresent()) {
            OpenTraces.get().start(getSite().getPage(), spec);
            openTrace().map(OpenTrace::spec).ifPresent(bar::fill);
            return;
        }
        OpenTrace trace = OpenTraces.get().run(spec);
        OpenTraces.get().inFront(trace);
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
        body = new TraceBody(area, trace, OpenTraces.get().networks(), this::updated);
        fill(body.control());
        setPartName(getEditorInput().getName());
        updated();
    }

    private void fill(Control content) {
        GridDataFactory.fillDefaults().grab(true, true).applyTo(content);
        area.layout();
    }

    private void updated() {
        if (body == null) {
            return;
        }
        TraceState state = TraceState.of(body.trace().snapshot());
        if (state != shownState) {
            shownState = state;
            bar.setRunning(state == TraceState.RUNNING);
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
