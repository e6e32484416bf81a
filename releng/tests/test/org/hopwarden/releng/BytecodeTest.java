package org.hopwarden.releng;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.MethodModel;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

/**
 * Every class of ours in the product passes the JVM's verification. The Eclipse compiler, which Tycho uses, has been seen to
 * write a conditional expression in an argument list such that the class cannot be loaded.
 */
class BytecodeTest {

    @Test
    void everyClassOfTheProductCanBeLoaded() throws IOException {
        List<Path> jars = jars();
        List<String> faults = new ArrayList<>();
        int classes = 0;
        try (URLClassLoader all = new URLClassLoader(jars.stream().map(BytecodeTest::url).toArray(URL[]::new))) {
            ClassFile verifier = verifier(all);
            for (Path jar : jars) {
                if (jar.getFileName().toString().startsWith("org.hopwarden.")) {
                    classes += verify(jar, verifier, faults);
                }
            }
        }
        assertTrue(classes > 100, "only " + classes + " classes found");
        assertEquals("", String.join("\n", faults));
    }

    @Test
    void aDamagedClassIsFound() throws IOException {
        byte[] bytes;
        try (InputStream content = BytecodeTest.class.getResourceAsStream("Spdx.class")) {
            bytes = content.readAllBytes();
        }
        ClassFile verifier = verifier(BytecodeTest.class.getClassLoader());
        assertEquals(List.of(), verifier.verify(bytes));
        // A method that returns a number where its type says a reference.
        byte[] damaged = verifier.transformClass(verifier.parse(bytes), (builder, element) -> {
            if (element instanceof MethodModel method
                    && method.methodName().equalsString("licences")) {
                builder.withMethodBody(method.methodName(), method.methodType(), method.flags().flagsMask(),
                        code -> code.iconst_0().areturn());
            } else {
                builder.with(element);
            }
        });
        assertFalse(verifier.verify(damaged).isEmpty());
    }

    private static ClassFile verifier(ClassLoader loader) {
        return ClassFile.of(ClassHierarchyResolverOption.of(ClassHierarchyResolver.defaultResolver()
                .orElse(ClassHierarchyResolver.ofResourceParsing(loader))));
    }

    private static int verify(Path jar, ClassFile verifier, List<String> faults) throws IOException {
        int classes = 0;
        try (JarFile file = new JarFile(jar.toFile())) {
            for (JarEntry entry : file.stream().filter(each -> each.getName().endsWith(".class")).toList()) {
                classes++;
                try (InputStream content = file.getInputStream(entry)) {
                    verifier.verify(content.readAllBytes())
                            .forEach(error -> faults.add(entry.getName() + ": " + error.getMessage()));
                }
            }
        }
        return classes;
    }

    private static List<Path> jars() throws IOException {
        try (var files = Files.list(Checkout.product().resolve("plugins"))) {
            return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        }
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }
}
