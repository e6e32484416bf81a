package org.hopwarden.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.hopwarden.net.Plugins;
import org.hopwarden.ui.Themes;
import org.hopwarden.ui.rules.PolicyTabs;
import org.hopwarden.ui.tests.plugin.Telegraph;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.wiring.BundleWiring;

/** A jar with an importer, an exporter, a back end and a report section, made here, is installed: the window has all of them. */
class PluginWindowTest {

    private static final Map<String, Class<?>> SERVICES = Map.of(
            "org.hopwarden.interchange.PolicyImporter", Telegraph.Importer.class,
            "org.hopwarden.interchange.PolicyExporter", Telegraph.Exporter.class,
            "org.hopwarden.enforce.EnforcementBackEnd", Telegraph.BackEnd.class,
            "org.hopwarden.report.ReportSection", Telegraph.Section.class);
    private static final String VIEW = "org.hopwarden.ui.rules.enforcement";

    private final TraceWindow window = new TraceWindow(PlatformUI.getWorkbench().getWorkbenchWindows()[0]);

    @TempDir
    private Path folder;
    private Bundle plugin;

    @BeforeEach
    void dropIn() throws IOException, BundleException {
        window.shell().setBounds(0, 0, 1280, 800);
        Wait.until("a first tab", () -> window.page().getEditorReferences().length > 0);
        hideEnforcement();
        try (InputStream jar = Files.newInputStream(jar())) {
            plugin = FrameworkUtil.getBundle(PluginWindowTest.class).getBundleContext().installBundle("test:telegraph", jar);
        }
        plugin.start();
        Plugins.add("telegraph", plugin.adapt(BundleWiring.class).getClassLoader());
    }

    @AfterEach
    void takeOut() throws BundleException {
        Answers.none();
        hideEnforcement();
        window.closeAllButTraces();
        Plugins.remove(plugin.adapt(BundleWiring.class).getClassLoader());
        plugin.uninstall();
    }

    private Path jar() throws IOException {
        Path jar = folder.resolve("telegraph.jar");
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        Map.of("Bundle-ManifestVersion", "2", "Bundle-SymbolicName", "org.example.telegraph", "Bundle-Version", "1.0.0",
                "Require-Bundle", "org.hopwarden.interchange, org.hopwarden.enforce, org.hopwarden.engine, org.hopwarden.packetio,"
                        + " org.hopwarden.rulemodel, org.hopwarden.report")
                .forEach(manifest.getMainAttributes()::putValue);
        try (OutputStream file = Files.newOutputStream(jar); JarOutputStream out = new JarOutputStream(file, manifest)) {
            for (String name : List.of("", "$Importer", "$Exporter", "$BackEnd", "$Line", "$Section")) {
                String entry = Telegraph.class.getName().replace('.', '/') + name + ".class";
                out.putNextEntry(new JarEntry(entry));
                try (InputStream code = Telegraph.class.getClassLoader().getResourceAsStream(entry)) {
                    code.transferTo(out);
                }
            }
            for (Map.Entry<String, Class<?>> service : SERVICES.entrySet()) {
                out.putNextEntry(new JarEntry("META-INF/services/" + service.getKey()));
                out.write(service.getValue().getName().getBytes(StandardCharsets.UTF_8));
            }
        }
        return jar;
    }

    private void hideEnforcement() {
        window.page().hideView(window.page().findView(VIEW));
        Wait.settle();
    }

    @Test
    void aListIsReadAndWrittenInTheLanguageThatIsChosen() throws IOException {
        Path policy = folder.resolve("night.hwpolicy");
        Answers.give(Files.writeString(folder.resolve("night.tele"), "moon"), policy);
        window.command("org.hopwarden.ui.rules.import");
        Shell dialog = window.dialog("Import List");
        Table languages = Widgets.get(dialog, Table.class, "Languages");
        assertTrue(Widgets.column(languages, 0).containsAll(List.of("Cisco IOS access lists", "iptables-save")), () -> Widgets.column(languages, 0).toString());
        assertTrue(text(dialog).contains("IOS lets pass"), "what IOS lists never keep: " + text(dialog));
        Screenshots.take("language-import-light");
        Themes.setDark(true);
        Screenshots.take("language-import-dark");
        Themes.setDark(false);
        Widgets.select(languages, Widgets.column(languages, 0).indexOf("Telegrams"));
        assertTrue(text(dialog).contains("Poetry is not kept."), text(dialog));
        Widgets.click(Widgets.button(dialog, "Continue"));
        Wait.until("the imported policy", () -> Files.exists(policy)
                && Widgets.find(window.shell(), Table.class, "Import notes").isPresent());
        assertEquals(List.of("Poetry is not kept."), Widgets.column(Widgets.get(window.shell(), Table.class, "Import notes"), 2));

        Path list = folder.resolve("night.txt");
        Answers.give(list);
        window.command("org.hopwarden.ui.rules.export");
        Shell export = window.dialog("Export List");
        Table written = Widgets.get(export, Table.class, "Languages");
        Widgets.select(written, Widgets.column(written, 0).indexOf("Telegrams"));
        Widgets.click(Widgets.button(export, "Continue"));
        String told = Wait.untilMessage();
        assertTrue(told.contains("Rules are not written.") && told.contains(list.toString()), told);
        assertEquals("moon STOP\n", Files.readString(list));
    }

    @Test
    void aBackEndIsOfferedAndItsEnforcementReportedWithTheSection() throws IOException {
        Path policy = folder.resolve("gate.hwpolicy");
        PolicyTabs.create(window.page(), policy);
        Wait.until("the policy", () -> RuleGrid.find(window.shell()).isPresent());
        window.command("org.hopwarden.ui.rules.enforce");
        Widgets.choose(Widgets.get(window.shell(), Combo.class, "Enforce Back end"), "Telegraph line");
        Wait.until("the lines", () -> Widgets.get(window.shell(), Combo.class, "Enforce Line").getItemCount() == 2);
        Widgets.get(window.shell(), Combo.class, "Enforce Line").setText("west");
        Widgets.click(Widgets.get(window.shell(), Button.class, "Start enforcement"));
        Wait.until("its counters", () -> label("Totals").startsWith("seen 7 = allowed 0 + denied 7"));
        assertEquals("Enforcing at the line west, fails closed", label("Enforcement"));
        Widgets.click(Widgets.get(window.shell(), Button.class, "Stop enforcement"));
        Wait.until("the end", () -> label("Enforcement").equals("Stopped at the line west"));

        window.page().activate(window.page().getActiveEditor());
        window.command("org.hopwarden.ui.rules.report");
        Shell wizard = window.dialog("Export Report");
        Widgets.get(wizard, Button.class, "Open report").setSelection(false);
        Widgets.click(Widgets.button(wizard, "Finish"));
        Wait.until("the report", wizard::isDisposed);
        String page = Files.readString(folder.resolve("gate.html"));
        assertTrue(page.contains("As a telegram") && page.contains("101 STOP"), page);
        assertTrue(page.contains("Frames seen"), page);
    }

    @Test
    void withoutThePluginItsLanguageIsNotOffered() throws IOException {
        Plugins.remove(plugin.adapt(BundleWiring.class).getClassLoader());
        Path policy = folder.resolve("plain.hwpolicy");
        Answers.give(Files.writeString(folder.resolve("plain.txt"), "access-list 101 permit ip any any\n"), policy);
        window.command("org.hopwarden.ui.rules.import");
        Table languages = Widgets.get(window.dialog("Import List"), Table.class, "Languages");
        assertFalse(Widgets.column(languages, 0).contains("Telegrams"));
        window.chooseLanguage("Import List", "Cisco IOS access lists");
        Wait.until("the policy", () -> Widgets.find(window.shell(), Table.class, "Import notes").isPresent());
        assertFalse(Widgets.column(Widgets.get(window.shell(), Table.class, "Import notes"), 1).stream()
                .filter("Always"::equals).toList().isEmpty(), "what is never kept is told");
    }

    private static String text(Shell dialog) {
        return Widgets.get(dialog, Text.class, "Declared losses").getText();
    }

    private String label(String name) {
        return Widgets.get(window.shell(), Label.class, name).getText();
    }
}
