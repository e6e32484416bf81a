package org.hopwarden.releng.emf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.eclipse.emf.codegen.ecore.generator.Generator;
import org.eclipse.emf.codegen.ecore.genmodel.GenModel;
import org.eclipse.emf.codegen.ecore.genmodel.GenModelPackage;
import org.eclipse.emf.codegen.ecore.genmodel.generator.GenBaseGeneratorAdapter;
import org.eclipse.emf.codegen.ecore.genmodel.generator.GenModelGeneratorAdapterFactory;
import org.eclipse.emf.common.util.BasicMonitor;
import org.eclipse.emf.common.util.Diagnostic;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.plugin.EcorePlugin;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.eclipse.emf.ecore.resource.impl.ResourceSetImpl;
import org.eclipse.emf.ecore.xmi.impl.EcoreResourceFactoryImpl;
import org.eclipse.emf.ecore.xmi.impl.XMIResourceFactoryImpl;

/**
 * Generates the Java code of the rule model and of its item providers, without a workbench. The result depends on the model
 * alone: code is always generated into an empty folder, so nothing of an earlier result is merged in.
 */
public final class ModelGenerator {

    static final String MODEL_BUNDLE = "org.hopwarden.rulemodel";
    static final String EDIT_BUNDLE = "org.hopwarden.rulemodel.edit";

    private static final String EDIT_SOURCES = EDIT_BUNDLE + "/src-gen/org/hopwarden/rulemodel/edit/";

    private final Path bundles;

    /** @param bundles the folder that holds the bundles */
    public ModelGenerator(Path bundles) {
        this.bundles = bundles.toAbsolutePath().normalize();
    }

    /** Regenerates in place. One argument: the folder that holds the bundles. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1 || !Files.isDirectory(Path.of(arguments[0], MODEL_BUNDLE))) {
            System.err.println("usage: ModelGenerator BUNDLES   (the folder that holds " + MODEL_BUNDLE + ")");
            System.exit(2);
        }
        new ModelGenerator(Path.of(arguments[0])).replace();
    }

    /** Replaces the generated files of the bundles by new ones. */
    public void replace() throws IOException {
        Map<String, String> files = generate();
        deleteTree(bundles.resolve(MODEL_BUNDLE).resolve("src-gen"));
        deleteTree(bundles.resolve(EDIT_BUNDLE).resolve("src-gen"));
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path target = bundles.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Files.writeString(target, file.getValue());
        }
    }

    /** What stands in the bundles now: path below the bundles' folder to content. */
    public Map<String, String> committed() throws IOException {
        return generatedFiles(bundles);
    }

    /**
     * Generates into a scratch folder.
     *
     * @return path below the bundles' folder to content
     * @throws IllegalStateException if the generator reports a problem
     */
    public Map<String, String> generate() throws IOException {
        Path scratch = Files.createTempDirectory("emf-gen");
        try {
            generateInto(scratch);
            return generatedFiles(scratch);
        } finally {
            deleteTree(scratch);
        }
    }

    private void generateInto(Path scratch) throws IOException {
        GenModelPackage.eINSTANCE.eClass();
        for (String bundle : List.of(MODEL_BUNDLE, EDIT_BUNDLE)) {
            Path project = Files.createDirectories(scratch.resolve(bundle));
            EcorePlugin.getPlatformResourceMap().put(bundle, URI.createFileURI(project + "/"));
        }
        ResourceSet resources = new ResourceSetImpl();
        resources.getResourceFactoryRegistry().getExtensionToFactoryMap().put("ecore", new EcoreResourceFactoryImpl());
        resources.getResourceFactoryRegistry().getExtensionToFactoryMap().put("*", new XMIResourceFactoryImpl());
        resources.getURIConverter().getURIMap().putAll(EcorePlugin.computePlatformURIMap(true));
        Path file = bundles.resolve(MODEL_BUNDLE).resolve("model/rulemodel.genmodel");
        GenModel model = (GenModel) resources.getResource(URI.createFileURI(file.toString()), true).getContents().get(0);
        model.reconcile();
        model.setCanGenerate(true);
        model.setValidateModel(true);
        Generator generator = new Generator();
        generator.getAdapterFactoryDescriptorRegistry().addDescriptor(GenModelPackage.eNS_URI,
                GenModelGeneratorAdapterFactory.DESCRIPTOR);
        generator.setInput(model);
        for (String project : List.of(GenBaseGeneratorAdapter.MODEL_PROJECT_TYPE,
                GenBaseGeneratorAdapter.EDIT_PROJECT_TYPE)) {
            Diagnostic result = generator.generate(model, project, new BasicMonitor());
            if (result.getSeverity() >= Diagnostic.ERROR) {
                throw new IllegalStateException("generating " + project + ": " + result);
            }
        }
    }

    /** The generator also writes build files and icons, which the bundles keep by hand. */
    private static Map<String, String> generatedFiles(Path root) throws IOException {
        Map<String, String> files = new TreeMap<>();
        for (String bundle : List.of(MODEL_BUNDLE, EDIT_BUNDLE)) {
            Path sources = root.resolve(bundle).resolve("src-gen");
            if (Files.isDirectory(sources)) {
                try (Stream<Path> all = Files.walk(sources)) {
                    all.filter(Files::isRegularFile).forEach(f -> files.put(slashed(root.relativize(f)), tidy(f)));
                }
            }
        }
        // The generated plug-in class wants the Eclipse runtime; a small one by hand does not, and finds its texts beside it.
        files.remove(EDIT_SOURCES + "RulemodelEditPlugin.java");
        Path texts = root.resolve(EDIT_BUNDLE).resolve("plugin.properties");
        if (Files.exists(texts)) {
            files.put(EDIT_SOURCES + "plugin.properties", tidy(texts).replaceAll("(?m)^(plugin|provider)Name = .*\n", ""));
        }
        return files;
    }

    private static String slashed(Path path) {
        return path.toString().replace('\\', '/');
    }

    /** Line ends and trailing blanks as in the rest of the project. */
    private static String tidy(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8).replace("\r\n", "\n").replaceAll("[ \t]+\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void deleteTree(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        List<Path> paths;
        try (Stream<Path> all = Files.walk(root)) {
            paths = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : paths) {
            Files.delete(path);
        }
    }
}
