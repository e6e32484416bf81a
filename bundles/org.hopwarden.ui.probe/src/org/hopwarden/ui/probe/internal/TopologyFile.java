package org.hopwarden.ui.probe.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.hopwarden.lab.Topology;
import org.hopwarden.lab.TopologyException;
import org.hopwarden.lab.TopologyProblem;
import org.hopwarden.net.IpAddress;
import org.hopwarden.packetio.PacketPort;
import org.hopwarden.packetio.PacketPortException;
import org.hopwarden.ui.Problem;

/**
 * A simulated network of the user's own, in a file. It is read again for each trace, so that what was changed in an editor holds.
 * Safe for use by several threads.
 */
final class TopologyFile implements Network {

    static final String PREFIX = "topology:";
    private static final int MOST_PROBLEMS = 8;

    private final Path file;
    private volatile LabNetwork content;
    private volatile String trouble = "";

    private TopologyFile(Path file) {
        this.file = file.toAbsolutePath().normalize();
    }

    /**
     * Reads a file. Takes a while where the disk is slow.
     *
     * @throws TopologyException with every mistake in it
     */
    static TopologyFile read(Path file) throws TopologyException {
        TopologyFile network = new TopologyFile(file);
        network.content = new LabNetwork(network.id(), Topology.read(network.file));
        return network;
    }

    /** A file of an earlier time; what is wrong with it by now is told where it is used. */
    static TopologyFile remembered(Path file) {
        TopologyFile network = new TopologyFile(file);
        try {
            network.refresh();
        } catch (IOException e) {
            network.trouble = e.getMessage();
        }
        return network;
    }

    /** Mistakes with line and column, as many as a person reads at once. */
    static Problem problem(Path file, TopologyException e) {
        String mistakes = e.problems().stream().limit(MOST_PROBLEMS).map(TopologyFile::line).collect(Collectors.joining("\n"));
        int more = e.problems().size() - MOST_PROBLEMS;
        return new Problem("The topology " + file.getFileName() + " was not opened:\n\n" + mistakes
                + (more > 0 ? "\nand " + more + " more" : ""), "Mend the file, then open it again.", e);
    }

    private static String line(TopologyProblem problem) {
        String place = problem.line() > 0 ? "line " + problem.line() + ", column " + problem.column() + ": " : "";
        return place + problem.message() + (problem.remedy().isEmpty() ? "" : "; " + problem.remedy());
    }

    private void refresh() throws IOException {
        try {
            content = new LabNetwork(id(), Topology.read(file));
            trouble = "";
        } catch (TopologyException e) {
            throw new IOException(file.getFileName() + ", " + line(e.problems().getFirst()), e);
        }
    }

    Path file() {
        return file;
    }

    @Override
    public String id() {
        return PREFIX + file;
    }

    @Override
    public String label() {
        return "File: " + file.getFileName();
    }

    @Override
    public String description() {
        return content == null ? trouble : content.description();
    }

    @Override
    public boolean isSimulated() {
        return true;
    }

    @Override
    public List<Suggestion> suggestions() {
        return content == null ? List.of() : content.suggestions();
    }

    @Override
    public Optional<String> objection(String target) {
        return content == null ? Optional.of("Network: " + trouble) : content.objection(target);
    }

    @Override
    public IpAddress resolve(String target) throws IOException {
        refresh();
        return content.resolve(target);
    }

    @Override
    public PacketPort open(IpAddress target, Consumer<String> note) throws PacketPortException {
        return content.open(target, note);
    }
}
