package org.hopwarden.cli.internal;

/** How a result is written. */
enum Format {
    TEXT, JSON;

    @Override
    public String toString() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
