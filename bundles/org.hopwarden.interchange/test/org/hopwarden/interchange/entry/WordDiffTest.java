package org.hopwarden.interchange.entry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.hopwarden.interchange.entry.WordDiff.Part;
import org.junit.jupiter.api.Test;

class WordDiffTest {

    @Test
    void wordsThatTheOtherLineLacksAreMarked() {
        assertEquals(List.of(new Part("permit tcp any ", false), new Part("any eq www", true)),
                WordDiff.parts("permit tcp any any eq www", "permit tcp any host 192.0.2.1"));
        assertEquals(List.of(new Part("permit ", false), new Part("tcp", true)),
                WordDiff.parts("permit tcp", "permit udp"));
    }

    @Test
    void thePartsAreTheLine() {
        for (String line : List.of("", " a  b ", "a", "a b c", "disabled permit ip any any   ! a remark")) {
            for (String other : List.of("", "a", "b c", "x y z", line)) {
                assertEquals(line, String.join("", WordDiff.parts(line, other).stream().map(Part::text).toList()));
            }
            assertEquals(0, WordDiff.parts(line, line).stream().filter(Part::differs).count());
        }
    }
}
