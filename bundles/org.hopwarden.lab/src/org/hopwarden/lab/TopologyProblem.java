package org.hopwarden.lab;

import static java.util.Objects.requireNonNull;

/**
 * One thing that is wrong in a topology file.
 *
 * @param file the file, as the reader was told its name
 * @param line counted from 1; 0 where the problem has no place, as when the file cannot be read
 * @param column counted from 1; 0 where there is no line
 * @param message what is wrong, with the name of the thing
 * @param remedy what to write instead
 */
public record TopologyProblem(String file, int line, int column, String message, String remedy)
        implements Comparable<TopologyProblem> {

    public TopologyProblem {
        requireNonNull(file, "file");
        requireNonNull(message, "message");
        requireNonNull(remedy, "remedy");
    }

    /** Problems order by their place in the file. */
    @Override
    public int compareTo(TopologyProblem other) {
        return line != other.line ? Integer.compare(line, other.line) : Integer.compare(column, other.column);
    }

    /** {@code FILE:LINE:COLUMN: what is wrong; what to do}. */
    @Override
    public String toString() {
        String place = line > 0 ? file + ":" + line + ":" + column : file;
        return place + ": " + message + (remedy.isEmpty() ? "" : "; " + remedy);
    }
}
