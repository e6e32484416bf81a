package org.hopwarden.cli.internal;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.stream.Collectors;

import org.hopwarden.cli.ExitCode;
import org.hopwarden.lab.ExampleTopologies;
import org.hopwarden.lab.Topology;
import org.hopwarden.lab.TopologyException;

/** Finds the topology that {@code FILE} on the command line means: a file, or one of the examples by its name. */
final class Labs {

    private Labs() {
    }

    static Topology open(String file) {
        Path path;
        try {
            path = Path.of(file);
        } catch (InvalidPathException e) {
            throw CommandFailure.badInput("'" + file + "' is no file name: " + e.getReason(), examples());
        }
        boolean there = Files.exists(path);
        if (!there) {
            var example = ExampleTopologies.find(file);
            if (example.isPresent()) {
                return example.get().topology();
            }
        }
        try {
            return Topology.read(path);
        } catch (TopologyException e) {
            throw new CommandFailure(ExitCode.BAD_INPUT, e.getMessage(), there ? "" : examples());
        }
    }

    private static String examples() {
        return "The examples are named " + ExampleTopologies.all().stream().map(ExampleTopologies.Example::id)
                .collect(Collectors.joining(", ")) + ".";
    }
}
