package org.hopwarden.cli.internal;

import java.io.IOException;
import java.io.PrintStream;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

/** JSON results: one object a command, ended by a line end. */
final class Json {

    private static final JsonFactory FACTORY = JsonFactory.builder().disable(com.fasterxml.jackson.core.StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    private Json() {
    }

    /** A generator that ends the line when it is closed, and leaves the stream open. */
    static JsonGenerator generator(PrintStream out) throws IOException {
        return new com.fasterxml.jackson.core.util.JsonGeneratorDelegate(FACTORY.createGenerator(out)) {
            @Override
            public void close() throws IOException {
                writeRaw('\n');
                super.close();
            }
        };
    }
}
