package org.hopwarden.cli.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.hopwarden.cli.ExitCode;
import org.hopwarden.lab.LiveLab;
import org.hopwarden.lab.Topology;
import org.hopwarden.packetio.PacketPortException;

/** Runs a simulated network in a namespace until there is a reason to end. */
final class LabRun {

    private static final long CHECK_MILLIS = 100;
    private static final long GRACE_SECONDS = 3;
    private static final String USUAL_PATH = "/usr/sbin:/usr/bin:/sbin:/bin";

    private final Output output;

    LabRun(Output output) {
        this.output = output;
    }

    /**
     * @param seconds null for no end
     * @param command empty for none
     * @return the exit code
     */
    int run(String file, Double seconds, List<String> command) throws IOException {
        if (seconds != null && !(seconds > 0 && seconds < 1e9)) {
            throw CommandFailure.usage("--for is a number of seconds greater than 0, not " + seconds,
                    "Leave it out to go on until Ctrl-C.");
        }
        Topology topology = Labs.open(file);
        if (!command.isEmpty()) {
            requireProgram(command.getFirst());
        }
        try (Interruption interruption = new Interruption(); LiveLab lab = LiveLab.start(topology, "lab run " + file)) {
            long endNanos = seconds == null ? Long.MAX_VALUE : (long) (seconds * 1e9);
            return command.isEmpty() ? hold(topology, lab, interruption, endNanos)
                    : run(lab, command, interruption, endNanos);
        } catch (PacketPortException e) {
            throw CommandFailure.of(e);
        }
    }

    /** Refuses what is no program before a namespace is made for it. */
    private static void requireProgram(String name) {
        List<Path> places = name.contains("/") ? List.of(Path.of(name))
                : Arrays.stream(System.getenv().getOrDefault("PATH", USUAL_PATH).split(":")).map(place -> Path.of(place, name)).toList();
        if (places.stream().anyMatch(place -> Files.isExecutable(place) && !Files.isDirectory(place))) {
            return;
        }
        boolean there = places.stream().anyMatch(Files::exists);
        throw CommandFailure.usage(there ? "'" + name + "' may not be run" : "there is no program '" + name + "'",
                there ? "Run: chmod +x " + name : "Check its spelling, or install it. Words of a shell go behind 'sh -c'.");
    }

    private int hold(Topology topology, LiveLab lab, Interruption interruption, long forNanos) throws PacketPortException {
        output.out().println("namespace " + lab.namespace());
        String target = topology.targets().isEmpty() ? "TARGET" : topology.targets().getFirst().address().toString();
        output.out().println("run in it: ip netns exec " + lab.namespace() + " traceroute -n " + target);
        output.out().flush();
        long startNanos = System.nanoTime();
        try {
            while (!interruption.isRequested() && System.nanoTime() - startNanos < forNanos) {
                lab.check();
                Thread.sleep(CHECK_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return ExitCode.DONE;
    }

    private static int run(LiveLab lab, List<String> command, Interruption interruption, long forNanos)
            throws IOException, PacketPortException {
        Process process = lab.process(command).inheritIO().start();
        long startNanos = System.nanoTime();
        try {
            while (!process.waitFor(CHECK_MILLIS, TimeUnit.MILLISECONDS)) {
                lab.check();
                if (interruption.isRequested() || System.nanoTime() - startNanos >= forNanos) {
                    return end(process, interruption);
                }
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.FAILED;
        } finally {
            process.destroyForcibly();
        }
    }

    /** @return 1 where the time was over before the command ended */
    private static int end(Process process, Interruption interruption) throws InterruptedException {
        process.destroy();
        process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS);
        return interruption.exitCode().orElse(ExitCode.NEGATIVE);
    }
}
