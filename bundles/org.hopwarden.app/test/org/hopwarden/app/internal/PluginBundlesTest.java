package org.hopwarden.app.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.hopwarden.net.Plugins;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;
import org.osgi.framework.wiring.BundleWiring;

/** Plug-ins in a framework of our own: those dropped in come, the faulty do not, and what is taken away is gone. */
class PluginBundlesTest {

    /** The class of a plug-in; it is copied into jars. */
    public static final class Answer implements Supplier<String> {
        @Override
        public String get() {
            return "answer";
        }
    }

    @TempDir
    private Path folder;

    private Path jar(String name, String headers, boolean withClass) throws IOException {
        Path jar = folder.resolve(name);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.putNextEntry(new ZipEntry("META-INF/MANIFEST.MF"));
            zip.write(("Manifest-Version: 1.0\n" + headers).getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("META-INF/services/" + Supplier.class.getName()));
            zip.write(Answer.class.getName().getBytes(StandardCharsets.UTF_8));
            if (withClass) {
                String file = Answer.class.getName().replace('.', '/') + ".class";
                zip.putNextEntry(new ZipEntry(file));
                try (InputStream own = Answer.class.getClassLoader().getResourceAsStream(file)) {
                    own.transferTo(zip);
                }
            }
        }
        return jar;
    }

    @Test
    void droppedJarsComeAndGo() throws Exception {
        Path fine = jar("fine.jar", "Bundle-ManifestVersion: 2\nBundle-SymbolicName: org.example.fine\n", true);
        List<Path> jars = new ArrayList<>(List.of(
                jar("hollow.jar", "Bundle-ManifestVersion: 2\nBundle-SymbolicName: org.example.hollow\n", false),
                jar("plain.jar", "", true),
                jar("unresolved.jar", "Bundle-ManifestVersion: 2\nBundle-SymbolicName: org.example.unresolved\n"
                        + "Require-Bundle: org.example.nowhere\n", true),
                Files.writeString(folder.resolve("none.jar"), "this is no jar"), fine));
        Framework framework = ServiceLoader.load(FrameworkFactory.class).findFirst().orElseThrow()
                .newFramework(Map.of(Constants.FRAMEWORK_STORAGE, folder.resolve("storage").toString()));
        framework.start();
        try {
            PluginBundles.start(framework.getBundleContext(), jars);
            assertEquals(List.of("org.example.fine"), answers(framework));
            jars.remove(fine);
            PluginBundles.start(framework.getBundleContext(), jars);
            assertEquals(List.of(), answers(framework));
        } finally {
            for (Bundle bundle : framework.getBundleContext().getBundles()) {
                BundleWiring wiring = bundle.adapt(BundleWiring.class);
                if (wiring != null) {
                    Plugins.remove(wiring.getClassLoader());
                }
            }
            framework.stop();
            framework.waitForStop(10_000);
        }
    }

    /** The names of the bundles whose answers are found. */
    private static List<String> answers(Framework framework) {
        return Plugins.load(Supplier.class, supplier -> (String) supplier.get()).stream()
                .map(answer -> org.osgi.framework.FrameworkUtil.getBundle(answer.getClass()).getSymbolicName()).toList();
    }
}
