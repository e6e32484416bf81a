package org.hopwarden.ui.capture.internal;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.ISaveablePart;
import org.eclipse.ui.ISaveablePart2;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.part.EditorPart;
import org.hopwarden.capture.CapturedFrame;
import org.hopwarden.capture.LinkType;
import org.hopwarden.ui.Background;
import org.hopwarden.ui.FileChooser;
import org.hopwarden.ui.FileChooser.Kind;
import org.hopwarden.ui.Latest;
import org.hopwarden.ui.Pane;
import org.hopwarden.ui.Problem;
import org.hopwarden.ui.Problems;
import org.hopwarden.ui.SeenPacket.Way;
import org.hopwarden.ui.SeenPacket;
import org.hopwarden.ui.Themes;
import org.hopwarden.ui.WidgetNames;

/**
 * A tab: the frames of a file or of an interface, and what is in the chosen one. A recording that was not saved makes its tab
 * dirty, so that closing it asks; closing the window does not, for it comes back.
 */
public final class CaptureEditor extends EditorPart implements ISaveablePart2 {

    public static final String ID = "org.hopwarden.ui.capture.capture";

    private static final int TICK_MILLIS = 250;
    private static final int SAVE_AS = 0;
    private static final int DISCARD = 1;

    private CaptureRun run;
    private ShownFrames shown;
    private Pane pane;
    private Label message;
    private FrameBar bar;
    private FrameTable table;
    private FrameDetails details;
    private int chosen = -1;
    private Action stop;
    private Action saveAs;
    private Latest<Integer, ChosenPacket> packets;
    private ChosenPacket chosenPacket;
    private boolean told;
    private boolean wasDirty;
    private boolean discard;
    private Problem filterProblem;
    /** Open while a copy is being written. */
    private CountDownLatch saved = new CountDownLatch(0);

    @Override
    public void init(IEditorSite site, IEditorInput input) throws PartInitException {
        if (!(input instanceof CaptureInput capture)) {
            throw new PartInitException("a capture tab cannot show " + input);
        }
        setSite(site);
        setInput(input);
        setPartName(input.getName());
        run = new CaptureRun(capture);
        shown = new ShownFrames(run.index(), this::filterFailed);
        OpenCaptures.get().opened(capture);
    }

    private CaptureInput input() {
        return (CaptureInput) getEditorInput();
    }

    @Override
    public void createPartControl(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(area);
        message = WidgetNames.name(new Label(area, SWT.WRAP), "Message");
        Themes.style(message, "hopwarden-warning");
        GridDataFactory.fillDefaults().grab(true, false).indent(10, 6).exclude(true).applyTo(message);
        message.setVisible(false);
        SashForm halves = new SashForm(area, SWT.VERTICAL);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(halves);
        pane = new Pane(halves, "Frames");
        Composite frames = new Composite(pane.body(), SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(frames);
        bar = new FrameBar(frames, getSite().getPage(), this::filter, judge -> table.judge(judge));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar.control());
        Composite below = new Composite(halves, SWT.NONE);
        below.setLayout(new FillLayout());
        table = new FrameTable(frames, run.index(), shown, this::showDetails);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(table.control());
        halves.setWeights(58, 42);
        addTools();
        packets = new Latest<>("The packet of the chosen frame", parent, this::read, packet -> chosenPacket = packet);
        MenuManager menu = new MenuManager();
        menu.add(action("Copy Row", this::copyRow));
        menu.add(new Separator());
        SeenPacket.contributeTo(menu, getSite(), () -> Optional.ofNullable(chosenPacket).filter(packet -> packet.frame() == chosen)
                .filter(packet -> packet.bytes().length > 0)
                .map(packet -> new SeenPacket(packet.bytes(), "frame " + (packet.frame() + 1) + " of " + input().name(), way())));
        table.setMenu(menu);
        showDetails(chosen);
        if (input().kind() == CaptureInput.Kind.CUT_SHORT) {
            say("The window ended while " + input().name() + " was being captured. The recording ends there.");
        }
        // On its own turn: to make all of a tab at once would be felt.
        parent.getDisplay().asyncExec(() -> addDetails(below));
        if (run.isLive()) {
            table.follow();
        }
        run.start();
        tick();
    }

    private void copyRow() {
        String row = table.chosenText();
        if (!row.isEmpty()) {
            Clipboard clipboard = new Clipboard(getSite().getShell().getDisplay());
            clipboard.setContents(new Object[] { row }, new Transfer[] { TextTransfer.getInstance() });
            clipboard.dispose();
        }
    }

    /** @param bytes from the IP header on; empty where the frame is no IP packet */
    private record ChosenPacket(int frame, byte[] bytes) {
    }

    private ChosenPacket read(int frame) {
        try {
            CapturedFrame content = run.index().frame(frame);
            int ip = LinkType.ipOffset(content.linkType(), MemorySegment.ofArray(content.bytes()), 0, content.bytes().length);
            return new ChosenPacket(frame, ip < 0 ? new byte[0] : Arrays.copyOfRange(content.bytes(), ip, content.bytes().length));
        } catch (IOException e) {
            // The frame's own row says that it cannot be read.
            return new ChosenPacket(frame, new byte[0]);
        }
    }

    /** As the verdicts take it; else as a router sees it that captures what goes through. */
    private Way way() {
        return table.judge().map(judge -> switch (judge.direction()) {
            case IN -> Way.IN;
            case OUT -> Way.OUT;
            case FORWARD -> Way.FORWARD;
        }).orElse(Way.FORWARD);
    }

    private void addDetails(Composite below) {
        if (!below.isDisposed()) {
            details = new FrameDetails(below, run.index());
            below.layout();
            showDetails(chosen);
        }
    }

    /** @param frame its place in the index; less than 0 for none yet */
    private void showDetails(int frame) {
        chosen = frame;
        if (packets != null && frame >= 0) {
            packets.take(frame);
        }
        if (details != null && frame >= 0) {
            details.show(frame);
        }
    }

    private void addTools() {
        stop = action("Stop", run::stop);
        if (run.isLive()) {
            pane.tools().add(stop);
            pane.tools().add(new Separator());
        }
        saveAs = action("Save As...", this::doSaveAs);
        pane.tools().add(saveAs);
        pane.tools().update(true);
    }

    private static Action action(String text, Runnable work) {
        return new Action(text) {
            @Override
            public void run() {
                work.run();
            }
        };
    }

    private void filter(String expression) {
        filterProblem = null;
        told = false;
        say("");
        shown.filter(expression);
        table.refilter();
    }

    private void filterFailed(Problem problem) {
        Background.onDisplay(getSite().getShell().getDisplay(), () -> {
            filterProblem = problem;
            told = false;
            if (!message.isDisposed()) {
                table.refilter();
            }
        });
    }

    /** Shows a message above the frames; an empty one hides it. */
    private void say(String text) {
        message.setText(text.replace("&", "&&"));
        ((GridData) message.getLayoutData()).exclude = text.isEmpty();
        message.setVisible(!text.isEmpty());
        message.getParent().layout(true, true);
    }

    private void tick() {
        if (message.isDisposed()) {
            return;
        }
        shown.grow();
        table.grow();
        pane.setNote(note());
        stop.setEnabled(run.isLive() && !run.isEnded());
        saveAs.setEnabled(isSaveAsAllowed());
        tellProblem();
        if (isDirty() != wasDirty) {
            wasDirty = !wasDirty;
            firePropertyChange(ISaveablePart.PROP_DIRTY);
        }
        message.getDisplay().timerExec(TICK_MILLIS, this::tick);
    }

    private String note() {
        String place = input().kind().isRecording() && run.isEnded() && run.index().size() > 0 ? "; not saved yet" : "";
        return (shown.isFiltered() ? String.format(Locale.ROOT, "%,d shown%s of ", shown.size(),
                shown.isSearching() ? " so far" : "") : "") + run.note() + place;
    }

    private void tellProblem() {
        Optional<Problem> problem = filterProblem != null ? Optional.of(filterProblem) : run.problem();
        if (!told && problem.isPresent()) {
            told = true;
            int frames = run.index().size();
            say(problem.get().text().replace("\n\n", "\n") + (filterProblem != null || frames == 0 ? ""
                    : "\nThe " + CaptureRun.frames(frames) + " before that are shown."));
        }
    }

    /** Shows what a policy makes of each frame. To be called on the UI thread. */
    public void judgeBy(Path policy) {
        bar.judgeBy(policy);
    }

    @Override
    public boolean isDirty() {
        return input().kind().isRecording() && run.index().size() > 0 && !isWindowClosing();
    }

    private boolean isWindowClosing() {
        IWorkbenchWindow window = getSite().getWorkbenchWindow();
        return !PlatformUI.isWorkbenchRunning() || PlatformUI.getWorkbench().isClosing() || window.isClosing();
    }

    @Override
    public int promptToSaveOnClose() {
        MessageDialog question = new MessageDialog(getSite().getShell(), "Close Recording", null, "The recording of "
                + input().name() + " (" + CaptureRun.frames(run.index().size()) + ") was not saved.\n\n"
                + "What is discarded cannot be brought back.", MessageDialog.QUESTION, SAVE_AS, "Save As...", "Discard",
                "Cancel");
        int answer = question.open();
        discard = answer == DISCARD;
        return answer == SAVE_AS ? YES : answer == DISCARD ? NO : ISaveablePart2.CANCEL;
    }

    @Override
    public boolean isSaveAsAllowed() {
        return saved.getCount() == 0 && (run.isEnded() || run.isLive()) && run.index().size() > 0;
    }

    @Override
    public void doSave(IProgressMonitor monitor) {
        if (!chooseAndSave()) {
            monitor.setCanceled(true);
        }
    }

    @Override
    public void doSaveAs() {
        chooseAndSave();
    }

    /** @return whether a file was chosen; it is then written in the background */
    private boolean chooseAndSave() {
        String proposed = input().kind().isRecording() ? input().name() + ".pcap" : String.valueOf(input().file().getFileName());
        Optional<Path> file = FileChooser.save(getSite().getShell(), "Save Capture", proposed, new Kind("", "*.pcap"), Kind.ALL);
        file.ifPresent(this::saveAs);
        return file.isPresent();
    }

    /** Ends a capture that runs, and writes the frames to a file, which the tab then shows. To be called on the UI thread. */
    public void saveAs(Path file) {
        CaptureInput before = input();
        CaptureInput after = CaptureInput.ofFile(file);
        CountDownLatch written = new CountDownLatch(1);
        saved = written;
        String stays = before.kind().isRecording() ? " The recording stays in " + before.file() + "." : "";
        Background.run("Saving " + file.getFileName(), "The capture was not saved." + stays, getSite().getShell().getDisplay(),
                monitor -> {
                    try {
                        run.stopAndWait();
                        SavedCopy.write(before.file(), after.file(), monitor);
                        run.index().attach(after.file());
                        if (before.kind().isRecording()) {
                            Files.delete(before.file());
                        }
                        OpenCaptures.get().closed(before);
                        return after;
                    } finally {
                        written.countDown();
                    }
                }, this::savedAs);
    }

    private void savedAs(CaptureInput file) {
        if (!message.isDisposed()) {
            OpenCaptures.get().opened(file);
            setInput(file);
            setPartName(file.getName());
            setTitleToolTip(file.getToolTipText());
            firePropertyChange(PROP_INPUT);
        }
    }

    @Override
    public void dispose() {
        CaptureInput capture = input();
        boolean forget = !isWindowClosing();
        CountDownLatch copy = saved;
        shown.close();
        run.stop();
        if (forget) {
            OpenCaptures.get().closed(capture);
        }
        OpenCaptures.get().close(() -> end(capture, forget, copy));
        super.dispose();
    }

    /** Of a recording that was neither saved nor discarded nothing is lost: it comes back with the next start. */
    private void end(CaptureInput capture, boolean forget, CountDownLatch copy) {
        try {
            copy.await();
            run.close();
            boolean empty = run.index().size() == 0;
            if (forget && capture.kind().isRecording() && (discard || empty)) {
                Files.deleteIfExists(capture.file());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            Problems.log(Problem.of(e));
        }
    }

    @Override
    public void setFocus() {
        table.setFocus();
    }
}
