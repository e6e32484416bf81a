package org.hopwarden.ui.rules.internal;

import java.io.IOException;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.part.EditorPart;
import org.hopwarden.analysis.PolicyDiff.Change;
import org.hopwarden.analysis.Witness;
import org.hopwarden.engine.DescribedPacket;
import org.hopwarden.engine.PolicyCompileException;
import org.hopwarden.engine.ReferenceEvaluator;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.PolicyFiles;
import org.hopwarden.ui.Background;
import org.hopwarden.ui.Latest;
import org.hopwarden.ui.Pane;
import org.hopwarden.ui.Problem;
import org.hopwarden.ui.Throttle;
import org.hopwarden.ui.rules.internal.Comparison.Line;
import org.hopwarden.ui.rules.internal.Comparison.Question;

/** A tab: two policies side by side, and below them the packets that they treat differently. It follows edits in their tabs. */
public final class ComparisonEditor extends EditorPart {

    public static final String ID = "org.hopwarden.ui.rules.comparison";

    private static final String BUNDLE = "org.hopwarden.ui.rules";
    private static final int FOLLOW_MILLIS = 300;

    private final Map<PolicyDocument, Runnable> followed = new IdentityHashMap<>();
    private ComparedSide left;
    private ComparedSide right;
    private Pane pane;
    private ComparisonTable table;
    private DifferenceRuler ruler;
    private FacingTexts facing;
    private MeaningPane meaning;
    private Latest<Question, Comparison> texts;
    private Throttle follow;
    private Action previous;
    private Action next;
    private Action differencesAlone;
    private Comparison comparison = new Comparison(List.of(), 0, "");
    /** Counts what was fetched, so that an older state never replaces a newer one. */
    private long fetches;
    private Policy leftPolicy;
    private Policy rightPolicy;
    private boolean first = true;

    @Override
    public void init(IEditorSite site, IEditorInput input) throws PartInitException {
        if (!(input instanceof ComparisonInput compared)) {
            throw new PartInitException("a comparison cannot show " + input);
        }
        setSite(site);
        setInput(input);
        setPartName(input.getName());
        left = compared.left();
        right = compared.right();
    }

    @Override
    public void createPartControl(Composite parent) {
        SashForm halves = new SashForm(parent, SWT.VERTICAL | SWT.SMOOTH);
        pane = new Pane(halves, "Side by side");
        Composite upper = new Composite(pane.body(), SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(0, 0).applyTo(upper);
        Composite area = new Composite(upper, SWT.NONE);
        area.setLayout(new org.eclipse.swt.layout.FillLayout());
        GridDataFactory.fillDefaults().grab(true, true).hint(200, 80).applyTo(area);
        table = new ComparisonTable(area);
        ruler = new DifferenceRuler(upper, table::select);
        GridDataFactory.fillDefaults().grab(false, true).hint(DifferenceRuler.WIDTH, SWT.DEFAULT).applyTo(ruler.control());
        facing = new FacingTexts(upper);
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(facing.control());
        meaning = new MeaningPane(halves, this::show);
        halves.setWeights(64, 36);
        addTools();
        table.onSelection(this::chosen);
        table.table().addListener(SWT.KeyDown, this::key);
        table.table().addListener(SWT.MouseDoubleClick, event -> reveal(table.lineAt(event.y)));
        texts = new Latest<>("Comparing the rules of two policies", upper, Question::answer, this::show);
        follow = new Throttle(parent.getDisplay(), FOLLOW_MILLIS, this::fetch);
        meaning.name(left, right);
        fetch();
    }

    private void addTools() {
        previous = action("Previous Difference (Shift+F7)", "previous", IAction.AS_PUSH_BUTTON, () -> go(-1));
        next = action("Next Difference (F7)", "next", IAction.AS_PUSH_BUTTON, () -> go(1));
        differencesAlone = action("Only Differences", "differences", IAction.AS_CHECK_BOX, () -> showLines());
        pane.tools().add(previous);
        pane.tools().add(next);
        pane.tools().add(new Separator());
        pane.tools().add(differencesAlone);
        pane.tools().add(action("Swap Sides", "swap", IAction.AS_PUSH_BUTTON, this::swap));
        pane.tools().add(action("Refresh", "refresh", IAction.AS_PUSH_BUTTON, this::fetch));
        pane.tools().update(true);
    }

    private static Action action(String text, String icon, int style, Runnable run) {
        Action action = new Action(text, style) {
            @Override
            public void run() {
                run.run();
            }
        };
        action.setToolTipText(text);
        ResourceLocator.imageDescriptorFromBundle(BUNDLE, "icons/" + icon + ".svg").ifPresent(action::setImageDescriptor);
        return action;
    }

    private void key(Event event) {
        if (event.keyCode == SWT.F7) {
            go((event.stateMask & SWT.SHIFT) == 0 ? 1 : -1);
            event.doit = false;
        }
    }

    private void swap() {
        ComparedSide before = left;
        left = right;
        right = before;
        meaning.name(left, right);
        fetch();
    }

    /** Has both sides as they are now compared. */
    private void fetch() {
        if (table.table().isDisposed()) {
            return;
        }
        long fetch = ++fetches;
        leftPolicy = null;
        rightPolicy = null;
        fetch(left, policy -> taken(fetch, policy, null));
        fetch(right, policy -> taken(fetch, null, policy));
    }

    private void fetch(ComparedSide side, Consumer<Policy> taker) {
        Display display = getSite().getShell().getDisplay();
        Optional<PolicyDocument> open = side.saved() ? Optional.empty()
                : PolicyEditor.of(getSite().getPage(), side.file()).flatMap(PolicyEditor::document);
        // Also of a file that was saved: then it has to be read again.
        PolicyEditor.of(getSite().getPage(), side.file()).flatMap(PolicyEditor::document).ifPresent(this::follow);
        if (open.isPresent()) {
            open.get().whenCopied(display, snapshot -> taker.accept(snapshot.policy()));
            return;
        }
        long fetch = fetches;
        Job.createSystem("Read " + side.file().getFileName(), monitor -> {
            try {
                Policy policy = PolicyFiles.load(side.file());
                Background.onDisplay(display, () -> taker.accept(policy));
            } catch (IOException e) {
                String why = Problem.of(e).text();
                Background.onDisplay(display, () -> {
                    if (fetch == fetches && !table.table().isDisposed()) {
                        show(new Comparison(List.of(), 0, why));
                        meaning.clear(why);
                    }
                });
            }
        }).schedule();
    }

    private void follow(PolicyDocument document) {
        followed.computeIfAbsent(document, unknown -> {
            Runnable listener = follow::request;
            document.onChange(listener);
            return listener;
        });
    }

    private void taken(long fetch, Policy newLeft, Policy newRight) {
        if (fetch != fetches || table.table().isDisposed()) {
            return;
        }
        leftPolicy = newLeft == null ? leftPolicy : newLeft;
        rightPolicy = newRight == null ? rightPolicy : newRight;
        if (leftPolicy != null && rightPolicy != null) {
            Question question = new Question(leftPolicy, left.chain(), rightPolicy, right.chain());
            texts.take(question);
            meaning.compare(question);
        }
    }

    private void show(Comparison found) {
        comparison = found;
        showLines();
        if (first && found.problem().isEmpty()) {
            first = false;
            go(1);
        }
    }

    private void showLines() {
        table.show(comparison.lines(differencesAlone.isChecked()), left.label(), right.label());
        ruler.show(table.lines());
        chosen();
    }

    /** Shows what a line hides. */
    private void reveal(int line) {
        if (line >= 0 && table.lines().get(line).row() == null) {
            int place = table.lines().get(line).first();
            differencesAlone.setChecked(false);
            showLines();
            table.select(place);
        }
    }

    private static boolean differs(Line line) {
        return line.row() != null && !line.row().isSame();
    }

    /** The line at which the next difference begins, or the one before; -1 where there is none. Rows in a row are one. */
    private int difference(int step) {
        List<Line> lines = table.lines();
        int line = table.selected();
        // Out of the one that is chosen.
        while (line >= 0 && line < lines.size() && differs(lines.get(line))) {
            line += step;
        }
        line = line < 0 && step > 0 && table.selected() < 0 ? 0 : line;
        while (line >= 0 && line < lines.size() && !differs(lines.get(line))) {
            line += step;
        }
        while (line > 0 && line < lines.size() && differs(lines.get(line - 1))) {
            line--;
        }
        return line >= 0 && line < lines.size() && differs(lines.get(line)) ? line : -1;
    }

    private void go(int step) {
        int line = difference(step);
        if (line >= 0) {
            table.select(line);
        }
    }

    private void chosen() {
        int line = table.selected();
        facing.show(line < 0 ? null : table.lines().get(line).row());
        previous.setEnabled(difference(-1) >= 0);
        next.setEnabled(difference(1) >= 0);
        pane.setNote(!comparison.problem().isEmpty() ? comparison.problem() : comparison.summary() + place(line));
    }

    private String place(int line) {
        List<Line> lines = table.lines();
        int all = 0;
        int here = 0;
        for (int i = 0; i < lines.size(); i++) {
            if (differs(lines.get(i)) && (i == 0 || !differs(lines.get(i - 1)))) {
                all++;
            }
            here = i == line && differs(lines.get(i)) ? all : here;
        }
        return here == 0 || all < 2 ? "" : "   \u2014   place " + here + " of " + all;
    }

    /** Asks the policy of one side, in its tab, for its verdict of a packet that changes. */
    private void show(Change change, boolean onTheLeft) {
        ComparedSide side = onTheLeft ? left : right;
        Policy policy = onTheLeft ? leftPolicy : rightPolicy;
        Witness witness = change.witness();
        DescribedPacket described = DescribedPacket.of(witness.packet(), witness.context());
        DescribedPacket packet = Witness.ANY_TIME.equals(witness.context().time()) ? described.withoutTime() : described;
        Background.run("Explain a packet", "The packet was not shown.", getSite().getShell().getDisplay(), monitor -> {
            String chain = !side.chain().isEmpty() ? side.chain() : change.chain();
            return Optional.ofNullable(chain == null && policy != null ? decider(policy, witness) : chain);
        }, chain -> PolicyEditor.explain(getSite().getPage(), side.file(), chain.orElse(null), packet));
    }

    /** The chain that decides the packet; null where none does. */
    private static String decider(Policy policy, Witness witness) throws PolicyCompileException {
        return ReferenceEvaluator.of(policy).explain(witness.packet(), witness.context()).verdict().chain();
    }

    @Override
    public void setFocus() {
        table.table().setFocus();
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
        throw new IllegalStateException("a comparison is not saved");
    }

    @Override
    public void doSaveAs() {
        throw new IllegalStateException("a comparison is not saved");
    }

    @Override
    public void dispose() {
        followed.forEach(PolicyDocument::removeListener);
        super.dispose();
    }
}
