package org.hopwarden.cli.internal;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
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
            throw new CommandFailure(ExitCode.BAD_INPUT, e.getMessage(), there ? "" : nearest(file) + examples());
        }
    }

    /** The example that was probably meant; empty where none is near. */
    private static String nearest(String name) {
        String wanted = name.toLowerCase(Locale.ROOT).replaceFirst("\\.toml$", "");
        return ExampleTopologies.all().stream().map(ExampleTopologies.Example::id)
                .min(Comparator.comparingInt(id -> Spelling.distance(id, wanted)))
                .filter(id -> Spelling.distance(id, wanted) <= Math.max(1, id.length() / 3))
                .map(id -> "Did you mean the example " + id + "? ").orElse("");
    }

    private static String examples() {
        return "The examples are named " + ExampleTopologies.all().stream().map(ExampleTopologies.Example::id)
                .collect(Collectors.joining(", ")) + ".";
    }
}
