package org.hopwarden.report;

import static java.util.Objects.requireNonNull;

import java.util.List;

import org.hopwarden.probe.Trace;

/** A part of a {@link ReportSection}. All text is plain text. */
public sealed interface ReportBlock {

    /** A heading below the section's title. */
    record Heading(String text) implements ReportBlock {
        public Heading {
            requireNonNull(text, "text");
        }
    }

    /** One or several sentences. */
    record Paragraph(String text) implements ReportBlock {
        public Paragraph {
            requireNonNull(text, "text");
        }
    }

    /** Points in a list, at least one. */
    record Points(List<String> points) implements ReportBlock {
        public Points {
            points = atLeastOne(points, "points");
        }
    }

    /** Something the reader must not miss. */
    record Warning(String text) implements ReportBlock {
        public Warning {
            requireNonNull(text, "text");
        }
    }

    /** Names with their values, at least one pair. */
    record Facts(List<Fact> facts) implements ReportBlock {
        public Facts {
            facts = atLeastOne(facts, "facts");
        }

        public static Facts of(Fact... facts) {
            return new Facts(List.of(facts));
        }
    }

    /** A name with its value. */
    record Fact(String name, String value) {
        public Fact {
            requireNonNull(name, "name");
            requireNonNull(value, "value");
        }
    }

    /**
     * A table.
     *
     * @param caption says what it shows; may be empty
     * @param columns at least one
     * @param rows each with a cell for each column, or one note
     */
    record Table(String caption, List<Column> columns, List<Row> rows) implements ReportBlock {
        public Table {
            requireNonNull(caption, "caption");
            columns = atLeastOne(columns, "columns");
            rows = List.copyOf(rows);
            for (Row row : rows) {
                if (row.kind() != Row.Kind.NOTE && row.cells().size() != columns.size()) {
                    throw new IllegalArgumentException("a row has " + row.cells().size() + " cells in a table of "
                            + columns.size() + " columns: " + row.cells());
                }
            }
        }
    }

    /** A column of a table. */
    record Column(String title, Kind kind) {
        public Column {
            requireNonNull(title, "title");
            requireNonNull(kind, "kind");
        }

        /** How its cells are set. */
        public enum Kind {
            TEXT,
            /** To the right. */
            NUMBER,
            /** In a type where all letters have one width. */
            CODE
        }

        public static Column text(String title) {
            return new Column(title, Kind.TEXT);
        }

        public static Column number(String title) {
            return new Column(title, Kind.NUMBER);
        }

        public static Column code(String title) {
            return new Column(title, Kind.CODE);
        }
    }

    /** A row of a table. */
    record Row(Kind kind, List<String> cells) {
        public Row {
            requireNonNull(kind, "kind");
            cells = atLeastOne(cells, "cells");
            if (kind == Kind.NOTE && cells.size() != 1) {
                throw new IllegalArgumentException("a note is one text, not " + cells.size());
            }
        }

        /** How a row is set. */
        public enum Kind {
            NORMAL,
            /** Less visible than the others. */
            MUTED,
            /** One text over all columns. */
            NOTE
        }

        public static Row of(String... cells) {
            return new Row(Kind.NORMAL, List.of(cells));
        }

        public static Row note(String text) {
            return new Row(Kind.NOTE, List.of(text));
        }
    }

    /**
     * Traces in one graph and one chart, with the hops of each.
     *
     * @param title a heading; not empty
     * @param note a line below it; may be empty
     * @param traces at least one
     */
    record Traces(String title, String note, List<Trace> traces) implements ReportBlock {
        public Traces {
            requireNonNull(title, "title");
            requireNonNull(note, "note");
            traces = atLeastOne(traces, "traces");
            if (title.isEmpty()) {
                throw new IllegalArgumentException("traces in a section need a title");
            }
        }
    }

    private static <T> List<T> atLeastOne(List<T> list, String what) {
        List<T> copy = List.copyOf(list);
        if (copy.isEmpty()) {
            throw new IllegalArgumentException("there are no " + what);
        }
        return copy;
    }
}
