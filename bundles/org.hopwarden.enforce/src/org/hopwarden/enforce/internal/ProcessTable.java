package org.hopwarden.enforce.internal;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import org.hopwarden.engine.PacketContext.Program;

/**
 * Which program holds a socket (proc(5)). A thread of its own looks through the processes of this host; who asks waits for it no longer than a given
 * time, and in all no longer than a share of each second, so that packets are never held up for long.
 * <p>
 * What was found is looked at again once a second: the process must still have the socket at the same place, so that a number that the kernel has
 * given to another process meanwhile is not taken for the old one. A program that is gone is not known.
 */
final class ProcessTable implements AutoCloseable {

    private static final long WAIT_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    /** Of each second, the waiting of all threads together. */
    private static final long WAIT_PER_SECOND_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(1);
    /** A host that has more sockets than this has its oldest looked for again. */
    private static final int MOST_SOCKETS = 65_536;
    private static final String SOCKET = "socket:[";

    private final Path processes;
    private final ProgramFiles programs;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition wanted = lock.newCondition();
    private final Condition looked = lock.newCondition();
    private final Map<Long, Place> places = new HashMap<>();
    private final Thread thread;
    /** How many looks have begun, ended, and are asked for. */
    private long begun;
    private long ended;
    private long asked;
    private long secondNanos = System.nanoTime();
    private long waitedNanos;
    private boolean closed;

    /** Where a process has a socket, and when that was seen last; no link for a socket that nobody holds. */
    private record Place(Path link, Program program, long seenNanos) {
    }

    ProcessTable() {
        this(Path.of("/proc"), Path.of("/etc/passwd"));
    }

    ProcessTable(Path processes, Path users) {
        this.processes = processes;
        programs = new ProgramFiles(users);
        thread = Thread.ofPlatform().daemon().name("programs of sockets").start(this::run);
    }

    /** The program that holds a socket; null where none is known, or finding it takes too long. */
    Program find(long inode) {
        long now = System.nanoTime();
        Place place;
        lock.lock();
        try {
            place = places.get(inode);
            if (place != null && now - place.seenNanos < FRESH_NANOS) {
                return place.program;
            }
        } finally {
            lock.unlock();
        }
        if (place != null && place.link != null && isThere(place.link, inode)) {
            // It may have become another program by execve.
            Program program = programs.of(place.link.getParent().getParent());
            keep(inode, new Place(place.link, program, now));
            return program;
        }
        return await(inode);
    }

    private static boolean isThere(Path link, long inode) {
        try {
            return Files.readSymbolicLink(link).toString().equals(SOCKET + inode + "]");
        } catch (IOException e) {
            return false;
        }
    }

    private void keep(long inode, Place place) {
        lock.lock();
        try {
            if (places.size() >= MOST_SOCKETS) {
                places.clear();
            }
            places.put(inode, place);
        } finally {
            lock.unlock();
        }
    }

    /** Waits for a look that has begun after now. */
    private Program await(long inode) {
        lock.lock();
        try {
            long start = System.nanoTime();
            if (start - secondNanos > TimeUnit.SECONDS.toNanos(1)) {
                secondNanos = start;
                waitedNanos = 0;
            }
            long mine = begun + 1;
            asked = Math.max(asked, mine);
            wanted.signal();
            long left = Math.min(WAIT_NANOS, WAIT_PER_SECOND_NANOS - waitedNanos);
            while (ended < mine && left > 0 && !closed) {
                left = looked.awaitNanos(left);
            }
            waitedNanos += System.nanoTime() - start;
            Place place = places.get(inode);
            if (ended >= mine && (place == null || place.seenNanos < start)) {
                // Nobody holds it: so it is for a second, or a flood of such packets would wait again and again.
                places.put(inode, new Place(null, null, System.nanoTime()));
                return null;
            }
            return place == null ? null : place.program;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        while (true) {
            lock.lock();
            try {
                while (asked <= ended && !closed) {
                    wanted.await();
                }
                if (closed) {
                    return;
                }
                begun++;
            } catch (InterruptedException e) {
                return;
            } finally {
                lock.unlock();
            }
            look();
            lock.lock();
            try {
                ended = begun;
                looked.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    private void look() {
        try (DirectoryStream<Path> all = Files.newDirectoryStream(processes, "[0-9]*")) {
            for (Path process : all) {
                lookAt(process);
            }
        } catch (IOException e) {
            // Without /proc no program is known.
            return;
        }
    }

    private void lookAt(Path process) {
        Program program = null;
        try (DirectoryStream<Path> links = Files.newDirectoryStream(process.resolve("fd"))) {
            for (Path link : links) {
                OptionalLong inode = inode(link);
                if (inode.isPresent()) {
                    program = program == null ? programs.of(process) : program;
                    keep(inode.getAsLong(), new Place(link, program, System.nanoTime()));
                }
            }
        } catch (IOException | RuntimeException e) {
            // It ended while it was looked at, or may not be looked at.
            return;
        }
    }

    /** The sockets of this program itself. */
    Set<Long> ownSockets() {
        Set<Long> own = new HashSet<>();
        try (DirectoryStream<Path> links = Files.newDirectoryStream(processes.resolve("self").resolve("fd"))) {
            for (Path link : links) {
                inode(link).ifPresent(own::add);
            }
        } catch (IOException | DirectoryIteratorException e) {
            // Without /proc no socket is known.
            return Set.of();
        }
        return own;
    }

    /** Of the socket that a file descriptor is, if it is one and still open. */
    private static OptionalLong inode(Path link) {
        try {
            String target = Files.readSymbolicLink(link).toString();
            return target.startsWith(SOCKET) ? OptionalLong.of(Long.parseLong(target, SOCKET.length(), target.length() - 1, 10)) : OptionalLong.empty();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            wanted.signalAll();
            looked.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
