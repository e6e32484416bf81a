package org.hopwarden.net;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.jar.JarFile;

/**
 * The jars of plug-ins that a user dropped in: those of the folder {@code hopwarden/plugins} in the user's data folder
 * ({@code XDG_DATA_HOME} of the XDG Base Directory Specification 0.8, by default {@code ~/.local/share}), and of the folder that
 * the variable {@code HOPWARDEN_PLUGINS} names.
 */
public final class PluginJars {

    /** The variable that names one more folder. */
    public static final String VARIABLE = "HOPWARDEN_PLUGINS";

    private static final System.Logger LOG = System.getLogger(PluginJars.class.getName());

    private static final List<Loader> LOADERS = new CopyOnWriteArrayList<>();

    private PluginJars() {
    }

    /** The jars for this process, by folder and name. A folder that is not there has none. */
    public static List<Path> find() {
        return find(System.getenv(), Path.of(System.getProperty("user.home")));
    }

    /**
     * The jars for an environment.
     *
     * @param home the user's home folder
     */
    public static List<Path> find(Map<String, String> environment, Path home) {
        String data = environment.getOrDefault("XDG_DATA_HOME", "");
        Path usual = (data.startsWith("/") ? Path.of(data) : home.resolve(".local/share")).resolve("hopwarden/plugins");
        List<Path> jars = new ArrayList<>();
        if (Files.isDirectory(usual)) {
            addJars(usual, jars);
        }
        String named = environment.getOrDefault(VARIABLE, "");
        if (!named.isEmpty()) {
            try {
                addJars(Path.of(named), jars);
            } catch (InvalidPathException e) {
                LOG.log(System.Logger.Level.WARNING, VARIABLE + " is no path: " + e.getMessage());
            }
        }
        return jars;
    }

    private static void addJars(Path folder, List<Path> jars) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.jar")) {
            List<Path> found = new ArrayList<>();
            files.forEach(file -> found.add(file.toAbsolutePath().normalize()));
            found.sort(null);
            found.removeAll(jars);
            jars.addAll(found);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "The folder of plug-ins " + folder + " cannot be read: " + e);
        }
    }

    /**
     * Adds jars to {@link Plugins} on a flat class path, each with a class loader of its own, so that plug-ins do not see each
     * other. A file that is no jar is logged and left out.
     */
    public static void add(List<Path> jars) {
        for (Path jar : jars) {
            try (JarFile file = new JarFile(jar.toFile())) {
                file.getManifest();
                Loader loader = new Loader(jar);
                LOADERS.add(loader);
                Plugins.add(jar.getFileName().toString(), loader);
            } catch (IOException e) {
                LOG.log(System.Logger.Level.WARNING, "Plug-in " + jar + " is left out, the rest go on: " + e.getMessage());
            }
        }
    }

    /** Takes back all that {@link #add} added, and closes the jars. */
    static void forget() throws IOException {
        for (Loader loader : LOADERS) {
            Plugins.remove(loader);
            loader.close();
        }
        LOADERS.clear();
    }

    /** Gives the services of its own jar alone: those of the class path are found without it. */
    private static final class Loader extends URLClassLoader {

        Loader(Path jar) throws IOException {
            super(jar.getFileName().toString(), new URL[] { jar.toUri().toURL() }, Plugins.class.getClassLoader());
        }

        @Override
        public Enumeration<URL> getResources(String name) throws IOException {
            return name.startsWith("META-INF/services/org.hopwarden.") ? findResources(name) : super.getResources(name);
        }
    }
}
