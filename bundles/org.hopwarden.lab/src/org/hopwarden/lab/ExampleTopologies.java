package org.hopwarden.lab;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The topologies that come with the program. */
public final class ExampleTopologies {

    /** The one that is shown when nobody chose. */
    public static final String DEFAULT_ID = "forum";

    private static final List<String> IDS = List.of("forum", "campus", "edge", "diamonds", "limits", "provider", "narrow", "home");

    private ExampleTopologies() {
    }

    /**
     * An example.
     *
     * @param id for the command line: lower case letters
     * @param text the file, to be copied as a start for one's own
     */
    public record Example(String id, Topology topology, String text) {

        public String title() {
            return topology.name();
        }
    }

    /** All examples, the default one first. */
    public static List<Example> all() {
        return Holder.EXAMPLES;
    }

    public static Optional<Example> find(String id) {
        return all().stream().filter(example -> example.id().equals(id)).findFirst();
    }

    /** The one that is shown when nobody chose. */
    public static Example defaultExample() {
        return find(DEFAULT_ID).orElseThrow();
    }

    private static final class Holder {
        private static final List<Example> EXAMPLES = IDS.stream().map(Holder::load).toList();

        private static Example load(String id) {
            String file = "examples/" + id + ".toml";
            try (InputStream in = ExampleTopologies.class.getResourceAsStream(file)) {
                if (in == null) {
                    throw new IllegalStateException("the bundle lacks its example " + file);
                }
                String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                return new Example(id, Topology.parse(text, file), text);
            } catch (IOException e) {
                throw new UncheckedIOException("the example " + file + " cannot be read", e);
            } catch (TopologyException e) {
                throw new IllegalStateException("the example " + file + " is not right: " + e.getMessage(), e);
            }
        }
    }
}
