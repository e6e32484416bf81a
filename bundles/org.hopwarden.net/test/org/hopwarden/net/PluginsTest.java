package org.hopwarden.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginsTest {

    /** A service that nothing built in implements. */
    public interface Greeting extends Supplier<String> {
    }

    public static final class Sound implements Greeting {
        @Override
        public String get() {
            return "sound";
        }
    }

    public static final class Second implements Greeting {
        @Override
        public String get() {
            return "sound";
        }
    }

    public static final class BadId implements Greeting {
        @Override
        public String get() {
            return "Not an ID";
        }
    }

    public static final class Thrower implements Greeting {
        public Thrower() {
            throw new IllegalStateException("does not want to");
        }

        @Override
        public String get() {
            return "thrower";
        }
    }

    public static final class ErrorThrower implements Greeting {
        public ErrorThrower() {
            throw new AssertionError("worse");
        }

        @Override
        public String get() {
            return "error-thrower";
        }
    }

    private final List<String> logged = new ArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            logged.add(entry.getMessage());
        }

        @Override
        public void flush() {
        }

        @Override
        public void close() {
        }
    };
    private final Logger logger = Logger.getLogger(Plugins.class.getName());
    private final List<ClassLoader> added = new ArrayList<>();

    @TempDir
    private Path folder;

    @BeforeEach
    void listen() {
        logger.addHandler(handler);
    }

    @AfterEach
    void clean() throws IOException {
        logger.removeHandler(handler);
        for (ClassLoader loader : added) {
            Plugins.remove(loader);
            ((URLClassLoader) loader).close();
        }
    }

    /** Adds a plug-in whose services are these lines. */
    private void add(String name, String... lines) throws IOException {
        Path services = Files.createDirectories(folder.resolve(name).resolve("META-INF/services"));
        Files.write(services.resolve(Greeting.class.getName()), List.of(lines));
        ClassLoader loader = new URLClassLoader(new URL[] { folder.resolve(name).toUri().toURL() }, PluginsTest.class.getClassLoader());
        added.add(loader);
        Plugins.add(name, loader);
    }

    private static List<String> classes() {
        return Plugins.load(Greeting.class, Greeting::get).stream().map(greeting -> greeting.getClass().getSimpleName()).toList();
    }

    @Test
    void whatIsFaultyIsLoggedWithThePlugInsNameAndTheRestGoOn() throws IOException {
        Files.createDirectories(folder.resolve("broken/org/example"));
        Files.writeString(folder.resolve("broken/org/example/NoClass.class"), "this is no class");
        add("broken", Thrower.class.getName(), "org.example.Missing", ErrorThrower.class.getName(), "org.example.NoClass", PluginsTest.class.getName(),
                BadId.class.getName());
        add("garbled", "this is no class name");
        add("fine", Sound.class.getName());
        add("late", Second.class.getName());
        assertEquals(List.of("Sound"), classes());
        for (String said : List.of("does not want to", "org.example.Missing", "worse", "NoClass", PluginsTest.class.getName(), "Not an ID")) {
            assertTrue(logged.stream().anyMatch(line -> line.startsWith("Plug-in broken: a Greeting is left out") && line.contains(said)),
                    () -> said + " in " + logged);
        }
        assertTrue(logged.stream().anyMatch(line -> line.startsWith("Plug-in garbled")), logged::toString);
        assertTrue(logged.stream().anyMatch(line -> line.startsWith("Plug-in late") && line.contains("taken")), logged::toString);
    }

    @Test
    void aPlugInComesAndGoes() throws IOException {
        assertEquals(List.of(), classes());
        add("fine", Sound.class.getName());
        assertEquals(List.of("Sound"), classes());
        assertSame(Plugins.load(Greeting.class, Greeting::get), Plugins.load(Greeting.class, Greeting::get), "made once");
        Plugins.remove(added.getFirst());
        assertEquals(List.of(), classes());
    }

    @Test
    void jarsAreFoundInBothFolders() throws IOException {
        Path usual = Files.createDirectories(folder.resolve("data/hopwarden/plugins"));
        Path named = Files.createDirectories(folder.resolve("named"));
        Files.writeString(usual.resolve("b.jar"), "");
        Files.writeString(usual.resolve("a.jar"), "");
        Files.writeString(usual.resolve("notes.txt"), "");
        Files.writeString(named.resolve("c.jar"), "");
        assertEquals(List.of(usual.resolve("a.jar"), usual.resolve("b.jar"), named.resolve("c.jar")), PluginJars.find(
                Map.of("XDG_DATA_HOME", folder.resolve("data").toString(), "HOPWARDEN_PLUGINS", named.toString()), folder));
        assertEquals(List.of(usual.resolve("a.jar"), usual.resolve("b.jar")), PluginJars.find(
                Map.of("XDG_DATA_HOME", folder.resolve("data").toString(), "HOPWARDEN_PLUGINS", usual.toString()), folder));
        assertEquals(List.of(), PluginJars.find(Map.of("HOPWARDEN_PLUGINS", folder.resolve("nowhere").toString()), folder));
        Path home = Files.createDirectories(folder.resolve(".local/share/hopwarden/plugins"));
        Files.writeString(home.resolve("d.jar"), "");
        assertEquals(List.of(home.resolve("d.jar")), PluginJars.find(Map.of("XDG_DATA_HOME", "not/absolute"), folder));
    }

    @Test
    void aJarGivesItsOwnServicesAndOneThatIsNoneIsLeftOut() throws IOException {
        Path jar = folder.resolve("plug-in.jar");
        try (var zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.putNextEntry(new ZipEntry("META-INF/services/" + Greeting.class.getName()));
            zip.write(Sound.class.getName().getBytes(StandardCharsets.UTF_8));
        }
        Path none = folder.resolve("none.jar");
        Files.writeString(none, "this is no jar");
        PluginJars.add(List.of(none, jar));
        assertEquals(List.of("Sound"), classes());
        PluginJars.forget();
        assertEquals(List.of(), classes());
    }
}
