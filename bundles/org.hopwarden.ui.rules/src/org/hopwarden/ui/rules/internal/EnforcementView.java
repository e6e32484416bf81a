package org.hopwarden.ui.rules.internal;

import java.io.IOException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import org.eclipse.core.runtime.jobs.ISchedulingRule;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IWorkbenchListener;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.part.ViewPart;
import org.hopwarden.enforce.AnswerException;
import org.hopwarden.enforce.DecidedPacket;
import org.hopwarden.enforce.EnforcementBackEnd.Obstacle;
import org.hopwarden.enforce.EnforcementBackEnd.OptionException;
import org.hopwarden.enforce.EnforcementStatistics;
import org.hopwarden.engine.PolicyCompileException;
import org.hopwarden.ui.Background;
import org.hopwarden.ui.Problem;
import org.hopwarden.ui.Problems;
import org.hopwarden.ui.SeenPacket;
import org.hopwarden.ui.Themes;
import org.hopwarden.ui.WidgetNames;

/** Puts a policy to work, and shows what it does. What runs ends when the view is closed. */
public final class EnforcementView extends ViewPart implements VerdictTable.Listener, EnforcementBar.Listener {

    public static final String ID = "org.hopwarden.ui.rules.enforcement";

    private static final String NOTHING = "Nothing is enforced.";
    private static final String FIRST_STEP = "Choose a policy and where it is put to work, then Start.";
    private static final int UPDATE_MILLIS = 250;
    private static final int CLOSE_MILLIS = 3000;
    private static final String PART = "   \u2014   ";
    private static final DateTimeFormatter SINCE = DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());

    private Composite area;
    private EnforcementBar bar;
    private Label headline;
    private Label details;
    private MonitorPane monitor;
    private Enforcement running;
    /** The enforcement whose counters and verdicts stand in the view: the running one, or the last. */
    private Enforcement shown;
    /** Whether an obstacle stands in the headline. */
    private boolean told;
    private boolean starting;
    /** Of the running enforcement. */
    private EnforcementGate.Passage passed;
    private boolean polling;
    /** Looks are made, and so shown, one after the other. */
    private final ISchedulingRule oneLook = new ISchedulingRule() {
        @Override
        public boolean contains(ISchedulingRule rule) {
            return rule == this;
        }

        @Override
        public boolean isConflicting(ISchedulingRule rule) {
            return rule == this;
        }
    };
    /** Of the running enforcement, or the last one; null before the first. */
    private AskDialog questions;
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
        bar = new EnforcementBar(area, getSite().getPage(), this);
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
            monitor = new MonitorPane(area, this);
            GridDataFactory.fillDefaults().grab(true, true).applyTo(monitor.control());
            area.layout();
            before.ifPresent(this::showEnded);
        }
    }

    /** What an earlier view of this window ran ended with it; its counters are still there. */
    private void showEnded(Enforcement last) {
        Look.Wanted wanted = monitor.wanted();
        Background.run("Count packets", "The counters of the last enforcement are not shown.", area.getDisplay(), progress -> {
            last.close();
            return last.look(wanted);
        }, look -> {
            if (!area.isDisposed() && running == null && !starting) {
                shown = last;
                monitor.begin(last.policy(), null);
                monitor.showLast(look);
                tell("Stopped at " + last.place(), totals(look, last), "hopwarden-heading");
            }
        });
    }

    /** What keeps the chosen back end from working is said before anybody starts it. */
    @Override
    public void obstacle(Optional<Obstacle> obstacle) {
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
    @Override
    public void makeRule(DecidedPacket entry) {
        SeenPacket.Way way = switch (entry.direction()) {
            case IN -> SeenPacket.Way.IN;
            case OUT -> SeenPacket.Way.OUT;
            case FORWARD -> SeenPacket.Way.FORWARD;
        };
        MakeRuleDialog.open(getSite().getPage(), new SeenPacket(entry.bytes(), "a packet that was decided at " + VerdictTable.time(entry), way),
                shown.subject().file(), shown.policy().chain());
    }

    /** In the policy's tab as well, where it is open. */
    @Override
    public void chosen(DecidedPacket packet) {
        if (shown != null && packet.packet().isValid()) {
            PolicyEditor.of(getSite().getPage(), shown.subject().file()).ifPresent(editor -> {
                getSite().getPage().bringToTop(editor);
                editor.explain(chainOf(packet), packet.described().withoutTime());
            });
        }
    }

    @Override
    public void opened(DecidedPacket packet) {
        if (shown != null) {
            PolicyEditor.explain(getSite().getPage(), shown.subject().file(), chainOf(packet), packet.described().withoutTime());
        }
    }

    /** The chain that holds the rule, where several are met by their bindings. */
    private String chainOf(DecidedPacket packet) {
        return shown.policy().chain() != null ? shown.policy().chain() : packet.verdict().chain();
    }

    @Override
    public void start(EnforcementBar.Choice choice) {
        pass(choice, false);
    }

    @Override
    public void showGate(EnforcementBar.Choice choice) {
        pass(choice, true);
    }

    @Override
    public void showQuestions() {
        questions.activate();
    }

    private void pass(EnforcementBar.Choice choice, boolean always) {
        if (running != null || starting) {
            return;
        }
        starting = true;
        bar.setRunning(true);
        // The counters of an earlier one would be taken for those of this one.
        shown = null;
        // On a turn behind the one on which the tables are made.
        area.getDisplay().asyncExec(this::clearTables);
        tell("Checking the policy\u2026", "", "hopwarden-heading");
        EnforcementGate.ask(choice, getSite().getShell(), always, new EnforcementGate.Answer() {
            @Override
            public void passed(EnforcementGate.Passage passage, Optional<Duration> takeBackAfter) {
                if (!area.isDisposed()) {
                    begin(passage, takeBackAfter);
                }
            }

            @Override
            public void cancelled() {
                starting = false;
                if (!area.isDisposed()) {
                    bar.setRunning(false);
                    tell(NOTHING, FIRST_STEP, "hopwarden-heading");
                }
            }

            @Override
            public void failed(Exception reason) {
                Problem problem = problem(reason);
                Problems.log(problem);
                EnforcementView.this.failed(problem);
            }
        });
    }

    private void begin(EnforcementGate.Passage passage, Optional<Duration> takeBackAfter) {
        tell("Starting\u2026", "", "hopwarden-heading");
        Display display = area.getDisplay();
        IWorkbenchPage page = getSite().getPage();
        AtomicReference<Enforcement> asking = new AtomicReference<>();
        AskDialog dialog = new AskDialog(getSite().getShell(), (question, answer) -> {
            if (asking.get() == null) {
                throw new AnswerException("the enforcement is still starting", "Answer again.");
            }
            asking.get().answer(question, answer);
        }, this::tellQuestions);
        questions = dialog;
        Job.create("Start enforcement", progress -> {
            try {
                Enforcement started = Enforcement.start(new Enforcement.Subject(passage.choice().file(), passage.policy(), passage.compiled()),
                        passage.choice().backEnd(), passage.values(), dialog, new EditorMemory(display, page, passage.choice().file()),
                        reason -> Background.onDisplay(display, () -> ended(reason)));
                takeBackAfter.ifPresentOrElse(started::takeBackAfter, () -> EnforcementGate.remember(passage));
                asking.set(started);
                Background.onDisplay(display, () -> started(started, passage));
            } catch (IOException | PolicyCompileException | OptionException | RuntimeException e) {
                Problem problem = problem(e);
                Problems.log(problem);
                Background.onDisplay(display, () -> failed(problem));
            }
        }).schedule();
    }

    @Override
    public void keep() {
        if (running != null) {
            Enforcement keeping = running;
            EnforcementGate.Passage kept = passed;
            bar.showKeep(Optional.empty());
            Job.createSystem("Keep what is in force", progress -> {
                keeping.keep();
                EnforcementGate.remember(kept);
            }).schedule();
        }
    }

    private void clearTables() {
        if (!area.isDisposed()) {
            monitor.clear();
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

    /** More or fewer questions wait for an answer. */
    private void tellQuestions() {
        if (!area.isDisposed() && bar != null) {
            bar.showQuestions(questions == null ? 0 : questions.count());
        }
    }

    private void started(Enforcement enforcement, EnforcementGate.Passage passage) {
        starting = false;
        passed = passage;
        if (area.isDisposed()) {
            closeInBackground(enforcement);
            return;
        }
        running = enforcement;
        shown = enforcement;
        told = false;
        monitor.begin(enforcement.policy(), enforcement.verdicts());
        tell("Enforcing at " + enforcement.place() + ", fails " + enforcement.policy().failMode().getLiteral(), "", "hopwarden-good");
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
        if (reason instanceof Enforcement.NotKeptException) {
            if (!area.isDisposed() && running != null) {
                String place = running.place();
                stop();
                tell("Taken back at " + place + ", for nobody kept it. Packets pass as before.", details.getText(), "hopwarden-warning");
            }
            return;
        }
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
        bar.showKeep(running.untilTakenBack());
        if (polling) {
            return;
        }
        polling = true;
        Enforcement asked = running;
        Display display = area.getDisplay();
        Look.Wanted wanted = monitor.wanted();
        Job look = Job.createSystem("Count packets", progress -> {
            Look now = asked.look(wanted);
            Background.onDisplay(display, () -> {
                polling = false;
                // Also of one that ends meanwhile: its verdicts would be neither shown nor said not to be.
                if (!area.isDisposed() && shown == asked) {
                    monitor.show(now);
                    setDetails(totals(now, asked));
                }
            });
        });
        look.setRule(oneLook);
        look.schedule();
    }

    private static String totals(Look look, Enforcement enforcement) {
        EnforcementStatistics now = look.statistics();
        return "seen " + now.seen() + " = allowed " + now.allowed() + " + denied " + now.denied() + " + rejected "
                + now.rejected() + " + asked " + now.asked() + " + failed " + now.failed()
                + (now.waiting() == 0 ? "" : " + waiting " + now.waiting()) + PART + "lost " + look.lost() + PART
                + "since " + SINCE.format(enforcement.since())
                + (enforcement.unanswered() == 0 ? "" : PART + enforcement.unanswered() + " without an answer")
                + (look.note().isEmpty() ? "" : PART + look.note());
    }

    @Override
    public void stop() {
        Enforcement ending = running;
        if (ending == null) {
            return;
        }
        running = null;
        bar.showKeep(Optional.empty());
        questions.end();
        Display display = area.getDisplay();
        Look.Wanted wanted = monitor.wanted();
        Job end = Job.create("Stop enforcement", progress -> {
            ending.close();
            Look last = ending.look(wanted);
            Background.onDisplay(display, () -> {
                if (!area.isDisposed()) {
                    monitor.showLast(last);
                    setDetails(totals(last, ending));
                    if (headline.getText().startsWith("Enforcing")) {
                        tell("Stopped at " + ending.place(), details.getText(), "hopwarden-heading");
                    }
                    bar.setRunning(false);
                }
            });
        });
        end.setRule(oneLook);
        end.schedule();
    }

    private void tell(String text, String more, String style) {
        headline.setText(text.replace("&", "&&"));
        headline.setToolTipText(text);
        Themes.style(headline, style);
        setDetails(more);
    }

    private void setDetails(String text) {
        String before = details.getText();
        if (!text.equals(before)) {
            details.setText(text);
            // It changes some times a second, and to measure wrapped text takes time.
            if (text.length() != before.length()) {
                details.getParent().layout();
            }
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
        if (questions != null) {
            questions.end();
        }
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
