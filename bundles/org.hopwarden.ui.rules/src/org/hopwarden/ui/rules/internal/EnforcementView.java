package org.hopwarden.ui.rules.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IWorkbenchListener;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.part.ViewPart;
import org.hopwarden.enforce.EnforcementBackEnd.Obstacle;
import org.hopwarden.enforce.EnforcementBackEnd.OptionException;
import org.hopwarden.enforce.EnforcementStatistics;
import org.hopwarden.enforce.VerdictStream;
import org.hopwarden.engine.CompiledPolicy;
import org.hopwarden.engine.DescribedPacket;
import org.hopwarden.engine.PacketContext;
import org.hopwarden.engine.PolicyCompileException;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.PolicyFiles;
import org.hopwarden.ui.Background;
import org.hopwarden.ui.Problem;
import org.hopwarden.ui.Problems;
import org.hopwarden.ui.SeenPacket;
import org.hopwarden.ui.Themes;
import org.hopwarden.ui.WidgetNames;

/** Puts a policy to work, and shows what it does. What runs ends when the view is closed. */
public final class EnforcementView extends ViewPart {

    public static final String ID = "org.hopwarden.ui.rules.enforcement";

    private static final String NOTHING = "Nothing is enforced.";
    private static final String FIRST_STEP = "Choose a policy and where it is put to work, then Start.";
    private static final int UPDATE_MILLIS = 500;
    private static final int CLOSE_MILLIS = 3000;

    private Composite area;
    private EnforcementBar bar;
    private Label headline;
    private Label details;
    private CounterTable counters;
    private VerdictTable verdicts;
    private RateChart chart;
    private Enforcement running;
    /** The enforcement whose counters and verdicts stand in the view: the running one, or the last. */
    private Enforcement shown;
    /** Whether an obstacle stands in the headline. */
    private boolean told;
    private boolean starting;
    private boolean polling;
    private final IWorkbenchListener closing = new ClosingQuestion(() -> Optional.ofNullable(running));

    @Override
    public void createPartControl(Composite parent) {
        area = new Composite(parent, SWT.NONE);
        Themes.style(area, "hopwarden-view");
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(area);
        PlatformUI.getWorkbench().addWorkbenchListener(closing);
        // Now: later it may be the one that this view has started.
        Optional<Enforcement> before = Enforcement.latest();
        // On turns of their own, before anything can be started: to make all of the view at once would be felt.
        parent.getDisplay().asyncExec(() -> {
            if (!area.isDisposed()) {
                addBar();
                parent.getDisplay().asyncExec(() -> addTables(before));
            }
        });
    }

    private void addBar() {
        bar = new EnforcementBar(area, getSite().getPage(), this::start, this::stop, this::obstacle);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar.control());
        Composite text = new Composite(area, SWT.NONE);
        GridLayoutFactory.fillDefaults().extendedMargins(10, 10, 4, 6).spacing(0, 2).applyTo(text);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(text);
        headline = WidgetNames.name(new Label(text, SWT.NONE), "Enforcement");
        details = WidgetNames.name(new Label(text, SWT.WRAP), "Totals");
        GridDataFactory.fillDefaults().grab(true, false).applyTo(headline);
        GridDataFactory.fillDefaults().grab(true, false).hint(400, SWT.DEFAULT).applyTo(details);
        Themes.style(details, "hopwarden-muted");
        tell(NOTHING, FIRST_STEP, "hopwarden-heading");
        area.layout();
        if (getSite().getPage().getActivePart() == this) {
            bar.setFocus();
        }
    }

    private void addTables(Optional<Enforcement> before) {
        if (!area.isDisposed()) {
            SashForm sash = new SashForm(area, SWT.HORIZONTAL | SWT.SMOOTH);
            GridDataFactory.fillDefaults().grab(true, true).applyTo(sash);
            counters = new CounterTable(sash);
            verdicts = new VerdictTable(sash, this::explain, this::makeRule);
            chart = new RateChart(sash);
            sash.setWeights(41, 37, 22);
            area.layout();
            before.ifPresent(this::showEnded);
        }
    }

    /** What an earlier view of this window ran ended with it; its counters are still there. */
    private void showEnded(Enforcement last) {
        Background.run("Count packets", "The counters of the last enforcement are not shown.", area.getDisplay(), monitor -> {
            last.close();
            return last.statistics();
        }, counted -> {
            if (!area.isDisposed() && running == null && !starting) {
                shown = last;
                counters.show(last.policy(), counted);
                verdicts.clear(last.policy().chain());
                tell("Stopped at " + last.place(), totals(counted), "hopwarden-heading");
            }
        });
    }

    /** What keeps the chosen back end from working is said before anybody starts it. */
    private void obstacle(Optional<Obstacle> obstacle) {
        if (running != null || starting || area.isDisposed()) {
            return;
        }
        obstacle.ifPresentOrElse(found -> {
            told = true;
            tell("This cannot work here: " + found.what() + ".", found.remedy(), "hopwarden-warning");
        }, () -> {
            if (told) {
                told = false;
                tell(NOTHING, FIRST_STEP, "hopwarden-heading");
            }
        });
    }

    /** For the policy that is enforced, as it is in its tab now. */
    private void makeRule(VerdictStream.Entry entry) {
        SeenPacket.Way way = switch (entry.direction()) {
            case IN -> SeenPacket.Way.IN;
            case OUT -> SeenPacket.Way.OUT;
            case FORWARD -> SeenPacket.Way.FORWARD;
        };
        MakeRuleDialog.open(getSite().getPage(), new SeenPacket(entry.bytes(), "a packet that was decided at " + VerdictTable.time(entry), way),
                shown.subject().file(), shown.policy().chain());
    }

    private void explain(VerdictStream.Entry entry) {
        if (shown == null || !entry.packet().isValid()) {
            return;
        }
        Path file = shown.subject().file();
        DescribedPacket packet = DescribedPacket.of(entry.packet(), PacketContext.of(entry.direction())).withoutTime();
        PolicyEditor.of(getSite().getPage(), file).ifPresentOrElse(editor -> {
            getSite().getPage().bringToTop(editor);
            editor.explain(shown.policy().chain(), packet);
        }, () -> PolicyActions.open(getSite().getPage(), file));
    }

    private void start(EnforcementBar.Choice choice) {
        if (running != null || starting) {
            return;
        }
        starting = true;
        bar.setRunning(true);
        // The counters of an earlier one would be taken for those of this one.
        shown = null;
        // On a turn behind the one on which the tables are made.
        area.getDisplay().asyncExec(this::clearTables);
        tell("Starting\u2026", "", "hopwarden-heading");
        Display display = area.getDisplay();
        Job.create("Start enforcement", monitor -> {
            try {
                Enforcement started = open(choice, display, this::ended);
                Background.onDisplay(display, () -> started(started));
            } catch (IOException | PolicyCompileException | OptionException | RuntimeException e) {
                Problem problem = problem(e);
                Problems.log(problem);
                Background.onDisplay(display, () -> failed(problem));
            }
        }).schedule();
    }

    private void clearTables() {
        if (!area.isDisposed()) {
            counters.clear();
            verdicts.clear(null);
            chart.clear();
        }
    }

    private static Problem problem(Exception e) {
        return switch (e) {
            case PolicyCompileException failure -> new Problem("The policy cannot be used: " + failure.getMessage() + ".",
                    "Mend it, or open it and choose a chain; then start again.", failure);
            case OptionException failure -> new Problem(failure.getMessage() + ".", failure.remedy(), failure);
            default -> Problem.of(e);
        };
    }

    private static Enforcement open(EnforcementBar.Choice choice, Display display, Consumer<Exception> ended)
            throws IOException, PolicyCompileException, OptionException {
        Policy policy = choice.policy().isPresent() ? choice.policy().get() : PolicyFiles.load(choice.file());
        CompiledPolicy compiled = choice.chain().isEmpty() ? CompiledPolicy.compile(policy)
                : CompiledPolicy.compile(policy, choice.chain().get());
        return Enforcement.start(new Enforcement.Subject(choice.file(), policy, compiled), choice.backEnd(),
                OptionFields.completed(choice.backEnd(), choice.values()),
                reason -> Background.onDisplay(display, () -> ended.accept(reason)));
    }

    private void started(Enforcement enforcement) {
        starting = false;
        if (area.isDisposed()) {
            closeInBackground(enforcement);
            return;
        }
        running = enforcement;
        shown = enforcement;
        told = false;
        verdicts.clear(enforcement.policy().chain());
        tell("Enforcing at " + enforcement.place(), "", "hopwarden-good");
        poll();
    }

    private void failed(Problem problem) {
        starting = false;
        if (!area.isDisposed()) {
            bar.setRunning(false);
            tell("Not started: " + problem.what().replaceFirst("\n.*", ""), problem.remedy(), "hopwarden-error");
        }
    }

    /** It ended by itself. */
    private void ended(Exception reason) {
        Problem problem = Problem.of(reason);
        Problems.log(problem);
        if (!area.isDisposed() && running != null) {
            stop();
            tell("Ended: " + problem.what(), problem.remedy(), "hopwarden-error");
        }
    }

    /** Fetches the counts in the background, again and again. */
    private void poll() {
        if (area.isDisposed() || running == null) {
            return;
        }
        area.getDisplay().timerExec(UPDATE_MILLIS, this::poll);
        if (polling) {
            return;
        }
        polling = true;
        Enforcement asked = running;
        Display display = area.getDisplay();
        Job.createSystem("Count packets", monitor -> {
            VerdictStream.Batch batch = asked.newVerdicts();
            EnforcementStatistics now = asked.statistics();
            long nanos = System.nanoTime();
            Background.onDisplay(display, () -> {
                polling = false;
                if (!area.isDisposed() && running == asked) {
                    show(asked, now, nanos);
                    verdicts.add(batch);
                }
            });
        }).schedule();
    }

    private void show(Enforcement enforcement, EnforcementStatistics now, long nanos) {
        counters.show(enforcement.policy(), now);
        chart.add(now, nanos);
        long lost = enforcement.lostPackets();
        setDetails(totals(now) + (lost == 0 ? "" : "   \u2014   " + lost + " lost before they were seen")
                + (enforcement.note().isEmpty() ? "" : "   \u2014   " + enforcement.note()));
    }

    static String totals(EnforcementStatistics now) {
        return "seen " + now.seen() + " = allowed " + now.allowed() + " + denied " + now.denied() + " + rejected "
                + now.rejected() + " + asked " + now.asked() + " + failed " + now.failed();
    }

    private void stop() {
        Enforcement ending = running;
        if (ending == null) {
            return;
        }
        running = null;
        Display display = area.getDisplay();
        Job.create("Stop enforcement", monitor -> {
            ending.close();
            EnforcementStatistics last = ending.statistics();
            VerdictStream.Batch batch = ending.newVerdicts();
            Background.onDisplay(display, () -> {
                if (!area.isDisposed()) {
                    counters.show(ending.policy(), last);
                    verdicts.add(batch);
                    setDetails(totals(last));
                    if (headline.getText().startsWith("Enforcing")) {
                        tell("Stopped at " + ending.place(), details.getText(), "hopwarden-heading");
                    }
                    bar.setRunning(false);
                }
            });
        }).schedule();
    }

    private void tell(String text, String more, String style) {
        headline.setText(text.replace("&", "&&"));
        headline.setToolTipText(text);
        Themes.style(headline, style);
        setDetails(more);
    }

    private void setDetails(String text) {
        if (!text.equals(details.getText())) {
            details.setText(text);
            details.getParent().layout();
        }
    }

    private static Thread closeInBackground(Enforcement enforcement) {
        return Thread.ofPlatform().daemon().name("end of enforcement").start(enforcement::close);
    }

    @Override
    public void setFocus() {
        if (bar == null) {
            area.setFocus();
        } else {
            bar.setFocus();
        }
    }

    /** What runs ends with the view. A window that closes waits for it: nothing is to pass by halves. */
    @Override
    public void dispose() {
        if (running != null) {
            Thread ending = closeInBackground(running);
            if (PlatformUI.getWorkbench().isClosing()) {
                try {
                    ending.join(CLOSE_MILLIS);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        }
        running = null;
        PlatformUI.getWorkbench().removeWorkbenchListener(closing);
        super.dispose();
    }
}
