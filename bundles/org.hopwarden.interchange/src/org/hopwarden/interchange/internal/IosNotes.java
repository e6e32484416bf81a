package org.hopwarden.interchange.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.hopwarden.interchange.ImportNote;
import org.hopwarden.interchange.ImportNote.Severity;

/** What the importing person should know. */
final class IosNotes {

    private final List<ImportNote> notes = new ArrayList<>();

    /** @param line 0 for the whole text */
    void add(Severity severity, int line, String message) {
        notes.add(new ImportNote(severity, line, message));
    }

    /** Says how many lines something is true of, if it is of any. */
    void count(int lines, String one, String several, String what) {
        if (lines > 0) {
            add(Severity.INFO, 0, lines + " " + (lines == 1 ? one : several) + " " + what);
        }
    }

    /** In the order of the text, those about the whole of it last. */
    List<ImportNote> all() {
        return notes.stream().sorted(Comparator.comparingInt(note -> note.line() == 0 ? Integer.MAX_VALUE : note.line()))
                .toList();
    }
}
