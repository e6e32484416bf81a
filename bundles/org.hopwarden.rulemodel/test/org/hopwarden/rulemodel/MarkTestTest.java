package org.hopwarden.rulemodel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

class MarkTestTest {

    @Test
    void readsWhatItWrites() {
        for (String text : List.of("0x10/0xff", "!0x10/0xff", "0x7", "0xffffffff", "0x0/0x1")) {
            assertEquals(text, MarkTest.parse(text).toString());
        }
        assertEquals("0x10", MarkTest.parse(" 16 ").toString());
    }

    @Test
    void looksAtTheBitsOfTheMaskAlone() {
        assertTrue(MarkTest.parse("0x10/0xf0").matches(0x1f));
        assertFalse(MarkTest.parse("0x10/0xf0").matches(0x20));
        assertTrue(MarkTest.parse("!0x10/0xf0").matches(0x20));
        assertFalse(MarkTest.parse("16").matches(17));
        assertTrue(MarkTest.parse("0x80000000/0x80000000").matches(-1));
    }

    @Test
    void refusesWhatIsNone() {
        for (String text : List.of("", "x", "-1", "0x100000000", "1/2/3", "0x3/0x1", "1/")) {
            assertThrows(IllegalArgumentException.class, () -> MarkTest.parse(text), text);
        }
    }
}
