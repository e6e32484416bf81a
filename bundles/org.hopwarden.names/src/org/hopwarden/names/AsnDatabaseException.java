package org.hopwarden.names;

import java.io.IOException;

/** A database of networks cannot be read. The message names the file and what is wrong with it. */
public final class AsnDatabaseException extends IOException {

    private static final long serialVersionUID = 1L;

    private final String remedy;

    AsnDatabaseException(String message, String remedy, Throwable cause) {
        super(message, cause);
        this.remedy = remedy;
    }

    /** What the user can do. */
    public String remedy() {
        return remedy;
    }
}
