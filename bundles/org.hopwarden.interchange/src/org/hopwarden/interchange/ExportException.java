package org.hopwarden.interchange;

import java.util.List;

/** A policy that cannot be exported. The message tells the first reason; all that were found are there. */
public final class ExportException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<String> reasons;

    /** @param reasons at least one, each with its place */
    public ExportException(List<String> reasons) {
        super(reasons.get(0) + (reasons.size() == 1 ? "" : " (and " + (reasons.size() - 1) + " more)"));
        this.reasons = List.copyOf(reasons);
    }

    public List<String> reasons() {
        return reasons == null ? List.of() : reasons;
    }
}
