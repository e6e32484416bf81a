package org.hopwarden.ui.rules.internal;

import java.io.IOException;
import java.util.Optional;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.part.ViewPart;
import org.hopwarden.enforce.EnforcementStatistics;
import org.hopwarden.engine.CompiledPolicy;
import org.hopwarden.engine.PolicyCompileException;
import org.hopwarden.rulemodel.Policy;
import org.hopwarden.rulemodel.PolicyFiles;
import org.hopwarden.ui.Background;
import org.hopwarden.ui.Problem;
import org.hopwarden.ui.Problems;
import org.hopwarden.ui.Themes;
import org.hopwarden.ui.WidgetNames;

/** Puts a policy to work, and shows what it does. What runs ends when the view is closed. */
public final class EnforcementView extends ViewPart {

    public static final String ID = "org.hopwarden.ui.rules.enforcement";

    private static final int UPDATE_MILLIS = 500;

    private Composite area;
    private EnforcementBar bar;
    private Label headline;
    private Label details;
    private CounterTable counters;
    private RateChart chart;
    private Enforcement running;
    private boolean starting;
    private boolean polling;

    @Override
    public void createPartControl(Composite parent) {
        area = new Composite(parent, SWT.NONE);
        Themes.style(area, "hopwarden-view");
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(area);
        bar = new EnforcementBar(area, getSite().getPage(), this::start, this::stop);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar.control());
        Composite text = new Composite(area, SWT.NONE);
        GridLayoutFactory.fillDefaults().extendedMargins(10, 10, 4, 6).spacing(0, 2).applyTo(text);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(text);
        headline = WidgetNames.name(new Label(text, SWT.NONE), "Enforcement");
        details = WidgetNames.name(new Label(text, SWT.WRAP), "Totals");
        GridDataFactory.fillDefaults().grab(true, false).applyTo(headline);
        GridDataFactory.fillDefaults().grab(true, false).hint(400, SWT.DEFAULT).applyTo(details);
        Themes.style(details, "hopwarden-muted");
        SashForm sash = new SashForm(area, SWT.HORIZONTAL | SWT.SMOOTH);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(sash);
        counters = new CounterTable(sash);
        chart = new RateChart(sash);
        sash.setWeights(58, 42);
        tell("Nothing is enforced.", "Choose a policy and where it is put to work, then Start.", "hopwarden-heading");
    }

    private void start(EnforcementBar.Choice choice) {
        if (running != null || starting) {
            return;
        }
        starting = true;
        bar.setRunning(true);
        tell("Starting\u2026", "", "hopwarden-heading");
        Display display = area.getDisplay();
        Job.create("Start enforcement", monitor -> {
            try {
                Enforcement started = open(choice, display);
                Background.onDisplay(display, () -> started(started));
            } catch (IOException | PolicyCompileException | RuntimeException e) {
                Problem problem = e instanceof PolicyCompileException
                        ? new Problem("The policy cannot be used: " + e.getMessage() + ".", "Mend it, then start again.", e)
                        : Problem.of(e);
                Problems.log(problem);
                Background.onDisplay(display, () -> failed(problem));
            }
        }).schedule();
    }

    private Enforcement open(EnforcementBar.Choice choice, Display display) throws IOException, PolicyCompileException {
        Policy policy = choice.policy().isPresent() ? choice.policy().get() : PolicyFiles.load(choice.file());
        String chain = choice.chain().orElse(policy.getChains().isEmpty() ? null : policy.getChains().get(0).getName());
        CompiledPolicy compiled = chain == null ? CompiledPolicy.compile(policy) : CompiledPolicy.compile(policy, chain);
        return switch (choice.place()) {
            case EnforcementBar.Lab lab -> Enforcement.simulated(compiled, lab.topology(), lab.router(),
                    reason -> Background.onDisplay(display, () -> ended(reason)));
            case EnforcementBar.Bridge bridge -> Enforcement.bridge(compiled, bridge.first(), bridge.second(),
                    reason -> Background.onDisplay(display, () -> ended(reason)));
        };
    }

    private void started(Enforcement enforcement) {
        starting = false;
        if (area.isDisposed()) {
            closeInBackground(enforcement);
            return;
        }
        running = enforcement;
        chart.clear();
        tell("Enforcing at " + enforcement.label(), "", "hopwarden-good");
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
            EnforcementStatistics now = asked.statistics();
            long nanos = System.nanoTime();
            Background.onDisplay(display, () -> {
                polling = false;
                if (!area.isDisposed() && running == asked) {
                    show(asked, now, nanos);
                }
            });
        }).schedule();
    }

    private void show(Enforcement enforcement, EnforcementStatistics now, long nanos) {
        counters.show(enforcement.policy(), now);
        chart.add(now, nanos);
        setDetails(totals(now) + enforcement.traces().map(traces -> "   \u2014   " + traces + " traces ran").orElse(""));
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
            Background.onDisplay(display, () -> {
                if (!area.isDisposed()) {
                    counters.show(ending.policy(), last);
                    setDetails(totals(last));
                    if (headline.getText().startsWith("Enforcing")) {
                        tell("Stopped at " + ending.label(), details.getText(), "hopwarden-heading");
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

    private static void closeInBackground(Enforcement enforcement) {
        Thread.ofPlatform().daemon().name("end of enforcement").start(enforcement::close);
    }

    @Override
    public void setFocus() {
        bar.setFocus();
    }

    @Override
    public void dispose() {
        Optional.ofNullable(running).ifPresent(EnforcementView::closeInBackground);
        running = null;
        super.dispose();
    }
}
