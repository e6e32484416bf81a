package org.hopwarden.cli.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;

import org.hopwarden.capture.CaptureException;
import org.hopwarden.capture.CaptureFile;
import org.hopwarden.capture.CaptureFileException;
import org.hopwarden.capture.CaptureOptions;
import org.hopwarden.capture.CaptureSession;
import org.hopwarden.capture.CaptureWriter;
import org.hopwarden.capture.CapturedFrame;
import org.hopwarden.capture.FrameFilter;
import org.hopwarden.capture.LinkType;
import org.hopwarden.cli.ExitCode;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "capture", sortOptions = false, description = {
        "Lists the frames of an interface, until Ctrl-C, or of a capture file (pcap, pcapng).",
        "What was taken and what was lost stands on standard error at the end." })
final class CaptureCommand implements Callable<Integer> {

    private static final Duration TICK = Duration.ofMillis(100);
    /** How many frames of a file pass between two looks at whether to stop. */
    private static final int CHECK_FRAMES = 1000;

    /** Where the frames come from. */
    private static final class Origin {
        @Option(names = { "-i", "--interface" }, paramLabel = "IF", description = "the interface; 'any' for all of them")
        private String interfaceName;

        @Option(names = { "-r", "--read" }, paramLabel = "FILE", description = "the capture file")
        private Path file;
    }

    /** How a frame is written. */
    enum FrameFormat {
        SUMMARY, JSON;

        @Override
        public String toString() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private final Output output;

    @ArgGroup(exclusive = true, multiplicity = "1")
    private Origin origin;

    @Option(names = "--count", paramLabel = "N", description = "end after this many frames")
    private Long count;

    @Option(names = "--filter", paramLabel = "BPF", defaultValue = "", description = "only frames that this expression of "
            + "pcap-filter(7) lets through, as in 'tcp port 443'")
    private String filter;

    @Option(names = "--write", paramLabel = "FILE.pcap", description = "write the frames to this file as well")
    private Path write;

    @Option(names = "--snaplen", paramLabel = "BYTES", description = "with -i: take no more than this of each frame")
    private Integer snapBytes;

    @Option(names = "--promiscuous", description = "with -i: also take frames to other stations")
    private boolean promiscuous;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "summary",
            description = "a line for each frame: summary (default); or json")
    private FrameFormat format;

    CaptureCommand(Output output) {
        this.output = output;
    }

    @Override
    public Integer call() throws IOException {
        if (count != null && count < 1) {
            throw CommandFailure.usage("--count is a number of frames, 1 or more, not " + count,
                    "Leave it out for all of them.");
        }
        if (snapBytes != null && (snapBytes < 1 || snapBytes > CaptureOptions.MOST_SNAP_BYTES)) {
            throw CommandFailure.usage("--snaplen is a number of bytes from 1 to " + CaptureOptions.MOST_SNAP_BYTES + ", not "
                    + snapBytes, "Leave it out for whole frames.");
        }
        if (origin.file != null && (snapBytes != null || promiscuous)) {
            throw CommandFailure.usage("--snaplen and --promiscuous belong to -i, not to -r", "Leave them out.");
        }
        filter = filter.strip();
        try (Interruption interruption = new Interruption();
                FrameOutput frames = FrameOutput.of(format, output.out())) {
            return origin.file != null ? read(frames, interruption) : live(frames, interruption);
        } catch (CaptureException e) {
            throw CommandFailure.of(e);
        }
    }

    private int live(FrameOutput frames, Interruption interruption) throws IOException {
        CaptureOptions options = CaptureOptions.of(origin.interfaceName).withFilter(filter).withPromiscuous(promiscuous)
                .withLimit(count == null ? 0 : count)
                .withSnapBytes(snapBytes == null ? CaptureOptions.MOST_SNAP_BYTES : snapBytes);
        if (write != null) {
            options = options.withFile(write);
        }
        CaptureSession session = CaptureSession.start(options, frame -> print(frames, frame));
        frames.begin();
        output.err().println("capturing on " + origin.interfaceName + "; Ctrl-C ends it");
        CaptureException failure = hold(session, frames, interruption);
        session.close();
        frames.flush();
        output.err().println(session.statistics());
        if (failure != null) {
            if (failure.reason() == CaptureException.Reason.NO_INTERFACE) {
                // It was there when the command was given.
                throw new CommandFailure(ExitCode.FAILED, failure.getMessage(), failure.remedy());
            }
            throw failure;
        }
        try {
            if (!session.await(Duration.ZERO)) {
                output.err().println("warning: the capture library did not come to an end; what it held is lost");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return frames.isBroken() ? ExitCode.FAILED : ExitCode.DONE;
    }

    private static void print(FrameOutput frames, CapturedFrame frame) throws IOException {
        frames.take(frame.timeNanos(), frame.linkType(), MemorySegment.ofArray(frame.bytes()), 0, frame.bytes().length,
                frame.originalBytes());
    }

    /** Waits until there is a reason to end. @return why the capture ended by itself, or null */
    private static CaptureException hold(CaptureSession session, FrameOutput frames, Interruption interruption)
            throws IOException {
        try {
            while (!interruption.isRequested() && !frames.isBroken()) {
                if (session.await(TICK)) {
                    return null;
                }
                frames.flush();
            }
        } catch (CaptureException e) {
            return e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return null;
    }

    private int read(FrameOutput frames, Interruption interruption) throws IOException {
        if (write != null && Files.exists(write) && Files.isSameFile(write, origin.file)) {
            throw CommandFailure.usage("--write names the file that is read", "Choose another name.");
        }
        try (CaptureFile file = Captures.open(origin.file); FileFrames source = new FileFrames(file)) {
            source.prepare();
            frames.begin();
            while (source.taken < (count == null ? Long.MAX_VALUE : count) && source.next()) {
                if (source.wanted()) {
                    frames.take(file.number(), file.timeNanos(), file.linkType(), file.segment(), file.offset(),
                            file.capturedBytes(), file.originalBytes());
                }
                if (file.number() % CHECK_FRAMES == 0 && (interruption.isRequested() || frames.isBroken())) {
                    break;
                }
            }
            frames.flush();
            output.err().println(source.taken + " of " + file.number() + " frames read" + (interruption.isRequested()
                    ? "; interrupted" : ""));
        } catch (CaptureFileException e) {
            frames.flush();
            output.err().println("hopwarden: " + e.getMessage());
            output.err().println("The " + frames.taken() + " frames before that were read.");
            return ExitCode.BAD_INPUT;
        } catch (UncheckedIOException e) {
            throw new CommandFailure(ExitCode.FAILED, e.getCause().getMessage(), "Check the folder and the free space.");
        }
        return interruption.exitCode().orElse(frames.isBroken() ? ExitCode.FAILED : ExitCode.DONE);
    }

    /** The frames of a file that the filter lets through, on their way to the file that is written. */
    private final class FileFrames implements AutoCloseable {

        private final CaptureFile file;
        private FrameFilter program;
        private int programLinkType;
        private CaptureWriter writer;
        private long taken;

        private FileFrames(CaptureFile file) {
            this.file = file;
        }

        /** What is no filter is said before anything is read. */
        private void prepare() throws CaptureException {
            if (!filter.isEmpty()) {
                FrameFilter.compile(filter, LinkType.ETHERNET).close();
            }
        }

        private boolean next() throws CaptureFileException {
            return file.next();
        }

        private boolean wanted() throws CaptureException {
            if (!filter.isEmpty() && !program().matches(file.segment().asSlice(file.offset(), file.capturedBytes())
                    .toArray(ValueLayout.JAVA_BYTE), file.originalBytes())) {
                return false;
            }
            taken++;
            if (write != null) {
                copy();
            }
            return true;
        }

        /** A program is made for one link type, of which a pcapng file may have several. */
        private FrameFilter program() throws CaptureException {
            if (program == null || programLinkType != file.linkType()) {
                if (program != null) {
                    program.close();
                }
                program = FrameFilter.compile(filter, file.linkType());
                programLinkType = file.linkType();
            }
            return program;
        }

        private void copy() {
            try {
                if (writer == null) {
                    writer = CaptureWriter.create(write, file.linkType());
                }
                writer.write(file.timeNanos(), file.linkType(), file.segment(), file.offset(), file.capturedBytes(),
                        file.originalBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(write + " cannot be written: " + e.getMessage(), e);
            }
        }

        @Override
        public void close() throws IOException {
            if (program != null) {
                program.close();
            }
            if (writer != null) {
                writer.close();
            }
        }
    }
}
