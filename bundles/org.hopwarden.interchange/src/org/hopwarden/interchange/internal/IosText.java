package org.hopwarden.interchange.internal;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.hopwarden.interchange.ImportException;
import org.hopwarden.interchange.ImportException.Problem;

/** Bytes to lines. */
final class IosText {

    private static final int MOST_BYTES = 256 << 20;

    private IosText() {
    }

    /**
     * The lines of a text in UTF-8, without their ends (LF or CR LF).
     *
     * @throws ImportException if it is no UTF-8
     */
    static List<String> lines(byte[] content) throws ImportException {
        if (content.length > MOST_BYTES) {
            throw problem(1, 1, "the text has " + content.length + " bytes, more than any configuration");
        }
        if (isUtf16(content)) {
            throw problem(1, 1, "the text is UTF-16; save it as UTF-8");
        }
        String text = decode(content);
        List<String> lines = new ArrayList<>();
        int start = text.startsWith("\ufeff") ? 1 : 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            int stop = end < 0 ? text.length() : end;
            boolean carriageReturn = stop > start && text.charAt(stop - 1) == '\r';
            String line = text.substring(start, carriageReturn ? stop - 1 : stop);
            lines.add(line);
            start = stop + 1;
        }
        return lines;
    }

    /** Whether the first two bytes are the mark of UTF-16, or a character of ASCII in it. */
    private static boolean isUtf16(byte[] content) {
        return content.length > 1 && (content[0] == 0 != (content[1] == 0)
                || (content[0] & 0xff) + (content[1] & 0xff) == 0xff + 0xfe && (content[0] & content[1] & 0xff) == 0xfe);
    }

    private static String decode(byte[] content) throws ImportException {
        CharBuffer text = CharBuffer.allocate(content.length);
        ByteBuffer in = ByteBuffer.wrap(content);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(in, text, true);
        text.flip();
        if (result.isError()) {
            int line = 1;
            int lineStart = 0;
            for (int i = 0; i < text.length(); i++) {
                if (text.charAt(i) == '\n') {
                    line++;
                    lineStart = i + 1;
                }
            }
            throw problem(line, text.length() - lineStart + 1, "the byte 0x"
                    + Integer.toHexString(content[in.position()] & 0xff) + " is no UTF-8; save the list as UTF-8 text");
        }
        return text.toString();
    }

    /** Whether a character can be kept. What XML cannot hold would be read, and then could not be saved. */
    static boolean isAllowed(char c) {
        return (c >= ' ' || c == '\t') && c != '\ufffe' && c != '\uffff';
    }

    private static ImportException problem(int line, int column, String message) {
        return new ImportException(List.of(new Problem(line, column, message)));
    }
}
