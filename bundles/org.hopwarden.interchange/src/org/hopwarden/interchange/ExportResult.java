package org.hopwarden.interchange;

import java.util.List;

/**
 * A policy in another language.
 *
 * @param text what was written, with line feeds
 * @param losses what could not be said and was left out or said otherwise, each with its place; without the declared ones
 */
public record ExportResult(String text, List<String> losses) {

    public ExportResult {
        losses = List.copyOf(losses);
    }
}
