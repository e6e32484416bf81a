package org.hopwarden.ui.capture.internal;

import java.io.IOException;
import java.nio.file.Path;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.part.EditorPart;
import org.hopwarden.capture.CaptureException;
import org.hopwarden.capture.CaptureIndex;
import org.hopwarden.capture.CaptureOptions;
import org.hopwarden.capture.CaptureSession;
import org.hopwarden.capture.CaptureStatistics;
import org.hopwarden.engine.CompiledPolicy;
import org.hopwarden.rulemodel.PolicyFiles;
import org.hopwarden.ui.Background;
import org.hopwarden.ui.Pane;
import org.hopwarden.ui.Problem;
import org.hopwarden.ui.Problems;
import org.hopwarden.ui.capture.CaptureTabs;

/** A tab: the frames of a file or of an interface, and what is in the chosen one. */
public final class CaptureEditor extends EditorPart {

    public static final String ID = "org.hopwarden.ui.capture.capture";

    private static final int TICK_MILLIS = 250;

    private final CaptureIndex index = new CaptureIndex();
    private Pane pane;
    private FrameTable table;
    private Label message;
    private Action stop;
    private Job job;
    private volatile CaptureSession session;
    private volatile boolean closed;
    private volatile boolean done;

    @Override
    public void init(IEditorSite site, IEditorInput input) throws PartInitException {
        if (!(input instanceof CaptureInput)) {
            throw new PartInitException("a capture tab cannot show " + input);
        }
        setSite(site);
        setInput(input);
        setPartName(input.getName());
    }

    private CaptureInput input() {
        return (CaptureInput) getEditorInput();
    }

    @Override
    public void createPartControl(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(area);
        message = new Label(area, SWT.WRAP);
        message.setData(CaptureTabs.WIDGET, "Message");
        GridDataFactory.fillDefaults().grab(true, false).indent(10, 6).exclude(true).applyTo(message);
        message.setVisible(false);
        SashForm halves = new SashForm(area, SWT.VERTICAL);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(halves);
        pane = new Pane(halves, "Frames");
        FrameDetails details = new FrameDetails(halves);
        table = new FrameTable(pane.body(), index, details::show);
        halves.setWeights(58, 42);
        addTools();
        start();
        parent.getDisplay().timerExec(TICK_MILLIS, this::tick);
    }

    private void addTools() {
        stop = action("Stop", this::stop);
        stop.setEnabled(input().live().isPresent());
        if (input().live().isPresent()) {
            pane.tools().add(stop);
        }
        pane.tools().add(action("Verdicts of Policy...", this::choosePolicy));
        pane.tools().update(true);
    }

    private static Action action(String text, Runnable run) {
        return new Action(text) {
            @Override
            public void run() {
                run.run();
            }
        };
    }

    private void start() {
        String name = input().live().isPresent() ? "Starting the capture on " + input().getName()
                : "Reading " + input().getName();
        ICoreRunnable work = monitor -> {
            try {
                if (input().live().isPresent()) {
                    capture(input().live().get());
                } else {
                    index.fill(input().file(), monitor::isCanceled);
                    done = true;
                }
            } catch (CaptureException e) {
                tell(new Problem(sentence(e.getMessage()), e.remedy(), e));
            } catch (IOException e) {
                tell(Problem.of(e));
            }
        };
        job = Job.create(name, work);
        job.schedule();
    }

    private static String sentence(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
    }

    private void capture(CaptureOptions options) throws IOException {
        CaptureSession started = CaptureSession.start(options, index::append);
        index.attach(started.recording().orElseThrow());
        session = started;
        if (closed) {
            started.close();
        }
    }

    private void tell(Problem problem) {
        done = true;
        Problems.log(problem);
        Background.onDisplay(getSite().getShell().getDisplay(), () -> {
            if (!message.isDisposed()) {
                message.setText(problem.text() + (index.size() > 0 ? "\nThe " + index.size()
                        + " frames before that are shown." : ""));
                ((org.eclipse.swt.layout.GridData) message.getLayoutData()).exclude = false;
                message.setVisible(true);
                message.getParent().layout(true, true);
            }
        });
    }

    private void tick() {
        if (closed || table.control().isDisposed()) {
            return;
        }
        table.grow();
        CaptureSession live = session;
        pane.setNote(live == null ? index.size() + " frames" + (done ? "" : ", reading") : note(live));
        table.control().getDisplay().timerExec(TICK_MILLIS, this::tick);
    }

    private String note(CaptureSession live) {
        CaptureStatistics numbers = live.statistics();
        try {
            if (!done && live.await(java.time.Duration.ZERO)) {
                done = true;
            }
        } catch (CaptureException e) {
            tell(new Problem(sentence(e.getMessage()), e.remedy(), e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        stop.setEnabled(!done);
        return numbers.taken() + " frames, " + numbers.droppedByKernel() + " dropped" + (done ? "; kept in "
                + input().file() : ", capturing");
    }

    private void stop() {
        CaptureSession live = session;
        if (live != null) {
            live.stop();
        }
    }

    private void choosePolicy() {
        FileDialog dialog = new FileDialog(getSite().getShell(), SWT.OPEN);
        dialog.setText("Verdicts of Policy");
        dialog.setFilterExtensions(new String[] { "*.hwpolicy", "*" });
        String chosen = dialog.open();
        if (chosen != null) {
            judgeBy(Path.of(chosen));
        }
    }

    /** Shows what a policy makes of each frame. To be called on the UI thread. */
    public void judgeBy(Path policy) {
        Background.run("Compiling " + policy.getFileName(), policy + " was not used.", getSite().getShell().getDisplay(),
                monitor -> CompiledPolicy.compile(PolicyFiles.load(policy)), compiled -> {
                    if (!table.control().isDisposed()) {
                        table.judge(compiled);
                    }
                });
    }

    @Override
    public void dispose() {
        closed = true;
        if (job != null) {
            job.cancel();
        }
        Thread.ofPlatform().name("close capture").start(this::close);
        super.dispose();
    }

    private void close() {
        try {
            CaptureSession live = session;
            if (live != null) {
                live.close();
            }
            job.join();
            index.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            Problems.log(Problem.of(e));
        }
    }

    @Override
    public void setFocus() {
        table.control().setFocus();
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
        throw new IllegalStateException("a capture is written as it goes; its tab is never dirty");
    }

    @Override
    public void doSaveAs() {
        throw new IllegalStateException("a capture is not saved under another name");
    }
}
