package org.hopwarden.capture;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What a live capture takes.
 *
 * @param interfaceName as the system names it, or {@code any} for all of them (Linux)
 * @param filter in the words of pcap-filter(7); empty for all frames
 * @param snapBytes how many bytes of a frame are taken, 1 to {@value #MOST_SNAP_BYTES}
 * @param promiscuous whether frames to other stations are taken as well
 * @param limit end after this many frames; 0 for no limit
 * @param file where the frames are written as well, as pcap
 * @param immediate whether each frame is handed over as it comes, for a conversation; else many at a time, of which fewer are lost
 */
public record CaptureOptions(String interfaceName, String filter, int snapBytes, boolean promiscuous, long limit,
        Optional<Path> file, boolean immediate) {

    /** Enough for every frame, segments that the interface will cut up included. */
    public static final int MOST_SNAP_BYTES = 262_144;

    public CaptureOptions {
        requireNonNull(interfaceName, "interfaceName");
        requireNonNull(filter, "filter");
        requireNonNull(file, "file");
        if (snapBytes < 1 || snapBytes > MOST_SNAP_BYTES || limit < 0) {
            throw new IllegalArgumentException("snap length " + snapBytes + ", limit " + limit);
        }
    }

    /** Whole frames, from and to this host, without an end. */
    public static CaptureOptions of(String interfaceName) {
        return new CaptureOptions(interfaceName, "", MOST_SNAP_BYTES, false, 0, Optional.empty(), false);
    }

    public CaptureOptions withFilter(String expression) {
        return new CaptureOptions(interfaceName, expression, snapBytes, promiscuous, limit, file, immediate);
    }

    public CaptureOptions withSnapBytes(int bytes) {
        return new CaptureOptions(interfaceName, filter, bytes, promiscuous, limit, file, immediate);
    }

    public CaptureOptions withPromiscuous(boolean on) {
        return new CaptureOptions(interfaceName, filter, snapBytes, on, limit, file, immediate);
    }

    public CaptureOptions withLimit(long frames) {
        return new CaptureOptions(interfaceName, filter, snapBytes, promiscuous, frames, file, immediate);
    }

    public CaptureOptions withFile(Path path) {
        return new CaptureOptions(interfaceName, filter, snapBytes, promiscuous, limit, Optional.of(path), immediate);
    }

    public CaptureOptions withImmediate(boolean on) {
        return new CaptureOptions(interfaceName, filter, snapBytes, promiscuous, limit, file, on);
    }
}
