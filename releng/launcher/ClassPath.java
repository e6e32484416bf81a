import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassFile.ConstantPoolSharingOption;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes the flat class path of the command line: the bundles that one bundle needs, found through the manifests of the
 * product's plug-ins, as lines relative to the output folder.
 *
 * <p>The JVM keeps no class in its cache that comes from a signed jar or is of a file version before 50. So signed jars are
 * copied without their signatures, and classes of old versions (picocli is made for Java 5) are written anew in a later one.
 *
 * <p>Use: {@code java ClassPath.java PLUGINS OUTPUT BUNDLE}. Run at build time, with nothing but the JDK.
 */
public final class ClassPath {

    /** Java 6: the first version with stack maps. */
    private static final int FIRST_CACHED_VERSION = 50;

    private record Bundle(String name, Path jar, List<String> requires, List<String> imports, Set<String> exports) {
    }

    /** One element of a manifest header: its name and whether it may be absent. */
    private record Clause(String name, boolean optional) {
    }

    private ClassPath() {
    }

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 3) {
            System.err.println("Use: java ClassPath.java PLUGINS OUTPUT BUNDLE");
            System.exit(2);
        }
        Path output = Path.of(arguments[1]).toAbsolutePath();
        Map<String, Bundle> bundles = readBundles(Path.of(arguments[0]).toAbsolutePath());
        Set<Bundle> needed = closure(bundles, arguments[2]);
        emptyFolder(output);
        List<String> lines = new ArrayList<>();
        for (Bundle bundle : needed) {
            Path jar = bundle.jar();
            if (isSigned(jar) || hasOldClass(jar)) {
                jar = copyForCache(jar, output.resolve(jar.getFileName()));
            }
            lines.add(output.relativize(jar).toString());
        }
        Files.write(output.resolve("classpath"), lines);
        System.out.println("Class path of " + arguments[2] + ": " + lines.size() + " bundles");
    }

    private static Map<String, Bundle> readBundles(Path plugins) throws IOException {
        Map<String, Bundle> bundles = new TreeMap<>();
        try (var jars = Files.newDirectoryStream(plugins, "*.jar")) {
            for (Path jar : jars) {
                try (JarFile file = new JarFile(jar.toFile(), false)) {
                    Manifest manifest = file.getManifest();
                    if (manifest == null || manifest.getMainAttributes().getValue("Bundle-SymbolicName") == null) {
                        continue;
                    }
                    Bundle bundle = bundle(jar, manifest.getMainAttributes());
                    bundles.put(bundle.name(), bundle);
                }
            }
        }
        return bundles;
    }

    private static Bundle bundle(Path jar, Attributes headers) {
        Set<String> exports = new LinkedHashSet<>();
        clauses(headers.getValue("Export-Package")).forEach(clause -> exports.add(clause.name()));
        return new Bundle(clauses(headers.getValue("Bundle-SymbolicName")).getFirst().name(), jar,
                mandatory(headers.getValue("Require-Bundle")), mandatory(headers.getValue("Import-Package")), exports);
    }

    private static List<String> mandatory(String header) {
        return clauses(header).stream().filter(clause -> !clause.optional()).map(Clause::name).toList();
    }

    /** Splits a header at the commas outside quotes; each clause may begin with several names. */
    private static List<Clause> clauses(String header) {
        List<Clause> clauses = new ArrayList<>();
        if (header == null) {
            return clauses;
        }
        for (String text : splitOutsideQuotes(header, ',')) {
            List<String> parts = splitOutsideQuotes(text, ';');
            boolean optional = parts.stream().anyMatch(part -> part.replace(" ", "").replace("\"", "")
                    .equals("resolution:=optional"));
            for (String part : parts) {
                if (part.contains("=")) {
                    break;
                }
                clauses.add(new Clause(part.strip(), optional));
            }
        }
        return clauses;
    }

    private static List<String> splitOutsideQuotes(String text, char separator) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        boolean quoted = false;
        for (char c : text.toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            }
            if (c == separator && !quoted) {
                parts.add(part.toString());
                part.setLength(0);
            } else {
                part.append(c);
            }
        }
        parts.add(part.toString());
        return parts;
    }

    private static Set<Bundle> closure(Map<String, Bundle> bundles, String root) {
        Map<String, Bundle> exporters = new LinkedHashMap<>();
        bundles.values().forEach(bundle -> bundle.exports().forEach(name -> exporters.putIfAbsent(name, bundle)));
        Set<Bundle> needed = new LinkedHashSet<>();
        Deque<Bundle> open = new ArrayDeque<>();
        open.add(require(bundles, root, "the command line"));
        while (!open.isEmpty()) {
            Bundle bundle = open.remove();
            if (!needed.add(bundle)) {
                continue;
            }
            for (String name : bundle.requires()) {
                open.add(require(bundles, name, bundle.name()));
            }
            for (String name : bundle.imports()) {
                // A package that no bundle exports is the JDK's, or the product would not have resolved.
                Bundle exporter = exporters.get(name);
                if (exporter != null && !bundle.exports().contains(name)) {
                    open.add(exporter);
                }
            }
            // Its service provider is required by nothing, and without one it complains on standard error.
            if (bundle.name().equals("slf4j.api") && bundles.containsKey("slf4j.jdk14")) {
                open.add(bundles.get("slf4j.jdk14"));
            }
        }
        return needed;
    }

    private static Bundle require(Map<String, Bundle> bundles, String name, String requiredBy) {
        Bundle bundle = bundles.get(name);
        if (bundle == null) {
            throw new IllegalStateException("The product has no bundle " + name + ", which " + requiredBy + " requires");
        }
        return bundle;
    }

    private static boolean isSigned(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile(), false)) {
            return file.stream().anyMatch(entry -> isSignature(entry.getName()));
        }
    }

    private static boolean isSignature(String entry) {
        String name = entry.toUpperCase(Locale.ROOT);
        return name.startsWith("META-INF/") && name.indexOf('/', 9) < 0
                && (name.endsWith(".SF") || name.endsWith(".RSA") || name.endsWith(".DSA") || name.endsWith(".EC"));
    }

    private static boolean hasOldClass(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile(), false)) {
            for (JarEntry entry : file.stream().filter(each -> each.getName().endsWith(".class")).toList()) {
                try (InputStream content = file.getInputStream(entry)) {
                    if (isOld(content.readNBytes(8))) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** Whether a class file, of which the first eight bytes are given, is of a version that the JVM's cache leaves out. */
    private static boolean isOld(byte[] head) {
        return ((head[6] & 0xff) << 8 | head[7] & 0xff) < FIRST_CACHED_VERSION;
    }

    /** Writes a class in the version of Java 8, with the stack maps that this version wants. */
    private static byte[] renew(String name, byte[] bytes, ClassLoader jar) {
        ClassFile files = ClassFile.of(ConstantPoolSharingOption.NEW_POOL, ClassHierarchyResolverOption.of(
                ClassHierarchyResolver.defaultResolver().orElse(ClassHierarchyResolver.ofResourceParsing(jar))));
        ClassTransform newVersion = (builder, element) -> {
            if (element instanceof ClassFileVersion) {
                builder.withVersion(ClassFile.JAVA_8_VERSION, 0);
            } else {
                builder.with(element);
            }
        };
        byte[] renewed = files.transformClass(files.parse(bytes),
                ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL).andThen(newVersion));
        if (!files.verify(renewed).isEmpty()) {
            throw new IllegalStateException(name + " cannot be written anew: " + files.verify(renewed));
        }
        return renewed;
    }

    private static Path copyForCache(Path from, Path to) throws IOException {
        try (JarFile file = new JarFile(from.toFile(), false);
                URLClassLoader loader = new URLClassLoader(new URL[] { from.toUri().toURL() });
                OutputStream stream = Files.newOutputStream(to);
                ZipOutputStream zip = new ZipOutputStream(stream)) {
            Manifest manifest = new Manifest(file.getManifest());
            manifest.getEntries().clear();
            putEntry(zip, JarFile.MANIFEST_NAME, file.getEntry(JarFile.MANIFEST_NAME));
            manifest.write(zip);
            zip.closeEntry();
            for (JarEntry entry : file.stream().toList()) {
                String name = entry.getName();
                if (entry.isDirectory() || name.equals(JarFile.MANIFEST_NAME) || isSignature(name)) {
                    continue;
                }
                byte[] content = read(file, entry);
                putEntry(zip, name, entry);
                zip.write(name.endsWith(".class") && isOld(content) ? renew(name, content, loader) : content);
                zip.closeEntry();
            }
        }
        Files.setLastModifiedTime(to, Files.getLastModifiedTime(from));
        return to;
    }

    private static byte[] read(JarFile file, JarEntry entry) throws IOException {
        try (InputStream content = file.getInputStream(entry)) {
            return content.readAllBytes();
        }
    }

    private static void putEntry(ZipOutputStream zip, String name, ZipEntry original) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(original.getTime());
        zip.putNextEntry(entry);
    }

    private static void emptyFolder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (var files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        Files.createDirectories(folder);
    }
}
