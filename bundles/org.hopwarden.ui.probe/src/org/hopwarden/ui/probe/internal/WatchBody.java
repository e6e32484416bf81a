package org.hopwarden.ui.probe.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IWorkbenchPartSite;
import org.hopwarden.probe.Trace;
import org.hopwarden.ui.Background;
import org.hopwarden.ui.Latest;
import org.hopwarden.ui.Problem;
import org.hopwarden.ui.Problems;
import org.hopwarden.ui.Throttle;
import org.hopwarden.ui.probe.internal.ChartsPane.Kind;
import org.hopwarden.ui.probe.internal.WatchFold.Moment;
import org.hopwarden.visualization.Chart;
import org.hopwarden.visualization.DistributionChart;
import org.hopwarden.visualization.HopGraph;
import org.hopwarden.visualization.LatencyChart;
import org.hopwarden.visualization.RouteChart;
import org.hopwarden.visualization.TimelineChart;

/**
 * A watch's results, as they stand or as they stood at a moment. The table follows ten times a second, charts and graph less
 * often; all is worked out on other threads.
 */
final class WatchBody implements ResultBody {

    private static final int UPDATE_MILLIS = 100;
    private static final int CHART_MILLIS = 400;
    private static final int GRAPH_MILLIS = 1000;

    private final OpenTrace trace;
    private final Networks networks;
    private final Runnable updated;
    private final Path recording;
    private final Composite control;
    private final SummaryStrip summary;
    private final ReplayBar replayBar;
    private final PathPanes panes;
    private final Latest<Long, Optional<Moment>> replaying;
    /** Used by the thread of {@link #replaying} alone. */
    private final Replay replay;
    private final Throttle charts;
    private final Throttle graph;
    /** How it stands now. */
    private Moment latest;
    /** What is shown: the latest, or an earlier one. */
    private Moment shown;

    /**
     * @param recording the file with the watch's events
     * @param updated runs on the UI thread after the results were brought up to date
     */
    WatchBody(Composite parent, OpenTrace trace, Path recording, Networks networks, IWorkbenchPartSite site, Runnable updated) {
        this.trace = trace;
        this.networks = networks;
        this.updated = updated;
        this.recording = recording;
        replay = new Replay(recording);
        control = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(control);
        summary = new SummaryStrip(control);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(summary.control());
        replayBar = new ReplayBar(control, () -> trace.pause(!trace.isPaused()), this::turnTo);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(replayBar.control());
        panes = new PathPanes(control, trace.spec().target(), List.of(Kind.TIMELINE, Kind.DISTRIBUTION, Kind.BY_HOP, Kind.ROUTES),
                this::chart, () -> shown == null ? "" : HopText.table(shown.rows()), HopTable.Kind.WATCH);
        panes.offerReplies(site, () -> Optional.ofNullable(shown).map(Moment::recent));
        charts = new Throttle(parent.getDisplay(), CHART_MILLIS, this::updateCharts);
        graph = new Throttle(parent.getDisplay(), GRAPH_MILLIS, this::updateGraph);
        replaying = new Latest<>("The replay of a watch", control, this::at, this::replayed);
        Throttle throttle = new Throttle(parent.getDisplay(), UPDATE_MILLIS, this::update);
        Runnable listener = throttle::request;
        trace.onChange(listener);
        control.addDisposeListener(event -> {
            trace.removeListener(listener);
            closeReplay();
        });
        update();
        if (trace.moment().isEmpty() && !trace.isRunning()) {
            readRecording();
        }
    }

    private void closeReplay() {
        try {
            replay.close();
        } catch (IOException e) {
            Problems.log(Problem.of(e));
        }
    }

    /** The watch of an earlier time: its last moment. */
    private void readRecording() {
        if (Files.notExists(recording)) {
            shown = null;
            return;
        }
        Background.run("Read the recording of " + trace.spec().target(), "The recording was not read.", control.getDisplay(),
                monitor -> {
                    try (Replay whole = new Replay(recording)) {
                        return whole.at(Long.MAX_VALUE);
                    }
                }, moment -> {
                    if (!control.isDisposed()) {
                        latest = moment;
                        show(moment);
                    }
                });
    }

    private Optional<Moment> at(long nanos) {
        try {
            return Optional.of(replay.at(nanos));
        } catch (IOException e) {
            Problems.report(Problem.of(e).during("The watch cannot be shown as it stood then."));
            return Optional.empty();
        }
    }

    private void turnTo(long nanos) {
        if (nanos == ReplayBar.LATEST) {
            if (latest != null) {
                show(latest);
            }
        } else {
            replaying.take(nanos);
        }
        showBar();
    }

    private void replayed(Optional<Moment> moment) {
        if (replayBar.momentNanos() != ReplayBar.LATEST) {
            moment.ifPresent(this::show);
        }
    }

    private void update() {
        if (control.isDisposed()) {
            return;
        }
        trace.moment().ifPresent(moment -> latest = moment);
        if (latest != null && replayBar.momentNanos() == ReplayBar.LATEST && latest != shown) {
            show(latest);
        } else {
            showSummary();
        }
        updated.run();
    }

    private void show(Moment moment) {
        boolean first = shown == null;
        boolean otherPath = first || !path(moment).equals(path(shown));
        boolean back = replayBar.momentNanos() != ReplayBar.LATEST;
        shown = moment;
        panes.table().show(moment.rows());
        if (otherPath || back) {
            updateGraph();
        } else {
            graph.request();
        }
        if (first || back) {
            updateCharts();
        } else {
            charts.request();
        }
        showSummary();
    }

    private static List<?> path(Moment moment) {
        return moment.rows().stream().map(HopRow::addresses).toList();
    }

    private void showSummary() {
        summary.show(TraceState.of(trace), WatchText.headline(trace, shown == null ? null : shown.watch()),
                WatchText.details(trace, shown == null ? null : shown.watch(), networks.label(trace.spec().network())));
        showBar();
    }

    private void showBar() {
        boolean known = latest != null;
        replayBar.show(trace.isRunning(), trace.isPaused(), known, known ? latest.watch().startedAt() : null,
                known ? latest.watch().elapsedNanos() : 0);
    }

    private void updateGraph() {
        if (!control.isDisposed() && shown != null) {
            panes.graph().show(HopGraph.of(shown.recent()));
        }
    }

    private void updateCharts() {
        if (!control.isDisposed() && shown != null) {
            panes.charts().update();
        }
    }

    private Chart chart(Kind kind, int chosen) {
        long moment = replayBar.momentNanos();
        Instant start = latest == null || latest.watch().startedAt() == null ? Instant.EPOCH : latest.watch().startedAt();
        long end = latest == null ? 0 : latest.watch().elapsedNanos();
        return switch (kind) {
            // Time stays whole, so that one sees where the moment lies.
            case TIMELINE -> TimelineChart.of(new TimelineChart.Content(start, end, latest == null ? List.of() : latest.lines(),
                    chosen, moment));
            case ROUTES -> RouteChart.of(new RouteChart.Content(start, end, latest == null ? List.of() : latest.spans(), chosen,
                    moment));
            case BY_HOP -> LatencyChart.of(shown == null ? List.<Trace>of() : List.of(shown.recent())).choose(chosen);
            case DISTRIBUTION -> distribution(chosen);
        };
    }

    private DistributionChart distribution(int chosen) {
        List<HopRow> rows = shown == null ? List.of() : shown.rows();
        return rows.stream().filter(row -> row.ttl() == chosen).findFirst()
                .or(() -> rows.reversed().stream().filter(row -> !row.isSilent()).findFirst())
                .map(row -> DistributionChart.of(row.ttl(), row.who(), shown.millis().get(row.ttl() - 1)))
                .orElseGet(() -> DistributionChart.of(0, "", new double[0]));
    }

    @Override
    public Composite control() {
        return control;
    }

    @Override
    public OpenTrace trace() {
        return trace;
    }

    @Override
    public ChartsPane charts() {
        return panes.charts();
    }

    @Override
    public Optional<Pictures.Picture> graphPicture() {
        return panes.graphPicture();
    }

    @Override
    public void setFocus() {
        panes.table().table().setFocus();
    }
}
