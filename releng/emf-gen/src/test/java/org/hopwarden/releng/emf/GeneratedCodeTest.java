package org.hopwarden.releng.emf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;

/** The generated code that stands in the bundles is what the model generates now, byte for byte. */
class GeneratedCodeTest {

    private static final String REMEDY = " differs from what the model generates; run releng/emf-gen/generate and commit";

    @Test
    void committedCodeIsWhatTheModelGenerates() throws IOException {
        ModelGenerator generator = new ModelGenerator(Path.of(System.getProperty("hopwarden.bundles", "../../bundles")));
        Map<String, String> generated = generator.generate();
        Map<String, String> committed = generator.committed();
        assertFalse(generated.isEmpty(), "nothing was generated");
        assertEquals(String.join("\n", generated.keySet()), String.join("\n", committed.keySet()), "the set of files" + REMEDY);
        generated.forEach((file, content) -> assertEquals(content, committed.get(file), file + REMEDY));
    }
}
