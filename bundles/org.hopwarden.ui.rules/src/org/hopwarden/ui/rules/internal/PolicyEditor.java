package org.hopwarden.ui.rules.internal;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.emf.common.command.Command;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.operation.ModalContext;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorReference;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.contexts.IContextService;
import org.eclipse.ui.part.EditorPart;
import org.eclipse.ui.views.properties.IPropertySheetPage;
import org.hopwarden.engine.DescribedPacket;
import org.hopwarden.rulemodel.Chain;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.PolicyFiles;
import org.hopwarden.rulemodel.Rule;
import org.hopwarden.ui.Background;
import org.hopwarden.ui.Problem;
import org.hopwarden.ui.Problems;
import org.hopwarden.ui.Throttle;
import org.hopwarden.ui.rules.internal.PolicyDocument.Content;
import org.hopwarden.ui.rules.internal.PolicyDocument.Opened;

/** A tab: a policy file. What somebody else writes into the file is asked about, and what is in the tab is never lost in silence. */
public final class PolicyEditor extends EditorPart {

    public static final String ID = "org.hopwarden.ui.rules.policy";

    private static final String CONTEXT = "org.hopwarden.ui.rules.policy";
    private static final int LOOK_MILLIS = 1000;
    private static final int DRAFT_MILLIS = 400;
    private static final int LEAST_WIDTH = 400;
    private static final int LEAST_HEIGHT = 300;

    private Composite area;
    /** What waits for the policy to be read. */
    private final List<Consumer<PolicyEditor>> waiting = new ArrayList<>();
    private MessageBar question;
    private PolicyDocument document;
    private PolicyBody body;
    private final ChosenElements chosen = new ChosenElements();
    private final List<PropertiesPage> properties = new ArrayList<>();
    private PolicyDraft draft;
    private Throttle keeping;
    private volatile boolean draftFailed;
    private boolean looking;
    private boolean saving;

    @Override
    public void init(IEditorSite site, IEditorInput input) throws PartInitException {
        if (!(input instanceof PolicyInput policy)) {
            throw new PartInitException("a policy tab cannot show " + input);
        }
        setSite(site);
        setInput(input);
        setPartName(input.getName());
        OpenPolicies.get().opened(policy.file());
        site.setSelectionProvider(chosen);
        site.getService(IContextService.class).activateContext(CONTEXT);
    }

    @Override
    public void createPartControl(Composite parent) {
        area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(area);
        question = new MessageBar(area);
        draft = new PolicyDraft(file());
        keeping = new Throttle(area.getDisplay(), DRAFT_MILLIS, this::keepDraft);
        load();
    }

    /** The policies that are open in tabs that have been turned to. */
    static List<PolicyEditor> all(IWorkbenchPage page) {
        List<PolicyEditor> editors = new ArrayList<>();
        for (IEditorReference reference : page.getEditorReferences()) {
            if (reference.getEditor(false) instanceof PolicyEditor editor) {
                editors.add(editor);
            }
        }
        return editors;
    }

    /** The tab of a file. */
    static Optional<PolicyEditor> of(IWorkbenchPage page, Path file) {
        return all(page).stream().filter(editor -> editor.file().equals(file)).findFirst();
    }

    Path file() {
        return ((PolicyInput) getEditorInput()).file();
    }

    /** The policy of this tab; empty while it is being read, and where it cannot be. */
    Optional<PolicyDocument> document() {
        return Optional.ofNullable(document);
    }

    /** The name of the chain that is shown. */
    Optional<String> chain() {
        return Optional.ofNullable(body).map(PolicyBody::chain).map(Chain::getName);
    }

    /** Opens the tab of a file, and shows there what a chain says of a packet, as soon as the policy is read. */
    static void explain(IWorkbenchPage page, Path file, String chain, DescribedPacket packet) {
        whenShown(page, file, editor -> editor.explain(chain, packet));
    }

    /** Opens the tab of a file, and does something with it as soon as the policy is read. */
    static void whenShown(IWorkbenchPage page, Path file, Consumer<PolicyEditor> action) {
        PolicyActions.open(page, file);
        Background.onDisplay(page.getWorkbenchWindow().getShell().getDisplay(), () -> of(page, file).ifPresent(editor -> {
            page.activate(editor);
            if (editor.body == null) {
                editor.waiting.add(action);
            } else {
                action.accept(editor);
            }
        }));
    }

    /** Puts rules that belong to nobody yet into a chain, in one step, and selects them. */
    void insert(String label, String chain, List<Rule> rules, int index) {
        body.insert(label, chain, rules, index);
    }

    /** Shows what a chain of the policy, as it is in the tab, says of a packet. */
    void explain(String chain, DescribedPacket packet) {
        if (body != null) {
            body.explain(chain, packet);
        }
    }

    private void load() {
        Path file = file();
        Display display = area.getDisplay();
        Background.run("Read " + file.getFileName(), "", display, monitor -> {
            try {
                Opened opened = Opened.read(file, draft);
                Background.onDisplay(display, () -> show(opened));
            } catch (IOException e) {
                Problem problem = Problem.of(e);
                Problems.log(problem);
                Background.onDisplay(display, () -> failed(problem));
            }
            return null;
        }, nothing -> { });
    }

    private void failed(Problem problem) {
        if (!area.isDisposed()) {
            question.ask("The policy cannot be shown. " + problem.text(), "Try Again", this::load, "Close", this::close);
        }
    }

    private void close() {
        getSite().getPage().closeEditor(this, true);
    }

    private void show(Opened opened) {
        if (area.isDisposed()) {
            return;
        }
        document = new PolicyDocument(file(), opened);
        body = new PolicyBody(area, document, getSite(), ((PolicyInput) getEditorInput()).notes(), chosen);
        // With a size, so that nobody asks all that is in it for theirs.
        GridDataFactory.fillDefaults().grab(true, true).hint(LEAST_WIDTH, LEAST_HEIGHT).applyTo(body.control());
        document.onChange(() -> {
            firePropertyChange(PROP_DIRTY);
            keeping.request();
            properties.removeIf(PropertiesPage::isGone);
            properties.forEach(PropertiesPage::update);
        });
        area.layout();
        if (opened.unsaved()) {
            firePropertyChange(PROP_DIRTY);
            askAboutDraft(opened.content().state());
        }
        if (getSite().getPage().getActiveEditor() == this) {
            body.setFocus();
        }
        area.getDisplay().timerExec(LOOK_MILLIS, this::look);
        List<Consumer<PolicyEditor>> now = List.copyOf(waiting);
        waiting.clear();
        now.forEach(action -> action.accept(this));
    }

    /** Edits came back whose window ended before they were saved. */
    private void askAboutDraft(FileState base) {
        Path file = file();
        Background.run("Look at " + file.getFileName(), "The policy's file was not looked at.", area.getDisplay(),
                monitor -> base.refresh(file), now -> {
                    if (!area.isDisposed()) {
                        boolean same = now.sameContent(base);
                        question.ask(getPartName() + " has changes that were not saved when the window ended. They are here again."
                                + (same ? "" : now.exists() ? " Meanwhile another program has changed the file." : " Its file is gone."),
                                "Keep Them", () -> {
                                    if (!same) {
                                        document.keep(now);
                                    }
                                }, now.exists() ? "Discard, Read the File" : "Close", now.exists() ? this::reload : this::close);
                    }
                });
    }

    /** Keeps what is not saved, in the background, or drops what was kept. */
    private void keepDraft() {
        if (area.isDisposed()) {
            return;
        }
        if (!document.isDirty()) {
            discardDraft();
            return;
        }
        draft.begin();
        document.whenCopied(area.getDisplay(), snapshot -> {
            if (!area.isDisposed() && document.isDirty()) {
                keepDraft(snapshot.policy());
            }
        });
    }

    private void keepDraft(Policy copy) {
        FileState base = document.onDisk();
        Job.createSystem("Keep unsaved changes of " + file().getFileName(), monitor -> {
            try {
                draft.keep(copy, base);
                draftFailed = false;
            } catch (IOException e) {
                Problem problem = Problem.of(e).during("Changes of " + file().getFileName()
                        + " that are not saved would be lost if the window died.");
                if (draftFailed) {
                    Problems.log(problem);
                } else {
                    draftFailed = true;
                    Problems.report(problem);
                }
            }
        }).schedule();
    }

    private void discardDraft() {
        try {
            draft.discard();
        } catch (IOException e) {
            Problems.log(Problem.of(e).during("What was kept of unsaved changes was not deleted."));
        }
    }

    /** Looks in the background whether somebody else has changed the file. */
    private void look() {
        if (area.isDisposed()) {
            return;
        }
        area.getDisplay().timerExec(LOOK_MILLIS, this::look);
        if (looking || saving || question.isShown()) {
            return;
        }
        looking = true;
        FileState known = document.onDisk();
        Path file = file();
        Display display = area.getDisplay();
        Job.createSystem("Look at " + file.getFileName(), monitor -> {
            Optional<FileState> now = state(known, file);
            Background.onDisplay(display, () -> {
                looking = false;
                now.filter(state -> known == document.onDisk() && !state.sameContent(known)).ifPresent(this::changedOnDisk);
            });
        }).schedule();
    }

    /** Empty where the file cannot be looked at now; the next look will tell. */
    private static Optional<FileState> state(FileState known, Path file) {
        try {
            return Optional.of(known.refresh(file));
        } catch (IOException e) {
            Problems.log(Problem.of(e));
            return Optional.empty();
        }
    }

    private void changedOnDisk(FileState now) {
        if (area.isDisposed() || question.isShown()) {
            return;
        }
        if (!now.exists()) {
            question.ask(file() + " is gone. What it held is still here.", "Keep and Save Later", () -> document.keep(now),
                    "Close", this::close);
            return;
        }
        question.ask(getPartName() + " was changed on disk by another program."
                + (isDirty() ? " This tab has changes of its own that are not saved." : ""),
                isDirty() ? "Reload, Losing My Changes" : "Reload", this::reload, "Keep Mine", () -> document.keep(now));
    }

    private void reload() {
        Path file = file();
        Background.run("Read " + file.getFileName(), "The changed policy was not read.", area.getDisplay(),
                monitor -> Content.read(file), content -> {
                    if (!area.isDisposed()) {
                        document.replace(content);
                    }
                });
    }

    @Override
    public void doSave(IProgressMonitor monitor) {
        PolicyDocument.Snapshot copy = document.snapshot();
        Command last = document.stack().getUndoCommand();
        FileState known = document.onDisk();
        saving = true;
        try {
            FileState[] now = new FileState[1];
            ModalContext.run(progress -> now[0] = inBackground(() -> known.refresh(file())), true, monitor, area.getDisplay());
            if (!now[0].sameContent(known) && !MessageDialog.openConfirm(getSite().getShell(), "Hopwarden", getPartName()
                    + " was changed on disk by another program.\n\nReplace what is there by what is in this tab?")) {
                monitor.setCanceled(true);
                return;
            }
            FileState[] written = new FileState[1];
            ModalContext.run(progress -> written[0] = inBackground(() -> write(copy.policy(), file())), true, monitor,
                    area.getDisplay());
            document.saved(written[0], last);
        } catch (InvocationTargetException e) {
            monitor.setCanceled(true);
            Problems.report(Problem.of(e.getCause()).during("The policy was not saved."));
        } catch (InterruptedException e) {
            monitor.setCanceled(true);
            Thread.currentThread().interrupt();
        } finally {
            saving = false;
        }
    }

    private static FileState write(Policy policy, Path file) throws IOException {
        PolicyFiles.save(policy, file);
        return FileState.of(file);
    }

    @FunctionalInterface
    private interface FileWork {
        FileState run() throws IOException;
    }

    private static FileState inBackground(FileWork work) throws InvocationTargetException {
        try {
            return work.run();
        } catch (IOException | RuntimeException e) {
            throw new InvocationTargetException(e);
        }
    }

    /** The Properties view shows what is chosen here. */
    @Override
    public <T> T getAdapter(Class<T> adapter) {
        if (adapter == IPropertySheetPage.class && document != null) {
            PropertiesPage page = new PropertiesPage(document, text -> body.typed(text));
            properties.add(page);
            return adapter.cast(page);
        }
        return super.getAdapter(adapter);
    }

    @Override
    public boolean isDirty() {
        return document != null && document.isDirty();
    }

    @Override
    public boolean isSaveAsAllowed() {
        return false;
    }

    @Override
    public void doSaveAs() {
        throw new IllegalStateException("a policy has one file; another one is written by exporting");
    }

    @Override
    public void setFocus() {
        if (body == null) {
            area.setFocus();
        } else {
            body.setFocus();
        }
    }

    @Override
    public void dispose() {
        IWorkbenchWindow window = getSite().getWorkbenchWindow();
        if (PlatformUI.isWorkbenchRunning() && !PlatformUI.getWorkbench().isClosing() && !window.isClosing()) {
            OpenPolicies.get().closed(file());
        }
        if (document != null) {
            // Who closes a tab was asked whether to save; what is left is not wanted.
            discardDraft();
            document.dispose();
        }
        super.dispose();
    }
}
