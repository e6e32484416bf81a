package org.hopwarden.report;

import java.util.Comparator;
import java.util.List;

import org.hopwarden.net.Plugins;

/** The sections that are there: the built-in ones and those of plug-ins, found alike by {@link Plugins}. */
public final class ReportSections {

    private ReportSections() {
    }

    /** All sections in the order in which they stand. A faulty one is logged and left out. */
    public static List<ReportSection> all() {
        return Plugins.load(ReportSection.class, ReportSection::id).stream()
                .sorted(Comparator.comparingInt(ReportSection::place).thenComparing(ReportSection::id)).toList();
    }
}
