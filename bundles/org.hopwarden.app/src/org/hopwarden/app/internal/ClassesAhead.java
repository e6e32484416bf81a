package org.hopwarden.app.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.wiring.BundleWiring;

/**
 * Loads the classes that perspectives, tabs and dialogs will need, while the user looks at the first tab. Without it the first
 * use of each waits on the window's thread, most of the time for classes: those of our own user interface, and those of the
 * platform that they name. Classes are loaded and linked but not initialised, so nothing of theirs runs here.
 */
final class ClassesAhead {

    /** The name of the thread, which ends when all is loaded. */
    static final String THREAD = "load classes ahead";

    private static final System.Logger LOG = System.getLogger(ClassesAhead.class.getName());
    private static final String OURS = "org.hopwarden.";
    private static final String WINDOW = "org.hopwarden.ui";
    private static final String LIBRARIES = "org.eclipse.";
    private static final long TURN_NANOS = 4_000_000;
    private static final long MOST_REST_MILLIS = 20;

    private final Set<String> seen = new HashSet<>();
    private long turnBegan = System.nanoTime();

    private ClassesAhead() {
    }

    /** Begins, and returns at once. What cannot be loaded is left for when it is needed, which then tells why. */
    static void start(BundleContext context) {
        Bundle[] bundles = context.getBundles();
        Thread thread = Thread.ofPlatform().daemon().name(THREAD).priority(Thread.MIN_PRIORITY).unstarted(() -> {
            try {
                new ClassesAhead().load(bundles);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (IllegalStateException | UncheckedIOException e) {
                // A bundle is being stopped: the program ends.
                LOG.log(System.Logger.Level.DEBUG, "Not all classes were loaded ahead.", e);
            }
        });
        thread.start();
    }

    private void load(Bundle[] bundles) throws InterruptedException {
        for (Bundle bundle : bundles) {
            String name = bundle.getSymbolicName();
            BundleWiring wiring = bundle.adapt(BundleWiring.class);
            boolean window = name != null && (name.equals(WINDOW) || name.startsWith(WINDOW + "."))
                    && !name.endsWith(".tests");
            if (window && wiring != null && wiring.getClassLoader() != null) {
                load(wiring);
            }
        }
    }

    private void load(BundleWiring wiring) throws InterruptedException {
        ClassLoader loader = wiring.getClassLoader();
        Collection<String> files = wiring.listResources("/", "*.class",
                BundleWiring.LISTRESOURCES_RECURSE | BundleWiring.LISTRESOURCES_LOCAL);
        for (String file : files) {
            link(file.substring(0, file.length() - ".class".length()).replace('/', '.'), loader);
            for (String named : namesIn(file, loader)) {
                link(named, loader);
            }
        }
    }

    /** The classes of ours and of the platform that a class names. */
    private static List<String> namesIn(String file, ClassLoader loader) {
        List<String> names = new ArrayList<>();
        try (InputStream content = loader.getResourceAsStream(file)) {
            if (content != null) {
                for (PoolEntry entry : ClassFile.of().parse(content.readAllBytes()).constantPool()) {
                    if (entry instanceof ClassEntry named) {
                        String name = named.asInternalName().replace('/', '.');
                        if (name.startsWith(OURS) || name.startsWith(LIBRARIES)) {
                            names.add(name);
                        }
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (IllegalArgumentException e) {
            LOG.log(System.Logger.Level.DEBUG, file + " is no class file.", e);
        }
        return names;
    }

    private void link(String name, ClassLoader loader) throws InterruptedException {
        if (seen.add(name)) {
            try {
                // Asking for its methods links a class, which checks its code and loads what that needs.
                Class.forName(name, false, loader).getDeclaredMethods();
            } catch (ClassNotFoundException | LinkageError e) {
                LOG.log(System.Logger.Level.DEBUG, name + " was not loaded ahead.", e);
            }
            rest();
        }
    }

    /** As long as it worked, so that there is a processor for the window's thread. */
    private void rest() throws InterruptedException {
        long worked = System.nanoTime() - turnBegan;
        if (worked > TURN_NANOS) {
            Thread.sleep(Math.min(MOST_REST_MILLIS, worked / 1_000_000));
            turnBegan = System.nanoTime();
        }
    }
}
