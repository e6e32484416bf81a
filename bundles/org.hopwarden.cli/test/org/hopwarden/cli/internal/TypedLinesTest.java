package org.hopwarden.cli.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

class TypedLinesTest {

    private static final int LINES = 20_000;
    private static final int MOST_AHEAD = 1002;

    /** As of {@code yes d | hopwarden enforce ... --ask prompt}, which must not fill the memory. */
    @Test
    void aPipeWithoutEndIsReadOnlyAsFarAsItIsNeeded() throws Exception {
        AtomicLong given = new AtomicLong();
        TypedLines typed = new TypedLines(new InputStream() {

            private boolean lineEnd;

            @Override
            public int read() {
                lineEnd = !lineEnd;
                if (lineEnd) {
                    given.incrementAndGet();
                }
                return lineEnd ? 'd' : '\n';
            }
        });
        typed.begin();
        for (long taken = 0; taken < LINES;) {
            Optional<String> line = typed.poll();
            if (line.isEmpty()) {
                Thread.onSpinWait();
                continue;
            }
            taken++;
            assertEquals("d", line.get());
            long ahead = given.get() - taken;
            assertTrue(ahead <= MOST_AHEAD, ahead + " lines are read that nobody has asked for");
        }
    }
}
