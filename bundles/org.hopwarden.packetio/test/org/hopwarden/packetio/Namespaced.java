package org.hopwarden.packetio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs one check in a child program of its own. In fresh network namespaces a check may do to the network what it likes, and has
 * the rights to: as root, or where ordinary users may make user namespaces.
 */
final class Namespaced {

    private static final int TIMEOUT_SECONDS = 60;

    private Namespaced() {
    }

    /**
     * Runs a static method in a new network namespace.
     *
     * @param setUp a shell script that runs there first
     */
    static void run(Class<?> checks, String method, String setUp) throws IOException, InterruptedException {
        String[] unshare = { "unshare", isRoot() ? "-nm" : "-Urnm" };
        String obstacle = obstacle(unshare);
        assumeTrue(obstacle.isEmpty(), () -> "skipped: this system makes no network namespaces for this user: " + obstacle);
        List<String> line = new ArrayList<>(Arrays.asList(unshare));
        line.addAll(List.of("sh", "-ec", "PATH=$PATH:/usr/sbin:/sbin\nip link set lo up\n" + setUp + "\nexec \"$@\"", "sh"));
        java(line, checks, method);
    }

    /** Runs a static method without the right to open raw sockets, as the user nobody where this is root. */
    static void runWithoutRights(Class<?> checks, String method) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>();
        if (isRoot()) {
            // May still read all files, for the class path may lie in root's home.
            line.addAll(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups",
                    "--inh-caps=-all,+dac_override", "--ambient-caps=-all,+dac_override"));
            String obstacle = obstacle(line.toArray(String[]::new));
            assumeTrue(obstacle.isEmpty(), () -> "skipped: cannot become another user: " + obstacle);
        }
        java(line, checks, method);
    }

    private static String obstacle(String... prefix) throws InterruptedException {
        List<String> line = new ArrayList<>(Arrays.asList(prefix));
        line.add("true");
        try {
            Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return process.waitFor() == 0 ? "" : out.isEmpty() ? "no reason given" : out;
        } catch (IOException e) {
            return e.getMessage();
        }
    }

    private static boolean isRoot() throws IOException {
        Process id = new ProcessBuilder("id", "-u").start();
        return new String(id.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip().equals("0");
    }

    private static void java(List<String> prefix, Class<?> checks, String method) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(prefix);
        line.addAll(List.of(System.getProperty("java.home") + "/bin/java", "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), Child.class.getName(),
                checks.getName(), method));
        Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
        process.getOutputStream().close();
        try {
            Thread killer = Thread.ofVirtual().start(() -> kill(process));
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int exitCode = process.waitFor();
            killer.interrupt();
            assumeTrue(exitCode != Child.SKIPPED, () -> "skipped: " + out.strip());
            assertEquals(0, exitCode, () -> method + " failed:\n" + out);
        } finally {
            process.destroyForcibly();
        }
    }

    private static void kill(Process process) {
        try {
            if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            // The child has ended by itself: nothing to do, and this thread ends here.
            Thread.currentThread().interrupt();
        }
    }

    /** The child's side. */
    static final class Child {

        static final int SKIPPED = 77;

        private Child() {
        }

        public static void main(String[] args) throws ReflectiveOperationException {
            Method method = Class.forName(args[0]).getDeclaredMethod(args[1]);
            method.setAccessible(true);
            try {
                method.invoke(null);
            } catch (InvocationTargetException e) {
                if (e.getCause() instanceof org.opentest4j.TestAbortedException skipped) {
                    System.out.println(skipped.getMessage());
                    System.exit(SKIPPED);
                }
                throw e;
            }
        }
    }
}
