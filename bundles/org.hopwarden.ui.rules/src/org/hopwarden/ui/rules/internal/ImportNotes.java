package org.hopwarden.ui.rules.internal;

import java.util.List;
import java.util.stream.Stream;

import org.hopwarden.interchange.ImportNote;

/**
 * What is to be known of an import.
 *
 * @param notes on this list
 * @param always what the importer never keeps, whatever the list
 */
record ImportNotes(List<ImportNote> notes, List<String> always) {

    /** Nothing was imported. */
    static final ImportNotes NONE = new ImportNotes(List.of(), List.of());

    ImportNotes {
        notes = List.copyOf(notes);
        always = List.copyOf(always);
    }

    /**
     * One of them, for a table.
     *
     * @param place the number of a line; empty for the whole of the list
     */
    record Line(String place, String kind, String text, boolean warning) {

        private static Line of(ImportNote note) {
            boolean warning = note.severity() == ImportNote.Severity.WARNING;
            return new Line(note.line() == 0 ? "" : Integer.toString(note.line()), warning ? "Warning" : "Note", note.message(),
                    warning);
        }
    }

    boolean isEmpty() {
        return notes.isEmpty() && always.isEmpty();
    }

    /** This list's first. */
    List<Line> lines() {
        return Stream.concat(notes.stream().map(Line::of), always.stream().map(text -> new Line("", "Always", text, false))).toList();
    }
}
