package org.hopwarden.cli.internal;

/** How traces and watches are written. */
enum TraceFormat {
    TEXT, JSON, MTR_JSON, DOT, CSV;

    static final String CHOICES = "text (default), json, mtr-json (as mtr -j), dot (Graphviz) or csv";

    @Override
    public String toString() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
