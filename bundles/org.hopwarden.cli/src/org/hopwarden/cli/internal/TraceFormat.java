package org.hopwarden.cli.internal;

/** How traces and watches are written. */
enum TraceFormat {
    TEXT, JSON, MTR_JSON, DOT, CSV, SVG;

    static final String CHOICES = "text (default), json, mtr-json (as mtr -j), dot (Graphviz), csv or svg (a picture)";

    @Override
    public String toString() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
