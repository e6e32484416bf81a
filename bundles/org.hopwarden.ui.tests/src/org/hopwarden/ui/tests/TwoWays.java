package org.hopwarden.ui.tests;

import java.io.IOException;
import java.util.List;

/**
 * Routers in namespaces of this host: one next to it, behind that two side by side, and behind both the target. The way goes over the
 * first of them until {@link #takeSecond}.
 */
final class TwoWays implements AutoCloseable {

    static final String TARGET = "10.213.9.2";
    static final String FIRST = "10.213.1.2";
    static final String SECOND = "10.213.2.2";

    private static final String PREFIX = "hwways" + ProcessHandle.current().pid() % 10_000;
    private static final List<String> NODES = List.of("a", "b", "c", "d");
    private static final String HERE = "";

    private final boolean up;

    /** Builds it, as far as this process may. */
    TwoWays() throws IOException {
        boolean made = true;
        for (String node : NODES) {
            made = made && run("ip", "netns", "add", PREFIX + node);
        }
        made = made && link(HERE, "10.213.0.1", "a", "10.213.0.2") && link("a", "10.213.1.1", "b", FIRST)
                && link("a", "10.213.2.1", "c", SECOND) && link("b", "10.213.3.1", "d", "10.213.3.2")
                && link("c", "10.213.4.1", "d", "10.213.4.2");
        for (String node : NODES) {
            made = made && in(node, "ip", "link", "set", "lo", "up") && in(node, "sysctl", "-qw", "net.ipv4.ip_forward=1",
                    "net.ipv4.icmp_ratelimit=0", "net.ipv4.conf.all.rp_filter=0");
        }
        up = made && in("d", "ip", "addr", "add", TARGET + "/32", "dev", "lo") && run("ip", "route", "add", TARGET, "via", "10.213.0.2")
                && in("a", "ip", "route", "add", TARGET, "via", FIRST) && in("b", "ip", "route", "add", TARGET, "via", "10.213.3.2")
                && in("c", "ip", "route", "add", TARGET, "via", "10.213.4.2") && in("b", "ip", "route", "add", "default", "via", "10.213.1.1")
                && in("c", "ip", "route", "add", "default", "via", "10.213.2.1")
                && in("d", "ip", "route", "add", "default", "via", "10.213.3.1");
    }

    boolean isUp() {
        return up;
    }

    /** From now on the way goes over the second router. */
    void takeSecond() throws IOException {
        if (!in("a", "ip", "route", "replace", TARGET, "via", SECOND)) {
            throw new IOException("the route was not changed");
        }
    }

    private static boolean link(String near, String nearAddress, String far, String farAddress) throws IOException {
        String nearName = PREFIX + near + far;
        String farName = PREFIX + far + "_" + near;
        return run("ip", "link", "add", nearName, "type", "veth", "peer", "name", farName) && place(near, nearName, nearAddress)
                && place(far, farName, farAddress);
    }

    private static boolean place(String node, String name, String address) throws IOException {
        return (node.equals(HERE) || run("ip", "link", "set", name, "netns", PREFIX + node))
                && in(node, "ip", "addr", "add", address + "/30", "dev", name) && in(node, "ip", "link", "set", name, "up");
    }

    private static boolean in(String node, String... command) throws IOException {
        if (node.equals(HERE)) {
            return run(command);
        }
        String[] whole = new String[command.length + 4];
        List<String> begin = List.of("ip", "netns", "exec", PREFIX + node);
        for (int i = 0; i < whole.length; i++) {
            whole[i] = i < 4 ? begin.get(i) : command[i - 4];
        }
        return run(whole);
    }

    /** Whether a command is there, could be run and ended well. */
    static boolean run(String... command) throws IOException {
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        } catch (IOException e) {
            // Not installed, as good as not allowed for a test that skips then.
            return false;
        }
        try {
            return process.waitFor() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for " + command[0], e);
        }
    }

    /** With a namespace its interfaces go, and with them their peers and the routes over these. */
    @Override
    public void close() throws IOException {
        for (String node : NODES) {
            run("ip", "netns", "del", PREFIX + node);
        }
    }
}
