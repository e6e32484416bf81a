package org.hopwarden.rulemodel;

import java.io.IOException;
import java.nio.file.Path;

/** A policy file that cannot be read or written. The message names the file, the place in it, and what can be done. */
public final class PolicyFileException extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient Path file;
    private final Kind kind;
    private final int line;
    private final int column;

    /** What sort of failure this is. */
    public enum Kind {
        /** The content is no policy that this version can read. */
        CONTENT,
        /** The content was written by a newer version. */
        NEWER_VERSION,
        /** The file system refused. */
        ACCESS
    }

    PolicyFileException(Kind kind, Path file, int line, int column, String problem, String remedy, Throwable cause) {
        super(file + (line > 0 ? ":" + line + ":" + column : "") + ": " + problem + "; " + remedy, cause);
        this.kind = kind;
        this.file = file;
        this.line = line;
        this.column = column;
    }

    public Kind kind() {
        return kind;
    }

    public Path file() {
        return file;
    }

    /** The line in the file, counted from 1; 0 where the problem has no place in it. */
    public int line() {
        return line;
    }

    /** The column in the line, counted from 1; 0 where the problem has no place in the file. */
    public int column() {
        return column;
    }
}
