package org.hopwarden.cli.internal;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.util.concurrent.Callable;
import java.util.jar.Manifest;

import org.hopwarden.cli.ExitCode;

import com.fasterxml.jackson.core.JsonGenerator;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "version", description = "Says which version this is, and on which Java it runs.")
final class VersionCommand implements Callable<Integer> {

    private final Output output;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text", description = "text (default) or json")
    private Format format;

    VersionCommand(Output output) {
        this.output = output;
    }

    @Override
    public Integer call() throws IOException {
        String version = version();
        if (format == Format.JSON) {
            try (JsonGenerator json = Json.generator(output.out())) {
                json.writeStartObject();
                json.writeStringField("format", "hopwarden.version/1");
                json.writeStringField("version", version);
                json.writeStringField("java", Runtime.version().toString());
                json.writeStringField("system", system());
                json.writeEndObject();
            }
        } else {
            output.out().println("hopwarden " + version + ", Java " + Runtime.version() + ", " + system());
        }
        return ExitCode.DONE;
    }

    private static String system() {
        return System.getProperty("os.name") + " " + System.getProperty("os.arch");
    }

    /** The version of the bundle that this class lies in. */
    static String version() throws IOException {
        // Not from the code source: it has no location where the class came out of a start cache that was moved.
        URL place = VersionCommand.class.getResource("VersionCommand.class");
        Manifest manifest = place != null && place.openConnection() instanceof JarURLConnection jar ? jar.getManifest() : null;
        String version = manifest == null ? null : manifest.getMainAttributes().getValue("Bundle-Version");
        return version == null ? "(development)" : version;
    }
}
