package org.hopwarden.capture;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.sql.Timestamp;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.hopwarden.capture.CaptureException.Reason;
import org.hopwarden.capture.internal.LibPcap;
import org.pcap4j.core.NotOpenException;
import org.pcap4j.core.PcapHandle;
import org.pcap4j.core.PcapNativeException;
import org.pcap4j.core.PcapStat;

/**
 * A live capture on one interface. It runs on a thread of its own from {@link #start} until it is closed, its limit is reached
 * or it fails. All methods may be called from any thread.
 */
public final class CaptureSession implements AutoCloseable {

    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(3);
    private static final long STOP_AGAIN_MILLIS = 100;
    private static final long WATCH_MILLIS = 500;

    private final CaptureOptions options;
    private final FrameSink sink;
    private final PcapHandle handle;
    private final int linkType;
    private final CaptureWriter writer;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean stopping;
    private volatile long taken;
    private volatile CaptureException failure;
    private CaptureStatistics last = new CaptureStatistics(0, 0, 0, 0);

    private CaptureSession(CaptureOptions options, FrameSink sink, PcapHandle handle, CaptureWriter writer, int linkType) {
        this.options = options;
        this.sink = sink;
        this.handle = handle;
        this.writer = writer;
        this.linkType = linkType;
    }

    /**
     * Opens the interface and begins to take frames.
     *
     * @param sink takes each frame; what it throws ends the capture
     * @throws CaptureException where the interface, the right, the library or the filter is missing or wrong, or the file cannot
     *         be written
     */
    public static CaptureSession start(CaptureOptions options, FrameSink sink) throws CaptureException {
        PcapHandle handle = LibPcap.open(options);
        int linkType = LibPcap.linkType(handle);
        CaptureWriter writer = null;
        try {
            if (options.file().isPresent()) {
                writer = CaptureWriter.create(options.file().get(), linkType);
            }
        } catch (IOException e) {
            handle.close();
            throw writing(options, e);
        }
        CaptureSession session = new CaptureSession(options, sink, handle, writer, linkType);
        Thread.ofPlatform().daemon().name("capture " + options.interfaceName()).start(session::run);
        Thread.ofPlatform().daemon().name("watch " + options.interfaceName()).start(session::watch);
        return session;
    }

    private static CaptureException writing(CaptureOptions options, IOException e) {
        return new CaptureException(Reason.FAILED, "the capture file " + options.file().orElseThrow() + " cannot be written: "
                + e.getMessage(), "Check that the folder exists, may be written, and that the disk is not full.");
    }

    /** The link type of all frames (see {@link LinkType}). */
    public int linkType() {
        return linkType;
    }

    /** Where the frames are written until the end gives the file its name; empty where no file was wanted. */
    public Optional<Path> recording() {
        return Optional.ofNullable(writer).map(CaptureWriter::temporary);
    }

    private void run() {
        try {
            handle.loop(-1, this::take);
        } catch (PcapNativeException e) {
            fail(LibPcap.running(options.interfaceName(), e));
        } catch (InterruptedException e) {
            // So it reports that it was asked to stop; nobody interrupts this thread.
            stopping = true;
        } catch (NotOpenException e) {
            fail(new CaptureException(Reason.FAILED, "the capture on " + options.interfaceName() + " was closed", ""));
        } finally {
            statistics();
            handle.close();
            closeWriter();
            ended.countDown();
        }
    }

    private void closeWriter() {
        try {
            if (writer != null) {
                writer.close();
                addToFailure(taken == 0 ? "" : "what was taken before is in " + options.file().orElseThrow());
            }
        } catch (IOException e) {
            fail(writing(options, e));
            addToFailure(e.getMessage());
        }
    }

    /** Says where what was written is to be found, as well as why there is not more of it. */
    private void addToFailure(String what) {
        CaptureException before = failure;
        if (before != null && !what.isEmpty() && !before.getMessage().endsWith(what)) {
            failure = new CaptureException(before.reason(), before.getMessage() + "; " + what, before.remedy());
        }
    }

    private void fail(CaptureException e) {
        if (failure == null) {
            failure = e;
        }
    }

    /** Called back from native code, which nothing thrown may pass through. */
    private void take(byte[] bytes) {
        if (stopping) {
            return;
        }
        try {
            Timestamp time = handle.getTimestamp();
            CapturedFrame frame = new CapturedFrame(Math.floorDiv(time.getTime(), 1000L) * 1_000_000_000L + time.getNanos(),
                    linkType, bytes, Math.max(bytes.length, handle.getOriginalLength()));
            if (writer != null && !write(frame)) {
                return;
            }
            sink.take(frame);
            long count = taken + 1;
            taken = count;
            if (options.limit() > 0 && count >= options.limit()) {
                breakOff();
            }
        } catch (IOException e) {
            fail(e instanceof CaptureException known ? known : new CaptureException(Reason.FAILED,
                    "the capture on " + options.interfaceName() + " ended: " + e.getMessage(), ""));
            breakOff();
        } catch (RuntimeException | Error e) {
            CaptureException broken = new CaptureException(Reason.FAILED,
                    "the capture on " + options.interfaceName() + " ended by an internal error: " + e, "");
            broken.initCause(e);
            fail(broken);
            breakOff();
        }
    }

    /** @return whether that succeeded; else the capture ends */
    private boolean write(CapturedFrame frame) {
        try {
            writer.write(frame.timeNanos(), linkType, MemorySegment.ofArray(frame.bytes()), 0, frame.bytes().length,
                    frame.originalBytes());
            return true;
        } catch (IOException e) {
            fail(writing(options, e));
            breakOff();
            return false;
        }
    }

    private void breakOff() {
        stopping = true;
        try {
            handle.breakLoop();
        } catch (NotOpenException e) {
            // Then it has ended already, which is what was wanted.
            return;
        }
    }

    /** Brings frames to the disk, and looks whether the interface is there: the library waits in silence for one that went. */
    private void watch() {
        boolean known = !isGone();
        try {
            while (!ended.await(WATCH_MILLIS, TimeUnit.MILLISECONDS)) {
                if (writer != null) {
                    writer.flush();
                }
                if (known && isGone()) {
                    fail(LibPcap.wentDown(options.interfaceName()));
                    breakOff();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            if (ended.getCount() > 0) {
                fail(writing(options, e));
                breakOff();
            }
        }
    }

    /** Whether the interface is down or removed; so are those that the library alone knows, as "any". */
    private boolean isGone() {
        try {
            NetworkInterface found = NetworkInterface.getByName(options.interfaceName());
            return found == null || !found.isUp();
        } catch (SocketException e) {
            // It was removed between the two questions.
            return true;
        }
    }

    /** The numbers so far, and after the end the last ones. */
    public synchronized CaptureStatistics statistics() {
        try {
            PcapStat stat = handle.getStats();
            last = new CaptureStatistics(taken, stat.getNumPacketsReceived(), stat.getNumPacketsDropped(),
                    stat.getNumPacketsDroppedByIf());
        } catch (PcapNativeException | NotOpenException e) {
            // After the end the library tells no more; what it told last stands, but for our own count.
            last = new CaptureStatistics(taken, Math.max(taken, last.received()), last.droppedByKernel(),
                    last.droppedByInterface());
        }
        return last;
    }

    /**
     * Waits for the end.
     *
     * @return whether it has ended: closed, or at its limit
     * @throws CaptureException why it ended too early; once the file was written as far as it came
     */
    public boolean await(Duration time) throws InterruptedException, CaptureException {
        boolean done = ended.await(time.toNanos(), TimeUnit.NANOSECONDS);
        CaptureException reason = failure;
        if (done && reason != null) {
            throw reason;
        }
        return done;
    }

    /** Asks the capture to end and returns at once; {@link #await} tells when it has. */
    public void stop() {
        breakOff();
    }

    /**
     * Ends the capture and waits until the file has its name, but no longer than three seconds: a library that does not come
     * back is left to itself, on a thread that does not keep the program alive.
     */
    @Override
    public void close() {
        long deadline = System.nanoTime() + STOP_TIMEOUT.toNanos();
        boolean interrupted = false;
        while (ended.getCount() > 0 && System.nanoTime() < deadline) {
            breakOff();
            try {
                ended.await(STOP_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
