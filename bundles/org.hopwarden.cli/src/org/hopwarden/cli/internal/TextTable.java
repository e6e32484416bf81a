package org.hopwarden.cli.internal;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A table in plain text, its columns as wide as their widest cell. */
final class TextTable {

    /** On which side of its column a cell stands. */
    enum Align {
        LEFT, RIGHT
    }

    private final List<Align> aligns;
    private final List<List<String>> rows = new ArrayList<>();

    TextTable(Align... aligns) {
        this.aligns = List.of(aligns);
    }

    TextTable row(String... cells) {
        rows.add(Arrays.stream(cells).map(EscapingStream::line).toList());
        return this;
    }

    void print(PrintStream out) {
        int[] widths = new int[aligns.size()];
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                String padding = " ".repeat(widths[i] - row.get(i).length());
                line.append(i == 0 ? "" : "  ")
                        .append(aligns.get(i) == Align.RIGHT ? padding + row.get(i) : row.get(i) + padding);
            }
            out.println(line.toString().stripTrailing());
        }
    }
}
