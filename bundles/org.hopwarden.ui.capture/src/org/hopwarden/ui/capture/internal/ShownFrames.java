package org.hopwarden.ui.capture.internal;

import java.io.IOException;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.hopwarden.capture.CaptureException;
import org.hopwarden.capture.CaptureIndex;
import org.hopwarden.capture.CapturedFrame;
import org.hopwarden.capture.FrameFilter;
import org.hopwarden.capture.LinkType;
import org.hopwarden.ui.Problem;

/**
 * The frames of an index that are shown: all of them, or those that a filter lets through, which is found out in the background.
 * The methods return at once and may be called from any thread.
 */
final class ShownFrames {

    private static final int FIRST_ROOM = 1024;

    /** What a filter has let through so far. Changed by the job alone. */
    private static final class Matches {
        private final String expression;
        private volatile int[] frames = new int[FIRST_ROOM];
        private volatile int count;
        private volatile int looked;

        private Matches(String expression) {
            this.expression = expression;
        }

        private void add(int frame) {
            int[] known = frames;
            int at = count;
            if (at == known.length) {
                known = Arrays.copyOf(known, at + (at >> 1));
                frames = known;
            }
            known[at] = frame;
            count = at + 1;
        }
    }

    private final CaptureIndex index;
    private final Consumer<Problem> failed;
    private final Job job;
    /** Null for all frames. */
    private volatile Matches matches;
    private volatile boolean closed;

    /** @param failed is told, in the background, why a filter was not used */
    ShownFrames(CaptureIndex index, Consumer<Problem> failed) {
        this.index = index;
        this.failed = failed;
        job = new Job("Filtering frames") {
            @Override
            protected IStatus run(IProgressMonitor monitor) {
                look(monitor);
                return Status.OK_STATUS;
            }
        };
    }

    int size() {
        Matches now = matches;
        return now == null ? index.size() : now.count;
    }

    /** @param row from 0 to less than what {@link #size} has returned since the filter was set */
    int frameAt(int row) {
        Matches now = matches;
        return now == null ? row : now.frames[row];
    }

    /** The frames of some rows; fewer where there are not so many. */
    int[] frames(int first, int most) {
        Matches now = matches;
        int count = Math.clamp((now == null ? index.size() : now.count) - (long) first, 0, most);
        if (now != null) {
            return Arrays.copyOfRange(now.frames, first, first + count);
        }
        return IntStream.range(first, first + count).toArray();
    }

    /** The row of a frame, or of the first shown one behind it. */
    int rowOf(int frame) {
        Matches now = matches;
        if (now == null) {
            return frame;
        }
        int found = Arrays.binarySearch(now.frames, 0, now.count, frame);
        return found < 0 ? -found - 1 : found;
    }

    boolean isFiltered() {
        return matches != null;
    }

    /** Whether there are frames that the filter has not seen. */
    boolean isSearching() {
        Matches now = matches;
        return now != null && now.looked < index.size();
    }

    /** Shows what an expression of pcap-filter(7) lets through; an empty one lets all through. */
    void filter(String expression) {
        matches = expression.isEmpty() ? null : new Matches(expression);
        grow();
    }

    /** Goes on with frames that came in since. */
    void grow() {
        if (isSearching() && !closed) {
            job.schedule();
        }
    }

    void close() {
        closed = true;
        job.cancel();
    }

    private void look(IProgressMonitor monitor) {
        for (Matches now = matches; isSearching() && !monitor.isCanceled() && !closed; now = matches) {
            try {
                look(now, monitor);
            } catch (CaptureException e) {
                giveUp(now, new Problem(sentence(e.getMessage()), e.remedy(), e));
            } catch (IOException e) {
                giveUp(now, Problem.of(e).during("The filter was not used."));
            }
        }
    }

    private void giveUp(Matches of, Problem problem) {
        if (matches == of) {
            matches = null;
            failed.accept(problem);
        }
    }

    static String sentence(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
    }

    private void look(Matches now, IProgressMonitor monitor) throws IOException {
        int programLinkType = LinkType.ETHERNET;
        FrameFilter program = FrameFilter.compile(now.expression, programLinkType);
        try {
            while (now == matches && now.looked < index.size() && !monitor.isCanceled() && !closed) {
                CapturedFrame frame = index.frame(now.looked);
                if (frame.linkType() != programLinkType) {
                    program.close();
                    // Not closed twice where the next one cannot be made.
                    program = null;
                    program = FrameFilter.compile(now.expression, frame.linkType());
                    programLinkType = frame.linkType();
                }
                if (program.matches(frame.bytes(), frame.originalBytes())) {
                    now.add(now.looked);
                }
                now.looked++;
            }
        } finally {
            if (program != null) {
                program.close();
            }
        }
    }
}
