package org.hopwarden.ui.capture.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.hopwarden.capture.CaptureException;
import org.hopwarden.capture.CaptureIndex;
import org.hopwarden.capture.CaptureSession;
import org.hopwarden.capture.CaptureStatistics;
import org.hopwarden.ui.Problem;
import org.hopwarden.ui.Problems;

/** What a tab shows, as it comes: a file that is being read, or an interface that is captured. For any thread. */
final class CaptureRun {

    private static final Duration TICK = Duration.ofMillis(100);

    private final CaptureInput input;
    private final CaptureIndex index = new CaptureIndex();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Job job;
    private volatile CaptureSession session;
    private volatile Problem problem;
    private volatile boolean stopping;

    CaptureRun(CaptureInput input) {
        this.input = input;
        job = new Job((isLive() ? "Capturing on " : "Reading ") + input.name()) {
            @Override
            protected IStatus run(IProgressMonitor monitor) {
                CaptureRun.this.run(monitor);
                return Status.OK_STATUS;
            }
        };
    }

    CaptureIndex index() {
        return index;
    }

    void start() {
        job.schedule();
    }

    boolean isLive() {
        return input.kind() == CaptureInput.Kind.LIVE;
    }

    boolean isEnded() {
        return ended.getCount() == 0;
    }

    /** Why there is not more of it. */
    Optional<Problem> problem() {
        return Optional.ofNullable(problem);
    }

    private void run(IProgressMonitor monitor) {
        try {
            if (isLive()) {
                capture(monitor);
            } else {
                index.fill(input.file(), () -> monitor.isCanceled() || stopping);
            }
        } catch (CaptureException e) {
            fail(new Problem(ShownFrames.sentence(e.getMessage()), e.remedy(), e));
        } catch (IOException e) {
            fail(Problem.of(e));
        } finally {
            ended.countDown();
        }
    }

    private void fail(Problem why) {
        Problems.log(why);
        problem = why;
    }

    private void capture(IProgressMonitor monitor) throws IOException {
        Files.createDirectories(input.file().getParent());
        try (CaptureSession started = CaptureSession.start(input.options().orElseThrow(), index::append)) {
            session = started;
            index.attach(started.recording().orElseThrow());
            while (!started.await(TICK)) {
                if (stopping || monitor.isCanceled()) {
                    started.close();
                    // Now in its file; a library that does not come back is left to itself.
                    started.await(Duration.ZERO);
                    break;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            int lost = session == null ? 0 : index.keepWritten();
            if (lost > 0) {
                Problems.log(new Problem(lost + " frames that were captured last are not in " + input.file() + ".", "", null));
            }
        }
    }

    /** How far it is, in a few words. */
    String note() {
        CaptureSession live = session;
        if (live == null) {
            return frames(index.size()) + (isEnded() ? "" : isLive() ? ", starting" : ", reading");
        }
        CaptureStatistics numbers = live.statistics();
        return frames(index.size()) + ", " + numbers.droppedByKernel() + " dropped" + (isEnded() ? "" : ", capturing");
    }

    static String frames(long count) {
        return count == 1 ? "1 frame" : String.format(Locale.ROOT, "%,d frames", count);
    }

    /** Ends it, and returns at once. */
    void stop() {
        stopping = true;
    }

    /** Ends it, waits until the file has its name, and closes the file. */
    void close() throws InterruptedException, IOException {
        stopAndWait();
        index.close();
    }

    /** Ends it and waits until the file has its name. */
    void stopAndWait() throws InterruptedException {
        stopping = true;
        // Where it has not begun it never will.
        job.cancel();
        job.join();
        ended.countDown();
    }
}
