package org.hopwarden.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.hopwarden.lab.NamespaceNetwork;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code lab run} as a program of its own: what it leaves behind, and other tools beside ours in one simulated network. */
class LabRunTest {

    private static final int SIGTERM_CODE = 128 + 15;
    private static final List<String> ROUTERS = List.of("10.7.0.2", "10.7.1.2", "10.7.2.2", "10.7.3.2");

    @TempDir
    private Path folder;

    @BeforeAll
    static void isPossible() {
        Optional<String> obstacle = NamespaceNetwork.obstacle();
        assumeTrue(obstacle.isEmpty(), () -> "skipped: " + obstacle.orElseThrow());
        assumeTrue(Files.exists(Path.of("/dev/net/tun")), "skipped: no TUN device here");
    }

    private static ProcessBuilder command(String... words) {
        List<String> line = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java", "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), "org.hopwarden.cli.Main"));
        line.addAll(List.of(words));
        return new ProcessBuilder(line).redirectErrorStream(true);
    }

    private static String output(ProcessBuilder builder, int code) throws Exception {
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(code, process.waitFor(), output);
        return output;
    }

    private static boolean has(String program) {
        return Stream.of(System.getenv("PATH").split(":")).anyMatch(place -> Files.isExecutable(Path.of(place, program)));
    }

    private static String namespaces() throws Exception {
        return output(new ProcessBuilder("ip", "netns", "list"), 0);
    }

    /** The watch of a lab takes its namespace back a moment after the program has ended. */
    private static void assertGone(String namespace) throws Exception {
        for (int i = 0; i < 200 && namespaces().contains(namespace); i++) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        assertFalse(namespaces().contains(namespace), namespace);
        assertFalse(Files.exists(Path.of("/etc/netns", namespace)), namespace);
    }

    private static String namespaceOf(BufferedReader out) throws IOException {
        String line = out.readLine();
        assertTrue(line != null && line.startsWith("namespace "), line);
        return line.substring("namespace ".length());
    }

    @Test
    void sigtermEndsItAndNothingIsLeft() throws Exception {
        Process lab = command("lab", "run", "forum").start();
        try {
            String namespace = namespaceOf(lab.inputReader());
            assertTrue(namespaces().contains(namespace));
            lab.destroy();
            assertEquals(0, lab.waitFor(), "it goes on until it is told to end, which is no failure");
            assertGone(namespace);
        } finally {
            lab.destroyForcibly();
        }
    }

    @Test
    void sigtermEndsItsCommandTooWithTheCodeOfTheSignal() throws Exception {
        Process lab = command("lab", "run", "forum", "--", "sh", "-c", "echo namespace $(ip netns identify $$); exec sleep 1000").start();
        try {
            String namespace = namespaceOf(lab.inputReader());
            List<ProcessHandle> children = lab.descendants().toList();
            lab.destroy();
            assertEquals(SIGTERM_CODE, lab.waitFor());
            assertGone(namespace);
            for (ProcessHandle child : children) {
                child.onExit().get(10, TimeUnit.SECONDS);
            }
        } finally {
            lab.destroyForcibly();
        }
    }

    @Test
    void aKilledOneLeavesNothingEither() throws Exception {
        Process lab = command("lab", "run", "forum").start();
        String namespace = namespaceOf(lab.inputReader());
        lab.destroyForcibly();
        assertEquals(128 + 9, lab.waitFor());
        assertGone(namespace);
    }

    @Test
    void itHasTheCodeOfItsCommandAndRefusesOneThatIsNotThere() throws Exception {
        output(command("lab", "run", "forum", "--", "sh", "-c", "exit 7"), 7);
        String refused = output(command("lab", "run", "forum", "--", "no-such-program"), 2);
        assertTrue(refused.contains("there is no program 'no-such-program'"), refused);
        Path script = Files.writeString(folder.resolve("script"), "#!/bin/sh\nexit 0\n");
        assertTrue(output(command("lab", "run", "forum", "--", script.toString()), 2).contains("may not be run"));
    }

    /** Four routers, quick, and without limits. */
    private String chain() throws IOException {
        StringBuilder text = new StringBuilder("name = \"side by side\"\nviewpoint = \"here\"\nicmp-limit = \"none\"\n");
        text.append("[[host]]\nname = \"here\"\n[[host]]\nname = \"there\"\ntcp-open = [80]\n");
        for (int i = 1; i <= ROUTERS.size(); i++) {
            text.append("[[router]]\nname = \"r" + i + "\"\n");
        }
        for (int i = 0; i <= ROUTERS.size(); i++) {
            text.append("[[link]]\nbetween = [\"" + (i == 0 ? "here" : "r" + i) + "\", \"" + (i == ROUTERS.size() ? "there" : "r" + (i + 1))
                    + "\"]\nprefix = \"10.7." + i + ".0/24\"\nlatency = \"0.3 ms\"\n");
        }
        return Files.writeString(folder.resolve("chain.toml"), text).toString();
    }

    /** Addresses of the network in the order in which a tool names them first, those of this end left out. */
    private static List<String> hops(String output) {
        return Pattern.compile("\\b10\\.7\\.\\d\\.\\d+\\b").matcher(output).results().map(result -> result.group())
                .filter(address -> !address.equals("10.7.0.1")).distinct().collect(Collectors.toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "traceroute | traceroute -n -q 1 %s",
        "traceroute | traceroute -n -T -p 80 -q 1 %s",
        "mtr | mtr -n -r -c 2 -i 0.2 %s",
        "scamper | scamper -I 'trace -P icmp-paris -q 1 %s'",
        "nmap | nmap -n -sS -p 80 --traceroute %s",
        "tracepath | tracepath -n %s",
    })
    void othersSeeWhatWeSee(String tool, String line) throws Exception {
        assumeTrue(has(tool), "skipped: no " + tool + " here");
        String target = "10.7.4.2";
        String topology = chain();
        List<String> path = new ArrayList<>(ROUTERS);
        path.add(target);
        String other = output(command("lab", "run", topology, "--", "sh", "-c", line.replace("%s", target) + " | grep -v '^trace\\|^Nmap scan'"
                + " | grep -v '^ *traceroute to'"), 0);
        assertEquals(path, hops(other).stream().sorted().toList(), other);
        List<String> ours = new ArrayList<>(command("trace", target, "--queries", "1").command());
        List<String> run = new ArrayList<>(command("lab", "run", topology, "--").command());
        run.addAll(ours);
        String seen = output(new ProcessBuilder(run).redirectErrorStream(true), 0);
        assertEquals(path, hops(seen.substring(seen.indexOf("TTL"))), seen);
    }
}
