package org.hopwarden.enforce.internal;

import static java.util.Objects.requireNonNull;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.hopwarden.packetio.PacketPortException;
import org.hopwarden.packetio.PacketPortException.Reason;

/**
 * A second process, a small shell, that gives traffic back as soon as this one dies or its threads stand still, and goes when it is
 * told to. It hears a heartbeat through a pipe, which beats only while all threads that decide packets go on; where it hears none, it looks
 * whether the thread that beats only waits for a turn of a processor. Signals that a terminal sends to both processes do not reach it.
 * <p>
 * Where this process goes on after all, as after SIGCONT, it has its {@link Ward} put everything back, with a new guard.
 */
public final class Guard implements AutoCloseable {

    /** What is guarded. The last two are asked on the guard's own thread. */
    public interface Ward {

        /** Commands of the shell that give traffic back, whatever stands at that time; the last one fails where they have not. */
        String release();

        /** Whether all threads that decide packets have gone on lately. */
        boolean goesOn();

        /**
         * The guard has given traffic back, or was killed, and threads go on again: puts everything back.
         *
         * @throws PacketPortException where that cannot be done: the ward then ends
         */
        void restore() throws PacketPortException;

        /** It can no longer be guarded. */
        void failed(Throwable cause);
    }

    private static final Logger LOGGER = System.getLogger(Guard.class.getName());
    private static final long BEAT_MILLIS = 100;
    private static final String TIME_OUT_SECONDS = "0.6";
    /** Where the thread that beats waits for a turn, as on a machine that is too busy, it is looked at so often and so much later again. */
    private static final int MOST_LOOKS = 12;
    private static final String LOOK_SECONDS = "0.2";
    private static final long START_SECONDS = 30;
    private static final long END_SECONDS = 5;
    private static final int GAVE_BACK = 3;
    private static final String READY = "ready";
    private static final byte BEAT = '.';
    private static final byte STANDSTILL = 's';
    private static final byte QUIT = 'q';
    /** Shells whose read has a time-out in parts of a second; others, such as dash, have none. */
    private static final List<List<String>> SHELLS = List.of(List.of("bash"), List.of("busybox", "ash"));
    /** It is not to wait behind others, nor to be the one that dies where memory is short. The ignored signals come from terminals, also Ctrl-Z, which would stop the guard with what it guards. */
    private static final String SCRIPT = """
            trap '' HUP INT QUIT TERM TSTP TTIN TTOU PIPE
            { echo -1000 > /proc/self/oom_score_adj; renice -n -10 -p $$; } >/dev/null 2>&1
            release() {
            %1$s
            } >/dev/null 2>&1 </dev/null
            echo %2$s
            exec >/dev/null
            why='it is dead'
            seconds=%3$s
            looks=0
            waits() {
              looks=$((looks+1))
              [ $looks -le %4$s ] && IFS= read -r stat < '%5$s' || return 1
              case "${stat##*) }" in R*) return 0;; esac
              return 1
            }
            while :; do
              beat=
              IFS= read -r -t $seconds -n 1 beat
              case $?:$beat in
              0:.) looks=0; seconds=%3$s; continue;;
              0:q) exit 0;;
              0:s) why='a thread of it stands still'; break;;
              0:*|1:*) break;;
              *) if waits 2>/dev/null; then seconds=%6$s; continue; fi
                 why='it stands still'; break;;
              esac
            done
            tries=0
            until release; do
              tries=$((tries+1))
              if [ $tries = 50 ]; then
                echo "hopwarden guard: the enforcement has failed ($why), and traffic cannot be given back" >&2
                exit 4
              fi
              sleep 0.2
            done
            echo "hopwarden guard: the enforcement has failed ($why); traffic passes undecided" >&2
            exit 3
            """;

    private final Ward ward;
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile byte lastWord = QUIT;
    private final CompletableFuture<Process> started = new CompletableFuture<>();
    private volatile Process process;
    private volatile ThreadTurn heart;
    private Thread thread;
    private long beatAtNanos = System.nanoTime();

    private Guard(Ward ward) {
        this.ward = requireNonNull(ward, "ward");
    }

    /**
     * Starts a guard; when this returns, it listens.
     *
     * @throws PacketPortException {@code NOT_AVAILABLE} where there is no shell that can
     */
    public static Guard start(Ward ward) throws PacketPortException {
        Guard guard = new Guard(ward);
        guard.thread = Thread.ofPlatform().daemon().name("guard").start(guard::run);
        try {
            guard.started.join();
            return guard;
        } catch (CompletionException e) {
            if (e.getCause() instanceof PacketPortException known) {
                throw known;
            }
            throw e;
        }
    }

    /** On the thread that beats, for the guard is told which one that is. */
    private void run() {
        try {
            heart = ThreadTurn.ofCurrent();
            process = launch();
            beatAtNanos = System.nanoTime();
            started.complete(process);
        } catch (PacketPortException | RuntimeException | Error e) {
            started.completeExceptionally(e);
            return;
        }
        beat();
    }

    /**
     * What the guard runs.
     *
     * @param stat the file that tells the state of the thread that beats
     */
    static String script(String release, Path stat) {
        return SCRIPT.formatted(release.strip(), READY, TIME_OUT_SECONDS, MOST_LOOKS, stat, LOOK_SECONDS);
    }

    private Process launch() throws PacketPortException {
        String script = script(ward.release(), heart.stat());
        for (List<String> shell : SHELLS) {
            List<String> command = new ArrayList<>(shell);
            command.addAll(List.of("-c", script, "hopwarden-guard"));
            ProcessBuilder builder = new ProcessBuilder(command).redirectError(Redirect.INHERIT).directory(new File("/"));
            // Neither may run other scripts first.
            builder.environment().keySet().removeAll(List.of("BASH_ENV", "ENV"));
            try {
                Process started = builder.start();
                if (isReady(started)) {
                    return started;
                }
                started.destroyForcibly();
            } catch (IOException e) {
                LOGGER.log(Level.DEBUG, "no guard by " + shell.getFirst(), e);
            }
        }
        throw new PacketPortException(Reason.NOT_AVAILABLE, "no guard can be started that gives traffic back when this program dies",
                "Install a shell that can, sudo apt install bash; or choose --fail closed.");
    }

    private static boolean isReady(Process started) {
        BufferedReader said = started.inputReader(StandardCharsets.UTF_8);
        CompletableFuture<String> line = CompletableFuture.supplyAsync(() -> {
            try {
                return said.readLine();
            } catch (IOException e) {
                return null;
            }
        });
        try {
            return READY.equals(line.get(START_SECONDS, TimeUnit.SECONDS));
        } catch (TimeoutException | ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void beat() {
        try {
            while (!closing.await(BEAT_MILLIS, TimeUnit.MILLISECONDS)) {
                if (!ward.goesOn()) {
                    tell(STANDSTILL);
                } else if (process.isAlive()) {
                    tell(BEAT);
                    beatAtNanos = System.nanoTime();
                } else {
                    restore(process.exitValue());
                }
            }
            tell(lastWord);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (PacketPortException | RuntimeException | Error e) {
            ward.failed(e);
        }
    }

    private void restore(int exitCode) throws PacketPortException {
        process = launch();
        ward.restore();
        String millis = (System.nanoTime() - beatAtNanos) / 1_000_000 + " ms";
        LOGGER.log(Level.WARNING, exitCode == GAVE_BACK
                ? "This program stood still, and its guard let traffic pass undecided: after " + millis + " the policy decides again."
                : "The guard of this enforcement was killed; there is a new one, and the policy went on after " + millis + ".");
    }

    /** A guard that is dead is found so with the next beat. */
    private void tell(byte word) {
        try {
            OutputStream out = process.getOutputStream();
            out.write(word);
            out.flush();
        } catch (IOException e) {
            LOGGER.log(Level.DEBUG, "the guard does not listen", e);
        }
    }

    /** Ends the guard, which gives traffic back first, whatever has become of what it guards. */
    void giveBack() {
        lastWord = STANDSTILL;
        close();
    }

    /** Ends the guard, which changes nothing any more: what was set up must be taken away before, by whom it set it up. */
    @Override
    public void close() {
        closing.countDown();
        boolean interrupted = false;
        try {
            // Where the guard was stopped, the pipe may be full.
            if (thread.join(Duration.ofSeconds(END_SECONDS)) && process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            interrupted = true;
        }
        process.destroyForcibly();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
