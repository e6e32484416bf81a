package org.hopwarden.report.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import org.hopwarden.visualization.Palette;
import org.hopwarden.visualization.SvgRenderer;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;

/**
 * What the pages of all reports share. Text is escaped by the template engine; only our own SVG and CSS go in as they are. A
 * template may be used by several threads.
 */
final class Templates {

    static final String CSS = text("report.css");
    static final String LIGHT_COLORS = SvgRenderer.css(Palette.LIGHT);
    static final String DARK_COLORS = SvgRenderer.css(Palette.DARK);

    private Templates() {
    }

    /** @param name of a template beside this class, which may include others by their names without the ending */
    static Template compile(String name) {
        return Mustache.compiler().withEscaper(raw -> Escapers.HTML.escape(printable(raw))).emptyStringIsFalse(true)
                .withLoader(part -> new StringReader(text(part + ".mustache"))).compile(text(name));
    }

    /** The text with the replacement character for control characters, which have no place in a page. */
    private static String printable(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            boolean control = Character.isISOControl(c) && c != '\n' && c != '\t';
            boolean unpaired = c >= 0xd800 && c <= 0xdfff || c == 0xfffe || c == 0xffff;
            clean.appendCodePoint(control || unpaired ? 0xfffd : c);
        });
        return clean.toString();
    }

    private static String text(String name) {
        try (InputStream stream = Templates.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("the resource " + name + " is missing beside " + Templates.class.getName());
            }
            try (Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
                return reader.readAllAsString();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("reading the resource " + name + " failed", e);
        }
    }
}
